"""Panels: quiet grounds behind texts that belong together, and bars at their start that catch the eye."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Span
from deckmaker.layout.compositions import shape
from deckmaker.layout.document import NOT_ALONE, Decision, GroupItem, Outline, Placed
from deckmaker.layout.place import Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import GroupText, stacked_texts
from deckmaker.layout.splitting import Room, split_text
from deckmaker.model import Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.theme import TextStyle


def inset_for(style: TextStyle, place: Place, step: int) -> float:
    """Return how far texts stand from a panel's edges, in points: as the theme says, and less in proportion where they
    are `step` points smaller than their style, or their place has a smaller one."""
    theme, whole = place.styles.theme, place.whole_style(style)
    size = max(style.minimum, style.size - step)
    return ceil(theme.panels.inset * min(1.0, size / whole.size) / theme.baseline) * theme.baseline


def inside_panel(place: Place, inset: float, has_bar: bool = True) -> Place:
    """Return the place for texts on a panel that has all of a place; they stand `inset` points from its edges."""
    start, rect = inset + (place.styles.theme.panels.bar if has_bar else 0.0), place.wide
    top, height = rect.y + inset, max(rect.height - 2 * inset, 0.0)
    own = Rect(rect.x + start, top, max(rect.width - start - inset, 1.0), height)
    return replace(place, rect=own, wide=own, top=top)


def on_panel(
    role: Role, parts: Sequence[SetBlock], place: Place, inset: float, color: str | None, span: Span
) -> SetBlock:
    """Return texts that are set inside the panel of a place as one block, with the panel behind them.

    The panel reaches `inset` points beyond them; a bar at its start has that colour, if there is one.
    """
    height = sum(part.height for part in parts) + 2 * inset
    rect = replace(place.wide, y=place.rect.y, height=height)
    children = (*panel_shapes(rect, place, color), *(one for part in parts for one in part.placed))
    group = Placed(rect, GroupItem(children), role, None, span, decision=Decision(rect, NOT_ALONE))
    return SetBlock(
        (group,),
        height,
        flaws=sum(part.flaws for part in parts),
        excess=max(part.excess for part in parts),
        overfull=tuple(one for part in parts for one in part.overfull),
        findings=tuple(one for part in parts for one in part.findings),
    )


def split_on_panel(
    title: GroupText | None,
    paragraphs: tuple[Paragraph, ...],
    style: TextStyle,
    room: Room,
    span: Span,
    has_bar: bool = True,
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]] | None:
    """Return what fits of a long text of that style on a panel below its `title`, and the rest under the same title.

    None where that is too wide, or nothing or all of the text fits.
    """
    place, theme = room.place, room.place.styles.theme
    inset = inset_for(style, place, 0)
    panel = inside_panel(place, inset, has_bar)
    inner = replace(panel, rect=replace(panel.rect, height=place.rect.bottom - panel.rect.y))
    # All that is not text is above it here, so that what it leaves is right whatever bounds it below.
    above, footnotes = 2 * inset + theme.baseline, room.footnotes
    if title:
        (head,) = stacked_texts([title], inner, 0, span)
        if head.overfull:
            return None
        above += head.height + theme.panels.title_gap
        footnotes = (*footnotes, *(note for one in title[3] for note in one.footnotes))
    own = replace(room, place=inner, top=room.top + above, footnotes=footnotes)
    first, rest = split_text(paragraphs, own, style=style)
    return (first, rest) if first and rest else None


def panel_shapes(rect: Rect, place: Place, bar: str | None = None) -> Iterator[Placed]:
    """Yield the shapes of a panel: its ground, and a bar at its start where a colour for that is given.

    On coloured pages there is no ground: texts there have one colour, which is made for the page.
    """
    look = place.styles.theme.panels
    has_bar = bar is not None and look.bar > 0
    if look.ground and place.styles.on_plain_ground:
        # Behind a straight bar, corners that are round would show.
        outline = Outline.ROUNDED if look.corner and not has_bar else Outline.RECTANGLE
        corner = look.corner if outline is Outline.ROUNDED else 0.0
        yield shape(rect, look.ground, outline, min(corner, rect.height / 2), look.opacity)
    if bar and has_bar:
        yield shape(replace(rect, width=look.bar), bar)
