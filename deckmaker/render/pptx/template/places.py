"""Which placeholders of a template's layout a page fills.

What stands where one is, and is of its kind, fills it: so it is there for the outline, for another layout, and for
Reset Slide. That takes it to the placeholder's own place: what would lie over something else there has no placeholder.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout import (
    ConnectorsItem,
    EquationItem,
    GroupItem,
    Page,
    PictureItem,
    Placed,
    Role,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.chart_item import ChartItem
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.layouts import Place
from deckmaker.render.pptx.levels import Form
from deckmaker.render.pptx.placeholders import Placeholder
from deckmaker.template import TemplateLayout, TemplatePlaceholder
from deckmaker.theme.slots import ENTRIES

_TITLES = ("title", "ctrTitle")
_FURNITURE = {"footer": ("ftr",), "number": ("sldNum",)}
_OWN = ("credits", "trail", "footnotes", "logo", *ENTRIES)
"""Slots whose texts are the deck's own: no template has a place for them."""

_TEXTS = {
    Role.TEXT: ("obj", "body", "subTitle"),
    Role.META: ("body", "subTitle"),
    Role.QUOTATION: ("obj", "body"),
    Role.HEADING: ("body",),
}
_LEAST = 0.5
"""The part of something that lies in a placeholder at least for it to be there."""

_TOUCH = 2.0
"""Points by which things may lie over each other: rounding, and what no eye sees."""


@dataclass(frozen=True, slots=True)
class TemplatePlace(Place):
    """A placeholder of a template's layout, as it was read."""

    own: TemplatePlaceholder | None = None


def places_of(page: Page, layout: TemplateLayout) -> Mapping[str, TemplatePlace]:
    """Return the placeholders that a page fills, by the names of what stands in them, in reading order."""
    usable = [*usable_placeholders(layout)]
    objects = [placed for placed in page.objects if placed.slot not in ENTRIES]
    filled = _Filled(page, objects, usable)
    return {placed.slot: _place(placed, own) for placed, own in filled.settled() if placed.slot}


def usable_placeholders(layout: TemplateLayout) -> Iterator[TemplatePlaceholder]:
    """Yield the placeholders that slides can fill as layout sets texts: upright, and known by an index of their own.

    Where a layout has an index twice, programs disagree about which of them a slide means (19.3.1.36 leaves it open).
    """
    counts = Counter(one.index for one in layout.placeholders if one.type not in _TITLES)
    for one in layout.placeholders:
        is_known = one.index >= 0 and (one.type in _TITLES or counts[one.index] == 1)
        if one.vertical == "horz" and not one.rotation and is_known:
            yield one


class _Filled:
    """The placeholders of one page while they are chosen."""

    def __init__(self, page: Page, objects: list[Placed], usable: list[TemplatePlaceholder]) -> None:
        self._page, self._objects = page, objects
        self._free = usable
        self._chosen: list[tuple[Placed, TemplatePlaceholder]] = []
        for placed in objects:
            if placed.slot and (own := self._choice(placed)):
                self._free.remove(own)
                self._chosen.append((placed, own))

    def settled(self) -> list[tuple[Placed, TemplatePlaceholder]]:
        """Return what fills which placeholder, without what a reset would lay over something else."""
        while lost := next((one for one in reversed(self._chosen) if self._collides(*one)), None):
            self._chosen.remove(lost)
        return self._chosen

    def _choice(self, placed: Placed) -> TemplatePlaceholder | None:
        """Return the placeholder that something fills."""
        slot = placed.slot or ""
        if slot == "title" or slot in _FURNITURE:
            types = _FURNITURE.get(slot, _TITLES)
            return next((one for one in self._free if one.type in types), None)
        if slot in _OWN:
            return None
        order = _types(placed)
        if slot_of := self._page.layout.slots.get(placed.own_slot or ""):
            meant = slot_of.placeholder
            if meant is not None and meant in self._free and meant.type in order:
                return meant
        near = [
            (order.index(one.type), -share, number, one)
            for number, one in enumerate(self._free)
            if one.type in order and one.rect and (share := _share_in(placed.rect, one.rect)) >= _LEAST
        ]
        return min(near, default=(0, 0.0, 0, None), key=lambda one: one[:3])[3]

    def _collides(self, placed: Placed, own: TemplatePlaceholder) -> bool:
        """Tell whether something would lie over another after a reset which it does not lie over now."""
        if own.type in _TITLES:
            return False  # without one a slide has no name in outlines, and for those who hear it read
        there = _ink_after_reset(placed, own)
        chosen = {id(one): its for one, its in self._chosen}
        for other in self._objects:
            if other is placed or _is_ground(other, placed):
                continue
            its = chosen.get(id(other))
            if _overlap(there, _ink_after_reset(other, its) if its else _ink(other)):
                return True
        return False


def _types(placed: Placed) -> tuple[str, ...]:
    """Return the types of placeholders that something may fill, the best first; none where it has no placeholder."""
    match placed.item:
        case TextItem():
            return _TEXTS.get(placed.role, ())
        case PictureItem():
            return ("pic", "obj") if placed.role is Role.PICTURE else ()
        case TableItem():
            return "tbl", "obj"
        case ChartItem(plots=plots):
            return ("chart", "obj") if len(plots) == 1 else ()
        case EquationItem() | ConnectorsItem() | ShapeItem() | GroupItem():
            return ()


def _is_ground(other: Placed, placed: Placed) -> bool:
    """Tell whether something is the ground of another: a shape, or a picture, that it lies on as it is."""
    return isinstance(other.item, ShapeItem) or (
        isinstance(other.item, PictureItem) and _overlap(_ink(other), _ink(placed))
    )


def _ink(placed: Placed) -> Rect:
    """Return what of its frame something covers."""
    if isinstance(placed.item, TextItem):
        return replace(placed.rect, y=placed.rect.y + placed.item.offset, height=placed.item.setting.height)
    return placed.rect


def _ink_after_reset(placed: Placed, own: TemplatePlaceholder) -> Rect:
    """Return what something covers in the place that the layout has for it."""
    ink, rect = _ink(placed), own.rect
    if rect is None:
        return ink
    match placed.item:
        case TextItem():
            text = own.text_rect or rect
            height = ink.height * max(1.0, ink.width / max(text.width, 1.0))
            spare = text.height - height
            top = text.y + {"ctr": spare / 2, "b": spare}.get(own.anchor, 0.0)
            return Rect(text.x, top, text.width, height)
        case TableItem():  # a table keeps its size
            return Rect(rect.x, rect.y, ink.width, ink.height)
        case PictureItem() | ChartItem() | EquationItem() | ConnectorsItem() | ShapeItem() | GroupItem():
            return rect


def _share_in(rect: Rect, other: Rect) -> float:
    """Return the part of a rectangle that lies in another."""
    width = min(rect.right, other.right) - max(rect.x, other.x)
    height = min(rect.bottom, other.bottom) - max(rect.y, other.y)
    return max(0.0, width) * max(0.0, height) / max(rect.width * rect.height, 1e-9)


def _overlap(one: Rect, other: Rect) -> bool:
    width = min(one.right, other.right) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return width > _TOUCH and height > _TOUCH


def _place(placed: Placed, own: TemplatePlaceholder) -> TemplatePlace:
    form = Form.PLAIN
    if placed.role in (Role.TEXT, Role.META):
        form = Form.LIST if own.levels[0].bullet else Form.TEXT
    placeholder = Placeholder("" if own.type == "obj" else own.type, own.index, "", form)
    style = placed.item.style if isinstance(placed.item, TextItem) else None
    rect = own.rect or placed.rect
    return TemplatePlace(placed.slot or "", own.name, placeholder, rect, style, own)
