"""Themes that extend themes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import DECK, Project, briefing

DECK = "theme: ../house.yaml\n" + DECK


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose deck names a theme file, which a test writes."""
    return Project(tmp_path)


TEN_LINES = """\
extends: briefing
palette: {accent: "#005F73"}
fonts: {body: Arial}
styles:
  title: {size: 36}
layouts:
  content:
    slots:
      body: {columns: [2, 11]}
"""


def test_a_theme_extends_another_in_ten_lines(project):
    """What it says replaces the other's, key by key; what it does not say is the other's; its name is its file's."""
    (project.folder / "house.yaml").write_text(TEN_LINES, encoding="utf-8")
    theme, base = project.document(DECK).theme, briefing()
    assert theme.name == "house"
    assert theme.baseline == base.baseline
    assert theme.palette == {**base.palette, "accent": "#005F73"}
    assert theme.fonts == {**base.fonts, "body": "Arial"}
    assert (theme.styles["title"].size, theme.styles["title"].color) == (36, base.styles["title"].color)
    own, other = (one.layouts["content"].slots["body"] for one in (theme, base))
    assert own.rect.x > other.rect.x
    assert own.style.size == other.style.short
    # On its grid, which is that of another font.
    assert own.rect.bottom == pytest.approx(other.rect.bottom, abs=base.baseline)
    assert theme.layouts["content"].slots["title"].rect.x == base.layouts["content"].slots["title"].rect.x


def test_a_theme_may_extend_a_file(project):
    """Its path is relative to the theme that names it."""
    (project.folder / "themes").mkdir()
    (project.folder / "themes" / "base.yaml").write_text("extends: plain\npalette: {accent: '#005F73'}\n")
    (project.folder / "house.yaml").write_text("extends: themes/base.yaml\nname: ours\n")
    theme = project.document(DECK).theme
    assert (theme.name, theme.fonts["heading"], theme.palette["accent"]) == ("ours", "Arial", "#005F73")


def test_a_mistake_in_what_a_theme_adds_stands_where_it_was_made(project):
    """Not in the theme that it extends."""
    (project.folder / "house.yaml").write_text("extends: briefing\nstyles:\n  title: {colour: ink}\n")
    assert (
        project.said(DECK)
        == """\
error[unknown-key]: unknown key `colour`
 --> house.yaml:3:11
  |
3 |   title: {colour: ink}
  |           ^^^^^^
  = help: did you mean `color`?"""
    )


@pytest.mark.parametrize("chain", [["house.yaml"], ["other.yaml", "house.yaml"]])
def test_themes_that_extend_each_other_in_a_circle_are_refused(project, chain):
    """With the place where the circle closes."""
    for name, other in zip(["house.yaml", *chain[:-1]], chain, strict=True):
        (project.folder / name).write_text(f"extends: {other}\n", encoding="utf-8")
    (one,) = project.read(DECK)[1]
    assert one.message == "theme `house.yaml` extends itself in the end"
