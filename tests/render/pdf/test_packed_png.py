"""Opaque PNGs of eight bits are in the PDF as they are packed; others are not mistaken for such."""

from __future__ import annotations

import tracemalloc
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from deckmaker.assets.formats.png_chunks import chunks
from deckmaker.render.pdf.packed_png import packed_pixels
from tests.assets.samples import chunk, picture
from tests.projects import Project
from tests.render.pdf.decks import rendered
from tests.render.pdf.pngs import PNGS

ROW = b"\0" + bytes(range(48))
"""Of sixteen pixels, unfiltered."""


def saved(image: Image.Image) -> bytes:
    """Return a PNG by Pillow, whose rows have filters of all kinds."""
    stream = BytesIO()
    image.save(stream, "PNG")
    return stream.getvalue()


@pytest.mark.parametrize("mode", ["L", "RGB"])
def test_its_pixels_are_not_packed_again(mode: str, tmp_path: Path) -> None:
    """They are the file's own bytes, and a reader unpacks the same from them."""
    image = picture(mode, (640, 480)).rotate(17, Image.Resampling.BICUBIC)
    png = saved(image)
    (tmp_path / "a.png").write_bytes(png)
    laid_out = Project(tmp_path).document("title: T\nslides:\n  - {title: A, image: ../a.png}\n")
    with pikepdf.open(BytesIO(rendered(laid_out))) as opened:
        (stream,) = opened.pages[0].Resources.XObject.values()
        assert stream.read_raw_bytes() == b"".join(one.data for one in chunks(png) if one.name == b"IDAT")
        assert stream.read_bytes() == image.tobytes()


def test_only_opaque_ones_of_eight_bits_are_taken() -> None:
    """Of all kinds, two."""
    assert {name for name, png in PNGS.items() if packed_pixels(png.file())} == {"L", "RGB"}


def with_pixels(packed: bytes, interlaced: int = 0) -> bytes:
    """Return a PNG of sixteen by sixteen colours that holds this as its pixels."""
    header = (16).to_bytes(4) * 2 + bytes((8, 2, 0, 0, interlaced))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def test_several_rows_at_a_time_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """However many make a step, and where one is longer than a step."""
    for step in (1, len(ROW) - 1, len(ROW) * 5, len(ROW) * 16, len(ROW) * 99):
        monkeypatch.setattr("deckmaker.assets.formats.png_unpacking.STEP", step)
        assert packed_pixels(with_pixels(zlib.compress(ROW * 16)))
        assert not packed_pixels(with_pixels(zlib.compress(ROW * 15 + b"\5" + ROW[1:])))


@pytest.mark.parametrize(
    "png",
    [
        with_pixels(zlib.compress(ROW * 16), interlaced=1),
        with_pixels(zlib.compress(ROW * 15)),
        with_pixels(zlib.compress(ROW * 17)),
        with_pixels(zlib.compress(ROW * 15 + ROW[:-1])),
        with_pixels(zlib.compress(ROW * 16)[:-1]),
        with_pixels(b"x" + zlib.compress(ROW * 16)),
        with_pixels(b""),
    ],
    ids=["interlaced", "too few rows", "too many", "half a row", "no check sum", "not packed", "nothing"],
)
def test_what_other_programs_could_not_read_is_not_handed_on(png: bytes) -> None:
    """Pillow opens it or says what is wrong."""
    assert packed_pixels(png) is None


@pytest.mark.slow
def test_a_large_one_is_never_unpacked_whole(tmp_path: Path) -> None:
    """Thirty megabytes of pixels take a few."""
    (tmp_path / "a.png").write_bytes(saved(Image.new("RGB", (4_000, 2_500), "#336699")))
    laid_out = Project(tmp_path).document("title: T\nslides:\n  - {title: A, layout: picture, image: ../a.png}\n")
    tracemalloc.start()
    rendered(laid_out)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000
