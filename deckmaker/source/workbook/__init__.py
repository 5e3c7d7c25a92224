"""Workbooks (XLSX) to rows of texts whose every cell knows its place. Knows nothing of tables on slides.

    bytes ─package→ parts ─styles, shared texts→ sheet ─cells→ rows

An own reader, since the well-kept ones take memory for what is not there (calamine gives each place between the first
and the last cell one, so that a file of 5 kB ends the process), tell no percents from numbers, or take 0.2 seconds to
be imported (openpyxl). Source: ECMA-376 part 1, 18.
"""

from deckmaker.source.workbook.cells import SheetRow
from deckmaker.source.workbook.number_formats import NumberFormat
from deckmaker.source.workbook.reading import NoSuchSheet, NotAWorkbook, Sheet, Stale, read_workbook
from deckmaker.source.workbook.streaming import SheetStream

__all__ = ["NoSuchSheet", "NotAWorkbook", "NumberFormat", "Sheet", "SheetRow", "SheetStream", "Stale", "read_workbook"]
