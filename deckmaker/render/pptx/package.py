"""A package to a zip file that is the same on any day, a part at a time, and looked over while it is written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from deckmaker.render.pptx.inspection import CONTENT_TYPES, Inspection
from deckmaker.render.pptx.parts import Part, Relationships, content_types

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip file can say
_SHOWN = 3
_COMPRESSED = (".jpg", ".jpeg", ".jpeg", ".png", ".xlsx")


def write_package(
    relationships: Relationships,
    parts: Sequence[Part],
    stream: BinaryIO,
    excused: Callable[[str], bool] = lambda fault: False,
) -> None:
    """Write an OPC package (ECMA-376 Part 2): content types first, then relationships and parts in a stable order.

    `relationships` are the package's own. Photos are stored: deflating them costs time and gains nothing. What is
    `excused`, as a fault of a template whose parts are copied, is not spoken of.

    Raises UnsoundPackage when PowerPoint would not take what has been written as it is.
    """
    parts = sorted(parts, key=lambda part: part.name)
    inspection = Inspection()
    with ZipFile(stream, "w") as archive:

        def add(name: str, read: Callable[[], bytes]) -> None:
            content = read()  # given up on return, so that there is never more than one picture
            inspection.look_at(name, content)
            archive.writestr(_entry(name), content)

        add(CONTENT_TYPES, lambda: content_types(parts))
        add(relationships.name, relationships.xml)
        for part in parts:
            add(part.name, part.read)
            if part.relationships:
                add(part.relationships.name, part.relationships.xml)
    if found := [one for one in inspection.faults() if not excused(one)]:
        more = f"; and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise UnsoundPackage(f"its package is unsound: {'; '.join(found[:_SHOWN])}{more}")


class UnsoundPackage(Exception):
    """A package that PowerPoint would want to repair; a mistake of ours, whatever the deck says."""


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH)
    entry.external_attr = 0o600 << 16
    entry.compress_type = ZIP_STORED if name.endswith(_COMPRESSED) else ZIP_DEFLATED
    return entry
