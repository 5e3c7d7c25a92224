"""Tables in themes that say little of them: the layout of their slides, and the colours that they need."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from deckmaker.language.theme import TableEntry
from deckmaker.model.geometry import Rect
from deckmaker.theme.baselines import on_grid
from deckmaker.theme.slots import TABLE_LAYOUT
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


def table_layout(plain: SlideLayout, styles: Mapping[str, TextStyle], step: float) -> SlideLayout:
    """Return the plain layout with a text, a table and its caption, one below the other, in place of its text.

    `step` is that of the baseline grid, in points.
    """
    body = plain.slots["body"]
    text, small = body.style, plain.slots["credits"].style
    assert text and small, "slots that hold text have a style"
    size = min(LARGEST, text.size)
    cells = styles.get("table") or replace(
        text, name="table", size=size, minimum=min(SMALLEST, size), leading=LEADING, gap=0.0
    )
    above = replace(text, size=size, minimum=min(text.minimum, size))
    texts = {
        "body": (0.0, TEXT_SHARE * body.rect.height, above),
        "table": (TEXT_SHARE * body.rect.height + AIR, body.rect.height - small.size * 1.5 - AIR, cells),
        "caption": (body.rect.height - small.size * 1.5, body.rect.height, small),
    }
    slots = {}
    for name, slot in plain.slots.items():
        if name != "body":
            slots[name] = slot
            continue
        for own, (top, bottom, like) in texts.items():
            style = replace(like, short=None, drop=0.0, balance=False, align="left", anchor="top")
            rect = Rect(body.rect.x, body.rect.y + top, body.rect.width, bottom - top)
            rect = on_grid(rect, "top", style.size, step)
            slots[own] = Slot(own, rect, rect, style, "contain")
    return replace(plain, name=TABLE_LAYOUT, without_picture=None, slots=slots)
