"""A PDF that takes no more bytes than it may: its pictures have as many pixels as have room."""

from __future__ import annotations

from collections.abc import Callable
from typing import BinaryIO, NamedTuple, cast

from deckmaker.diagnostics import Diagnostics
from deckmaker.model import PaperSettings
from deckmaker.render.pdf.picture_sizes import FINE


class Step(NamedTuple):
    """The most pixels an inch that pictures have, None for all, and the quality of JPEGs that are made smaller; those
    in colour may become JPEGs `as_photos`."""

    dpi: int | None
    quality: int
    as_photos: bool = True


_STEPS = (
    Step(300, 88),
    Step(220, 85),
    Step(180, 82),
    Step(150, 80),
    Step(120, 78),
    Step(96, 75),
    Step(72, 70),
    Step(50, 60),
)
"""From fine print to what is just read on a screen of the size of the page."""

Write = Callable[[BinaryIO, Step], None]
"""Writes the whole file with pictures as fine as a step says."""


def write_within(name: str, settings: PaperSettings, write: Write, stream: BinaryIO, diagnostics: Diagnostics) -> None:
    """Write a file with the finest pictures with which it takes no more than the settings say, and report which.

    `name` is that of the format. One that takes more with the coarsest is reported, and is not for use.
    """
    own, most = Step(settings.dpi, FINE, as_photos=False), settings.max_size
    if not most:
        write(stream, own)
        return
    size = _size(write, own)
    if size <= most:
        write(stream, own)
        return
    steps = [one for one in _STEPS if own.dpi is None or one.dpi is None or one.dpi < own.dpi] or [own]
    chosen, taken = _finest(steps, most, write)
    if taken > most:
        message = f"format `{name}` takes {_words(taken)} with pictures of {chosen.dpi} pixels an inch, and may take "
        help = f"allow it {_words(taken, up=True)}, leave pictures out, or make several decks of it"
        diagnostics.report("too-large", f"{message}{_words(most)}", settings.max_size_place, help)
        return
    write(stream, chosen)
    message = (
        f"format `{name}` takes {_words(taken)} with pictures of {chosen.dpi} pixels an inch at most; "
        f"with all that they have, it takes {_words(size)}"
    )
    diagnostics.report("made-smaller", message, settings.max_size_place)


def _finest(steps: list[Step], most: int, write: Write) -> tuple[Step, int]:
    """Return the first step with which a file takes no more than `most` bytes, else the last, and what it takes."""
    low, high = 0, len(steps) - 1
    sizes: dict[int, int] = {}
    while low < high:
        middle = (low + high) // 2
        sizes[middle] = _size(write, steps[middle])
        low, high = (low, middle) if sizes[middle] <= most else (middle + 1, high)
    return steps[low], sizes.get(low) or _size(write, steps[low])


def _size(write: Write, step: Step) -> int:
    counted = _Counted()
    write(cast(BinaryIO, counted), step)
    return counted.size


class _Counted:
    """A stream that keeps nothing but how much was written to it."""

    size = 0

    def write(self, data: bytes) -> int:
        self.size += len(data)
        return len(data)


def _words(size: int, up: bool = False) -> str:
    """Return a size as people write it, such as 9.4 MB or 820 kB; `up` rounds up so that it is allowed."""
    unit, name = (100_000, "MB") if size >= 1_000_000 else (1_000, "kB")
    count = -(-size // unit) if up else round(size / unit)
    return f"{count / 10 if name == 'MB' else count:g} {name}"
