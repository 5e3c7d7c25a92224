"""What the tables of a deck may hold, as they are written and as they are shown."""

from __future__ import annotations

from deckmaker.budget.bound import MEGABYTE, Bound

TABLE_FILE_BYTES = Bound(50 * MEGABYTE, "bytes", "a table's file")
"""A file of this size is read whole."""

TABLE_FILE_CELLS = Bound(1_000_000, "cells", "a table's file")
"""Of one CSV file, before rows and columns are picked from it."""

TABLE_FILE_CHARACTERS = Bound(50_000_000, "characters", "a table's file")
"""Of all its cells: a workbook says once what stands in many cells. A CSV file of the largest size has as many."""

TABLE_FILE_LINES = Bound(1_000_000, "lines", "a table's file")
"""Empty ones count, too: their beginnings are kept, so that cells know their places."""

DECK_FILE_BYTES = Bound(500 * MEGABYTE, "bytes", "the files of a deck's tables and code")
"""Of all of them together, a file counted each time that it is read."""

TABLE_PLACES = Bound(1_000_000, "places", "a table as it is written")
"""Rows by columns, before any are picked: a cell takes a place in each row and column that it reaches."""

DECK_PLACES = Bound(3_000_000, "places", "the tables of a deck as they are written")
"""Of all of its tables together, a file counted each time it is read: 60 tables that pick from 10,000 rows of five
columns. A million take some four seconds to read and to go through."""

TABLE_CELLS = Bound(50_000, "cells", "a table")
"""Rows by columns as shown: 10,000 rows of five, 4,000 of twelve. Laid out, each takes up to a millisecond and 4 kB."""

TABLE_ROWS = Bound(10_000, "rows", "a table")
"""Of a table as it is shown."""

TABLE_COLUMNS = Bound(50, "columns", "a table")
"""Of a table as it is shown: more than a slide has room for."""
