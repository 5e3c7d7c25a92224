"""Wrong theme files: one message for each mistake, at its place, and all mistakes in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.projects import DECK, Project
from tests.samples import mostly_slow
from tests.theme.wrong import MISTAKES

DECK = "theme: ../house.yaml\n" + DECK


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose deck names a theme file, which a test writes."""
    return Project(tmp_path)


def said(project: Project, theme: str) -> str:
    """Return all that is said of a deck with this theme file."""
    (project.folder / "house.yaml").write_text(theme, encoding="utf-8")
    return project.said(DECK)


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize("name", mostly_slow(MISTAKES, every=3))
def test_a_mistake_is_one_error_at_its_place_with_help(name, project):
    """However many styles and slots it shows in, and whatever follows from it."""
    mistake = MISTAKES[name]
    (project.folder / "house.yaml").write_text(f"extends: briefing\n{mistake.theme}", encoding="utf-8")
    document, diagnostics = project.read(DECK)
    found = [(one.span.place.rsplit("/", 1)[-1], one.code, one.message, one.help) for one in diagnostics]
    assert found == [(f"house.yaml:{mistake.place}", mistake.code, mistake.message, mistake.help)]
    assert document is None


@pytest.mark.parametrize("name", mostly_slow(MISTAKES, every=3))
def test_a_message_names_what_it_is_about(name):
    """In backticks, as messages about decks do; what libyaml says is its own."""
    mistake = MISTAKES[name]
    assert "`" in mistake.message or mistake.code == "yaml-syntax"


MANY = """\
extends: briefing
mode: night
palette: {accent: red}
fonts: {heading: Arail}
grid: {baseline: 0}
styles:
  title: {like: ovr}
  body: {sise: 33, color: inkk}
  intro: {size: 20, short: 18}
layouts:
  content:
    slots:
      body: {top: 1, bottom: 1, height: 1, style: bdy}
      bdy: {}
"""


def test_all_mistakes_come_in_one_run(project):
    """Nobody mends one mistake to read of the next, though a style is like none, and a value of the wrong kind."""
    (project.folder / "house.yaml").write_text(MANY, encoding="utf-8")
    assert [(one.span.line, one.message) for one in project.read(DECK)[1]] == [
        (2, "`mode` is `light` or `dark`, not `night`"),
        (3, "`accent` takes a colour such as `#1B2330`, found `red`"),
        (4, "the theme has no family `Arail`"),
        (5, "`baseline` takes a number, 0.1 or more, found `0`"),
        (7, "the theme has no style `ovr`"),
        (8, "unknown key `sise`"),
        (8, "the theme has no colour `inkk`"),
        (9, "style `intro` has a `short` of 18, smaller than its `size` of 20"),
        (13, "slot `body` of layout `content` takes two of `top`, `bottom` and `height`, found all three"),
        (13, "the theme has no style `bdy`"),
        (14, "there is no slot `bdy`"),
    ]


def test_a_name_that_leads_nowhere_is_said_once_however_often_it_is_used(project):
    """It may be the only place that is wrong: where the name is given."""
    shape = "{color: brand, columns: [1, 2], top: 0, height: 3}"
    theme = "extends: briefing\npalette: {brant: '#005F73'}\nlink: {color: brand}\n"
    theme += f"layouts: {{content: {{shapes: [{shape}, {shape}]}}}}\n"
    (project.folder / "house.yaml").write_text(theme, encoding="utf-8")
    (one,) = project.read(DECK)[1]
    assert (one.message, one.help, one.span.line) == (
        "the theme has no colour `brand`, which stands in 3 places",
        "did you mean `brant`?",
        3,
    )


@pytest.mark.parametrize(
    ("theme", "place"),
    [
        ("styles: {title: {size: 3}}", "house.yaml:2:24"),
        ("styles: {body: {size: 99}}", "house.yaml:2:23"),
        ("grid: {columns: 6}", "house.yaml:2:17"),
        ("grid: {gutter: 90}", "house.yaml:2:16"),
        ("layouts: {content: {slots: {body: {height: 100}}}}", "house.yaml:2:35"),
        ("fonts: {body: Georgia}\nlists: {bullet: '➤'}", "house.yaml:3:17"),
    ],
)
def test_what_does_not_go_with_an_inherited_value_is_marked_where_its_author_can_mend_it(theme, place, project):
    """Not in the built-in theme, which says the other half."""
    (project.folder / "house.yaml").write_text(f"extends: briefing\n{theme}\n", encoding="utf-8")
    (one,) = project.read(DECK)[1]
    assert one.span.place.endswith(place)


def test_a_mistake_in_the_theme_between_is_marked_there(project):
    """A theme may extend one of the project's, which extends a built-in one."""
    (project.folder / "base.yaml").write_text("extends: plain\nstyles: {title: {size: 3}}\n", encoding="utf-8")
    assert "base.yaml:2:24" in said(project, "extends: base.yaml\npalette: {accent: '#005F73'}\n")


def test_a_file_without_the_layout_that_powerpoint_needs_is_told_which_it_may_be(project):
    """Under its wrong name it is a layout like any other."""
    from deckmaker.theme import built_in_themes

    theme = built_in_themes()["briefing"].read_text(encoding="utf-8")
    printed = said(project, theme.replace("\n  content:\n", "\n  contents:\n"))
    assert printed.startswith("error[missing-key]: a theme needs a layout `content`\n")
    assert printed.endswith("= help: is it `contents` that should be called `content`?")
    assert printed.count("error[") == 1


@pytest.mark.parametrize(
    ("value", "expected"),
    [("gap: .inf", "`gap` takes a number"), (f"size: {'9' * 5_000}", "`size` takes a whole number of few digits")],
)
def test_a_number_that_is_none_is_told_in_our_words(value, expected, project):
    """YAML and JSON Schema know numbers without end or with thousands of digits; no page has room for them."""
    (project.folder / "house.yaml").write_text(f"extends: briefing\nstyles:\n  title: {{{value}}}\n", encoding="utf-8")
    _, diagnostics = project.read(DECK)
    assert [one.message.split(", found")[0] for one in diagnostics] == [expected]
