"""Validate and score BrukerPlan registrations, in the dataframe library you already use."""
from . import errors
from ._core import library_version as _library_version
from ._tables import Table
from .errors import *  # noqa: F403
from .schemes import Scheme, score
from .pack import Pack
from .validation import Validation, validate

__version__ = _library_version()
