"""Registrations as frames of cells."""
import csv

import polars as pl


def well_formed(path):
    """The records of a file that can be read as rows, as text columns, and the index of each."""
    with open(path, encoding="utf-8", newline="") as file:
        rows = [row for row in csv.reader(file) if row]
    header, records = rows[0], rows[1:]
    kept = [index for index, row in enumerate(records) if len(row) == len(header)]
    columns = zip(*(records[index] for index in kept))
    return pl.DataFrame({name: [cell or None for cell in column] for name, column in zip(header, columns)}), kept


def texts(path):
    """A file in which every row is in order."""
    return pl.read_csv(path, infer_schema=False).rechunk()


def dictionary_of(column, facts):
    """A dictionary of the cells that there are; text where nearly every record has another."""
    single = column.name == "row_ref" or facts.fields[column.name]["type"] == "national_number"
    return column if single else column.cast(pl.Enum(column.drop_nulls().unique().sort()))


def dictionaries(frame, facts):
    return frame.with_columns(dictionary_of(column, facts) for column in frame)


RATINGS = {"green": 1, "yellow": 2, "red": 3}


def as_numbers(column, kind):
    """The column as small integers, days, or lists of places in a dictionary, as its type has it."""
    match kind:
        case "code":
            return column.replace_strict(RATINGS, default=None, return_dtype=pl.Int8)
        case "integer":
            return column.cast(pl.Int16, strict=False)
        case "date":
            return column.str.to_date("%Y-%m-%d", strict=False)
        case "codes":
            words = column.str.split("|")
            return words.cast(pl.List(pl.Enum(words.explode().drop_nulls().unique().sort())))


def numbers(frame, facts):
    """Columns become numbers where every cell is one, and what is no number in some row a dictionary."""
    def best(column):
        made = as_numbers(column, facts.fields[column.name]["type"])
        return made if made is not None and made.null_count() == column.null_count() else dictionary_of(column, facts)

    return frame.with_columns(best(column) for column in frame)
