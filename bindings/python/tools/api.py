"""Writes the page of the interface, docs/python/api.md, from the docstrings of the package, which must be installed.

python api.py [FILE]
"""

from __future__ import annotations

import functools
import importlib
import inspect
import pathlib
import re
import sys
from collections.abc import Iterator
from typing import Any

PAGE = pathlib.Path(__file__).resolve().parents[3] / "docs/python/api.md"
MODULES = {
    "brukerplan.national_id": "National numbers",
    "brukerplan.municipality": "Municipalities",
    "brukerplan.plots": "Plots",
    "brukerplan.engines": "Engines",
    "brukerplan.engines.duckdb": "DuckDB",
    "brukerplan.engines.polars": "Polars",
    "brukerplan.engines.spark": "Spark",
    "brukerplan.experimental": "Experimental",
}
HEAD = """# Every function and class

Written by `bindings/python/tools/api.py` from the docstrings.
"""


def markdown(text: str) -> str:
    """A docstring as Markdown: sections become lists, examples become blocks."""
    lines, listed, example = [], False, False
    for line in inspect.cleandoc(text).splitlines():
        if line.startswith(">>>") and not example:
            lines += ["", "```python"] if lines and lines[-1] else ["```python"]
            example = True
        elif example and not line:
            lines.append("```")
            example = False
        if example:
            lines.append(line)
        elif re.fullmatch(r"(Args|Attributes|Returns|Raises):", line):
            lines += [f"**{line[:-1]}**", ""]
            listed = True
        elif listed and (entry := re.fullmatch(r"    ([\w, ]+): (.*)", line)):
            lines.append(f"- `{entry[1]}`: {entry[2]}")
        elif listed and line.startswith("        "):
            lines.append(f"  {line.strip()}")
        else:
            listed = listed and (not line or line.startswith("    "))
            lines.append(line.strip() if listed else line)
    return "\n".join([*lines, "```"] if example else lines)


def signature(name: str, thing: Any) -> str:
    if isinstance(thing, property) or not callable(thing):
        return name
    try:
        found = inspect.signature(thing)
    except (TypeError, ValueError):
        return name
    kept = [parameter for parameter in found.parameters.values() if parameter.name not in ("self", "cls")]
    plain = re.sub(r"(: |-> )'([^']*)'", r"\1\2", str(found.replace(parameters=kept)))
    return name + plain.replace("<factory>", "...").removesuffix(" -> None")


def members(made: type) -> Iterator[tuple[str, Any]]:
    """What is public in a class and has words of its own, in the order in which it is written."""
    for name, value in vars(made).items():
        if isinstance(value, (staticmethod, classmethod)):
            value = value.__func__
        value = getattr(value, "func", value)  # a cached property
        if not name.startswith("_") and getattr(value, "__doc__", None) and (callable(value) or isinstance(value, property)):
            yield name, value


def constructor(made: type) -> str:
    own = "__init__" in vars(made) and not re.search(r"\b_core\.|_context\.", str(inspect.signature(made)))
    return signature(made.__name__, made) if own or hasattr(made, "__dataclass_fields__") else made.__name__


def described(name: str, thing: Any) -> str:
    if not isinstance(thing, type):
        return f"### `{signature(name, thing)}`\n\n{markdown(thing.__doc__)}\n"
    parts = [f"### `{constructor(thing)}`\n\n{markdown(thing.__doc__ or '')}\n"]
    for member, value in members(thing):
        is_data = isinstance(vars(thing)[member], (property, functools.cached_property))
        parts.append(f"#### `.{member if is_data else signature(member, value)}`\n\n{markdown(value.__doc__)}\n")
    return "\n".join(parts)


def public(module: Any) -> list[tuple[str, Any]]:
    names = getattr(module, "__all__", None)
    if names is None:
        names = [
            name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__ and name[0] != "_"
        ]
    things = [(name, getattr(module, name)) for name in names]
    return [(name, thing) for name, thing in things if callable(thing) and thing.__doc__]


def errors(package: Any) -> str:
    lines = ["| exception | is a | code | when |", "|---|---|---|---|"]
    for name in package.errors.__all__:
        made = getattr(package, name)
        bases = " ".join(f"`{base.__name__}`" for base in made.__bases__)
        when = " ".join((made.__doc__ or "").split()).replace("|", "\\|")
        code = getattr(made, "code", None)
        lines.append(f"| `{name}` | {bases} | {code if isinstance(code, int) else ''} | {when} |")
    return "\n".join(lines) + "\n"


def page() -> str:
    package = importlib.import_module("brukerplan")
    own = [(name, thing) for name, thing in public(package) if name not in package.errors.__all__]
    parts = [HEAD, "## brukerplan\n", *(described(name, thing) for name, thing in own)]
    constants = ", ".join(f"`{name}`" for name in package.__all__ if isinstance(getattr(package, name), tuple))
    parts.append(f"The tokens of the interface in their order: {constants}.\n")
    for name, title in MODULES.items():
        module = importlib.import_module(name)
        parts += [f"## {title}: `{name}`\n", markdown(module.__doc__) + "\n", *(described(*one) for one in public(module))]
    parts += ["## Errors\n", errors(package)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(parts))


if __name__ == "__main__":
    (pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else PAGE).write_text(page(), encoding="utf-8")
