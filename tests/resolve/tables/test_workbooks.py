"""Tables from workbooks: cells as they are meant, and places by sheet and cell."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from tests.projects import Project
from tests.resolve.charts.reading import workbook
from tests.resolve.tables.reading import table_of, texts

ROWS = [
    ["Berth", "Day", "Level", "Share"],
    ["Berth 4", date(2024, 3, 5), 62.5, 0.5],
    ["Berth 5", date(2024, 3, 6), 1234.25, 0.125],
]


def project(folder, *sheets, **formats):
    """Return a project with a workbook."""
    made = Project(folder)
    (folder / "decks" / "noise.xlsx").write_bytes(workbook(*sheets, **formats))
    return made


def test_a_table_shows_a_sheet(tmp_path):
    """Dates and percents as such; numbers in the deck's language where a column asks for it."""
    made = project(tmp_path, ("Noise", ROWS), formats={1: "d.m.yy", 3: "0.0%"})
    entry = "file: noise.xlsx\ncolumns: [Berth, Day, {from: Level, decimals: 1}, Share]\n"
    assert texts(table_of(made, entry)) == [
        ["Berth", "Day", "Level", "Share"],
        ["Berth 4", "2024-03-05", "62.5", "50.0%"],
        ["Berth 5", "2024-03-06", "1,234.3", "12.5%"],
    ]


def test_titles_and_empty_rows_above_and_beside_it_are_left_out(tmp_path):
    """As people lay out their sheets."""
    rows = [
        ["", "Noise 2024"],
        [],
        ["", "Berth", "Level", "Hour"],
        ["", "Berth 4", 62.5, 3],
        [],
        ["", "Berth 5", 58, ""],
    ]
    made = project(tmp_path, ("Noise", rows))
    found = table_of(made, "file: noise.xlsx\nskip: 2\n")
    assert texts(found) == [["Berth", "Level", "Hour"], ["Berth 4", "62.5", "3"], ["Berth 5", "58", ""]]


def test_messages_name_the_cell(tmp_path):
    """Of the sheet that is read."""
    made = project(tmp_path, ("Noise", [["Berth", "Level"], ["Berth 4", "loud"]]))
    (one,) = made.read(
        "title: A\nslides:\n  - title: A\n  - title: B\n"
        "    table: {file: noise.xlsx, columns: [Berth, {from: Level, decimals: 1}]}\n"
    )[1]
    assert one.code == "not-a-number" and one.span and one.span.place.endswith("noise.xlsx:Noise!B2")


@pytest.mark.parametrize(
    ("code", "english", "german"),
    [
        ("0.00", ["12.50", "−1234.25"], ["12,50", "−1234,25"]),
        ("#,##0.0", ["12.5", "−1,234.3"], ["12,5", "−1.234,3"]),
        ('#,##0.00 "€"', ["12.50 €", "−1,234.25 €"], ["12,50 €", "−1.234,25 €"]),
        ('[$$-409]#,##0;("$"#,##0)', ["$13", "($1,234)"], ["$13", "($1.234)"]),
        ('0.0"%"', ["12.5%", "−1234.3%"], ["12,5 %", "−1234,3 %"]),
        ("0.0%", ["1250.0%", "−123425.0%"], ["1250,0 %", "−123425,0 %"]),
        ("+0.0;-0.0", ["+12.5", "−1234.3"], ["+12,5", "−1234,3"]),
        ("General", ["12.5", "−1234.25"], ["12,5", "−1234,25"]),
        ('0.0,,"M"', ["12.5", "−1234.25"], ["12,5", "−1234,25"]),
        ("0.00E+00", ["12.5", "−1234.25"], ["12,5", "−1234,25"]),
        ("[>=100]0;0.0", ["12.5", "−1234.25"], ["12,5", "−1234,25"]),
        ("[s].00", ["1080000.00", "−106639200.00"], ["1080000,00", "−106639200,00"]),
        ("00.0", ["12.5", "−1234.3"], ["12,5", "−1234,3"]),
        ("0,000", ["0,013", "−1,234"], ["0.013", "−1.234"]),
        ("0.#", ["12.5", "−1234.3"], ["12,5", "−1234,3"]),
        ("0.0##%", ["1250.0%", "−123425.0%"], ["1250,0 %", "−123425,0 %"]),
        ('0" t";0" t (neg)"', ["13 t", "−1234 t"], ["13 t", "−1234 t"]),
        ('0.0;"under";"–"', ["12.5", "under"], ["12,5", "under"]),
        ("0;;", ["13", ""], ["13", ""]),
        (";;;", ["", ""], ["", ""]),
        ('"yes";"no"', ["yes", "no"], ["yes", "no"]),
    ],
)
def test_numbers_are_shown_as_the_sheet_shows_them(tmp_path, code, english, german):
    """Decimals, groups and signs are those of the cell's format; which ones they are, the deck's language says.

    Of formats that are not taken over, too: a German deck showed 1.234 for a number a little above one.
    """
    rows = [["A"], [12.5], [-1234.25]]
    made = project(tmp_path, ("Noise", rows), formats={0: code})
    for language, shown in (("en", english), ("de", german)):
        found = texts(table_of(made, "file: noise.xlsx\n", f"language: {language}\n"))
        assert [one.replace("\u00a0", " ") for (one,) in found[1:]] == shown


def test_a_column_of_the_deck_comes_before_the_format(tmp_path):
    """What it leaves open, the format says."""
    made = project(tmp_path, ("Noise", [["A"], [12.25]]), formats={0: '0.0 "€"'})
    for wish, shown in (("decimals: 2", "12.25 €"), ("unit: EUR", "12.3 EUR"), ("thousands: false", "12.3 €")):
        ((_,), (one,)) = texts(table_of(made, f"file: noise.xlsx\ncolumns: [{{from: A, {wish}}}]\n"))
        assert one.replace("\u00a0", " ") == shown


def test_rows_are_picked_and_sorted_by_what_is_in_the_cells(tmp_path):
    """And not by what is shown of it."""
    made = project(tmp_path, ("Noise", [["A"], [1.4], [1.2], [0.9]]), formats={0: "0"})
    assert texts(table_of(made, "file: noise.xlsx\nwhere: {A: '> 1'}\nsort: A\n")) == [["A"], ["1"], ["1"]]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ('@" kg"', "40 to 60 kg"),
        ('"about "@', "about 40 to 60"),
        ('0;-0;0;"n/a"', "n/a"),
        (";;;", ""),
        ("0;;;", ""),
        (";;;@", "40 to 60"),
        ("@", "40 to 60"),
        ('0" kg"', "40 to 60"),
        ('0" kg";@" t"', "40 to 60 t"),
        ("General;General;General;General", "40 to 60"),
        ('_-* #,##0.00 "€"_-;-* #,##0.00 "€"_-;_-* "-"?? "€"_-;_-@_-', "40 to 60"),
        ("@@", "40 to 60"),
        ('[Red]"("@")"', "(40 to 60)"),
    ],
)
def test_texts_are_shown_as_the_sheet_shows_them(tmp_path, code, shown):
    """By the fourth section of their format, or by one with `@`: a text that `;;;` hides was on the slide."""
    made = project(tmp_path, ("Noise", [["A", "B"], ["40 to 60", "x"]]), formats={0: code})
    assert texts(table_of(made, "file: noise.xlsx\n"))[-1] == [shown, "x"]


def test_zeros_before_a_number_stay(tmp_path):
    """Of postal codes, which are names, for charts as for tables."""
    made = project(tmp_path, ("Noise", [["A"], [1067]]), formats={0: "00000"})
    assert texts(table_of(made, "file: noise.xlsx\n")) == [["A"], ["01067"]]


def test_formulas_that_nobody_has_worked_out_are_told_of(tmp_path):
    """A script that writes a workbook leaves 0 as the value of each formula: a total would be shown as 0."""
    made = Project(tmp_path)
    with xlsxwriter.Workbook(stream := BytesIO()) as book:
        sheet = book.add_worksheet("Noise")
        for row, line in enumerate([["Berth", "Level"], ["Berth 4", 62], ["Berth 5", 58], ["Sum", "=B2+B3"]]):
            sheet.write_row(row, 0, line)
    (tmp_path / "decks" / "noise.xlsx").write_bytes(stream.getvalue())
    deck = "title: A\nslides:\n  - title: A\n  - title: B\n    table: {file: noise.xlsx, columns: [Berth, Level]}\n"
    (one,) = made.read(deck)[1]
    assert one.code == "stale-formula" and one.span and one.span.place.endswith("noise.xlsx:Noise!B4")
    assert one.message == (
        "`noise.xlsx` is to work out this formula anew when it is opened: a program left the value, and it may be wrong"
    )


@pytest.mark.parametrize(
    ("number", "is_money"), [(5, True), (8, True), (42, True), (44, True), (43, False), (4, False)]
)
def test_money_whose_currency_is_that_of_the_reader_is_told_of(tmp_path, number, is_money):
    """XlsxWriter and openpyxl write `$` as a format by its number alone, of which Excel makes the reader's currency."""
    made = Project(tmp_path)
    with xlsxwriter.Workbook(stream := BytesIO()) as book:
        sheet, money = book.add_worksheet("Noise"), book.add_format({"num_format": number})
        sheet.write_row(0, 0, ["Berth", "Cost"])
        for row in (1, 2):
            sheet.write(row, 0, f"Berth {row}")
            sheet.write(row, 1, 1234.5, money)
    (tmp_path / "decks" / "noise.xlsx").write_bytes(stream.getvalue())
    for block in ("table: noise.xlsx", "chart: noise.xlsx"):
        said = made.read(f"title: A\nslides:\n  - title: A\n  - title: B\n    {block}\n")[1]
        assert [one.code for one in said] == ["unsaid-currency"] * is_money
        assert all(one.span and one.span.place.endswith("noise.xlsx:Noise!B2") for one in said)


def test_a_workbook_without_formulas_may_ask_to_work_them_out(tmp_path):
    """As programs that write workbooks always do."""
    made = Project(tmp_path)
    with xlsxwriter.Workbook(stream := BytesIO()) as book:
        book.add_worksheet("Noise").write_row(0, 0, ["Berth", "Level"])
    (tmp_path / "decks" / "noise.xlsx").write_bytes(stream.getvalue())
    deck = "title: A\nslides:\n  - title: A\n  - title: B\n    table: {file: noise.xlsx}\n"
    assert "stale-formula" not in [one.code for one in made.read(deck)[1]]


TYPED = [["Town", "Homes", "Both", "Rate"], ["Bonn", "1.234", 2.5, "1,5"], ["Ulm", "2.345", "3,5", "1.234,5"]]
"""Numbers that somebody typed as texts, or that another program exported so, beside a number."""


@pytest.mark.parametrize("decimal", ["", "decimal: comma\n"])
def test_numbers_in_texts_of_a_workbook_have_the_sign_that_they_show(tmp_path, decimal):
    """A number of the workbook has its own: `3,5` beside 2.5 is three and a half."""
    made = project(tmp_path, ("Towns", TYPED))
    columns = ", ".join(f"{{from: {name}, decimals: 1}}" for name in ("Homes", "Both", "Rate"))
    entry = f"file: noise.xlsx\ncolumns: [Town, {columns}]\nsort: -Both\nwhere: {{Both: '> 2'}}\n{decimal}"
    found = table_of(made, entry, "language: de\n")
    assert texts(found)[1:] == [["Ulm", "2.345,0", "3,5", "1.234,5"], ["Bonn", "1.234,0", "2,5", "1,5"]]


def test_what_nothing_tells_of_numbers_in_texts_of_a_workbook_is_asked(tmp_path):
    """`1.234` alone is no 1.2 where the language has commas; they stay, and other columns do not matter."""
    made = project(tmp_path, ("Towns", [[*row[:2], 2.125] for row in TYPED]))
    entry = "file: noise.xlsx, columns: [Town, {from: Homes, decimals: 1}], sort: Homes"
    head = "title: A\nlanguage: de\nslides:\n  - title: A\n  - title: B\n    table: "
    said = made.read(f"{head}{{{entry}}}\n")[1]
    assert {one.code for one in said} == {"ambiguous-number"}
    assert not made.read(f"{head}noise.xlsx\n")[1]
    assert not made.read(f"{head}{{{entry}, decimal: comma}}\n")[1]


def test_a_column_that_asks_for_numbers_has_those_that_a_sheet_hides(tmp_path):
    """The keys of a column overrule what cells show; so do `where` and `sort`, which have the numbers."""
    made = project(tmp_path, ("A", [["A", "B"], [0, 1], [7, -2], [-7, 3]]), formats={0: '0;;"–"', 1: ";;;"})
    assert texts(table_of(made, "file: noise.xlsx\nsort: A\n")) == [["A", "B"], ["", ""], ["–", ""], ["7", ""]]
    columns = "columns: [{from: A, decimals: 1}, {from: B, unit: kg}]\nwhere: {B: '> 0'}\n"
    assert texts(table_of(made, f"file: noise.xlsx\n{columns}")) == [
        ["A", "B"],
        ["0.0", "1\u00a0kg"],
        ["−7.0", "3\u00a0kg"],
    ]


def test_numbers_that_are_names_keep_their_signs(tmp_path):
    """A number of a person lost its zeros and its hyphens."""
    made = project(tmp_path, ("A", [["Who", "No."], ["Lind", 1067]]), formats={1: "000-00-0000"})
    assert texts(table_of(made, "noise.xlsx"))[1] == ["Lind", "000-00-1067"]


@pytest.mark.parametrize(("language", "names"), [("de", ["Ort", "1,25", "2024"]), ("en", ["Ort", "1.25", "2024"])])
def test_numbers_in_the_header_are_shown_as_the_sheet_shows_them(tmp_path, language, names):
    """In a German deck, a point parts thousands; years have no groups."""
    made = project(tmp_path, ("A", [["Ort", 1.25, 2024], ["Kiel", 2, 3]]))
    assert texts(table_of(made, "noise.xlsx", f"language: {language}\n"))[0] == names
