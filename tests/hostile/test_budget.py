"""The bounds, as the documentation lists them for users."""

from __future__ import annotations

import re

import pytest

from deckmaker.budget.bound import MEGABYTE, Bound
from deckmaker.budget.decks import DECK_CHARACTERS, DECK_SLIDES, DECK_TEXTS, LETTER_MARKS, TEXT_CHARACTERS
from deckmaker.budget.drawings import DRAWING_BYTES
from deckmaker.budget.pictures import PICTURE_BYTES, PICTURE_PIXELS
from deckmaker.budget.source import ALIASED_CHARACTERS, ALIASED_VALUES, SOURCE_BYTES, SOURCE_LEVELS, SOURCE_VALUES
from deckmaker.budget.tables import (
    TABLE_CELLS,
    TABLE_COLUMNS,
    TABLE_FILE_BYTES,
    TABLE_FILE_CELLS,
    TABLE_FILE_LINES,
    TABLE_ROWS,
)
from deckmaker.diagnostics import CATALOGUE
from tests.bounds import BOUNDS
from tests.projects import ROOT


def test_the_documentation_lists_every_bound_and_no_other():
    """In the order of the code, with the same numbers."""
    lines = (ROOT / "docs/limits.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ")][1:]
    assert rows == [f"| {one.holder} | {one.limit} |" for one in BOUNDS.values()]


SAID = {
    "docs/deck.md": (
        f"may have up to {SOURCE_BYTES.most // 1024**2} MB and {SOURCE_VALUES.limit}",
        f"One text in it may have up to {TEXT_CHARACTERS.limit}",
        f"no more than {ALIASED_VALUES.most:,} values and {ALIASED_CHARACTERS.most:,} characters",
        f"more than {SOURCE_LEVELS.most} values inside values",
        f"has up to {DECK_SLIDES.limit} and {DECK_CHARACTERS.limit}",
        f"has up to {DECK_TEXTS.limit}:",
        f"at most {TABLE_ROWS.limit}, {TABLE_COLUMNS.limit} and {TABLE_CELLS.limit}",
        f"may have {TABLE_FILE_BYTES.most // MEGABYTE} MB, {TABLE_FILE_CELLS.limit} and {TABLE_FILE_LINES.limit}",
        f"at most {PICTURE_PIXELS.most // 1_000_000} million pixels",
        f"pixels and {PICTURE_BYTES.most // MEGABYTE} MB, a drawing {DRAWING_BYTES.most // MEGABYTE} MB",
    ),
}
"""What pages for users say of bounds, in their own words."""


@pytest.mark.parametrize("page", SAID)
def test_pages_say_the_bounds_that_there_are(page):
    """Wherever they name one."""
    text = " ".join((ROOT / page).read_text(encoding="utf-8").split())
    assert [said for said in SAID[page] if said not in text] == []


@pytest.mark.parametrize(
    ("code", "bounds"),
    [
        (
            "endless-deck",
            (
                "DECK_SLIDES",
                "DECK_TEXTS",
                "DECK_AGENDA_NAMES",
                "DECK_CHARACTERS",
                "DECK_PLACES",
                "DECK_FILE_BYTES",
                "DECK_LINES",
                "DECK_FORMULA_PARTS",
                "DECK_EDGES",
                "DECK_EVENTS",
                "DECK_STEPS",
                "DECK_FIGURES",
                "SLIDE_BLOCKS",
            ),
        ),
        ("endless-table", ("TABLE_ROWS", "TABLE_COLUMNS", "TABLE_CELLS", "TABLE_PLACES")),
        ("endless-text", ("TEXT_CHARACTERS", "CODE_LINES")),
        ("unusable-code", ("CODE_FILE_BYTES",)),
        ("wrong-equation", ("FORMULA_CHARACTERS", "FORMULA_PARTS")),
        ("more-mistakes", ("MISTAKES",)),
        ("yaml-feature", ("ALIASED_VALUES", "ALIASED_CHARACTERS", "SOURCE_LEVELS", "SOURCE_VALUES")),
    ],
)
def test_explanations_say_the_bounds_that_there_are(code, bounds):
    """Of each that a message of that code is about."""
    numbers = [f"{BOUNDS[name].most:,}" for name in bounds]
    assert [one for one in numbers if one not in CATALOGUE[code].meaning] == []
    assert f"{SOURCE_BYTES.most // 1024**2} MB" in CATALOGUE["unreadable-file"].meaning
    assert f"{LETTER_MARKS.most} are left" in CATALOGUE["too-many-marks"].mend


def test_no_explanation_names_a_number_of_its_own():
    """Where a bound changes, so do they: each number with a thousand in it, or a unit, is one of the budget's."""
    known = {f"{one.most:,}" for one in BOUNDS.values()}
    said = {code: set(re.findall(r"\d{1,3}(?:,\d{3})+", one.meaning + one.mend)) for code, one in CATALOGUE.items()}
    assert {code: numbers - known for code, numbers in said.items() if numbers - known} == {}


def test_what_passes_a_bound_is_told_by_how_much():
    """How much there is, where that is known, and how much there may be."""
    cells = Bound(1_000, "cells", "a table")
    assert cells.excess(2_500) == "has 2,500 cells: a table may have 1,000"
    assert cells.excess() == "has more than 1,000 cells: a table may have 1,000"
