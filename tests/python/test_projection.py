"""Counts, projections and backtests: what the core makes of them, and what Python adds."""

import csv
import datetime

import brukerplan as bp
import pytest
import rounds
import sample

COLUMNS = ("municipality service quantity model horizon mean sd q05 q10 q25 q50 q75 q90 q95 band_low band_high naive_mean naive_q05 "
           "naive_q95 terms variance_shares flags").split()  # fmt: skip
FEW = {"refits": 20, "draws": 200}


@pytest.fixture(scope="module")
def projected():
    return bp.project(rounds.cells(), coverage=rounds.coverage(), **FEW)


def write(path, rows, **form):
    with open(path, "w", newline="", encoding=form.pop("encoding", "utf-8")) as file:
        writer = csv.DictWriter(file, list(rows[0]), **form)
        writer.writeheader()
        writer.writerows(rows)
    return path


# ---- Counts


def test_registrations_are_counted_as_the_report_counts_them(text):
    counts = bp.count(text, test_numbers=True)
    report = bp.experimental.report(text, test_numbers=True)
    assert counts.totals["rows"] == len(text["Kommune"]) == report["counts"]["rows"]
    assert counts.totals["persons"] == sum(counts._rounds[at]["recipients"] for at in range(len(counts)))
    assert not any(number in counts.save() for number in text["Fødselsnummer"] if number)
    assert repr(counts).startswith("<brukerplan.MappingCounts: ")


def test_a_file_is_counted_as_its_table(text):
    with pytest.warns(bp.UnreadableRows):
        of_file = bp.count(sample.FILE, test_numbers=True)
    assert of_file == bp.count(text, test_numbers=True)


def test_parts_in_any_order_are_the_same_counts():
    parts = [bp.MappingCounts.of_table([row for row in rounds.cells() if row["round"] == year]) for year in (2021, 2022, 2023, 2024)]
    whole = bp.MappingCounts.of_table(rounds.cells())
    forward = parts[0] + parts[1] + (parts[2] + parts[3])
    backward = (parts[3] + parts[1]) + parts[2] + bp.MappingCounts.restore(parts[0].save())
    assert forward.save() == backward.save() == whole.save()
    assert forward == whole and forward != parts[0]
    assert len(whole) == 24 and len(parts[0]) == 6, "what was added stays as it was"


def test_counts_come_back_as_they_went_in():
    counts = bp.MappingCounts.of_table(rounds.cells())
    assert counts.table.to_dicts() == sorted(rounds.cells(), key=lambda row: (row["municipality"], row["round"], row["service"]))
    assert bp.MappingCounts.of_table(counts.table, counts.profiles) == counts


def test_profiles_may_go_with_counts_or_alone():
    cells = rounds.cells(1, (2024,))
    profiles = [{"municipality": "9001", "round": 2024, "profile": "red:none", "recipients": 9}]
    assert bp.MappingCounts.of_table(cells, profiles).profiles.to_dicts() == profiles
    assert len(bp.MappingCounts.of_table(None, profiles).table) == 0
    with pytest.raises(bp.InvalidArgument):
        bp.project(bp.MappingCounts.of_table(cells), profiles=profiles)


@pytest.mark.parametrize("form", [{}, {"delimiter": ";"}, {"encoding": "cp1252"}, {"delimiter": "\t", "encoding": "utf-8-sig"}])
def test_a_csv_file_is_read_as_it_is(tmp_path, form):
    rows = [{**row, "service": row["service"].replace("gp", "fastlegebesøk")} for row in rounds.cells()]
    path = write(tmp_path / "counts.csv", rows, **form)
    assert bp.MappingCounts.of_table(path) == bp.MappingCounts.of_table(str(path)) == bp.MappingCounts.of_table(rows)


def test_any_table_will_do():
    polars, pandas = pytest.importorskip("polars"), pytest.importorskip("pandas")
    frame = polars.DataFrame(rounds.cells()).with_columns(polars.col("mapped_on").str.to_date())
    counts = bp.MappingCounts.of_table(rounds.cells())
    assert bp.MappingCounts.of_table(frame) == counts
    holes = pandas.DataFrame(rounds.cells()).astype({"received_needed": float})
    holes["mapped_on"] = [datetime.datetime.fromisoformat(day) for day in holes["mapped_on"]]
    holes.loc[0, "recipients"] = None
    assert bp.MappingCounts.of_table(holes) == counts


def test_what_is_wrong_with_a_row_is_told_with_its_line():
    cells = rounds.cells()
    cells[3]["neither"] = -1
    with pytest.raises(bp.InvalidArgument, match="line 5"):
        bp.MappingCounts.of_table(cells)
    with pytest.raises(bp.InvalidState):
        bp.MappingCounts.restore("{}")
    with pytest.raises(bp.InputError):
        bp.count({"municipality": ["9001"]})


def test_what_progress_raises_ends_the_count(text):
    def stop(rows):
        raise KeyError("enough")

    many = (text for _ in range(100_000))
    with pytest.raises(KeyError, match="enough"):
        bp.count(many, test_numbers=True, progress=stop)


# ---- Projections


def test_a_projection_has_the_frozen_columns(projected):
    assert projected.columns == COLUMNS
    assert len(projected) == 6 * 3 * 3
    assert projected.municipalities == [str(9001 + number) for number in range(6)]
    assert isinstance(projected, bp.Table) and repr(projected) == "<brukerplan.Projection: 6 municipalities>"
    assert "expected_use" in projected._repr_html_()


def test_terms_add_up_and_shares_sum_to_one(projected):
    for row in projected:
        assert sum(term["persons"] for term in row["terms"]) == pytest.approx(row["mean"], rel=1e-6, abs=1e-9)
        assert sum(row["variance_shares"].values()) == pytest.approx(1)
        assert row["q05"] <= row["q50"] <= row["q95"] and row["flags"].startswith("estimated")


def test_gap_is_need_less_use(projected):
    rows = projected.to_dicts()
    for need, use, gap in zip(rows[::3], rows[1::3], rows[2::3]):
        assert (need["quantity"], use["quantity"], gap["quantity"]) == ("need", "expected_use", "gap")
        assert gap["mean"] == pytest.approx(need["mean"] - use["mean"])


def test_one_municipality_is_as_among_the_others(projected):
    alone = projected.of("9003").to_dicts()
    assert alone == [row for row in projected if row["municipality"] == "9003"]
    with pytest.raises(KeyError):
        projected.of("9099")


def test_areas_and_the_country_are_sums(projected):
    use = {(row["municipality"], row["service"]): row["mean"] for row in projected if row["quantity"] == "expected_use"}
    areas = {"9001": "south", "9002": "north", "9003": "north"}
    for given in (areas, {"municipality": list(areas), "area": list(areas.values())}):
        sums = {(row["municipality"], row["service"]): row["mean"] for row in projected.areas(given) if row["quantity"] == "expected_use"}
        assert len(sums) == 6
        assert sums["north", "gp"] == pytest.approx(use["9002", "gp"] + use["9003", "gp"], rel=0.1)
    country = projected.country("Norway").to_dicts()
    assert {row["municipality"] for row in country} == {"Norway"}
    assert country[1]["mean"] == pytest.approx(sum(use[code, country[1]["service"]] for code in projected.municipalities), rel=0.1)


def test_the_same_seed_gives_the_same_and_another_others():
    seeds = [bp.project(rounds.cells(), seed=seed, **FEW).country()["sd"] for seed in (1, 1, 2)]
    assert seeds[0] == seeds[1] != seeds[2]


def test_what_is_not_known_is_said():
    cells = [row for row in rounds.cells() if (row["municipality"], row["round"], row["service"]) != ("9001", 2024, "gp")]
    lacking = bp.project(cells, **FEW).to_dicts()
    silent = [row for row in lacking if row["mean"] is None]
    assert [row["service"] for row in silent] == ["gp"] * 3
    assert all("not_asked" in row["flags"] and row["terms"] == [] and row["variance_shares"] is None for row in silent)
    assert all("coverage_assumed" in row["flags"] for row in lacking)
    first = bp.project(rounds.cells(years=(2024,)), **FEW).to_dicts()
    assert all("first_mapping" in row["flags"] and "no_history" in row["flags"] for row in first)


def test_scenarios_and_models():
    use = {}
    for scenario in ("as_is", "met_need", "full_coverage", "more_entrants", "constant_rates"):
        made = bp.project(rounds.cells(), scenario=scenario, percentile=0.9, more=0.2, **FEW)
        use[scenario] = made.of("9002").to_dicts()[1]["mean"]
    assert use["more_entrants"] == pytest.approx(1.2 * use["as_is"])
    assert use["full_coverage"] < use["as_is"] <= use["met_need"]
    full = bp.project(rounds.cells(), scenario="capacity", capacities={("9002", "gp"): 2}, **FEW)
    assert full.of("9002").to_dicts()[4]["service"] == "gp" and full.of("9002").to_dicts()[4]["q95"] == 2
    every = bp.project(rounds.cells(), all_models=True, **FEW).of("9001")["model"]
    assert {"naive", "peers", "smoother", "credibility"} <= set(every)


def test_population_counts_where_it_should():
    population = [{"year": year, "municipality": "9001", "sex": "female", "age_band": "16+", "population": residents}
                  for year, residents in ((2024, 1000), (2027, 2000))]  # fmt: skip
    means = [bp.project(rounds.cells(), horizon=3, population=given, **FEW).of("9001").to_dicts()[1]["mean"] for given in (None, population)]
    assert means[1] == pytest.approx(2 * means[0])


@pytest.mark.parametrize(
    "wrong",
    [
        {"horizon": 6},
        {"draws": 10},
        {"refits": -1},
        {"scenario": "miracle"},
        {"scenario": "met_need", "percentile": 1.5},
        {"capacities": {("9001", "gp"): 2}},
        {"coverage": [{"municipality": "9001", "round": 2024, "coverage": 1.5}]},
        {"population": {"year": [2024]}},
    ],
)
def test_arguments_out_of_range_are_refused(wrong):
    with pytest.raises(bp.InvalidArgument):
        bp.project(rounds.cells(), **{**FEW, **wrong})


def test_other_libraries_take_a_projection(projected):
    polars = pytest.importorskip("polars")
    frame = projected.to_polars()
    assert frame.shape == (54, 22) and frame["terms"].dtype == polars.List(polars.Struct({"term": polars.String, "persons": polars.Float64}))
    assert frame.filter(polars.col("quantity") == "need").height == 18
    pytest.importorskip("pyarrow")
    assert projected.to_arrow().num_rows == 54
    assert projected.to_pandas()["variance_shares"][0]["outcome"] <= 1


# ---- Backtests


def test_a_backtest_scores_every_model():
    told = []
    tested = bp.backtest(rounds.cells(), coverage=rounds.coverage(), refits=5, progress=told.append)
    assert len(tested) == 11 and {"naive", "credibility"} <= set(tested["forecaster"])
    assert tested["period"] == [None] * 11 and "credibility" in tested._repr_html_()
    by_service = tested.by("service").to_dicts()
    assert len(by_service) == 33 and {row["service"] for row in by_service} == set(rounds.SERVICES)
    whole = {row["forecaster"]: row["forecasts"] for row in tested}
    for model, forecasts in whole.items():
        assert sum(row["forecasts"] for row in tested.by("period", "size_group") if row["forecaster"] == model) == forecasts
    compared = tested.comparisons(100)
    assert compared.columns == ["forecaster", "baseline", "service", "relative", "relative_low", "relative_high", "share_better"]
    assert set(compared["relative_low"]) == set(compared["share_better"]) == {None}, "three municipalities do not show what may be luck"
    for resamples in (0, 99, 100_001):
        with pytest.raises(bp.InvalidArgument, match="100 to 100000"):
            tested.comparisons(resamples)
    with pytest.raises(bp.InvalidArgument, match="county"):
        tested.by("county")
    assert len(bp.backtest(rounds.cells(years=(2024,)), refits=0)) == 0
