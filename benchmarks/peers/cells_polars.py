"""Cells of text into columns of numbers, in Polars.

A column may hold text or be a dictionary (an Enum): then only its distinct cells are read, and the rows look them
up. What comes out, by the field's type; an empty cell is null:

    code                 UInt8, the place in the list, or OUTSIDE
    codes                UInt64, a bit for each code, from bit 61 down for those that stand alone, or OUTSIDE_BIT
    integer, date        Int32 or Date, and beside it `<field>:unreadable`
    anything else        the text without blanks around it
"""
import polars as pl

BLANKS = " \t\n\r\u00a0\u202f"
OUTSIDE = 255
OUTSIDE_BIT = 1 << 62


def alone_bit(place):
    return 1 << (61 - place)


def stripped(texts):
    """Without blanks around it; null where nothing is left."""
    bare = texts.str.strip_chars(BLANKS)
    return bare.set(bare == "", None)


def mended(texts, first, wrong, slow):
    """`first` where the quick way did, and the slow way for the few cells where it went wrong."""
    if not wrong.any():
        return first
    at = wrong.arg_true()
    return first.scatter(at, slow(texts.gather(at)))


def code_meanings(facts, field):
    meanings = {token: place for place, token in enumerate(facts.tokens(field))}
    numbers = {str(code["number"]): meanings[code["token"]] for code in facts.list_of(field)["codes"] if "number" in code}
    return meanings, numbers


def read_codes(texts, facts, field):
    meanings, numbers = code_meanings(facts, field)
    tokens = pl.Enum(list(meanings))

    def slow(some):
        bare = stripped(some).str.to_lowercase()
        spelled = {**meanings, **numbers, **({"0": None} if numbers else {})}
        return bare.replace_strict(list(spelled), list(spelled.values()), default=OUTSIDE, return_dtype=pl.UInt8).set(
            bare.is_null(), None)

    quick = texts.cast(tokens, strict=False).to_physical().cast(pl.UInt8)
    return mended(texts, quick, quick.is_null() & texts.is_not_null(), slow)


def with_bars(texts):
    commas = texts.str.contains(",", literal=True).any()
    return texts.str.replace_all(",", "|", literal=True) if commas else texts


def read_code_sets(texts, facts, field):
    bits = {token: 1 << place for place, token in enumerate(facts.tokens(field))}
    bits |= {token: alone_bit(place) for place, token in enumerate(facts.alone(field))}

    def bit_of(words):
        return words.replace_strict(list(bits), list(bits.values()), default=OUTSIDE_BIT, return_dtype=pl.UInt64)

    words = pl.DataFrame({"cell": pl.int_range(texts.len(), eager=True, dtype=pl.UInt32),
                          "word": with_bars(texts).str.split("|")}).explode("word")
    known = words["word"].cast(pl.Enum(list(bits)), strict=False).to_physical()
    held = pl.Series(list(bits.values()), dtype=pl.UInt64).gather(known)

    def slow(some):
        bare = stripped(some).str.to_lowercase()
        return bit_of(bare).set(bare.is_null(), None)

    words = words.with_columns(held=mended(words["word"], held, held.is_null() & words["word"].is_not_null(), slow))
    held = words.group_by("cell", maintain_order=True).agg(pl.col("held").bitwise_or())["held"]
    # One word that is not of the list makes the whole cell one that cannot be read.
    return held.set((held & OUTSIDE_BIT) != 0, OUTSIDE_BIT).set(held == 0, None)


def read_numbers(texts, *_):
    def slow(some):
        return stripped(some).str.extract("^(-?[0-9]+)(?:[.,]0+)?$").cast(pl.Int32, strict=False)

    quick = texts.cast(pl.Int32, strict=False)
    return mended(texts, quick, texts.is_not_null() & (quick.is_null() | texts.str.starts_with("+")), slow)


def iso_dates(texts):
    """Years from 1, four digits; Polars alone also reads signs and a year 0."""
    read = texts.set(~texts.str.contains("^[0-9]{4}-[0-9]{2}-[0-9]{2}$"), None).str.to_date("%Y-%m-%d", strict=False)
    return read.set(read.dt.year() < 1, None)


def read_dates(texts, *_):
    def slow(some):
        bare = stripped(some)
        parts = bare.str.extract_groups("^([0-9]{1,2})[.]([0-9]{1,2})[.]([0-9]{4})$").struct.unnest()
        turned = parts.select(pl.concat_str("3", pl.col("2").str.zfill(2), pl.col("1").str.zfill(2), separator="-"))
        return iso_dates(turned.to_series().zip_with(parts["1"].is_not_null(), bare))

    quick = iso_dates(texts)
    return mended(texts, quick, texts.is_not_null() & quick.is_null(), slow)


READERS = {"code": read_codes, "codes": read_code_sets, "integer": read_numbers, "date": read_dates}


def read_texts(texts, facts, field):
    """The columns that a column of text becomes."""
    kind = facts.fields[field]["type"]
    if kind not in READERS:
        return [stripped(texts)]
    values = READERS[kind](texts, facts, field)
    if kind not in ("integer", "date"):
        return [values]
    empty = texts.is_null()
    unread = values.is_null() & ~empty
    if unread.any():
        unread = unread & (texts.str.strip_chars(BLANKS) != "")
    return [values, unread]


def as_dictionary(column):
    """A dictionary where that pays: when cells that are slow to read are often the same."""
    distinct = column.drop_nulls().unique()
    return column.cast(pl.Enum(distinct)) if distinct.len() * 4 < column.len() else column


def read_column(column, facts, field):
    if column.dtype == pl.String and facts.fields[field]["type"] in ("codes", "date"):
        column = as_dictionary(column)
    if isinstance(column.dtype, pl.Enum):
        distinct = column.dtype.categories
        places = column.to_physical()
        parts = [part.gather(places) for part in read_texts(distinct, facts, field)]
        # An empty cell of a dictionary is no place in it: it is not unreadable either.
        return [parts[0]] + [part.fill_null(False) for part in parts[1:]]
    return read_texts(column, facts, field)


def read_cells(frame, facts, skip=("text",)):
    """A frame of cells into a frame of values. Columns of free text are left, as no rule here asks for them."""
    columns = []
    for field, fact in facts.fields.items():
        if field in frame.columns and fact["type"] not in skip:
            names = (field, f"{field}:unreadable")
            columns += [part.alias(name) for name, part in zip(names, read_column(frame[field], facts, field))]
    return pl.DataFrame(columns)
