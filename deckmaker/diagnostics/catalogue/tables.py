"""Codes about tables and the files that they are read from."""

from __future__ import annotations

from deckmaker.budget.rows import ROW_CHARACTERS, ROW_COLUMNS, ROWS, ROWS_CHARACTERS
from deckmaker.budget.tables import TABLE_CELLS, TABLE_COLUMNS, TABLE_PLACES, TABLE_ROWS
from deckmaker.diagnostics.catalogue.code import Code, DeckExample, E, Example, W

TABLES = {
    "unusable-table": Code(
        E,
        "The file is no CSV or XLSX file that deckmaker can read. A CSV file may be no text, be in another "
        "encoding, have a quote that nothing closes, or be empty or too large. A workbook may be of an old form, "
        "have a password, or have formulas that nobody has worked out.",
        "Export it again as CSV, in UTF-8, or save it as .xlsx.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    table: {file: picture.csv}  # a picture under another name
"""),
    ),
    "stale-formula": Code(
        W,
        "A program wrote the workbook and worked out no formulas: it left zero or an old number as their values, "
        "and asks whatever opens the file to work them out anew.",
        "Open the workbook in a spreadsheet and save it, or have the program write numbers.",
        Example("A script writes `=B2+B3` into a workbook, and the value beside it is 0."),
    ),
    "unsaid-currency": Code(
        W,
        "A workbook shows amounts of money in the currency of whoever opens it: the format of its cells has a number, "
        "and names none. Slides show such amounts without a currency.",
        "Give the cells a format that names their currency, or write `unit:` in the column or chart, and "
        "`severity: {unsaid-currency: off}` in the deck.",
        Example("A script gives cells the format 44, which Excel shows with $ in New York and with € in Berlin."),
    ),
    "unknown-sheet": Code(
        E,
        "The workbook has no sheet of that name or number, or none with cells.",
        "Write the name of a sheet that it has.",
        Example("A deck names the sheet `Summary` of a workbook whose sheets are `Noise` and `Berths`."),
    ),
    "guessed-encoding": Code(
        W,
        "The file does not say its encoding and is not UTF-8. It is read as Windows-1252, so that letters beyond a to "
        "z may be others than were meant.",
        "Save it as UTF-8, or say its encoding in the table's `encoding`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    table: {file: old.csv}
"""),
    ),
    "lines-above-header": Code(
        W,
        "The first lines of the file hold less than most that follow, as a title does. They are left out, so that the "
        "columns have the names below them.",
        "Say how many lines stand above the names in the table's `skip`; `skip: 0` takes the first line for names.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    table: {file: titled.csv}
"""),
    ),
    "long-row": Code(
        E,
        "A row has more cells than the table has columns, so that some would have no place.",
        "Put quotes around a cell that holds a comma or the file's delimiter, or give the table another column.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    table: {rows: [[Berth, Level], [Berth 4, 62,5]]}
"""),
    ),
    "short-row": Code(
        W,
        "A row has fewer cells than the table has columns; the others stay empty.",
        "Write all of its cells, those that are empty too.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    table: {rows: [[Berth, Level], [Berth 4]]}
"""),
    ),
    "unusable-column": Code(
        E,
        "A column of the rows that decks are made of has no name, or the name of another column.",
        "Give each column a name of its own, in the first row of its table.",
        Example("The first line of `regions.csv` is `region,sales,sales`."),
    ),
    "no-rows": Code(
        E,
        "The table of rows that decks are made of has the names of its columns alone, or no row is left of it.",
        "Write a row for each deck, or mend the condition.",
        Example("`regions.csv` has one line, `region,sales`."),
    ),
    "endless-rows": Code(
        E,
        f"The table of rows that decks are made of has more than {ROWS.limit}, {ROW_COLUMNS.limit} or "
        f"{ROWS_CHARACTERS.limit}, or a row of more than {ROW_CHARACTERS.limit}.",
        "Leave out what no deck needs where the table is exported.",
        Example("A cell of `regions.csv` holds a film, in Base64."),
    ),
    "unknown-column": Code(
        E,
        "The table has no column of that name or number.",
        "Use one of the columns that help lists.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    table: {rows: [[Berth, Level], [Berth 4, 62.5]], sort: Levl}
"""),
    ),
    "ambiguous-column": Code(
        E,
        "Several columns of the table have the name by which one is meant.",
        "Use its number instead.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    table: {rows: [[Berth, Level, Level], [Berth 4, 62.5, 58]], sort: Level}
"""),
    ),
    "broken-span": Code(
        E,
        "A cell that spans rows or columns covers another cell, or leaves its part of the table (header, body or "
        "footer). Or it reaches into rows and columns that are left out or moved.",
        "Let it take fewer, or give each row or column a cell of its own.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    table: {rows: [[Berth, Level], [{text: Berth 4, rows: 2}, 62.5]]}
"""),
    ),
    "empty-table": Code(
        E,
        "The table has no rows to show below its header.",
        "Add rows, or mend what `where` asks for.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    table: {rows: [[Berth, Level], [Berth 4, 62.5]], where: {Level: "> 70"}}
"""),
    ),
    "endless-table": Code(
        E,
        f"The table has more than {TABLE_ROWS.limit}, {TABLE_COLUMNS.limit} or {TABLE_CELLS.limit}, more than slides "
        f"can show; or it has more than {TABLE_PLACES.limit} before any are picked, as where a cell takes very many.",
        "Pick rows with `where` or `most`, and columns with `columns`.",
        Example("`file: meters.csv`, where the file has a row for each minute of a year."),
    ),
    "not-a-number": Code(
        W,
        "A column is to show numbers, and a cell in it is none. It is shown as it is.",
        "Write a number, or leave the cell empty.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    table:
      rows: [[Berth, Level], [Berth 4, about 60]]
      columns: [Berth, {from: Level, unit: dB}]
"""),
    ),
    "ambiguous-number": Code(
        W,
        "A number's only sign is a comma before three digits, or a point in a language whose decimals have a comma. It "
        "parts thousands or decimals, and nothing in the table tells which. It is shown as it is; rows are picked and "
        "sorted by what the deck's language has.",
        "Say which sign decimals have in the table's `decimal`.",
        DeckExample("""\
title: Night noise
slides:
  - title: Night noise
  - title: Where it comes from
    table:
      rows: [[Berth, Hours], [Berth 4, "1,234"]]
      columns: [Berth, {from: Hours, format: number}]
"""),
    ),
}
