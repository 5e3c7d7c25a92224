"""What rows for decks may hold, and the record of their runs."""

from __future__ import annotations

from deckmaker.budget.bound import MEGABYTE, Bound

ROWS_FILE_BYTES = Bound(4_000 * MEGABYTE, "bytes", "a file of rows for decks")
"""Read piece by piece: ten million rows of 400 bytes. A workbook is read whole, and has the bound of a table's file."""

ROWS = Bound(10_000_000, "rows", "a file of rows for decks")
"""Ten times as many decks as anybody was heard to make at a time. To read them takes a minute or two."""

ROWS_CHARACTERS = Bound(4_000_000_000, "characters", "a file of rows for decks")
"""Of all its cells: files that say once what stands in many cells are far smaller than that. A disk holds them."""

SHEET_CELLS = Bound(8_000_000, "cells", "a sheet of rows for decks")
"""Empty ones between others count, too. Gone through row by row, some ten seconds' work."""

ROWS_EMPTY_CELLS = Bound(100_000_000, "empty cells", "a file of rows for decks")
"""They take some work, and no room in the file: a short line of JSON has a cell for each key of the lines before it."""

ROWS_EMPTY_FEW = Bound(20_000_000, "empty cells", "a small file of rows for decks")
"""Where they take no room in the file, and so cost more than what is written: some four seconds' work."""

ROWS_PER_BYTE = Bound(50, "characters a byte", "a file of rows for decks")
"""What is packed may hold a text once that stands in each of its cells; where that is honest, it is some of them."""

ROWS_UNPACKED = Bound(200_000_000, "unpacked characters", "a small file of rows for decks")
"""In whatever file: a sheet of 8,000,000 cells has 25 in each."""

ROWS_PER_FILE_BYTE = Bound(10, "rows a byte", "a Parquet file of rows for decks")
"""Rows differ in their names at least, which take a byte or more each."""

ROWS_WITHOUT_ROOM = Bound(500_000, "rows that take no room", "a Parquet file of rows for decks")
"""What is beyond ten a byte: a column of one value has four million in 20 kB, and half a million take six seconds."""

ROW_COLUMNS = Bound(20_000, "columns", "a file of rows for decks")
"""More than a spreadsheet has (16,384)."""

ROW_CHARACTERS = Bound(1_000_000, "characters", "a row that a deck is made of")
"""A row is held whole; of its cells, a text shows a hundredth at most."""

PARQUET_GROUP_BYTES = Bound(1_000 * MEGABYTE, "unpacked bytes", "a row group of a Parquet file")
"""As the file says of itself. Programs write groups of some 100 MB."""

PARQUET_MEMORY = Bound(1_000 * MEGABYTE, "bytes of memory", "the process that reads a Parquet file")
"""Beside what it begins with. Pages may unpack to more than the file says of itself; programs write some of 1 MB."""

ROWS_IN_MEMORY = Bound(8 * MEGABYTE, "bytes of memory", "the rows for decks")
"""What is beyond waits in a file: some 50,000 rows of ten short cells are held."""

MANIFEST_LINE_BYTES = Bound(4 * MEGABYTE, "bytes", "a line of a manifest")
"""That of a row with three files and ten warnings has some 2,000; with 12,000 pictures of slides, so many. Longer lines
are none of ours."""

MANIFEST_NAMES = Bound(10_000_000, "rows", "a manifest")
"""As many as a file of rows may have. Each takes some 120 bytes of memory while a run goes on."""

MANIFEST_BYTES = Bound(40_000 * MEGABYTE, "bytes", "a manifest")
"""Ten million rows of 1,000 bytes, checked and built, and as many lines that no longer count. A file may say that it
has terabytes, and take no room."""

MANIFEST_CHARACTERS = Bound(50 * MEGABYTE, "characters of shared paths", "a manifest")
"""Held while a run goes on. Rows of one template share their paths, some 50 of 30 characters each."""

STORE_OBJECTS = Bound(1_000_000, "objects", "a folder of a store that is listed whole")
"""There are keys of a kilobyte, and stores that always say that there is one more. Half as many outputs are listed; of
more, each is asked for."""
