"""National numbers in plain Python, written from docs/national-numbers.md: what a record of a mapping day says of one."""
import dataclasses
import datetime
import re

from . import number_facts as facts

PATTERN = re.compile("(?:([0-9]+)[- \u00a0\u202f]([0-9]{5})|([0-9]+))")


@dataclasses.dataclass(slots=True)
class Number:
    valid: bool = False
    lost_zero: bool = False
    npid: bool = False
    synthetic: bool = False
    local: bool = False
    only_2032: bool = False
    male: bool | None = None
    year: int | None = None
    born: datetime.date | None = None


def date_of(year, month, day):
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def years(series, individual, yy):
    return {century + yy for low, high, first, last, century in series if low <= individual <= high and first <= yy <= last}


def born_dates(d_number, individual, yy, month, day, mapped):
    """Dates of birth that the series give."""
    by_birth, by_d = years(facts.BIRTH_SERIES, individual, yy), years(facts.D_SERIES, individual, yy)
    old_series = mapped is not None and mapped < facts.NEW_D_SERIES_FROM
    candidates = by_birth if not d_number or old_series else by_birth | by_d
    return [born for born in (date_of(year, month, day) for year in candidates) if born]


def judge_series(d_number, dates, mapped, bound):
    """Whether the series allow the number, and the dates that lie before the bound."""
    kept = [born for born in dates if not bound or born <= bound]
    if kept or mapped is None:
        return True, kept
    strict = mapped < (facts.D_WITHOUT_SERIES_FROM if d_number else facts.NEUTRAL_FROM)
    return not strict, kept


def read_eleven(digits, mapped, completed=False):
    """An eleven-digit number, or nothing. `completed`: a zero was put in front, so the day of birth is not bounded."""
    d = [int(digit) for digit in digits]
    first = sum(weight * digit for weight, digit in zip(facts.FIRST_WEIGHTS, d)) % 11
    if first > 3 or sum(weight * digit for weight, digit in zip(facts.SECOND_WEIGHTS, d)) % 11:
        return None
    if d[0] >= 8:
        return Number(valid=True, local=True) if first == 0 else None
    before_2032 = mapped is not None and mapped < facts.NEUTRAL_FROM
    if completed and first and before_2032:
        return None
    d_number, day = d[0] >= 4, int(digits[:2]) % 40
    mark, yy, individual = int(digits[2:4]), int(digits[4:6]), int(digits[6:9])
    bound = None if completed else mapped
    group, month = divmod(mark, facts.MONTH_STEP)
    result = Number(valid=True, local=d_number, synthetic=mark > 40, only_2032=first > 0)
    exists = lambda m: 1 <= m <= 12 and date_of(2000 + yy % 4, m, day) is not None
    laid_down = group in (0, 4)

    main, kept = exists(month) and (first == 0 or group in (0, 2, 4)), []
    if main and first == 0:
        allowed, kept = judge_series(d_number, born_dates(d_number, individual, yy, month, day, mapped), mapped, bound)
        main = allowed or not laid_down
    nhn_month = mark - facts.NHN_MONTHS
    nhn, nhn_kept = exists(nhn_month), []
    if nhn and first == 0:
        nhn, nhn_kept = judge_series(d_number, born_dates(d_number, individual, yy, nhn_month, day, mapped), mapped, bound)
    if not main and not nhn:
        return None

    result.npid = group == 1
    if first == 0 and before_2032:
        if (main and (laid_down or group == 2)) or not main:
            result.male = d[8] % 2 == 1
        certain = kept if laid_down else nhn_kept if nhn and not (main and kept) else []
        if certain and not d_number:
            result.year = certain[0].year
            result.born = certain[0] if laid_down or not main else None
    return result


def duf_with_a_digit_too_many(digits, mapped):
    """Twelve digits whose DUF control digits do not fit, and that are a national number when one of them is left out."""
    control = sum(weight * int(digit) for weight, digit in zip((4, 6, 3, 2, 4, 6, 3, 2, 7, 5), digits)) % 11
    shorter = (read_eleven(digits[:i] + digits[i + 1:], mapped) for i in range(12))
    return control != int(digits[10:]) and any(number and (mapped is None or not number.only_2032) for number in shorter)


def read_number(text, mapped):
    match = PATTERN.fullmatch(text)
    digits = "".join(part for part in match.groups() if part) if match else ""
    match len(digits):
        case 11:
            return read_eleven(digits, mapped) or Number()
        case 12 if 1950 <= int(digits[:4]) <= (mapped.year if mapped else 2099):
            return Number() if duf_with_a_digit_too_many(digits, mapped) else Number(valid=True, local=True)
        case 10:
            return Number(lost_zero=read_eleven("0" + digits, mapped, completed=True) is not None)
    return Number()
