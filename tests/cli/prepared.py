"""What tests of `prepare` share: running it, and rows to run it on."""
import collections
import json
import pathlib
import sys

import independent_merge as plainly
from command import run

SAMPLE, SOURCE = pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
PACK = json.loads((SOURCE / "packs/brukerplan-2024.json").read_text(encoding="utf-8"))
WHO = ("--mapping-id", "autumn-2024", "--by", "municipal coordinator", "--on", "2024-11-30", "--test-numbers", "--objections-checked")


class Made:
    """What one run wrote and told."""

    def __init__(self, folder, files, *more, who=WHO, stdin=None, code=0):
        self.file, self.receipt_file = folder / "transfer.csv", folder / "receipt.json"
        for path in (self.file, self.receipt_file):
            path.unlink(missing_ok=True)
        out, errors, found = run("prepare", *files, *who, "--out", self.file, "--receipt", self.receipt_file, *more,
                                 stdin=stdin)
        assert (out, found) == ("", code), f"exit code {found}, not {code}: {out}{errors}"
        self.told = errors.splitlines()
        self.records, self.numbers = plainly.read_transferred(self.file, PACK)
        self.receipt = json.loads(self.receipt_file.read_text(encoding="utf-8"))

    def counted(self):
        return collections.Counter(map(plainly.comparable, self.records))


def neither(folder):
    return not (folder / "transfer.csv").exists() and not (folder / "receipt.json").exists()


def refused(folder, files, *more, who=WHO, stdin=None):
    """The one message of a call that is refused; what was told before it is left out."""
    out, errors, code = run("prepare", *files, *who, "--out", folder / "transfer.csv", "--receipt", folder / "receipt.json",
                            *more, stdin=stdin)
    assert (out, code) == ("", 2), f"{more}: exit code {code}: {errors}"
    assert neither(folder), f"{more}: something was written for the register"
    return errors.strip().splitlines()[-1]


def harder(header, rows):
    """Rows with objections, units that disagree about who is informed, and persons without numbers."""
    at = {plainly.plain(name): place for place, name in enumerate(header)}
    rows = [list(row) for row in rows]
    by_person = collections.defaultdict(list)
    for row in rows:
        if len(row) == len(header) and row[at["foedselsnummer"]]:
            by_person[row[at["foedselsnummer"]]].append(row)
    several = [own for own in by_person.values() if len(own) > 1]
    once = [own[0] for own in by_person.values() if len(own) == 1]
    for own in several[:4]:
        own[-1][at["reservert"]] = "yes"
    for own in several[4:8]:
        own[0][at["informert"]], own[-1][at["informert"]] = "no", "yes"
    for own in several[8:11]:
        own[0][at["tjenester_behov"]], own[-1][at["tjenester_behov"]] = "unknown", "none"
    for own in several[11:14]:
        own[0][at["boform"]], own[-1][at["boform"]] = "unknown", "owned"
    for own in several[14:17]:
        own[0][at["bolig"]], own[-1][at["bolig"]] = "red", "green"
    for row in once[:5]:
        row[at["foedselsnummer"]], row[at["reservert"]] = "", "yes"
    for row in once[5:12]:
        row[at["foedselsnummer"]] = ""
    for row in once[12:15]:
        row[at["informert"]] = "unknown"
    return rows


def counts_of(receipt):
    return {**receipt["rows"], **receipt["persons"]}


def with_cells(header, rows, place, **cells):
    changed = [list(row) for row in rows]
    for name, cell in cells.items():
        changed[place][[plainly.plain(one) for one in header].index(name)] = cell
    return changed
