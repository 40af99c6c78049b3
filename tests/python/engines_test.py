"""Whichever engine holds a table, the same comes out, to the byte. BRUKERPLAN_REGISTRATIONS is a Parquet file to do it with."""

import concurrent.futures
import json
import os
import shutil
import sys

import pytest
import sample

import brukerplan as bp

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
csv = pytest.importorskip("pyarrow.csv")
pl = pytest.importorskip("polars")
duckdb = pytest.importorskip("duckdb")

TEST = {"test_numbers": True, "lang": "en"}
KEPT = {**TEST, "keep_rows": True}
PARTS = 5  # files are written so that engines find this many parts at least


@pytest.fixture(scope="session")
def file(tmp_path_factory):
    """Registrations as Parquet, in several row groups."""
    if given := os.environ.get("BRUKERPLAN_REGISTRATIONS"):
        return given
    columns = {name: pa.array(cells * 20, pa.string()) for name, cells in sample.text_columns().items()}
    path = tmp_path_factory.mktemp("engines") / "registrations.parquet"
    table = pa.table(columns)
    pq.write_table(table, path, row_group_size=table.num_rows // PARTS)
    return str(path)


@pytest.fixture(scope="session")
def spark(file):
    sql = pytest.importorskip("pyspark.sql")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings = {
        "spark.ui.enabled": "false",
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.sql.session.timeZone": "UTC",
        "spark.sql.files.openCostInBytes": "0",
        "spark.sql.files.maxPartitionBytes": str(os.path.getsize(file) // PARTS),
    }
    builder = sql.SparkSession.builder.master("local[2]")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="session")
def table(file):
    return pq.read_table(file)


@pytest.fixture(scope="session")
def whole(table):
    """One process, one table."""
    return bp.validate(table, **KEPT)


def by_two_threads(file):
    table = pq.read_table(file)
    middle = table.num_rows // 2
    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        first, second = threads.map(lambda part: bp.validate(part, **KEPT), (table.slice(0, middle), table.slice(middle)))
    return first + second


def by_polars(file):
    return bp.engines.polars.validate(pl.scan_parquet(file), batch_rows=3000, **KEPT)


def by_duckdb(file):
    return bp.engines.duckdb.validate(duckdb.read_parquet(file), batch_rows=3000, **KEPT)


ENGINES = {"two threads": by_two_threads, "Polars": by_polars, "DuckDB": by_duckdb}


def text_of(scores):
    """Scores as the bytes of a CSV file, in which null and an empty text differ."""
    sink = pa.BufferOutputStream()
    csv.write_csv(pa.table(scores).cast(bp.engines._parts.score_schema()), sink)
    return sink.getvalue().to_pybytes()


def same(found, whole):
    assert len(found) == len(whole) > 1000
    assert found.save() == whole.save()
    assert found.to_json() == whole.to_json()
    assert bytes(found.severities) == bytes(whole.severities)
    assert bytes(found.valid_rows) == bytes(whole.valid_rows)
    assert found.summary.to_dict() == whole.summary.to_dict()


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_finds_what_one_process_finds(engine, file, whole):
    same(ENGINES[engine](file), whole)


def test_spark_finds_what_one_process_finds(spark, file, whole):
    frame = spark.read.parquet(file)
    assert frame.rdd.getNumPartitions() >= PARTS
    same(bp.engines.spark.validate(frame, **KEPT), whole)


@pytest.fixture(scope="session")
def scores(table):
    return text_of(bp.score(table, scheme="rule/1"))


def test_engines_score_as_one_process_does(file, scores):
    assert text_of(bp.engines.polars.score(pl.scan_parquet(file), "rule/1").collect(engine="streaming")) == scores
    assert text_of(bp.engines.duckdb.score(duckdb.read_parquet(file), "rule/1").read_all()) == scores


def test_a_reference_that_may_be_a_number_is_not_passed_on_however_rows_are_cut():
    columns = sample.text_columns()
    columns["Radref"][300] = columns["Fødselsnummer"][0]
    parts = [sample.part(columns, first, first + 100) for first in range(0, 435, 100)]
    assert bp.score(columns)["row_ref"][299:302] == ["R000301", None, "R000303"]
    assert text_of(bp.score(iter(parts))) == text_of(bp.score(columns))


def test_spark_scores_as_one_process_does(spark, file, scores):
    found = bp.engines.spark.score(spark.read.parquet(file), "rule/1").toArrow()
    assert found.num_rows > 1000 and text_of(found) == scores


def test_scores_are_written_in_the_order_of_the_rows(file, scores, tmp_path):
    bp.engines.polars.score(pl.scan_parquet(file), "rule/1").sink_parquet(tmp_path / "polars.parquet")
    assert text_of(pq.read_table(tmp_path / "polars.parquet")) == scores
    with pq.ParquetWriter(tmp_path / "duckdb.parquet", bp.engines._parts.score_schema()) as writer:
        for batch in bp.engines.duckdb.score(duckdb.read_parquet(file), "rule/1"):
            writer.write_batch(batch)
    assert text_of(pq.read_table(tmp_path / "duckdb.parquet")) == scores


def test_engines_count_the_same_assessments(file, table):
    whole = bp.histogram(table)
    assert whole.persons > 1000
    assert bp.engines.polars.histogram(pl.scan_parquet(file)) == whole
    assert bp.engines.duckdb.histogram(duckdb.read_parquet(file)) == whole


def test_spark_counts_the_same_assessments(spark, file, table):
    assert bp.engines.spark.histogram(spark.read.parquet(file)) == bp.histogram(table)


@pytest.mark.parametrize("most", [0, 1, 7])
def test_the_first_findings_are_kept_and_all_are_counted(most, file, table):
    rows, options = 7770, {"max_findings": most, **KEPT}
    one = bp.validate(table.slice(0, rows), **options)
    assert len(one.findings) == most and one.truncated
    relation, frame = duckdb.read_parquet(file).limit(rows), pl.scan_parquet(file).head(rows)
    assert bp.engines.duckdb.validate(relation, batch_rows=2048, **options).save() == one.save()
    assert bp.engines.polars.validate(frame, batch_rows=999, **options).save() == one.save()
    parts = [bp.validate(table.slice(first, 777), **options) for first in range(0, rows, 777)]
    assert bp.engines.join(parts).save() == one.save()


def test_batches_are_no_longer_than_asked_and_keep_their_order(file, table):
    for module, frame in ((bp.engines.polars, pl.scan_parquet(file)), (bp.engines.duckdb, duckdb.read_parquet(file))):
        batches = [pa.table(batch)[0] for batch in module.batches(frame, 2048)]
        assert max(map(len, batches)) <= 2048 and len(batches) >= PARTS
        assert [reference for batch in batches for reference in batch.to_pylist()] == table[0].to_pylist()


def test_rows_with_errors_come_out_of_the_engine_they_are_in(file, whole):
    found = by_polars(file)
    assert isinstance(found.valid.to_native(), pl.LazyFrame)
    assert len(found.invalid) == len(whole.invalid_rows)
    assert by_duckdb(file).invalid.to_dict() == found.invalid.to_dict()


def test_no_rows_are_no_findings(file):
    polars, relation = pl.scan_parquet(file).head(0), duckdb.read_parquet(file).limit(0)
    for module, none in ((bp.engines.polars, polars), (bp.engines.duckdb, relation)):
        assert len(module.validate(none, **TEST)) == 0
        assert module.histogram(none).persons == 0
    assert bp.engines.polars.score(polars).collect().height == bp.engines.duckdb.score(relation).read_all().num_rows == 0


def test_spark_with_no_rows_or_empty_partitions(spark, file, table):
    frame = spark.read.parquet(file)
    assert len(bp.engines.spark.validate(frame.limit(0), **TEST)) == 0
    few = spark.createDataFrame(table.slice(0, 3)).repartition(8)
    assert len(bp.engines.spark.validate(few, **TEST)) == 3
    assert bp.engines.spark.histogram(few).persons == 3


def test_what_is_missing_is_told_before_spark_works(spark, table):
    frame = spark.createDataFrame(table.slice(0, 3))
    name = "Bolig" if "Bolig" in table.column_names else "housing"
    for call in (bp.engines.spark.validate, bp.engines.spark.score, bp.engines.spark.histogram):
        with pytest.raises(bp.MissingColumns, match="housing"):
            call(frame.drop(name))
    with pytest.raises(bp.UnknownPack):
        bp.engines.spark.validate(frame, "brukerplan/1999")


def test_documents_are_read_where_they_are_and_carried_to_spark(spark, table, tmp_path):
    profile = {
        "format": "brukerplan/profile",
        "version": 1,
        "id": "test/1",
        "changes": [{"rule": "BP-DOM-004", "severity": "warning"}],
    }
    (tmp_path / "profile.json").write_text(json.dumps(profile))
    part = table.slice(0, 400)
    frame = spark.createDataFrame(part)
    found = bp.engines.spark.validate(frame, profile=tmp_path / "profile.json", **KEPT)
    assert found.save() == bp.validate(part, profile=profile, **KEPT).save() != bp.validate(part, **KEPT).save()
    scheme = bp.Scheme("rule/1")
    assert text_of(bp.engines.spark.score(frame, scheme).toArrow()) == text_of(bp.score(part, scheme=scheme))


def test_nothing_to_join_is_refused():
    with pytest.raises(bp.InvalidArgument):
        bp.engines.join([])


def test_examples_of_the_engines_run():
    import doctest
    import importlib

    for name in ("_parts", "polars", "duckdb", "spark"):
        assert doctest.testmod(importlib.import_module(f"brukerplan.engines.{name}")).failed == 0
