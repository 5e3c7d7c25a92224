"""A line on the terminal that says what long work is at, and is gone before anything else is printed.

Painted by a timer's signal: a thread would keep this process from being copied (`parallel.py`), and a copy inherits no
timer. Where there are no such signals, as on Windows, nothing is painted.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
import time
from contextlib import suppress
from types import FrameType

from deckmaker.diagnostics.printer.columns import display_width

FIRST, NEXT = 1.0, 0.25
"""Seconds after which work is long, and between one painting and the next."""

_ERASE = "\r\x1b[K"


def is_wanted() -> bool:
    """Tell whether somebody looks on: stderr is a terminal that can erase a line, and no log of a CI service."""
    return (
        hasattr(signal, "setitimer")
        and threading.current_thread() is threading.main_thread()
        and signal.getsignal(signal.SIGALRM) is signal.SIG_DFL
        and sys.stderr is not None
        and sys.stderr.isatty()
        and os.environ.get("TERM", "dumb") != "dumb"
        and not os.environ.get("CI")
    )


class Progress:
    """What is being done with how many things, one of which may have a `name`; painted while nothing else is printed.

    A context: at its end nothing is painted any more.
    """

    def __init__(self, doing: str, count: int, name: str) -> None:
        self._doing, self._count, self._name = doing, count, name
        self._done = 0
        self._is_held = False
        self._is_painted = False
        self._has_rate = False
        self._began = time.monotonic()

    def __enter__(self) -> Progress:
        signal.signal(signal.SIGALRM, self._paint)
        signal.setitimer(signal.ITIMER_REAL, FIRST, NEXT)
        return self

    def __exit__(self, *_: object) -> None:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        self.hold()

    def hold(self) -> None:
        """Erase the line, and paint none until `go_on`: what is printed now has lines of its own."""
        self._is_held = True
        if self._is_painted:
            self._is_painted = False
            _write(_ERASE)

    def go_on(self) -> None:
        """One thing more is done."""
        self._done += 1
        self._is_held = False

    def watch(self, doing: str, done: int, count: int) -> None:
        """So many of a `count` of decks are done, in this stretch of the work; what is told of them has a rate."""
        if doing != self._doing or done < self._done:
            self._began = time.monotonic()
        self._doing, self._done, self._count, self._has_rate = doing, done, count, True

    def line(self, width: int) -> str:
        """Return what is painted, of fewer than `width` columns, or the terminal would begin a line."""
        passed = time.monotonic() - self._began
        seconds = f"{passed:.0f} s"
        if self._count == 1:
            head, tail = f"{self._doing} {self._name}", f" ... {seconds}"
        else:
            head, tail = f"{self._doing} {self._count:,} decks", f": {self._done:,} done, {seconds}"
        if self._has_rate and self._done and passed:
            rate = self._done / passed
            left = max(0, self._count - self._done) / rate
            tail = f": {self._done:,} done, {rate:.{0 if rate >= 10 else 1}f} a second, {in_words(left)} left"
        while head and display_width(head + tail) >= width:
            head = head[:-1]
        return (head + tail)[: max(0, width - 1)]

    def _paint(self, number: int, frame: FrameType | None) -> None:
        if not self._is_held:
            self._is_painted = True
            _write(_ERASE + self.line(_width()))


def in_words(seconds: float) -> str:
    """Return a stretch of time as people say it: `40 s`, `12 min`, `3 h 20 min`."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / 60), 60)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"


def _width() -> int:
    try:
        return os.get_terminal_size(sys.stderr.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _write(text: str) -> None:
    """Write at once, past the stream: its own writing may be what the signal came into the midst of."""
    with suppress(OSError, ValueError):  # a terminal that was closed
        os.write(sys.stderr.fileno(), text.encode(sys.stderr.encoding, "replace"))
