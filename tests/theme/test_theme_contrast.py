"""Warnings of texts that stand out too little: which, where, how often, and what would do."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.theme import PAGE_SIZES, built_in_themes, load_theme
from deckmaker.theme.contrast import contrast, rgb
from tests.projects import DECK, ROOT, Project, place
from tests.samples import mostly_slow

DECK = "theme: ../house.yaml\n" + DECK


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project whose deck names a theme file, which a test writes."""
    return Project(tmp_path)


def warned(project: Project, theme: str) -> list[str]:
    """Return the messages about a theme, all of which are warnings, and the deck is built nevertheless."""
    (project.folder / "house.yaml").write_text(f"extends: briefing\n{theme}", encoding="utf-8")
    document, diagnostics = project.read(DECK)
    assert document and {one.code for one in diagnostics} <= {"low-contrast"}
    return [one.message for one in diagnostics]


def pair(message: str) -> str:
    """Return the colours that a message is about."""
    return message.removeprefix("contrast of ").split(" is ")[0].replace("`", "")


TWO_GROUNDS = """\
palette: {{paper: "#FFFFFF", deep: "{deep}", ours: "{ours}"}}
dark: {{ours: "#FFFFFF"}}
layouts:
  content:
    slots:
      meta: {{style: meta, color: ours, columns: [1, 2], top: 1, height: 9}}
  section:
    slots:
      meta: {{style: meta, color: {on_deep}, columns: [1, 2], top: 1, height: 9}}
"""


def of_ours(project: Project, **values: str) -> list[str]:
    """Return the lines of help about a colour that stands on two grounds."""
    (project.folder / "house.yaml").write_text(
        "extends: briefing\n" + TWO_GROUNDS.format(**{"on_deep": "ours", **values}), encoding="utf-8"
    )
    found = [one for one in project.read(DECK)[1] if "`ours`" in one.message]
    return [one.help or "" for one in found]


def test_the_value_of_a_help_would_do_wherever_the_colour_is_used(project):
    """On dark pages, too: whoever takes it reads no other warning."""
    for ours in ("#8B8B8B", "#606060"):
        (help,) = of_ours(project, deep="#000000", ours=ours)
        assert help.endswith("in `palette` would do")
        assert of_ours(project, deep="#000000", ours=help.split('"')[1]) == []


def test_where_no_value_would_do_help_says_what_to_do(project):
    """No grey is read both on white and on a dark grey: another colour is named for the second, and is read."""
    (help,) = of_ours(project, deep="#303030", ours="#767676")
    said = "no value of `ours` would do wherever it is used: give the text here another colour, such as `color: "
    assert help.startswith(said)
    assert of_ours(project, deep="#303030", ours="#767676", on_deep=help.removeprefix(said).rstrip("`")) == []


def test_another_colour_for_a_text_is_read_in_both_modes(project):
    """The theme says one name for both."""
    theme = "layouts: {content: {background: deep}}\n"
    (project.folder / "house.yaml").write_text(f"extends: briefing\n{theme}", encoding="utf-8")
    (help,) = [one.help or "" for one in project.read(DECK)[1] if "`ink` on `deep`" in one.message]
    assert "such as `color: " in help
    color = help.rsplit(" ", 1)[1].rstrip("`")
    assert f"{color} on deep" not in map(pair, warned(project, f"{theme}styles: {{body: {{color: {color}}}}}\n"))


@pytest.mark.parametrize("palette", ["deep: '#DDDDDD'", "paper: '#222222'", "muted: '#BBBBBB'"])
def test_the_value_of_a_help_keeps_what_stands_on_it_read(palette, project):
    """`paper` is a colour of text on `deep`, and the ground of all else."""
    theme = f"palette: {{{palette}}}\nlayouts: {{section: {{slots: {{title: {{color: paper}}}}}}}}\n"
    first = set(map(pair, warned(project, theme)))
    (project.folder / "base.yaml").write_text(f"extends: briefing\n{theme}", encoding="utf-8")
    helps = [str(one.help).split("`") for one in project.read(DECK)[1] if str(one.help).endswith("would do")]
    assert first
    for _, line, _, where, _ in helps:
        (project.folder / "house.yaml").write_text(f"extends: base.yaml\n{where}: {{{line}}}\n", encoding="utf-8")
        assert {pair(one.message) for one in project.read(DECK)[1]} <= first


def slot(line: str) -> str:
    """Return a layout with one more slot, for a text of the style `ours`."""
    return f"layouts:\n  content:\n    slots:\n      meta: {{style: ours, columns: [1, 2], top: 1, height: 9{line}}}\n"


@pytest.mark.parametrize("size", mostly_slow(PAGE_SIZES))
@pytest.mark.parametrize("mode", ["light", "dark", "auto"])
@pytest.mark.parametrize("name", built_in_themes())
def test_built_in_themes_are_never_warned_of(name, mode, size):
    """On any page, in any mode."""
    diagnostics = Diagnostics()
    assert load_theme(name, size, ROOT / "deck.yaml", place(), diagnostics, mode)
    assert list(diagnostics) == []


def test_a_pale_text_is_shown_with_what_would_do(project):
    """The whole message; the colour is used for trail, footer, number and credits of most layouts, and marked once."""
    (project.folder / "house.yaml").write_text(
        "extends: briefing\npalette: {paper: '#FFFFFF', muted: '#999999'}\n", encoding="utf-8"
    )
    assert (
        project.said(DECK)
        == """\
warning[low-contrast]: contrast of `muted` on `paper` is 2.8:1; text in slot `trail` of layout `content` needs 4.5:1
 --> house.yaml:2:36
  |
2 | palette: {paper: '#FFFFFF', muted: '#999999'}
  |                                    ^^^^^^^^^
  = note: the same holds in slots `body`, `credits`, `footer`, `number`
  = help: `muted: "#767676"` in `palette` would do"""
    )
    assert contrast(rgb("#767676"), rgb("#FFFFFF")) >= 4.5


def test_dark_colours_are_measured_though_the_deck_is_light(project):
    """The whole message; whoever takes the theme may take its dark pages."""
    (project.folder / "house.yaml").write_text(
        "extends: briefing\ndark: {paper: '#000000', accent: '#802020'}\n", encoding="utf-8"
    )
    assert (
        project.said(DECK) == """\
warning[low-contrast]: contrast of `accent` on `paper` is 2.1:1 in dark mode; """
        """links in slot `body` of layout `content` need 4.5:1
 --> house.yaml:2:34
  |
2 | dark: {paper: '#000000', accent: '#802020'}
  |                                  ^^^^^^^^^
  = note: the same holds in slots `entries-1`, `entries-2`, `title`
  = help: `accent: "#AC6E6E"` in `dark` would do"""
    )


def test_a_background_is_marked_where_it_is_what_the_theme_says(project):
    """Once for each colour of text on it."""
    messages = warned(project, "palette: {paper: '#000000'}\n")
    assert [pair(one) for one in messages] == [
        "muted on paper",
        "ink on paper",
        "accent on paper",
    ]


def test_a_colour_is_marked_where_it_is_used_if_the_theme_says_only_that(project):
    """Hairlines are no colour for text, in either mode."""
    (project.folder / "house.yaml").write_text("extends: briefing\nstyles: {body: {color: tint}}\n", encoding="utf-8")
    _, diagnostics = project.read(DECK)
    assert {one.span.place.rsplit("/", 1)[-1] for one in diagnostics} == {"house.yaml:2:24"}
    assert len(diagnostics) == 2


@pytest.mark.parametrize(
    ("style", "needs"),
    [
        ("size: 18, min: 18", "3:1"),
        ("size: 30, min: 17", "4.5:1"),
        ("size: 14, min: 14, bold: true", "3:1"),
        ("size: 14, min: 13, bold: true", "4.5:1"),
    ],
)
def test_large_text_needs_less(style, needs, project):
    """From 18 points, or 14 bold, by the smallest size that the style allows."""
    colors = "palette: {paper: '#FFFFFF', pale: '#BBBBBB'}\ndark: {paper: '#FFFFFF', ink: '#000000', "
    colors += "muted: '#333333', accent: '#333333'}\n"
    theme = f"{colors}styles: {{ours: {{font: body, {style}, leading: 1.1, color: pale}}}}\n{slot('')}"
    (message,) = warned(project, theme)
    assert message.endswith(f"needs {needs}")


@pytest.mark.parametrize(("color", "warnings"), [("#949494", 0), ("#959595", 1)])
def test_the_limit_is_that_of_wcag(color, warnings, project):
    """#949494 on white is 3.03:1, #959595 2.99:1, which is not shown as 3.0."""
    theme = f"palette: {{paper: '#FFFFFF', pale: '{color}'}}\ndark: {{paper: '#FFFFFF', ink: '#000000', "
    theme += "muted: '#333333', accent: '#333333'}\n"
    theme += "styles: {ours: {font: body, size: 18, min: 18, leading: 1.1, color: pale}}\n" + slot("")
    messages = warned(project, theme)
    assert len(messages) == warnings
    assert all("is 2.9:1;" in one for one in messages)


def panel(line: str) -> str:
    """Return a theme with a panel under the text of pages with a picture all over; the text is black."""
    return (
        "palette: {bright: '#000000', sheet: '#FFFFFF'}\n"
        "layouts:\n  picture-full:\n    shapes:\n"
        f"      - {{color: sheet, columns: [1, 6], top: 0, bottom: 0, bleed: left, over: picture{line}}}\n"
    )


@pytest.mark.parametrize(
    ("line", "warnings"),
    [("", 0), (", opacity: 0.8", 0), (", opacity: 0.3", 1), (", opacity: 0.3, scrim: true", 0), (", fade: 300", 0)],
)
def test_a_panel_over_a_picture_is_measured_on_black_and_on_white(line, warnings, project):
    """But for a scrim, which layout makes as opaque as need be, and for what lies on the bare picture."""
    messages = warned(project, panel(line))
    assert [pair(one) for one in messages] == ["bright on sheet"] * warnings


def test_a_panel_on_the_page_is_what_lies_behind_a_text(project):
    """Not the page that it covers."""
    theme = "palette: {sheet: '#202020'}\nlayouts:\n  content:\n    shapes:\n"
    theme += "      - {color: sheet, columns: [1, 12], top: 150, bottom: 0, bleed: both}\n"
    assert {pair(one) for one in warned(project, theme)} == {"ink on sheet", "muted on sheet", "accent on sheet"}


def test_strict_checks_fail_a_theme_that_cannot_be_read(project, monkeypatch):
    """A warning is an error there, as everywhere."""
    from tests.projects import run

    monkeypatch.chdir(project.folder)
    warned(project, "palette: {muted: '#999999'}\n")
    assert (run("check").exit_code, run("check", "--strict").exit_code) == (0, 1)
