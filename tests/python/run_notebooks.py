"""Runs notebooks from beginning to end where they lie, and looks at what they show: python run_notebooks.py FILE...

A notebook holds no output in the clone, and what it shows when it runs holds no national number.
"""

import pathlib
import re
import sys

import nbformat
from nbclient import NotebookClient

ELEVEN_DIGITS = re.compile(r"(?<![0-9.])[0-9]{6} ?[0-9]{5}(?![0-9])")


def shown(notebook):
    """Every text that the cells of a notebook have put out."""
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            texts = [output.get("text", ""), *(text for kind, text in output.get("data", {}).items() if kind.startswith("text/"))]
            yield from ("".join(text) for text in texts)


def run(path):
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    assert list(shown(notebook)) == [] and not any(cell.get("execution_count") for cell in notebook.cells), (
        f"{path.name} holds output"
    )
    NotebookClient(notebook, timeout=600, kernel_name="python3", resources={"metadata": {"path": path.parent}}).execute()
    texts = list(shown(notebook))
    drawn = sum(len(re.findall(r"\bplots\.\w+\(", cell.source)) for cell in notebook.cells if cell.cell_type == "code")
    pictures = sum("image/png" in output.get("data", {}) for cell in notebook.cells for output in cell.get("outputs", []))
    assert pictures == drawn, f"{path.name} shows {pictures} of {drawn} plots"
    assert texts, f"{path.name} shows nothing"
    assert not any(ELEVEN_DIGITS.search(text) for text in texts), f"{path.name} shows a national number"
    print(f"{path.name}: {len(notebook.cells)} cells, {pictures} pictures")
    return notebook


if __name__ == "__main__":
    for name in sys.argv[1:]:
        run(pathlib.Path(name))
