"""A package to a zip file that is the same on any day: python-pptx stamps the current time into each entry."""

from __future__ import annotations

from typing import Any, BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from pptx.opc.oxml import serialize_part_xml
from pptx.opc.packuri import CONTENT_TYPES_URI, PACKAGE_URI, PackURI
from pptx.opc.serialized import _ContentTypesItem

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can say
_COMPRESSED = ("jpg", "jpeg", "png")


def write_package(package: Any, stream: BinaryIO) -> None:
    """Write an OPC package (ECMA-376 Part 2): content types first, then relationships and parts in a stable order.

    Photos are stored: deflating them costs time and gains nothing.
    """
    parts = sorted(package.iter_parts(), key=lambda part: str(part.partname))
    with ZipFile(stream, "w") as archive:
        _add(archive, CONTENT_TYPES_URI, serialize_part_xml(_ContentTypesItem.xml_for(parts)))
        _add(archive, PACKAGE_URI.rels_uri, package._rels.xml)
        for part in parts:
            _add(archive, part.partname, part.blob)
            if part.rels:
                _add(archive, part.partname.rels_uri, part.rels.xml)


def _add(archive: ZipFile, uri: PackURI, content: bytes) -> None:
    entry = ZipInfo(uri.membername, _EPOCH)
    entry.external_attr = 0o600 << 16
    entry.compress_type = ZIP_STORED if uri.ext in _COMPRESSED else ZIP_DEFLATED
    archive.writestr(entry, content)
