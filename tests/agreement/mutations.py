"""Four ways to spoil a document, each of which the comparison must notice in every output."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from deckmaker.layout import Document, Page, Placed, TextItem
from deckmaker.model import Paragraph
from deckmaker.text import SetParagraph
from deckmaker.text.measuring import measure
from deckmaker.theme import Theme
from tests.pages import with_leaves

SAMPLE_PAGES = 4
"""The showcase's first pages: a title, a section, a picture beside a list, a list alone."""

PAGE, SLOT = 3, "body"
"""The page that is spoiled: its body begins with a paragraph of two lines and ends with another."""

MOVE = 2.0
"""Points that a box is moved by, pixels at 960 x 540."""


def mutated_documents(document: Document, pages: int) -> dict[str, Document]:
    """Return the first pages of a document under the name `whole`, and each mutation of them under its own."""
    whole = replace(document, pages=document.pages[:pages])
    return {"whole": whole} | {name: mutate(whole) for name, mutate in MUTATIONS.items()}


def drop_line(document: Document) -> Document:
    """Leave out the last line of the body's last paragraph, its words and its place."""
    return _with_text(document, lambda item: replace(item, setting=_shortened(item)))


def remove_strip(document: Document) -> Document:
    """Leave out the line of credits."""
    return _with_page(document, lambda page: with_leaves(page, lambda one: None if one.slot == "credits" else one))


def move_box(document: Document) -> Document:
    """Move the title to the right."""
    return _with_placed(document, "title", lambda placed: replace(placed, rect=_moved(placed)))


def move_word(document: Document) -> Document:
    """Narrow the body until a word of it goes to the next line."""
    return _with_placed(document, SLOT, lambda placed: _narrowed(placed, document.theme))


MUTATIONS: dict[str, Callable[[Document], Document]] = {
    "drop-line": drop_line,
    "remove-strip": remove_strip,
    "move-box": move_box,
    "move-word": move_word,
}


def _moved(placed: Placed):
    return replace(placed.rect, x=placed.rect.x + MOVE)


def _narrowed(placed: Placed, theme: Theme) -> Placed:
    item = placed.item
    assert isinstance(item, TextItem)
    paragraphs = tuple(one.paragraph for one in item.setting.paragraphs)
    text = measure(paragraphs, item.style, item.setting.size, theme)
    width = placed.rect.width
    setting = item.setting
    while _words(setting) == _words(item.setting) or not setting.safe:
        width -= 1
        assert width > placed.rect.width / 2, "no width breaks the body otherwise and safely"
        setting = text.set(width)
    rect = replace(placed.rect, width=setting.width)
    return replace(placed, rect=rect, item=replace(item, setting=setting))


def _words(setting) -> list[str]:
    return [one.line.text for paragraph in setting.paragraphs for one in paragraph.lines]


def _shortened(item: TextItem):
    """Return the setting without its last line, which leaves a paragraph that ends with the line before."""
    *others, last = item.setting.paragraphs
    assert len(last.lines) > 1, "the last paragraph has one line only"
    kept = last.lines[:-1]
    end = len(last.paragraph.text) - len(last.lines[-1].line.text)
    shorter = SetParagraph(_cut(last.paragraph, end), last.style, kept, last.marker)
    height = item.setting.height - last.style.leading
    return replace(item.setting, paragraphs=(*others, shorter), height=height)


def _cut(paragraph: Paragraph, end: int) -> Paragraph:
    """Return the paragraph's first `end` characters, without spaces at the end."""
    end = len(paragraph.text[:end].rstrip())
    runs, start = [], 0
    for run in paragraph.runs:
        if start < end:
            runs.append(replace(run, text=run.text[: end - start]))
        start += len(run.text)
    return replace(paragraph, runs=tuple(runs))


def _with_text(document: Document, change: Callable[[TextItem], TextItem]) -> Document:
    return _with_placed(document, SLOT, lambda placed: replace(placed, item=change(placed.item)))


def _with_placed(document: Document, slot: str, change: Callable[[Placed], Placed]) -> Document:
    def changed(page: Page) -> Page:
        assert page.slot(slot), f"page {PAGE} has no {slot}"
        return with_leaves(page, lambda one: change(one) if one.slot == slot else one)

    return _with_page(document, changed)


def _with_page(document: Document, change: Callable[[Page], Page]) -> Document:
    pages = tuple(change(page) if index == PAGE else page for index, page in enumerate(document.pages, 1))
    return replace(document, pages=pages)
