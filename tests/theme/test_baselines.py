"""The baseline grid: how far a text moves, and that slots are moved onto it before any text is set."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.model.geometry import Rect
from deckmaker.theme import PAGE_SIZES, built_in_themes
from deckmaker.theme.baselines import DESCENT, grid_shift, on_grid
from tests.projects import Project, briefing

rects = st.builds(Rect, st.just(48.0), st.floats(0, 500), st.just(400.0), st.floats(10, 300))
anchors = st.sampled_from(["top", "bottom"])
sizes = st.integers(8, 80)
steps = st.sampled_from([0.5, 1, 2, 3, 4.5, 12])


def from_a_step(length: float, step: float) -> float:
    """Return how far a length is from the nearest whole number of steps."""
    return abs(length / step - round(length / step)) * step


def baseline(rect: Rect, anchor: str, size: int, shift: float = 0.0) -> float:
    """Return the baseline at a text's edge, but for a line height, which is whole steps."""
    edge = rect.y + shift if anchor == "top" else rect.bottom - shift
    return edge - DESCENT * size


@given(rects, anchors, sizes, steps)
def test_a_shift_brings_the_baseline_at_the_edge_onto_the_grid(rect, anchor, size, step):
    """Into the place, by less than a step: a text that has room never leaves it."""
    shift = grid_shift(rect, anchor, size, step)
    assert 0 <= shift < step
    assert from_a_step(baseline(rect, anchor, size, shift), step) == pytest.approx(0, abs=1e-5)


@given(rects, anchors, sizes, steps)
def test_a_slot_moves_to_the_nearest_step_and_stays_as_large(rect, anchor, size, step):
    """By no more than half a step, up or down; a text of its size needs no shift then."""
    moved = on_grid(rect, anchor, size, step)
    assert (moved.x, moved.width, moved.height) == (rect.x, rect.width, rect.height)
    assert abs(moved.y - rect.y) <= step / 2 + 1e-5
    assert from_a_step(baseline(moved, anchor, size), step) == pytest.approx(0, abs=1e-5)
    assert grid_shift(moved, anchor, size, step) == 0


@given(rects, anchors, sizes, steps)
def test_a_slot_on_the_grid_stays_where_it_is(rect, anchor, size, step):
    """Sums of fractions do not push it a whole step further."""
    once = on_grid(rect, anchor, size, step)
    assert on_grid(once, anchor, size, step).y == pytest.approx(once.y, abs=1e-5)


@pytest.mark.parametrize("size", PAGE_SIZES)
@pytest.mark.parametrize("name", built_in_themes())
def test_every_slot_of_a_theme_is_on_its_grid(name, size):
    """Where its text is anchored and for its style's size, on each page; pictures stay where they were put."""
    theme = briefing(size, name)
    for layout in theme.layouts.values():
        for slot in layout.slots.values():
            if slot.style:
                off = from_a_step(baseline(slot.rect, slot.style.anchor, slot.style.size), theme.baseline)
                assert off == pytest.approx(0, abs=1e-5), (layout.name, slot.name)


def test_a_theme_may_have_another_grid(tmp_path):
    """Lines, gaps and slots follow it."""
    (tmp_path / "house.yaml").write_text("extends: briefing\ngrid: {baseline: 4}\n", encoding="utf-8")
    deck = "title: T\ntheme: ../house.yaml\nslides:\n  - {title: A, layout: content, text: noise at night}\n"
    document = Project(tmp_path).document(deck)
    body = document.pages[0].slot("body")
    assert document.theme.baseline == 4
    first = body.item.setting.paragraphs[0]
    assert first.style.leading % 4 == 0
    assert from_a_step(body.rect.y + body.item.offset + first.lines[0].baseline, 4) == pytest.approx(0, abs=1e-5)
