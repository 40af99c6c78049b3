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


def dictionaries(frame, facts):
    """Columns become dictionaries of the cells that there are, but for what is another in every record."""
    single = {"row_ref", *facts.of_type("national_number")}
    return frame.with_columns(
        column.cast(pl.Enum(column.drop_nulls().unique().sort())) for column in frame if column.name not in single)
