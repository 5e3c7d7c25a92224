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
    """Return the channels in 0..1 of `rgb(…)`, or of `color(srgb …)`, as mixed colours are written."""
    whole = 1.0 if computed.startswith("color(srgb ") else 255.0
    return tuple(float(one) / whole for one in re.findall(r"[\d.]+", computed)[:3])


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


QUIET = """
title: T
slides:
- title: Start
- title: Lines
  chart:
    type: line
    categories: [Jan, Feb, Mar]
    series: {North: [3, 4, 5], South: [2, 1, 1], West: [5, 4, 9], East: [1, 6, 4]}
    bands: [{from: 2, to: 6}]
- title: A crowd
  chart:
    type: scatter
    rows: [[Size, Cost], %s]
    bands: [{from: 2, to: 6}]
"""
_DRAWN = """() => {
  const drawn = (selector) => [...document.querySelectorAll(selector)].map(one => getComputedStyle(one));
  const marks = drawn('.chart .marks > *').map(
    one => one.fill === 'none' ? [one.stroke, 1] : [one.fill, Number(one.fillOpacity)]);
  const bands = drawn('.stage .shape:not(.rule)').map(one => [one.backgroundColor, Number(one.opacity)]);
  const grid = drawn('.chart .grid .rule').map(one => [one.stroke, 1]);
  document.body.style.background = 'Canvas';
  return { marks, bands, grid, ground: getComputedStyle(document.body).backgroundColor };
}"""


@pytest.mark.alike(every=4)
@pytest.mark.parametrize("look", ["", "charts: {band_opacity: 1}", "charts: {grid: ink}"])
@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_behind_the_marks_of_charts_is_quieter(
    open_document: Open, tmp_path: Path, mode: str, scheme: Literal["light", "dark"], look: str
) -> None:
    """Marks stand out from bands at 3:1, also where they are one over the other; lines of the grid are weaker."""
    project = Project(tmp_path)
    (tmp_path / "house.yaml").write_text(f"extends: briefing\n{look}\n", encoding="utf-8")
    crowd = ", ".join(f"[{n}, {n % 7}]" for n in range(200))
    tab: Page = open_document(project.document(f"mode: {mode}\ntheme: ../house.yaml{QUIET % crowd}"))
    tab.emulate_media(forced_colors="active", color_scheme=scheme)
    shown = tab.evaluate(_DRAWN)
    ground = _rgb(shown["ground"])

    def seen(drawn: tuple[str, float], under: tuple[float, ...]) -> tuple[float, ...]:
        return tuple(drawn[1] * a + (1 - drawn[1]) * b for a, b in zip(_rgb(drawn[0]), under, strict=True))

    assert len(shown["marks"]) > 200 and len(shown["bands"]) == 2 and shown["grid"]
    for under in (ground, *(seen(one, ground) for one in shown["bands"])):
        assert min(contrast(seen(one, under), under) for one in shown["marks"]) >= 3
    weakest = min(contrast(seen(one, ground), ground) for one in shown["marks"])
    for color, _ in shown["grid"]:
        assert 1.3 < contrast(_rgb(color), ground) < weakest


LOGARITHMIC = """
title: T
slides:
- title: Start
- title: Sizes
  chart: {type: scatter, rows: [[Size, Cost], [1, 10], [100, 1000], [1000, 5]], log: both}
- title: Columns
  chart: {categories: [Jan, Feb], values: [3, -4]}
"""
_LINES = """() => {
  const drawn = selector => [...document.querySelectorAll(selector)].map(one => getComputedStyle(one).stroke);
  document.body.style.background = 'Canvas';
  const ground = getComputedStyle(document.body).backgroundColor;
  return { grid: drawn('.chart .grid .rule'), axes: drawn('.chart .axes .rule'), ground };
}"""


@pytest.mark.parametrize("color", ["paper", "ink", "tint"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lines_of_charts_are_seen_whatever_colour_a_theme_has_for_them(
    open_document: Open, tmp_path: Path, scheme: Literal["light", "dark"], color: str
) -> None:
    """A grid as quietly as ever, also of logarithmic axes; the line on which marks stand at 3:1 (WCAG 2.2, 1.4.11)."""
    project = Project(tmp_path)
    (tmp_path / "house.yaml").write_text(
        f"extends: briefing\ncharts: {{grid: {color}, axis: {color}}}\n", encoding="utf-8"
    )
    tab: Page = open_document(project.document(f"theme: ../house.yaml{LOGARITHMIC}"))
    tab.emulate_media(forced_colors="active", color_scheme=scheme)
    shown = tab.evaluate(_LINES)
    ground = _rgb(shown["ground"])
    assert shown["grid"] and shown["axes"]
    for one in shown["grid"]:
        assert 1.3 < contrast(_rgb(one), ground) < 3
    for one in shown["axes"]:
        assert contrast(_rgb(one), ground) >= 3
