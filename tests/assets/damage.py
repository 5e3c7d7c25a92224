"""Pictures with a few wrong bytes, and what must hold of them."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from hypothesis import strategies as st
from PIL import Image

from deckmaker.assets import Flaw, PictureLost, content, look_at, upright_pixels
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


damaged_files = st.sampled_from(list(SEEDS.values())).flatmap(wrong_bytes)


def check_damaged(data: bytes, path: Path) -> None:
    """Write a file and take it for a picture: a message, or one that has the size that layout is told."""
    path.write_bytes(data)
    seen = look_at(path)
    if isinstance(seen, Flaw):
        assert seen.what and "\n" not in seen.what
        return
    try:
        for inks in (False, True):
            with Image.open(BytesIO(content(seen.picture, inks))) as image:
                assert image.size == (seen.picture.width, seen.picture.height)
        upright_pixels(seen.picture, 8)
    except PictureLost as loss:
        assert loss.flaw.what
