"""Processes of others that work for this one: a clock that ends them, the memory they may take, their end with it."""

from __future__ import annotations

import os
import subprocess  # nosec B404
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from deckmaker.memory import threads_for


@contextmanager
def ended_after(process: subprocess.Popen[bytes], seconds: int) -> Iterator[threading.Event]:
    """End a process that is still wanted after so many seconds; yield what says whether that has come about.

    While this process is stopped, as by Ctrl-Z, no second is counted. Raises MemoryError where there is no room for a
    clock.
    """
    if not threads_for(1):
        raise MemoryError
    is_late, is_done = threading.Event(), threading.Event()

    def end() -> None:
        if not any(is_done.wait(1) for _ in range(seconds)):
            is_late.set()
            process.kill()

    clock = threading.Thread(target=end, daemon=True)
    clock.start()
    try:
        yield is_late
    finally:
        is_done.set()
        clock.join()  # or a copy of this process would be made beside it


def limit_memory(process: subprocess.Popen[bytes], most: int) -> None:
    """Let a process have no more bytes of memory of its own, where the system can be told (RLIMIT_DATA: setrlimit(2)).

    Files that it reads in place are none of it.
    """
    if sys.platform != "linux":
        return
    import resource

    with suppress(OSError, ValueError):  # it may have less already, or is over
        resource.prlimit(process.pid, resource.RLIMIT_DATA, (most, most))


def ending_with_this() -> Callable[[], None] | None:
    """Return what a process is to do before it becomes another program (`preexec_fn`), so that Linux ends it with this,
    even when that is killed (PR_SET_PDEATHSIG: prctl(2)). None where there is no such thing."""
    if sys.platform != "linux":
        return None
    import ctypes
    import signal

    prctl, this, when_parent_dies = ctypes.CDLL(None).prctl, os.getpid(), 1

    def end_with_it() -> None:
        prctl(when_parent_dies, signal.SIGKILL, 0, 0, 0)
        if os.getppid() != this:  # it ended before the system knew
            os._exit(1)

    return end_with_it
