"""Mistakes of many rows, said once: which are the same."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics
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
