"""Tables from rows in the deck: header, columns, alignment, spans and stress."""

from __future__ import annotations

import pytest

from deckmaker.model import Align, Credit, Lines, Overflow, OverflowPolicy, Run, Table, TextBlock
from tests.projects import Project
from tests.resolve.tables.reading import resolved, table_of, texts

ROWS = "rows: [[Berth, Level, Change], [Berth 4, 62.5, -0.03], [Berth 5, 1058, 0.1], [All, 60, 0]]\n"
N = "\u00a0"


def test_rows_as_lists_have_their_header_first(tmp_path):
    """What is typed stays as it is; numbers stand on their decimal sign, names over their ends."""
    table = table_of(Project(tmp_path), ROWS)
    assert texts(table) == [
        ["Berth", "Level", "Change"],
        ["Berth 4", "62.5", "-0.03"],
        ["Berth 5", "1058", "0.1"],
        ["All", "60", "0"],
    ]
    assert (table.header_rows, table.footer_rows, table.stub_columns) == (1, 0, 0)
    assert (table.lines, table.caption, table.overflow) == (Lines.RULES, None, None)
    assert [column.align for column in table.columns] == [Align.LEFT, Align.DECIMAL, Align.DECIMAL]
    assert [cell.align for cell in table.rows[0].cells] == [None, None, None]
    assert [[cell.decimal_suffix for cell in row.cells] for row in table.rows] == [
        [0, 0, 0],
        [0, 2, 3],
        [0, 0, 2],
        [0, 0, 0],
    ]


def test_rows_as_mappings_take_the_header_from_their_keys(tmp_path):
    """In the order in which they first stand; a row without one has an empty cell."""
    rows = "rows:\n  - {Berth: Berth 4, Level: 62.5}\n  - {Level: 58, Berth: Berth 5, Note: loud}\n"
    assert texts(table_of(Project(tmp_path), rows)) == [
        ["Berth", "Level", "Note"],
        ["Berth 4", "62.5", ""],
        ["Berth 5", "58", "loud"],
    ]
    without = table_of(Project(tmp_path), f"header: 0\n{rows}", off="headerless-table")
    assert (without.header_rows, texts(without)[0]) == (0, ["Berth 4", "62.5", ""])


def test_all_parts_of_a_table_are_read(tmp_path):
    """Caption, header, footer, stub, lines, overflow and credit."""
    deck, said = resolved(
        Project(tmp_path),
        f"{ROWS}caption: Loudest **hour**\nheader: 2\nfooter: 1\nstub: 1\nlines: zebra\noverflow: split\n"
        "credit: {publisher: Port Authority}\n",
    )
    (table,) = deck.slides[0].blocks
    assert isinstance(table, Table) and said == ""
    assert table.caption and table.caption.runs == (Run("Loudest "), Run("hour", bold=True))
    assert (table.header_rows, table.footer_rows, table.stub_columns, table.lines) == (2, 1, 1, Lines.ZEBRA)
    assert table.overflow == Overflow(OverflowPolicy.SPLIT, asked=True)
    assert deck.slides[0].credits == (Credit("data", publisher="Port Authority"),)
    assert deck.slides[0].credits_span.place.endswith(":12:15")


def test_a_table_stands_among_the_blocks_in_the_order_of_the_keys(tmp_path):
    """Before a text that is written below it."""
    deck, _ = resolved(Project(tmp_path), "rows: [[a], [b]]\n")
    assert [type(block) for block in deck.slides[0].blocks] == [Table]
    deck, _ = resolved(Project(tmp_path), "rows: [[a], [b]]\ncaption: x\n", head="subtitle: y\n")
    project = Project(tmp_path)
    project.write(project.deck.read_text() + "    text: Words\n")
    from tests.resolve.test_blocks import resolve

    assert [type(one) for one in resolve(project, project.deck.read_text()).slides[0].blocks] == [Table, TextBlock]


def test_columns_are_picked_named_and_shown(tmp_path):
    """In the order that is asked for; numbers in the deck's language."""
    columns = """\
columns:
  - {from: Change, name: "Change, *relative*", format: percent, decimals: 1}
  - {from: Level, decimals: 1, unit: dB, width: 2, align: right}
  - {name: Berth, strong: true, align: center}
"""
    table = table_of(Project(tmp_path), ROWS + columns, head="language: de\n")
    assert texts(table) == [
        ["Change, relative", "Level", "Berth"],
        [f"−3,0{N}%", f"62,5{N}dB", "Berth 4"],
        [f"10,0{N}%", f"1.058,0{N}dB", "Berth 5"],
        [f"0,0{N}%", f"60,0{N}dB", "All"],
    ]
    assert [column.align for column in table.columns] == [Align.DECIMAL, Align.RIGHT, Align.CENTER]
    assert [column.share for column in table.columns] == [None, 2.0, None]
    assert [column.strong for column in table.columns] == [False, False, True]
    assert [cell.decimal_suffix for cell in table.rows[1].cells] == [4, 0, 0]
    assert table.rows[0].cells[0].paragraph.runs[1] == Run("relative", italic=True)


@pytest.mark.parametrize(
    ("column", "shown"),
    [
        ("{from: v}", ["1234.5", "0.5", "12%", "n/a"]),
        ("{from: v, format: number}", ["1,234.5", "0.5", "12%", "n/a"]),
        ("{from: v, thousands: false}", ["1234.5", "0.5", "12%", "n/a"]),
        ("{from: v, thousands: true}", ["1,234.5", "0.5", "12%", "n/a"]),
        ("{from: v, format: percent}", ["123,450%", "50%", "12%", "n/a"]),
        ('{from: v, unit: "%"}', ["1,234.5%", "0.5%", "12%", "n/a"]),
        ("{from: v, decimals: 0}", ["1,235", "1", "12%", "n/a"]),
    ],
)
def test_a_columns_numbers_are_shown_as_it_says(column, shown, tmp_path):
    """A percent that is typed as one is one; what stands for no number stays."""
    table = table_of(Project(tmp_path), f"rows: [[v], [1234.5], [0.5], [12%], [n/a]]\ncolumns: [{column}]\n")
    assert [row.cells[0].paragraph.text for row in table.rows[1:]] == shown


def test_a_unit_that_a_cell_says_already_is_said_once(tmp_path):
    """Before or behind its number; another one than the column's stays."""
    deck = "rows: [[v], [5.5 €], [€ 3], [7], [$ 2]]\ncolumns: [{from: v, unit: €}]\n"
    shown = [row.cells[0].paragraph.text for row in table_of(Project(tmp_path), deck).rows[1:]]
    assert shown == [f"5.5{N}€", f"3{N}€", f"7{N}€", f"$ 2{N}€".replace(" ", N)]


def test_the_files_own_decimal_sign_counts(tmp_path):
    """A lone comma is that of the other numbers in the table; the deck may say which it is."""
    rows = 'rows: [[a, b], ["1,234", "0,5"], ["5", "2,25"]]\ncolumns: [{from: a, decimals: 1}, b]\n'
    assert texts(table_of(Project(tmp_path), rows))[1] == ["1.2", "0,5"]
    assert texts(table_of(Project(tmp_path), f"{rows}decimal: point\n"))[1] == ["1,234.0", "0,5"]


THOUSANDS = "rows: [[Ort, Umsatz], [Berlin, 12.500], [Hamburg, 1.250], [Kiel, 980]]\n"


@pytest.mark.parametrize(("language", "sign"), [("de", "point"), ("fr", "point"), ("en-GB", "comma")])
def test_a_number_that_may_be_a_thousandth_stays_with_a_warning(language, sign, tmp_path):
    """Under the other language's sign as well as under its own; rows are sorted as the language has it."""
    rows = THOUSANDS if sign == "point" else THOUSANDS.replace("12.500", '"12,500"').replace("1.250", '"1,250"')
    head = f"language: {language}\n"
    deck, said = resolved(Project(tmp_path), f"{rows}columns: [Ort, {{from: Umsatz, unit: €}}]\nsort: -Umsatz\n", head)
    (table,) = deck.slides[0].blocks
    assert isinstance(table, Table)
    typed = ["12.500", "1.250"] if sign == "point" else ["12,500", "1,250"]
    assert [row[1] for row in texts(table)[1:]] == [*typed, f"980{N}€"]
    assert said.count("warning[ambiguous-number]: row ") == said.count("[ambiguous-number]") == 2
    assert f"help: say what its {sign} is: `decimal: comma` in the table, or `decimal: point`" in said


@pytest.mark.parametrize(("head", "more"), [("", ""), ("language: de\n", "decimal: point\n")])
def test_a_lone_point_is_a_decimal_sign_where_it_is_usual_or_said(head, more, tmp_path):
    """As programs write numbers."""
    columns = "columns: [Ort, {from: Umsatz, decimals: 1}]\n"
    shown = texts(table_of(Project(tmp_path), THOUSANDS + columns + more, head))
    assert shown[1][1] == ("12,5" if head else "12.5")


@pytest.mark.parametrize("more", ["sort: -Umsatz", 'where: {Umsatz: "> 1000"}', "sort: Umsatz\ncolumns: [Ort]"])
def test_what_rows_are_picked_by_is_told_once_where_it_is_open(more, tmp_path):
    """Also of columns that are shown as they are typed, or not at all."""
    _, said = resolved(Project(tmp_path), f"{THOUSANDS}{more}\n", "language: de\n")
    assert said.startswith(
        "warning[ambiguous-number]: rows are picked by `12.500`, which is one number or a thousandth"
    )
    assert said.count("[ambiguous-number]") == 1


def test_an_open_number_that_nothing_depends_on_stands_to_the_right_without_a_word(tmp_path):
    """As typed, with its like."""
    table = table_of(
        Project(tmp_path), f"{THOUSANDS}where: {{Umsatz: [12.500, many]}}\ndecimal: comma\n", "language: de\n"
    )
    assert len(table.rows) == 2
    table = table_of(Project(tmp_path), THOUSANDS, "language: de\n")
    assert table.columns[1].align is Align.DECIMAL
    assert [row.cells[1].decimal_suffix for row in table.rows] == [0, 0, 0, 0]


def test_marks_hide_no_number(tmp_path):
    """Bold numbers tell their sign, are sorted and compared by value, and are open where others are."""
    rows = "rows: [[a, b], ['**1.234,5**', x], ['**900**', '**y**'], [1.000, z]]\n"
    more = 'columns: [a, b]\nsort: a\nwhere: {a: "> 1", b: [y, x]}\n'
    assert texts(table_of(Project(tmp_path), rows + more))[1:] == [["900", "y"], ["1.234,5", "x"]]
    bold = THOUSANDS.replace("12.500", "'**12.500**'").replace("1.250", "'*1.250*'")
    _, said = resolved(Project(tmp_path), f"{bold}columns: [Ort, {{from: Umsatz, unit: €}}]\n", "language: de\n")
    assert said.count("[ambiguous-number]") == 2


def test_marks_in_a_number_stay(tmp_path):
    """A bold number is written in the deck's language, too."""
    table = table_of(Project(tmp_path), "rows: [[a], ['**1234.5**']]\ncolumns: [{from: a, format: number}]\n")
    assert table.rows[1].cells[0].paragraph.runs == (Run("1,234.5", bold=True),)


def test_cells_may_take_several_rows_and_columns(tmp_path):
    """Names of columns are the lowest of the header; a name over several columns stands in their middle."""
    table = table_of(
        Project(tmp_path),
        """\
rows:
  - [{text: Berth, rows: 2}, {text: At night, columns: 2}]
  - [Level, Change]
  - [{text: Berth 4, rows: 2, strong: true}, 62.5, 1]
  - [60, 2]
  - [Berth 5, {text: no data, columns: 2}]
header: 2
columns: [{from: Berth, name: Place}, {from: Level, unit: dB}, Change]
""",
    )
    assert texts(table) == [
        ["Place", "At night"],
        ["Level", "Change"],
        ["Berth 4", f"62.5{N}dB", "1"],
        [f"60{N}dB", "2"],
        ["Berth 5", "no data"],
    ]
    assert [(one.row, one.column) for one in table.places() if one.cell.columns == 2] == [(0, 1), (4, 1)]
    assert [cell.align for cell in table.rows[0].cells] == [None, Align.CENTER]
    assert table.rows[4].cells[1].align is Align.LEFT
    assert table.rows[2].cells[0].strong and table.rows[2].cells[0].rows == 2


def test_rows_columns_and_cells_are_stressed_by_numbers_and_names(tmp_path):
    """Rows count from 1 below the header, as they are shown."""
    strong = "strong: {rows: [1], columns: [Change], cells: [[2, Berth], [3, 2]]}\nsort: -Level\nfooter: 1\n"
    table = table_of(Project(tmp_path), ROWS + strong)
    assert [row.strong for row in table.rows] == [False, True, False, False]
    assert texts(table)[1][0] == "Berth 5"
    assert [column.strong for column in table.columns] == [False, False, True]
    found = [(row, i) for row, one in enumerate(table.rows) for i, cell in enumerate(one.cells) if cell.strong]
    assert found == [(2, 0), (3, 1)]


def test_columns_without_names_have_numbers(tmp_path):
    """Of rows without header; and of columns that share a name."""
    rows = "rows: [[a, 2], [b, 1]]\nheader: 0\ncolumns: [2, 1]\nsort: 2\n"
    table = table_of(Project(tmp_path), rows, off="headerless-table")
    assert texts(table) == [["1", "b"], ["2", "a"]]
    table = table_of(Project(tmp_path), "rows: [[x, x], [b, 1]]\ncolumns: [2]\n")
    assert texts(table) == [["x"], ["1"]]


def test_columns_are_named_with_and_without_marks(tmp_path):
    """And two of them may change names."""
    rows = "rows: [[CO~2~, '**b**'], [1, 2]]\n"
    for names in ("[b, CO2]", "['**b**', CO~2~]", "[{from: b, name: x}, {from: CO2, name: b}]"):
        table = table_of(Project(tmp_path), f"{rows}columns: {names}\n")
        assert texts(table)[1] == ["2", "1"]
    swapped = "columns: [{from: a, name: b}, {from: b, name: a}]\nsort: -a\n"
    assert texts(table_of(Project(tmp_path), f"rows: [[a, b], [1, 3], [2, 4]]\n{swapped}")) == [
        ["b", "a"],
        ["2", "4"],
        ["1", "3"],
    ]


def test_every_row_and_cell_knows_its_place(tmp_path):
    """For messages of later phases."""
    table = table_of(Project(tmp_path), "rows:\n  - [a, b]\n  - [c, d]\n")
    spans = [(row.span, [cell.paragraph.span for cell in row.cells]) for row in table.rows]
    assert [(row.line, [(one.line, one.column) for one in cells]) for row, cells in spans] == [
        (6, [(6, 12), (6, 15)]),
        (7, [(7, 12), (7, 15)]),
    ]


@pytest.mark.parametrize(
    ("rows", "code"),
    [('[["a\\x07"], [b]]', "unusable-character"), ('[[a], ["[x](file:///x)"]]', "unsafe-link")],
)
def test_texts_of_cells_are_checked_as_all_are(rows, code, tmp_path):
    """Characters and links."""
    assert resolved(Project(tmp_path), f"rows: {rows}\n")[1].startswith(f"error[{code}]")


@pytest.mark.parametrize(("key", "rows", "said"), [("most", 10_001, "10,001 rows"), ("columns", 1, "51 columns")])
def test_a_table_has_its_limits(key, rows, said, tmp_path):
    """The message says how many there are, and how to choose fewer."""
    row = "[" + ", ".join("x" * (51 if rows == 1 else 1)) + "]"
    _, told = resolved(Project(tmp_path), "header: 0\nrows:\n" + f"  - {row}\n" * rows)
    assert told.startswith(f"error[endless-table]: the table has {said}: expected") and f"`{key}:`" in told


def test_of_many_rows_of_other_lengths_ten_are_told(tmp_path):
    """The last of them says how many there are besides."""
    _, told = resolved(Project(tmp_path), "rows:\n  - [a, b]\n" + "  - [c]\n" * 25)
    assert told.count("warning[short-row]") == 10 and "15 further rows are so, too" in told


MONEY = """\
rows:
  - [What, "2025", "2026"]
  - [Cranes, "€ 14,200.50", "$1,234.50"]
  - [Power, "(€ 1,300)", "($12)"]
  - [All, –, ""]
"""


def test_money_stands_on_its_decimal_sign(tmp_path):
    """As typed, what is below zero between brackets."""
    table = table_of(Project(tmp_path), MONEY)
    assert [column.align for column in table.columns] == [Align.LEFT, Align.DECIMAL, Align.DECIMAL]
    assert [[cell.decimal_suffix for cell in row.cells] for row in table.rows[1:3]] == [[0, 3, 3], [0, 1, 1]]
    assert texts(table)[1:3] == [["Cranes", "€ 14,200.50", "$1,234.50"], ["Power", "(€ 1,300)", "($12)"]]


def test_money_is_written_in_the_decks_language(tmp_path):
    """With its own decimal sign and groups; currency and brackets stay, and no line parts them from their number."""
    columns = 'columns: [What, {from: "2025", decimals: 2}, {from: "2026", format: number}]\n'
    table = table_of(Project(tmp_path), MONEY + columns, "language: de\n")
    assert texts(table)[1:3] == [
        ["Cranes", f"€{N}14.200,50", "$1.234,50"],
        ["Power", f"(€{N}1.300,00)", "($12)"],
    ]


def test_money_is_sorted_by_its_amount(tmp_path):
    """Brackets before all else."""
    table = table_of(Project(tmp_path), MONEY + 'sort: "2025"\n')
    assert [row[0] for row in texts(table)] == ["What", "Power", "Cranes", "All"]


UNITS = """\
rows:
  - [House, Energy, Paid, Time, Noise]
  - [Old, 18.2 MWh, "€ 185.1 m", 2 weeks, 45 dB(A)]
  - [New, 3 MWh, "€ 31.7 m", 1 day, –]
  - [All, "21.2 MWh^[A year.]", "€ 216.8 m", "", 45 dB(A)]
"""


def test_numbers_with_one_unit_stand_on_their_decimal_sign(tmp_path):
    """As typed, with money and behind footnotes, too; numbers of several units stand as texts do."""
    table = table_of(Project(tmp_path), UNITS)
    on_the_sign = [Align.DECIMAL] * 2
    assert [column.align for column in table.columns] == [Align.LEFT, *on_the_sign, Align.LEFT, Align.DECIMAL]
    suffixes = [[len(".2 MWh"), len(".1 m")], [len(" MWh"), len(".7 m")]]
    assert [[cell.decimal_suffix for cell in row.cells[1:3]] for row in table.rows[1:3]] == suffixes
    assert table.rows[1].cells[4].decimal_suffix == len(" dB(A)")
