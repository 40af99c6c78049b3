"""Work is done without the lock of the interpreter."""

import threading
import time

import brukerplan as bp
import pytest
import sample
from brukerplan import _core, national_id


@pytest.fixture(scope="module")
def large():
    columns = sample.text_columns(only_typed=True)
    return bp.Table(_core.table_of_columns(list(columns), [cells * 400 for cells in columns.values()]))


@pytest.mark.parametrize("work", ["validate", "score", "numbers"])
def test_another_thread_gets_on_while_a_call_works(work, large):
    numbers = national_id.column(["17912099997"] * 2_000_000)
    calls = {
        "validate": lambda: bp.validate(large, test_numbers=True),
        "score": lambda: bp.score(large),
        "numbers": lambda: national_id.check_column(numbers, test_numbers=True),
    }
    steps, done = 0, threading.Event()

    def count():
        nonlocal steps
        while not done.is_set():
            steps += 1

    other = threading.Thread(target=count)
    other.start()
    try:
        before = steps
        calls[work]()
        during = steps - before
    finally:
        done.set()
        other.join()
    # A call that held the lock would let at most a few switches through at its ends.
    assert during > 50_000


def test_threads_share_contexts_schemes_and_tables(large):
    expected = bp.validate(large, test_numbers=True, max_findings=10).findings.to_dicts()
    scores = bp.score(large)["points"][:1000]
    wrong = []

    def work():
        for _ in range(3):
            if bp.validate(large, test_numbers=True, max_findings=10).findings.to_dicts() != expected:
                wrong.append("findings")
            if bp.score(large)["points"][:1000] != scores:
                wrong.append("scores")

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong


def test_a_call_can_be_interrupted(large):
    import _thread

    def endless():
        while True:
            yield large

    timer = threading.Timer(0.3, _thread.interrupt_main)
    timer.start()
    begun = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        bp.validate(endless(), test_numbers=True, max_findings=10, keep_rows=False)
    assert time.monotonic() - begun < 60
