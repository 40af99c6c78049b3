"""What is said of next year: honest about what it rests on, and the same whichever way the counts came."""
import collections
import csv
import io
import json
import pathlib
import tempfile

from command import run

COLUMNS = ("municipality,service,quantity,model,horizon,mean,sd,q05,q10,q25,q50,q75,q90,q95,band_low,band_high,"
           "naive_mean,naive_q05,naive_q95,terms,variance_shares,flags").split(",")
NUMBERS = COLUMNS[5:19]
STATUSES = ("identified", "estimated", "assumed")
WORLD = ("--municipalities", 24, "--recipients", 3000, "--seed", 3)
FEW = ("--refits", 50)
COUNTS = ("municipality", "round", "mapped_on", "service", "received_needed", "received_only", "needed_only",
          "neither", "recipients")


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def read(path):
    return rows_of(path.read_text(encoding="utf-8"))


def write(path, rows, columns=None):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns or list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def call(command, *arguments, code=0):
    out, errors, done = run(command, *arguments, "--lang", "en")
    assert done == code, (arguments, done, errors)
    assert code == 0 or out == "", "something was written before the call was refused"
    return out, errors


def project(*arguments):
    out, errors = call("project", *arguments, *FEW)
    found = rows_of(out)
    for row in found:
        check_row(row)
    return found, errors


def refused(*arguments, command="project"):
    return call(command, *arguments, code=2)[1]


def simulate(folder, *arguments, world="base", first=2021, last=2024):
    """Files of a world, by name."""
    files = {name: folder / f"{world}-{first}-{last}-{name}.csv"
             for name in ("counts", "profiles", "coverage", "population", "out")}
    options = [part for name, path in files.items() for part in (f"--{name}", path)]
    _, errors, code = run("simulate", *WORLD, "--world", world, "--first-year", first, "--year", last, *options,
                          *arguments)
    assert code == 0, errors
    return files


def known(files):
    return ("--counts", files["counts"], "--profiles", files["profiles"], "--coverage", files["coverage"])


def pairs(cell):
    return {name: float(value) for name, value in (part.split("=") for part in cell.split("|"))} if cell else {}


def flags(row):
    return row["flags"].split("|") if row["flags"] else []


def check_row(row):
    """Every number stands beside the naive one, explains itself, and says what it rests on."""
    assert list(row) == COLUMNS
    assert row["flags"], "a row that does not say what it rests on"
    statuses = [flag for flag in flags(row) if flag in STATUSES]
    if row["mean"] == "":
        assert not any(row[name] for name in NUMBERS) and row["terms"] == row["variance_shares"] == "" and not statuses
        return
    assert all(row[name] for name in NUMBERS) and len(statuses) == 1 and flags(row)[0] == statuses[0], row
    terms, shares = pairs(row["terms"]), pairs(row["variance_shares"])
    assert abs(sum(terms.values()) - float(row["mean"])) <= 0.0005 * (len(terms) + 1) + 1e-9, row
    assert abs(sum(shares.values()) - 1) <= 0.00005 * (len(shares) + 1) and len(shares) == 5, row
    quantiles = [int(row[name]) for name in COLUMNS[7:14]]
    assert quantiles == sorted(quantiles) and float(row["band_low"]) <= float(row["band_high"])
    assert not any(row[name].startswith("-0.000") for name in NUMBERS), row
    if row["quantity"] == "need":
        assert row["model"] == "stated_need"
    else:
        assert row["model"] != "stated_need", "need is not use"


def by_key(rows):
    return {(row["municipality"], row["service"], row["quantity"]): row for row in rows}


def all_flags(rows):
    return set().union(*(flags(row) for row in rows))


# ---- The table

def check_shape(files):
    rows, errors = project(*known(files), "--national")
    municipalities = {row["municipality"] for row in rows}
    assert len(municipalities) == 25 and "all" in municipalities
    services = {row["service"] for row in rows}
    assert len(rows) == len(municipalities) * len(services) * 3 == 25 * 24 * 3
    assert "Such pairs: 72." in errors and "each once in each round" in errors and "not for publication" in errors
    for language in ("nb", "nn"):
        _, told, code = run("project", *known(files), *FEW, "--lang", language)
        assert code == 0 and len(told.splitlines()) >= 6

    more, _ = project(*known(files), "--all-models", "--municipality", "9003")
    assert {row["municipality"] for row in more} == {"9003"}
    models = collections.Counter(row["model"] for row in more if row["quantity"] == "expected_use")
    assert set(models) == {"naive", "peers", "one_ratio", "conversion", "smoother", "credibility"}
    assert set(models.values()) == {24}
    chosen = by_key(rows)
    assert all(row in more for key, row in chosen.items() if key[0] == "9003"), "asked for alone, it is the same"

    lines = call("project", *known(files), *FEW, "--national", "--format", "ndjson")[0].splitlines()
    assert len(lines) == len(rows)
    for line, row in zip(lines, rows):
        one = json.loads(line)
        assert list(one) == COLUMNS and one["flags"] == flags(row) and one["terms"] == pairs(row["terms"])
        assert one["variance_shares"] == pairs(row["variance_shares"])
        assert all(one[name] == float(row[name]) for name in NUMBERS), (one, row)


def check_areas(files, folder):
    areas = write(folder / "areas.csv", [{"municipality": str(9001 + m), "area": "east" if m < 10 else "west"}
                                         for m in range(23)] + [{"municipality": "9999", "area": "west"}])
    rows, errors = project(*known(files), "--areas", areas)
    assert {row["municipality"] for row in rows} >= {"east", "west"}
    assert "of which nothing is counted: 1" in errors and "in no area: 1" in errors
    found = by_key(rows)
    for service in {row["service"] for row in rows}:
        parts = sum(float(found[str(9001 + m), service, "need"]["mean"]) for m in range(10))
        whole = found["east", service, "need"]
        assert abs(parts - float(whole["mean"])) < 0.5 * float(whole["sd"]), "a sum of its municipalities, but for draws"
    clash = write(folder / "clash.csv", [{"municipality": "9001", "area": "9002"}])
    assert "named as a municipality" in refused(*known(files), "--areas", clash)
    country = write(folder / "country.csv", [{"municipality": "9001", "area": "all"}])
    assert "named as a municipality" in refused(*known(files), "--areas", country, "--national")


# ---- Where the counts come from

def check_same_bytes(files, folder):
    """Registrations or their counts, in any order and any parts."""
    registrations = read(files["out"])
    plain = ("--coverage", files["coverage"], "--national", *FEW)
    from_rows = call("project", files["out"], "--test-numbers", *plain)[0]

    last, services = {}, {row["service"] for row in rows_of(from_rows)}
    for row in registrations:
        key = (row["municipality"], row["mapping_year"])
        last[key] = max(last.get(key, ""), row["mapped_on"])
    counts = [{**row, "mapped_on": last[row["municipality"], row["round"]]} for row in read(files["counts"])]
    listed = {row["service"] for row in counts}
    for key in last:  # nobody had the services that the world does not have
        here = next(row for row in counts if (row["municipality"], row["round"]) == key)
        nobody = {**here, "received_needed": 0, "received_only": 0, "needed_only": 0, "neither": here["recipients"]}
        counts += [{**nobody, "service": service} for service in sorted(services - listed)]
    from_counts = ("--profiles", files["profiles"], *plain)
    made = write(folder / "made.csv", counts, COUNTS)
    assert call("project", "--counts", made, *from_counts)[0] == from_rows, "counts are not what they were made from"

    reordered = write(folder / "reordered.csv", registrations[::-1])
    assert call("project", reordered, "--test-numbers", *plain)[0] == from_rows
    years = [write(folder / f"year-{year}.csv", [row for row in registrations if row["mapping_year"] == year])
             for year in ("2023", "2021", "2024", "2022")]
    assert call("project", *years, "--test-numbers", *plain)[0] == from_rows
    backwards = write(folder / "backwards.csv", counts[::-1], COUNTS)
    assert call("project", "--counts", backwards, *from_counts)[0] == from_rows

    halves = [[row for row in counts if (int(row["municipality"]) + int(row["round"])) % 2 == half] for half in (0, 1)]
    one, other = (write(folder / f"half-{i}.csv", half, COUNTS) for i, half in enumerate(halves))
    assert call("project", "--counts", other, "--counts", one, *from_counts)[0] == from_rows
    joined = write(folder / "joined.csv", halves[1] + halves[0], COUNTS)
    assert call("project", "--counts", joined, *from_counts)[0] == from_rows

    # Some years as registrations and the others as counts.
    earlier = write(folder / "earlier.csv", [row for row in counts if row["round"] < "2023"], COUNTS)
    profiles = write(folder / "earlier-profiles.csv",
                     [row for row in read(files["profiles"]) if row["round"] < "2023"])
    late = [path for path in years if path.stem >= "year-2023"]
    assert call("project", *late, "--test-numbers", "--counts", earlier, "--profiles", profiles,
                *plain)[0] == from_rows
    assert "Rounds of a municipality that another file has" in refused(
        files["out"], "--test-numbers", "--counts", made)
    assert "Rounds of a municipality that another file has" in refused("--counts", made, "--counts", earlier)

    shuffled = write(folder / "shuffled.csv", read(files["coverage"])[::-1])
    assert call("project", "--counts", made, "--profiles", files["profiles"], "--coverage", shuffled, "--national",
                *FEW)[0] == from_rows


# ---- What a number rests on

def check_one_round(folder):
    files = simulate(folder, first=2024)
    rows, errors = project(*known(files))
    assert "No municipality has two rounds" in errors
    for row in rows:
        assert {"first_mapping", "no_history"} <= set(flags(row))
        assert row["quantity"] == "need" or "assumed" in flags(row), "nothing was learned"
        assert row["quantity"] == "need" or "not_backtested" in flags(row)
    assert "nothing to try the models on" in refused(*known(files), command="backtest")


def check_no_coverage(files):
    rows, errors = project("--counts", files["counts"], "--profiles", files["profiles"])
    assert "80 per cent is assumed" in errors and "band_low" in errors
    for row in rows:
        assert {"coverage_assumed", "assumed"} <= set(flags(row))
    assumed, declared = by_key(rows), by_key(project(*known(files))[0])
    def from_coverage(row):
        """What is not known of coverage, relative to the mean."""
        return pairs(row["variance_shares"])["coverage"] * (float(row["sd"]) / float(row["mean"])) ** 2
    some = [key for key in declared if key[2] == "expected_use" and float(declared[key]["mean"]) > 20]
    assert some and all(from_coverage(assumed[key]) > from_coverage(declared[key]) for key in some)


def check_few_recipients(folder):
    """A municipality of eight mapped persons alone, and among others."""
    rows = [{"municipality": "9001", "round": year, "mapped_on": f"{year}-10-01", "service": service,
             "received_needed": 2, "received_only": 1, "needed_only": 1, "neither": 4, "recipients": 8}
            for year in (2022, 2023, 2024) for service in ("a", "b")]
    alone, _ = project("--counts", write(folder / "eight.csv", rows, COUNTS))
    assert len(alone) == 6
    for row in alone:
        assert {"few_recipients", "no_peers", "assumed", "coverage_assumed"} <= set(flags(row)), row
    use = by_key(alone)["9001", "a", "expected_use"]
    assert int(use["q05"]) < float(use["mean"]) < int(use["q95"]) and int(use["q95"]) - int(use["q05"]) >= 4
    nobody = [{**row, "received_needed": 0, "received_only": 0, "needed_only": 0, "neither": 0, "recipients": 0}
              for row in rows]
    for row in project("--counts", write(folder / "nobody.csv", nobody, COUNTS))[0]:
        assert row["mean"] == "" or "assumed" in flags(row), row


def check_biennial(folder):
    files = simulate(folder, world="biennial", first=2015, last=2021)
    rows, errors = project(*known(files))
    assert all("other_lag" in flags(row) for row in rows)
    assert "Years between the two: 2." in errors
    assert "Years that the projection is ahead: 1. But years between the rounds that the models learned from: 2." in errors
    two, _ = project(*known(files), "--horizon", 2)
    assert not any("other_lag" in flags(row) for row in two) and {row["horizon"] for row in two} == {"2"}
    for horizon, said in ((1, True), (2, False)):
        told = call("backtest", *known(files), "--horizon", horizon, "--refits", 0, "--resamples", 100)[1]
        assert (f"asked for: {horizon}. But years between the rounds that are compared: 2" in told) == said, told


def check_services_that_come_and_go(folder):
    files = simulate(folder, world="services_begin_and_end", first=2015, last=2018)
    found = by_key(project(*known(files))[0])
    began = [row for key, row in found.items() if key[1] == "individual_placement"]
    ended = [row for key, row in found.items() if key[1] == "user_organisation"]
    assert all("service_began" in flags(row) for row in began)
    assert all("service_ended" in flags(row) for row in ended)
    assert sum(float(row["mean"]) for row in ended if row["quantity"] == "expected_use") == 0
    # A service that is not in the last round: no number is made up.
    counts = [row for row in read(files["counts"]) if (row["service"], row["round"]) != ("day_activity", "2018")]
    cut = write(folder / "cut.csv", counts)
    unknown = [row for row in project("--counts", cut, *known(files)[2:])[0] if row["service"] == "day_activity"]
    assert len(unknown) == 24 * 3 and all(row["mean"] == "" and "not_asked" in flags(row) for row in unknown)


def check_territory(folder):
    """1027 and 1032 became 4225 in 2020; 1507 was split in 2024. Codes are public."""
    def line(code, year, recipients):
        return {"municipality": code, "round": year, "mapped_on": f"{year}-10-01", "service": "a",
                "received_needed": recipients // 4, "received_only": recipients // 4, "needed_only": 5,
                "neither": recipients - 2 * (recipients // 4) - 5, "recipients": recipients}
    counts = [line("1027", 2019, 40), line("1032", 2019, 30)]
    counts += [line("4225", year, 70 + year - 2020) for year in range(2020, 2025)]
    counts += [line("1507", year, 400) for year in (2022, 2023)] + [line("1508", 2024, 350), line("1580", 2024, 60)]
    coverage = write(folder / "territory-coverage.csv", [
        {"municipality": row["municipality"], "round": row["round"], "coverage": 1, "coverage_sd": 0,
         "basis": "register"} for row in counts])
    rows, errors = project("--counts", write(folder / "territory.csv", counts, COUNTS), "--coverage", coverage)
    found = by_key(rows)
    assert {row["municipality"] for row in rows} == {"1508", "1580", "4225"}
    assert "merged" in flags(found["4225", "a", "expected_use"])
    assert "first_mapping" not in flags(found["4225", "a", "expected_use"])
    for code in ("1508", "1580"):
        assert {"split", "first_mapping"} <= set(flags(found[code, "a", "expected_use"]))
    assert "added up from earlier municipalities: 1" in errors and "since been split" in errors
    assert "identified" in flags(found["4225", "a", "need"]), "everybody was mapped"
    alone = [row for row in counts if row["municipality"] != "1032"]
    _, errors = project("--counts", write(folder / "part.csv", alone, COUNTS))
    assert "not all parts of the present municipality took part: 1" in errors


# ---- What if, and what to decide

def check_scenarios(files, folder):
    base = by_key(project(*known(files))[0])
    def mean(found, key):
        return float(found[key]["mean"])
    use = [key for key in base if key[2] == "expected_use"]
    more = by_key(project(*known(files), "--scenario", "more_entrants=0.25")[0])
    assert all(abs(mean(more, key) - 1.25 * mean(base, key)) < 0.002 for key in use)
    met = by_key(project(*known(files), "--scenario", "met_need=0.9")[0])
    assert all(mean(met, key) >= mean(base, key) - 0.001 for key in use) and met != base
    everyone = by_key(project(*known(files), "--scenario", "full_coverage")[0])
    assert all(mean(everyone, key) <= mean(base, key) + 0.001 for key in use)

    population = read(files["population"])
    grown = [{**row, "year": "2025", "population": int(row["population"]) * (9 if row["age_band"] == "0-15" else 2)}
             for row in population if row["year"] == "2024" and row["municipality"] != "9001"]
    residents = write(folder / "residents.csv", population + grown)
    rates, errors = project(*known(files), "--scenario", "constant_rates", "--population", residents)
    assert "the same ages: 1." in errors and "what-if (constant_rates)" in errors
    rates = by_key(rates)
    for key in use:
        assert rates[key]["model"] == "naive"
        factor = 1 if key[0] == "9001" else 2
        if float(base[key]["naive_mean"]) > 0: # else somebody may come all the same
            assert abs(mean(rates, key) - factor * float(base[key]["naive_mean"])) < 0.01, "children are not counted"
        assert ("population_assumed" in flags(rates[key])) == (key[0] == "9001")
    unlikely = [{**row, "population": int(row["population"]) * 6} if (row["year"], row["municipality"]) == (
        "2025", "9002") else row for row in grown]
    told_rates, errors = project(*known(files), "--scenario", "constant_rates", "--population",
                                 write(folder / "unlikely.csv", population + unlikely))
    assert "more than ten times as large: 1." in errors
    for row in told_rates:
        if row["quantity"] == "expected_use":
            assert ("population_assumed" in flags(row)) == (row["municipality"] in ("9001", "9002"))
    assert "was not used" in project(*known(files), "--population", residents)[1]
    far, errors = project(*known(files), "--horizon", 3)
    assert "--population" in errors and "population_assumed" in all_flags(far)

    capacity = [{"municipality": "9001", "service": "gp", "capacity": 20, "service_level": 0.9, "cost_under": "",
                 "cost_over": "", "person_years": "0,5", "cost": 1000},
                {"municipality": "9002", "service": "gp", "capacity": "", "service_level": "", "cost_under": 3,
                 "cost_over": 1, "person_years": "", "cost": ""},
                {"municipality": "9001", "service": "nothing", "capacity": 3, "service_level": 0.5, "cost_under": "",
                 "cost_over": "", "person_years": 1, "cost": ""}]
    rooms = write(folder / "capacity.csv", capacity)
    capped = by_key(project(*known(files), "--scenario", "capacity", "--capacity", rooms)[0])
    assert int(capped["9001", "gp", "expected_use"]["q95"]) <= 20
    uncapped = {**base["9001", "counselling", "expected_use"]}
    uncapped["flags"] += "|what_if"
    assert capped["9001", "counselling", "expected_use"] == uncapped

    target = folder / "decisions.csv"
    _, errors = project(*known(files), "--capacity", rooms, "--decisions", target)
    assert "which are empty: 1" in errors
    decided = {(row["municipality"], row["service"]): row for row in read(target)}
    one, two, none = (decided[row["municipality"], row["service"]] for row in capacity)
    gp = base["9001", "gp", "expected_use"]
    assert int(one["capacity_needed"]) == int(gp["q90"]) and one["service_level"] == "0.9000"
    assert abs(float(one["person_years"]) - 0.5 * float(gp["mean"])) < 0.001
    assert float(one["cost_q95"]) == 1000 * int(gp["q95"])
    assert (float(one["probability_exceeded"]) > 0.05) == (int(gp["q95"]) > 20)
    assert two["service_level"] == "0.7500" and two["capacity_needed"] == base["9002", "gp", "expected_use"]["q75"]
    assert two["capacity"] == two["probability_exceeded"] == two["cost"] == ""
    assert none["capacity"] == "3.000" and none["capacity_needed"] == none["probability_exceeded"] == ""


# ---- Backtests

def check_backtest(files):
    out, errors = call("backtest", *known(files), "--refits", 20, "--resamples", 200)
    rows = rows_of(out)
    assert "weighted CRPS" in errors
    found = {(row["forecaster"], row["service"], row["size_group"]): row for row in rows}
    whole = found["credibility", "all", "all"]
    assert whole["learned"] == "yes" and whole["periods"] == "2"
    for row in rows:
        assert row["forecasts"] != "0" and float(row["crps"]) >= 0
        assert 0 <= float(row["coverage_50"]) <= float(row["coverage_80"]) <= float(row["coverage_90"]) <= 1
        assert abs(float(row["coverage_90"]) + float(row["below"]) + float(row["above"]) - 1) < 0.0002
        assert abs(float(row["closed_90"]) + float(row["closed_below"]) + float(row["closed_above"]) - 1) < 0.0002
        assert bool(row["relative"]) == (row["size_group"] == "all"), row
    against = pairs(whole["relative"])
    assert set(against) == {"naive_poisson", "naive", "stated_need", "peers", "one_ratio", "smoother"}
    ratio = float(whole["weighted_crps"]) / float(found["naive", "all", "all"]["weighted_crps"])
    assert abs(ratio - against["naive"]) < 0.001
    assert pairs(whole["relative_low"])["naive"] <= against["naive"] <= pairs(whole["relative_high"])["naive"]
    parts = sum(int(found["naive", "all", size]["forecasts"]) for size in ("under_50", "50_to_199", "from_200")
                if ("naive", "all", size) in found)
    assert parts == int(found["naive", "all", "all"]["forecasts"])
    lines = call("backtest", *known(files), "--refits", 20, "--resamples", 200, "--format", "ndjson")[0].splitlines()
    assert len(lines) == len(rows) and json.loads(lines[7])["relative"] == pairs(rows[7]["relative"])


def check_backtest_of_few(files, folder):
    """Resamples of one municipality are all the same, and say nothing of luck."""
    for few in (1, 9, 10):
        some = write(folder / f"few-{few}.csv",
                     [row for row in read(files["counts"]) if int(row["municipality"]) <= 9000 + few])
        out, errors = call("backtest", "--counts", some, *known(files)[4:],
                           "--refits", 0, "--resamples", 100)
        whole = next(row for row in rows_of(out) if row["forecaster"] == "credibility")
        assert (whole["service"], whole["size_group"]) == ("all", "all") and pairs(whole["relative"])["naive"] > 0
        for column in ("relative_low", "relative_high", "share_better"):
            assert bool(whole[column]) == (few == 10), (few, column)
        assert (f"Municipalities that were scored: {few}. With fewer than 10" in errors) == (few < 10), errors
        assert "credibility was off by" in errors and (" to " in errors.split("weighted CRPS")[1]) == (few == 10)


def check_whole_options(files, folder):
    """Each is refused by its name and range, in the language of the call, and not repeated."""
    counts = ("--counts", files["counts"])
    for command, option, values, least, most in (
            ("project", "--horizon", (0, 6, -1, "two", "1.5"), 1, 5),
            ("project", "--draws", (5, 100_001), 100, 100_000),
            ("project", "--refits", (-1, 100_001), 0, 100_000),
            ("project", "--seed", (-1, 2 ** 64, "0x1"), 0, 2 ** 64 - 1),
            ("backtest", "--horizon", (6,), 1, 5), ("backtest", "--resamples", (0, 99, 100_001), 100, 100_000),
            ("backtest", "--seed", (-1, 2 ** 64), 0, 2 ** 64 - 1)):
        for value in values:
            for language, said in (("nb", f"Skriv et helt tall fra {least} til {most}."),
                                   ("nn", f"Skriv eit heilt tal frå {least} til {most}."),
                                   ("en", f"Write a whole number from {least} to {most}.")):
                out, errors, code = run(command, *counts, f"{option}={value}", "--lang", language)
                assert (out, errors, code) == ("", f"brukerplan: {option}: {said}\n", 2), (option, value, errors)
    assert run("project", *counts, "--seed", "-1", "--lang", "en")[2] == 2
    assert run("simulate", "--seed", "-1", "--lang", "en")[2] == 2
    assert project(*known(files), "--seed", 2 ** 64 - 1)[0]


def check_unwritable(files, folder):
    """Said before the work, and without leaving anything."""
    nowhere = folder / "no-such-folder" / "out.csv"
    rooms = write(folder / "rooms.csv", [{"municipality": "9001", "service": "gp", "capacity": 20}])
    for arguments in (("project", *known(files), "--out", nowhere), ("project", *known(files), "--out", folder),
                      ("project", *known(files), "--capacity", rooms, "--decisions", nowhere),
                      ("backtest", *known(files), "--out", nowhere)):
        errors = refused(*arguments[1:], command=arguments[0])
        assert "cannot be written" in errors and "Counted" not in errors, errors
    there = folder / "there.csv"
    there.write_text("as it was", encoding="utf-8")
    refused("--counts", folder / "nowhere.csv", "--out", there)
    assert there.read_text(encoding="utf-8") == "as it was", "a refused call writes nothing"
    link = folder / "link.csv"
    link.symlink_to(folder / "later.csv")
    project(*known(files), "--out", link)
    assert link.is_symlink() and read(folder / "later.csv"), "a link is written through"


def check_slips(files, folder):
    """What a slip in a file leads to is said."""
    more = write(folder / "more-coverage.csv", read(files["coverage"]) + [
        {**read(files["coverage"])[0], "round": "2031"}, {**read(files["coverage"])[0], "municipality": "9900"}])
    with_more, errors = project("--counts", files["counts"], "--coverage", more)
    assert "file of coverage of which nothing is counted" in errors and "not used: 2." in errors
    plain, errors = project("--counts", files["counts"], "--coverage", files["coverage"])
    assert with_more == plain and "file of coverage" not in errors
    one = read(files["counts"])[0]
    for begun in "=+-@":
        formula = write(folder / "formula.csv", [{**one, "service": f"{begun}SUM(A1)"}])
        errors = refused("--counts", formula)
        assert "formula" in errors and "SUM" not in errors
        areas = write(folder / "formula-areas.csv", [{"municipality": "9001", "area": f"{begun}SUM(A1)"}])
        assert "formula" in refused(*known(files), "--areas", areas)
        profiles = write(folder / "formula-profiles.csv", [{**read(files["profiles"])[0], "profile": f"{begun}A1"}])
        assert "formula" in refused("--counts", files["counts"], "--profiles", profiles)
    twice = refused("--counts", write(folder / "twice.csv", [one, one]))
    assert "The row concerns the same municipality, round and service as an earlier one." in twice


def check_refusals(files, folder):
    target = folder / "target"
    number = "15868710168"  # nobody's
    bad = {"number": [{**read(files["counts"])[0], "municipality": number}],
           "sum": [{**read(files["counts"])[0], "recipients": 1}],
           "cell": [{**read(files["counts"])[0], "neither": "mange"}]}
    for name, lines in bad.items():
        errors = refused("--counts", write(folder / f"bad-{name}.csv", lines))
        assert "line 2" in errors and number not in errors and "mange" not in errors, errors
    for head, values in (("capacity,service_level,cost_under", "1,0.5,3"), ("service_level", "1"),
                         ("cost_over", "3"), ("cost_under,cost_over", "0,3"), ("capacity", "-1")):
        file = folder / "bad-capacity.csv"
        file.write_text(f"municipality,service,{head}\n9001,gp,{values}\n", encoding="utf-8")
        assert "Capacity, line 2" in refused(*known(files), "--capacity", file, "--decisions", target)
    for arguments in ((), ("--counts", folder / "nowhere.csv"), ("--counts", folder),
                      (*known(files), "--horizon", 0), (*known(files), "--horizon", 6), (*known(files), "--draws", 10),
                      (*known(files), "--scenario", "dream"), (*known(files), "--scenario", "met_need=1"),
                      (*known(files), "--scenario", "full_coverage=1"), (*known(files), "--scenario", "more_entrants="),
                      (*known(files), "--scenario", "capacity"), (*known(files), "--decisions", target),
                      (*known(files), "--format", "json"), (*known(files), "--municipality", "0000"),
                      (*known(files), "--out", files["counts"]), ("--coverage", files["coverage"])):
        errors = refused(*arguments)
        assert errors.strip() and "went wrong in the program" not in errors, arguments
    nearly_nobody = write(folder / "nearly-nobody.csv", [{**row, "coverage": 0.0005} for row in read(files["coverage"])])
    assert "Check the counts" in refused("--counts", files["counts"], "--coverage", nearly_nobody)
    assert not target.exists()
    _, errors, code = run("project", files["out"], *FEW, "--lang", "en")
    assert code == 2 and "Nothing can be counted" in errors and "--test-numbers" in errors, "synthetic people"
    registrations = files["out"].read_text(encoding="utf-8")
    numbers = {row["national_number"] for row in rows_of(registrations) if row["national_number"]}
    out, errors, _ = run("project", files["out"], "--test-numbers", *FEW)
    assert not any(number in out or number in errors for number in numbers)


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = simulate(folder)
        check_shape(files)
        check_areas(files, folder)
        check_same_bytes(files, folder)
        check_one_round(folder)
        check_no_coverage(files)
        check_few_recipients(folder)
        check_biennial(folder)
        check_services_that_come_and_go(folder)
        check_territory(folder)
        check_scenarios(files, folder)
        check_backtest(files)
        check_backtest_of_few(files, folder)
        check_whole_options(files, folder)
        check_unwritable(files, folder)
        check_slips(files, folder)
        check_refusals(files, folder)
    print("projections say what they rest on, whichever way the counts came")


if __name__ == "__main__":
    main()
