"""Slots that a theme's layouts must have, and may have."""

from __future__ import annotations

import pytest

from deckmaker.theme import built_in_themes
from tests.projects import DECK, Project

BRIEFING = built_in_themes()["briefing"].read_text(encoding="utf-8")
TITLE_CREDITS = (
    "      credits: {style: credits, columns: [1, 6], bottom: 22, height: 30, anchor: bottom, color: quiet}\n"
)


def said(tmp_path, old: str, new: str) -> str:
    """Return what is said of a deck in the built-in theme with one change."""
    assert old in BRIEFING
    (tmp_path / "theme.yaml").write_text(BRIEFING.replace(old, new, 1), encoding="utf-8")
    return Project(tmp_path).said(f"theme: ../theme.yaml\n{DECK}")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "      body: {style: body, columns: [1, 10]",
            "      boddy: {style: body, columns: [1, 10]",
            "no slot `boddy`",
        ),
        (TITLE_CREDITS, "", "layout `title` has no slot `credits`"),
        ("  content:\n", "  contents:\n", "a theme needs a layout `content`"),
    ],
)
def test_a_theme_that_would_lose_something_is_refused(tmp_path, old: str, new: str, message: str) -> None:
    """Credits have a place on every slide; a slot that nothing fills is a slip."""
    assert message in said(tmp_path, old, new)
