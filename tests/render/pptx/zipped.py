"""The parts of XML in a presentation."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree


def all_trees(content: bytes) -> dict[str, etree._Element]:
    """Return each part of XML, relationships too, by its name in the zip file."""
    with ZipFile(BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".xml", ".rels"))]
        return {name: etree.fromstring(archive.read(name)) for name in names}
