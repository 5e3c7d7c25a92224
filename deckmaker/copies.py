"""Copies of this process that work for it. Knows nothing of decks.

fork(2) copies a process in milliseconds with all that it has imported, read and laid out; only answers are sent back.
`multiprocessing` would do the same, but its workers live on when the process that they work for is killed. Imports
stand where they are needed: a check of one deck needs none of them, nor their 5 ms.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from io import BufferedReader, BufferedWriter, FileIO
from itertools import islice
from pathlib import Path
from typing import Any, NoReturn, TypeVar, cast

T = TypeVar("T")


def is_safe() -> bool:
    """Tell whether copies of this process are safe.

    They are on Linux (macOS's own libraries do not survive a fork), unless another thread may hold a lock of which
    nobody would let go in the copy; and a copy makes none.
    """
    import threading

    return sys.platform == "linux" and threading.active_count() == 1 and not Copy.here


def in_copy(job: Callable[[], T]) -> T | None:
    """Return what a job returns in a copy of this process, None where the copy died; here, where copies are not safe or
    the system has no process for one."""
    worker = copy_of(lambda _: job()) if is_safe() else None
    if worker is None:
        return job()
    try:
        worker.ask(None)
        return cast(T | None, worker.answer())
    finally:
        worker.end()


class CopyEnded(Exception):
    """A copy of this process died before it had done its work, as one does that needs more memory than it may have."""


class CopyFailed(Exception):
    """A mistake of ours in a copy of this process, with its traceback."""


def from_copy(begin: Callable[[], Iterator[T]], memory: int) -> Iterator[T]:
    """Yield what is yielded in a copy of this process, which may take so many bytes of memory once it has begun.

    Raises CopyEnded where it dies, CopyFailed where something but a lack of memory is raised in it that nobody catches
    there. Here, and without a bound, where copies are not safe or the system has no process.
    """
    begun: list[Iterator[T]] = []

    def following(_: object) -> list[T] | CopyFailed:
        try:
            if not begun:
                begun.append(begin())
                _allow_memory(memory)
            return [*islice(begun[0], 1)]
        except MemoryError:
            raise
        except Exception as error:  # in words: not every exception can be pickled
            import traceback

            return CopyFailed("".join(traceback.format_exception(error)))

    worker = copy_of(following) if is_safe() else None
    if worker is None:
        yield from begin()
        return
    try:
        while True:
            worker.ask(None)
            if (answer := worker.answer()) is None:
                raise CopyEnded
            if isinstance(answer, CopyFailed):
                raise answer
            if not answer:
                return
            yield answer[0]
    finally:
        worker.end()


def _allow_memory(size: int) -> None:
    """Have Linux give this process no more than so many bytes beyond what it has (RLIMIT_DATA: setrlimit(2))."""
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[5])  # of data and stack: proc(5)
    most, hard = resource.getrlimit(resource.RLIMIT_DATA)
    wanted = pages * resource.getpagesize() + size
    least = min([wanted, *(one for one in (most, hard) if one != resource.RLIM_INFINITY)])
    resource.setrlimit(resource.RLIMIT_DATA, (least, hard))


def copy_of(job: Callable[[Any], object]) -> Copy | None:
    """Return a copy of this process, None where the system has no memory, number or place for another."""
    try:
        return Copy(job)
    except OSError:
        return None


class Copy:
    """A copy of this process that answers, one after another, for what it is asked for, such as numbers.

    It ends when nobody can ask any more. A later copy also holds the end of the pipe through which an earlier one is
    asked; the latest ends first, and so all do.
    """

    here = False
    """Whether this process is itself a copy."""

    def __init__(self, job: Callable[[Any], object]) -> None:
        import signal

        _flush()  # or the copy would print it again
        asked, asking = os.pipe()
        try:
            answered, answering = os.pipe()
        except OSError:  # no more files may be open: these two are for others
            os.close(asked)
            os.close(asking)
            raise
        self.lives = True
        # What asks for an end waits until the two have parted: what the original has on its stack is not the copy's to
        # tidy up.
        before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
        try:
            self._process = os.fork()
        except OSError:
            for one in (asked, asking, answered, answering):
                os.close(one)
            signal.pthread_sigmask(signal.SIG_SETMASK, before)
            raise
        if self._process == 0:
            os.close(asking)
            os.close(answered)
            _work(job, asked, answering, before)
        os.close(asked)
        os.close(answering)
        self._asking = BufferedWriter(FileIO(asking, "wb"))
        self._answered = BufferedReader(FileIO(answered))
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def fileno(self) -> int:
        """Return what select(2) waits on."""
        return self._answered.fileno()

    def ask(self, question: object) -> None:
        """Ask for something that can be pickled; one at a time."""
        import pickle  # nosec B403  # read from our own original only

        with suppress(BrokenPipeError):  # it died, and its answer will say so
            self._asking.write(pickle.dumps(question))
            self._asking.flush()

    def answer(self) -> Any:
        """Wait for the answer and return it, None where the copy died instead."""
        import pickle  # nosec B403  # read from our own copy only

        try:
            return pickle.load(self._answered)  # nosec B301  # by our own copy
        except (EOFError, pickle.UnpicklingError):
            self.end()
            return None

    def end(self) -> None:
        """End it, whatever it is doing, and let it tidy up."""
        import signal

        if self.lives:
            self.lives = False
            with suppress(BrokenPipeError):  # a question that nobody will read
                self._asking.close()
            self._answered.close()
            with suppress(ProcessLookupError):
                os.kill(self._process, signal.SIGTERM)
            os.waitpid(self._process, 0)


def _work(job: Callable[[Any], object], asked: int, answering: int, heard: Iterable[int]) -> NoReturn:
    """Do a copy's work, with the signals blocked that were before. Never returns."""
    import pickle  # nosec B403  # read from our own copy only
    import signal

    Copy.here = True
    _end_with_original()
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)  # or `end` would wait for what the original is deaf to
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)
        with open(asked, "rb") as questions, open(answering, "wb") as answers:
            while questions.peek(1):
                pickle.dump(job(pickle.load(questions)), answers)  # nosec B301  # by our own original
                answers.flush()
                _flush()  # a plug-in may have printed
    except BaseException:  # Ctrl-C reaches the original too, which says what there is to say
        os._exit(1)
    os._exit(0)


def _end_with_original() -> None:
    """Have Linux end this copy when the original is killed, whatever the copy is doing or waiting for: prctl(2)."""
    import ctypes
    import signal

    tell_of_parents_death = 1
    ctypes.CDLL(None).prctl(tell_of_parents_death, signal.SIGTERM, 0, 0, 0)


def _flush() -> None:
    """Print what is to be printed, as far as anybody takes it."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # a full disk; a stream that is closed, or none
            stream.flush()
