"""Pages of languages that are written from right to left: as layout makes all pages, seen in a mirror.

Texts, pictures, formulas and charts are not turned round themselves: they stand where their mirror images would. Nor is
code, which is written from left to right in every language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.document import (
    CellItem,
    ConnectorsItem,
    Decision,
    EquationItem,
    Fill,
    GroupItem,
    Page,
    PictureItem,
    Placed,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.item import Item
from deckmaker.layout.roles import Role
from deckmaker.model.geometry import Rect
from deckmaker.text import SetParagraph, TextLayout
from deckmaker.theme import Shape, SlideLayout, Slot, TextStyle, Theme

_OTHER_SIDE = {"left": "right", "right": "left", "center": "center"}

_OF_THE_PAGE = (Role.SUBTITLE, Role.CAPTION)
"""What stands above and below a chart, over all of its width, and belongs to the page."""


def mirrored_theme(theme: Theme) -> Theme:
    """Return a theme whose places are those of mirrored pages; of such a theme, the one that it was made from."""
    mirror = _Mirror(theme.width)
    styles = {name: mirror.style(one) for name, one in theme.styles.items()}
    layouts = {name: mirror.layout(one) for name, one in theme.layouts.items()}
    return replace(theme, styles=styles, layouts=layouts)


def mirrored_pages(pages: Iterable[Page], theme: Theme) -> tuple[Page, ...]:
    """Return pages in a mirror, in the layouts of their `theme`, which is mirrored already."""
    mirror = _Mirror(theme.width)
    return tuple(
        replace(page, layout=mirror.layout(page.layout), placed=tuple(map(mirror.placed, page.placed)))
        for page in pages
    )


def mirrored_placed(placed: Iterable[Placed], width: float) -> tuple[Placed, ...]:
    """Return what is placed on a page so many points wide, in a mirror."""
    return tuple(map(_Mirror(width).placed, placed))


def mirrored_rect(rect: Rect, width: float) -> Rect:
    """Return where a rectangle stands on a page so many points wide, in a mirror."""
    return replace(rect, x=width - rect.right)


@dataclass(frozen=True, slots=True)
class _Mirror:
    """The mirror for pages so many points wide."""

    width: float

    def rect(self, rect: Rect) -> Rect:
        return mirrored_rect(rect, self.width)

    def layout(self, layout: SlideLayout) -> SlideLayout:
        forms = {lines: self.layout(one) for lines, one in layout.for_titles.items()}
        slots = {name: self.slot(one) for name, one in layout.slots.items()}
        return replace(layout, slots=slots, shapes=tuple(map(self.shape, layout.shapes)), for_titles=forms)

    def slot(self, slot: Slot) -> Slot:
        return replace(
            slot,
            rect=self.rect(slot.rect),
            inner=self.rect(slot.inner),
            wide=slot.wide and self.rect(slot.wide),
            style=slot.style and self.style(slot.style),
            align=_OTHER_SIDE[slot.align],
        )

    def style(self, style: TextStyle) -> TextStyle:
        return replace(style, align=_OTHER_SIDE[style.align])

    def shape(self, shape: Shape) -> Shape:
        return replace(shape, rect=self.rect(shape.rect), turned=not shape.turned)

    def placed(self, placed: Placed) -> Placed:
        own = replace(placed, item=self._item(placed), printed=placed.printed and self.placed(placed.printed))
        return self._stays(own)

    def _item(self, placed: Placed) -> Item:
        match placed.item:
            case GroupItem() as group:
                return replace(group, children=tuple(self._children(placed, group)))
            case TextItem() as text:
                return self.text(text, placed.rect.width)
            case TableItem() as table:
                return self.table(table)
            case ShapeItem() as shape:
                return replace(shape, turned=not shape.turned)
            case ConnectorsItem() as connectors:
                return self.connectors(connectors, placed.rect)
            case PictureItem() as picture:
                return replace(picture, turned=False)
            case EquationItem() as equation:
                return equation
            case chart:
                return chart.moved(self.rect(placed.rect).x - placed.rect.x, 0.0)

    def _children(self, placed: Placed, group: GroupItem) -> Iterator[Placed]:
        """Yield what stands in a group. About the plot of a chart, and in a listing of code, nothing changes places."""
        stays = placed if placed.role is Role.LISTING else None
        stays = stays or next((one for one in group.children if one.role is Role.CHART), None)
        move = self._mover(stays) if stays else self.placed
        for one in group.children:
            yield self.placed(one) if one.role in _OF_THE_PAGE else move(one)

    def _stays(self, placed: Placed) -> Placed:
        """Return what is placed in its place in the mirror, itself as it is."""
        return replace(placed, rect=self.rect(placed.rect), decision=self._decision(placed.decision))

    def _decision(self, decision: Decision | None) -> Decision | None:
        return decision and replace(decision, room=self.rect(decision.room))

    def _mover(self, within: Placed) -> Callable[[Placed], Placed]:
        """Return what moves things to where they stand within something that stays as it is itself."""
        right = self.rect(within.rect).x - within.rect.x

        def move(placed: Placed) -> Placed:
            item = placed.item
            if isinstance(item, GroupItem):
                item = replace(item, children=tuple(map(move, item.children)))
            elif not isinstance(item, TextItem | ShapeItem | PictureItem | TableItem | ConnectorsItem | EquationItem):
                item = item.moved(right, 0.0)
            room = placed.decision and replace(placed.decision, room=_moved(placed.decision.room, right))
            return replace(placed, rect=_moved(placed.rect, right), item=item, decision=room)

        return move

    def text(self, item: TextItem, width: float) -> TextItem:
        """Return a text in a frame so many points wide."""
        return replace(item, style=self.style(item.style), setting=_mirrored_setting(item.setting, width))

    def table(self, item: TableItem) -> TableItem:
        return replace(
            item,
            cells=tuple(map(self._cell, item.cells)),
            backgrounds=tuple(map(self._fill, item.backgrounds)),
            rules=tuple(map(self._fill, item.rules)),
        )

    def _cell(self, cell: CellItem) -> CellItem:
        text = self.text(cell.text, cell.frame.width)
        return replace(cell, rect=self.rect(cell.rect), frame=self.rect(cell.frame), text=text)

    def _fill(self, fill: Fill) -> Fill:
        return replace(fill, rect=self.rect(fill.rect))

    def connectors(self, item: ConnectorsItem, rect: Rect) -> ConnectorsItem:
        lines = (
            replace(line, pieces=tuple(tuple((rect.width - x, y) for x, y in piece) for piece in line.pieces))
            for line in item.lines
        )
        return replace(item, lines=tuple(lines))


def _moved(rect: Rect, right: float) -> Rect:
    return replace(rect, x=rect.x + right)


def _mirrored_setting(setting: TextLayout, width: float) -> TextLayout:
    paragraphs = tuple(_mirrored_paragraph(one, width) for one in setting.paragraphs)
    return replace(setting, paragraphs=paragraphs)


def _mirrored_paragraph(one: SetParagraph, width: float) -> SetParagraph:
    lines = tuple(replace(line, x=width - line.x - line.line.width) for line in one.lines)
    marker = one.marker and replace(one.marker, x=width - one.marker.x - one.marker.width)
    return replace(one, lines=lines, marker=marker)
