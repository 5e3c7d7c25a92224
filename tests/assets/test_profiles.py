"""Colour profiles: kept where they fit, cleaned of what tells of a device, dropped where they are broken."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from deckmaker.assets.profiles import fitting_profile
from tests.assets.ink_profile import RED_INKS, ink_profile
from tests.assets.reading_back import corners, made
from tests.assets.samples import exif, picture, saved, stored, wide_profile

PLAIN = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def with_tag(profile: bytes, name: bytes, data: bytes) -> bytes:
    """Return a profile with one more tag, and every place moved by that entry."""
    count = int.from_bytes(profile[128:132])
    entries = [struct.unpack_from(">4sII", profile, 132 + 12 * at) for at in range(count)]
    body = profile[132 + 12 * count :]
    end = 132 + 12 * (count + 1) + len(body)
    table = b"".join(struct.pack(">4sII", one, place + 12, length) for one, place, length in entries)
    new = profile[4:128] + (count + 1).to_bytes(4) + table + struct.pack(">4sII", name, end, len(data)) + body + data
    return (len(new) + 4).to_bytes(4) + new


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF"])
@pytest.mark.parametrize("orientation", [1, 6])
def test_a_profile_stays_and_means_the_same(format: str, orientation: int, tmp_path: Path) -> None:
    """Upright or turned, whatever the format was."""
    options = {"lossless": True} if format == "WEBP" else {}
    tags = exif(orientation)
    data = saved(stored(orientation), format, icc_profile=wide_profile(), exif=tags, **options)
    with Image.open(BytesIO(made(tmp_path, data))) as image:
        kept = image.info["icc_profile"]
        srgb = ImageCms.createProfile("sRGB")
        shown = ImageCms.profileToProfile(image.convert("RGB"), ImageCms.ImageCmsProfile(BytesIO(kept)), srgb)
    red, green = corners(saved(shown, "PNG"))[:2]
    assert red[1] > red[0] + 100 and green[0] > green[1] + 80  # the profile exchanges the two


@pytest.mark.parametrize("format", ["JPEG", "TIFF"])
def test_inks_are_shown_by_their_profile(format: str, tmp_path: Path) -> None:
    """And for print they keep it, where they stay inks."""
    data = saved(Image.new("CMYK", (16, 16), RED_INKS), format, icc_profile=ink_profile())
    (red, green, blue), *_ = corners(made(tmp_path, data))
    assert blue > red + 100 and blue > green + 100
    with Image.open(BytesIO(made(tmp_path, data, inks=True))) as image:
        assert (image.mode == "CMYK") == (b"A2B0" in image.info.get("icc_profile", b"")) == (format == "JPEG")


def test_what_tells_of_a_device_is_taken_out() -> None:
    """A display's profile has its serial number and the day when it was measured."""
    known = bytearray(with_tag(with_tag(PLAIN, b"mmod", b"mmod\0\0\0\0SECRET-serial!!!"), b"meta", b"SECRET!!"))
    known[48:56] = b"SECRETxx"
    cleaned = fitting_profile(bytes(known), 3)
    assert cleaned and b"SECRET" not in cleaned
    assert cleaned[24:36] == struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    for one in (PLAIN, cleaned):
        transform = ImageCms.ImageCmsProfile(BytesIO(one)).profile
        assert transform.profile_description == "sRGB built-in"


@pytest.mark.parametrize(
    "broken",
    [
        b"no profile",
        PLAIN[:100],
        PLAIN[:300],
        b"\xff\xff\xff\xff" + PLAIN[4:],
        PLAIN[:128] + b"\xff\xff\xff\xff" + PLAIN[132:],
        PLAIN[:136] + b"\xff\xff\xff\xff" + PLAIN[140:],
        PLAIN[:16] + b"CMYK" + PLAIN[20:],
        PLAIN.replace(b"rTRC", b"rXXX"),
    ],
    ids=range(8),
)
def test_a_broken_profile_is_dropped_and_the_picture_shown(broken: bytes, tmp_path: Path) -> None:
    """As browsers do."""
    plain = saved(picture(), "JPEG", quality=95)
    assert made(tmp_path, saved(picture(), "JPEG", quality=95, icc_profile=broken)) == plain
    assert b"iCCP" not in made(tmp_path, saved(picture(), "PNG", icc_profile=broken))


def test_a_profile_that_unpacks_without_end_is_dropped(tmp_path: Path) -> None:
    """In a PNG it is compressed: 10 kB can be 10 MB."""
    assert b"iCCP" not in made(tmp_path, saved(picture(), "PNG", icc_profile=PLAIN + bytes(10_000_000)))
