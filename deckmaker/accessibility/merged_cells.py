"""Cells that reach over several rows or columns, of which screen readers cannot say what heads them.

PowerPoint's accessibility checker has a rule for them. Where a table needs them, as above groups of columns, they are
well in HTML and PDF, whose cells name their headers.
"""

from __future__ import annotations

from deckmaker.accessibility.places import Found, Numbered, further_places, slides_of
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.listing import slides_listed
from deckmaker.model import Table


def report_merged_cells(slides: Numbered, diagnostics: Diagnostics) -> None:
    """Report tables with cells that are merged, once for the deck."""
    found = [
        Found(number, block.span)
        for number, slide in slides
        for block in slide.walk()
        if isinstance(block, Table)
        and any(cell.rows > 1 or cell.columns > 1 for row in block.rows for cell in row.cells)
    ]
    if found:
        message = f"{slides_listed(slides_of(found))}: a table has cells that reach over several rows or columns"
        help = "repeat their words in each cell, or make two tables, if whoever hears it must find its way"
        diagnostics.report("merged-cells", message, found[0].span, help, further_places(found))
