"""Builds the package with scikit-build-core, and puts the sources of the core into a source distribution.

In a clone the core lies two folders up, out of reach of a source distribution. So it is copied to `core` while one is made.
"""

from __future__ import annotations

import contextlib
import pathlib
import re
import shutil
from collections.abc import Iterator, Mapping
from typing import Any

from scikit_build_core import build as backend
from scikit_build_core.build import *  # noqa: F403  the hooks that need no core

HERE = pathlib.Path(__file__).resolve().parent.parent
COPY = HERE / "core"
CLONE = HERE.parent.parent
NEEDED = ("CMakeLists.txt", "cmake", "include", "src", "capi", "packs", "LICENSE")


def core() -> pathlib.Path:
    return COPY if COPY.exists() else CLONE


class Version:
    """The version of the library, which stands in one of its headers."""

    def dynamic_metadata(self, settings: Mapping[str, Any], project: Mapping[str, Any]) -> dict[str, str]:
        text = (core() / "include/brukerplan/version.hpp").read_text(encoding="utf-8")
        return {"version": re.search(r'library_version = "([0-9.]+)"', text)[1]}


@contextlib.contextmanager
def core_inside() -> Iterator[None]:
    if COPY.exists():  # this is a source distribution
        yield
        return
    try:
        for name in NEEDED:
            source, target = CLONE / name, COPY / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, target) if source.is_dir() else shutil.copy2(source, target)
        yield
    finally:
        shutil.rmtree(COPY, ignore_errors=True)


def build_sdist(sdist_directory: str, config_settings: dict[str, list[str] | str] | None = None) -> str:
    with core_inside():
        return backend.build_sdist(sdist_directory, config_settings)
