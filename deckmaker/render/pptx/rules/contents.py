"""What each part is: its content type fits what leads to it, and the bytes of media fit their content type.

Content types are those that ECMA-376 Part 1, 11 to 15, gives for the targets of each kind of relationship. Signatures
are the first bytes of each format by its own specification.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

_PML, _DML, _SML = (
    f"application/vnd.openxmlformats-officedocument.{one}ml." for one in ("presentation", "drawing", "spreadsheet")
)
_OFFICE = "application/vnd.openxmlformats-officedocument."
_MAIN = tuple(
    f"{start}{kind}.main+xml"
    for start, kinds in (
        (_PML, ("presentation", "template", "slideshow")),
        ("application/vnd.ms-powerpoint.", ("presentation.macroEnabled", "template.macroEnabled")),
    )
    for kind in kinds
)

TYPES: dict[str, tuple[str, ...]] = {
    "officeDocument": _MAIN,
    "slide": (f"{_PML}slide+xml",),
    "slideLayout": (f"{_PML}slideLayout+xml",),
    "slideMaster": (f"{_PML}slideMaster+xml",),
    "notesSlide": (f"{_PML}notesSlide+xml",),
    "notesMaster": (f"{_PML}notesMaster+xml",),
    "handoutMaster": (f"{_PML}handoutMaster+xml",),
    "presProps": (f"{_PML}presProps+xml",),
    "viewProps": (f"{_PML}viewProps+xml",),
    "tableStyles": (f"{_PML}tableStyles+xml",),
    "theme": (f"{_OFFICE}theme+xml",),
    "themeOverride": (f"{_OFFICE}themeOverride+xml",),
    "chart": (f"{_DML}chart+xml",),
    "chartUserShapes": (f"{_DML}chartshapes+xml",),
    "core-properties": ("application/vnd.openxmlformats-package.core-properties+xml",),
    "extended-properties": (f"{_OFFICE}extended-properties+xml",),
    "custom-properties": (f"{_OFFICE}custom-properties+xml",),
    "image": ("image/",),
    "thumbnail": ("image/",),
    "video": ("video/",),
    "audio": ("audio/",),
}
"""By the kind of a relationship: the content types that its target may have, or how these begin."""

_SIGNATURES = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BM", "image/bmp"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\x01\0\0\0", "image/x-emf"),
)
_KNOWN = {*(type for _, type in _SIGNATURES), "image/svg+xml"}
_SAME = {"image/jpg": "image/jpeg", "image/emf": "image/x-emf", "image/tif": "image/tiff"}
_FIRST_BYTES = 1_024
_WORKBOOK = "xl/workbook.xml"


def media_type(content: bytes) -> str | None:
    """Return the content type that a picture's bytes have, None where they are none of the formats that are known."""
    known = next((type for start, type in _SIGNATURES if content.startswith(start)), None)
    return known or ("image/svg+xml" if b"<svg" in content[:_FIRST_BYTES] else None)


def type_faults(name: str, type: str, found: str | None) -> Iterator[str]:
    """Yield what is wrong with a picture of a content type whose bytes were `found` to be of another."""
    said = _SAME.get(type, type)
    if said in _KNOWN and said != found:
        yield f"`{name}` is said to be {said} and is {found or 'something else'}"


def workbook_faults(name: str, content: bytes) -> Iterator[str]:
    """Yield what is wrong with a chart's workbook, which PowerPoint opens when somebody edits the data."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except BadZipFile:
        yield f"`{name}` is no workbook"
        return
    if _WORKBOOK not in names:
        yield f"`{name}` is a workbook without `{_WORKBOOK}`"
