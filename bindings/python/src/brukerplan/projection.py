"""Next year's demand: who needs each service, who is expected to receive it, and the gap between the two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from . import _core
from ._context import text, told_to, whole_number
from ._csv import csv_text
from ._tables import Table
from .counts import MappingCounts
from .errors import InvalidArgument

SPLITS = ("period", "service", "size_group")
SEEDS = (-(2**63), 2**63 - 1)


class Projection(Table):
    """A row for each municipality, service and quantity, in the columns

    | | |
    |---|---|
    | `municipality service` | as counted; of areas, their name |
    | `quantity` | `need` (by what was stated), `expected_use` (under present practice; the one that can be scored) or `gap`, need less use |
    | `model` | that gave the numbers |
    | `horizon` | years ahead |
    | `mean sd q05 q10 q25 q50 q75 q90 q95` | persons in the whole target group, mapped or not |
    | `band_low band_high` | the 90 % interval in persons, if those who were not mapped use half as much as the others, or half as much again |
    | `naive_mean naive_q05 naive_q95` | persons: use as it was last year; of `gap`, need less that |
    | `terms` | a list of `term` and `persons`, which add up to the mean |
    | `variance_shares` | which part of the variance is from what: `outcome parameters coverage local_shock common_shock`, which sum to 1 |
    | `flags` | what the numbers rest on, tokens with a bar between them, the status (`identified estimated assumed`) first |

    Where nothing is known, the numbers are null and the flags say why. It never changes, and a municipality's rows are the same
    whatever else is asked for. Experimental: it may change with any release.
    """

    __slots__ = ("_fitted",)

    _fitted: _core.Projection

    @classmethod
    def _by(cls, fitted: _core.Projection) -> Projection:
        made = cls.__new__(cls)
        made._set(lambda: fitted.rows(0, len(fitted.municipalities())), None, None, True)
        made._fitted = fitted
        return made

    @property
    def municipalities(self) -> list[str]:
        """The municipalities, as they are today, in the order of their codes."""
        return self._fitted.municipalities()

    def of(self, municipality: str) -> Table:
        """The rows of one municipality.

        Raises:
            KeyError: there is none of this code.
        """
        try:
            place = self.municipalities.index(municipality)
        except ValueError:
            raise KeyError(municipality) from None
        return Table._of(self._fitted.rows(place, 1), shown=True)

    def areas(self, areas: Any) -> Table:
        """The sums over areas, in the same columns: their quantiles are from draws in which municipalities share what is common to all.

        Args:
            areas: the area of each municipality: a dictionary, a table with the columns `municipality area`, or the path of a file.
                Municipalities without counts are passed over.

        Raises:
            InvalidArgument: a row is wrong.
        """
        if isinstance(areas, Mapping) and all(isinstance(area, str) for area in areas.values()):
            areas = {"municipality": list(areas), "area": list(areas.values())}
        return Table._of(self._fitted.areas(csv_text(areas)), shown=True)

    def country(self, name: str = "all") -> Table:
        """The sum over all municipalities, likewise, under a name in the column `municipality`."""
        return Table._of(self._fitted.country(text(name, "name")), shown=True)

    def __repr__(self) -> str:
        return f"<brukerplan.Projection: {len(self.municipalities)} municipalities>"


def _counts(counts: Any, profiles: Any) -> MappingCounts:
    if not isinstance(counts, MappingCounts):
        return MappingCounts.of_table(counts, profiles)
    if profiles is not None:
        raise InvalidArgument("profiles belong to a table of counts; these counts have theirs")
    return counts


def _thousandths(scenario: str, percentile: float, more: float) -> int:
    name, share = {"met_need": ("percentile", percentile), "more_entrants": ("more", more)}.get(scenario, ("", 0))
    try:
        return whole_number(round(1000 * share), name)
    except (TypeError, ValueError):
        raise InvalidArgument(f"{name} must be a share, as 0.7") from None


def _room(capacities: Any) -> list[tuple[str, str, int]]:
    try:
        return [
            (text(municipality, "a municipality"), text(service, "a service"), whole_number(persons, "persons", 0, 2**32 - 1))
            for (municipality, service), persons in (capacities or {}).items()
        ]
    except (AttributeError, TypeError, ValueError) as error:
        if isinstance(error, InvalidArgument):
            raise
        raise InvalidArgument("capacities are persons by municipality and service, as {('9001', 'gp'): 5}") from None


def project(
    counts: Any,
    *,
    profiles: Any = None,
    coverage: Any = None,
    population: Any = None,
    horizon: int = 1,
    scenario: str = "as_is",
    percentile: float = 0.70,
    more: float = 0.10,
    capacities: Mapping[tuple[str, str], int] | None = None,
    all_models: bool = False,
    refits: int = 1000,
    draws: int = 1000,
    seed: int = 1,
) -> Projection:
    """Projects the demand of the coming years from counts of earlier rounds, of which earlier municipalities are brought to those of
    today. The same arguments give the same numbers. Experimental.

    Args:
        counts: `MappingCounts`, or a table of counts as for `MappingCounts.of_table`. One round is enough; the flags say what it
            lacks.
        profiles: with a table of counts, a table of profiles.
        coverage: which part of the target group each round has mapped: a table with the columns `municipality round coverage
            coverage_sd basis` (shares from 0 to 1, and the standard deviation of their logarithm) or `municipality round unit
            expected took_part`, or the path of a file. Without it, it is assumed, and the flags say so.
        population: residents, a table with the columns `year municipality sex age_band population`, or the path of a file: of the
            years of mapping and of those that are projected. It counts from a horizon of three years on, and in `constant_rates`.
        horizon: years ahead, 1 to 5.
        scenario: what is changed, on the same draws: `as_is`, `met_need` (where less of stated need is met than at the `percentile` of
            the municipalities, as much is met as there), `full_coverage`, `more_entrants` (by the share `more`), `constant_rates`
            (last year's use, growing with the population), or `capacity` (no more than there is room for).
        capacities: persons that there is room for, by municipality and service.
        all_models: expected use by every model, and not by the chosen one alone; stated need is none of them.
        refits: how often models are fitted anew to see how well they are known, 0 to 100 000.
        draws: from how many draws sums have their quantiles, 100 to 100 000.
        seed: of refits and draws.

    Raises:
        InvalidArgument: an argument out of range, or a row of a table is wrong; the message says which.

    >>> import brukerplan as bp
    >>> rounds = [("9001", 2022, 6), ("9001", 2023, 8), ("9002", 2022, 5), ("9002", 2023, 4)]
    >>> cells = [{"municipality": municipality, "round": year, "service": "work", "received_needed": received, "received_only": 1,
    ...     "needed_only": 3, "neither": 20} for municipality, year, received in rounds]
    >>> projected = bp.project(cells, refits=50)
    >>> projected["quantity"][:3], projected["horizon"][:3]
    (['need', 'expected_use', 'gap'], [1, 1, 1])
    >>> use = projected.to_dicts()[1]
    >>> round(sum(term["persons"] for term in use["terms"]) - use["mean"], 6), "coverage_assumed" in use["flags"]
    (0.0, True)
    """
    if capacities is not None and scenario != "capacity":
        raise InvalidArgument("capacities count in the scenario capacity alone")
    return Projection._by(
        _core.project(
            _counts(counts, profiles)._core,
            horizon=whole_number(horizon, "horizon"),
            refits=whole_number(refits, "refits"),
            draws=whole_number(draws, "draws"),
            seed=whole_number(seed, "seed", *SEEDS),
            coverage=csv_text(coverage),
            population=csv_text(population),
            all_models=bool(all_models),
            scenario=text(scenario, "scenario"),
            thousandths=_thousandths(scenario, percentile, more),
            capacities=_room(capacities),
        )
    )


class Backtest(Table):
    """How well each model would have said what came, over all past rounds: a row for each model, in the columns

    | | |
    |---|---|
    | `forecaster`, `baseline` | the model; 1 for those that others are compared with, else 0 |
    | `period service size_group` | of what; null for all |
    | `forecasts`, `observed`, `expected` | their number; persons that came, and that were expected |
    | `crps weighted_crps log_crps wis interval_score` | mean scores, less is better: continuous ranked probability (in persons; divided by 1 + the square root of last year's count; of log(1 + count)), weighted interval, 90 % interval |
    | `coverage_50 coverage_80 coverage_90 below above` | shares of what came inside the central intervals, and outside the 90 %, free of what rounding to persons adds |
    | `closed_50 closed_80 closed_90 closed_below closed_above` | the same of the closed intervals, as they are printed |
    | `bias` | what was expected too much, relative to what came |
    | `mase` | mean absolute error by that of "as last year"; null where it is not known |

    Experimental: it may change with any release.
    """

    __slots__ = ("_run",)

    _run: _core.Backtest

    @classmethod
    def _by(cls, run: _core.Backtest) -> Backtest:
        made = cls.__new__(cls)
        made._set(lambda: run.scores(False, False, False), None, None, True)
        made._run = run
        return made

    def by(self, *parts: str) -> Table:
        """The same scores for each `period`, `service` or `size_group`, or several of these.

        Raises:
            InvalidArgument: a part is none of these.
        """
        if unknown := set(parts) - set(SPLITS):
            raise InvalidArgument(f"scores are told apart by {', '.join(SPLITS)}, and not by {', '.join(sorted(unknown))}")
        return Table._of(self._run.scores(*(split in parts for split in SPLITS)), shown=True)

    def comparisons(self, resamples: int = 2000) -> Table:
        """Each model against each baseline on the same counts: better, or only luckier?

        Args:
            resamples: samples of the municipalities, drawn with replacement; 100 to 100 000.

        Returns:
            `forecaster baseline service relative relative_low relative_high share_better`, `service` null for all. `relative` is the
            model's weighted CRPS as a multiple of the baseline's, below 1 where the model is better; `relative_low` and `relative_high`
            are its central 95 % over the resamples, and `share_better` the share of these in which the model is better. The last three
            are null where fewer than 10 municipalities were scored (of the service, where it is of one): few, drawn again, do not
            show what may be luck.

        Raises:
            InvalidArgument: there are fewer or more resamples.
        """
        return Table._of(self._run.comparisons(whole_number(resamples, "resamples")), shown=True)

    def __repr__(self) -> str:
        return f"<brukerplan.Backtest: {len(self)} models>"


def backtest(
    counts: Any,
    *,
    profiles: Any = None,
    coverage: Any = None,
    horizon: int = 1,
    refits: int = 100,
    seed: int = 1,
    progress: Callable[[int], Any] | None = None,
) -> Backtest:
    """Predicts every past round from those before it alone, by every model, and scores what was said. Experimental.

    Args:
        counts, profiles, coverage, refits, seed: as for `project`.
        horizon: years between a round and what is predicted from it.
        progress: called now and then with the number of periods so far; what it raises ends the call.

    Raises:
        InvalidArgument: as `project`.

    >>> import brukerplan as bp
    >>> cells = [{"municipality": municipality, "round": year, "service": "work", "received_needed": 4 + year % 3, "received_only": 1,
    ...     "needed_only": 3, "neither": 20} for municipality in ("9001", "9002", "9003") for year in (2021, 2022, 2023, 2024)]
    >>> tested = bp.backtest(cells, refits=0)
    >>> len(tested), sorted(set(tested.by("period")["period"]))
    (11, [2022, 2023, 2024])
    """
    run = _core.backtest(
        _counts(counts, profiles)._core,
        horizon=whole_number(horizon, "horizon"),
        refits=whole_number(refits, "refits"),
        seed=whole_number(seed, "seed", *SEEDS),
        coverage=csv_text(coverage),
        progress=told_to(progress),
    )
    return Backtest._by(run)
