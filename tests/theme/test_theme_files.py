"""Theme files of a project: found, checked, and whole messages for what is amiss in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.theme import built_in_themes
from tests.projects import DECK, Project

BRIEFING = built_in_themes()["briefing"].read_text(encoding="utf-8")
DECK = "theme: ../house.yaml\n" + DECK


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose deck names a theme file, a copy of the built-in one."""
    (tmp_path / "project").mkdir()
    project = Project(tmp_path / "project")
    (project.folder / "house.yaml").write_text(BRIEFING, encoding="utf-8")
    return project


def replace(project: Project, old: str, new: str) -> None:
    """Change the first place in the theme file that reads `old`."""
    assert old in BRIEFING
    (project.folder / "house.yaml").write_text(BRIEFING.replace(old, new, 1), encoding="utf-8")


def test_a_theme_file_of_the_project_is_used(project):
    """Its path is relative to the deck; its colours are what renderers find."""
    replace(project, "name: briefing", "name: house")
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
    (project.folder.parent / "secret.yaml").write_text(BRIEFING, encoding="utf-8")
    _, diagnostics = project.read(DECK.replace("../house.yaml", "../../secret.yaml"))
    assert [(one.code, one.message) for one in diagnostics] == [
        ("outside-project", "`../../secret.yaml` leads out of the project")
    ]


MISTAKES = {
    "a colour that is none": (
        'paper: "#FBF9F5"',
        "paper: white",
        "wrong-value",
        "`paper` takes a colour such as `#1B2330`, found `white`",
    ),
    "a colour that the palette lacks": (
        "link: {color: accent}",
        "link: {color: acent}",
        "wrong-value",
        "the theme has no colour `acent`",
    ),
    "a style that the theme lacks": (
        "title: {style: title, columns: [1, 11]",
        "title: {style: titel, columns: [1, 11]",
        "wrong-value",
        "the theme has no style `titel`",
    ),
    "a family that cannot be measured": (
        "heading: Georgia",
        "heading: Comic Sans MS",
        "wrong-value",
        "the theme has no family `Comic Sans MS`",
    ),
    "a column that the grid lacks": (
        "columns: [7, 12]",
        "columns: [7, 13]",
        "wrong-value",
        "columns go from 1 to 12, not 7 to 13",
    ),
    "columns in the wrong order": (
        "columns: [7, 12]",
        "columns: [12, 7]",
        "wrong-value",
        "columns go from 1 to 12, not 12 to 7",
    ),
    "a text without style": (
        "title: {style: display, columns",
        "title: {columns",
        "wrong-value",
        "slot `title` holds text and has no `style`",
    ),
    "no grid": (
        "grid: {left: 48, right: 48, columns: 12, gutter: 24}",
        "grid: {left: 48, right: 48, columns: 0, gutter: 24}",
        "wrong-value",
        "`columns`: input should be greater than or equal to 1",
    ),
    "a word for a number": (
        "left: 48",
        "left: wide",
        "wrong-type",
        "`left` takes a number, found `wide`",
    ),
    "a bullet that the font lacks": (
        'bullet: "•"',
        'bullet: "➤"',
        "wrong-value",
        "`bullet` needs a glyph for `➤`, and the body font Calibri has none",
    ),
    "a nested bullet that the font lacks": (
        'bullet_nested: "–"',
        'bullet_nested: "-✔"',
        "wrong-value",
        "`bullet_nested` needs a glyph for `✔`, and the body font Calibri has none",
    ),
    "a smallest size above the size": (
        "size: 30, min: 22",
        "size: 30, min: 31",
        "wrong-value",
        "style `title` has a `min` of 31, larger than its `size` of 30",
    ),
    "an unknown key": ("link: {color", "link: {colour", "unknown-key", "unknown key `colour`"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_a_theme_is_marked_in_the_theme(name, project):
    """Its place is a line of the theme file, and no deck is built with it."""
    old, new, code, message = MISTAKES[name]
    replace(project, old, new)
    document, diagnostics = project.read(DECK)
    assert document is None
    found = {(one.code, one.message, Path(one.span.source.name).name) for one in diagnostics}
    assert (code, message, "house.yaml") in found


def test_a_name_that_leads_nowhere_is_shown_with_carets(project):
    """The whole message."""
    replace(project, "link: {color: accent}", "link: {color: acent}")
    number = BRIEFING.split("link: {color")[0].count("\n") + 1
    gutter = " " * len(str(number))
    assert (
        project.said(DECK)
        == f"""\
error[wrong-value]: the theme has no colour `acent`
{gutter}--> house.yaml:{number}:15
{gutter} |
{number} | link: {{color: acent}}
{gutter} |               ^^^^^
{gutter} = help: did you mean `accent`?"""
    )


def test_a_bullet_that_the_font_lacks_is_shown_with_carets(project):
    """The whole message; an output would show an empty box."""
    replace(project, 'bullet: "•"', 'bullet: "➤"')
    number = BRIEFING.split("lists: {")[0].count("\n") + 1
    column = BRIEFING.split("\n")[number - 1].index('"•"')
    line = BRIEFING.split("\n")[number - 1].replace("•", "➤")
    gutter = " " * len(str(number))
    assert (
        project.said(DECK)
        == f"""\
error[wrong-value]: `bullet` needs a glyph for `➤`, and the body font Calibri has none
{gutter}--> house.yaml:{number}:{column + 1}
{gutter} |
{number} | {line}
{gutter} | {" " * column}^^^"""
    )


def test_an_unknown_body_font_is_one_mistake(project):
    """Bullets cannot be looked up in it."""
    replace(project, "body: Calibri", "body: Comic Sans MS")
    _, diagnostics = project.read(DECK)
    assert [one.message for one in diagnostics] == ["the theme has no family `Comic Sans MS`"]
