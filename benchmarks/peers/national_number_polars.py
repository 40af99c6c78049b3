"""National numbers in Polars, as docs/national-numbers.md tells of them: every kind is read, as of the mapping date.

Stages, each a set of columns that the next one uses: digits, fields, readings, judgement. `judged_numbers` keeps what
the rules ask for:

    number_valid, number_invalid, lost_zero   how the number was read (all false: there is none)
    number_npid       an identifier of NAV and nothing else
    number_synthetic  may be made for tests
    number_local      D-number, FH-number or DUF number (an H-number may be a test number, and is one here)
    only_2032         satisfies the rule of 2032 alone
    number_sex        Int8: 0 female, 1 male; null where not certain
    number_year       birth year; null where not certain
    birth_date        null where not certain
"""
import polars as pl

from . import number_facts as facts
from .national_number_python import duf_with_a_digit_too_many

col = pl.col


def digits_of(texts):
    """The digits as a whole number and how many there are; null where it is no row of digits."""
    size = texts.str.len_bytes()
    number = texts.cast(pl.Int64, strict=False)
    odd = texts.is_not_null() & ~((size == 11) & number.is_not_null() & (texts.str.head(1) != "+") & (number >= 0))
    if odd.any():
        at = odd.arg_true()
        bare = texts.gather(at).str.replace("([0-9])[ \u00a0\u202f-]([0-9]{5})$", "${1}${2}")
        bare = bare.set(~bare.str.contains("^[0-9]{1,12}$"), None)
        number = number.scatter(at, bare.cast(pl.Int64, strict=False))
        size = size.scatter(at, bare.str.len_bytes())
    return number, size


def control_sum(weights):
    terms = (col(f"d{place}") * weight for place, weight in enumerate(weights) if weight)
    return pl.sum_horizontal(*terms) % 11


def fields():
    """Day, month, year, individual number and remainders."""
    early, late = col("number") // 100_000, col("number") % 100_000
    return (
        {"early": early.cast(pl.UInt32, strict=False), "late": late.cast(pl.UInt32)},
        {f"d{place}": ((col("early") // 10 ** (5 - place)) % 10).cast(pl.UInt16) for place in range(6)}
        | {f"d{place}": ((col("late") // 10 ** (10 - place)) % 10).cast(pl.UInt16) for place in range(6, 11)},
        {"first": control_sum(facts.FIRST_WEIGHTS), "second": control_sum(facts.SECOND_WEIGHTS),
         "common_help": col("d0") >= 8, "d_number": (col("d0") >= 4) & (col("d0") < 8),
         "day": col("d0") % 4 * 10 + col("d1"), "month_field": col("d2") * 10 + col("d3"),
         "yy": col("d4") * 10 + col("d5"), "individual": col("d6") * 100 + col("d7") * 10 + col("d8"),
         "odd": (col("d8") % 2).cast(pl.Int8)},
    )


def date_exists(day, month, year):
    """In a year whose remainder by four tells whether it is a leap year: not for 1800 and 1900."""
    longest = pl.when(month == 2).then(29).when(month.is_in([4, 6, 9, 11])).then(30).otherwise(31)
    return (month >= 1) & (month <= 12) & (day >= 1) & (day <= longest) & ~((month == 2) & (day == 29) & (year % 4 != 0))


def year_by(series):
    year = pl.lit(0, dtype=pl.Int32)
    for low, high, from_year, to_year, century in series:
        within = col("individual").is_between(low, high) & col("yy").is_between(from_year, to_year)
        year = pl.when(within).then(col("yy").cast(pl.Int32) + century).otherwise(year)
    return year


def date_key(year, month, day):
    return year * 512 + month.cast(pl.Int32) * 32 + day.cast(pl.Int32)


def exists_in(year, month):
    return (year > 0) & ~((month == 2) & (col("day") == 29) & year.is_in([1800, 1900]))


def born_by_then(year, month):
    return exists_in(year, month) & (date_key(year, month, col("day")) <= col("last_key"))


def series_allow(month):
    """Whether the individual number may stand beside the date: for birth numbers and what is made like them."""
    some = pl.any_horizontal(*(exists_in(col(year), month) for year in ("year", "other_year")))
    kept = pl.any_horizontal(*(born_by_then(col(year), month) for year in ("year", "other_year")))
    return kept | pl.when(some).then(~col("series_final")).otherwise(~col("series_needed"))


def terms():
    """What the mapping date lays down; without one anything goes."""
    mapped = col("mapped_on")
    before_2032 = mapped.lt(facts.NEUTRAL_FROM).fill_null(False)
    old_d = mapped.lt(facts.NEW_D_SERIES_FROM).fill_null(False)
    d_series = old_d | mapped.lt(facts.D_WITHOUT_SERIES_FROM).fill_null(False)
    last = date_key(mapped.dt.year(), mapped.dt.month(), mapped.dt.day()).fill_null(2**31 - 1)
    birth_year, d_year = year_by(facts.BIRTH_SERIES), year_by(facts.D_SERIES)
    return {
        "before_2032": before_2032, "last_key": last,
        "series_needed": before_2032 & (~col("d_number") | d_series),
        "series_final": pl.when(col("d_number")).then(d_series).otherwise(before_2032),
        "year": birth_year,
        "other_year": pl.when(col("d_number") & ~old_d).then(d_year).otherwise(0),
    }


def readings():
    """Months 1-12 of the mark, and the second meaning that months 66 to 72 have."""
    return {
        "group": col("month_field") // facts.MONTH_STEP,  # plain, NPID, H or NAV, NPID of NAV, Tenor
        "month": col("month_field") % facts.MONTH_STEP,
        "month_nhn": col("month_field").cast(pl.Int32) - facts.NHN_MONTHS,
    }


def judgement():
    fits = (col("second") == 0) & (col("first") == 0)
    fits_2032 = (col("second") == 0) & (col("first") <= 3)
    neutral = fits_2032 & ~fits
    group, person = col("group"), ~col("common_help")
    with_date = person & date_exists(col("day"), col("month"), col("yy")) & (group <= 4)
    nhn_date = person & date_exists(col("day"), col("month_nhn"), col("yy"))
    says = group.is_in([0, 4])  # its series and its sex are laid down
    return (
        {"with_date": with_date, "nhn_date": nhn_date, "fits": fits, "neutral": neutral,
         "allowed": series_allow(col("month")), "allowed_nhn": series_allow(col("month_nhn")),
         "certain": col("before_2032") & fits & ~col("d_number")},
        {"main": col("with_date") & pl.when(fits).then(~says | col("allowed")).otherwise(neutral & group.is_in([0, 2, 4])),
         "nhn": col("nhn_date") & pl.when(fits).then(col("allowed_nhn")).otherwise(neutral),
         "helps": col("common_help") & fits},
        {"accepted": col("main") | col("nhn") | col("helps"),
         # Without the second chance that a number under the rule of 2032 gets, and born at any time.
         "completed": fits | ~col("before_2032")},
    )


def certain_facts():
    says, eleven = col("group").is_in([0, 4]), col("size") == 11
    alone = ~col("main")
    main_year = col("main") & born_by_then(col("year"), col("month"))
    # A number that may be NPID's or a test number of Norsk helsenett: the looser of the two counts.
    nhn_year = col("nhn") & born_by_then(col("year"), col("month_nhn")) & ~main_year
    year = pl.when(eleven & col("certain") & pl.when(says).then(main_year).otherwise(nhn_year)).then(col("year"))
    birth = (pl.when(says).then(pl.date(col("number_year"), col("month"), col("day")))
             .when(alone).then(pl.date(col("number_year"), col("month_nhn"), col("day"))))
    sexed = (says & col("main")) | ((col("group") == 2) & col("main")) | (col("nhn") & alone)
    return (
        {"number_year": year,
         "number_sex": pl.when(eleven & col("fits") & col("before_2032") & sexed).then(col("odd"))},
        {"birth_date": pl.when(col("number_year").is_not_null()).then(birth)},
    )


def results():
    eleven, accepted = col("size") == 11, col("accepted")
    duf_year = col("number") // 100_000_000
    duf = (col("size") == 12) & ~col("digit_too_many") & duf_year.is_between(1950, col("mapped_on").dt.year().fill_null(2099))
    lost = (col("size") == 10) & col("lost_accepted")
    valid = (eleven & accepted) | duf
    marked = ~col("common_help") & eleven & accepted
    result = {
        "number_valid": valid,
        "lost_zero": lost,
        "number_npid": marked & (col("group") == 1),
        "number_synthetic": marked & (col("month_field") > 40),
        "number_local": (eleven & accepted & (col("d_number") | col("common_help"))) | duf,
        "only_2032": marked & col("neutral"),
    }
    return {name: value.fill_null(False) for name, value in result.items()}


def judged_numbers(texts, mapped_on):
    number, size = digits_of(texts)
    frame = pl.DataFrame({"number": number, "size": size, "mapped_on": mapped_on})
    for stage in (*fields(), terms(), readings(), *judgement()):
        frame = frame.with_columns(**stage)
    frame = with_lost_zeros(frame)
    frame = frame.with_columns(digit_too_many=with_a_digit_too_many(frame))
    for stage in certain_facts():
        frame = frame.with_columns(**stage)
    frame = frame.select(**results(), number_sex="number_sex", number_year="number_year", birth_date="birth_date",
                         invalid=texts.is_not_null())
    return frame.with_columns(number_invalid=col("invalid") & ~col("number_valid") & ~col("lost_zero")).drop("invalid")


def with_a_digit_too_many(frame):
    """Twelve digits are few, and are looked at one by one."""
    found = [False] * frame.height
    for row in (frame["size"] == 12).fill_null(False).arg_true():
        number, mapped = frame["number"][row], frame["mapped_on"][row]
        found[row] = duf_with_a_digit_too_many(f"{number:012}", mapped)
    return pl.Series(found, dtype=pl.Boolean)


def with_lost_zeros(frame):
    """Ten digits are judged once more with no bound on the date of birth."""
    ten = (frame["size"] == 10).fill_null(False)
    if not ten.any():
        return frame.with_columns(lost_accepted=pl.lit(False))
    again = frame.filter(ten).with_columns(last_key=pl.lit(2**31 - 1, dtype=pl.Int32))
    for stage in judgement():
        again = again.with_columns(**stage)
    accepted = again.select(col("accepted") & col("completed")).to_series()
    return frame.with_columns(lost_accepted=pl.repeat(False, frame.height, eager=True).scatter(ten.arg_true(), accepted))
