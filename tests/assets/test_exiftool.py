"""Rights written by exiftool in all places that there are, read by us and by exiftool: the same, field by field."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from deckmaker.assets import Rights, rights_in
from tests.assets.reading_back import found
from tests.assets.samples import picture, saved
from tests.assets.secrets import RIGHTS, tagged
from tests.samples import mostly_long

pytestmark = pytest.mark.outside
FORMATS = {"jpg": "JPEG", "png": "PNG", "tif": "TIFF", "webp": "WEBP"}
CODES = "http://cv.iptc.org/newscodes/digitalsourcetype/"

XMP = {
    "creator": "XMP-dc:Creator",
    "credit_line": "XMP-photoshop:Credit",
    "copyright_notice": "XMP-dc:Rights",
    "web_statement": "XMP-xmpRights:WebStatement",
    "usage_terms": "XMP-xmpRights:UsageTerms",
    "owner": "XMP-xmpRights:Owner",
    "copyright_owner": "XMP-plus:CopyrightOwnerName",
    "attribution_name": "XMP-cc:AttributionName",
    "licensor_name": "XMP-plus:LicensorName",
    "licensor_url": "XMP-plus:LicensorURL",
    "license": "XMP-cc:License",
    "attribution_url": "XMP-cc:AttributionURL",
    "source": "XMP-photoshop:Source",
    "title": "XMP-dc:Title",
    "description": "XMP-dc:Description",
    "alt_text": "XMP-iptcCore:AltTextAccessibility",
    "digital_source_type": "XMP-iptcExt:DigitalSourceType",
}
IIM = {
    "creator": "IPTC:By-line",
    "credit_line": "IPTC:Credit",
    "copyright_notice": "IPTC:CopyrightNotice",
    "source": "IPTC:Source",
    "title": "IPTC:ObjectName",
    "description": "IPTC:Caption-Abstract",
}
EXIF = {"creator": "IFD0:Artist", "copyright_notice": "IFD0:Copyright", "description": "IFD0:ImageDescription"}
"""Fields, with the names by which exiftool knows them in each place, the best place first."""


def read_by_exiftool(data: bytes, folder: Path) -> dict[str, list[str]]:
    """Return what exiftool reads, by field: that of the first place that has it, as the standard's readers should."""
    path = folder / "to be read"
    path.write_bytes(data)
    command = ["exiftool", "-j", "-a", "-G1", "-n", "-charset", "iptc=utf8", str(path)]
    (said,) = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    fields: dict[str, list[str]] = {}
    for place in (XMP, IIM, EXIF):
        for field, name in place.items():
            if name in said:
                value = said[name]
                fields.setdefault(field, [str(one) for one in (value if isinstance(value, list) else [value])])
    return fields


def read_by_us(data: bytes, folder: Path) -> dict[str, list[str]]:
    """Return what we read, by field."""
    rights = rights_in(found(folder, data))
    values = {name: getattr(rights, name) for name in XMP}
    return {name: [value] if isinstance(value, str) else [*value] for name, value in values.items() if value}


IN_IIM = {"By-line": "Å. Lind", "Credit": "Harbour", "CopyrightNotice": "© Lind", "Source": "Archive"}
IN_EXIF = {"IFD0:Artist": "A. Lind", "IFD0:Copyright": "© 2020 A. Lind", "IFD0:ImageDescription": "A quay"}
WRITTEN = {
    "XMP": RIGHTS,
    "AI": {**RIGHTS, "XMP-iptcExt:DigitalSourceType": f"{CODES}trainedAlgorithmicMedia"},
    "Exif": IN_EXIF,
    "XMP and Exif at odds": {"XMP-dc:Creator": "B. Berg", "XMP-dc:Rights": "© B. Berg", **IN_EXIF},
    "a title in XMP, the rest in Exif": {"XMP-dc:Title": "Berth 4", **IN_EXIF},
    "other scripts": {"XMP-dc:Creator": "王小明", "XMP-photoshop:Credit": "Фото ТАСС", "XMP-dc:Title": "Ποταμός"},
    "signs of XML": {"XMP-dc:Rights": '<a href="b">&amp;\'</a>', "XMP-photoshop:Credit": "A & B <c>"},
    "a licence alone": {"XMP-xmpRights:WebStatement": "https://creativecommons.org/licenses/by-sa/4.0/"},
    "nothing": {},
}
WRITTEN_IN_JPEG_AND_TIFF = {
    "IIM": {f"IPTC:{name}": value for name, value in IN_IIM.items()},
    "IIM and Exif at odds": {**{f"IPTC:{name}": value for name, value in IN_IIM.items()}, **IN_EXIF},
    "all three at odds": {
        "XMP-dc:Creator": "B. Berg",
        **{f"IPTC:{name}": value for name, value in IN_IIM.items()},
        **IN_EXIF,
    },
    "IIM cut at 32 bytes": {
        "IPTC:By-line": "A photographer with a name of ma",
        "XMP-dc:Creator": "A photographer with a name of many letters",
    },
}
CASES = [(ending, name, tags) for ending in FORMATS for name, tags in WRITTEN.items()]
CASES += [(ending, name, tags) for ending in ("jpg", "tif") for name, tags in WRITTEN_IN_JPEG_AND_TIFF.items()]


EVERYWHERE = ("XMP", "XMP and Exif at odds", "other scripts", "all three at odds")
"""What is tried in each format; the rest in JPEG, and by `make thorough` in the others."""


@pytest.mark.parametrize(
    ("ending", "name", "tags"),
    mostly_long(CASES, is_usual=lambda case: case[0] == "jpg" or case[1] in EVERYWHERE),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_we_read_what_exiftool_reads(ending: str, name: str, tags: dict[str, str], tmp_path: Path) -> None:
    """In every format, from the best place that says it."""
    data = tagged(saved(picture(), FORMATS[ending]), ending, tmp_path, tags)
    theirs = read_by_exiftool(data, tmp_path)
    assert read_by_us(data, tmp_path) == theirs
    assert {value for one in theirs.values() for value in one} <= {*tags.values()}
    assert len(theirs) == len({field for place in (XMP, IIM, EXIF) for field, name in place.items() if name in tags})


def test_every_field_that_we_know_is_compared() -> None:
    """A new one must have a name for exiftool."""
    assert {*XMP} == {*Rights.__slots__}


def test_several_creators_are_several(tmp_path: Path) -> None:
    """In the order in which they stand."""
    path = tmp_path / "several.jpg"
    path.write_bytes(saved(picture(), "JPEG"))
    names = ["-XMP-dc:Creator=A. Lind", "-XMP-dc:Creator=B. Berg", "-IPTC:By-line=C", "-IPTC:By-line=D"]
    subprocess.run(["exiftool", "-q", "-overwrite_original", *names, str(path)], check=True)
    data = path.read_bytes()
    assert read_by_us(data, tmp_path) == read_by_exiftool(data, tmp_path) == {"creator": ["A. Lind", "B. Berg"]}
