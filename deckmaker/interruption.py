"""Ctrl-C, from the first moment to the last: what it does while nothing is to be tidied up, and while something is.

Imported before all else, so it imports nothing that takes time: `signal` itself would bring enumerations, and 3 ms in
which Ctrl-C shows a traceback. Python's own start, some 20 ms, comes before any line of ours.
"""

import os
import sys

TYPE_CHECKING = False  # as in `typing`, which takes longer to import than all of this
if TYPE_CHECKING:
    import signal
    from types import FrameType
else:
    import _signal as signal  # the part of it that is in Python itself

STOPPED = 130
"""The exit code for Ctrl-C: shells' own, 128 and the number of the signal."""


def end_at_once() -> None:
    """Let Ctrl-C end this process at once and without words, from now on: nothing is begun that has to be tidied up.

    A process that ignores Ctrl-C, as behind `nohup`, or has an answer of its own to it, keeps to that.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, _end)
        sys.unraisablehook = _not_raised


class TidyEnd:
    """A stretch in which Ctrl-C raises KeyboardInterrupt, so that what is begun is tidied up, where it would end the
    process at once otherwise. It does so once: pressed again, it ends the process, whatever holds it up."""

    def __enter__(self) -> None:
        if signal.getsignal(signal.SIGINT) is _end:
            signal.signal(signal.SIGINT, _raise)

    def __exit__(self, *_: object) -> None:
        if signal.getsignal(signal.SIGINT) is _raise:
            signal.signal(signal.SIGINT, _end)


def _end(number: int, frame: "FrameType | None") -> None:
    os._exit(STOPPED)


def _raise(number: int, frame: "FrameType | None") -> None:
    signal.signal(signal.SIGINT, _end)
    raise KeyboardInterrupt


def _not_raised(unraisable: "sys.UnraisableHookArgs") -> None:
    """End the process where KeyboardInterrupt came to where Python lets nothing through, as when it lets go of the lock
    of an import: it would say so in many lines, and go on."""
    if unraisable.exc_type is KeyboardInterrupt:
        os._exit(STOPPED)
    sys.__unraisablehook__(unraisable)
