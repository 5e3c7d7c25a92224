"""Files with a few wrong bytes: a picture or a message, never a traceback, and never for long."""

from __future__ import annotations

import time
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from deckmaker.assets import Flaw, PictureLost, content, look_at, upright_pixels
from deckmaker.assets.drawings import size
from tests.assets.samples import PLAN, exif, picture, saved, stored, wide_profile

SMALL = (16, 12)
SEEDS = {
    "JPEG": saved(stored(6), "JPEG", exif=exif(6, artist="A", copyright="B"), icc_profile=wide_profile()),
    "JPEG, progressive": saved(picture(size=SMALL), "JPEG", progressive=True),
    "JPEG, CMYK": saved(picture("CMYK", SMALL), "JPEG"),
    "PNG": saved(picture("RGBA", SMALL), "PNG", icc_profile=wide_profile(), exif=exif(3)),
    "PNG, palette": saved(picture(size=SMALL).quantize(4), "PNG"),
    "WebP": saved(picture(size=SMALL), "WEBP", exif=exif(8)),
    "WebP, lossless": saved(picture("RGBA", SMALL), "WEBP", lossless=True),
    "TIFF": saved(picture(size=SMALL), "TIFF", compression="tiff_lzw", exif=exif(5)),
    "TIFF, JPEG": saved(picture(size=SMALL), "TIFF", compression="jpeg"),
    "GIF": saved(picture(size=SMALL), "GIF"),
    "SVG": PLAN.encode(),
}
LONGEST = 20.0
"""Seconds; a drawing has a process of its own to start."""


@pytest.fixture(autouse=True)
def small_drawings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw with a fifth of the pixels: here it counts what is drawn, not how finely."""
    monkeypatch.setattr(size, "LONGER_SIDE", 640)


@st.composite
def wrong_bytes(draw: st.DrawFn, data: bytes) -> bytes:
    """Return a file with some bytes flipped, put in, or taken away; its head suffers most."""
    for _ in range(draw(st.integers(1, 4))):
        reach = draw(st.sampled_from([min(64, len(data)), len(data)]))
        at = draw(st.integers(0, max(0, reach - 1)))
        match draw(st.sampled_from(["flip", "put", "take", "cut"])):
            case "flip":
                data = data[:at] + bytes((draw(st.integers(0, 255)),)) + data[at + 1 :]
            case "put":
                data = data[:at] + draw(st.binary(min_size=1, max_size=8)) + data[at:]
            case "take":
                data = data[:at] + data[at + draw(st.integers(1, 8)) :]
            case "cut":
                data = data[:at]
    return data


@pytest.mark.parametrize("seed", SEEDS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_damaged_file_is_a_picture_or_a_message(seed: str, data: st.DataObject, tmp_path: Path) -> None:
    """What is shown has the size that layout was told, and can be opened."""
    damaged = data.draw(wrong_bytes(SEEDS[seed]))
    path = tmp_path / "damaged"
    path.write_bytes(damaged)
    start = time.perf_counter()
    seen = look_at(path)
    if isinstance(seen, Flaw):
        assert seen.what and "\n" not in seen.what
    else:
        try:
            for inks in (False, True):
                shown = content(seen.picture, inks)
                with Image.open(BytesIO(shown)) as image:
                    assert image.size == (seen.picture.width, seen.picture.height)
            upright_pixels(seen.picture, 8)
        except PictureLost as loss:
            assert loss.flaw.what
    assert time.perf_counter() - start < LONGEST
