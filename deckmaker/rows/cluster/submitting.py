"""Batches to a scheduler, some at a time, and what becomes of those that a worker died of.

Dask tries a task on other workers when one dies, and gives it up after some deaths. But it counts all tasks that a
worker had at hand, so that one may be given up for its neighbour's fault. A single row is therefore tried once more
with nobody beside it, before it is said to be the cause.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError
from contextlib import suppress
from queue import Empty, SimpleQueue
from typing import Any

from deckmaker.rows.batch import Batch
from deckmaker.rows.cluster.problem import ClusterProblem
from deckmaker.rows.cluster.waiting import gone, threads
from deckmaker.rows.cluster.worker import Answer, Setting, Unlike, do
from deckmaker.rows.distribution import Take

AHEAD = 2
"""Batches at hand for each thread of a worker: one that it does, and one that waits for it."""

RETRIES = 2
"""How often a batch is tried again that a store refused, or a worker that is not like the others."""

_COUNTED = 5.0
"""Seconds after which workers are counted again: clusters grow and shrink."""

WORKERLESS = 60.0
"""Seconds without any worker after which a run ends: clusters start new ones in place of those that die. As long is
waited for a scheduler that says nothing."""


class Submission:
    """Batches on their way to the workers of a cluster and back."""

    def __init__(self, client: Any, setting: Setting, task: Callable[[Batch, Setting], Answer] = do) -> None:
        """Begin with a client and what goes with each batch; `task` is what workers do."""
        self._client, self._setting, self._task = client, setting, task
        self._flying: dict[Any, Batch] = {}
        self._completed: SimpleQueue[Any] = SimpleQueue()
        self._suspects: deque[Batch] = deque()
        self._alone: Any = None
        self._most, self._counted = 0, 0.0

    def results(self, take: Take) -> Iterator[tuple[Batch, Answer | None]]:
        """Yield each batch with its answer as it is done, None where workers died of it.

        Raises ClusterProblem where the scheduler is lost, and whatever a batch raised.
        """
        try:
            while self._fill(take):
                batch, answer, is_alone = self._next()
                if answer is None and len(batch.tasks) == 1 and not is_alone:
                    self._suspects.append(batch)
                else:
                    yield batch, answer
        finally:
            self._client.cancel(list(self._flying), force=True)

    def _fill(self, take: Take) -> bool:
        """Submit as many batches as there is room for, a suspect only with nothing else under way; tell whether
        anything is."""
        if self._alone is None:
            self._count()
            while len(self._flying) < self._most and (batch := take()) is not None:
                self._submit(batch)
            if not self._flying and self._suspects:
                self._alone = self._submit(self._suspects.popleft())
        return bool(self._flying)

    def _count(self) -> None:
        if not self._most or time.monotonic() - self._counted > _COUNTED:
            self._most = AHEAD * max(1, self._threads())
            self._counted = time.monotonic()

    def _threads(self) -> int:
        """Return how many threads all workers have. Raises ClusterProblem where the scheduler is lost."""
        return threads(self._client, WORKERLESS)

    def _submit(self, batch: Batch) -> Any:
        future = self._client.submit(self._task, batch, self._setting, pure=False, retries=RETRIES)
        self._flying[future] = batch
        future.add_done_callback(self._completed.put)
        return future

    def _completed_one(self) -> Any:
        """Wait for a future. Raises ClusterProblem where there is nobody any more who could work on it."""
        since = time.monotonic()
        while True:
            with suppress(Empty):
                return self._completed.get(timeout=_COUNTED)
            if self._threads():
                since = time.monotonic()
            elif time.monotonic() - since > WORKERLESS:
                raise ClusterProblem("all its workers are gone", "start some, and build again: what is built stays")

    def _next(self) -> tuple[Batch, Answer | None, bool]:
        """Wait for a batch; return it with its answer, None where workers died of it, and whether it was alone.

        The future is let go of here, so that the worker need not keep the answer any longer.
        """
        future = self._completed_one()
        batch = self._flying.pop(future)
        is_alone = future is self._alone
        if is_alone:
            self._alone = None
        return batch, self._answer(future), is_alone

    def _answer(self, future: Any) -> Answer | None:
        """Return the answer of a future that is done; None where workers died of it, perhaps only of doing it again:
        an answer is lost with the worker that keeps it. Raises ClusterProblem for what no sound worker ends with."""
        try:
            answer: Answer = future.result()
        except CancelledError as error:
            raise gone() from error
        except (OSError, Unlike):
            raise
        except Exception as error:
            if type(error).__name__ == "KilledWorker":
                return None
            said = f"a worker has ended with {type(error).__name__}"
            help = "see that all workers are of one deckmaker, and sound; if they are, please report it"
            raise ClusterProblem(said, help) from error
        if answer is None:  # which is what is said here of batches that workers die of
            raise no_answer()
        return answer


def no_answer() -> ClusterProblem:
    """Return what is said of a worker that has sent what is none."""
    return ClusterProblem("a worker has sent what is no answer", "see that all workers are of one deckmaker, and sound")
