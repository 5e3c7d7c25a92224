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


def texts(profile: bytes) -> dict[bytes, bytes]:
    """Return the contents of a profile's tags by their names, as ICC.1:2022 (7.3) says where they are."""
    count = int.from_bytes(profile[128:132])
    entries = [struct.unpack_from(">4sII", profile, 132 + 12 * at) for at in range(count)]
    return {name: profile[start : start + length] for name, start, length in entries}


def described(version: int) -> bytes:
    """Return sRGB with a person's name in both texts that profiles must have, in the types of version 2 or 4."""
    inner = texts(PLAIN)
    if version == 4:
        coded = "SECRET".encode("utf-16-be")
        inner[b"desc"] = inner[b"cprt"] = struct.pack(">4s4xII4sII", b"mluc", 1, 12, b"deDE", len(coded), 28) + coded
    else:
        ascii = b"SECRET\0"
        coded = "SECRET\0".encode("utf-16-be")
        unicode = bytes(4) + (len(coded) // 2).to_bytes(4) + coded
        macintosh = b"\0\0\7" + b"SECRET".ljust(67, b"\0")
        inner[b"desc"] = b"desc" + bytes(4) + len(ascii).to_bytes(4) + ascii + unicode + macintosh
        inner[b"cprt"] = b"text" + bytes(4) + ascii
    inner |= {name: b"text" + bytes(4) + b"SECRET\0" for name in (b"dmnd", b"dmdd", b"vued", b"targ", b"clrt")}
    begin, table, body = 132 + 12 * len(inner), b"", b""
    for name, content in inner.items():
        table += struct.pack(">4sII", name, begin + len(body), len(content))
        body += content + bytes(-len(content) % 4)
    head = (begin + len(body)).to_bytes(4) + PLAIN[4:8] + bytes((version, 0x30, 0, 0)) + PLAIN[12:100] + b"SECRET" * 4
    return head.ljust(128, b"\0") + len(inner).to_bytes(4) + table + body


SECRETS = (b"SECRET", "SECRET".encode("utf-16-be"))


@pytest.mark.parametrize(("version", "kinds"), [(2, (b"desc", b"text")), (4, (b"mluc", b"mluc"))])
def test_the_texts_of_a_profile_say_nothing_of_a_person(version: int, kinds: tuple[bytes, bytes]) -> None:
    """They must be there, in the types of its version, and the colours are the same as before."""
    known = described(version)
    cleaned = fitting_profile(known, 3)
    assert SECRETS[0] in known and not any(one in cleaned for one in SECRETS)
    inner = texts(cleaned)
    assert (inner[b"desc"][:4], inner[b"cprt"][:4]) == kinds
    profile = ImageCms.ImageCmsProfile(BytesIO(cleaned))
    assert (profile.profile.profile_description, profile.profile.copyright) == ("Colour profile", "Left out")
    lab = ImageCms.createProfile("LAB")
    before, after = (
        ImageCms.profileToProfile(picture(), ImageCms.ImageCmsProfile(BytesIO(one)), lab, outputMode="LAB").tobytes()
        for one in (known, cleaned)
    )
    assert before == after
    assert fitting_profile(cleaned, 3) == cleaned


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_no_format_brings_the_texts_of_a_profile_along(format: str, tmp_path: Path) -> None:
    """Whatever the picture was, and whether its pixels are written again."""
    data = made(tmp_path, saved(picture(), format, icc_profile=described(2)))
    with Image.open(BytesIO(data)) as image:
        kept = image.info["icc_profile"]
    assert kept == fitting_profile(described(2), 3) and b"SECRET" not in kept + data


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
