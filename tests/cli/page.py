"""What tests of pages share: their sections, blocks and tables, and running what stands in them."""
import os
import pathlib
import re
import subprocess

from command import COMMAND

SHELL = 'set -e\nbrukerplan() { "$BRUKERPLAN" "$@" --lang en; }\n'


def section(page, title):
    return re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", page, re.M | re.S).group(1)


def blocks(text):
    """Indented blocks, without their indent."""
    return ["\n".join(line[4:] for line in block.splitlines()) for block in re.findall(r"(?:^    .*\n)+", text, re.M)]


def table(text):
    """Rows of the first table, by its headers."""
    lines = [[cell.strip().strip("`") for cell in line.strip("|").split("|")]
             for line in re.search(r"(?:^\|.*\n)+", text, re.M).group(0).splitlines()]
    return [dict(zip(lines[0], line)) for line in lines[2:]]


def run(folder, commands):
    """What is told on the terminal."""
    done = subprocess.run(["sh", "-c", SHELL + commands], cwd=folder, check=False, capture_output=True, text=True,
                          encoding="utf-8", env={**os.environ, "BRUKERPLAN": str(pathlib.Path(COMMAND).resolve())})
    assert done.returncode == 0, done.stderr
    return done.stderr.splitlines()


def without_files(lines):
    """A page leaves out what is told of each file, and that they hold test numbers."""
    return [line for line in lines if not re.match(r"\S+\.csv: separator|Test numbers are on", line)]
