"""Questions to a scheduler, which may be stopped, gone or of another version: Dask waits for ever for one that is
stopped, and fails in many ways with one that answers otherwise than it does. Knows no Dask, but what a client has."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

from deckmaker.rows.cluster.problem import ClusterProblem
from deckmaker.rows.cluster.shapes import is_of

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


def asked(question: Callable[[], Result], seconds: float, late: ClusterProblem | None = None) -> Result:
    """Return what a question to a scheduler brings. Raises ClusterProblem where it brings nothing: another one where it
    is `late`, if there is such."""
    try:
        return in_time(question, seconds)
    except TimeoutError as error:
        raise late or gone() from error
    except OSError as error:
        raise gone() from error
    except Exception as error:  # of any kind
        help = "see that it has the same version of Dask as this machine"
        raise ClusterProblem(f"its scheduler answers as none does ({type(error).__name__})", help) from error


def gone() -> ClusterProblem:
    """Return what is said of a scheduler that answers no more."""
    return ClusterProblem("its scheduler is gone", "start it again, and build again: what is built stays")


def threads(client: Any, seconds: float) -> int:
    """Return how many threads all workers have. Raises ClusterProblem."""

    def question() -> int:
        found = client.nthreads()
        if not is_of(found, dict[str, int]):
            raise TypeError
        return sum(found.values())

    return asked(question, seconds)
