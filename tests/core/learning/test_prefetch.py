import threading

import pytest

from alcd_core.learning.prefetch import read_ahead


def reader_threads():
    return [thread for thread in threading.enumerate() if thread.name.startswith("reader")]


def test_results_come_in_order():
    with read_ahead(range(20), lambda number: number * 2) as results:
        assert list(results) == list(range(0, 40, 2))
    assert not reader_threads()


def test_it_reads_ahead_but_not_far():
    read = []
    with read_ahead(range(20), lambda number: read.append(number) or number, ahead=2) as results:
        next(results)
    assert 1 <= len(read) <= 3


def test_another_thread_reads_one_at_a_time():
    names = set()
    with read_ahead(range(5), lambda _: names.add(threading.current_thread().name)) as results:
        list(results)
    assert len(names) == 1
    assert threading.current_thread().name not in names


def test_an_error_is_raised_when_its_result_is_due():
    def read(number):
        if number == 2:
            raise ValueError("damaged")
        return number

    seen = []
    with pytest.raises(ValueError, match="damaged"), read_ahead(range(5), read) as results:
        for result in results:
            seen.append(result)
    assert seen == [0, 1]
    assert not reader_threads()


def test_leaving_with_an_error_ends_the_thread():
    with pytest.raises(KeyError), read_ahead(range(100), lambda number: number) as results:
        next(results)
        raise KeyError
    assert not reader_threads()
