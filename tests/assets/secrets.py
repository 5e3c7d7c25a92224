"""Pictures that know too much: place, serial numbers, names of people and programs, and a second photo behind the end.

Written by exiftool and by hand. Every secret holds the word SECRET or is a place; rights are those of RIGHTS.
"""

from __future__ import annotations

import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image

from tests.assets.samples import chunk, exif, picture, saved, segment, stored, with_chunks, with_segments

PRIVATE = {
    "EXIF:GPSLatitude": "59.3293",
    "EXIF:GPSLatitudeRef": "N",
    "EXIF:GPSLongitude": "18.0686",
    "EXIF:Make": "SECRET-make",
    "EXIF:Model": "SECRET-model",
    "EXIF:SerialNumber": "SECRET-serial",
    "EXIF:OwnerName": "SECRET-owner",
    "EXIF:Software": "SECRET-software",
    "EXIF:DateTimeOriginal": "2019:05:06 07:08:09",
    "EXIF:UserComment": "SECRET-comment",
    "EXIF:ImageUniqueID": "SECRET-id",
    "XMP-xmp:CreatorTool": "SECRET-tool",
    "XMP-xmp:CreateDate": "2019:05:06 07:08:09",
    "XMP-xmpMM:DocumentID": "SECRET-document",
    "XMP-xmpMM:DerivedFromFilePath": "/home/SECRET/path.psd",
    "XMP-exif:GPSLatitude": "59.3293",
    "XMP-photoshop:City": "SECRET-city",
    "XMP-iptcExt:PersonInImage": "SECRET-person",
    "XMP-dc:Subject": "SECRET-keyword",
}
PRIVATE_IN_JPEG = {
    "IPTC:City": "SECRET-city",
    "IPTC:Keywords": "SECRET-keyword",
    "IPTC:Writer-Editor": "SECRET-writer",
    "IPTC:DateCreated": "2019:05:06",
    "Comment": "SECRET-comment",
}
RIGHTS = {
    "XMP-dc:Creator": "Åsa Lind",
    "XMP-photoshop:Credit": "Lind/Harbour Press",
    "XMP-dc:Rights": "© 2020 Åsa Lind <all rights reserved>",
    "XMP-xmpRights:WebStatement": "https://example.org/rights?a=1&b=2",
    "XMP-xmpRights:UsageTerms": "Only with credit",
    "XMP-xmpRights:Owner": "Lind & Daughters",
    "XMP-plus:CopyrightOwnerName": "Lind Estate",
    "XMP-cc:AttributionName": "Å. Lind, Harbour Press",
    "XMP-plus:LicensorURL": "https://example.org/buy",
    "XMP-plus:LicensorName": "Harbour Press",
    "XMP-cc:License": "https://creativecommons.org/licenses/by/4.0/",
    "XMP-cc:AttributionURL": "https://example.org/berth-4",
    "XMP-photoshop:Source": "Harbour archive",
    "XMP-dc:Title": "Berth 4 at night",
    "XMP-dc:Description": "A reefer ship, seen from the quay",
    "XMP-iptcCore:AltTextAccessibility": "A white ship below yellow lamps",
    "XMP-iptcExt:DigitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
}
KEPT = {
    "Creator": ["Åsa Lind"],
    "Credit": "Lind/Harbour Press",
    "Rights": "© 2020 Åsa Lind <all rights reserved>",
    "WebStatement": "https://example.org/rights?a=1&b=2",
    "UsageTerms": "Only with credit",
    "Owner": ["Lind & Daughters"],
    "CopyrightOwner": [{"CopyrightOwnerName": "Lind Estate"}],
    "AttributionName": "Å. Lind, Harbour Press",
    "Licensor": [{"LicensorName": "Harbour Press", "LicensorURL": "https://example.org/buy"}],
    "License": "https://creativecommons.org/licenses/by/4.0/",
    "AttributionURL": "https://example.org/berth-4",
    "Source": "Harbour archive",
    "Title": "Berth 4 at night",
    "Description": "A reefer ship, seen from the quay",
    "AltTextAccessibility": "A white ship below yellow lamps",
    "DigitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
}
"""The rights as exiftool reads them from what deckmaker wrote, in group XMP."""


def tagged(data: bytes, ending: str, folder: Path, tags: dict[str, str]) -> bytes:
    """Have exiftool write tags into a file."""
    path = folder / f"tagged.{ending}"
    path.write_bytes(data)
    arguments = [f"-{name}={value}" for name, value in tags.items()]
    command = ["exiftool", "-q", "-m", "-overwrite_original", "-charset", "iptc=utf8", *arguments, str(path)]
    subprocess.run(command, check=True)
    return path.read_bytes()


def second_photo(folder: Path) -> bytes:
    """Return a photo with a place, as phones hide one behind another."""
    return tagged(saved(stored(1).rotate(7), "JPEG"), "jpg", folder, PRIVATE)


def full_jpeg(folder: Path, rights: dict[str, str], orientation: int = 1) -> bytes:
    """Return a JPEG with all secrets in every place that there is."""
    thumbnail = segment(0xE0, b"JFXX\0\x10" + saved(picture(), "JPEG"))
    data = saved(stored(orientation), "JPEG", quality=95, comment=b"SECRET-comment", exif=exif(orientation))
    tags = {**PRIVATE, **PRIVATE_IN_JPEG, **rights}
    data = tagged(data, "jpg", folder, tags)
    maker = segment(0xE5, b"SECRET-maker\0" * 50) + segment(0xE2, b"MPF\0SECRET") + segment(0xEB, b"SECRET-c2pa")
    return with_segments(data, thumbnail, maker) + second_photo(folder) + b"SECRET-tail"


def full_png(folder: Path, rights: dict[str, str]) -> bytes:
    """Return a PNG with all secrets in every place that there is."""
    data = tagged(saved(picture(), "PNG"), "png", folder, {**PRIVATE, **rights})
    chunks = (
        chunk(b"tEXt", b"Software\0SECRET-software"),
        chunk(b"zTXt", b"Comment\0\0" + b"SECRET"),
        chunk(b"iTXt", b"Path\0\0\0\0\0/home/SECRET/a.png"),
        chunk(b"tIME", bytes((7, 227, 5, 6, 7, 8, 9))),
        chunk(b"prVt", b"SECRET-private"),
    )
    return with_chunks(data, *chunks) + second_photo(folder) + b"SECRET-tail"


def full(kind: str, rights: dict[str, str]) -> bytes:
    """Return a file of a kind with secrets and rights. It is made once: exiftool takes half a second for each."""
    return _full(kind, tuple(rights.items()))


@cache
def _full(kind: str, rights: tuple[tuple[str, str], ...]) -> bytes:
    with TemporaryDirectory() as folder:
        return _made(kind, Path(folder), dict(rights))


def _made(kind: str, folder: Path, rights: dict[str, str]) -> bytes:
    if kind == "png":
        return full_png(folder, rights)
    if kind == "tif":
        return tagged(saved(picture(), "TIFF"), "tif", folder, {**PRIVATE, **rights})
    if kind == "gif":
        xmp = {name: value for name, value in {**PRIVATE, **rights}.items() if name.startswith("XMP")}
        return tagged(saved(picture(), "GIF"), "gif", folder, {**xmp, "Comment": "SECRET-comment"})
    if kind == "webp":
        return webp_like(tagged(saved(picture(), "JPEG", exif=exif(1)), "jpg", folder, {**PRIVATE, **rights}))
    return full_jpeg(folder, rights, orientation=6 if kind == "turned jpg" else 1)


def webp_like(jpeg: bytes) -> bytes:
    """Return a WebP with a JPEG's Exif and XMP."""
    with Image.open(BytesIO(jpeg)) as image:
        return saved(picture(), "WEBP", lossless=True, exif=image.info["exif"], xmp=image.info["xmp"])
