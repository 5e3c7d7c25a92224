"""Photos are looked at from end to end without a copy of them: none of their pixels is decoded, counted in bytes."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from deckmaker.assets.reading import facts_of
from tests.hostile.work import bytes_of

NOISE = Image.effect_noise((640, 480), 80)
HEADER = 60_000
"""Bytes of what is known of a photo: its segments, its tables."""


def photo(behind: bytes = b"") -> bytes:
    """Return a JPEG file of some 200 kB, and what a camera wrote behind it."""
    stream = BytesIO()
    NOISE.save(stream, "JPEG", quality=95)
    return stream.getvalue() + behind


def test_a_photo_is_known_without_a_copy_of_it() -> None:
    """However large it is."""
    data = photo()
    assert facts_of(data)[1].size == NOISE.size
    assert bytes_of(lambda: facts_of(data)) < HEADER < len(data) / 2


def test_what_cameras_write_behind_a_photo_is_no_part_of_it() -> None:
    """Nothing is read behind the end mark."""
    data = photo(b"\0" * 1_000_000)
    assert facts_of(data)[1].size == NOISE.size
    assert bytes_of(lambda: facts_of(data)) < HEADER
