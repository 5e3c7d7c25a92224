"""Where readers choose all colours themselves, what separates is still there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.projects import Project
from tests.render.html.conftest import Open, show
from tests.visual.wcag import contrast

pytestmark = pytest.mark.outside

_RULES = (
    """() => [...document.querySelectorAll(".present .shape.rule")].map(one => getComputedStyle(one).backgroundColor)"""
)


def test_rules_are_drawn(open_deck: Open) -> None:
    """Of a table, in the colour of its words."""
    tab = open_deck("showcase")
    show(tab, 10)
    before = tab.evaluate(_RULES)
    tab.emulate_media(forced_colors="active")
    words = tab.evaluate("getComputedStyle(document.querySelector('.present h2')).color")
    assert len(before) > 3
    assert set(tab.evaluate(_RULES)) == {words}


MARKS = """
title: T
slides:
- title: Start
- title: Columns
  chart: {categories: [Jan, Feb], series: {North: [3, 4], South: [2, 1], West: [5, 4], East: [1, 6]}}
- title: Lines
  chart: {type: line, categories: [Jan, Feb, Mar], series: {North: [3, 4, 5], South: [2, 1, 1], West: [5, 4, 9]}}
- title: Parts
  chart: {type: doughnut, categories: [North, South, West], values: [3, 4, 5]}
"""
_SHOWN = """() => {
  const drawn = [...document.querySelectorAll('.chart .marks > *')].map(one => getComputedStyle(one));
  const marks = drawn.map(one => one.fill === 'none' ? one.stroke : one.fill);
  const gaps = drawn.filter(one => one.fill !== 'none' && one.stroke !== 'none').map(one => one.stroke);
  const legend = [...document.querySelectorAll('.stage .shape')].map(one => getComputedStyle(one).backgroundColor);
  document.body.style.background = 'Canvas';
  const ground = getComputedStyle(document.body).backgroundColor;
  const all = colors => [...new Set(colors)];
  return { marks: all(marks), gaps: all(gaps), legend: all(legend), ground };
}"""


def _rgb(computed: str) -> tuple[float, ...]:
    return tuple(int(one) / 255 for one in re.findall(r"\d+", computed)[:3])


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_marks_of_charts_stand_out_and_are_told_apart(
    open_document: Open, tmp_path: Path, mode: str, scheme: Literal["light", "dark"]
) -> None:
    """On the reader's page, at 3:1 (WCAG 2.2, 1.4.11), whatever the deck's; so do the marks of legends."""
    tab: Page = open_document(Project(tmp_path).document(f"mode: {mode}{MARKS}"))
    tab.emulate_media(forced_colors="active", color_scheme=scheme)
    shown = tab.evaluate(_SHOWN)
    ground = _rgb(shown["ground"])
    assert len(shown["marks"]) >= 4
    for color in shown["marks"]:
        assert contrast(_rgb(color), ground) >= 3, (color, shown)
    assert set(shown["gaps"]) == {shown["ground"]}
    assert len(set(shown["legend"]) & set(shown["marks"])) >= 3, shown
