"""A JPEG without what nobody needs to see: the same pixels, bit for bit, and five kinds of segments at most."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from deckmaker.assets.formats.jpeg import (
    ADOBE,
    APPLICATION,
    COMMENT,
    JFIF,
    PROFILE,
    XMP,
    Segment,
    header,
    scans,
)

_MOST = 65_533  # what a segment can hold beside its length
_NO_THUMBNAIL = b"\0\0"


def cleaned_jpeg(data: bytes, profile: bytes, packet: bytes) -> bytes:
    """Return a JPEG with its tables, frame and scans alone, its JFIF and Adobe segments, this profile and XMP packet.

    What else cameras and programs add is left out: Exif with place, serial number and thumbnail, maker notes, comments,
    and whatever stands behind the end mark, where phones put films and second photos.
    """
    stream = BytesIO(data)
    segments = list(header(stream))
    parts = [b"\xff\xd8", *_written_all(_first(segments)), *_written_all(_ours(profile, packet))]
    parts += _written_all(one for one in segments if not _foreign(one.marker) or _is_adobe(one))
    start = b"".join(parts)
    rest: list[bytes | memoryview] = []
    for one in scans(data, stream.tell()):
        if not isinstance(one, Segment):
            rest.append(one)
        elif not _foreign(one.marker):
            rest.append(_written(one))
    rest.append(b"\xff\xd9")
    if data.startswith(start) and len(start) + sum(map(len, rest)) == len(data):
        return data  # nothing is to be left out: a clean photo is not copied
    return b"".join([start, *rest])


def _foreign(marker: int) -> bool:
    return marker in APPLICATION or marker == COMMENT


def _is_adobe(segment: Segment) -> bool:
    return segment.marker == APPLICATION[14] and segment.data.startswith(ADOBE)


def _first(segments: list[Segment]) -> Iterator[Segment]:
    """Yield the JFIF segment, without its thumbnail: version, unit and density (JFIF 1.02, page 5)."""
    for one in segments:
        if one.marker == APPLICATION[0] and one.data.startswith(JFIF) and len(one.data) >= 14:
            yield Segment(one.marker, one.data[:12] + _NO_THUMBNAIL)
            return


def _ours(profile: bytes, packet: bytes) -> Iterator[Segment]:
    if packet:
        yield Segment(APPLICATION[1], XMP + packet)
    room = _MOST - len(PROFILE) - 2
    pieces = [profile[at : at + room] for at in range(0, len(profile), room)]
    for number, piece in enumerate(pieces, start=1):
        yield Segment(APPLICATION[2], PROFILE + bytes((number, len(pieces))) + piece)


def _written_all(segments: Iterator[Segment]) -> Iterator[bytes]:
    return (_written(one) for one in segments)


def _written(segment: Segment) -> bytes:
    # Adobe's has twelve bytes (TN 5116, 18): what some programs write behind them is theirs alone.
    data = segment.data[:12] if _is_adobe(segment) else segment.data
    return bytes((0xFF, segment.marker)) + (len(data) + 2).to_bytes(2) + data
