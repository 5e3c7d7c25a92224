"""Bytes to text: UTF-8 alone, with or without a byte-order mark. What is none is told by its place and way out."""

from __future__ import annotations

import codecs

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.source.places import place_at

DECK_BEGINS = "begin with `title:` and `slides:`"

_SAVE = "save the file as UTF-8"
_PRESENTATION, _WORKBOOK = "a PowerPoint presentation", "an Excel workbook"
_IMPRESS, _KEYNOTE, _OLD = "an Impress presentation", "a Keynote presentation", "a file of an old Office version"
_PDF, _PICTURE, _ARCHIVE = "a PDF file", "a picture", "a ZIP archive"
_IN_ZIPS = {
    b"ppt/presentation.xml": _PRESENTATION,
    b"xl/workbook.xml": _WORKBOOK,
    b"word/document.xml": "a Word document",
    b"opendocument.presentation": _IMPRESS,
    b"Index/Slide": _KEYNOTE,
    b"opendocument": "a LibreOffice document",
}
"""What ZIP archives are, by a name or a text in them."""

_BY_SIGN = {
    b"%PDF-": _PDF,
    b"\x89PNG\r\n": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"\xd0\xcf\x11\xe0": _OLD,
    b"{\\rtf": "a document in RTF",
}
"""What files are, by how they begin."""

_BY_PANDOC = "make Markdown of it first, as Pandoc does"
_FOR_MARKDOWN = {
    _PRESENTATION: "name it with .pptx at its end",
    _IMPRESS: "save it as .pptx, and import that",
    _KEYNOTE: "export it to PowerPoint, and import that",
    _OLD: "save it as .pptx, if it is a presentation, and import that",
    _PDF: "there is nothing in it to import: take what it was made of, as .pptx or Markdown",
    _PICTURE: "a deck shows it as `image`",
    _WORKBOOK: "a deck shows it as a table or a chart, as in `table: numbers.xlsx`",
    _ARCHIVE: "take the presentation or the Markdown out of it, if one is in it",
}
"""What to do with files that somebody wants to import; of others, such as those of Word, Pandoc makes Markdown."""

_SHOWN = 4_000
"""Bytes of a file that is not read on that are shown, for its first line."""

_BY_ZEROS = {
    (False, True, True, True): "UTF-32-LE",
    (True, True, True, False): "UTF-32-BE",
    (False, True): "UTF-16-LE",
    (True, False): "UTF-16-BE",
}
"""Where the zeros are in the first character of a text that begins with ASCII."""


YAML, MARKDOWN = "a text file in YAML", "Markdown"
"""What may be expected of a file."""


def decoded(
    name: str, content: bytes, diagnostics: Diagnostics, expected: str = YAML, named_at: Span | None = None
) -> SourceFile | None:
    """Return a file's text; report `unreadable-file` and return None where the bytes are no UTF-8.

    `named_at` is where another file names it.
    """
    if what := foreign_format(content):
        message = f"`{name}` is {what}, expected {expected}"
        help = _instead(name, what) if expected == YAML else _FOR_MARKDOWN.get(what, _BY_PANDOC)
        diagnostics.report("unreadable-file", message, named_at, help)
        return None
    if other := _wide_encoding(content):
        shown = first_lines(name, content, other)
        message = f"`{name}` is {other[:6]} text, expected UTF-8"
        diagnostics.report("unreadable-file", message, Span(shown, 1, 1, 1, 2), _SAVE)
        return None
    body = content.removeprefix(codecs.BOM_UTF8)
    try:
        return SourceFile(name, body.decode("utf-8"))
    except UnicodeDecodeError as error:
        byte = body[error.start]
        shown = SourceFile(name, body.decode("utf-8", errors="replace"))
        span = place_at(shown, len(body[: error.start].decode("utf-8")))
        message = f"`{name}` is not UTF-8 text: byte 0x{byte:02X} cannot be decoded"
        diagnostics.report("unreadable-file", message, span, help=f"{_SAVE}{_meant(byte)}")
        return None


def foreign_format(content: bytes) -> str | None:
    """Return in words what a file is that is no text at all, None of any other."""
    if content.startswith(b"PK\x03\x04"):
        return next((what for part, what in _IN_ZIPS.items() if part in content), _ARCHIVE)
    return next((what for sign, what in _BY_SIGN.items() if content.startswith(sign)), None)


def _instead(name: str, what: str) -> str:
    """Return what to do with a file that is no text."""
    if what == _PRESENTATION:
        return f"make a deck of it: `deckmaker import {name}`; or a theme, for its looks: `deckmaker theme from {name}`"
    if what == _WORKBOOK:
        return "a deck shows it as a table or a chart, as in `table: numbers.xlsx`; `--rows` makes a deck of each row"
    return "write the deck in a text editor, and " + DECK_BEGINS


def first_lines(name: str, content: bytes, encoding: str = "utf-8") -> SourceFile:
    """Return the beginning of a file that is not read on, so that a message can show where it begins."""
    return SourceFile(name, content[:_SHOWN].decode(encoding, errors="replace").removeprefix("\ufeff"))


def _meant(byte: int) -> str:
    """Return what the byte stands for in the encoding that most files have that are no UTF-8."""
    letter = bytes([byte]).decode("cp1252", errors="ignore")
    return f"; in Windows-1252 this byte is `{letter}`" if letter else ""


def _wide_encoding(content: bytes) -> str | None:
    """Name an encoding of two or four bytes a character, by its mark or its zeros (YAML 1.2.2, 5.2)."""
    for mark, other in (
        (codecs.BOM_UTF32_LE, "UTF-32-LE"),  # before UTF-16, whose mark it begins with
        (codecs.BOM_UTF32_BE, "UTF-32-BE"),
        (codecs.BOM_UTF16_LE, "UTF-16-LE"),
        (codecs.BOM_UTF16_BE, "UTF-16-BE"),
    ):
        if content.startswith(mark):
            return other
    zeros = tuple(byte == 0 for byte in content[:4])
    return _BY_ZEROS.get(zeros) or _BY_ZEROS.get(zeros[:2])
