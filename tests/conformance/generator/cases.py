"""Cases as they are collected and written: one a line, ids unique, a reason for each."""
import json


def line_of(case):
    """A case on one line, also for those who take the line separator U+2028 as the end of one."""
    return json.dumps(case, ensure_ascii=False).replace("\u2028", "\\u2028") + "\n"


class Cases:
    def __init__(self):
        self._files = {}
        self._ids = set()

    def add(self, file, kind, name, reason, given, expected):
        """Adds a case; its id is `<kind>/<name>`."""
        case_id = f"{kind}/{name}"
        if case_id in self._ids:
            raise ValueError(f"{case_id} stands twice")
        if not reason.endswith(".") or "\n" in reason:
            raise ValueError(f"the reason of {case_id} is no sentence")
        self._ids.add(case_id)
        self._files.setdefault(file, []).append(
            {"id": case_id, "kind": kind, "reason": reason, "given": given, "expected": expected})

    def files(self):
        """The text of each file by its name."""
        return {f"{file}.ndjson": "".join(line_of(case) for case in cases) for file, cases in sorted(self._files.items())}

    def __len__(self):
        return len(self._ids)
