"""Footnotes in themes that say nothing of them: a place in each layout, set as small as its credits."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.dataclasses import replace
from deckmaker.model.geometry import Rect
from deckmaker.theme.baselines import in_steps, line_box, on_grid
from deckmaker.theme.contrast import AA, contrast, rgb
from deckmaker.theme.grounds import ground_behind
from deckmaker.theme.slots import CREDITS_LAYOUT, FOOTNOTES
from deckmaker.theme.theme import SlideLayout, Slot, Theme

GAP = 9.0
"""Points between footnotes and what stands below them."""

_CONTENT = ("body",)
"""What footnotes are aligned with."""

_BELOW = ("meta", "credits", "trail", "footer", "number", "logo")
"""What stays below them, in layouts that have it at their foot."""


def with_footnotes(theme: Theme) -> Theme:
    """Return a theme whose layouts have a place for footnotes, but for that of the slides that list credits."""
    layouts = {
        name: layout if name == CREDITS_LAYOUT else replace(layout, slots=_with_slot(layout, theme))
        for name, layout in theme.layouts.items()
    }
    return replace(theme, layouts=layouts)


def _with_slot(layout: SlideLayout, theme: Theme) -> dict[str, Slot]:
    """Return the slots of a layout, with that of footnotes as it is, or made."""
    slot = layout.slots.get(FOOTNOTES) or _made(layout, theme)
    assert slot.style is not None, "slots that hold text have a style"
    # At one size, whatever else there is: parts of a slide would show them in several.
    style = replace(slot.style.only(slot.style.size), balance=False, anchor="bottom")
    return {**layout.slots, FOOTNOTES: replace(slot, style=style)}


def _made(layout: SlideLayout, theme: Theme) -> Slot:
    credits = layout.slots["credits"].style
    assert credits is not None, "slots that hold text have a style"
    style = replace(theme.styles.get("footnote", credits), name="footnote", align="left")
    line = line_box(style, style.size, theme.families)
    height = in_steps(line.height, theme.baseline)
    left, right = _sides(layout)
    bottom = _bottom(layout, left, right, theme)
    rect = on_grid(Rect(left, bottom - height, right - left, height), "bottom", line, theme.baseline)
    slot = Slot(FOOTNOTES, rect, rect, style, "contain")
    if not _is_legible(slot, layout, theme):
        texts = (layout.slots[name].style for name in (*_CONTENT, "title") if name in layout.slots)
        color = next((text.color for text in texts if text), style.color)
        slot = replace(slot, style=replace(style, color=color))
    return slot


def _sides(layout: SlideLayout) -> tuple[float, float]:
    """Return where footnotes begin and end: with the text above them, else with the title or the credits."""
    rects = [layout.slots[name].rect for name in _CONTENT if name in layout.slots]
    if not rects:
        rects = [layout.slots["title" if "title" in layout.slots else "credits"].rect]
    return min(rect.x for rect in rects), max(rect.right for rect in rects)


def _bottom(layout: SlideLayout, left: float, right: float, theme: Theme) -> float:
    below = [
        rect.y - GAP
        for rect in _rects(layout, _BELOW)
        if rect.y > theme.height / 2 and rect.x < right and left < rect.right
    ]
    return min(below) if below else max(rect.bottom for rect in _rects(layout, ("title", "credits", *_CONTENT)))


def _rects(layout: SlideLayout, names: Iterable[str]) -> list[Rect]:
    return [layout.slots[name].rect for name in names if name in layout.slots]


def _is_legible(slot: Slot, layout: SlideLayout, theme: Theme) -> bool:
    """Tell whether the colour, by default that of the credits, can be read here, on every ground that is known."""
    ground, style = ground_behind(slot, layout), slot.style
    if ground is None or style is None:
        return True  # over a picture: its scrim is made as opaque as its texts need
    palettes = theme.modes.values() or (theme.palette,)
    return all(
        contrast(rgb(palette[style.color]), color) >= AA for palette in palettes for color in ground.colors(palette)
    )
