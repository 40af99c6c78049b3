"""Validate and score BrukerPlan registrations, in the dataframe library you already use.

>>> import brukerplan as bp
>>> found = bp.validate({"housing": ["red"]}, test_numbers=True)
Traceback (most recent call last):
...
brukerplan.errors.MissingColumns: ...
"""

from . import engines, errors, experimental, municipality, national_id, plots
from ._core import abi_version as _abi_version
from ._core import library_version as _library_version
from ._names import CLASSES, DOMAINS, RATINGS
from ._tables import Table
from .counts import MappingCounts, count
from .errors import *  # noqa: F403
from .errors import __all__ as _errors
from .histograms import Histogram, explain, histogram
from .pack import Pack
from .preparation import Prepared, prepare
from .projection import Backtest, Projection, backtest, project
from .pseudonyms import Pseudonymiser, linking_pseudonymiser, pseudonymiser
from .record import Check, Finding, check
from .schemes import Comparison, Explanation, Scheme, Score, Scores, compare_schemes, score
from .validation import Validation, validate

if _abi_version() != 1:
    raise ImportError("the core of this package has another interface than the package was made for")

__version__ = _library_version()
__all__ = [
    "CLASSES", "DOMAINS", "RATINGS", "Backtest", "Check", "Comparison", "Explanation", "Finding", "Histogram", "MappingCounts", "Pack", "Prepared", "Projection",
    "Pseudonymiser", "Scheme", "Score", "Scores", "Table", "Validation", "backtest", "check", "compare_schemes", "count", "engines", "errors",
    "experimental", "explain", "histogram", "linking_pseudonymiser", "municipality", "national_id", "plots", "prepare", "project", "pseudonymiser", "score",
    "validate", *_errors,
]  # fmt: skip


def __dir__() -> list[str]:
    return [*__all__, "__version__"]
