"""Libraries that are used where they are installed, and missed politely where they are not."""

from __future__ import annotations

import importlib
from typing import Any

from .errors import MissingLibrary


def library(name: str, purpose: str, install: str = "") -> Any:
    """The module `name`, or a `MissingLibrary` that says what to install for `purpose`."""
    try:
        return importlib.import_module(name)
    except ImportError:
        raise MissingLibrary(f"{purpose} needs {name}, which is not installed: pip install {install or name}") from None
