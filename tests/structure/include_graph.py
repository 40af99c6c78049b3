"""Each layer includes only from lower layers, and public headers only from public headers."""
import pathlib
import re
import sys

LAYERS = [
    ["model"],
    ["identity", "instrument"],
    ["read", "validation", "scoring"],
    ["register"],
    ["statistics"],
    ["disclosure", "projection", "simulation"],
    ["audit", "write"],
    ["report"],
]
LEVEL = {folder: level for level, folders in enumerate(LAYERS) for folder in folders}
# Outside the layers: known to all, and knowing all.
COMMON = {"version.hpp", "support"}
TOP = {"cli"}
# Of the C interface the layers know only the structs of Arrow, which are not its own.
FOREIGN_STRUCTS = "brukerplan/arrow_c_data.h"
C_INTERFACE = re.compile(r"brukerplan/(.*\.h|\w+_c\.hpp|c/.*)$")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)


def layer_of(path: str) -> str | None:
    parts = path.removeprefix("brukerplan/").split("/")
    return parts[0] if len(parts) > 1 and parts[0] in LEVEL else None


def faults(root: pathlib.Path) -> list[str]:
    found = []
    for top in ("include/brukerplan", "src"):
        base = root / top
        for file in sorted(base.rglob("*.[ch]pp")):
            relative = file.relative_to(base).as_posix()
            own = layer_of(relative)
            if own is None:
                folder = relative.split("/")[0]
                if folder not in COMMON | TOP and relative != "brukerplan.hpp":
                    found.append(f"{top}/{relative}: the folder is in no layer")
                continue
            for quote, target in INCLUDE.findall(file.read_text(encoding="utf-8")):
                if top == "include/brukerplan" and quote == '"':
                    found.append(f"{top}/{relative}: {target} is not included as <brukerplan/...>")
                if C_INTERFACE.match(target) and target != FOREIGN_STRUCTS:
                    found.append(f"{top}/{relative}: {target} belongs to the C interface")
                other = layer_of(target)
                if other is None or other == own:
                    continue
                if LEVEL[other] >= LEVEL[own]:
                    found.append(f"{top}/{relative} ({own}) includes {target} ({other})")
    return found


if __name__ == "__main__":
    problems = faults(pathlib.Path(sys.argv[1]))
    print("\n".join(problems) or "every include goes down the layers")
    sys.exit(1 if problems else 0)
