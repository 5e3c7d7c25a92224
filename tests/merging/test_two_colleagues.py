"""Two presentations of one state of the deck, merged one after the other: both changes of a list are in the deck."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.merging.presentations import built, edited, paragraph_added, paragraph_removed, replacing
from tests.projects import run

ITEMS = ["Ships are loud at night", "Shore power helps towns", "A wall costs nine millions", "Nobody sleeps since June"]
FIRST, SECOND, THIRD, FOURTH = (f"      - {item}\n" for item in ITEMS)
DECK = f"""\
title: Shore power
slides:
  - title: Shore power
  - title: Alpha
    bullets:
{FIRST}{SECOND}{THIRD}{FOURTH}"""

CHANGES: dict[str, tuple[Callable[[Any], Any], str, str]] = {
    "first gone": (lambda found: paragraph_removed(found, "Ships are"), FIRST, ""),
    "second other": (replacing("power helps", "power saves"), SECOND, SECOND.replace("helps", "saves")),
    "come behind the first": (
        lambda found: paragraph_added(found, "Ships are", "Something quite new here"),
        FIRST,
        f"{FIRST}      - Something quite new here\n",
    ),
    "third gone": (lambda found: paragraph_removed(found, "A wall"), THIRD, ""),
    "come behind the third": (
        lambda found: paragraph_added(found, "A wall", "Another thing altogether"),
        THIRD,
        f"{THIRD}      - Another thing altogether\n",
    ),
    "last other": (replacing("since June", "since May"), FOURTH, FOURTH.replace("June", "May")),
}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("first gone", "third gone"),
        ("come behind the first", "come behind the third"),
        ("come behind the first", "third gone"),
        ("third gone", "second other"),
        ("last other", "first gone"),
    ],
)
def test_changes_of_two_colleagues_are_both_written(one, other, project):
    """Nothing of them is left, in either merge."""
    presentation = built(project, DECK)
    sent = presentation.rename(presentation.parent / "sent.pptx")
    expected = DECK
    for name in (one, other):
        change, was, now = CHANGES[name]
        expected = expected.replace(was, now)
        result = run("merge", project.deck, edited(sent, change), "--base", str(sent))
        assert project.deck.read_text() == expected, result.stdout
        assert result.exit_code == 0, result.stdout
