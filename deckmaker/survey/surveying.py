"""A document to its survey. Reads what layout has placed and noted; works out nothing but differences."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

from deckmaker.diagnostics import Span
from deckmaker.diagnostics.printer import printable
from deckmaker.layout import Decision, Document, GroupItem, Page, PictureItem, Placed, ShapeItem, TableItem, TextItem
from deckmaker.survey.survey import (
    DeckSurvey,
    ItemSurvey,
    PageSurvey,
    PictureSurvey,
    Place,
    ShapeSurvey,
    TableSurvey,
)
from deckmaker.survey.texts import text_survey
from deckmaker.theme import SlideLayout
from deckmaker.theme.slots import ENTRIES

POINTS_AN_INCH = 72


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
    filled = {one.slot for one in page.leaves}
    return PageSurvey(
        number=page.number,
        part=page.part,
        title=page.title,
        section=page.section,
        source=_place(page.span),
        layout=page.layout.name,
        chosen=page.choice.name if page.choice else page.layout.name,
        reason=page.choice and page.choice.reason,
        empty=tuple(name for name in page.layout.slots if name not in filled and name not in ENTRIES),
        items=tuple(_item(one, page.layout, root) for one in page.leaves),
    )


def _item(placed: Placed, layout: SlideLayout, root: Path) -> ItemSurvey:
    """Return the survey of an item; what came without a decision had its slot's place, or its own, for room."""
    slot = layout.slots.get(placed.slot or "")
    decision = placed.decision or Decision(slot.rect if slot else placed.rect)
    own: dict[str, Any] = {}
    match placed.item:
        case TextItem():
            own = {"kind": "text", "text": text_survey(placed, placed.item, decision)}
        case PictureItem():
            own = {"kind": "picture", "picture": _picture(placed, placed.item, decision, root)}
        case ShapeItem(color=color, opacity=opacity, fade=fade):
            own = {"kind": "shape", "shape": ShapeSurvey(color, opacity, decision.least, fade)}
        case TableItem():
            own = {"kind": "table", "table": _table(placed.item)}
        case GroupItem():
            pass  # its children are surveyed
    return ItemSurvey(
        slot=placed.slot,
        source=_place(placed.span),
        box=placed.rect,
        room=decision.room,
        slot_box=slot.rect if slot else None,
        changes=decision.changes,
        lacking=decision.lacking,
        on_paper=_item(placed.printed, layout, root) if placed.printed else None,
        **own,
    )


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
    )


def _place(span: Span | None) -> Place | None:
    return Place(printable(span.source.name), span.line, span.column) if span else None
