"""Colours of a palette whose names have a slip: they would change nothing, and nobody would know why."""

from __future__ import annotations

from tests.projects import DECK, Project


def said(project: Project, palette: str) -> str:
    """Return all that is said of a deck whose theme adds this to its palette."""
    (project.folder / "decks/house.yaml").write_text(f"extends: briefing\n{palette}", encoding="utf-8")
    return project.said(f"theme: house.yaml\n{DECK}")


def test_a_slip_in_a_palette_is_warned_of(tmp_path):
    """With the colour that is meant."""
    assert (
        said(Project(tmp_path), "palette:\n  acent: '#005F73'\n")
        == """\
warning[unused-color]: nothing in the theme uses the colour `acent`
 --> decks/house.yaml:3:3
  |
3 |   acent: '#005F73'
  |   ^^^^^
  = help: did you mean `accent`?"""
    )


def test_a_colour_that_is_used_or_like_no_other_is_a_theme_s_own(tmp_path):
    """Themes may name colours as they like."""
    project = Project(tmp_path)
    assert (
        said(
            project, "palette: {acent: '#005F73', company: '#005F73'}\nlink: {color: acent}\ndark: {acent: '#8FC9D4'}\n"
        )
        == ""
    )


def test_a_numbered_colour_of_a_template_is_told_what_it_is_called(tmp_path):
    """Numbers were the names once; what a theme uses is its own."""
    project = Project(tmp_path)
    message = said(project, "palette: {template-1: '#6E6E6E'}\n")
    assert "nothing in the theme uses the colour `template-1`" in message
    assert "such as `template-898989`" in message
    assert (
        said(project, "palette: {template-1: '#005F73'}\nlink: {color: template-1}\ndark: {template-1: '#8FC9D4'}\n")
        == ""
    )
