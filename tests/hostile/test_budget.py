"""The bounds, as the documentation lists them for users."""

from __future__ import annotations

from deckmaker import budget
from deckmaker.budget import Bound
from tests.projects import ROOT

BOUNDS = [one for one in vars(budget).values() if isinstance(one, Bound)]


def test_the_documentation_lists_every_bound_and_no_other():
    """In the order of the code, with the same numbers."""
    lines = (ROOT / "docs/limits.md").read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| ")][1:]
    assert rows == [f"| {one.holder} | {one.limit} |" for one in BOUNDS]


def test_what_passes_a_bound_is_told_by_how_much():
    """How much there is, where that is known, and how much there may be."""
    cells = Bound(1_000, "cells", "a table")
    assert cells.excess(2_500) == "has 2,500 cells: a table may have 1,000"
    assert cells.excess() == "has more than 1,000 cells: a table may have 1,000"
