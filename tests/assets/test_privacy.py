"""What a picture knows of people, places and machines reaches no output; whose it is does. Read back by exiftool."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.assets.reading_back import corners, farthest, made, metadata
from tests.assets.samples import chunk, picture, saved, segment, with_chunks, with_segments
from tests.assets.secrets import KEPT, RIGHTS, full

pytestmark = pytest.mark.outside
KINDS = ("jpg", "turned jpg", "png", "webp", "tif", "gif")
FORMAT = {"JFIF:JFIFVersion", "JFIF:ResolutionUnit", "JFIF:XResolution", "JFIF:YResolution"}
"""What a JPEG says of itself."""
PNG_FORMAT = {
    f"PNG:{name}"
    for name in ("ImageWidth", "ImageHeight", "BitDepth", "ColorType", "Compression", "Filter", "Interlace")
} | {"PNG:PixelsPerUnitX", "PNG:PixelsPerUnitY", "PNG:PixelUnits"}


@pytest.mark.parametrize("kind", KINDS)
def test_secrets_are_in_the_file_that_is_read(kind: str, tmp_path: Path) -> None:
    """Or the tests below would prove nothing."""
    data = full(kind, RIGHTS)
    assert b"SECRET" in data
    if kind != "gif":
        assert any(name.startswith("EXIF:GPS") for name in metadata(data, tmp_path))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_but_rights_comes_out(kind: str, tmp_path: Path) -> None:
    """No place, serial number, thumbnail, maker note, comment, time or second photo; the same pixels."""
    data = made(tmp_path, full(kind, RIGHTS))
    assert b"SECRET" not in data and b"Exif" not in data and b"GPS" not in data and b"2019" not in data
    said = metadata(data, tmp_path)
    rights = {name.removeprefix("XMP:"): value for name, value in said.items() if name.startswith("XMP:")}
    assert rights == KEPT
    assert {name for name in said if not name.startswith("XMP:")} <= FORMAT | PNG_FORMAT
    assert farthest(corners(data)) <= 8


@pytest.mark.alike(every=2)
@pytest.mark.parametrize("kind", KINDS)
def test_without_rights_there_is_no_packet(kind: str, tmp_path: Path) -> None:
    """An empty one would say nothing."""
    data = made(tmp_path, full(kind, {}))
    assert b"SECRET" not in data and b"xmpmeta" not in data


@pytest.mark.parametrize(
    ("tags", "kept"),
    [
        (
            {"EXIF:Artist": "A. Lind; B. Berg", "EXIF:Copyright": "© Lind", "EXIF:ImageDescription": "Quay"},
            {"Creator": ["A. Lind", "B. Berg"], "Rights": "© Lind", "Description": "Quay"},
        ),
        (
            {
                "IPTC:By-line": "Åsa Lind",
                "IPTC:Credit": "Press",
                "IPTC:CopyrightNotice": "© Lind",
                "IPTC:Source": "Archive",
                "IPTC:ObjectName": "Quay",
                "IPTC:Caption-Abstract": "At night",
            },
            {
                "Creator": ["Åsa Lind"],
                "Credit": "Press",
                "Rights": "© Lind",
                "Source": "Archive",
                "Title": "Quay",
                "Description": "At night",
            },
        ),
        ({"XMP-dc:Creator": "Long", "IPTC:By-line": "Cut", "EXIF:Artist": "Old"}, {"Creator": ["Long"]}),
        ({"EXIF:ImageDescription": "OLYMPUS DIGITAL CAMERA"}, {}),
    ],
    ids=["Exif", "IIM", "all three", "a camera's own words"],
)
def test_rights_are_found_in_exif_and_iim_too(tags: dict[str, str], kept: dict[str, object], tmp_path: Path) -> None:
    """XMP counts first; a camera's own description is none."""
    from tests.assets.secrets import tagged

    for ending, format in (("jpg", "JPEG"), ("tif", "TIFF")):
        data = made(tmp_path, tagged(saved(picture(), format), ending, tmp_path, tags))
        said = metadata(data, tmp_path)
        found = {name.removeprefix("XMP:"): value for name, value in said.items() if name.startswith("XMP:")}
        assert found == kept


def test_a_jpegs_own_thumbnail_is_cut(tmp_path: Path) -> None:
    """JFIF can hold one, uncompressed, in its first segment."""
    plain = saved(picture(), "JPEG", quality=95)
    jfif = b"JFIF\0\1\1\1\0\x48\0\x48\2\2" + b"SECRET123456"
    data = made(tmp_path, with_segments(b"\xff\xd8" + plain[20:], segment(0xE0, jfif)))
    assert b"SECRET" not in data and data[2:20] == segment(0xE0, jfif[:12] + b"\0\0")


@pytest.mark.parametrize("name", [b"gAMA", b"cHRM", b"sRGB", b"cICP", b"pHYs"])
def test_a_png_keeps_its_colours_and_its_resolution(name: bytes, tmp_path: Path) -> None:
    """These chunks decide how it is seen."""
    body = {b"gAMA": 4, b"cHRM": 32, b"sRGB": 1, b"cICP": 4, b"pHYs": 9}[name]
    kept = chunk(name, bytes(body - 1) + b"\1")
    assert kept in made(tmp_path, with_chunks(saved(picture(), "PNG"), kept))
