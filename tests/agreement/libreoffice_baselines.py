"""Where LibreOffice has the baselines of a document's presentation: by a rule of its own, not by PowerPoint's.

See `docs/analysis/libreoffice-text.md` and `tables.md`. Lines are as high in both, but for some with links, and each
baseline is off by what the rules differ: a number for each line, and no tolerance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckmaker.fonts import face
from deckmaker.layout import Document, Placed, TableItem, TextItem
from deckmaker.text.setting import SetLine, SetParagraph
from tests.pages import with_leaves

SINGLE = 1.2
"""Ems: a line's height at 100 percent in a text box, whatever the font."""


def in_libreoffice(document: Document) -> Document:
    """Return a document with its baselines where LibreOffice sets them. Labels of charts it places by their middles."""
    pages = tuple(with_leaves(page, _moved) for page in document.pages)
    return replace(document, pages=pages)


def _moved(placed: Placed) -> Placed:
    match placed.item:
        case TextItem() as item:
            return replace(placed, item=_with(item, _in_box(item)))
        case TableItem(cells=cells) as item:
            moved = tuple(replace(one, text=_with(one.text, _in_cell(one.text))) for one in cells)
            return replace(placed, item=replace(item, cells=moved))
    return placed


def _with(item: TextItem, baselines: Iterator[float]) -> TextItem:
    """Return a text with other baselines, line by line."""
    paragraphs = tuple(
        replace(one, lines=tuple(replace(line, baseline=next(baselines)) for line in one.lines))
        for one in item.setting.paragraphs
    )
    return replace(item, setting=replace(item.setting, paragraphs=paragraphs))


def _in_box(item: TextItem) -> Iterator[float]:
    """A fifth of a line is below its baseline. A text at the bottom of its frame is as much higher as it is taller."""
    lines = [(one, line) for one in item.setting.paragraphs for line in one.lines]
    taller = sum(_height(one, line) - one.style.leading for one, line in lines)
    y = -taller if item.style.anchor == "bottom" else 0.0
    for one, line in lines:
        y += one.style.before if line is one.lines[0] else 0.0
        height = _height(one, line)
        yield y + 0.8 * height
        y += height


def _height(one: SetParagraph, line: SetLine) -> float:
    """A line with a link, which is a field, is as high as its font if that is higher than others."""
    linked = [face(run.style.face).metrics for run in line.line.runs if run.style.link]
    ems = max([SINGLE, *(metrics.ascent - metrics.descent for metrics in linked)])
    return one.style.leading * ems / SINGLE


def _in_cell(item: TextItem) -> Iterator[float]:
    """At an exact height, as far as the line's fonts reach down."""
    for one in item.setting.paragraphs:
        for line in one.lines:
            runs = line.line.runs
            below = max((-face(run.style.face).metrics.descent * run.style.size for run in runs), default=None)
            yield line.baseline + one.style.descent - (one.style.descent if below is None else below)
