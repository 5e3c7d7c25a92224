"""What was moved goes and comes as a whole, or is left: with one half, the file would have it nowhere, or twice."""

from __future__ import annotations

import pytest

from tests.merging.presentations import merged, paragraph_added, paragraph_removed

ABOVE = "title: Quays\nslides:\n  - title: Quays\n  - title: One\n"
ITEMS = "    bullets:\n      - First of ships   # why\n      - Second of ships\n      - Third of ships\n"


def _moving(words: str, behind: str):
    """Return what moves a paragraph behind another one."""

    def change(found):
        paragraph_removed(found, words)
        paragraph_added(found, behind, words)

    return change


def test_what_moved_to_a_slide_of_another_file_stays(project):
    """Its new place is not in the deck's file."""
    (project.folder / "decks").mkdir(exist_ok=True)
    (project.folder / "decks/more.yaml").write_text("- title: More\n  bullets: [Words here, Other words]\n")
    deck = f"{ABOVE}{ITEMS}  - include: more.yaml\n"
    text, result = merged(project, deck, _moving("First of ships", "Other words"))
    assert (text, result.exit_code) == (deck, 1)
    assert "First of ships" in result.stdout


@pytest.mark.parametrize("behind", ["Second of ships", "Third of ships"])
def test_what_cannot_go_comes_nowhere_else(behind, project):
    """A comment between brackets is in the way of the one half."""
    items = "    bullets: [First of ships,   # why\n      Second of ships, Third of ships]\n"
    deck = f"{ABOVE}{items}"
    text, result = merged(project, deck, _moving("First of ships", behind))
    assert (text, result.exit_code) == (deck, 1), result.stdout
    assert text.count("First of ships") == 1


def test_what_has_both_places_moves(project):
    """With its comment."""
    text, result = merged(project, f"{ABOVE}{ITEMS}", _moving("First of ships", "Second of ships"))
    first, second, third = ITEMS.splitlines(keepends=True)[1:]
    assert (text, result.exit_code) == (f"{ABOVE}    bullets:\n{second}{first}{third}", 0), result.stdout
