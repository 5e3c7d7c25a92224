"""Draws one SVG in a process of its own: hostile drawings can take any time and memory, and that ends with it.

Run as a file, not as a module: it must start fast and knows nothing of deckmaker. Its argument is the process that
waits for it. In: JSON with the drawing, the fonts, and how many seconds and bytes it may take. Out: a line with how
many seconds of processor it took, then a PNG; or a line that says what is wrong and exit code 3; exit code 4 where
memory was lacking.
"""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from typing import Any

SAID, NO_MEMORY = 3, 4  # 1 is what Python itself ends with
_DIE_WITH_PARENT = 1
"""Linux, prctl(2): PR_SET_PDEATHSIG."""

_DPI = 96.0
"""Pixels of an inch, as CSS has them; without it, lengths in points or millimetres are 0."""


def main(parent: int) -> int:
    """Draw what comes in."""
    _end_with(parent)
    try:
        wanted = json.load(sys.stdin)
        _limit(wanted["seconds"], wanted["memory"])
        picture = _drawn(wanted)
    except MemoryError:
        return NO_MEMORY
    except ValueError as error:
        sys.stderr.write(str(error))
        return SAID
    sys.stdout.buffer.write(b"%.2f\n" % time.process_time() + picture)
    return 0


def _drawn(wanted: dict[str, Any]) -> bytes:
    import resvg_py

    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=wanted["svg"],
            dpi=_DPI,
            skip_system_fonts=True,
            font_files=wanted["fonts"],
            font_family=wanted["sans"],
            sans_serif_family=wanted["sans"],
            serif_family=wanted["serif"],
            monospace_family=wanted["fixed"],
            cursive_family=wanted["sans"],
            fantasy_family=wanted["sans"],
        )
    )


def _end_with(parent: int) -> None:
    """Have the system end this process when the one that waits for it ends, however that comes about."""
    if sys.platform != "linux":
        return
    import ctypes

    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:  # it ended before the system knew
        os._exit(1)


def _limit(seconds: int, memory: int) -> None:
    """Take no more than that, nor than whoever started deckmaker allows."""
    try:
        import resource
    except ImportError:  # not on Windows
        return
    # A second less than the hard limit: there, the system kills without the signal that tells why.
    for kind, most, apart in ((resource.RLIMIT_CPU, seconds, 1), (resource.RLIMIT_AS, memory, 0)):
        given, hard = resource.getrlimit(kind)
        limits = [given, max(1, hard - apart) if hard != resource.RLIM_INFINITY else hard]
        least = min([most, *(one for one in limits if one != resource.RLIM_INFINITY)])
        above = least + apart
        resource.setrlimit(kind, (least, above if hard == resource.RLIM_INFINITY else min(above, hard)))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
