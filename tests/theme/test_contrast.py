"""Contrast: every text colour against what lies behind it, by the formula of WCAG 2.2."""

from __future__ import annotations

import pytest

from deckmaker.theme import SlideLayout, Slot, Theme, built_in_themes
from tests.projects import briefing
from tests.samples import mostly_slow
from tests.visual.wcag import AA, channels, contrast


def behind(theme: Theme, layout: SlideLayout, slot: Slot) -> list[tuple[float, ...]]:
    """Return the colours that may lie behind a slot; over a picture, a panel on both white and black.

    A scrim takes as much of its own colour as a picture makes needful: here, all. tests/visual measures what it takes.
    """
    panels = [
        shape
        for shape in layout.shapes
        if shape.over_picture and shape.rect.x <= slot.rect.x and shape.rect.right >= slot.rect.right
    ]
    if not panels:
        return [channels(theme.palette[layout.background])]
    panel = panels[0]
    color, opacity = channels(theme.palette[panel.color]), 1.0 if panel.scrim else panel.opacity
    return [tuple(opacity * c + (1 - opacity) * base for c in color) for base in (0.0, 1.0)]


def test_the_formula_knows_its_ends():
    """Black on white is 21:1, a colour on itself 1:1, #767676 on white the first grey that passes."""
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)
    assert contrast((0.3, 0.4, 0.5), (0.3, 0.4, 0.5)) == 1
    assert contrast(channels("#767676"), (1, 1, 1)) >= AA > contrast(channels("#777777"), (1, 1, 1))


@pytest.mark.parametrize("size", mostly_slow(["16:9", "4:3", "A4"]))
@pytest.mark.parametrize("name", briefing().layouts)
@pytest.mark.parametrize("built_in", built_in_themes())
def test_every_text_can_be_read_on_its_background(built_in, name, size):
    """Slots in their own colour; links and markers too, where a slot's texts are in ink."""
    theme = briefing(size, built_in)
    layout = theme.layouts[name]
    for slot in layout.slots.values():
        if slot.style:
            colors = {slot.style.color}
            if slot.style.color == "ink":
                colors |= {theme.link_color, theme.lists.color}
            for color in colors:
                for ground in behind(theme, layout, slot):
                    assert contrast(channels(theme.palette[color]), ground) >= AA, (slot.name, color)


def test_a_panel_over_a_picture_lies_behind_all_its_texts():
    """Without it the colours of a photo would decide."""
    layout = briefing().layouts["picture-full"]
    assert all(len(behind(briefing(), layout, slot)) == 2 for slot in layout.slots.values() if slot.style)
