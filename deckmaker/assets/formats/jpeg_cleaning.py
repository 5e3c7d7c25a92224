"""A JPEG without what nobody needs to see: the same pixels, bit for bit, and five kinds of segments at most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.assets.formats.jpeg import ADOBE, JFIF, PROFILE, XMP
from deckmaker.assets.formats.jpeg_parts import APPLICATION, COMMENT, LINES, SCAN, TABLES, Part, parts
from deckmaker.assets.formats.jpeg_tables import Slot, slots_of

_MOST = 65_533  # what a segment can hold beside its length
_JFIF_LENGTH, _ADOBE_LENGTH = 12, 12
_NO_THUMBNAIL = b"\0\0"


def cleaned_jpeg(data: bytes, profile: bytes, packet: bytes, known: Sequence[Part] = ()) -> bytes:
    """Return a JPEG with its tables, frame and scans alone, its JFIF and Adobe segments, this profile and XMP packet.

    What else cameras and programs add is left out: Exif with place, serial number and thumbnail, maker notes, comments,
    tables that another replaces before they are used, and whatever stands behind the end mark, where phones put films
    and second photos. `known` are its parts, where they have been looked for.
    """
    view = memoryview(data)
    found = known or list(parts(data))
    scan = next(at for at, one in enumerate(found) if one.marker == SCAN)
    header, rest = found[: scan + 1], found[scan + 1 :]
    left_out, adobe = _unused(data, found), _adobe(data, header)
    kept = [piece for one in header if one not in left_out for piece in _written(view, one, adobe)]
    start = b"".join([b"\xff\xd8", *_first(data, header), *_ours(profile, packet), *kept])
    behind = [piece for one in rest if one not in left_out for piece in _written(view, one, None)]
    behind.append(memoryview(b"\xff\xd9"))
    if data.startswith(start) and len(start) + sum(map(len, behind)) == len(data):
        return data  # nothing is to be left out: a clean photo is not copied
    return b"".join([start, *behind])


def _written(view: memoryview, part: Part, adobe: Part | None) -> Iterator[memoryview]:
    """Yield a part that belongs to the picture, with its marker and length."""
    if part.marker is None:
        yield view[part.start : part.end]
    elif part == adobe:  # TN 5116, 18: what some programs write behind its twelve bytes is theirs alone
        yield memoryview(_segment(part.marker, bytes(view[part.start : part.start + _ADOBE_LENGTH])))
    elif part.marker not in APPLICATION and part.marker not in (COMMENT, LINES):
        yield view[part.start - 4 : part.end]


def _adobe(data: bytes, header: Sequence[Part]) -> Part | None:
    """Return the segment that says what the colours mean; decoders take the last one's word."""
    named = [
        one
        for one in header
        if one.marker == APPLICATION[14] and data.startswith(ADOBE, one.start) and one.end - one.start >= _ADOBE_LENGTH
    ]
    return named[-1] if named else None


def _first(data: bytes, header: Sequence[Part]) -> Iterator[bytes]:
    """Yield the JFIF segment, without its thumbnail: version, unit and density (JFIF 1.02, page 5)."""
    for one in header:
        known = one.marker == APPLICATION[0] and data.startswith(JFIF, one.start)
        if known and one.end - one.start >= _JFIF_LENGTH + len(_NO_THUMBNAIL):
            yield _segment(APPLICATION[0], data[one.start : one.start + _JFIF_LENGTH] + _NO_THUMBNAIL)
            return


def _unused(data: bytes, found: Sequence[Part]) -> set[Part]:
    """Return the segments of tables that no scan needs: later ones replace all of theirs before the next scan."""
    unused: set[Part] = set()
    later: set[Slot] | None = None
    for one in reversed(found):
        if one.marker == SCAN:
            later = set()
        elif one.marker in TABLES:
            slots = slots_of(one.marker, data[one.start : one.end])
            if later is None or slots <= later:
                unused.add(one)
            else:
                later |= slots
    return unused


def _ours(profile: bytes, packet: bytes) -> Iterator[bytes]:
    if packet:
        yield _segment(APPLICATION[1], XMP + packet)
    room = _MOST - len(PROFILE) - 2
    pieces = [profile[at : at + room] for at in range(0, len(profile), room)]
    for number, piece in enumerate(pieces, start=1):
        yield _segment(APPLICATION[2], PROFILE + bytes((number, len(pieces))) + piece)


def _segment(marker: int, data: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(data) + 2).to_bytes(2) + data
