"""The deck and its slides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from deckmaker.diagnostics import Span
from deckmaker.model.block import Block, Columns, PictureFile, TextBlock
from deckmaker.model.credit import Credit
from deckmaker.model.overflow import Overflow
from deckmaker.model.table import Table
from deckmaker.model.text import Paragraph


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a split slide it is, from 1, and of how many.

    Its texts are `smaller` than their styles, and its table is `table_smaller`, in points. `table_columns` are the
    widths of its table's columns, in points; there are none where its own rows decide. Titles of all parts have one
    `title_size`.
    """

    number: int
    count: int
    smaller: int = 0
    table_smaller: int = 0
    table_columns: tuple[float, ...] = ()
    title_size: int | None = None


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide. `layout` is what the author asked for, None where the rule decides; `notes` are plain paragraphs.

    What an author wrote as one is several slides, each a `part`, where it has no room on one.
    """

    title: Paragraph | None
    section: str | None
    layout: str | None
    layout_span: Span = field(repr=False, compare=False)
    blocks: tuple[Block, ...]
    credits: tuple[Credit, ...]
    credits_span: Span = field(repr=False, compare=False)
    notes: tuple[str, ...]
    span: Span = field(repr=False, compare=False)
    overflow: Overflow = field(default_factory=Overflow)
    part: Part | None = None

    @property
    def texts(self) -> Iterator[Paragraph]:
        """All of its texts in which there may be marks, but for what the deck adds."""
        if self.title:
            yield self.title
        for block in self.blocks:
            if isinstance(block, TextBlock):
                yield from block.paragraphs
            elif isinstance(block, Columns):
                for column in block.columns:
                    if column.heading:
                        yield column.heading
                    yield from (one for text in column.blocks for one in text.paragraphs)
            elif isinstance(block, Table):
                yield from (cell.paragraph for row in block.rows for cell in row.cells)
                if block.caption:
                    yield block.caption

    def has(self, kind: type[Block]) -> bool:
        """Tell whether a block of that kind is on the slide."""
        return any(isinstance(block, kind) for block in self.blocks)


@dataclass(frozen=True, slots=True)
class CreditSettings:
    """Where a deck shows its credits (slide, end or both), and what stands for addresses on paper (names or urls)."""

    where: str = "slide"
    print: str = "names"


@dataclass(frozen=True, slots=True)
class Deck:
    """A whole deck. `language` is a BCP 47 tag; `use` is what the deck is for, such as commercial.

    `license` is the deck's own, written as a credit's is. `reasons` say, by code, why the deck sets a severity.
    """

    title: str
    subtitle: Paragraph | None
    author: str | None
    date: str | None
    language: str
    trail: tuple[str, ...]
    footer: str | None
    logo: PictureFile | None
    credits: CreditSettings
    use: str | None
    license: str | None
    reasons: Mapping[str, str]
    slides: tuple[Slide, ...]
    spans: Mapping[str, Span] = field(repr=False, compare=False)
    span: Span = field(repr=False, compare=False)
