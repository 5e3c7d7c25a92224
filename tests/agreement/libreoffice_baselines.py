"""Where LibreOffice has the baselines of a document's presentation: by a rule of its own, not by PowerPoint's.

See `docs/analysis/libreoffice-text.md` and `tables.md`. Lines are as high in both, but for some with links, and each
baseline is off by what the rules differ: a number for each line, and no tolerance.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from deckmaker.fonts import FaceKey, face
from deckmaker.layout import Document, Page, Placed, TableItem, TextItem
from deckmaker.model import SlideLink, looks_linked
from deckmaker.text.setting import SetLine, SetParagraph
from deckmaker.theme import Theme
from tests.agreement.libreoffice_widths import on_grid
from tests.pages import with_leaves

SINGLE = 1.2
"""Ems: a line's height at 100 percent in a text box, whatever the font."""


SAME = 0.01
"""Points: by how much less two places differ that are written as one."""


def in_libreoffice(document: Document) -> Document:
    """Return a document with its lines where LibreOffice sets them, and as wide as they are there.

    Labels of charts it places by their middles.
    """
    return replace(document, pages=tuple(_page(page, document.theme) for page in document.pages))


def _page(page: Page, theme: Theme) -> Page:
    def moved(placed: Placed) -> Placed:
        match placed.item:
            case TextItem() as item:
                anchor = item.style.anchor
                slot = page.layout.slots.get(placed.slot or "")
                is_box = not (slot and slot.placeholder) and placed.slot != "number"  # which is a placeholder anywhere
                if theme.template and anchor == "bottom" and is_box:
                    anchor = "top"  # a text box of its own, which says so
                return replace(
                    placed,
                    item=on_grid(
                        _with(item, _in_box(item, anchor, theme.face(item.style) if _is_field(page, placed) else None))
                    ),
                )
            case TableItem(cells=cells) as item:
                texts = tuple(replace(one, text=on_grid(_with(one.text, _in_cell(one.text)))) for one in cells)
                return replace(placed, item=replace(item, cells=texts))
        return placed

    return with_leaves(page, moved)


def _is_field(page: Page, placed: Placed) -> bool:
    """Tell whether a text is a field: a page's number, and a footer in its layout's place, which the master draws.

    Where the page draws over a picture, or the footer has made room for credits, it is a text box.
    """
    if placed.slot != "footer":
        return placed.slot == "number"
    slot = page.layout.slots["footer"]
    if slot.placeholder:
        return True
    return not page.layout.draws_over_picture and all(
        abs(getattr(placed.rect, side) - getattr(slot.rect, side)) < SAME for side in ("x", "y", "width", "height")
    )


def _with(item: TextItem, baselines: Iterator[float]) -> TextItem:
    """Return a text with other baselines, line by line."""
    paragraphs = tuple(
        replace(one, lines=tuple(replace(line, baseline=next(baselines)) for line in one.lines))
        for one in item.setting.paragraphs
    )
    return replace(item, setting=replace(item.setting, paragraphs=paragraphs))


def _in_box(item: TextItem, anchor: str, field: FaceKey | None) -> Iterator[float]:
    """A fifth of a line is below its baseline, but that is never further from its top than the line's size.

    A text at the bottom of its frame is as much higher as it is taller, one in its middle half as much. `field` is the
    font that a text names which is a field as a whole.
    """
    links = {run.link for one in item.setting.paragraphs for run in one.paragraph.runs}
    (whole,) = links if len(links) == 1 else (None,)
    has_fields = not isinstance(whole, SlideLink) or looks_linked(whole)  # else its frame has the link
    lines = [(one, line) for one in item.setting.paragraphs for line in one.lines]
    heights = [_height(one, line, field, has_fields) for one, line in lines]
    taller = sum(height - one.style.leading for height, (one, _) in zip(heights, lines, strict=True))
    y = -taller * {"bottom": 1.0, "middle": 0.5}.get(anchor, 0.0)
    for height, (one, line) in zip(heights, lines, strict=True):
        y += one.style.before if line is one.lines[0] else 0.0
        yield y + min(0.8 * height, one.style.size)
        y += height


def _height(one: SetParagraph, line: SetLine, field: FaceKey | None, has_fields: bool) -> float:
    """A line with a field, such as a link, a number or a footer, is as high as its font where that is higher.

    Of numbers and footers that is the font that they name, whatever stands in for letters that it lacks.
    """
    linked = [run.style.face for run in line.line.runs if has_fields and run.style.link]
    metrics = [face(one).metrics for one in ([field] if field else linked)]
    ems = max([SINGLE, *(one.ascent - one.descent for one in metrics)])
    return one.style.leading * ems / SINGLE


def _in_cell(item: TextItem) -> Iterator[float]:
    """At an exact height, as far as the line's fonts reach down."""
    for one in item.setting.paragraphs:
        for line in one.lines:
            runs = line.line.runs
            below = max((-face(run.style.face).metrics.descent * run.style.size for run in runs), default=None)
            yield line.baseline + one.style.descent - (one.style.descent if below is None else below)
