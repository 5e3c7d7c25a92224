"""The place of footnotes in layouts: a theme's own, or one that is made of what it says of credits and texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.layout import TextItem
from deckmaker.theme import PAGE_SIZES, Slot, built_in_themes
from deckmaker.theme.contrast import AA, contrast, rgb
from deckmaker.theme.footnote_layout import GAP, with_footnotes
from deckmaker.theme.slots import FOOTNOTES
from tests.projects import Project, briefing

DECK = "theme: ../ours.yaml\ntitle: T\nslides:\n  - title: A\n    layout: content\n    text: b^[c]\n"


def slot_of(tmp_path: Path, theme: str) -> Slot:
    """Return the slot that a deck's footnotes stand in, in a theme that extends the built-in one."""
    (tmp_path / "ours.yaml").write_text(f"extends: briefing\n{theme}", encoding="utf-8")
    page = Project(tmp_path).document(DECK).pages[0]
    placed = page.slot(FOOTNOTES)
    assert placed and isinstance(placed.item, TextItem) and placed.item.style == page.layout.slots[FOOTNOTES].style
    return page.layout.slots[FOOTNOTES]


@pytest.mark.parametrize("size", PAGE_SIZES)
@pytest.mark.parametrize("name", built_in_themes())
def test_every_layout_with_content_gets_a_place(name: str, size: str) -> None:
    """Of one line on the grid, above all that is at its foot, in a colour that can be read there in any mode."""
    theme = with_footnotes(briefing(size, name))
    for layout in theme.layouts.values():
        if layout.name == "credits":
            assert FOOTNOTES not in layout.slots
            continue
        slot, credits = layout.slots[FOOTNOTES], layout.slots["credits"]
        assert slot.style and slot.rect.bottom <= credits.rect.y - GAP + theme.baseline
        assert slot.style.size >= credits.style.size and slot.style.anchor == "bottom"
        if not layout.draws_over_picture:
            assert contrast(rgb(theme.palette[slot.style.color]), rgb(theme.palette[layout.background])) >= AA


def test_a_theme_without_it_takes_the_style_of_its_credits(tmp_path: Path) -> None:
    """Their size and colour."""
    slot, credits = slot_of(tmp_path, ""), briefing().layouts["content"].slots["credits"]
    assert (slot.style.size, slot.style.color) == (credits.style.size, credits.style.color)
    body = briefing().layouts["content"].slots["body"].rect
    assert (slot.rect.x, slot.rect.width) == (body.x, body.width)


def test_a_style_of_that_name_is_theirs(tmp_path: Path) -> None:
    """In every layout that says nothing else; they are never smaller than its size."""
    slot = slot_of(tmp_path, "styles: {footnote: {like: credits, size: 15, color: ink}}")
    assert (slot.style.size, slot.style.color) == (15, "ink")


def test_a_slot_of_that_name_is_theirs(tmp_path: Path) -> None:
    """Where a theme says so, but for what footnotes never are: of two sizes, or at the top of their place."""
    own = "footnotes: {style: furniture, size: 12, short: 24, columns: [3, 9], bottom: 60, height: 30}"
    slot = slot_of(tmp_path, f"layouts: {{content: {{slots: {{{own}}}}}}}")
    assert slot.rect.bottom == pytest.approx(480, abs=1.5) and slot.rect.height == 30
    assert slot.style.name == "furniture" and slot.style.anchor == "bottom" and slot.style.short is None


def test_a_colour_that_cannot_be_read_gives_way_to_that_of_the_text(tmp_path: Path) -> None:
    """The credits stand on a band of their own here."""
    band = "shapes: [{color: ink, columns: [1, 12], bottom: 0, height: 40, bleed: both}]"
    layout = f"layouts: {{content: {{slots: {{credits: {{color: paper}}}}, {band}}}}}"
    slot = slot_of(tmp_path, layout)
    assert slot.style.color == briefing().layouts["content"].slots["body"].style.color
