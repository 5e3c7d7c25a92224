"""Comments of items and rows: they go with what they stand behind or right above, and stay with all else."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.merging.presentations import merged, paragraph_added, paragraph_removed, paragraph_with

DECK = """\
title: Shore power
slides:
  - title: Shore power
  - title: Ships
    # Of the list.
    bullets:
      # Above the loud ones.
      - "Ships are loud"   # from the port
      # Checked by Anna,
      # keep these words.
      - Shore power helps
      - Walls cost money   # nine millions
      # At the end.
    notes: Say so.   # or not
  - title: Towns
    bullets:
      - Towns are quiet   # in May
      - Trees stand there
  - title: Short
    bullets: [Between brackets, Beside it]
"""
LOUD = '      # Above the loud ones.\n      - "Ships are loud"   # from the port\n'
HELPS = "      # Checked by Anna,\n      # keep these words.\n      - Shore power helps\n"
WALLS = "      - Walls cost money   # nine millions\n"
TOWNS = "      - Towns are quiet   # in May\n"
TREES = "      - Trees stand there\n"


def _moving(words: str, beside: str, is_above: bool = False) -> Callable[[Any], None]:
    """Return what moves a paragraph behind another one, or above it."""

    def change(presentation: Any) -> None:
        one, other = paragraph_with(presentation, words)._p, paragraph_with(presentation, beside)._p
        new = copy.deepcopy(one)
        one.getparent().remove(one)
        other.addprevious(new) if is_above else other.addnext(new)

    return change


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (_moving("Ships are", "Walls cost"), LOUD + HELPS + WALLS, HELPS + WALLS + LOUD),
        (_moving("Ships are", "power helps"), LOUD + HELPS + WALLS, HELPS + LOUD + WALLS),
        (_moving("Walls cost", "Ships are", is_above=True), LOUD + HELPS + WALLS, WALLS + LOUD + HELPS),
        (_moving("power helps", "Towns are"), HELPS + WALLS, WALLS),
        (_moving("Ships are", "Towns are", is_above=True), TOWNS, LOUD + TOWNS),
        (_moving("Walls cost", "Trees"), TREES, TREES + WALLS),
    ],
    ids=["to the end", "exchanged", "to the begin", "away", "above another", "below another"],
)
def test_an_item_that_is_moved_takes_its_comments_along(change, old, new, project):
    """All lines are there as they were, in another order."""
    text, result = merged(project, DECK, change)
    assert new in text, text
    assert result.exit_code == 0, result.stdout
    assert sorted(text.splitlines()) == sorted(DECK.splitlines())


@pytest.mark.parametrize(("words", "lines"), [("Ships are", LOUD), ("power helps", HELPS), ("Walls cost", WALLS)])
def test_an_item_that_is_removed_takes_its_comments_along(words, lines, project):
    """They would say something of the next one."""
    text, result = merged(project, DECK, lambda found: paragraph_removed(found, words))
    assert text == DECK.replace(lines, ""), result.stdout
    assert result.exit_code == 0, result.stdout


def test_an_item_comes_between_brackets_without_its_comments(project):
    """There is no place for these."""
    text, result = merged(project, DECK, _moving("Ships are", "Between brackets"))
    expected = DECK.replace(LOUD, "").replace(
        "[Between brackets, Beside it]", "[Between brackets, Ships are loud, Beside it]"
    )
    assert text == expected
    assert result.exit_code == 0, result.stdout


BRACKETS = """\
title: Shore power
slides:
  - title: Shore power
  - title: Between brackets
    bullets: [
      Bells ring,
      Horns blow,
      Ships are loud,   # from the port
      # Checked by Anna.
      Shore power helps,   # keep these words
      # Nine millions.
      Walls cost money   # at the end
    ]
"""


@pytest.mark.parametrize(
    "change",
    [
        *(lambda found, words=words: paragraph_removed(found, words) for words in ("Ships", "helps", "Walls")),
        _moving("Ships are", "Walls cost"),
        *(lambda found, behind=behind: paragraph_added(found, behind, "New") for behind in ("Ships", "Walls")),
    ],
    ids=["third", "fourth", "last", "to the end", "behind the third", "behind the last"],
)
def test_comments_between_brackets_stay_with_their_items(change, project):
    """Whose comment one is, is not sure there: so the change is left."""
    text, result = merged(project, BRACKETS, change)
    assert text == BRACKETS
    assert result.exit_code == 1
    assert "Left to you" in result.stdout


def test_items_without_comments_go_from_between_brackets(project):
    """Comments on lines of others are none of theirs."""
    text, result = merged(project, BRACKETS, lambda found: paragraph_removed(found, "Bells"))
    assert text == BRACKETS.replace("Bells ring,\n      ", "")
    assert result.exit_code == 0, result.stdout


TABLE = """\
title: Shore power
slides:
  - title: Shore power
  - title: Levels
    table:
      rows:
        - [Berth, Level, Calls]
        # Measured twice.
        - [Berth 4, "62.5", 9640]   # the loudest
        - [Berth 5, 58.1, 1200]
        - [Berth 6, 51.0, 300]   # at night
"""


def test_a_row_that_is_moved_takes_its_comments_along(project):
    """And its cells stay as they are written."""

    def change(presentation: Any) -> None:
        (table,) = (one.table for one in presentation.slides[1].shapes if getattr(one, "has_table", False))
        rows = list(table._tbl.tr_lst)
        rows[3].addnext(rows[1])

    text, result = merged(project, TABLE, change)
    assert result.exit_code == 0, result.stdout
    moved = TABLE[TABLE.index("        # Measured") : TABLE.index("        - [Berth 5")]
    assert text == TABLE.replace(moved, "") + moved


FRUIT = """\
title: Fruit
slides:
  - title: Fruit
  - title: Kinds
    bullets:
"""
ENTRIES = {
    "A": "      # Above the apple.\n      - One apple   # first\n",
    "P": "      # Above the pears.\n      - Two pears   # second\n",
    "L": "      - Three plums   # third\n",
    "F": "      - Four figs\n",
}


@pytest.mark.parametrize("order", ["LPF", "FAL", "PAL", "FLP", "LFA"])
def test_comments_stay_with_items_where_one_goes_and_others_change_their_order(order, project):
    """No item is taken for what became of another one."""
    words = {"A": "One apple", "P": "Two pears", "L": "Three plums", "F": "Four figs"}

    def change(presentation: Any) -> None:
        found = {key: paragraph_with(presentation, one)._p for key, one in words.items()}
        around = found["A"].getparent()
        for one in found.values():
            around.remove(one)
        around.extend(found[key] for key in order)

    text, result = merged(project, FRUIT + "".join(ENTRIES.values()), change)
    assert result.exit_code == 0, result.stdout
    assert text == FRUIT + "".join(ENTRIES[key] for key in order)
