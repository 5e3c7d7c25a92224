"""Every format comes out upright, in its colours, as JPEG or PNG."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from deckmaker.assets import Flaw, content, look_at
from tests.assets.reading_back import corners, farthest, found
from tests.assets.samples import PLAN, SIZE, picture, samples, saved
from tests.assets.wrong_parts import as_webp, of_webp

pytestmark = pytest.mark.slow

SAMPLES = samples()
AS_JPEG = ("JPEG", "WebP, lossy", "TIFF, jpeg")


@pytest.mark.parametrize("name", SAMPLES)
def test_it_is_upright_in_its_colours(name: str, tmp_path: Path) -> None:
    """As large as it was, and as the type that layout was told."""
    file = found(tmp_path, SAMPLES[name])
    data = content(file)
    with Image.open(BytesIO(data)) as image:
        assert image.format == ("JPEG" if name.startswith(AS_JPEG) else "PNG")
        assert Image.MIME[image.format] == file.media_type
        assert image.size == (file.width, file.height)
    assert file.width / file.height == pytest.approx(SIZE[0] / SIZE[1], rel=0.001)
    assert farthest(corners(data)) <= (8 if "JPEG" in name or "lossy" in name or "jpeg" in name else 1)


@pytest.mark.parametrize("name", [one for one in SAMPLES if one.endswith("alpha")])
def test_what_is_transparent_stays_so(name: str, tmp_path: Path) -> None:
    """In every format that can be."""
    format = {"P": "PNG", "W": "WEBP", "T": "TIFF"}[name[0]]
    half = picture("RGBA")
    half.putalpha(128)
    options = {"lossless": True, "exact": True} if format == "WEBP" else {}
    with Image.open(BytesIO(content(found(tmp_path, saved(half, format, **options))))) as image:
        assert image.mode == "RGBA" and image.getchannel("A").getextrema() == (128, 128)


@pytest.mark.parametrize("photo_first", [True, False])
@pytest.mark.parametrize("moving", [True, False])
def test_a_webp_of_two_pictures_is_told_by_the_one_that_is_shown(
    moving: bool, photo_first: bool, tmp_path: Path
) -> None:
    """A photo beside what is transparent was told as a JPEG, and could not be written as one."""
    half = picture("RGBA")
    half.putalpha(128)
    options = {"save_all": True, "append_images": [half.rotate(90)]} if moving else {}
    shown = [one for one in of_webp(saved(half, "WEBP", lossless=True, **options)) if one[0]]
    photo = [one for one in of_webp(saved(picture(), "WEBP")) if one[0] == b"VP8 "]
    for beside in (photo, [(b"VP8 ", bytes(20))]):
        head = [one for one in shown if one[0] == b"VP8X"]
        rest = [one for one in shown if one not in head]
        head = [(name, bytes((body[0] & ~0x10,)) + body[1:]) for name, body in head]  # it tells of no transparency
        parts = [*head, *beside, *rest] if photo_first else [*head, *rest, *beside]
        (tmp_path / "both").write_bytes(as_webp([*parts, (b"", b"")]))
        seen = look_at(tmp_path / "both")
        if not isinstance(seen, Flaw):
            with Image.open(BytesIO(content(seen.picture))) as image:
                assert Image.MIME[image.format] == seen.picture.media_type


def test_a_gif_keeps_the_colour_that_it_names_as_transparent(tmp_path: Path) -> None:
    """GIF knows no other transparency."""
    image = picture().quantize(4)
    data = saved(image, "GIF", transparency=image.getpixel((0, 0)))
    with Image.open(BytesIO(content(found(tmp_path, data)))) as shown:
        assert [shown.convert("RGBA").getpixel(place)[3] for place in ((0, 0), (63, 47))] == [0, 255]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "I;16"])
def test_grey_tiffs_keep_their_levels(mode: str, tmp_path: Path) -> None:
    """Sixteen bits become the nearest of eight."""
    level = {"1": 1, "L": 117, "LA": (117, 255), "I;16": 30_000}[mode]
    data = saved(Image.new(mode, (8, 8), level), "TIFF")
    with Image.open(BytesIO(content(found(tmp_path, data)))) as shown:
        assert shown.convert("L").getpixel((4, 4)) == (255 if mode == "1" else 117)


@pytest.mark.parametrize(
    ("name", "size"),
    [("", (3200, 2400)), ('width="20mm" height="10mm" ', (3200, 1600)), ('width="100%" height="30" ', (3200, 2400))],
)
def test_a_drawing_has_print_resolution(name: str, size: tuple[int, int], tmp_path: Path) -> None:
    """Its longer side has 3,200 pixels; its proportions come from its lengths, or else from its viewBox."""
    file = found(tmp_path, PLAN.replace("viewBox", f"{name}viewBox").encode())
    assert (file.width, file.height) == size
    with Image.open(BytesIO(content(file))) as image:
        assert image.size == size


def test_pixels_that_are_upright_are_not_written_again(tmp_path: Path) -> None:
    """A photo's bytes are its own, from the first to the last; so are a PNG's."""
    for format in ("JPEG", "PNG"):
        data = saved(picture(), format)
        assert content(found(tmp_path, data)) == data


def test_four_inks_stay_for_print_and_become_colours_for_screens(tmp_path: Path) -> None:
    """Where a JPEG is upright, print gets its bytes."""
    data = SAMPLES["JPEG, CMYK"]
    file = found(tmp_path, data)
    assert content(file, inks=True) == data
    with Image.open(BytesIO(content(file))) as image:
        assert image.mode == "RGB"
    turned = found(tmp_path, SAMPLES["JPEG, CMYK, orientation 6"])
    with Image.open(BytesIO(content(turned, inks=True))) as image:
        assert (image.mode, image.size) == ("CMYK", SIZE)
