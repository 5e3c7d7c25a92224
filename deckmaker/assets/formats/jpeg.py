"""JPEG files (ITU-T T.81, annex B), judged from the beginning to the end mark without a sample decoded."""

from __future__ import annotations

from deckmaker.assets.facts import UPRIGHT, Facts, Metadata
from deckmaker.assets.flaw import AGAIN, Unusable, damaged
from deckmaker.assets.formats.jpeg_parts import (
    APPLICATION,
    ARITHMETIC,
    FRAMES,
    OTHER_FRAMES,
    SCAN,
    TABLES,
    Part,
    parts,
)
from deckmaker.assets.formats.jpeg_tables import Decoder, Frame, Slot, frame_of, slots_of
from deckmaker.assets.limits import check_memory, check_size
from deckmaker.assets.rights.exif import orientation
from deckmaker.budget.pictures import PROFILE_BYTES, RIGHTS_BYTES

JFIF, ADOBE, PHOTOSHOP = b"JFIF\0", b"Adobe", b"Photoshop 3.0\0"
EXIF, XMP, PROFILE = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0", b"ICC_PROFILE\0"
CREDENTIALS = b"c2pa"
"""The label of the box that holds Content Credentials (C2PA 2.2, 11.1.4.2)."""

_PROFILE_PIECES = 255
_PIXEL = 4
"""Bytes of a pixel in colour in memory."""
_COEFFICIENT = 2
"""Bytes that a decoder holds of each sample of a progressive JPEG until its last scan has come."""


def facts(data: bytes) -> Facts:
    """Return what a JPEG says of itself, all of it seen to be there. Raises Unusable for others."""
    frame: Frame | None = None
    decoder: Decoder | None = None
    tables: set[Slot] = set()
    said: list[Part] = []
    least = 0
    found = list(parts(data))
    for part in found:
        marker = part.marker
        if marker is None:
            if 8 * (part.end - part.start) < least:
                raise damaged("a scan that is shorter than its samples")
        elif marker in APPLICATION:
            said.append(part)
        elif marker in TABLES:
            tables |= slots_of(marker, data[part.start : part.end])
        elif marker == SCAN:
            if decoder is None:
                raise damaged("no frame before its first scan")
            least = decoder.begin(data[part.start : part.end], tables)
        elif marker in FRAMES | ARITHMETIC | OTHER_FRAMES:
            if frame:
                raise damaged("two frames")
            frame = _frame(marker, data[part.start : part.end])
            decoder = Decoder(frame)
    assert frame and decoder  # there is no end mark before the first scan
    decoder.check_all_seen()
    metadata = _metadata(data, said)
    turned = orientation(metadata.exif)
    check_memory(_memory(frame, turned != UPRIGHT or len(frame.components) == 4 or frame.marker in ARITHMETIC))
    return Facts(
        frame.width,
        frame.height,
        "image/jpeg",
        kept=frame.marker in FRAMES,
        orientation=turned,
        components=len(frame.components),
        metadata=metadata,
        parts=found,
    )


def _frame(marker: int, data: bytes) -> Frame:
    """Return a frame that can be shown."""
    frame = frame_of(marker, data)
    check_size(frame.width, frame.height)
    known = marker not in OTHER_FRAMES and frame.depth == 8 and len(frame.components) in (1, 3, 4)
    if not known or not frame.whole_steps:
        raise Unusable("is a JPEG of a kind that browsers do not show", AGAIN)
    return frame


def _memory(frame: Frame, is_decoded: bool) -> int:
    """Return the bytes that it takes at most: a decoder has its coefficients beside its pixels, and then two copies of
    these while they are turned, or take other colours."""
    coefficients = _COEFFICIENT * 64 * sum(map(frame.blocks, frame.components)) if frame.progressive else 0
    pixels = frame.width * frame.height * (1 if len(frame.components) == 1 else _PIXEL) if is_decoded else 0
    return max(coefficients + pixels, 2 * pixels)


def _metadata(data: bytes, said: list[Part]) -> Metadata:
    def bodies(number: int, name: bytes) -> list[tuple[int, int]]:
        """Return where what stands behind a name in segments of that number begins and ends."""
        of_number = (one for one in said if one.marker == APPLICATION[number])
        return [(one.start + len(name), one.end) for one in of_number if data.startswith(name, one.start, one.end)]

    def first(number: int, name: bytes) -> bytes:
        return next((data[start:end] for start, end in bodies(number, name)), b"")

    return Metadata(
        profile=_profile([data[start:end] for start, end in bodies(2, PROFILE)[: _PROFILE_PIECES + 1]]),
        exif=first(1, EXIF),
        iim=b"".join(data[start:end] for start, end in bodies(13, PHOTOSHOP)[:_RESOURCES]),
        xmp=first(1, XMP),
        credentials=any(data.find(CREDENTIALS, start, end) >= 0 for start, end in bodies(11, b"JP")),
    )


_RESOURCES = RIGHTS_BYTES.most // 65_000
"""Segments of Photoshop's resources that are looked at; rights stand in the first."""


def _profile(pieces: list[bytes]) -> bytes:
    """Join a profile's pieces, each behind its number and their count (ICC.1:2022, annex B.4)."""
    numbered = {one[0]: one[2:] for one in pieces if len(one) > 2 and one[1] == len(pieces)}
    joined = sum(map(len, numbered.values())) <= PROFILE_BYTES.most and len(numbered) == len(pieces)
    return b"".join(numbered[number] for number in sorted(numbered)) if joined else b""
