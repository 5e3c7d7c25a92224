"""Commands that are asked to end: what they opened is closed, and what they put beside a target is removed."""

from __future__ import annotations

import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_SAID_AGAIN = 0.02
"""Seconds until a request that was lost is said again: the code that lost it has returned by then."""


@contextmanager
def tidy_end() -> Iterator[None]:
    """Let a polite request to end (SIGTERM, a closed terminal's SIGHUP) run the clean-up, as Ctrl-C does.

    Python's own answer to these is to vanish at once. A program that answers them itself keeps its answer. Raises
    SystemExit with the status that shells give: 128 and the signal's number.
    """
    wanted = [signal.SIGTERM] if sys.platform == "win32" else [signal.SIGTERM, signal.SIGHUP]
    here = threading.current_thread() is threading.main_thread()  # no other may set handlers
    changed = [one for one in wanted if here and signal.getsignal(one) is signal.SIG_DFL]
    for one in changed:
        signal.signal(one, _end)
    try:
        if changed:
            with _nothing_lost():
                yield
        else:
            yield
    finally:
        for one in changed:
            signal.signal(one, signal.SIG_DFL)


@contextmanager
def whole_before_end() -> Iterator[None]:
    """Have requests to end wait, Ctrl-C too, until what is made here is whole: until there is what tidies it up.

    For moments only. Windows has no way to have them wait.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class _Asked(SystemExit):
    """What a polite request raises."""

    def __init__(self, number: int) -> None:
        super().__init__(128 + number)  # as shells say it
        self.number = number


def _end(number: int, frame: FrameType | None) -> None:
    raise _Asked(number)


@contextmanager
def _nothing_lost() -> Iterator[None]:
    """Say a request again that arrived where Python drops exceptions: in a weak reference's callback, in `__del__`.

    Python only reports these to `sys.unraisablehook`, and the command would go on as if nobody had asked.
    """
    lost: list[int] = []
    before = sys.unraisablehook

    def hook(told: sys.UnraisableHookArgs) -> None:
        number = _number(told.exc_value)
        if number is None:
            before(told)
            return
        lost.append(number)
        again = threading.Timer(_SAID_AGAIN, _say, [lost])
        again.daemon = True
        again.start()

    sys.unraisablehook = hook
    try:
        yield
        for number in lost[-1:]:  # the work was over first
            raise KeyboardInterrupt if number == signal.SIGINT else _Asked(number)
    finally:
        sys.unraisablehook = before
        lost.clear()


def _number(value: BaseException | None) -> int | None:
    if isinstance(value, _Asked):
        return value.number
    return signal.SIGINT if isinstance(value, KeyboardInterrupt) else None


def _say(lost: list[int]) -> None:
    for number in lost[-1:]:
        if sys.platform == "win32":
            signal.raise_signal(number)
        else:  # to the thread that may be waiting for a program
            signal.pthread_kill(threading.main_thread().ident or 0, number)
