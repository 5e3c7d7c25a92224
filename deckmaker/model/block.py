"""What a slide holds: text, a picture, columns, a table."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from deckmaker.diagnostics import Span
from deckmaker.model.credit import Credit
from deckmaker.model.overflow import Overflow
from deckmaker.model.table import Table
from deckmaker.model.text import Paragraph


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Paragraphs that belong together: running text or a list."""

    paragraphs: tuple[Paragraph, ...]
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class PictureFile:
    """A picture on disk; `width` and `height` in pixels, upright.

    `media_type`, such as image/jpeg, is that of what outputs hold, not of the file. `stamp` is what told the file from
    others when it was looked at: size in bytes, last change in nanoseconds, device and number. `packet` is what outputs
    write into it of whose it is, as XMP: its own rights, and those that the deck adds.
    """

    path: Path
    media_type: str
    width: int
    height: int
    stamp: tuple[int, int, int, int] = field(default=(0, 0, 0, 0), repr=False)
    packet: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as used on a slide. `focus` is the point (x, y) in 0..1 that cropping keeps in view.

    `fit` is cover or contain, None where the layout decides. `credit` also stands among its slide's.
    """

    file: PictureFile
    alt: str
    focus: tuple[float, float]
    fit: str | None
    credit: Credit | None
    span: Span = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Column:
    """One of several columns side by side. `overflow` is None where its slide's holds."""

    heading: Paragraph | None
    blocks: tuple[TextBlock, ...]
    span: Span = field(repr=False, compare=False)
    overflow: Overflow | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns side by side, in reading order."""

    columns: tuple[Column, ...]
    span: Span = field(repr=False, compare=False)


Block = TextBlock | Picture | Columns | Table
