"""A long list that stands in two columns of its slide: it stays one list, whatever somebody does with its items."""

from __future__ import annotations

import pytest

from tests.agreement.libreoffice import saved_again
from tests.importing.test_own_presentations import imported
from tests.merging.presentations import (
    built,
    edited,
    merged,
    paragraph_added,
    paragraph_removed,
    paragraph_with,
    replacing,
)
from tests.projects import run

ABOVE = "title: Quays\nslides:\n  - title: Quays\n  - title: All\n"


def deck_of(count: int, key: str = "bullets") -> str:
    """Return a deck with a list of so many items."""
    return ABOVE + f"    {key}:\n" + "".join(f"      - Quay {number}\n" for number in range(1, count + 1))


@pytest.mark.alike(every=3)
@pytest.mark.parametrize("key", ["bullets", "numbered"])
@pytest.mark.parametrize("behind", [2, 5, 6, 10])
def test_an_item_that_came_is_written(behind, key, project):
    """In the middle of a column, as its last item and as its first."""
    deck = deck_of(10, key)
    text, result = merged(project, deck, lambda found: paragraph_added(found, f"Quay {behind}", "A new one"))
    there = f"      - Quay {behind}\n"
    assert text == deck.replace(there, f"{there}      - A new one\n"), result.stdout
    assert result.exit_code == 0


@pytest.mark.alike(every=3)
@pytest.mark.parametrize("key", ["bullets", "numbered"])
@pytest.mark.parametrize("gone", [1, 5, 6, 10])
def test_an_item_that_went_is_taken_out(gone, key, project):
    """From a column that then has one less than layout would give it."""
    deck = deck_of(10, key)
    text, result = merged(project, deck, lambda found: paragraph_removed(found, f"Quay {gone}"))
    assert text == deck.replace(f"      - Quay {gone}\n", ""), result.stdout
    assert result.exit_code == 0


def test_a_list_may_grow_into_two_columns_and_shrink_into_one(project):
    """Which are one text of the presentation, or two."""
    deck = deck_of(7)
    text, result = merged(project, deck, lambda found: paragraph_added(found, "Quay 7", "Quay 8"))
    assert (text, result.exit_code) == (deck_of(8), 0), result.stdout
    text, result = merged(project, deck_of(8), lambda found: paragraph_removed(found, "Quay 8"))
    assert (text, result.exit_code) == (deck, 0), result.stdout


def test_an_item_may_go_to_the_other_column(project):
    """Where it is one of many that only moved."""

    def moves(presentation):
        paragraph_removed(presentation, "Quay 2")
        paragraph_added(presentation, "Quay 8", "Quay 2")

    moved, result = merged(project, deck_of(10), moves)
    there = deck_of(10).replace("      - Quay 2\n", "")
    assert moved == there.replace("      - Quay 8\n", "      - Quay 8\n      - Quay 2\n"), result.stdout


def test_columns_of_a_deck_stay_two_lists(project):
    """An item that goes from the end of one to the beginning of the other has changed its place."""
    columns = "    columns:\n      - bullets: [One, Two, Three]\n      - bullets: [Four, Five, Six]\n"

    def moves(presentation):
        there, other = paragraph_with(presentation, "Three")._p, paragraph_with(presentation, "Four")._p
        other.addprevious(there)

    text, result = merged(project, ABOVE + columns, moves)
    assert "Three" in result.stdout
    if result.exit_code == 0:
        assert text == ABOVE + columns.replace("Two, Three", "Two").replace("Four", "Three, Four")


def test_the_import_of_our_own_presentation_has_one_list(project):
    """As the deck has."""
    for key in ("bullets", "numbered"):
        slide = imported(project, deck_of(10, key))[1]
        assert slide == {"title": "All", key: [f"Quay {number}" for number in range(1, 11)]}
        (project.folder / "again.yaml").unlink()
        (project.folder / "deck.pptx").unlink()


@pytest.mark.slow
@pytest.mark.parametrize("new", ["Quay 2", "Pier 2"])
def test_a_program_that_gives_shapes_other_names_changes_nothing_else(new, project):
    """Both sides are read without them then."""
    shown = edited(built(project, deck_of(10)), replacing("Quay 2", new))
    (saved,) = saved_again([shown], project.folder / "saved")
    result = run("merge", project.deck, saved)
    assert result.exit_code == 0, result.stdout
    assert project.deck.read_text() == deck_of(10).replace("Quay 2", new)
    assert run("diff", shown, saved).exit_code == 0
