"""Every exported function of the C interface is called by the package for Python, or stands on the list of those that are not,
with the reason; and the package calls nothing else of the library.

usage: bound.py <source folder>
"""

import pathlib
import re
import sys

HEADERS = {"brukerplan/brukerplan.h", "brukerplan/brukerplan_experimental.h", "brukerplan/arrow_c_data.h"}


def main(source):
    root = pathlib.Path(source)
    module = [file.read_text(encoding="ascii") for file in sorted((root / "bindings/python/module").glob("*.?pp"))]
    exported = {name for file in (root / "capi/abi").glob("*.symbols") for name in file.read_text(encoding="ascii").split()}
    called = exported & {name for text in module for name in re.findall(r"\bbplan_\w+", text)}
    lines = (root / "bindings/python/not-bound.txt").read_text(encoding="utf-8").splitlines()
    reasons = dict((line.split(maxsplit=1) + [""])[:2] for line in lines if line and not line.startswith("#"))
    excused = {name: {function for function in exported if re.fullmatch(name.replace("*", r"\w*"), function)} for name in reasons}
    problems = [
        *(f"{name} is neither called nor on not-bound.txt" for name in sorted(exported - called - set().union(*excused.values()))),
        *(f"{name} is called, and on not-bound.txt" for names in excused.values() for name in sorted(called & names)),
        *(f"{name} of not-bound.txt is no function" for name, names in excused.items() if not names),
        *(f"{name} has no reason on not-bound.txt" for name, reason in reasons.items() if len(reason) <= 10),
        *(
            f"{header} is included"
            for text in module
            for header in re.findall(r"#include <(brukerplan/[^>]+)>", text)
            if header not in HEADERS
        ),
    ]
    print("\n".join(problems) or f"{len(called)} of {len(exported)} functions are called")
    return int(bool(problems) or not called)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
