"""Files are read as the command reads them."""

import csv
import json

import brukerplan as bp
import pytest
import sample


def write_csv(path, columns, encoding="utf-8", separator=";", before=""):
    with open(path, "w", encoding=encoding, newline="") as file:
        file.write(before)
        writer = csv.writer(file, delimiter=separator)
        writer.writerow(columns)
        writer.writerows(["" if cell is None else cell for cell in row] for row in zip(*columns.values()))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_encodings_and_separators_are_found(tmp_path, text, findings, encoding, separator):
    file = write_csv(tmp_path / "rows.csv", text, encoding, separator)
    found = bp.validate(file, test_numbers=True)
    assert found.file.separator == separator
    assert found.file.encoding == ("cp1252" if encoding == "cp1252" else "utf-8-sig")
    assert findings(file) == findings(text)


def test_the_separator_that_excel_names_is_taken(tmp_path, text, findings):
    assert findings(write_csv(tmp_path / "rows.csv", text, separator="|", before="sep=|\n")) == findings(
        {name: [cell and cell.replace("|", ",") for cell in cells] for name, cells in text.items()}
    )


def test_lines_that_are_no_rows_are_told_and_refused(tmp_path, text):
    with pytest.warns(bp.errors.UnreadableRows, match="a line .* number 120"):
        found = bp.validate(sample.FILE, test_numbers=True)
    assert len(found) == len(text["Dato"]) + 1
    assert (found.file.unreadable, found.file.lines) == (1, [120])
    assert 118 in found.invalid_rows


def test_empty_lines_and_columns_to_the_right_are_nothing(tmp_path, text, findings):
    file = write_csv(tmp_path / "rows.csv", text)
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join([lines[0] + ";;", "", lines[1] + ";;", ";" * 45, *lines[2:], ""]), encoding="utf-8")
    assert findings(file) == findings(text)


def test_a_quotation_mark_that_never_closes_is_told_without_what_it_holds(tmp_path, text):
    file = write_csv(tmp_path / "rows.csv", sample.part(text, 0, 3))
    with open(file, "a", encoding="utf-8") as more:
        more.write('"17912099997' + "x" * 200_000)
    with pytest.raises(bp.UnreadableFile) as raised:
        bp.validate(file, test_numbers=True)
    assert "17912099997" not in str(raised.value)


def ndjson(path, columns):
    rows = [
        {
            name: cell.split("|") if name in sample.LISTS and cell else int(cell) if name in sample.NUMBERS and cell and cell.isdigit() else cell
            for name, cell in zip(columns, row)
        }
        for row in zip(*columns.values())
    ]  # fmt: skip
    path.write_text("\n".join(json.dumps({k: v for k, v in row.items() if v is not None}) for row in rows) + "\n", encoding="utf-8")
    return path


def test_ndjson_means_what_csv_means(tmp_path, text, findings):
    assert findings(ndjson(tmp_path / "rows.ndjson", text)) == findings(text)


def test_lines_that_are_no_objects_are_told(tmp_path, text):
    file = ndjson(tmp_path / "rows.jsonl", sample.part(text, 0, 3))
    with open(file, "a", encoding="utf-8") as more:
        more.write('[1]\n\n{"Kommune": 1, "Kommune": 2}\n{"Kommune"\n')
    with pytest.warns(bp.errors.UnreadableRows, match="3 lines .* numbers 4, 6, 7"):
        found = bp.validate(file, test_numbers=True)
    assert len(found) == 6 and list(found.invalid_rows) == [3, 4, 5]


def test_parquet_is_read_batch_by_batch(tmp_path, typed, findings):
    pa = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "rows.parquet"
    parquet.write_table(pa.table(typed), file, row_group_size=50)
    assert findings(file) == findings(typed)
    found = bp.validate(str(file), test_numbers=True)
    assert len(found.valid.to_arrow()) == len(found.valid)


def test_rows_of_a_file_can_be_had_again(tmp_path, text):
    for file in (write_csv(tmp_path / "rows.csv", text), ndjson(tmp_path / "rows.ndjson", text)):
        found = bp.validate(file, test_numbers=True)
        assert found.invalid["Radref"] == [text["Radref"][row] for row in found.invalid_rows]
        assert bp.validate(found.valid, test_numbers=True).ok


def test_files_that_are_none_are_refused(tmp_path):
    with pytest.raises(FileNotFoundError):
        bp.validate(tmp_path / "nothing.csv")
    (tmp_path / "rows.xlsx").write_bytes(b"")
    with pytest.raises(bp.UnreadableFile, match=".csv"):
        bp.validate(tmp_path / "rows.xlsx")
    (tmp_path / "empty.csv").write_bytes(b"\n")
    with pytest.raises(bp.UnreadableFile, match="columns"):
        bp.validate(tmp_path / "empty.csv")
    (tmp_path / "empty.ndjson").write_bytes(b"")
    with pytest.raises(bp.MissingColumns):
        bp.validate(tmp_path / "empty.ndjson")


def test_rows_of_a_file_that_is_gone_are_gone(tmp_path):
    file = tmp_path / "round.csv"
    file.write_bytes(sample.FILE.read_bytes())
    with pytest.warns(bp.UnreadableRows):
        found = bp.validate(file, test_numbers=True)
    file.unlink()
    for use in (lambda: found.valid.to_dict(), lambda: bp.score(found.valid)):
        with pytest.raises(bp.RowsGone):
            use()
    assert "419 rows" in repr(found.valid) and "not there any more" in found.valid._repr_html_()


def test_files_that_are_not_what_they_are_called_are_refused(tmp_path):
    for name, content, told in (
        ("a.csv", "sep=\n", "names of its columns"), ("b.csv", "sep=;\n", "names of its columns"), ("c.csv", "\n", "names of its columns"),
        ("d.csv", "housing;activity\n1;2\n".encode("utf-16"), "UTF-16"), ("e.parquet", "PAR1", "Parquet"),
    ):  # fmt: skip
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        if name.endswith("parquet"):
            pytest.importorskip("pyarrow")
        with pytest.raises(bp.UnreadableFile, match=told):
            bp.validate(tmp_path / name)
