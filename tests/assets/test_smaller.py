"""Pictures with fewer pixels, or in grey, as another reader finds them."""

from __future__ import annotations

import random
from io import BytesIO

import pytest
from PIL import Image, ImageCms, ImageStat

from deckmaker.assets.rendition import Rendition
from deckmaker.assets.smaller import reduced

SIZE = (400, 300)
PACKET = b'<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"/><?xpacket end="r"?>'


def rendition(mode: str, kind: str, profile: bytes = b"") -> Rendition:
    """Return a picture of noise, which packs badly."""
    channels = len(Image.new(mode, (1, 1)).getbands())
    image = Image.frombytes(mode, SIZE, random.Random(1).randbytes(SIZE[0] * SIZE[1] * channels))
    stream = BytesIO()
    image.save(stream, kind, icc_profile=profile or None)
    components = {"L": 1, "LA": 1, "CMYK": 4}.get(mode, 3)
    return Rendition(stream.getvalue(), profile, b"", components, False, mode == "CMYK").with_packet(PACKET)


CASES = [("L", "JPEG"), ("RGB", "JPEG"), ("CMYK", "JPEG"), ("L", "PNG"), ("LA", "PNG"), ("RGB", "PNG"), ("RGBA", "PNG")]


@pytest.mark.parametrize(("mode", "kind"), CASES)
def test_a_picture_has_as_many_pixels_as_are_wanted(mode: str, kind: str) -> None:
    """In its own proportions, mode and kind, with its rights in it."""
    shown = rendition(mode, kind)
    found = reduced(shown, f"image/{kind.lower()}", SIZE, 100, 85, grey=False)
    assert found and (found.width, found.height) == (100, 75)
    assert found.rendition.packet == PACKET and PACKET in found.rendition.data
    assert found.rendition.components == shown.components
    with Image.open(BytesIO(found.rendition.data)) as read:
        assert (read.size, read.mode, read.format) == ((100, 75), mode, kind)
    assert len(found.rendition.data) < len(shown.data)


@pytest.mark.parametrize(("mode", "kind"), CASES)
def test_a_grey_picture_has_one_channel(mode: str, kind: str) -> None:
    """And transparency where it had some. One that is grey stays as it is."""
    found = reduced(rendition(mode, kind), f"image/{kind.lower()}", SIZE, SIZE[0], 85, grey=True)
    if mode in ("L", "LA"):
        assert found is None
        return
    assert found and found.rendition.components == 1 and not found.rendition.profile
    with Image.open(BytesIO(found.rendition.data)) as read:
        assert (read.size, read.mode) == (SIZE, "LA" if mode == "RGBA" else "L")


@pytest.mark.parametrize("wanted", [400, 380, 4_000])
def test_a_picture_that_needs_no_more_stays(wanted: float) -> None:
    """A tenth is not worth an encoding."""
    assert reduced(rendition("RGB", "JPEG"), "image/jpeg", SIZE, wanted, 85, grey=False) is None


def test_a_picture_that_would_take_more_bytes_stays() -> None:
    """A drawing of two colours packs better as it is."""
    image, stream = Image.new("RGB", (1_000, 40)), BytesIO()
    for x in range(0, 1_000, 7):
        image.paste((255, 0, 0), (x, 0, x + 3, 40))
    image.save(stream, "PNG", optimize=True)
    shown = Rendition(stream.getvalue(), b"", b"", 3, False, False)
    assert reduced(shown, "image/png", (1_000, 40), 900, 85, grey=False) is None


def test_a_profile_stays_with_its_colours() -> None:
    """The file that is written names it, so that the PDF can."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    found = reduced(rendition("RGB", "JPEG", profile), "image/jpeg", SIZE, 100, 85, grey=False)
    assert found and found.rendition.profile == profile


def test_its_colours_are_those_it_had() -> None:
    """The mean of each channel, to two levels."""
    shown = rendition("RGB", "JPEG")
    found = reduced(shown, "image/jpeg", SIZE, 40, 90, grey=False)
    assert found
    with Image.open(BytesIO(found.rendition.data)) as read, Image.open(BytesIO(shown.data)) as own:
        means = [ImageStat.Stat(image).mean for image in (read, own)]
    assert means[0] == pytest.approx(means[1], abs=2)


@pytest.mark.parametrize(("mode", "kind"), [("L", "JPEG"), ("RGB", "JPEG"), ("LA", "PNG"), ("RGBA", "PNG")])
def test_a_photo_in_a_png_may_become_a_jpeg(mode: str, kind: str) -> None:
    """Where it is opaque: a JPEG knows no transparency."""
    found = reduced(rendition(mode, "PNG"), "image/png", SIZE, 100, 70, grey=False, as_photo=True)
    assert found and found.media_type == f"image/{kind.lower()}"
    assert found.rendition.packet == PACKET and PACKET in found.rendition.data
    with Image.open(BytesIO(found.rendition.data)) as read:
        assert (read.size, read.mode, read.format) == ((100, 75), mode, kind)


def test_a_drawing_in_a_png_stays_one() -> None:
    """It takes less so, and has no blurred edges."""
    image, stream = Image.new("RGB", SIZE, "white"), BytesIO()
    image.paste((200, 0, 0), (40, 40, 200, 200))
    image.save(stream, "PNG", compress_level=0)
    shown = Rendition(stream.getvalue(), b"", b"", 3, False, False)
    found = reduced(shown, "image/png", SIZE, 100, 70, grey=False, as_photo=True)
    assert found and found.media_type == "image/png"
