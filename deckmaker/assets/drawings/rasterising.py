"""A drawing to a PNG at print resolution, by resvg, within a time and a memory that are set."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from time import monotonic
from xml.etree.ElementTree import Element, tostring

from deckmaker.assets.drawings.text import FIXED, SANS, SERIF, font_files
from deckmaker.assets.flaw import OutOfTime, Unusable
from deckmaker.budget.drawings import DRAWING_MEMORY, DRAWING_SECONDS
from deckmaker.patterns import pattern
from deckmaker.slow_drawings import BUSY, TIME_IS_UP, slow_ones

LONGEST_SECONDS = DRAWING_SECONDS.most

SAID, NO_MEMORY = 3, 4
"""The worker's exit codes when it says what is wrong, and when memory was lacking; any other is Python's own."""

_WORKER = Path(__file__).with_name("worker.py")
_INSTEAD = "export it as PNG"
_SYSTEM = "and the system lets a process have no more (`ulimit -t`)"

_PNG, _SECONDS = b"\x89PNG", pattern(rb"\d{1,9}\.\d\d")


def rasterised(root: Element) -> bytes:
    """Return a prepared drawing as PNG. Raises Unusable where it cannot be drawn."""
    fonts = {"fonts": font_files(), "sans": SANS, "serif": SERIF, "fixed": FIXED}
    of_deck = slow_ones()
    seconds = min(LONGEST_SECONDS, of_deck.seconds())
    waited = seconds * of_deck.patience
    order = {"svg": tostring(root, "unicode"), "seconds": waited, "memory": DRAWING_MEMORY.most, **fonts}
    # Isolated: neither the current folder nor the environment changes what the worker imports. What the deck says
    # reaches it on its standard input alone.
    command = [sys.executable, "-I", str(_WORKER), str(os.getpid())]
    begin = monotonic()
    try:
        done = subprocess.run(  # nosec B603
            command, input=json.dumps(order).encode(), capture_output=True, timeout=BUSY * waited, check=False
        )
    except subprocess.TimeoutExpired as error:
        of_deck.took(waited)
        raise _too_slow(seconds) from error
    except OSError as error:  # the system has no process to give
        raise Unusable("is an SVG file that cannot be drawn: no process can be started", _INSTEAD) from error
    if done.returncode or not done.stdout:
        of_deck.took(min(waited, monotonic() - begin))
        raise _undrawn(done.returncode, done.stderr.decode("utf-8", "replace").strip(), seconds, waited)
    took, _, picture = done.stdout.partition(b"\n")
    if not (picture.startswith(_PNG) and _SECONDS.fullmatch(took)):  # of a Python that prints when it starts
        raise Unusable("is an SVG file that cannot be drawn: the process that draws answers with no picture", _INSTEAD)
    of_deck.took(float(took))
    return picture


def rasterised_here(root: Element) -> bytes:
    """Return a drawing of our own as PNG, made in this process. Raises Unusable where it cannot be drawn.

    In it are glyphs, shapes, and pictures that were decoded and written anew: nothing that a file could do harm with.
    """
    import resvg_py

    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=tostring(root, "unicode"), skip_system_fonts=True))
    except ValueError as error:
        raise Unusable(f"is an SVG file that cannot be drawn: {error}", _INSTEAD) from error


def _undrawn(code: int, said: str, seconds: int, waited: int) -> Unusable:
    """Return why a drawing was not drawn in some seconds, or in those `waited` for it: by how the worker ended, and by
    what it said."""
    if code == -TIME_IS_UP:
        given = _given_by_system(waited)
        return _too_slow(seconds) if given == waited else OutOfTime(f"{_too_long(given)}, {_SYSTEM}", _INSTEAD)
    if code == NO_MEMORY or "memory allocation of" in said or "MemoryError" in said:
        return Unusable("is an SVG file that needs more memory than there is", _INSTEAD)
    why = f": {said.splitlines()[-1][:100]}" if said and code == SAID else ""
    return Unusable(f"is an SVG file that cannot be drawn{why}", _INSTEAD)


def _given_by_system(seconds: int) -> int:
    """Return how many seconds of a processor the worker takes at most, of those that it may take: whoever started this
    may have set less (setrlimit(2)), of which it leaves the last."""
    try:
        import resource
    except ImportError:  # not on Windows
        return seconds
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    limits = [soft, hard if hard == resource.RLIM_INFINITY else max(1, hard - 1)]
    return min([seconds, *(one for one in limits if one != resource.RLIM_INFINITY)])


def _too_long(seconds: int) -> str:
    return f"is an SVG file that takes more than {seconds} seconds"


def _too_slow(seconds: int) -> Unusable:
    what = _too_long(seconds)
    if seconds == LONGEST_SECONDS:
        return Unusable(what, _INSTEAD)
    return OutOfTime(f"{what}, and slow ones before it have used up what a deck has for them", _INSTEAD)
