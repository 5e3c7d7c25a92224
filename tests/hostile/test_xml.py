"""XML of files: what an element holds is bounded before expat has all of it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from deckmaker.assets import xml_reading
from deckmaker.assets.xml_reading import Refused, read_xml
from deckmaker.source.workbook import NotAWorkbook
from deckmaker.source.workbook import package as workbook
from deckmaker.source.workbook.package import Package


def attributes(count: int) -> bytes:
    """Return so many attributes: each takes some two hundred bytes of memory."""
    return b" ".join(b'a%07d=""' % number for number in range(count))


def test_attributes_count_as_elements_do() -> None:
    """Eight of them take as much memory as one."""
    assert len(read_xml(b"<a %b/>" % attributes(1_000)).attrib) == 1_000
    most = xml_reading.XML_ELEMENTS.most
    with pytest.raises(Refused, match=f"more than {most:,} elements"):
        read_xml(b"<a>" + b"<b %b/>" % attributes(80_000) * 21 + b"</a>")


def test_a_tag_without_end_is_not_read_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a part of 150 megabytes, expat would make gigabytes before anybody could count."""
    monkeypatch.setattr(xml_reading, "_LONGEST_TAG", 50_000)
    monkeypatch.setattr(xml_reading, "_PIECE", 1_000)
    assert read_xml(b"<a>%b<b %b/></a>" % (b"text " * 90_000, attributes(3_000)))
    with pytest.raises(Refused, match="a tag without end"):
        read_xml(b"<a>\n<b %b/></a>" % attributes(10_000))


def packed(content: bytes, how: int = ZIP_DEFLATED) -> Package:
    """Return a workbook's package that has a part."""
    stream = BytesIO()
    with ZipFile(stream, "w", how) as archive:
        archive.writestr("a.xml", content)
    return Package(stream.getvalue())


def read(package: Package) -> None:
    """Read the part."""
    package.read("a.xml", lambda *_: None, lambda *_: None)


def test_a_tag_of_a_sheet_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    """As of other files."""
    monkeypatch.setattr(workbook, "_TAG_BYTES", 50_000)
    monkeypatch.setattr(workbook, "_PIECE", 1_000)
    read(packed(b"<a>%b</a>" % (b"<b/>" * 90_000)))
    with pytest.raises(NotAWorkbook, match=r"holds more than anybody writes in `a\.xml`"):
        read(packed(b"<a %b/>" % attributes(10_000)))


def test_a_sheet_is_packed_as_sheets_may_be() -> None:
    """Other ways of packing say themselves how much memory they need: up to four gigabytes."""
    with pytest.raises(NotAWorkbook, match="is packed as no spreadsheet does it"):
        read(packed(b"<a/>", ZIP_LZMA))
