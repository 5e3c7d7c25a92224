"""Lines as PowerPoint sets them; the baseline grid: how far a text moves, and that slots are moved onto it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.fonts import FAMILIES, FaceKey
from deckmaker.fonts.line_descent import line_descent
from deckmaker.model.geometry import Rect
from deckmaker.theme import PAGE_SIZES, built_in_themes
from deckmaker.theme.baselines import (
    LineBox,
    grid_shift,
    line_box,
    line_height,
    on_grid,
    powerpoint_baseline,
    spacing_percent,
)
from tests.projects import Project, briefing
from tests.theme.powerpoint_lines import MAC, WINDOWS, Measured

rects = st.builds(Rect, st.just(48.0), st.floats(0, 500), st.just(400.0), st.floats(10, 300))
anchors = st.sampled_from(["top", "bottom"])
lines = st.builds(LineBox, st.floats(8, 96), st.floats(1, 24))
steps = st.sampled_from([0.5, 1, 2, 3, 4.5, 12])


def from_a_step(length: float, step: float) -> float:
    """Return how far a length is from the nearest whole number of steps."""
    return abs(length / step - round(length / step)) * step


def baseline(rect: Rect, anchor: str, line: LineBox, shift: float = 0.0) -> float:
    """Return the baseline of the line at a text's edge."""
    bottom = rect.y + shift + line.height if anchor == "top" else rect.bottom - shift
    return bottom - line.descent


@given(rects, anchors, lines, steps)
def test_a_shift_brings_the_baseline_at_the_edge_onto_the_grid(rect, anchor, line, step):
    """Into the place, by less than a step: a text that has room never leaves it."""
    shift = grid_shift(rect, anchor, line, step)
    assert 0 <= shift < step
    assert from_a_step(baseline(rect, anchor, line, shift), step) == pytest.approx(0, abs=1e-5)


@given(rects, anchors, lines, steps)
def test_a_slot_moves_to_the_nearest_step_and_stays_as_large(rect, anchor, line, step):
    """By no more than half a step, up or down; a text of its size needs no shift then."""
    moved = on_grid(rect, anchor, line, step)
    assert (moved.x, moved.width, moved.height) == (rect.x, rect.width, rect.height)
    assert abs(moved.y - rect.y) <= step / 2 + 1e-5
    assert from_a_step(baseline(moved, anchor, line), step) == pytest.approx(0, abs=1e-5)
    assert grid_shift(moved, anchor, line, step) == 0


@given(rects, anchors, lines, steps)
def test_a_slot_on_the_grid_stays_where_it_is(rect, anchor, line, step):
    """Sums of fractions do not push it a whole step further."""
    once = on_grid(rect, anchor, line, step)
    assert on_grid(once, anchor, line, step).y == pytest.approx(once.y, abs=1e-5)


@pytest.mark.parametrize("size", PAGE_SIZES)
@pytest.mark.parametrize("name", built_in_themes())
def test_every_slot_of_a_theme_is_on_its_grid(name, size):
    """Where its text is anchored and for its style's size, on each page; pictures stay where they were put."""
    theme = briefing(size, name)
    for layout in theme.layouts.values():
        for slot in layout.slots.values():
            if slot.style:
                line = line_box(slot.style, slot.style.size, theme.families)
                off = from_a_step(baseline(slot.rect, slot.style.anchor, line), theme.baseline)
                assert off == pytest.approx(0, abs=1e-5), (layout.name, slot.name)


def test_a_theme_may_have_another_grid(tmp_path):
    """Slots, gaps and first lines follow it."""
    (tmp_path / "house.yaml").write_text("extends: briefing\ngrid: {baseline: 4}\n", encoding="utf-8")
    deck = "title: T\ntheme: ../house.yaml\nslides:\n  - {title: A, layout: content, bullets: [noise, night]}\n"
    document = Project(tmp_path).document(deck)
    body = document.pages[0].slot("body")
    assert document.theme.baseline == 4
    first, second = body.item.setting.paragraphs
    assert second.style.before > 0 and second.style.before % 4 == 0
    assert from_a_step(body.rect.y + body.item.offset + first.lines[0].baseline, 4) == pytest.approx(0, abs=1e-5)


def above_its_bottom(one: Measured) -> float:
    """Return how far PowerPoint should have the baseline of a line above its bottom."""
    height = one.exact or line_height(one.percent, one.size)
    return powerpoint_baseline(height, one.size, line_descent(FaceKey(one.family, False, False)))


@pytest.mark.parametrize("one", WINDOWS, ids=str)
def test_baselines_are_where_powerpoint_for_windows_has_them(one):
    """Whatever the font and the spacing, and lines are as far apart."""
    height = one.exact or line_height(one.percent, one.size)
    assert height - above_its_bottom(one) == pytest.approx(one.first, abs=0.3)
    assert one.pitch is None or one.pitch == pytest.approx(height, abs=0.04)


def test_powerpoint_for_mac_has_them_on_whole_points_near_there():
    """Some above, some below: none is off by a point, and the middle of all by hardly anything."""
    off = sorted(one.first - line_height(one.percent, one.size) + above_its_bottom(one) for one in MAC)
    assert max(map(abs, off)) < 0.9
    assert abs(off[len(off) // 2]) < 0.15


def test_a_rule_of_one_share_for_all_fonts_would_not_do():
    """Neither LibreOffice's fifth of a line nor a fifth of the size is what was measured."""
    for share in (lambda one: one.size / 5, lambda one: line_height(one.percent, one.size) / 5):
        off = [line_height(one.percent, one.size) - share(one) - one.first for one in WINDOWS if not one.exact]
        assert max(map(abs, off)) > 1


@pytest.mark.parametrize(
    ("leading", "percent"),
    [
        (1.05, 88),
        (1.08, 90),
        (1.1, 92),
        (1.11, 93),
        (1.12, 93),
        (1.17, 98),
        (1.188, 99),
        (1.2, 99),
        (1.5, 99),
        (0.001, 1),
    ],
)
def test_a_leading_is_whole_percents_of_single_spacing_and_at_most_99(leading, percent):
    """At 100 LibreOffice has another rule, and above that PowerPoint."""
    assert spacing_percent(leading) == percent


@pytest.mark.parametrize("family", FAMILIES)
def test_no_line_of_an_office_family_has_a_baseline_lower_than_a_quarter_above_its_bottom(family):
    """At whatever spacing it may have; at single spacing, it is where its font has it."""
    descent = line_descent(FaceKey(family, False, False))
    for percent in range(1, 100):
        height = line_height(percent, 20)
        assert powerpoint_baseline(height, 20, descent) == min(height / 4, 20 * descent)
    assert powerpoint_baseline(1.25 * 20, 20, descent) == 1.25 * 20 / 4
