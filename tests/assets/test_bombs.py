"""Small files with headers that ask for more memory than there is: refused by the header, in every format."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tests.assets.reading_back import flaw
from tests.assets.samples import chunk, picture, saved

TOO_MANY = "has 30,000 × 30,000 pixels: more than 120 million"
SIDE = 30_000


def png_bomb() -> bytes:
    """Return a PNG whose header says more than any memory holds."""
    return saved(picture(), "PNG")[:8] + chunk(b"IHDR", struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0))


def gif_bomb(screen: bool) -> bytes:
    """Return a GIF whose screen, or whose only picture, is that large."""
    small, large = struct.pack("<HH", 8, 8), struct.pack("<HH", SIDE, SIDE)
    frame = b"," + struct.pack("<HH", 0, 0) + large + b"\0\2\1\0\0"
    return b"GIF89a" + (large if screen else small) + b"\0\0\0" + frame + b";"


def tiff_bomb() -> bytes:
    """Return a TIFF that says so."""
    data = saved(picture("1"), "TIFF")
    width, height = (struct.pack("<HHI", tag, 4, 1) for tag in (256, 257))
    for tag, mark in ((256, width), (257, height)):
        at = next(i for i in range(8, len(data)) if data[i : i + 2] == struct.pack("<H", tag) and data[i + 3] == 0)
        data = data[:at] + mark + struct.pack("<I", SIDE) + data[at + 12 :]
    return data


def webp_bomb() -> bytes:
    """Return a WebP whose canvas is that large; a single frame cannot be."""
    size = (SIDE - 1).to_bytes(3, "little")
    body = b"WEBP" + b"VP8X" + struct.pack("<I", 10) + bytes(4) + size + size
    return b"RIFF" + struct.pack("<I", len(body)) + body


def jpeg_bomb() -> bytes:
    """Return a JPEG that says so; its pixels would be grey."""
    data = saved(picture(), "JPEG")
    at = data.index(b"\xff\xc0") + 5
    return data[:at] + struct.pack(">HH", SIDE, SIDE) + data[at + 4 :]


@pytest.mark.parametrize(
    "data",
    [png_bomb(), gif_bomb(True), gif_bomb(False), tiff_bomb(), webp_bomb(), jpeg_bomb()],
    ids=["PNG", "GIF by its screen", "GIF by its picture", "TIFF", "WebP", "JPEG"],
)
def test_too_many_pixels_are_refused_by_the_header(
    data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of it is decoded."""

    def never(*_: object) -> None:
        raise AssertionError("decoded")

    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", never)
    assert flaw(tmp_path, data) == TOO_MANY
