"""Batches to those who do them, and what becomes of rows that their process died of."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from itertools import islice
from typing import NamedTuple

from deckmaker.parallel import cores, shared_out
from deckmaker.rows.batch import Batch, Order, RowOutcome, RowTask, work
from deckmaker.rows.found import said_of_none
from deckmaker.rows.manifest import FAILED

BATCH_ROWS = 10
"""Rows in a batch: measured with ten, two processes are used at .97 to .99 (one row: .92 to .94)."""

Take = Callable[[], Batch | None]
"""Gives the next batch; None for none now."""

Workers = Callable[[Take], Generator[tuple[Batch, list[RowOutcome] | None], None, None]]
"""Who does batches: asked with what gives the next one; yields each with what became of it as it is done, None where
its process died. It ends when there is none and nobody is at work, and closing it ends whoever is."""


class Hands(NamedTuple):
    """Workers, and how many batches they do at the same time."""

    workers: Workers
    number: int


def on_this_machine(take: Take) -> Generator[tuple[Batch, list[RowOutcome] | None], None, None]:
    """Do batches in copies of this process, one for each core."""
    return shared_out(work, take, cores())


def batch_size(count: int, workers: int) -> int:
    """Return how many rows a batch has, of so many rows: few enough that nobody waits long for the last ones."""
    return max(1, min(BATCH_ROWS, count // (4 * workers)))


def batches(order: Order, tasks: Iterator[RowTask], size: int, is_built: bool) -> Iterator[Batch]:
    """Yield rows by the batch, as they are asked for."""
    while some := tuple(islice(tasks, size)):
        yield Batch(order, some, is_built)


def done_by(workers: Workers, todo: Iterator[Batch]) -> Generator[list[RowOutcome], None, None]:
    """Yield what becomes of batches, as they are done.

    Where a process dies, each of its rows is tried again alone; one that a process dies of then has failed.
    """
    again: deque[Batch] = deque()
    alone: set[int] = set()

    def take() -> Batch | None:
        return again.popleft() if again else next(todo, None)

    with closing(workers(take)) as done:
        for batch, outcomes in done:
            if outcomes is not None:
                yield outcomes
                continue
            if batch.tasks[0].row.number in alone:
                yield [_given_up(batch.tasks[0])]
                continue
            alone |= {task.row.number for task in batch.tasks}
            again += (batch._replace(tasks=(task,)) for task in batch.tasks)


def _given_up(task: RowTask) -> RowOutcome:
    message = f"{task.row.place}: the process that made its deck was ended twice, the second time with no other row"
    found, said = said_of_none(
        "internal-error", message, "look at what its texts name, such as a huge picture; or give deckmaker more memory"
    )
    return RowOutcome(task.row.number, task.row.line, task.name, FAILED, (), "", (), (found,), (said,), (), 0.0)
