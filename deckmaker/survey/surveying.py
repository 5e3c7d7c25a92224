"""A document to its survey. Reads what layout has placed and noted; works out nothing but differences."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import count
from pathlib import Path
from typing import Any

from deckmaker.diagnostics import Span
from deckmaker.diagnostics.printer import printable
from deckmaker.layout import (
    CellItem,
    ConnectorsItem,
    Decision,
    Document,
    EquationItem,
    GroupItem,
    Page,
    PictureItem,
    Placed,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.chart_item import ChartItem
from deckmaker.model.geometry import Rect
from deckmaker.survey.survey import (
    CellSurvey,
    ConnectorsSurvey,
    DeckSurvey,
    EquationSurvey,
    GroupSurvey,
    ItemSurvey,
    PageSurvey,
    PictureSurvey,
    Place,
    ShapeSurvey,
    TableSurvey,
)
from deckmaker.survey.texts import placed_lines, text_survey
from deckmaker.theme import SlideLayout
from deckmaker.theme.slots import ENTRIES

POINTS_AN_INCH = 72

HAIR = 0.01
"""Points; rounding of sums."""


def survey_of(document: Document, deck: Path, root: Path, numbers: Collection[int] | None) -> DeckSurvey:
    """Return the survey of the deck at `deck` in the project at `root`: of all pages, or of those with `numbers`."""
    theme = document.theme
    return DeckSurvey(
        deck=printable(deck.relative_to(root).as_posix()),
        title=document.title,
        theme=theme.name,
        width=theme.width,
        height=theme.height,
        baseline=theme.baseline,
        last=max((page.number for page in document.pages), default=0),
        pages=tuple(_page(one, root) for one in asked_pages(document, numbers)),
    )


def asked_pages(document: Document, numbers: Collection[int] | None) -> tuple[Page, ...]:
    """Return a document's pages that were asked for; all where none was."""
    return tuple(page for page in document.pages if numbers is None or page.number in numbers)


def _page(page: Page, root: Path) -> PageSurvey:
    filled = {_region(one) for one in page.leaves}
    return PageSurvey(
        number=page.number,
        part=page.part,
        title=page.title,
        section=page.section,
        hidden=page.hidden,
        appendix=page.appendix,
        marking=page.marking,
        source=_place(page.span),
        layout=page.layout.name,
        chosen=page.choice.name if page.choice else page.layout.name,
        reason=page.choice and page.choice.reason,
        empty=tuple(name for name in page.layout.slots if name not in filled and name not in ENTRIES),
        items=tuple(_items(page, root)),
    )


def _items(page: Page, root: Path) -> Iterator[ItemSurvey]:
    """Yield the surveys of a page's items, those of a group one after the other."""
    numbers = count(1)
    for placed in page.placed:
        yield from _surveys(placed, None, page.layout, root, numbers)


def _surveys(
    placed: Placed, group: GroupSurvey | None, layout: SlideLayout, root: Path, numbers: Iterator[int]
) -> Iterator[ItemSurvey]:
    """Yield the survey of an item, or those of all that a group holds; what came without a decision had its slot."""
    slot = layout.slots.get(placed.own_slot or "")
    decision = placed.decision or Decision(slot.rect if slot else placed.rect)
    own: dict[str, Any]
    match placed.item:
        case TextItem():
            own = {"kind": "text", "text": text_survey(placed, placed.item, decision)}
        case PictureItem():
            own = {"kind": "picture", "picture": _picture(placed, placed.item, decision, root)}
        case ShapeItem(color=color, opacity=opacity, fade=fade, outline=outline):
            own = {"kind": "shape", "shape": ShapeSurvey(color, opacity, decision.least, fade, outline)}
        case TableItem():
            own = {"kind": "table", "table": _table(placed.item)}
        case ChartItem():
            from deckmaker.survey.charts import chart_survey

            own = {"kind": "chart", "chart": chart_survey(placed.item)}
        case EquationItem(formula=formula, alt=alt, drawn=drawn, size=size):
            own = {"kind": "equation", "equation": EquationSurvey(formula.tex, alt, size, drawn.ascent * size)}
        case ConnectorsItem(lines=lines, said=said):
            x, y = placed.rect.x, placed.rect.y
            pieces = (piece for one in lines for piece in one.pieces)
            points = tuple(tuple((x + across, y + down) for across, down in piece) for piece in pieces)
            own = {"kind": "connectors", "connectors": ConnectorsSurvey(said, points)}
        case GroupItem(children=children):
            inner = GroupSurvey(placed.role, next(numbers))
            for child in children:
                yield from _surveys(child, inner, layout, root, numbers)
            return
    printed = next(_surveys(placed.printed, group, layout, root, numbers)) if placed.printed else None
    yield ItemSurvey(
        role=placed.role,
        slot=placed.slot,
        region=_region(placed),
        group=group,
        source=_place(placed.span),
        box=placed.rect,
        room=decision.room,
        slot_box=_slot_box(placed, layout, decision.room),
        changes=decision.changes,
        lacking=decision.lacking,
        on_paper=printed,
        **own,
    )


def _region(placed: Placed) -> str | None:
    """Return the slot of the layout in which an item stands; None for the layout's own shapes."""
    return placed.region or placed.own_slot


def _slot_box(placed: Placed, layout: SlideLayout, room: Rect) -> Rect | None:
    """Return the own place of an item's slot: where its texts stand, or all that it has for what is wider."""
    slot = layout.slots.get(_region(placed) or "")
    if slot is None or placed.slot is None:
        return None
    is_wider = room.x < slot.rect.x - HAIR or room.right > slot.rect.right + HAIR
    return slot.wide if slot.wide and is_wider else slot.rect


def _picture(placed: Placed, item: PictureItem, decision: Decision, root: Path) -> PictureSurvey:
    left, _, right, _ = item.crop
    shown = item.file.width * (1 - left - right)
    return PictureSurvey(
        file=printable(item.file.path.relative_to(root).as_posix()),
        pixels=(item.file.width, item.file.height),
        cut=item.crop,
        resolution=shown / placed.rect.width * POINTS_AN_INCH,
        fit=decision.fit.name if decision.fit else None,
        asked=decision.fit.asked if decision.fit else False,
        alt=item.alt,
        decorative=item.decorative,
    )


def _table(item: TableItem) -> TableSurvey:
    settings = [cell.text.setting for cell in item.cells]
    return TableSurvey(
        columns=item.columns,
        rows=item.rows,
        header_rows=item.header_rows,
        footer_rows=item.footer_rows,
        stub_columns=item.stub_columns,
        sizes=tuple(sorted({one.size for one in settings}, reverse=True)),
        cells=len(item.cells),
        breaks_are_safe=all(one.safe for one in settings),
        grid=tuple(map(_cell, item.cells)),
    )


def _cell(cell: CellItem) -> CellSurvey:
    lines = tuple(placed_lines(cell.frame, cell.text))
    return CellSurvey(cell.row, cell.column, cell.rows, cell.columns, cell.role, cell.rect, lines)


def _place(span: Span | None) -> Place | None:
    return Place(printable(span.source.name), span.line, span.column) if span else None
