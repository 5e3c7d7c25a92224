"""Slots that a theme's layouts must have, and may have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from deckmaker.theme import built_in_themes
from deckmaker.theme.slots import SLOT_NAMES
from tests.projects import DECK, Project

pytestmark = pytest.mark.slow


def said(tmp_path: Path, *change: str, to: Any = None) -> str:
    """Return what is said of a deck in a copy of the built-in theme: without the part that these keys lead to,
    or with another there."""
    theme = yaml.safe_load(built_in_themes()["briefing"].read_text(encoding="utf-8"))
    *way, last = change
    part = theme
    for key in way:
        part = part[key]
    if to is None:
        del part[last]
    else:
        part[last] = to
    (tmp_path / "theme.yaml").write_text(yaml.safe_dump(theme, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return Project(tmp_path).said(f"theme: ../theme.yaml\n{DECK}")


def test_a_copy_of_the_built_in_theme_is_sound(tmp_path) -> None:
    """So that what is said below is of the change alone."""
    assert said(tmp_path, "name", to="copy") == ""


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("layouts", "title", "slots", "credits"), "layout `title` has no slot `credits`"),
        (("layouts", "content", "slots", "title"), "layout `content` has no slot `title`"),
        (("layouts", "content", "slots", "body"), "layout `content` has no slot `body`"),
        (("layouts", "content"), "a theme needs a layout `content`"),
    ],
)
def test_a_theme_that_would_lose_something_is_refused(tmp_path, change: tuple[str, ...], message: str) -> None:
    """Credits have a place on every slide; the plain layout is the one that PowerPoint's master is made of."""
    assert message in said(tmp_path, *change)


def test_a_slot_that_nothing_fills_is_refused(tmp_path) -> None:
    """It is a slip."""
    slot = {"style": "body", "columns": [1, 2], "top": 10, "height": 20}
    assert "there is no slot `boddy`" in said(tmp_path, "layouts", "content", "slots", "boddy", to=slot)


@pytest.mark.parametrize("slot", [one for one in SLOT_NAMES if one not in ("title", "body", "credits")])
def test_any_other_slot_may_be_missing_or_there(tmp_path, slot: str) -> None:
    """Of any layout."""
    place = {"columns": [1, 2], "top": 10, "height": 20}
    added = place if slot in ("picture", "logo") else {"style": "furniture", **place}
    assert said(tmp_path, "layouts", "content", "slots", slot, to=added) == ""
    layouts = yaml.safe_load(built_in_themes()["briefing"].read_text(encoding="utf-8"))["layouts"]
    if slot in layouts["content"]["slots"]:
        assert said(tmp_path, "layouts", "content", "slots", slot) == ""
