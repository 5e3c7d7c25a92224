"""A package to a zip file that is the same on any day: python-pptx stamps the current time into each entry."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from pptx.opc.oxml import serialize_part_xml
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from pptx.opc.serialized import _ContentTypesItem

from deckmaker.render.pptx.inspection import faults

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can say
_SHOWN = 3
_COMPRESSED = (".jpg", ".jpeg", ".png")


def write_package(package: Any, stream: BinaryIO) -> None:
    """Write an OPC package (ECMA-376 Part 2): content types first, then relationships and parts in a stable order.

    Photos are stored: deflating them costs time and gains nothing.

    Raises UnsoundPackage, and writes nothing, when PowerPoint would not take the package as it is.
    """
    entries = [(uri.membername, content) for uri, content in _contents(package)]
    if found := faults(entries):
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise UnsoundPackage(f"its package is unsound: {'; '.join(found[:_SHOWN])}{more}")
    with ZipFile(stream, "w") as archive:
        for name, content in entries:
            _add(archive, name, content)


class UnsoundPackage(Exception):
    """A package that PowerPoint would want to repair; a mistake of ours, whatever the deck says."""


def _contents(package: Any) -> Iterator[tuple[PackURI, bytes]]:
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    yield CONTENT_TYPES_URI, serialize_part_xml(_ContentTypesItem.xml_for(parts))
    yield PACKAGE_URI.rels_uri, package._rels.xml
    for part in parts:
        yield part.partname, part.blob
        if part.rels:
            yield part.partname.rels_uri, part.rels.xml


def _add(archive: ZipFile, name: str, content: bytes) -> None:
    entry = ZipInfo(name, _EPOCH)
    entry.external_attr = 0o600 << 16
    entry.compress_type = ZIP_STORED if name.endswith(_COMPRESSED) else ZIP_DEFLATED
    archive.writestr(entry, content)
