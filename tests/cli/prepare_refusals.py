"""What `prepare` refuses, and that it writes both of its files or neither."""
import os
import pathlib
import resource
import signal
import stat
import subprocess
import tempfile

import independent_merge as plainly
from command import COMMAND, run
from prepared import SAMPLE, WHO, Made, neither, refused, with_cells


def check_both_or_neither(folder):
    nowhere = folder / "nowhere"
    for out, receipt in ((nowhere / "t.csv", folder / "r.json"), (folder / "t.csv", nowhere / "r.json")):
        _, errors, code = run("prepare", SAMPLE, *WHO, "--out", out, "--receipt", receipt)
        assert code == 2 and len(errors.splitlines()) == 1, errors
        assert not out.exists() and not receipt.exists()
    # Room for the one and not for the other: a round of one person has the larger receipt, the sample the larger file.
    header, rows = plainly.read(SAMPLE)
    plainly.write(folder / "one.csv", header, rows[:1])
    for file in (folder / "one.csv", SAMPLE):
        made = Made(folder, [file])
        sizes = sorted(path.stat().st_size for path in (made.file, made.receipt_file))
        assert (made.receipt_file.stat().st_size == sizes[1]) == (file != SAMPLE), sizes
        made.file.unlink()
        made.receipt_file.unlink()

        def room_for_the_smaller():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (sizes[0], sizes[0]))

        done = subprocess.run([COMMAND, "prepare", file, *WHO, "--out", made.file, "--receipt", made.receipt_file],
                              capture_output=True, preexec_fn=room_for_the_smaller, restore_signals=False, check=False)
        assert done.returncode == 2 and neither(folder), done.stderr
    # What is there stays as it is.
    for name in ("transfer.csv", "receipt.json"):
        (folder / name).write_bytes(b"of another day")
        _, errors, code = run("prepare", SAMPLE, *WHO, "--out", folder / "transfer.csv", "--receipt", folder / "receipt.json")
        assert code == 2 and len(errors.splitlines()) == 1, errors
        assert (folder / name).read_bytes() == b"of another day"
        (folder / name).unlink()
        assert neither(folder)


def check_ended_at_once(folder):
    """Killed while the larger file grows, with no chance to clean up: no file has its name that is not whole."""
    made = Made(folder, [SAMPLE])
    size = made.receipt_file.stat().st_size
    assert size < made.file.stat().st_size
    made.file.unlink()
    made.receipt_file.unlink()

    def ended_at_the_limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    done = subprocess.run([COMMAND, "prepare", SAMPLE, *WHO, "--out", made.file, "--receipt", made.receipt_file],
                          capture_output=True, preexec_fn=ended_at_the_limit, check=False)
    assert done.returncode == -signal.SIGXFSZ and neither(folder), (done.returncode, done.stderr)
    parts = sorted(folder.glob("*.part"))
    assert [part.name for part in parts] == ["receipt.json.part", "transfer.csv.part"]
    assert all(stat.S_IMODE(part.stat().st_mode) == 0o600 for part in parts)
    # What is left over is named and never written over.
    left = [part.read_bytes() for part in parts]
    assert f"{parts[1]}: " in refused(folder, [SAMPLE])
    assert [part.read_bytes() for part in parts] == left
    for part in parts:
        part.unlink()
    (folder / "transfer.csv.part").symlink_to(folder / "elsewhere.csv")
    refused(folder, [SAMPLE])
    assert not (folder / "elsewhere.csv").exists()
    (folder / "transfer.csv.part").unlink()
    Made(folder, [SAMPLE])
    assert not list(folder.glob("*.part")), "a whole file has one name"


def check_modes(folder):
    """Files with health data or references to it are their owner's, whatever is usual where the command runs."""
    findings = folder / "findings.csv"
    findings.write_bytes(b"of another day")
    for umask in (0o000, 0o022, 0o777):
        findings.chmod(0o644)
        usual = os.umask(umask)
        try:
            made = Made(folder, [SAMPLE], "--findings", findings)
        finally:
            os.umask(usual)
        for path in (made.file, made.receipt_file, findings):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600, path.name
        assert findings.read_bytes() != b"of another day"


def check_refusals(folder):
    header, rows = plainly.read(SAMPLE)
    file = folder / "mapping.csv"
    at = {plainly.plain(name): place for place, name in enumerate(header)}

    def replaced(option, value):
        place = WHO.index(option)
        return (*WHO[:place + 1], value, *WHO[place + 2:])

    number = next(row[at["foedselsnummer"]] for row in rows)
    for option, value, words in (("--by", number, "--by"), ("--by", "", "--by"), ("--mapping-id", number, "--mapping-id"),
                                 ("--mapping-id", "x" * 101, "--mapping-id"), ("--on", "30.11", "--on"), ("--on", "", "--on"),
                                 ("--on", "2024-10-20", "2024-10-25")):
        told = refused(folder, [SAMPLE], who=replaced(option, value))
        assert words in told and number not in told, told
    assert "2024-12-20" in refused(folder, [SAMPLE], "--period-last", "2024-12-20"), "before the round has ended"
    for missing in ("--mapping-id", "--by", "--on"):
        place = WHO.index(missing)
        refused(folder, [SAMPLE], who=WHO[:place] + WHO[place + 2:])
    for more, words in ((("--merge", "oldest/1"), "latest_known/1, latest_mapped_on/1, worst_known/1"),
                        (("--merge-field", "housing_kind=oldest"), "latest, latest_known, worst, largest, any_yes, united"),
                        (("--merge-field", "housing_kind"), "latest, latest_known"),
                        (("--merge-field", f"{number}=latest"), "housing_kind"),
                        (("--merge-field", "housing_kind=united"), "housing_kind"),
                        (("--merge-field", "national_number=latest"), "housing_kind"),
                        (("--without", number), "district"), (("--without", "national_number"), "--without: national_number "),
                        (("--without", "district, distrikt"), "--without: distrikt "),
                        (("--without", "district,district"), "--without: district "),
                        (("--merge-field", "bolig=latest"), "--merge-field: bolig "),
                        (("--without", "row_ref"), "district"), (("--without", "housing"), "district")):
        told = refused(folder, [SAMPLE], *more)
        assert words in told and number not in told, told
    # Another municipality or year: the file and its row are named. The sample's is fictional, and so is 9002.
    row = next(place for place, row in enumerate(rows) if place > 200 and len(row) == len(header))
    for cells in ({"kommune": "9002"}, {"kartleggingsaar": "2025", "dato": "07.01.2025"}):
        plainly.write(file, header, with_cells(header, rows, row, **cells))
        told = refused(folder, [SAMPLE, file], who=replaced("--on", "2025-11-30"))
        assert told.startswith(f"brukerplan: {file}: Rad {row + 1} "), told
    # Nobody is informed, and nobody was asked.
    plainly.write(file, header, [[*row[:at["informert"]], "no", *row[at["informert"] + 1:]] for row in rows])
    assert "informert" in refused(folder, [file])
    plainly.write(file, header[:at["informert"]] + header[at["informert"] + 1:],
                  [row[:at["informert"]] + row[at["informert"] + 1:] for row in rows])
    assert "kolonne" in refused(folder, [file])
    plainly.write(file, header, [[*row[:at["reservert"]], "yes", *row[at["reservert"] + 1:]] for row in rows[:50]])
    assert "validate" in refused(folder, [file])
    # What was found before stays where nothing is read.
    findings = folder / "findings.csv"
    findings.write_bytes(b"of another day")
    refused(folder, [folder / "nowhere.csv"], "--findings", findings)
    refused(folder, [SAMPLE], "--findings", findings, who=replaced("--mapping-id", ""))
    assert findings.read_bytes() == b"of another day"
    # One file in two places.
    for files, more in (([SAMPLE, SAMPLE], ()), ([SAMPLE, folder / "transfer.csv"], ()),
                        ([SAMPLE], ("--findings", folder / "receipt.json")), ([SAMPLE], ("--findings", SAMPLE))):
        refused(folder, files, *more)
    # A file that is no file, or has no name, is refused before anything is read.
    for option, name in (("--out", "-"), ("--receipt", "-"), ("--findings", "-"), ("--out", ""), ("--receipt", "")):
        files = {"--out": folder / "a", "--receipt": folder / "b", option: name}
        _, errors, code = run("prepare", folder / "nowhere.csv", *WHO, *(word for pair in files.items() for word in pair))
        assert code == 2 and "nowhere.csv" not in errors, errors
    assert "tomt" in errors and not list(folder.glob("[ab]*")), errors
    header, rows = plainly.read(SAMPLE)
    whole = [row for row in rows if len(row) == len(header)]
    unchecked = [word for word in WHO if word != "--objections-checked"]
    mistyped = with_cells(header, whole, 0, foedselsnummer="123", reservert="yes")
    no_column = [[cell for name, cell in zip(header, row) if plainly.plain(name) != "reservert"] for row in [header, *whole]]
    for why, its_header, its_rows in (("a row cannot be read", header, rows), ("a number is wrong", header, mistyped),
                                      ("nobody was asked", no_column[0], no_column[1:])):
        plainly.write(folder / "open.csv", its_header, its_rows)
        told = refused(folder, [folder / "open.csv"], who=unchecked)
        assert "--objections-checked" in told, f"{why}: {told}"
        Made(folder, [folder / "open.csv"])
        for path in (folder / "transfer.csv", folder / "receipt.json"):
            path.unlink()
    assert "survey" in refused(folder, [SAMPLE], "--pack", "municipality-survey/2019")


def main():
    for check in (check_both_or_neither, check_ended_at_once, check_modes, check_refusals):
        with tempfile.TemporaryDirectory() as name:
            check(pathlib.Path(name))
    print("what must not be written is not written")


if __name__ == "__main__":
    main()
