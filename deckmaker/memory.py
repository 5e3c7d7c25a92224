"""Whether memory ran out. Knows exceptions only, and imports nothing, which might take what is left."""

from __future__ import annotations

import errno

_ENOUGH = 64_000_000
"""Bytes. Where not even so many are to be had, whatever failed failed for that: libraries in C have words of their own
for it, or none. The largest of them takes half as much to load."""

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
