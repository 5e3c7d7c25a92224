"""Theme files of a project: found, and their fonts. Mistakes in them are in test_wrong_themes."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.theme import Theme, built_in_themes, load_theme
from tests.projects import DECK, Project, place

DECK = "theme: ../house.yaml\n" + DECK


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose deck names a theme file, which a test writes."""
    (tmp_path / "project").mkdir()
    return Project(tmp_path / "project")


def write(project: Project, theme: str) -> None:
    """Write the theme file."""
    (project.folder / "house.yaml").write_text(theme, encoding="utf-8")


def test_a_theme_file_of_the_project_is_used(project):
    """Its path is relative to the deck; a copy of a built-in one is a theme like any other."""
    text = built_in_themes()["briefing"].read_text(encoding="utf-8")
    write(project, text.replace("name: briefing", "name: house", 1))
    assert project.document(DECK).theme.name == "house"


def test_an_unknown_theme_is_offered_its_near_match(project):
    """The whole message."""
    assert (
        project.said(DECK.replace("../house.yaml", "breifing"))
        == """\
error[unknown-theme]: no built-in theme and no file `breifing`
 --> decks/deck.yaml:1:8
  |
1 | theme: breifing
  |        ^^^^^^^^
  = help: did you mean `briefing`?"""
    )


def test_a_theme_outside_the_project_is_refused(project):
    """As any other file."""
    (project.folder.parent / "secret.yaml").write_text("extends: briefing\n", encoding="utf-8")
    _, diagnostics = project.read(DECK.replace("../house.yaml", "../../secret.yaml"))
    assert [(one.code, one.message) for one in diagnostics] == [
        ("outside-project", "`../../secret.yaml` leads out of the project")
    ]


def test_a_name_that_leads_nowhere_is_shown_with_carets(project):
    """The whole message."""
    write(project, "extends: briefing\nlink: {color: acent}\n")
    assert (
        project.said(DECK)
        == """\
error[wrong-value]: the theme has no colour `acent`
 --> house.yaml:2:15
  |
2 | link: {color: acent}
  |               ^^^^^
  = help: did you mean `accent`?"""
    )


def test_a_bullet_that_the_font_lacks_is_shown_with_carets(project):
    """The whole message; an output would show an empty box."""
    write(project, "extends: briefing\nlists: {bullet: '➤'}\n")
    assert (
        project.said(DECK)
        == """\
error[wrong-value]: `bullet` needs a glyph for `➤`, and the body font Calibri has none
 --> house.yaml:2:17
  |
2 | lists: {bullet: '➤'}
  |                 ^^^"""
    )


def test_each_character_of_a_bullet_needs_a_glyph(project):
    """Those that the font has are not in the message."""
    write(project, "extends: briefing\nlists: {bullet_nested: '-✔'}\n")
    (one,) = project.read(DECK)[1]
    assert one.message == "`bullet_nested` needs a glyph for `✔`, and the body font Calibri has none"


def test_an_unknown_body_font_is_one_mistake(project):
    """Bullets cannot be looked up in it."""
    write(project, "extends: briefing\nfonts: {body: Calibry}\n")
    _, diagnostics = project.read(DECK)
    assert [one.message for one in diagnostics] == ["the theme has no family `Calibry`"]


def test_a_built_in_theme_is_laid_out_once_in_a_process_and_a_file_each_time(project):
    """A process may look at many decks, and at one deck many times, while somebody writes its theme."""

    def plain(mode: str | None = None) -> Theme | None:
        return load_theme("plain", "16:9", project.deck, place(), Diagnostics(), mode)

    theme, dark = plain(), plain("dark")
    assert theme and plain() is theme
    assert dark and dark.palette != theme.palette
    sizes = []
    for size in (30, 34):
        write(project, f"extends: plain\nstyles: {{title: {{size: {size}}}}}\n")
        sizes.append(project.document(DECK).theme.styles["title"].size)
    assert sizes == [30, 34]
