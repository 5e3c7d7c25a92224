"""The built-in theme on each page size: everything inside the page, everything defined."""

from __future__ import annotations

from itertools import combinations

import pytest

from deckmaker.fonts import FAMILIES
from deckmaker.theme import PAGE_SIZES
from tests.projects import briefing

SIZES = pytest.mark.parametrize("size", PAGE_SIZES)
LAYOUTS = ["title", "content", "picture-right", "picture-left", "picture-full", "columns", "picture"]
LAYOUTS += ["section", "closing"]


def test_page_sizes_are_powerpoints_own():
    """13.333 x 7.5 and 10 x 7.5 inches, and ISO A4 landscape, in points."""
    assert PAGE_SIZES["16:9"] == (960, 540)
    assert PAGE_SIZES["4:3"] == (720, 540)
    assert PAGE_SIZES["A4"] == pytest.approx((841.89, 595.276), abs=0.001)


@SIZES
def test_the_theme_has_its_layouts_on_every_page(size):
    """Decks name them, so they are part of the interface."""
    theme = briefing(size)
    assert (theme.width, theme.height) == PAGE_SIZES[size]
    assert list(theme.layouts) == LAYOUTS


@SIZES
@pytest.mark.parametrize("layout", LAYOUTS)
def test_slots_and_shapes_lie_inside_the_page(layout, size):
    """Nothing has a negative size or hangs over an edge."""
    theme = briefing(size)
    rects = [slot.rect for slot in theme.layouts[layout].slots.values()]
    rects += [shape.rect for shape in theme.layouts[layout].shapes]
    for rect in rects:
        assert rect.width > 0 and rect.height > 0
        assert rect.x >= 0 and rect.y >= 0
        assert rect.right <= theme.width + 1e-9 and rect.bottom <= theme.height + 1e-9


@SIZES
@pytest.mark.parametrize("layout", LAYOUTS)
def test_slots_do_not_overlap(layout, size):
    """But for a picture that lies under everything: there a shape is drawn above it."""
    parts = briefing(size).layouts[layout]
    under = {"picture"} if any(shape.over_picture for shape in parts.shapes) else set()
    slots = {name: slot.rect for name, slot in parts.slots.items() if name not in under}
    assert [pair for pair in combinations(slots, 2) if slots[pair[0]].overlaps(slots[pair[1]])] == []


@SIZES
def test_every_color_style_and_family_is_defined(size):
    """A name that leads nowhere would stop a renderer, not the reader of the theme."""
    theme = briefing(size)
    used = {theme.lists.color, theme.link_color} | {style.color for style in theme.styles.values()}
    for layout in theme.layouts.values():
        used |= {layout.background} | {shape.color for shape in layout.shapes}
        used |= {slot.style.color for slot in layout.slots.values() if slot.style}
    assert used <= theme.palette.keys()
    assert set(theme.fonts.values()) <= FAMILIES.keys()
    assert {style.font for style in theme.styles.values()} <= theme.fonts.keys()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_slot_but_pictures_has_a_style(layout):
    """Texts need one, pictures have none."""
    for name, slot in briefing().layouts[layout].slots.items():
        assert (slot.style is None) == (name in ("picture", "logo"))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_layout_has_a_place_for_credits_and_a_title(layout):
    """Credits must be possible on every slide."""
    assert {"credits", "title", "trail"} <= briefing().layouts[layout].slots.keys()


def test_a_text_may_shrink_but_never_grows():
    """Each slot's size lies at or above the least that its style allows."""
    for layout in briefing().layouts.values():
        for slot in layout.slots.values():
            assert slot.style is None or slot.style.size >= slot.style.minimum >= 8


def test_the_grid_is_what_the_theme_file_says():
    """Twelve columns of 50 points between margins of 48, with gutters of 24, on 960 points."""
    slots = briefing().layouts["columns"].slots
    assert (slots["body-1"].rect.x, slots["body-1"].rect.right) == (48, 468)
    assert (slots["body-2"].rect.x, slots["body-2"].rect.right) == (492, 912)
