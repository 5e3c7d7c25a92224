"""Footnotes numbered: on each slide from 1, in reading order. What comes back says the numbers where the marks are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from deckmaker.layout.choice import Choice, choose_layouts
from deckmaker.model import Align, Block, Cell, Column, Columns, Deck, Paragraph, Run, Slide, Table, TextBlock
from deckmaker.theme import Theme

BETWEEN = ","
"""What the second of two marks side by side begins with: 1 and 2 would be 12."""


def numbered_deck(deck: Deck, theme: Theme) -> Deck:
    """Return a deck with the footnotes of its slides numbered."""
    slides = zip(deck.slides, choose_layouts(deck.slides), strict=True)
    return replace(deck, slides=tuple(_numbered(slide, choice, deck, theme) for slide, choice in slides))


def _numbered(slide: Slide, choice: Choice, deck: Deck, theme: Theme) -> Slide:
    layout = theme.layouts.get(choice.name)
    return numbered_slide(slide, deck.subtitle if layout and "meta" in layout.slots else None)


def numbered_slide(slide: Slide, subtitle: Paragraph | None) -> Slide:
    """Return a slide with its footnotes numbered; those of a `subtitle` that stands above its text are counted, too."""
    numbers = _Numbers(0)
    title = slide.title and numbers.paragraph(slide.title)
    if subtitle:
        numbers = _Numbers(numbers.last + len(subtitle.footnotes))
    # Columns are read before a text, and a text before a table, whatever the deck has first.
    order = sorted(range(len(slide.blocks)), key=lambda index: _place(slide.blocks[index]))
    blocks = list(slide.blocks)
    for index in order:
        blocks[index] = numbers.block(blocks[index])
    return replace(slide, title=title, blocks=tuple(blocks))


def numbered_subtitle(subtitle: Paragraph, title: Paragraph | None) -> Paragraph:
    """Return a deck's subtitle with its footnotes numbered behind those of a slide's title."""
    return _Numbers(len(title.footnotes) if title else 0).paragraph(subtitle)


def _place(block: Block) -> int:
    return 0 if isinstance(block, Columns) else 1 if isinstance(block, TextBlock) else 2


@dataclass
class _Numbers:
    """Counts on from the `last` number."""

    last: int

    def block(self, block: Block) -> Block:
        match block:
            case TextBlock():
                return self._text(block)
            case Columns():
                return replace(block, columns=tuple(map(self._column, block.columns)))
            case Table():
                return self._table(block)
        return block

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, runs=tuple(self._runs(paragraph.runs))) if paragraph.footnotes else paragraph

    def _runs(self, runs: Iterable[Run]) -> Iterator[Run]:
        follows = False
        for run in runs:
            if run.footnote is None:
                yield run
            else:
                self.last += 1
                text = f"{BETWEEN if follows else ''}{self.last}"
                yield replace(run, text=text, footnote=replace(run.footnote, number=self.last))
            follows = run.footnote is not None

    def _text(self, block: TextBlock) -> TextBlock:
        return replace(block, paragraphs=tuple(map(self.paragraph, block.paragraphs)))

    def _column(self, column: Column) -> Column:
        heading = column.heading and self.paragraph(column.heading)
        return replace(column, heading=heading, blocks=tuple(map(self._text, column.blocks)))

    def _table(self, table: Table) -> Table:
        cells = iter([self._cell(place.cell, table, place.column) for place in table.places()])
        rows = tuple(replace(row, cells=tuple(next(cells) for _ in row.cells)) for row in table.rows)
        return replace(table, rows=rows, caption=table.caption and self.paragraph(table.caption))

    def _cell(self, cell: Cell, table: Table, column: int) -> Cell:
        """Return a cell with its marks; they stand behind the integer where that is aligned, and hang out of it."""
        numbered = self.paragraph(cell.paragraph)
        align = cell.align or table.columns[column].align
        more = len(numbered.text) - len(cell.paragraph.text) if align is Align.DECIMAL else 0
        return replace(cell, paragraph=numbered, tail=cell.tail + more)
