"""Nothing is kept that is not needed: not over calls, not over streams, not over the rows of one stream."""

import gc
import sys

import brukerplan as bp
import pytest
import rounds
import sample
from brukerplan import _core, national_id


def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096


def growth(work, times, warm_up):
    for _ in range(warm_up):
        work()
    gc.collect()
    before = resident()
    for _ in range(times):
        work()
    gc.collect()
    return resident() - before


@pytest.fixture(scope="module")
def few():
    return sample.part(sample.typed_columns(), 0, 5)


def test_ten_thousand_calls_leave_nothing(few):
    scheme = bp.Scheme()

    def work():
        bp.check({"municipality": "9001", "housing": "blue"}, test_numbers=True)
        scheme.score([3] * 8)
        national_id.check_column(["17912099997", None])
        with pytest.raises(bp.InvalidArgument):
            scheme.score_code(-1)

    assert growth(work, 10_000, 1000) < 2_000_000


def test_tables_leave_nothing(few):
    def work():
        found = bp.validate(few, test_numbers=True)
        found.valid.to_dict(), found.findings.to_dict(), bp.score(few).to_dict()

    assert growth(work, 1000, 200) < 3_000_000


def test_projections_leave_nothing():
    cells = rounds.cells(3)

    def work():
        made = bp.project(bp.MappingCounts.of_table(cells), refits=2, draws=100)
        made.to_dict(), made.areas({"9001": "a"}).to_dict(), bp.backtest(cells, refits=0).by("service").to_dict()

    assert growth(work, 200, 50) < 3_000_000


def test_a_hundred_streams_leave_nothing(few):
    pa = pytest.importorskip("pyarrow")
    columns = {name: cells * 100 for name, cells in few.items()}
    table = pa.table(columns)

    def work():
        found = bp.validate(iter(table.to_batches(max_chunksize=100)), test_numbers=True)
        pa.table(found.findings)
        bp.validate(table.to_reader(max_chunksize=50), test_numbers=True)
        reader = pa.RecordBatchReader._import_from_c_capsule(bp.Table(columns).__arrow_c_stream__())
        next(iter(reader))  # and the rest is never read

    assert growth(work, 100, 20) < 6_000_000


def test_objects_of_python_are_let_go(few):
    class Part(dict):
        pass

    part = Part(few)
    before = sys.getrefcount(part), sys.getrefcount(None)
    for _ in range(100):
        found = bp.validate(iter([part]), test_numbers=True)
        len(found.findings), found.findings["code"]
        with pytest.raises(bp.UnreadableTable):
            bp.validate(iter([part, 1]), test_numbers=True)
    del found
    gc.collect()
    assert sys.getrefcount(part) == before[0]
    assert abs(sys.getrefcount(None) - before[1]) < 100


def test_memory_does_not_grow_with_the_rows_of_a_stream(few):
    batch = _core.table_of_columns(list(few), [cells * 400 for cells in few.values()])

    def rows(batches):
        for _ in range(batches):
            yield batch

    def work(batches):
        found = bp.validate(rows(batches), test_numbers=True, max_findings=100, keep_rows=False)
        assert len(found) == batches * 2000

    work(20)
    before = resident()
    work(200)
    assert resident() - before < 1_000_000
