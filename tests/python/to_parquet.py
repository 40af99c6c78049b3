"""Simulated registrations as Parquet, batch by batch: python to_parquet.py FILE.csv FILE.parquet"""

import sys

import pyarrow as pa
from pyarrow import csv, parquet

ROW_GROUP = 65_536


def text_columns(path):
    """The names of the columns, each as text: a number keeps its leading zeros."""
    with open(path, encoding="utf-8") as file:
        return {name: pa.string() for name in file.readline().strip().split(",")}


def main(source, target):
    convert = csv.ConvertOptions(
        column_types=text_columns(source), strings_can_be_null=True, null_values=[""], quoted_strings_can_be_null=True
    )
    # A row that is none is left out: tables have no such rows.
    parse = csv.ParseOptions(invalid_row_handler=lambda row: "skip")
    with (
        csv.open_csv(source, convert_options=convert, parse_options=parse) as reader,
        parquet.ParquetWriter(target, reader.schema) as writer,
    ):
        batches, rows = [], 0
        for batch in reader:
            batches.append(batch)
            rows += batch.num_rows
            if rows >= ROW_GROUP:
                writer.write_table(pa.Table.from_batches(batches), row_group_size=ROW_GROUP)
                batches, rows = [], 0
        if batches:
            writer.write_table(pa.Table.from_batches(batches))


if __name__ == "__main__":
    main(*sys.argv[1:])
