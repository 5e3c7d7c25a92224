"""Tables in themes that say little of them: the layouts of their slides, and the colours that they need."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from deckmaker.language.theme import TableEntry
from deckmaker.model.geometry import Rect
from deckmaker.theme.baselines import on_grid
from deckmaker.theme.slots import BESIDE_PICTURE, PLAIN_LAYOUT, TABLE_LAYOUT
from deckmaker.theme.theme import SlideLayout, Slot, TableStyle, TextStyle

LARGEST, SMALLEST = 18, 12
"""Sizes of cells in points, in themes that have no style `table`; no larger than the plain text's."""

LEADING = 1.12
"""From baseline to baseline in a cell, in multiples of the size: short lines, and space enough around them."""

TEXT_SHARE = 0.26
"""Of the plain text's place: what the text above a table may take."""

AIR = 12.0
"""Points between a table and the text above it, or the caption below it."""

QUIET_RULE = "tint"
"""The colour of rules between rows, in palettes that have it."""


def table_style(entry: TableEntry | None, palette: Collection[str]) -> TableStyle:
    """Return how tables are set in a theme with these colours, whose file says this of it, or nothing."""
    said = {name: getattr(entry, name) for name in TableEntry.keys} if entry else {}
    style = TableStyle(**said)
    return replace(style, rule=style.rule or (QUIET_RULE if QUIET_RULE in palette else None))


def table_layouts(
    layouts: Mapping[str, SlideLayout], styles: Mapping[str, TextStyle], step: float
) -> Iterator[SlideLayout]:
    """Yield the layouts of slides with a table that a theme lacks: without a picture, and with one beside it.

    `step` is that of the baseline grid, in points.
    """
    plain = layouts[PLAIN_LAYOUT]
    if TABLE_LAYOUT not in layouts:
        yield _with_table(plain, TABLE_LAYOUT, styles, step)
    for name, layout in layouts.items():
        form = BESIDE_PICTURE.format(name)
        if form not in layouts and layout.background == plain.background and _is_beside_picture(layout):
            yield _with_table(layout, form, styles, step)


def _is_beside_picture(layout: SlideLayout) -> bool:
    slots = layout.slots
    has_both = "picture" in slots and "body" in slots and not slots["picture"].rect.overlaps(slots["body"].rect)
    return has_both and not layout.holds_table and "meta" not in slots


def _with_table(layout: SlideLayout, name: str, styles: Mapping[str, TextStyle], step: float) -> SlideLayout:
    """Return a layout with a text, a table and its caption, one below the other, in place of its text."""
    body = layout.slots["body"]
    text, small = body.style, layout.slots["credits"].style
    assert text and small, "slots that hold text have a style"
    size = min(LARGEST, text.size)
    cells = styles.get("table") or replace(
        text, name="table", size=size, minimum=min(SMALLEST, size), short=None, leading=LEADING, gap=0.0
    )
    above = replace(text, size=size, minimum=min(text.minimum, size), short=None)
    texts = {
        "body": (0.0, TEXT_SHARE * body.rect.height, above),
        "table": (TEXT_SHARE * body.rect.height + AIR, body.rect.height - small.size * 1.5 - AIR, cells),
        "caption": (body.rect.height - small.size * 1.5, body.rect.height, replace(small, short=None)),
    }
    slots = {}
    for place, slot in layout.slots.items():
        if place != "body":
            slots[place] = slot
            continue
        for own, (top, bottom, like) in texts.items():
            style = replace(like, drop=0.0, balance=False, align="left", anchor="top")
            rect = Rect(body.rect.x, body.rect.y + top, body.rect.width, bottom - top)
            rect = on_grid(rect, "top", style.size, step)
            slots[own] = Slot(own, rect, rect, style, "contain")
    return replace(layout, name=name, without_picture=layout.without_picture and TABLE_LAYOUT, slots=slots)
