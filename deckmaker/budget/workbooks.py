"""What a workbook may unpack to."""

from __future__ import annotations

from deckmaker.budget.bound import MEGABYTE, Bound

WORKBOOK_PARTS = Bound(10_000, "parts", "a workbook")
"""Sheets, drawings and settings. One of a hundred sheets with a chart each has some five hundred."""

WORKBOOK_PART_BYTES = Bound(200 * MEGABYTE, "unpacked bytes", "a part of a workbook")
"""A sheet of a million cells has 40 MB; of a packed bomb, no more is unpacked than this."""

WORKBOOK_ELEMENTS = Bound(8_000_000, "elements", "a part of a workbook")
"""A cell has two or three: itself, its value and its formula."""

WORKBOOK_PER_BYTE = Bound(3, "elements a byte", "a part of a workbook")
"""Of the whole file, packed: cells that all hold the same have one. A million take some four seconds to read."""

WORKBOOK_SMALL = Bound(1_000_000, "elements", "a part of a small workbook")
"""In whatever file."""

FORMAT_CHARACTERS = Bound(1_000, "characters", "a number format of a workbook")
"""Excel takes 255. Longer ones are passed over."""
