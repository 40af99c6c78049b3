"""The rules of the pack as Polars expressions over the values of `cells_polars`: one Boolean column a rule."""
import functools
import operator

import polars as pl

from . import cells_polars as cells
from .national_number_polars import judged_numbers

col = pl.col
ANY, ALL, SUM = (functools.partial(functools.reduce, joined) for joined in (operator.or_, operator.and_, operator.add))
AGE_BASES = ("birth_date", "birth_year")


def no_one():
    return pl.lit(False)


class Rules:
    """Expressions for the rules of the pack that can be written so. `columns` are those that the input has."""

    def __init__(self, facts, columns):
        self.facts = facts
        self.columns = set(columns)

    def has(self, field):
        return field in self.columns

    def kind_of(self, field):
        return self.facts.fields[field]["type"]

    def mask(self, field, tokens):
        return sum(1 << place for place, token in enumerate(self.facts.tokens(field)) if token in tokens)

    def alone_mask(self, field, tokens):
        return sum(self.alone_bits(field, tokens))

    def members_mask(self, field):
        return (1 << len(self.facts.tokens(field))) - 1

    def alone_bits(self, field, tokens):
        return [cells.alone_bit(place) for place, token in enumerate(self.facts.alone(field)) if token in tokens]

    def is_one_of(self, field, words):
        """The test `is`: undecided is as good as no, since a rule only fires on yes."""
        if not self.has(field):
            return pl.lit("absent" in words)
        tests = [self.missing(field)] if "missing" in words else []
        if "list" not in self.facts.fields[field]:
            pass  # only what is not there can be asked of it
        elif self.kind_of(field) == "codes":
            held = col(field)
            if bits := self.mask(field, words):
                tests.append((held & bits) != 0)
            tests += [held == bit for bit in self.alone_bits(field, words)]  # beside another answer it does not count
        elif places := [place for place, token in enumerate(self.facts.tokens(field)) if token in words]:
            tests.append(col(field) == places[0] if len(places) == 1 else col(field).is_in(places))
        return ANY(tests) if tests else no_one()

    def holds_some(self, field, tokens):
        return (col(field) & self.mask(field, tokens)) != 0

    def holds_none(self, field, tokens):
        undecided = self.alone_mask(field, ["unknown"]) | cells.OUTSIDE_BIT
        return (col(field) & (self.mask(field, tokens) | undecided)) == 0

    def atom(self, atom):
        field = atom["field"]
        if field == "age_basis":
            return col("age_basis").is_in([AGE_BASES.index(basis) for basis in atom["is"]])
        if "is" in atom:
            return self.is_one_of(field, atom["is"])
        if field in self.facts.fields and not self.has(field):
            return no_one()
        tests = []
        for test, value in atom.items():
            match test:
                case "field":
                    pass
                case "at_least":
                    tests.append(col(field) >= value)
                case "at_most":
                    tests.append(col(field) <= value)
                case "has_any":
                    tests.append(self.holds_some(field, value))
                case "has_none":
                    tests.append(self.holds_none(field, value))
                case "has_sector":
                    tests.append(self.holds_some(field, self.facts.of_sectors(field, value)))
                case "lacks_sector":
                    tests.append(self.holds_none(field, self.facts.of_sectors(field, value)))
                case _:
                    raise NotImplementedError(test)
        return ALL(tests)

    def all_of(self, atoms):
        return ALL([self.atom(atom) for atom in atoms])

    def unreadable(self, field):
        match self.kind_of(field):
            case "code":
                return col(field) == cells.OUTSIDE
            case "codes":
                return col(field) == cells.OUTSIDE_BIT
            case "integer" | "date":
                return col(f"{field}:unreadable")
        return no_one()

    def missing(self, field):
        if not self.has(field):
            return pl.lit(True)
        empty = col(field).is_null()
        return empty & ~self.unreadable(field) if self.kind_of(field) in ("integer", "date") else empty

    def each(self, rule, test):
        fields = [field for field in self.facts.fields_of(rule) if self.has(field)]
        return ANY([test(field) for field in fields]) if fields else no_one()

    # One method a kind of rule, named as the kind is.

    def conflict(self, rule):
        return ANY([self.all_of(case).fill_null(False) for case in rule["cases"]])

    def required_when(self, rule):
        field = rule["fields"][0]
        return self.missing(field) & self.all_of(rule["when"]) if self.has(field) else no_one()

    def readable(self, rule):
        return self.each(rule, lambda field: self.unreadable(field).fill_null(False))

    in_list = readable

    def required(self, rule):
        return ANY([self.missing(field) for field in rule["fields"]])

    def required_any(self, rule):
        return ALL([self.missing(field) for field in rule["fields"]])

    def range(self, rule):
        def outside(field):
            off = ~col(field).is_between(rule["minimum"], rule["maximum"])
            return off.fill_null(False) | self.unreadable(field) if rule.get("unreadable") else off.fill_null(False)

        return self.each(rule, outside)

    def alone(self, rule):
        def contradicts(field):
            alone = col(field) & self.alone_mask(field, self.facts.alone(field))
            members = col(field) & self.members_mask(field)
            return ((alone != 0) & ((members != 0) | ((alone & (alone - 1)) != 0))).fill_null(False)

        return self.each(rule, contradicts)

    def sum_at_most(self, rule):
        first, *parts = rule["fields"]
        parts = [part for part in parts if self.has(part)]
        if not self.has(first) or not parts:
            return no_one()
        total = SUM([col(part).clip(lower_bound=0).fill_null(0).cast(pl.Int64) for part in parts])
        known = ANY([col(part).is_not_null() for part in parts])
        unread = ANY([self.unreadable(part) for part in parts])
        return known & ~unread & (col(first) > total)

    def assessed(self, rule):
        fields = rule["fields"]
        match rule["check"]:
            case "none":
                return ALL([self.missing(field) for field in fields])
            case "some":
                rated = ANY([(col(field) != cells.OUTSIDE).fill_null(False) for field in fields if self.has(field)])
                return rated & ANY([self.missing(field) for field in fields])
            case "uniform":
                if not all(map(self.has, fields)):
                    return no_one()
                return (col(fields[0]) != cells.OUTSIDE) & ALL([col(fields[0]) == col(field) for field in fields[1:]])

    def date_in_year(self, rule):
        day, year = (col(field) for field in rule["fields"])
        return (day.dt.year() != year.clip(1, 9999)) if all(map(self.has, rule["fields"])) else no_one()

    def date_in_period(self, rule):
        return no_one()  # no period of the round is given

    def not_after_reference(self, rule):
        return no_one()  # no day of reference is given

    def district_expected(self, rule):
        district, municipality = rule["fields"]
        return self.missing(district) & col(municipality).is_in(rule["municipalities"])

    def national_number(self, rule):
        match rule["check"]:
            case "valid":
                return col("number_invalid") | col("number_npid")
            case "leading_zero":
                return col("lost_zero")
            case "test_policy":
                return col("number_valid") & ~col("number_synthetic")
            case "local_kind":
                return col("number_local")
            case "new_rule":
                return col("only_2032") & (col("mapped_on") < pl.date(2032, 1, 1))

    def agrees_with_number(self, rule):
        field = rule["fields"][0]
        if not self.has(field):
            return no_one()
        if field == "birth_year":
            return col("number_year") != col("birth_year")
        female, male = (self.facts.tokens("sex").index(token) for token in ("female", "male"))
        return ((col("number_sex") == 0) & (col("sex") == male)) | ((col("number_sex") == 1) & (col("sex") == female))

    # What the rules are.

    def expressions(self):
        return {rule["code"]: getattr(self, rule["kind"])(rule).fill_null(False) for rule in self.facts.rules}


def day_of_year(day):
    return day.dt.month().cast(pl.Int16) * 32 + day.dt.day()


def derived(rules):
    """Age and children, of which rules speak as of fields, in stages."""
    born, mapped = col("birth_date"), col("mapped_on")
    before_birthday = day_of_year(mapped) < day_of_year(born)
    by_date = mapped.dt.year() - born.dt.year() - before_birthday.cast(pl.Int32)
    possible = pl.when(col("birth_year").is_between(1850, 2099)).then(col("birth_year")) if rules.has("birth_year") else None
    by_year = mapped.dt.year() - possible if possible is not None else pl.lit(None, dtype=pl.Int32)
    ages = {"age": pl.coalesce(by_date, by_year)}
    basis = {"age_basis": pl.when(col("age").is_not_null()).then(born.is_null().cast(pl.UInt8))}
    return ages, basis, {"children": children(rules)}


def children(rules):
    counted = [field for field in ("children_care", "children_contact", "others_children") if rules.has(field)]
    if not counted:
        return pl.lit(None, dtype=pl.Int64)
    total = SUM([col(field).clip(lower_bound=0).fill_null(0).cast(pl.Int64) for field in counted])
    if rules.has("children_with_child_welfare"):
        total = pl.max_horizontal(total, col("children_with_child_welfare").cast(pl.Int64))
    unread = ANY([rules.unreadable(field) for field in counted])
    return pl.when(~unread).then(total)


def complete(values, rules):
    """Values, with what they say together."""
    texts = values["national_number"] if rules.has("national_number") else pl.repeat(None, values.height, dtype=pl.String)
    numbers = judged_numbers(texts, values["mapped_on"])
    result = pl.concat([values, numbers], how="horizontal")
    for stage in derived(rules):
        result = result.with_columns(**stage)
    return result


def findings_of_values(values, facts):
    rules = Rules(facts, values.columns)
    return complete(values, rules).select(**rules.expressions())


def findings(frame, facts):
    """A Boolean column for each rule, a row for each record of a frame of cells."""
    return findings_of_values(cells.read_cells(frame, facts), facts)
