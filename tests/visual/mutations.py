"""Ways to spoil one frame of a document, for tests that want a check to notice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deckmaker.layout import Document, PictureItem, Placed, TextItem
from deckmaker.text import Line
from deckmaker.text.setting import SetLine, SetParagraph
from tests.pages import with_leaves
from tests.visual.pictures import focus_of
from tests.visual.specimens import label

Change = Callable[[Placed], Placed]

LOST = 0.05
"""Of a picture's height: how far above its subject it is cropped."""


def spoiled(document: Document, page: str, slot: str, change: Change) -> Document:
    """Return the document with one frame changed: that of a slot, on the page of a label."""
    (index,) = (index for index, one in enumerate(document.pages) if label(one) == page)
    old = document.pages[index]
    assert old.slot(slot), f"{page} has no {slot}"
    new = with_leaves(old, lambda one: change(one) if one.slot == slot else one)
    return replace(document, pages=(*document.pages[:index], new, *document.pages[index + 1 :]))


def moved(right: float = 0.0, down: float = 0.0) -> Change:
    """Move a frame by points."""

    def change(placed: Placed) -> Placed:
        return replace(placed, rect=replace(placed.rect, x=placed.rect.x + right, y=placed.rect.y + down))

    return change


def sunk(down: float) -> Change:
    """Move a text within its frame."""
    return lambda placed: replace(placed, item=replace(_text(placed), offset=_text(placed).offset + down))


def without_subject(placed: Placed) -> Placed:
    """Crop a picture just above its subject, the frame being as it was."""
    assert isinstance(placed.item, PictureItem)
    bottom = 1 - focus_of(placed.item.file.path)[1] + LOST
    assert bottom < 1, "the subject is at the top"
    return replace(placed, item=replace(placed.item, crop=(0.0, 0.0, 0.0, bottom)))


def stretched(factor: float) -> Change:
    """Make a frame wider, but not what it shows."""
    return lambda placed: replace(placed, rect=replace(placed.rect, width=placed.rect.width * factor))


def shrunk(size: int) -> Change:
    """Say of a text that it is set at another size."""
    return _with_paragraphs(lambda one: replace(one, style=replace(one.style, size=size)))


def painted(color: str) -> Change:
    """Draw a text in another colour of the palette."""

    def paint(line: Line) -> Line:
        return replace(line, runs=tuple(replace(run, style=replace(run.style, color=color)) for run in line.runs))

    return _with_lines(lambda one: replace(one, line=paint(one.line)))


def ended(words: str, width: float) -> Change:
    """Give every line but each paragraph's first these words and this width."""
    return _with_lines(lambda one: replace(one, line=replace(one.line, text=words, width=width)), first=1)


def lowered(down: float) -> Change:
    """Move every line but each paragraph's first."""
    return _with_lines(lambda one: replace(one, baseline=one.baseline + down), first=1)


def _with_lines(change: Callable[[SetLine], SetLine], first: int = 0) -> Change:
    return _with_paragraphs(lambda one: replace(one, lines=(*one.lines[:first], *map(change, one.lines[first:]))))


def _with_paragraphs(change: Callable[[SetParagraph], SetParagraph]) -> Change:
    def changed(placed: Placed) -> Placed:
        setting = _text(placed).setting
        setting = replace(setting, paragraphs=tuple(map(change, setting.paragraphs)))
        return replace(placed, item=replace(_text(placed), setting=setting))

    return changed


def _text(placed: Placed) -> TextItem:
    assert isinstance(placed.item, TextItem)
    return placed.item
