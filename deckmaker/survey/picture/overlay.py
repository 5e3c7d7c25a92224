"""What layout decided, drawn over a page: slots dashed, frames solid, baselines as hairlines, each item with a tag."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from deckmaker.layout.roles import FURNITURE, Role
from deckmaker.model.geometry import Rect
from deckmaker.survey.picture.elements import element, line, rectangle
from deckmaker.survey.picture.glyphs import Outlines
from deckmaker.survey.picture.inks import HALO, ink, is_over
from deckmaker.survey.picture.tags import BASELINE, PADDING, Wanted, placed_tags
from deckmaker.survey.survey import ItemSurvey, PageSurvey
from deckmaker.survey.words import count, number
from deckmaker.theme import Theme

FRAME, SLOT, HAIRLINE = "0.9", "0.9", "0.4"
"""Widths of lines, in points."""

DASHES = "4 3"

_BELOW = 0.2
"""Of the size: how far words reach below their baseline, whose box is as high as they are large."""


def overlay(survey: PageSurvey, theme: Theme, outlines: Outlines) -> Iterator[Element]:
    """Yield what is drawn over a page: lines first, then the tags."""
    page = Rect(0, 0, theme.width, theme.height)
    items = [one for one in survey.items if _is_drawn(one)]
    words = [box for one in items for box in _words(one)]
    yield element("mask", {"id": "words"}, _all_but(words, page))
    yield element("g", {"fill": "none", "mask": "url(#words)"}, _slots(items))
    for item in items:
        yield element("g", {"class": (item.slot or item.kind).replace(" ", "-"), "fill": "none"}, _frame(item))
    wanted = [Wanted(_said(one), ink(one), one.box) for one in items]
    for tag in placed_tags(wanted, words, page):
        yield rectangle(tag.rect, rx="1.5", fill=tag.ink, fill_opacity="0.92")
        yield from tag.label.drawn(tag.rect.x + PADDING, tag.rect.y + BASELINE, HALO, outlines)


def _is_drawn(item: ItemSurvey) -> bool:
    """Tell whether an item has an overlay: of what decorates, scrims alone have."""
    is_decoration = item.role is Role.DECORATION
    return not is_decoration or (item.shape is not None and item.shape.least_opacity is not None)


def _all_but(words: Iterable[Rect], page: Rect) -> Iterator[Element]:
    """Yield a mask that leaves words free: what stands in a slot that is not its own would be struck through."""
    yield rectangle(page, fill="#FFFFFF")
    yield from (rectangle(one, fill="#000000") for one in words)


def _slots(items: Iterable[ItemSurvey]) -> Iterator[Element]:
    """Yield the slots' own places where their items' frames are others, each once, whatever shares it."""
    slots = {one.slot_box: ink(one) for one in items if one.slot_box and one.slot_box != one.box}
    for box, color in slots.items():
        yield rectangle(box, stroke=HALO, stroke_width="1.6", stroke_opacity="0.4")
        yield rectangle(box, stroke=color, stroke_width=SLOT, stroke_dasharray=DASHES)


def _frame(item: ItemSurvey) -> Iterator[Element]:
    color = ink(item)
    if is_over(item) and item.text:
        bottom = item.room.bottom
        yield rectangle(Rect(item.box.x, bottom, item.box.width, -item.text.room_left), fill=color, fill_opacity="0.15")
    yield rectangle(item.box, stroke=HALO, stroke_width="2.2", stroke_opacity="0.45")
    yield rectangle(item.box, stroke=color, stroke_width=FRAME)
    for one in item.text.lines if item.text else ():
        ends = (one.x, one.baseline), (one.x + one.width, one.baseline)
        yield line(*ends, stroke=HALO, stroke_width="1.2", stroke_opacity="0.5")
        yield line(*ends, stroke=color, stroke_width=HAIRLINE)


def _words(item: ItemSurvey) -> Iterator[Rect]:
    """Yield where an item's words stand, line by line."""
    if text := item.text:
        for one in text.lines:
            yield Rect(one.x, one.baseline - (1 - _BELOW) * text.size, one.width, text.size)


def _said(item: ItemSurvey) -> str:
    """Return a tag's words: of what an item is, what can be seen least well."""
    name = item.slot or item.kind
    said = [name]
    if text := item.text:
        own = text.style_size
        said.append(f"{text.size} pt" if text.size == own else f"{text.size} pt, not {own}")
        if item.role not in FURNITURE:  # small, and on every page alike
            said += [count(len(text.lines), "line"), f"{number(text.room_left)} pt left"]
        if is_over(item):
            said[-1:] = [f"{number(max(-text.room_left, text.too_wide))} pt over"]
    if (picture := item.picture) and item.role not in FURNITURE:
        said += [f"{picture.resolution:.0f} pixels an inch", *([picture.fit] if picture.fit else [])]
    if shape := item.shape:
        said = [f"scrim {shape.opacity:g}"]
    if table := item.table:
        said += [f"{len(table.rows)} × {len(table.columns)}", f"{' and '.join(map(str, table.sizes))} pt"]
    if chart := item.chart:
        said.append(f"{chart.type.value} chart")
    return " · ".join(said)
