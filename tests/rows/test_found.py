"""Mistakes of many rows, said once: which are the same."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.row_place import RowPlace
from deckmaker.rows.found import Founds, Gathered
from tests.projects import place


def test_an_empty_cell_is_another_mistake_than_words_in_others():
    """At one place: words are the same mistake, whatever they are, and so are numbers of points."""
    here, founds, gathered = place(), Founds(), Gathered()
    said = ["`sales` is `few`: expected a number", "`sales` is empty", "`sales` is `a lot`: expected a number"]
    for number, message in enumerate([*said, "it is 12.5 points too wide", "it is 7 points too wide"], 1):
        diagnostics = Diagnostics()
        diagnostics.report("unusable-variable", message, here)
        gathered.add(number, founds.of(diagnostics, ("error",))[0])
    assert [(one.message, one.notes) for one in gathered] == [
        (said[0], ("the same in 1 other row: 3",)),
        (said[1], ()),
        ("it is 12.5 points too wide", ("the same in 1 other row: 5",)),
    ]


def test_each_mistake_of_the_first_row_is_told_of_it_whichever_batch_comes_first():
    """Two mistakes in each of three rows, each in a batch of its own."""
    gathered = Gathered()
    for number in (2, 3, 1):
        diagnostics = Diagnostics()
        with diagnostics.of_row(RowPlace("regions.csv", number, number + 1)):
            for column in (1, 2):
                diagnostics.report("unusable-variable", "`sales` is empty", replace(place(), column=column))
        gathered.add(number, Founds().of(diagnostics, ("error",))[0])
    assert [one.row and one.row.number for one in gathered] == [1, 1]
    assert [one.notes for one in gathered] == [("the same in 2 other rows: 2 and 3",)] * 2
