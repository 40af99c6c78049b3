"""Files that cannot be used, or not wholly: one clear message and the right exit code for each."""
import pathlib
import sys
import tempfile

from command import run

SAMPLE = pathlib.Path(sys.argv[2]).read_bytes()


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        lines = SAMPLE.split(b"\r\n")
        utf16 = SAMPLE.decode("cp1252").encode("utf-16")
        columns = lines[0].split(b";")
        without_housing = b"\r\n".join(
            b";".join(cell for i, cell in enumerate(line.split(b";")) if i != columns.index(b"Bolig"))
            for line in lines
        )
        unusable = {
            "utf16.csv": (utf16, "UTF-16"),
            "utf16_without_mark.csv": (utf16[2:], "UTF-16"),
            "missing_column.csv": (without_housing, "housing (bolig)"),
            "empty.csv": (b"", "tom"),
            "blank.csv": (b"\r\n \r\n", "tom"),
            "binary.csv": (bytes(range(256)) * 40, "ikke tekst"),
            "workbook.csv": (b"PK\x03\x04" + bytes(range(256)) * 40, "arbeidsbok"),
            "no_header.csv": (b"\r\n".join(lines[1:]), "overskrift"),
            "dos_letters.csv": (SAMPLE.decode("cp1252").encode("cp850", "replace"), "UTF-8"),
            "mac_letters.csv": (SAMPLE.decode("cp1252").encode("mac_roman", "replace"), "UTF-8"),
        }
        for file, (content, words) in unusable.items():
            (folder / file).write_bytes(content)
            for command in (["validate"], ["score"], ["report", "--out", folder / "out.html"]):
                out, errors, code = run(*command, folder / file, "--test-numbers")
                expect(code == 2, f"{file} {command[0]}: exit code {code}, not 2")
                expect(out == "", f"{file} {command[0]}: something on standard output")
                told = errors.strip().splitlines()
                expect(len(told) == 1, f"{file} {command[0]}: {len(told)} lines of message: {errors}")
                expect(words is None or words in told[0], f"{file} {command[0]}: {told[0]}")
        expect(not (folder / "out.html").exists(), "a report was written for a file that cannot be used")

        for place in (folder, folder / "nowhere.csv"):
            out, errors, code = run("validate", place)
            expect((out, code, len(errors.splitlines())) == ("", 2, 1), f"{place}: {code} {errors}")

        # An input is never written over, and nothing is counted twice.
        copy = folder / "copy.csv"
        copy.write_bytes(SAMPLE)
        for arguments in (["score", copy, "--out", copy], ["report", copy, "--out", copy],
                          ["report", copy, copy], ["report", copy, folder / "." / "copy.csv"],
                          ["report", copy, "--out", folder / "x", "--document", folder / "x"]):
            out, errors, code = run(*arguments, "--test-numbers")
            expect(code == 2 and len(errors.splitlines()) == 1, f"{arguments[0]}: {code} {errors}")
        expect(copy.read_bytes() == SAMPLE, "an input was written over")
        for pack in (folder, copy):
            expect(run("validate", copy, "--pack", pack)[2] == 2, "a pack that is none")
        backwards = ["--period-first", "2024-12-30", "--period-last", "2024-01-01"]
        expect(run("validate", copy, *backwards)[2] == 2, "a period that ends before it begins")
        _, errors, code = run("validate", copy, "15868710168")
        expect(code == 2 and "15868710168" not in errors, "an argument that may be a number is repeated")

        rows = len(lines) - 2
        for cut in (b"", b'"'):
            truncated = folder / "truncated.csv"
            truncated.write_bytes(b"\r\n".join(lines[:40]) + b"\r\n" + cut + lines[40][:60])
            out, errors, code = run("validate", truncated, "--test-numbers", "--format", "ndjson")
            fatal = [line for line in out.splitlines() if '"severity":"fatal"' in line and '"line":41' in line]
            expect(code == 1 and len(fatal) == 1, f"truncated last line: {code}, {len(fatal)} findings with its line")
            out, _, code = run("score", truncated, "--test-numbers", "--format", "ndjson")
            expect(code == 0 and len(out.splitlines()) == 40, "the rows before a truncated line are not all scored")
            _, errors, code = run("report", truncated, "--test-numbers", "--out", folder / "out.html")
            expect(code == 0 and (folder / "out.html").exists(), "no report for a file with a truncated last line")
            _, errors, code = run("report", truncated, "--test-numbers", "--strict", "--out", folder / "out.html")
            expect(code == 1, "--strict does not exit with 1")
        expect(rows > 400, "the sample is too small for this test")

        for arguments in ([], ["nonsense"], ["validate"], ["report"], ["score", "x", "--format", "pdf"],
                          ["validate", SAMPLE_PATH, "--reference-date", "31.02.2024"],
                          ["validate", SAMPLE_PATH, "--pack", "brukerplan/1900"],
                          ["score", SAMPLE_PATH, "--scheme", "sum99/1"],
                          ["report", SAMPLE_PATH, "--test-numbers", "--out", folder / "no" / "folder.html"]):
            _, errors, code = run(*arguments)
            expect(code == 2 and errors.strip(), f"{arguments}: exit code {code}")
    print("every bad input is told apart")


SAMPLE_PATH = sys.argv[2]

if __name__ == "__main__":
    main()
