"""JPEG files (ITU-T T.81, annex B): segments up to the first scan, then scans up to the end mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import SEEK_END
from typing import BinaryIO, NamedTuple

from deckmaker.assets.facts import Facts, Metadata
from deckmaker.assets.flaw import AGAIN, Unusable, cut_short, damaged
from deckmaker.assets.formats.jpeg_tables import check_tables
from deckmaker.assets.limits import check_size
from deckmaker.assets.rights.exif import orientation

START, END, SCAN, COMMENT = 0xD8, 0xD9, 0xDA, 0xFE
APPLICATION = range(0xE0, 0xF0)
_ALONE = {0x01, *range(0xD0, 0xD8)}  # markers without a length: TEM and restarts
_FRAMES = {0xC0, 0xC1, 0xC2}
"""Baseline, extended and progressive: what every browser and Office shows."""
_ARITHMETIC = {0xC9, 0xCA}
"""The same with arithmetic coding, which Pillow reads and browsers do not."""
_OTHER_FRAMES = {0xC3, 0xC5, 0xC6, 0xC7, 0xCB, 0xCD, 0xCE, 0xCF}

JFIF, ADOBE, PHOTOSHOP = b"JFIF\0", b"Adobe", b"Photoshop 3.0\0"
EXIF, XMP, PROFILE = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0"
CREDENTIALS = b"c2pa"
"""The label of the box that holds Content Credentials (C2PA 2.2, 11.1.4.2)."""

_END_MARK = b"\xff\xd9"
_TAIL = 65_536
"""Some cameras write a little behind the end mark. Where it is not in this much, all is read to find it."""
_IN_SCAN = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""A marker in a scan; \xff\0 is a sample, and restarts belong to it."""


class Segment(NamedTuple):
    """A marker and what follows its length."""

    marker: int
    data: bytes


def facts(stream: BinaryIO) -> Facts:
    """Return what a JPEG's header says, its end seen to be there. Raises Unusable for others."""
    segments = list(header(stream))
    behind = stream.tell()
    frame = next((one for one in segments if one.marker in _FRAMES | _ARITHMETIC | _OTHER_FRAMES), None)
    if frame is None or len(frame.data) < 6:
        raise damaged("no frame before its first scan")
    depth, components = frame.data[0], frame.data[5]
    height, width = int.from_bytes(frame.data[1:3]), int.from_bytes(frame.data[3:5])
    check_size(width, height)
    if frame.marker in _OTHER_FRAMES or depth != 8 or components not in (1, 3, 4):
        raise Unusable("is a JPEG of a kind that browsers do not show", AGAIN)
    check_tables(segments, frame.data)
    if not _ends(stream, behind):
        raise cut_short()
    metadata = _metadata(segments)
    return Facts(
        width,
        height,
        "image/jpeg",
        kept=frame.marker in _FRAMES,
        orientation=orientation(metadata.exif),
        components=components,
        metadata=metadata,
    )


def header(stream: BinaryIO) -> Iterator[Segment]:
    """Yield the segments before the first scan, and that scan's own."""
    if stream.read(2) != b"\xff\xd8":
        raise damaged("it does not begin as a JPEG")
    while True:
        marker = _next_marker(stream)
        if marker in _ALONE:
            continue
        if marker == END:
            raise damaged("it ends before its first scan")
        length = int.from_bytes(_exactly(stream, 2))
        if length < 2:
            raise damaged("a segment shorter than its length")
        yield Segment(marker, _exactly(stream, length - 2))
        if marker == SCAN:
            return


def scans(data: bytes, position: int) -> Iterator[Segment | bytes]:
    """Yield what follows a JPEG's first scan header up to the end mark: pieces of scans, and segments between."""
    while True:
        found = _IN_SCAN.search(data, position)
        if not found:
            raise cut_short()
        yield data[position : found.start()]
        marker = data[found.start() + 1]
        if marker == END:
            return
        position = found.end()
        if marker == 0x01:
            continue
        length = int.from_bytes(data[position : position + 2])
        if length < 2:
            raise damaged("a segment shorter than its length")
        if position + length > len(data):
            raise cut_short()
        yield Segment(marker, data[position + 2 : position + length])
        position += length


def _ends(stream: BinaryIO, behind: int) -> bool:
    """Tell whether the end mark follows the first scan's header, which ends at `behind`."""
    size = stream.seek(0, SEEK_END)
    for start in (size - len(_END_MARK), size - _TAIL, behind):  # nearly always the first
        stream.seek(max(behind, start))
        if _END_MARK in stream.read():
            return True
    return False


def _next_marker(stream: BinaryIO) -> int:
    """Return the next marker; between segments, readers skip what is none."""
    before = b""
    while byte := stream.read(1):
        if before == b"\xff" and byte not in (b"\0", b"\xff"):
            return byte[0]
        before = byte
    raise cut_short()


def _exactly(stream: BinaryIO, count: int) -> bytes:
    data = stream.read(count)
    if len(data) < count:
        raise cut_short()
    return data


def _metadata(segments: list[Segment]) -> Metadata:
    def bodies(number: int, name: bytes) -> list[bytes]:
        marker = APPLICATION[number]
        return [one.data[len(name) :] for one in segments if one.marker == marker and one.data.startswith(name)]

    return Metadata(
        profile=_profile(bodies(2, PROFILE)),
        exif=next(iter(bodies(1, EXIF)), b""),
        iim=b"".join(bodies(13, PHOTOSHOP)),
        xmp=next(iter(bodies(1, XMP)), b""),
        credentials=any(CREDENTIALS in one for one in bodies(11, b"JP")),
    )


def _profile(pieces: list[bytes]) -> bytes:
    """Join a profile's pieces, each behind its number and their count (ICC.1:2022, annex B.4)."""
    numbered = {one[0]: one[2:] for one in pieces if len(one) > 2 and one[1] == len(pieces)}
    return b"".join(numbered[number] for number in sorted(numbered)) if len(numbered) == len(pieces) else b""
