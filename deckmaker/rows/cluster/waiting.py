"""Questions to a scheduler that wait no longer than they may: Dask waits for ever for one that is stopped. Knows no
Dask."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

Result = TypeVar("Result")


def in_time(question: Callable[[], Result], seconds: float) -> Result:
    """Return what a question brings, or raise what it raises; TimeoutError where that takes longer. What it waits for
    ends with the process then."""
    answers: SimpleQueue[tuple[list[Result], BaseException | None]] = SimpleQueue()

    def ask() -> None:
        try:
            answers.put(([question()], None))
        except BaseException as error:
            answers.put(([], error))

    Thread(target=ask, daemon=True, name="deckmaker-question").start()
    try:
        found, error = answers.get(timeout=seconds)
    except Empty:
        raise TimeoutError("no answer in time") from None
    if error:
        raise error
    return found[0]
