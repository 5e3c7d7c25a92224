"""What a JPEG consists of, from its beginning to its end mark: segments, and the samples of its scans.

ITU-T T.81, B.1. Only where each lies is told: a photo of any size is walked through without a copy of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.assets.flaw import Unusable, cut_short, damaged
from deckmaker.budget.pictures import JPEG_SCANS, JPEG_SEGMENTS
from deckmaker.dataclasses import dataclass
from deckmaker.patterns import pattern

START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
QUANTIZATION, HUFFMAN, CONDITIONING, INTERVAL, LINES = 0xDB, 0xC4, 0xCC, 0xDD, 0xDC
APPLICATION = range(0xE0, 0xF0)
FRAMES = {0xC0, 0xC1, 0xC2}
"""Baseline, extended and progressive: what every browser and Office shows."""
ARITHMETIC = {0xC9, 0xCA}
"""The same with arithmetic coding, which Pillow reads and browsers do not."""
OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xCB, 0xCD, 0xCE, 0xCF}
TABLES = {QUANTIZATION, HUFFMAN, CONDITIONING, INTERVAL}

_SAID = {*APPLICATION, COMMENT}
_IN_HEADER = _SAID | TABLES | FRAMES | ARITHMETIC | OTHER_FRAMES | {SCAN, END}
_BETWEEN_SCANS = _SAID | TABLES | {LINES, SCAN, END}
_MARKER = pattern(rb"\xff[^\x00\xff]", re.DOTALL)
"""The next marker outside scans: readers skip what is none."""
_IN_SCAN = pattern(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""A marker that ends a scan: a zero behind \xff makes it a sample, and restarts belong to the scan."""


@dataclass(frozen=True, slots=True)
class Part:
    """A segment's marker and where its data lie, behind its length; or the samples of a scan, without a marker."""

    marker: int | None
    start: int
    end: int


def parts(data: bytes) -> Iterator[Part]:
    """Yield the parts of a JPEG. Raises Unusable where it is cut short, or a marker stands where none may.

    What stands between its segments, and behind its end mark, belongs to none.
    """
    if not data.startswith(b"\xff\xd8"):
        raise damaged("it does not begin as a JPEG")
    position, allowed = 2, _IN_HEADER
    segments = scans = 0
    while True:
        marker, position = _next_marker(data, position)
        if marker not in allowed:
            raise damaged("a segment of a kind that there is not" if allowed is _IN_HEADER else _misplaced(marker))
        if marker == END:
            if not scans:
                raise damaged("it ends before its first scan")
            return
        end = _end(data, position)
        segments, scans = segments + 1, scans + (marker == SCAN)
        if segments > JPEG_SEGMENTS.most:
            raise Unusable(JPEG_SEGMENTS.excess(), _FEWER)
        if scans > JPEG_SCANS.most:
            raise Unusable(JPEG_SCANS.excess(), _FEWER)
        yield Part(marker, position + 2, end)
        position = end
        if marker == SCAN:
            allowed = _BETWEEN_SCANS
            found = _IN_SCAN.search(data, position)
            if not found:
                raise cut_short()
            yield Part(None, position, found.start())
            position = found.start()


_FEWER = "save it again in a picture editor"


def _misplaced(marker: int) -> str:
    return f"a marker FF {marker:02X} where none may stand"


def _next_marker(data: bytes, position: int) -> tuple[int, int]:
    """Return the next marker and where it ends."""
    found = _MARKER.search(data, position)
    if not found:
        raise cut_short()
    return data[found.end() - 1], found.end()


def _end(data: bytes, position: int) -> int:
    """Return where the segment ends whose length stands at `position`."""
    length = int.from_bytes(data[position : position + 2])
    if position + 2 > len(data):
        raise cut_short()
    if length < 2:
        raise damaged("a segment shorter than its length")
    if position + length > len(data):
        raise cut_short()
    return position + length
