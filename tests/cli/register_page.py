"""The example of docs/register.md is run as it is written, and says what the page says that it does."""
import hashlib
import json
import pathlib
import sys
import tempfile

from page import blocks, run, section, table, without_files

PAGE = (pathlib.Path(sys.argv[2]) / "docs" / "register.md").read_text(encoding="utf-8")


def main():
    commands, told, counts = blocks(section(PAGE, "With the command"))
    keys = {key.strip(" `") for row in table(section(PAGE, "The receipt")) for key in row["key"].split(",")}
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        simulate, *prepare = commands.splitlines()
        run(folder, simulate)
        found = without_files(run(folder, "\n".join(prepare)))
        receipt = (folder / "receipt.json").read_text(encoding="utf-8")
        sha256 = hashlib.sha256((folder / "transfer.csv").read_bytes()).hexdigest()
    assert found == told.splitlines(), "docs/register.md is not what the command tells:\n" + "\n".join(found)
    for line in counts.splitlines():
        assert line in receipt, f"the receipt does not have {line}"
    document = json.loads(receipt)
    assert set(document) == keys, f"keys of the page and not of the receipt, or the other way: {set(document) ^ keys}"
    rows, persons = document["rows"], document["persons"]
    assert rows["rows"] == sum(rows.values()) - rows["rows"] - rows["objections_without_number"] - rows["objection_unanswered"]
    assert persons["persons"] == persons["transferable"] + persons["not_informed"]
    assert document["file"]["sha256"] == sha256
    print("the example of the page is what the command gives")


if __name__ == "__main__":
    main()
