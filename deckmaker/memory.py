"""Whether memory or open files ran out, or memory has room for threads.

Knows exceptions and limits, and imports nothing before it is asked: that might take what is left.
"""

from __future__ import annotations

import errno
import os

_ENOUGH = 64_000_000
"""Bytes. Where not even so many are to be had, whatever failed failed for that: libraries in C have words of their own
for it, or none. The largest of them takes half as much to load."""

_NO_MORE = (errno.EMFILE, errno.ENFILE)

_SAID = ("allocate memory", "failed to map", "start new thread")
"""What the system's loader of libraries and Python's threads say."""


def ran_out(error: BaseException | None) -> bool:
    """Tell whether an exception, or one that it came of, is about memory; or whether there is none left."""
    known = 0
    while error is not None and known < 100:  # a chain may be a circle
        if isinstance(error, MemoryError) or (isinstance(error, OSError) and error.errno == errno.ENOMEM):
            return True
        if isinstance(error, ImportError | RuntimeError) and any(one in str(error) for one in _SAID):
            return True
        error, known = error.__cause__ or error.__context__, known + 1
    try:
        bytes(_ENOUGH)  # asked of the system, and not touched: that takes no time
    except MemoryError:
        return True
    return False


def has_no_files_left(error: BaseException | None) -> bool:
    """Tell whether an exception, or one that it came of, is about files that may not be opened beside others; or
    whether no more can be opened: libraries take a file that they cannot open for one that is not there."""
    known = 0
    while error is not None and known < 100:
        if isinstance(error, OSError) and error.errno in _NO_MORE:
            return True
        error, known = error.__cause__ or error.__context__, known + 1
    try:
        os.close(os.open(os.devnull, os.O_RDONLY))
    except OSError as obstacle:
        return obstacle.errno in _NO_MORE
    return False


_OF_A_THREAD = 100_000_000
"""Bytes of addresses that a thread may take: its stack, and a heap of its own (glibc: up to 64 MB)."""


def threads_for(most: int) -> int:
    """Return how many of so many threads at `most` there is memory for, where it has a limit (RLIMIT_AS, RLIMIT_DATA:
    setrlimit(2)).

    One that has room for its stack and for nothing else ends at once, and `Thread.start` waits for it for ever.
    """
    import sys

    if sys.platform != "linux":
        return most
    import resource

    for limit, field in ((resource.RLIMIT_AS, 0), (resource.RLIMIT_DATA, 5)):
        allowed = resource.getrlimit(limit)[0]
        if allowed != resource.RLIM_INFINITY:
            try:
                with open("/proc/self/statm", encoding="ascii") as stream:  # in pages: proc(5)
                    taken = int(stream.read().split()[field]) * resource.getpagesize()
            except OSError:
                return 0
            most = max(0, min(most, (allowed - taken) // _OF_A_THREAD))
    return most
