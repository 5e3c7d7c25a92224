"""Jobs side by side, each in a copy of this process. Knows nothing of decks.

fork(2) copies a process in milliseconds with all that it has read and laid out; only what a job returns is sent back.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, BinaryIO, NoReturn, TypeVar

T = TypeVar("T")


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def may_copy() -> bool:
    """Tell whether copies of this process are safe and pay.

    They are on Linux (macOS's own libraries do not survive a fork), unless another thread may hold a lock of which
    nobody would let go in the copy; and they pay where there is a second core.
    """
    return sys.platform == "linux" and threading.active_count() == 1 and cores() > 1


def side_by_side(jobs: Sequence[Callable[[], T]]) -> list[T | None]:
    """Run jobs, all but the last in copies of this process; return what each returns, None for a copy that died.

    What a job raises is raised here for the last one alone: the others answer for themselves. One after another, all
    here, where copies are not safe or do not pay.
    """
    if len(jobs) < 2 or not may_copy():
        return [job() for job in jobs]
    with ExitStack() as stack:
        copies = [stack.enter_context(_copy(job)) for job in jobs[:-1]]
        own = jobs[-1]()
        return [*(_answer(answer) for answer in copies), own]


@contextmanager
def _copy(job: Callable[[], object]) -> Iterator[BinaryIO]:
    """Run a job in a copy of this process; yield the pipe that its pickled answer comes through.

    A copy that still runs at the end is ended with it.
    """
    for stream in (sys.stdout, sys.stderr):
        stream.flush()  # or the copy would print it again
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _answer_and_end(job, writing)
    os.close(writing)
    try:
        with open(reading, "rb") as answer:
            yield answer
    finally:
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)  # one that has answered ends at once anyway
        os.waitpid(child, 0)


def _answer_and_end(job: Callable[[], object], writing: int) -> NoReturn:
    """Do a copy's work. Never returns: what the original has open and on its stack is not the copy's to tidy up."""
    try:
        answer = pickle.dumps(job())
        with open(writing, "wb") as pipe:
            pipe.write(answer)
        for stream in (sys.stdout, sys.stderr):
            stream.flush()  # a plug-in may have printed
    except BaseException:  # Ctrl-C reaches the original too, which says what there is to say
        os._exit(1)
    os._exit(0)


def _answer(pipe: BinaryIO) -> Any:
    try:
        return pickle.load(pipe)  # nosec B301  # by our own copy
    except (EOFError, pickle.UnpicklingError):
        return None
