"""Photos are found by their headers: none of their pixels is read, counted in bytes."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

from deckmaker.assets.reading import read_facts

NOISE = Image.effect_noise((640, 480), 80)
HEADER = 4_096 + 2_048
"""Bytes by which a picture's kind is told, and those of a photo's tables."""


class Counted(BytesIO):
    """A file that counts what is read of it."""

    bytes_read = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = super().read(size)
        self.bytes_read += len(data)
        return data


def photo(behind: bytes = b"") -> Counted:
    """Return a JPEG file of some 200 kB, and what a camera wrote behind it."""
    stream = BytesIO()
    NOISE.save(stream, "JPEG", quality=95)
    return Counted(stream.getvalue() + behind)


def test_a_photo_is_known_by_its_header_and_its_last_two_bytes() -> None:
    """However large it is."""
    stream = photo()
    assert read_facts(stream)[1].size == NOISE.size
    assert stream.bytes_read < HEADER < len(stream.getvalue()) / 10


def test_what_cameras_write_behind_a_photo_is_read_and_no_more() -> None:
    """The end mark is looked for in a tail of the file."""
    stream = photo(b"\0" * 1_000)
    assert read_facts(stream)[1].size == NOISE.size
    assert stream.bytes_read < HEADER + 65_536 + 2
