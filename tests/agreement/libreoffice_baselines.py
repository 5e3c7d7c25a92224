"""Where LibreOffice has the baselines of a document's presentation: by a rule of its own, not by PowerPoint's.

See `docs/analysis/libreoffice-text.md` and `tables.md`. Lines are as high in both, and each baseline is off by what the
rules differ: a number for each line, and no tolerance.
"""

from __future__ import annotations

from dataclasses import replace

from deckmaker.fonts import face
from deckmaker.layout import Document, Placed, TableItem, TextItem
from deckmaker.text.setting import SetLine, SetParagraph
from tests.pages import with_leaves


def in_libreoffice(document: Document) -> Document:
    """Return a document with its baselines where LibreOffice sets them. Labels of charts it places by their middles."""
    pages = tuple(with_leaves(page, _moved) for page in document.pages)
    return replace(document, pages=pages)


def _moved(placed: Placed) -> Placed:
    match placed.item:
        case TextItem() as item:
            return replace(placed, item=_text(item, _in_box))
        case TableItem(cells=cells) as item:
            moved = tuple(replace(one, text=_text(one.text, _in_cell)) for one in cells)
            return replace(placed, item=replace(item, cells=moved))
    return placed


def _text(item: TextItem, descent) -> TextItem:
    paragraphs = tuple(_paragraph(one, descent) for one in item.setting.paragraphs)
    return replace(item, setting=replace(item.setting, paragraphs=paragraphs))


def _paragraph(one: SetParagraph, descent) -> SetParagraph:
    lines = tuple(replace(line, baseline=line.baseline + one.style.descent - descent(one, line)) for line in one.lines)
    return replace(one, lines=lines)


def _in_box(one: SetParagraph, line: SetLine) -> float:
    """In percent of a line's height of 1.2 em, whatever the font: a fifth of it is below the baseline."""
    return one.style.leading / 5


def _in_cell(one: SetParagraph, line: SetLine) -> float:
    """At an exact height, as far as the line's fonts reach down."""
    runs = line.line.runs
    return max((-face(run.style.face).metrics.descent * run.style.size for run in runs), default=one.style.descent)
