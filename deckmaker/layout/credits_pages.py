"""The slides that list credits: as many as the entries take, in columns whose rows are level."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.credits import words_for
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.choice import Choice, Reason
from deckmaker.layout.context import Context
from deckmaker.layout.document import Page, Placed
from deckmaker.layout.entries import Entry
from deckmaker.layout.entry_blocks import EntryBlock, EntrySetter
from deckmaker.layout.slide import layout_slide
from deckmaker.model import Paragraph, Run, Slide
from deckmaker.model.geometry import Rect
from deckmaker.theme.slots import CREDITS_LAYOUT, ENTRIES

GAP = 12.0
"""Points between two entries, one below the other."""

Rows = list[list[EntryBlock]]


def credits_pages(entries: Sequence[Entry], after: int, context: Context, diagnostics: Diagnostics) -> Iterator[Page]:
    """Yield the pages, `after` so many others, on which the entries are listed; none for no entries."""
    layout, deck = context.theme.layouts[CREDITS_LAYOUT], context.deck
    columns = [layout.slots[name].rect for name in ENTRIES if name in layout.slots]
    first, style = columns[0], layout.slots[ENTRIES[0]].style
    assert style is not None, f"slot {ENTRIES[0]} holds text and has no style"
    column = Rect(first.x, first.y, min(one.width for one in columns), min(one.height for one in columns))
    setter = EntrySetter(deck, column, style, context.theme, diagnostics)
    blocks = [block for entry in entries for block in setter.blocks(entry)]
    pages = list(_filled(blocks, len(columns), column.height))
    for number, rows in enumerate(pages, start=1):
        slide = _slide(context, number, len(pages))
        placed = list(_placed(rows, columns))
        choice = Choice(CREDITS_LAYOUT, Reason.CREDITS)
        laid_out = layout_slide(slide, choice, context)
        laid_out.tell(after + number, diagnostics)
        yield laid_out.page(after + number, context, placed)


def _slide(context: Context, number: int, count: int) -> Slide:
    """Return one of the slides without its entries. They are a section of their own where others are."""
    deck, words = context.deck, words_for(context.deck.language)
    span = deck.spans.get("credits", deck.span)
    title = words.heading + (words.bracket.format(f"{number}/{count}") if count > 1 else "")
    section = words.heading if any(slide.section for slide in deck.slides) else None
    return Slide(Paragraph((Run(title),), span=span), section, None, span, (), (), span, (), span)


def _filled(blocks: Sequence[EntryBlock], columns: int, height: float) -> Iterator[Rows]:
    """Yield the rows of each page: as many entries as it holds, at least one, as many in one column as in the other."""
    start = 0
    while start < len(blocks):
        end = start + 1
        while end < len(blocks) and _height(_rows(blocks[start : end + 1], columns)) <= height:
            end += 1
        yield _rows(blocks[start:end], columns)
        start = end


def _rows(blocks: Sequence[EntryBlock], columns: int) -> Rows:
    """Return the rows of a page. They are read down one column, then down the next."""
    count = -(-len(blocks) // columns)
    return [list(blocks[row::count]) for row in range(count)]


def _row_height(row: Sequence[EntryBlock]) -> float:
    return max(block.height for block in row)


def _height(rows: Rows) -> float:
    return sum(map(_row_height, rows)) + GAP * (len(rows) - 1)


def _placed(rows: Rows, columns: Sequence[Rect]) -> Iterator[Placed]:
    """Yield what the entries of a page consist of, in reading order; all are set as those of the first column are."""
    tops, y = [], columns[0].y
    for row in rows:
        tops.append(y)
        y += _row_height(row) + GAP
    for index, column in enumerate(columns):
        for row, top in zip(rows, tops, strict=True):
            if index < len(row):
                yield from row[index].placed(ENTRIES[0], Rect(column.x, top, column.width, row[index].height))
