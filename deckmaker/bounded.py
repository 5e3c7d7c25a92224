"""Processes of others that work for this one: a clock that ends them, and what memory they may take."""

from __future__ import annotations

import subprocess  # nosec B404
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def ended_after(process: subprocess.Popen[bytes], seconds: int) -> Iterator[threading.Event]:
    """End a process that is still wanted after so many seconds; yield what says whether that has come about.

    While this process is stopped, as by Ctrl-Z, no second is counted.
    """
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
