"""Batches go to workers some at a time, and come back, whatever workers die of; real workers, which really die."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future

import pytest

from deckmaker.rows.cluster import submitting
from deckmaker.rows.cluster.connection import connected
from deckmaker.rows.cluster.problem import ClusterProblem
from deckmaker.rows.cluster.submitting import AHEAD, Submission
from deckmaker.rows.distribution import done_by
from deckmaker.rows.manifest import FAILED
from tests.rows.cluster.cluster import act, batch_of

pytestmark = pytest.mark.slow

SETTING = None  # of which `act` asks nothing


@pytest.fixture(scope="module")
def client(scheduler: str) -> Iterator[object]:
    with connected(scheduler) as client:
        yield client


def results(client, batches):
    """Return the numbers of rows that were done, and of those that failed, as a run has them."""

    def workers(take):
        for batch, answer in Submission(client, SETTING, act).results(take):
            yield batch, answer and answer.outcomes

    every = [one for outcomes in done_by(workers, iter(batches)) for one in outcomes]
    numbers = [one.number for one in every]
    assert len(numbers) == len(set(numbers)), "a row is done twice"
    return sorted(numbers), sorted(one.number for one in every if one.state == FAILED)


def test_every_batch_is_done_and_few_are_under_way(client):
    under_way, most = 0, 0
    todo = deque(batch_of(*"abcdefghij", first=10 * index) for index in range(30))

    def take():
        nonlocal under_way, most
        if not todo:
            return None
        under_way += 1
        most = max(most, under_way)
        return todo.popleft()

    numbers, workers = [], set()
    for _, answer in Submission(client, SETTING, act).results(take):
        under_way -= 1
        numbers += [one.number for one in answer.outcomes]
        workers |= {one.inputs for one in answer.outcomes}
    assert sorted(numbers) == list(range(300))
    assert most <= AHEAD * 2
    assert len(workers) == 2


def test_a_row_that_workers_die_of_fails_alone(client):
    """Its nine neighbours are done, and those of other batches, which the same workers had at hand."""
    batches = [batch_of(*("ok",) * 10, first=1), batch_of(*("ok",) * 4, "die", *("ok",) * 5, first=11)]
    assert results(client, [*batches, batch_of(*("ok",) * 10, first=21)]) == (list(range(1, 31)), [15])


def test_a_batch_whose_worker_is_killed_once_is_done_by_another(client, tmp_path):
    batches = [batch_of("ok", f"killed-once {tmp_path / 'marker'}", "ok")]
    assert results(client, batches) == ([1, 2, 3], [])
    assert (tmp_path / "marker").exists()


def test_a_store_that_refuses_once_is_asked_again(client, tmp_path):
    assert results(client, [batch_of(f"fail-once {tmp_path / 'marker'}")]) == ([1], [])


def test_a_store_that_refuses_ends_the_run(client):
    """What is under way is cancelled, and the cluster serves the next run."""
    with pytest.raises(OSError, match="denies access"):
        results(client, [batch_of("fail"), *(batch_of("ok", first=index) for index in range(2, 9))])
    assert results(client, [batch_of("ok")]) == ([1], [])


class _Lost:
    """A client whose scheduler or workers are gone."""

    def __init__(self, threads: dict[str, int] | None) -> None:
        self.threads, self.cancelled = threads, []

    def nthreads(self) -> dict[str, int]:
        if self.threads is None:
            raise OSError("Timed out trying to connect")
        return self.threads

    def submit(self, *arguments: object, **options: object) -> Future[None]:
        return Future()  # which nobody ever completes

    def cancel(self, futures: list[object], force: bool) -> None:
        self.cancelled += futures


class _Stopped(_Lost):
    """A client whose scheduler is stopped, and answers nothing."""

    def nthreads(self) -> dict[str, int]:
        if self.threads is None:
            time.sleep(60)
        return super().nthreads()


def test_a_run_ends_where_the_scheduler_is_stopped(monkeypatch):
    """As a machine is that sleeps: Dask would wait for ever, and so would a job that nobody looks at."""
    monkeypatch.setattr(submitting, "_COUNTED", 0.01)
    monkeypatch.setattr(submitting, "WORKERLESS", 0.2)
    stopped = _Stopped({"a worker": 1})
    todo = iter([batch_of("ok")])

    def take():
        batch = next(todo, None)
        stopped.threads = None
        return batch

    began = time.monotonic()
    with pytest.raises(ClusterProblem, match="its scheduler is gone"):
        list(Submission(stopped, SETTING, act).results(take))
    assert time.monotonic() - began < 10


@pytest.mark.parametrize(
    ("threads", "reason"),
    [(None, "its scheduler is gone"), ({}, "all its workers are gone")],
    ids=["scheduler", "workers"],
)
def test_a_run_ends_where_nobody_is_left_to_do_it(monkeypatch, threads, reason):
    monkeypatch.setattr(submitting, "_COUNTED", 0.01)
    monkeypatch.setattr(submitting, "WORKERLESS", 0.02)
    lost = _Lost({"a worker": 1})
    todo = iter([batch_of("ok")])

    def take():
        batch = next(todo, None)
        lost.threads = threads
        return batch

    with pytest.raises(ClusterProblem, match=reason):
        list(Submission(lost, SETTING, act).results(take))
    assert len(lost.cancelled) == 1
