"""Light and dark pages: what a deck chooses, what a theme has for it, and what is left to the reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.theme import Theme, built_in_themes
from tests.projects import DECK, Project

HOUSE = """\
extends: briefing
palette: {paper: "#FFFFFF", ink: "#000000"}
dark: {paper: "#000000", ink: "#EEEEEE"}
"""


def theme(tmp_path: Path, mode: str | None, house: str = HOUSE) -> Theme:
    """Return the theme of a deck with this mode."""
    (tmp_path / "house.yaml").write_text(house, encoding="utf-8")
    asked = f"mode: {mode}\n" if mode else ""
    return Project(tmp_path).document(f"theme: ../house.yaml\n{asked}{DECK}").theme


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(
    ("own", "asked", "paper"),
    [
        (None, None, "#FFFFFF"),
        (None, "light", "#FFFFFF"),
        (None, "dark", "#000000"),
        ("light", None, "#FFFFFF"),
        ("dark", None, "#000000"),
        ("dark", "light", "#FFFFFF"),
        ("dark", "dark", "#000000"),
    ],
)
def test_a_decks_mode_goes_before_its_themes(own, asked, paper, tmp_path):
    """A theme that says nothing is light; where the deck has chosen, there is one palette."""
    found = theme(tmp_path, asked, HOUSE + (f"mode: {own}\n" if own else ""))
    assert found.palette["paper"] == paper
    assert found.modes == {}


@pytest.mark.parametrize(("own", "paper"), [("light", "#FFFFFF"), ("dark", "#000000")])
def test_auto_has_both_palettes_and_shows_the_themes_own_where_nobody_can_choose(own, paper, tmp_path):
    """On paper and in PowerPoint."""
    found = theme(tmp_path, "auto", f"{HOUSE}mode: {own}\n")
    assert found.palette["paper"] == paper
    assert {mode: palette["paper"] for mode, palette in found.modes.items()} == {"light": "#FFFFFF", "dark": "#000000"}
    assert found.palette == found.modes[own]


def test_dark_pages_keep_the_colours_that_have_no_dark_ones(tmp_path):
    """`dark` says only what differs."""
    light, dark = theme(tmp_path, "light").palette, theme(tmp_path, "dark").palette
    assert light.keys() == dark.keys()
    assert dark["scrim"] == light["scrim"]
    assert dark["ink"] != light["ink"]


def test_a_theme_that_extends_another_takes_its_dark_colours_too(tmp_path):
    """One by one."""
    (tmp_path / "base.yaml").write_text(HOUSE, encoding="utf-8")
    palette = theme(tmp_path, "dark", "extends: base.yaml\ndark: {ink: '#DDDDDD'}\n").palette
    assert (palette["paper"], palette["ink"]) == ("#000000", "#DDDDDD")


@pytest.mark.parametrize("name", built_in_themes())
def test_a_built_in_theme_has_light_and_dark_pages(name, tmp_path):
    """Its dark ones are dark, its light ones light; nothing else of it differs."""
    found = {
        mode: Project(tmp_path).document(f"theme: {name}\nmode: {mode}\n{DECK}").theme for mode in ("light", "dark")
    }
    light, dark = (sum(bytes.fromhex(one.palette["paper"][1:])) for one in found.values())
    assert light > 3 * 200 and dark < 3 * 60
    assert found["light"].layouts == found["dark"].layouts
    assert found["light"].styles == found["dark"].styles


def test_a_mode_that_there_is_not_is_an_error(tmp_path):
    """The whole message."""
    assert (
        Project(tmp_path).said(f"mode: drak\n{DECK}")
        == """\
error[wrong-value]: `mode` is `light`, `dark` or `auto`, not `drak`
 --> decks/deck.yaml:1:7
  |
1 | mode: drak
  |       ^^^^
  = help: did you mean `dark`?"""
    )
