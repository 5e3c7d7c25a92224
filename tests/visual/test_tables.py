"""Tables of every kind in every built-in theme on every page size: what can be checked of looks, cell by cell."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from deckmaker.layout import Document, TableItem
from tests.agreement.laid_out_tables import laid_out_tables
from tests.pages import with_leaves
from tests.projects import briefing
from tests.visual.checks_baselines import off_grid
from tests.visual.checks_contrast import contrasts, grounds
from tests.visual.checks_margins import lines_outside
from tests.visual.checks_overlaps import overlaps
from tests.visual.checks_sizes import small_texts
from tests.visual.mutations import moved
from tests.visual.placed_lines import document_lines

pytestmark = pytest.mark.slow


@cache
def tables(theme: str, size: str) -> Document:
    return laid_out_tables(briefing(size, theme))


def test_cells_keep_to_the_page_the_grid_and_their_places(theme_and_size: tuple[str, str]) -> None:
    """No text of a cell leaves its frame, lies on another or on a rule, is too small, or leaves the baseline grid."""
    document = tables(*theme_and_size)
    for check in (small_texts, lines_outside, overlaps, off_grid):
        assert check(document) == []


@pytest.mark.outside
def test_cells_stand_out_from_their_grounds(theme_and_size: tuple[str, str]) -> None:
    """Headers and every other row included, as WCAG 2.2 asks."""
    document = tables(*theme_and_size)
    assert contrasts(document, grounds(document)) == []


def test_the_checks_look_into_tables() -> None:
    """A cell whose text is moved onto its neighbour's and its row's rule is found by each check of places."""
    document = tables("briefing", "16:9")
    page = document.pages[0]
    (placed,) = [one for one in page.leaves if isinstance(one.item, TableItem)]
    item = placed.item
    assert isinstance(item, TableItem)
    assert "table" in {line.slot for line in document_lines(document)}
    first, *others = item.cells
    sunk = replace(first, frame=moved(right=0.0, down=16.0)(replace(placed, rect=first.frame)).rect)
    spoiled = replace(placed, item=replace(item, cells=(sunk, *others)))
    pages = (with_leaves(page, lambda one: spoiled if one is placed else one),)
    for check in (overlaps, off_grid):
        assert check(replace(document, pages=pages))
