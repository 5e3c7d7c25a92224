"""Workbooks: what their cells mean, where they are, and what is refused before it takes memory."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.budget.bound import Bound
from deckmaker.budget.tables import TABLE_FILE_CELLS
from deckmaker.source.workbook import NotAWorkbook, SheetStream, package, read_workbook, reading
from deckmaker.source.workbook.formats import Meaning, meaning_of, written
from tests.resolve.charts.reading import workbook

NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NS_OF_ALTERNATIVES = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(sheet: str, **parts: str) -> bytes:
    """Return a workbook with a sheet of this XML, written by hand; `parts` take the place of others."""
    files = {
        "xl/workbook.xml": (
            f'<workbook xmlns="{NS}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
        ),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{NS}"><sheetData>{sheet}</sheetData></worksheet>',
    } | parts
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as book:
        for name, content in files.items():
            book.writestr(name, content)
    return stream.getvalue()


def cells(content: bytes, **options: str) -> list[list[str]]:
    """Return the texts of a workbook's rows."""
    return [row.cells for row in read_workbook("b.xlsx", content, **options).rows]


def test_cells_are_what_they_mean():
    """Texts, numbers, truths and dates; a formula is its value."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet()
    day, percent, month = (book.add_format({"num_format": one}) for one in ("d mmm yyyy", "0.0%", 'mmm "of" yy'))
    clock, moment = (book.add_format({"num_format": one}) for one in ("hh:mm", "d mmm yyyy hh:mm"))
    sheet.write_row(0, 0, ["a", 1.5, True, 0.1 + 0.2, 1e-9, 12345678])
    sheet.write_datetime(1, 0, datetime(2024, 3, 5), day)
    sheet.write_datetime(1, 1, datetime(2024, 3, 5, 12, 30), moment)
    sheet.write_datetime(1, 2, datetime(2024, 3, 1), month)
    sheet.write_number(1, 3, 0.625, percent)
    sheet.write_datetime(1, 4, time(9, 5), clock)
    sheet.write_formula(1, 5, "=1+1", None, 2)
    sheet.write_rich_string(2, 0, "two ", day, "runs")
    book.close()
    assert cells(stream.getvalue()) == [
        ["a", "1.5", "TRUE", "0.3", "0.000000001", "12345678"],
        ["2024-03-05", "2024-03-05 12:30", "2024-03", "62.5%", "09:05", "2"],
        ["two runs"],
    ]
    assert cells(stream.getvalue(), decimal="comma")[0][1] == "1,5"


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("General", Meaning.NUMBER),
        ("0.00", Meaning.NUMBER),
        ('#,##0 "days"', Meaning.NUMBER),
        ("[Red]0;[Blue]-0", Meaning.NUMBER),
        ("0.00E+00", Meaning.NUMBER),
        ("0%", Meaning.SHARE),
        ("yyyy", Meaning.YEAR),
        ("mmm-yy", Meaning.MONTH),
        ("[$-407]d. mmmm yyyy", Meaning.DAY),
        ("yyyy-mm-dd hh:mm", Meaning.MOMENT),
        ("h:mm AM/PM", Meaning.TIME),
        ("mm:ss.0", Meaning.LAP),
        ("[h]:mm", Meaning.HOURS),
        ("[hh]:mm:ss.000", Meaning.HOURS),
        ("[Red][mm]:ss", Meaning.MINUTES),
        ("[s]", Meaning.SECONDS),
        ("@", Meaning.NUMBER),
    ],
)
def test_formats_tell_dates_and_shares_from_numbers(code, meaning):
    """Words in quotes and in brackets tell nothing."""
    assert meaning_of(164, code) is meaning


@pytest.mark.parametrize(
    ("serial", "begins_in_1904", "text"),
    [
        ("1", False, "1900-01-01"),
        ("59", False, "1900-02-28"),
        ("61", False, "1900-03-01"),
        ("45356", False, "2024-03-05"),
        ("43894", True, "2024-03-05"),
        ("2958465", False, "9999-12-31"),
    ],
)
def test_days_are_counted_as_spreadsheets_do(serial, begins_in_1904, text):
    """From 1900, which they take for a leap year, or from 1904."""
    assert written(serial, Meaning.DAY, begins_in_1904, "point") == text


@pytest.mark.parametrize(
    ("serial", "meaning", "seconds", "text"),
    [
        ("-0.104166667", Meaning.TIME, None, "-02:30"),
        ("-0.104166667", Meaning.TIME, 0, "-02:30:00"),
        ("-0.0025", Meaning.LAP, 0, "-03:36"),
        ("0.25", Meaning.TIME, None, "06:00"),
    ],
)
def test_times_below_zero_are_those_of_workbooks_that_begin_in_1904(serial, meaning, seconds, text):
    """Others show none: overtime is kept in such workbooks, and was a fraction of a day."""
    assert written(serial, meaning, True, "point", seconds=seconds) == text
    if serial.startswith("-"):
        assert written(serial, meaning, False, "point", seconds=seconds) == serial


@pytest.mark.parametrize(
    ("days", "code", "text"),
    [
        (30 / 24, "[h]:mm", "30:00"),
        (0.25, "[h]:mm", "6:00"),
        (7 / 24 + 5 / 1440 + 9 / 86_400, "[h]:mm:ss", "7:05:09"),
        (-1.5, "[h]:mm", "-36:00"),
        (123.5, "[hh]:mm", "2964:00"),
        (90.5 / 1440, "[m]:ss", "90:30"),
        (90.5 / 1440, "[s]", "5430"),
        (90.5 / 1440, "mm:ss.0", "01:30:30.0"),
        (83.456 / 86_400, "mm:ss.00", "01:23.46"),
        (83.456 / 86_400, "[m]:ss.000", "1:23.456"),
        (83.456 / 86_400, "[h]:mm:ss.0", "0:01:23.5"),
        (-83.456 / 86_400, "[s].00", "-83.46"),
        (59.999 / 86_400, "mm:ss.00", "01:00.00"),
        (3 / 1440, "mm:ss", "03:00"),
        (205 / 86_400, "mm:ss", "03:25"),
        (83.25 / 86_400, "mm:ss.0", "01:23.3"),
        (83.35 / 86_400, "mm:ss.0", "01:23.4"),
        (83.25 / 86_400, "[m]:ss.0", "1:23.3"),
        (0.5, "hh:mm:ss", "12:00:00"),
        (0.5 + 30 / 86_400, "hh:mm", "12:00"),
        (1.5, "h:mm", "12:00"),
        (1.5, "mm:ss", "12:00:00"),
        (1.5, "[h]:mm:ss", "36:00:00"),
        (0, "h:mm", "00:00"),
        (0.5, "ss", "12:00:00"),
        (45356.5 + 1 / 86_400, "yyyy-mm-dd hh:mm:ss", "2024-03-05 12:00:01"),
        (45356.5 + 1.5 / 86_400, "hh:mm:ss.0", "2024-03-05 12:00:01.5"),
        (45356.5 + 1 / 86_400, "yyyy-mm-dd hh:mm", "2024-03-05 12:00"),
        (45356.5, "h:mm", "2024-03-05 12:00"),
        (45356.5, "yyyy-mm-dd", "2024-03-05"),
        (45356.75, "d.m.yyyy", "2024-03-05"),
        (45356, "mmm", "2024-03"),
        (45356, "Q\\ yy", "2024-Q1"),
        (45291, 'QQ" of "yyyy', "2023-Q4"),
        (45356, '"KW" ww', "2024-03-05"),
        (45356, "e", "2024"),
        (45356, "d.m.yyyy;;", "2024-03-05"),
        (0, 'd.m.yyyy;;"–"', "–"),
        (-1.5, '[h]:mm;"owed"', "owed"),
        (45356, "[$-407]mmmm", "2024-03"),
    ],
)
def test_times_and_months_have_all_that_their_format_shows(days, code, text):
    """Elapsed time of any length is no day of 1900; seconds have their parts; a month alone is no number of days.

    LibreOffice has codes of its own for quarters and weeks: a quarter was its year alone.

    Three minutes under `mm:ss` are 03:00: as 00:03 they would be three seconds beside 03:25.
    """
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    book.add_worksheet().write(0, 0, days, book.add_format({"num_format": code}))
    book.close()
    assert cells(stream.getvalue()) == [[text]]


@given(st.dates(date(1900, 3, 1), date(9999, 12, 31)))
def test_every_day_is_read_back(day):
    """As xlsxwriter writes it."""
    assert cells(workbook(("A", [["x"], [day]]))) == [["x"], [day.isoformat()]]


@given(
    st.lists(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e15, max_value=1e15), min_size=1, max_size=9)
)
def test_every_number_is_read_back(numbers):
    """To 15 digits, as spreadsheets show them."""
    (row,) = cells(workbook(("A", [numbers])))
    assert [float(one) for one in row] == pytest.approx(numbers, rel=1e-14, abs=1e-22)


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), min_size=1), min_size=1, max_size=5)
)
def test_every_text_is_read_back(texts):
    """Whatever letters it has."""
    written = [f"a {one}" for one in texts]  # what begins with `=` or an address is no text to xlsxwriter
    assert cells(workbook(("A", [written]))) == [written]


def test_whole_numbers_have_all_digits_of_the_file():
    """Numbers of cards and parcels have 16 digits and more, of which spreadsheets would work with 15."""
    numbers = [
        "4111111111111111",
        "-9007199254740993",
        "123456789012345678901234567890",
        "1_000",
        "1.2345678901234501E+15",
    ]
    row = "".join(f"<c><v>{one}</v></c>" for one in numbers)
    assert cells(packed(f"<row>{row}</row>")) == [
        [*numbers[:2], "1.23456789012345678901234567890e+29", "1_000", "1234567890123450"]
    ]


def test_signs_that_xml_cannot_have_are_read_as_they_are_meant():
    """Excel writes the end of a line of another system as `_x000D_`, and those letters themselves with a sign more."""
    text = "a_x000D_\nb _x0041_ _x005F_x0041_ _x00_ _xD83D_"
    row = (
        f"<c t='s'><v>0</v></c><c t='inlineStr'><is><t>{text}</t></is></c><c t='str'><v>{text}</v></c>"
        "<c t='b'><v>true</v></c>"
    )
    targets = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="s.xml"/></Relationships>'
    )
    shared = f'<sst xmlns="{NS}"><si><t>{text}</t></si></sst>'
    content = packed(f"<row>{row}</row>", **{"xl/_rels/workbook.xml.rels": targets, "xl/s.xml": shared})
    assert cells(content) == [["a\r\nb A _x0041_ _x00_ _xD83D_"] * 3 + ["TRUE"]]


def test_what_lies_below_a_merged_cell_is_not_shown():
    """LibreOffice keeps what stood in cells before they were merged, and shows only the first."""
    rows = ""
    for row in (1, 2, 3):
        found = "".join(f"<c r='{column}{row}'><v>{row}{at}</v></c>" for at, column in enumerate("ABC"))
        rows += f"<row r='{row}'>{found}</row>"
    merged = "<mergeCells><mergeCell ref='A1:B2'/><mergeCell ref='B3:C3'/></mergeCells>"
    sheet = f'<worksheet xmlns="{NS}"><sheetData>{rows}</sheetData>{merged}</worksheet>'
    content = packed("", **{"xl/worksheets/sheet1.xml": sheet})
    shown = [["10", "", "12"], ["10", "", "22"], ["30", "31"]]
    assert cells(content) == shown
    assert [row.cells for row in SheetStream("b.xlsx", content).rows()] == shown


def test_the_first_sheet_that_is_shown_is_read():
    """Unless one is named."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    book.add_worksheet("Hidden").write(0, 0, "h")
    book.add_worksheet("Shown").write(0, 0, "s")
    book.get_worksheet_by_name("Shown").activate()
    book.get_worksheet_by_name("Hidden").hide()
    book.close()
    assert cells(stream.getvalue()) == [["s"]]
    assert cells(stream.getvalue(), sheet="hidden") == [["h"]]


def test_places_are_named_by_sheet_and_cell():
    """And show the row."""
    sheet = read_workbook("b.xlsx", workbook(("Noise 2", [[], ["", "Berth", "Level"], ["", "Berth 4", 62.5]])))
    assert (sheet.first, [row.number for row in sheet.rows]) == (1, [2, 3])
    span = sheet.span(3, 2)
    assert (span.place, span.source.line(3)) == ("b.xlsx:Noise 2!C3", "Berth 4 | 62.5")
    assert span.source.line(3)[span.column - 1 : span.end_column - 1] == "62.5"
    assert sheet.span(2, 30).place == "b.xlsx:Noise 2!AE2"


def test_cells_without_references_stand_one_behind_the_other():
    """As small writers leave them out."""
    content = packed("<row><c><v>1</v></c><c><v>2</v></c></row><row><c t='inlineStr'><is><t>x</t></is></c></row>")
    assert cells(content) == [["1", "2"], ["x"]]


def test_of_alternatives_that_is_read_which_all_programs_know():
    """Rows of what newer programs alone know stood beside those that stand for them."""
    row = '<row r="{0}"><c r="A{0}"><v>{0}</v></c></row>'
    sheet = (
        f'{row.format(1)}<mc:AlternateContent xmlns:mc="{NS_OF_ALTERNATIVES}"><mc:Choice Requires="x14">{row.format(2)}'
        f"{row.format(3)}</mc:Choice><mc:Fallback>{row.format(4)}</mc:Fallback></mc:AlternateContent>{row.format(5)}"
    )
    assert cells(packed(sheet)) == [["1"], ["4"], ["5"]]


def test_what_is_far_away_takes_no_memory_before_it():
    """A cell in the last row and column is one row of cells."""
    far = "<row r='1'><c r='A1'><v>1</v></c></row><row r='1048576'><c r='XFD1048576'><v>2</v></c></row>"
    assert [len(one) for one in cells(packed(far))] == [1, 16384]
    rows = "".join(f"<row r='{row}'><c r='XFD{row}'><v>2</v></c></row>" for row in range(1, 100))
    with pytest.raises(NotAWorkbook, match=r"more than 1,000,000 cells: see `A!XFD62`"):
        cells(packed(rows))


HOSTILE = {
    "no zip": (b"PK\x03\x04" + bytes(99), "is no workbook"),
    "no parts": (packed("", **{"xl/workbook.xml": "<a"}), "`xl/workbook.xml` cannot be read"),
    "entities": (
        packed("", **{"xl/worksheets/sheet1.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}),
        "declares what could be entities",
    ),
    "depth": (packed("<a>" * 200 + "</a>" * 200), "holds more than anybody writes"),
    "no sheets": (packed("", **{"xl/_rels/workbook.xml.rels": "<Relationships/>"}), "has no sheet with cells"),
    "a row beyond all": (packed("<row r='9999999'><c><v>1</v></c></row>"), "a row that no sheet has"),
    "a column beyond all": (packed("<row r='1'><c r='ZZZ1'><v>1</v></c></row>"), "a column that no sheet has"),
    "a cell beyond all": (packed("<row r='1'><c r='ZZZZ1'><v>1</v></c></row>"), "a cell that no sheet has"),
    "a cell without a row": (packed("<row r='1'><c r='A'><v>1</v></c></row>"), "a cell that no sheet has"),
    "a formula without a value": (
        packed("<row r='1'><c r='B1'><f>A1</f></c></row>"),
        "`A!B1` that nobody has worked out",
    ),
    "a formula whose value is empty, as openpyxl writes it": (
        packed("<row r='1'><c r='B1'><f>A1</f><v></v></c></row>"),
        "`A!B1` that nobody has worked out",
    ),
    "the same in one element": (
        packed("<row r='1'><c r='B1'><f>A1</f><v/></c></row>"),
        "`A!B1` that nobody has worked out",
    ),
}


@pytest.mark.parametrize(("content", "said"), HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_workbook_is_refused(content, said):
    """With what is wrong, and what to do."""
    with pytest.raises(NotAWorkbook) as refused:
        cells(content)
    assert said in str(refused.value) and refused.value.help


def test_a_bomb_is_not_unpacked(monkeypatch):
    """No more of it than a part may have."""
    monkeypatch.setattr(package, "WORKBOOK_PART_BYTES", Bound(1_000_000, "unpacked bytes", "a part of a workbook"))
    content = packed(f"<row r='1'><c r='A1'><v>1</v></c></row>{' ' * 5_000_000}")
    assert len(content) < 20_000
    with pytest.raises(NotAWorkbook, match="more than 1,000,000 unpacked bytes"):
        cells(content)


ENDLESS = {
    "a tag": f"<x a='{'a' * (6 << 20)}'/>",
    "a comment": f"<!--{'a' * (6 << 20)}-->",
    "attributes": "<x " + " ".join(f"a{number}='1'" for number in range(10_001)) + "/>",
    "names": "".join(f"<x{number}/>" for number in range(10_001)),
    "names of the same name": "".join(f"<x xmlns='u{number}'/>" for number in range(10_001)),
    "a text": f"<row r='1'><c r='A1' t='str'><v>{'a' * 1_000_001}</v></c></row>",
}


@pytest.mark.parametrize("sheet", ENDLESS.values(), ids=ENDLESS)
def test_what_a_reader_would_keep_is_bounded(sheet):
    """Packed it takes a thousandth: expat holds a tag until it ends, and each name for ever."""
    with pytest.raises(NotAWorkbook, match=r"holds more than anybody writes|holds a text of more than 1,000,000 char"):
        cells(packed(sheet))


@pytest.mark.parametrize("way", [ZIP_BZIP2, ZIP_LZMA])
def test_other_ways_of_packing_are_none_of_a_workbook(way):
    """To unpack one takes as many gigabytes as the file asks for, and what is broken fails in ways of its own."""
    stream = BytesIO()
    with ZipFile(BytesIO(packed(""))) as plain, ZipFile(stream, "w") as book:
        for name in plain.namelist():
            book.writestr(name, plain.read(name), way)
    with pytest.raises(NotAWorkbook, match="is packed as no spreadsheet does it"):
        cells(stream.getvalue())


def test_space_between_elements_is_no_text():
    """Programs that set each element on a line of its own write as much as they like."""
    space = "\n" + " " * 400_000
    assert cells(packed(f"<row r='1'>{space}<c r='A1'>{space}<v>1</v>{space}</c>{space}</row>{space}")) == [["1"]]


def test_elements_are_as_many_as_a_file_has_room_for(monkeypatch):
    """A file of 100 kB would be read for half a minute."""
    monkeypatch.setattr(package, "WORKBOOK_SMALL", Bound(100, "elements", "a part of a small workbook"))
    monkeypatch.setattr(package, "WORKBOOK_PER_BYTE", Bound(1, "elements a byte", "a part of a workbook"))
    row = "<row><c><v>1</v></c></row>"
    assert len(cells(packed(row * 100))) == 100
    with pytest.raises(NotAWorkbook, match=r"holds more than anybody writes in `xl/worksheets/sheet1\.xml`"):
        cells(packed(row * 2_000))


def test_many_parts_are_counted_before_they_are_listed(monkeypatch):
    """Each would take half a kilobyte."""
    monkeypatch.setattr(package, "WORKBOOK_PARTS", Bound(3, "parts", "a workbook"))
    with pytest.raises(NotAWorkbook, match="has 9 parts: a workbook may have 3"):
        cells(packed("", **{f"xl/{number}": "a" for number in range(6)}))


@given(st.integers(0, 3_000), st.integers(0, 255))
def test_a_flipped_byte_is_no_crash(at, byte):
    """Whatever it makes of the file, it is read or refused."""
    content = bytearray(workbook(("A", [["a", 1], ["b", 2.5]])))
    content[at % len(content)] = byte
    with suppress(NotAWorkbook):
        cells(bytes(content))


def test_bounds_are_those_of_tables():
    """Cells of a workbook count as those of a CSV file."""
    assert reading.TABLE_FILE_CELLS is TABLE_FILE_CELLS


def test_a_formula_that_gives_an_empty_text_is_an_empty_cell():
    """As spreadsheets write `=""`: it was worked out, and there is nothing in it."""
    row = "<row r='1'><c r='A1'><v>1</v></c><c r='B1' t='str'><f>\"\"</f><v></v></c><c r='C1'><v>2</v></c></row>"
    assert cells(packed(row)) == [["1", "", "2"]]
