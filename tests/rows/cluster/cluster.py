"""A cluster of two workers on this machine, which the tests of a process share; and rows that are bad for workers."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from deckmaker.localization.typed_numbers import evidence
from deckmaker.rows.batch import Batch, Order, RowOutcome, RowTask
from deckmaker.rows.cluster.worker import Answer, Setting, begin
from deckmaker.rows.manifest import CHECKED
from deckmaker.values.row import Columns, Row

COLUMNS = Columns("rows.csv", ("does",), (evidence([]),))
ORDER = Order("a run", Path("deck.yaml"))


def batch_of(*does: str, first: int = 1) -> Batch:
    """Return a batch of rows that do what is said: nothing, or one of what `act` knows."""
    rows = (Row(number, number + 1, (what,), COLUMNS) for number, what in enumerate(does, first))
    return Batch(ORDER, tuple(RowTask(row, f"row-{row.number}") for row in rows), False)


def act(batch: Batch, setting: Setting) -> Answer:
    """Do what rows say; answer with their numbers."""
    begin()
    for task in batch.tasks:
        match task.row.texts[0].split():
            case ["die"]:
                os._exit(1)
            case ["killed-once", marker]:
                if not Path(marker).exists():
                    Path(marker).touch()
                    os.kill(os.getpid(), signal.SIGKILL)
            case ["fail-once", marker]:
                if not Path(marker).exists():
                    Path(marker).touch()
                    raise OSError("the store has no time")
            case ["fail"]:
                raise OSError("the store denies access")
    return Answer([_done(task) for task in batch.tasks], {})


def _done(task: RowTask) -> RowOutcome:
    """Return an outcome that tells who worked, in place of what the deck was made of."""
    row = task.row
    nothing = {"parts": (), "reads": (), "found": (), "said": (), "causes": (), "seconds": 0.0}
    return RowOutcome(
        number=row.number, line=row.line, name=task.name, state=CHECKED, inputs=str(os.getpid()), **nothing
    )
