"""Presentations under Office's own colours, as a colleague takes them under Design, Variants, Colors, Office."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile, ZipInfo

from lxml import etree

from tests.render.pptx.decks import find

THEME = "ppt/theme/theme1.xml"
_PLACES = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")


def _palette(colors: str) -> Mapping[str, str]:
    return dict(zip(_PLACES, colors.split(), strict=True))


PALETTES = {
    "Office 2013-2022": _palette("000000 FFFFFF 44546A E7E6E6 4472C4 ED7D31 A5A5A5 FFC000 5B9BD5 70AD47 0563C1 954F72"),
    "Office 2023": _palette("000000 FFFFFF 0E2841 E8E8E8 156082 E97132 196B24 0F9ED5 A02B93 4EA72E 467886 96607D"),
}
"""The colour schemes of those names, as `a:clrScheme` of a new presentation of PowerPoint 2016 and of Microsoft 365 has
them; text and page are `sysClr` there, windowText and window."""


def with_palette(content: bytes, palette: Mapping[str, str]) -> bytes:
    """Return a presentation with another colour scheme in its theme, and nothing else changed."""
    changed = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(changed, "w") as copy:
        for one in archive.infolist():
            part = archive.read(one)
            copy.writestr(ZipInfo(one.filename), _swapped(part, palette) if one.filename == THEME else part)
    return changed.getvalue()


def _swapped(theme: bytes, palette: Mapping[str, str]) -> bytes:
    root = etree.fromstring(theme)
    (scheme,) = find(root, "//a:clrScheme")
    for place in scheme:
        place[0].set("val", palette[etree.QName(place).localname])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def accents(palette: Mapping[str, str]) -> Iterator[str]:
    """Yield the accents, RRGGBB."""
    return (color for place, color in palette.items() if re.fullmatch(r"accent\d", place))
