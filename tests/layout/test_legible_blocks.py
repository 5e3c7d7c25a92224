"""Every block on every layout of the built-in themes: its words can be read on what lies behind them, as nobody chose
those colours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.theme import built_in_themes
from deckmaker.theme.slots import CREDITS_LAYOUT
from tests.projects import Project, briefing

CODE = r"""code: {language: python, title: T, text: "def f(x):  # c\n    return {k: 'v' for k in 3}\n"}"""
LINES = r"""code: {language: diff, text: "- a\n+ b\n"}"""
FIGURES = (
    "metrics: [{value: '14', label: A, change: '+1', tone: good}, {value: '3', label: B, change: '-2', tone: bad}]"
)
EVENTS = "timeline: [{when: '2019', title: A, text: B}, {when: '2020', title: C}]"
CALLOUTS = [
    f"callout: {{kind: {kind}, title: T, text: '[Berths](https://example.org) and `x`'}}"
    for kind in ("note", "warning", "question", "finding")
]
TABLE = "table: {rows: [[A, B], [a, 1], ['[Berths](https://example.org)', 2]], lines: zebra, caption: C, footer: 1}"
QUOTE = "quote: {text: We have not slept, by: A neighbour}"

ANYWHERE = (
    "process: [Apply, '[Decide](https://example.org) `x`']",
    "process: [{title: Apply, text: '[Berths](https://example.org)'}, {title: Decide, text: B}]",
    *(*CALLOUTS, EVENTS, FIGURES, CODE, LINES, QUOTE),
    "equation: {tex: 'x^2', alt: A square}",
    "diagram: {edges: [A -> B], pick: B}",
    "bullets: [A, {B: [C]}]",
)
"""Blocks that stand on each layout with a place for a text."""

ON_PAPER = (
    TABLE,
    "compare: {options: [A, B], criteria: [{name: C, values: [yes, no]}], pick: A}",
    "chart: {type: column, categories: [a, b], series: {S: [1, 2], T: [2, 3]}, alt: C}",
    f"columns: [{{heading: H, text: A}}, {{heading: H, {CODE}}}]",
    f"grid: {{look: cards, cells: [{{heading: H, text: A}}, {{{CODE}}}, {{{LINES}}}, {{process: [A, B]}}]}}",
    f"grid: {{look: cards, cells: [{', '.join(f'{{{one}}}' for one in CALLOUTS)}]}}",
    f"grid: {{look: cards, cells: [{{{FIGURES}}}, {{{EVENTS}}}, {{{TABLE}}}, {{{QUOTE}}}]}}",
)
"""Blocks that only layouts on the page's own colour have room for."""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a picture."""
    project = Project(tmp_path)
    project.picture("a.png", (160, 90))
    return project


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("name", built_in_themes())
def test_words_of_blocks_can_be_read_on_every_layout(name: str, mode: str, project: Project) -> None:
    document, diagnostics = project.read(f"title: T\ntheme: {name}\nmode: {mode}\nslides:\n{''.join(_slides(name))}")
    assert document, project.shown(diagnostics)
    assert [one.message for one in diagnostics if one.code == "low-contrast"] == []


def _slides(name: str) -> Iterator[str]:
    theme = briefing(name=name)
    for layout in theme.layouts.values():
        if "body" not in layout.slots or layout.name == CREDITS_LAYOUT:
            continue
        picture = "\n    image: {file: ../a.png, alt: A, credit: B}" if "picture" in layout.slots else ""
        is_paper = layout.background == theme.plain.background and "meta" not in layout.slots
        blocks = ANYWHERE + ON_PAPER if is_paper and not picture else ANYWHERE
        for number, block in enumerate(blocks):
            yield f"  - title: {layout.name} {number}\n    layout: {layout.name}\n    {block}{picture}\n"


def test_words_on_a_shape_over_a_picture_are_measured_on_the_shape(project: Project) -> None:
    """Not on the scrim that lies below it, which is made for words that stand on nothing else."""
    theme = "extends: briefing\npalette: {accent: '#E8E4DC'}\n"
    (project.folder / "house.yaml").write_text(theme, encoding="utf-8")
    slide = "  - title: T\n    layout: picture-full\n    process: [Apply, Decide]\n"
    slide += "    image: {file: ../a.png, alt: A, credit: B}\n"
    _, diagnostics = project.read(f"title: T\ntheme: ../house.yaml\nslides:\n{slide}")
    assert any(one.code == "low-contrast" and "`paper` on `accent`" in one.message for one in diagnostics)
