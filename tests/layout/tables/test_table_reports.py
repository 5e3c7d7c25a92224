"""What is said of tables: the whole of it, each with its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import layout_deck
from deckmaker.model import Cell, Overflow, OverflowPolicy, Paragraph, Run
from tests.layout.tables.tables import cell, deck, document, table
from tests.projects import briefing, place


def said(*rows: list[str | Cell]) -> list[tuple[str, str, str | None]]:
    """Return code, message and help of all that is said of a table of these rows."""
    faults: list = []
    document(table(list(rows)), faults=faults)
    return faults


HEAD = ["Berth", "Nights"]


def test_a_table_that_is_too_tall_says_by_how_many_rows_and_points():
    """At its smallest size, where it may not go on on another slide."""
    faults: list = []
    overflow = Overflow(fallback=OverflowPolicy.ERROR, asked=True)
    document(replace(table([HEAD, *(["a", "b"] for _ in range(19))]), overflow=overflow), faults=faults)
    assert faults == [
        (
            "text-too-long",
            "slide 1: `table` is 26 points (2 rows) too tall at its smallest size, 12 points",
            "leave something out, let it go on on another slide (`then: split`), or choose a layout with more room",
        )
    ]


@pytest.mark.slow
def test_a_header_that_leaves_no_room_for_a_row_is_named():
    """No split helps."""
    faults = said(["word " * 1000, "b"], *[["c", "d"]] * 30)
    assert [code for code, _, _ in faults] == ["text-too-long"]
    assert ", and its header leaves no room for a row at its smallest size, 12 points" in faults[0][1]
    assert faults[0][2] == "shorten the header, or choose a layout with more room"
    faults = []
    overflow = Overflow(fallback=OverflowPolicy.ERROR, asked=True)
    document(replace(table([HEAD, ["word " * 1000, "b"]]), overflow=overflow), faults=faults)
    assert "header" not in faults[0][1]


def test_a_table_that_is_too_wide_names_its_widest_column():
    """A word that nothing breaks."""
    assert said(HEAD, ["a", "w" * 110]) == [
        (
            "text-too-long",
            "slide 1: `table` is 124 points too wide at its smallest size, 12 points",
            "column 2 needs most, for a word that cannot be broken; shorten it, or leave a column out",
        )
    ]


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("\ue000", "missing-glyph", "slide 1: no font can show `\ue000` (U+E000)"),
        ("Z" + "\u0301" * 9, "too-many-marks", "slide 1: `table` has marks on a letter that reach "),
        ("word b/" + "n" * 200, "text-too-long", "slide 1: `table` is "),
    ],
)
def test_a_cell_is_looked_at_as_any_text_is(text, code, message):
    """Characters that cannot be drawn, towers of marks, words without an end."""
    found = [one for one in said(HEAD, ["a", text]) if one[0] == code]
    assert found and found[0][1].startswith(message)


def test_cells_that_read_alike_are_reported_each_at_its_own_place():
    """Though they are measured once."""
    spans = [replace(place(), line=line) for line in (3, 4)]
    cells = [replace(cell(""), paragraph=Paragraph((Run("\ue000"),), span=one)) for one in spans]
    diagnostics = Diagnostics()
    layout_deck(deck(table([HEAD, *([one, "a"] for one in cells)])), briefing(), diagnostics)
    assert [one.span.line for one in diagnostics] == [3, 4]


def test_a_layout_without_a_place_for_a_table_is_an_error():
    """Said once, though the caption has none, too."""
    made = deck(table([HEAD], caption="A note."))
    slides = tuple(replace(one, layout="section") for one in made.slides)
    diagnostics = Diagnostics()
    layout_deck(replace(made, slides=slides), briefing(), diagnostics)
    assert [(one.code, one.message) for one in diagnostics] == [
        ("no-slot", "slide 1: layout `section` has no place for the slide's table")
    ]
