"""Sizes and modes that a deck asks for and its theme's template decides: told, whole messages as printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import DECK, Project
from tests.template.templates import DEFAULT, changed, packed

THEME = 'extends: briefing\ntemplate:\n  file: company.potx\n  layouts: {content: "Title and Content"}\n'
BLACK = ('<p:clrMap bg1="lt1" tx1="dk1"', '<p:clrMap bg1="dk1" tx1="lt1"')


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with a template of 4:3 and light pages, and a theme in it."""
    found = Project(tmp_path)
    (tmp_path / "company.potx").write_bytes(DEFAULT.read_bytes())
    (tmp_path / "house.yaml").write_text(THEME, encoding="utf-8")
    return found


def said(project: Project, head: str) -> str:
    """Return what is said, of size and mode, of a deck that begins with further keys."""
    found = project.said(f"theme: ../house.yaml\n{head}{DECK}").split("\n\n")
    return "\n\n".join(one for one in found if "template-decides" in one)


def test_a_size_that_the_template_does_not_have_is_told_at_its_place(project):
    """With the template's own."""
    assert (
        said(project, "size: A4\n")
        == """\
warning[template-decides]: `size: A4` has no effect: pages of the theme's template are 720 × 540 points
 --> decks/deck.yaml:2:7
  |
2 | size: A4
  |       ^^
  = help: drop `size`, or take a template of that size"""
    )


def test_a_mode_that_the_template_does_not_have_is_told_at_its_place(project):
    """Light pages stay light, whatever the reader's screen is set to."""
    assert (
        said(project, "mode: dark\n")
        == """\
warning[template-decides]: `mode: dark` has no effect: pages of the theme's template are light
 --> decks/deck.yaml:2:7
  |
2 | mode: dark
  |       ^^^^
  = help: drop `mode`, or write `mode: light`"""
    )
    assert "`mode: auto` has no effect" in said(project, "mode: auto\n")


@pytest.mark.parametrize("head", ["", "size: '4:3'\n", "mode: light\n"])
def test_what_the_template_has_may_be_asked_for(project, head):
    """And a deck that says nothing asks for nothing, though 16:9 is usual."""
    assert said(project, head) == ""


def test_dark_pages_are_dark(project, tmp_path):
    """Those of the template's own; light ones are asked for in vain."""
    (tmp_path / "company.potx").write_bytes(packed(changed("ppt/slideMasters/slideMaster1.xml", BLACK)))
    assert said(project, "mode: dark\n") == ""
    assert "`mode: light` has no effect: pages of the theme's template are dark" in said(project, "mode: light\n")


def test_a_theme_with_dark_colours_of_its_own_has_modes(project, tmp_path):
    """Then a deck's mode has an effect."""
    (tmp_path / "house.yaml").write_text(THEME + "dark: {ink: '#222222'}\n", encoding="utf-8")
    assert said(project, "mode: dark\n") == ""


@pytest.mark.parametrize("theme", ["briefing", "plain"])
def test_other_themes_have_all_sizes_and_modes(theme, tmp_path):
    """Only a template decides."""
    assert Project(tmp_path).said(f"theme: {theme}\nsize: A4\nmode: auto\n{DECK}") == ""
