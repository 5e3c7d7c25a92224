"""Workbooks that are broken, hostile or written by other programs: each is read, or refused with a way out."""

from __future__ import annotations

import random
import subprocess
import tracemalloc
from contextlib import suppress
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from deckmaker.budget.workbooks import FORMAT_CHARACTERS
from deckmaker.source.workbook import NotAWorkbook, styles
from deckmaker.source.workbook.formats import Meaning, written
from deckmaker.source.workbook.merged import Merged
from deckmaker.source.workbook.number_formats import number_formats
from tests.resolve.charts.reading import chart, read, values, workbook
from tests.source.test_workbook import NS, OFFICE, cells, packed

FUZZED = 500
TEXTS = f'<sst xmlns="{NS}"><si><t>Town</t></si></sst>'
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)


def with_texts(sheet: str) -> bytes:
    """Return a workbook that has one shared text."""
    return packed(sheet, **{"xl/_rels/workbook.xml.rels": RELATIONS, "xl/sharedStrings.xml": TEXTS})


def without(content: bytes, name: str) -> bytes:
    """Return a package without one of its parts."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w") as new:
        for one in old.namelist():
            if one != name:
                new.writestr(one, old.read(one))
    return stream.getvalue()


@pytest.mark.parametrize("index", ["1", "-1", "99999999999", "x", ""])
def test_a_text_that_there_is_not_is_told(index):
    """It would be a gap, or another text, that nobody sees."""
    assert cells(with_texts("<row r='2'><c r='B2' t='s'><v>0</v></c></row>")) == [["", "Town"]]
    with pytest.raises(NotAWorkbook, match="`A!B2` refers to a text that it does not have"):
        cells(with_texts(f"<row r='2'><c r='B2' t='s'><v>{index}</v></c></row>"))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (without(packed(""), "xl/worksheets/sheet1.xml"), "has no part `xl/worksheets/sheet1.xml`"),
        (without(packed(""), "xl/workbook.xml"), "has no part `xl/workbook.xml`"),
        (
            packed(
                "",
                **{
                    "_rels/.rels": RELATIONS.replace("worksheet", "officeDocument", 1).replace(
                        "worksheets/sheet1.xml", "xl/workbook.bin"
                    )
                },
            ),
            "is a binary workbook (.xlsb)",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "or has a password"),
        (b"", "is no workbook"),
        (packed("<row r='1'><c r='A1'><v>1</v></c></row>")[:-40], "is no workbook"),
    ],
    ids=["no sheet", "no book", "binary", "a password", "empty", "cut off"],
)
def test_what_lacks_is_named(content, said):
    """With a way out."""
    with pytest.raises(NotAWorkbook) as refused:
        cells(content)
    assert said in str(refused.value) and refused.value.help


def test_a_sheet_may_claim_to_be_huge():
    """What it says of its size takes no memory."""
    content = packed(
        "",
        **{
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{NS}"><dimension ref="A1:XFD1048576"/><sheetData>'
            "<row r='1' spans='1:16384'><c r='A1'><v>1</v></c></row></sheetData></worksheet>"
        },
    )
    tracemalloc.start()
    assert cells(content) == [["1"]]
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("serial", ["2958465", "2958465.9999999", "2958464.2"])
@pytest.mark.parametrize("begins_in_1904", [False, True])
@pytest.mark.parametrize("meaning", Meaning)
def test_days_behind_all_calendars_are_numbers(serial, begins_in_1904, meaning):
    """No day is after 31 December 9999."""
    assert written(serial, meaning, begins_in_1904, "point")


def test_days_of_old_macintosh_files_are_right():
    """They count from 1904."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"date_1904": True, "default_date_format": "yyyy-mm-dd"})
    book.add_worksheet().write_datetime(0, 0, date(2024, 3, 5))
    book.close()
    assert cells(stream.getvalue()) == [["2024-03-05"]]


def test_cells_that_are_merged_hold_their_value_in_each_row():
    """A name that stands for several rows is that of each; a title across columns stays one."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("A")
    sheet.merge_range("A1:C1", "Homes of the North")
    sheet.write_row("A2", ["Region", "Town", "Homes"])
    sheet.merge_range("A3:A4", "North")
    sheet.write_row("B3", ["Bonn", 12])
    sheet.write_row("B4", ["Ulm", 15])
    sheet.merge_range("A5:B6", "South")
    sheet.write("C5", 3)
    sheet.write("C6", 4)
    book.close()
    assert cells(stream.getvalue()) == [
        ["Homes of the North"],
        ["Region", "Town", "Homes"],
        ["North", "Bonn", "12"],
        ["North", "Ulm", "15"],
        ["South", "", "3"],
        ["South", "", "4"],
    ]


def test_merges_without_end_are_refused():
    """And such as are none are nothing."""
    rows = "".join(f"<row r='{row}'><c r='A{row}'><v>1</v></c></row>" for row in range(1, 2001))
    merges = "<mergeCell ref='A1:A1048576'/>" * 600
    sheet = f'<worksheet xmlns="{NS}"><sheetData>{rows}</sheetData><mergeCells>{{}}</mergeCells></worksheet>'
    with pytest.raises(NotAWorkbook, match="merges more cells than anybody does"):
        cells(packed("", **{"xl/worksheets/sheet1.xml": sheet.format(merges)}))
    odd = "".join(f"<mergeCell ref='{one}'/>" for one in ("", "A1", "A9:A1", "ZZZ1:ZZZ9", "A0:A5", "B1:B2"))
    assert len(cells(packed("", **{"xl/worksheets/sheet1.xml": sheet.format(odd)}))) == 2000


def test_results_and_errors_of_formulas():
    """Numbers and texts are as they were worked out, and this writer wants that done anew; an error is no number, and
    `#N/A` a gap."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream)
    sheet = book.add_worksheet("A")
    sheet.write_row(0, 0, ["Town", "Homes"])
    for row, (name, value) in enumerate((("Bonn", 7), ("Ulm", "#N/A"), ("Hof", "#DIV/0!"), ("Kiel", 5)), start=1):
        sheet.write_formula(row, 0, f'=UPPER("{name}")', None, name)
        sheet.write_formula(row, 1, "=1/0", None, value)
    book.close()
    found = read("f.xlsx", {"f.xlsx": stream.getvalue()})
    stale, *others = found.told
    assert stale[:2] == ("stale-formula", "f.xlsx:A!A2")
    assert others == [("undrawable-value", "f.xlsx:A!B4", "`Homes` of `Hof` is `#DIV/0!`, which is no number")]


def test_texts_within_cells_have_runs():
    """As small writers have them, formatted or not."""
    runs = "<is><r><t>two </t></r><r><rPr><b/></rPr><t>runs</t></r><rPh><t>reading</t></rPh></is>"
    assert cells(packed(f"<row><c t='inlineStr'>{runs}</c></row>")) == [["two runs"]]


@cache
def good() -> dict[str, bytes]:
    """Return the parts of a workbook of texts, shares, days, formulas and merged cells."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"default_date_format": "yyyy-mm-dd"})
    sheet, share = book.add_worksheet("A"), book.add_format({"num_format": "0.0%"})
    sheet.write_row(0, 0, ["Town", "Homes", "Share", "Day"])
    for row in range(1, 12):
        sheet.write_row(row, 0, [f"Town {row}", row * 1.5])
        sheet.write(row, 2, row / 40, share)
        sheet.write_datetime(row, 3, date(2024, 1, row))
    sheet.write_formula(12, 1, "=SUM(B2:B12)", None, 99)
    sheet.merge_range(12, 2, 13, 3, "m")
    book.close()
    with ZipFile(stream) as package:
        return {name: package.read(name) for name in package.namelist()}


def put_together(parts: dict[str, bytes]) -> bytes:
    """Return the package of parts."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def changed(content: bytes, chance: random.Random) -> bytes:
    """Return bytes of which some are other ones, more or fewer, or numbers that nobody expects."""
    made = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 20))):
        at, piece = chance.randrange(len(made)), chance.randrange(1, 40)
        match chance.randrange(5):
            case 0:
                made[at] = chance.randrange(256)
            case 1 if len(made) > 2 * piece:
                del made[at : at + piece]
            case 2:
                made[at:at] = chance.randbytes(piece)
            case 3:
                made[at:at] = made[at // 2 : at // 2 + piece]
            case _:
                digits = [place for place, one in enumerate(made) if chr(one).isdigit()] or [at]
                odd = (b"99999999", b"-1", b"1e308", b"2958465.9999999", b"nan", b"0")
                made[chance.choice(digits)] = chance.randrange(48, 58)
                place = chance.choice(digits)
                made[place : place + 1] = chance.choice(odd)
    return bytes(made)


@pytest.mark.slow
def test_a_fuzzed_workbook_is_read_or_refused():
    """As bytes of the package, and as those of a part, which would else be lost to its checksum."""
    chance, whole = random.Random(15), put_together(good())
    told = [name for name in good() if name.startswith("xl/") and not name.startswith("xl/theme")]
    for number in range(FUZZED):
        name = chance.choice(told)
        content = (
            changed(whole, chance) if number % 3 == 0 else put_together(good() | {name: changed(good()[name], chance)})
        )
        with suppress(NotAWorkbook):
            cells(content)
        if number % 10 == 1:
            found = read("{file: f.xlsx, y: Homes}", {"f.xlsx": content})
            assert found.chart or found.said


def test_a_number_format_is_read_once_and_not_without_end(monkeypatch):
    """Sixty thousand styles may share one of a megabyte."""
    seen: list[str | None] = []
    monkeypatch.setattr(
        styles, "number_formats", lambda number, code: seen.append(code) or number_formats(number, code)
    )
    codes = {170: "0" * FORMAT_CHARACTERS.most, 171: "0" * (FORMAT_CHARACTERS.most + 1)}
    written = "".join(f'<numFmt numFmtId="{number}" formatCode="{code}"/>' for number, code in codes.items())
    used = "".join(f'<xf numFmtId="{number}"/>' for number in codes) * 30
    part = f'<styleSheet xmlns="{NS}"><numFmts>{written}</numFmts><cellXfs>{used}</cellXfs></styleSheet>'
    relation = f'<Relationship Id="rId3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>'
    relations = RELATIONS.replace("</Relationships>", relation)
    rows = "<row r='1'><c r='A1' s='0'><v>7</v></c><c r='B1' s='1'><v>7</v></c></row>"
    parts = {"xl/_rels/workbook.xml.rels": relations, "xl/sharedStrings.xml": TEXTS, "xl/styles.xml": part}
    assert cells(packed(rows, **parts)) == [["7", "7"]]
    assert seen == [codes[170], None]


@pytest.mark.outside
def test_a_workbook_of_libreoffice_is_read(tmp_path: Path):
    """Made from a CSV file, whose dates and shares it takes for such."""
    rows = 'Town,Level,Day,Share\nBonn,62.5,2024-03-05,12%\n"Zürich, CH",0.001,2024-12-31,0.5%\n'
    (tmp_path / "noise.csv").write_text(rows, encoding="utf-8")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path), "noise.csv"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=240, check=True)
    content = (tmp_path / "noise.xlsx").read_bytes()
    assert cells(content) == [
        ["Town", "Level", "Day", "Share"],
        ["Bonn", "62.5", "2024-03-05", "12%"],
        ["Zürich, CH", "0.001", "2024-12-31", "0.5%"],
    ]
    found = chart("{file: noise.xlsx, y: Level}", {"noise.xlsx": content})
    assert values(found) == {"Level": (62.5, 0.001)}


def test_a_workbook_of_xlsxwriter_makes_a_chart():
    """Its shares are percents."""
    content = workbook(("A", [["Town", "Share"], ["Bonn", 0.12], ["Ulm", 0.4]]), formats={1: "0%"})
    found = chart("f.xlsx", {"f.xlsx": content})
    assert (values(found), found.y_axis.style.percent) == ({"Share": (0.12, 0.4)}, True)


def test_a_printed_report_merges_each_of_its_cells_over_some_columns():
    """Each costs what it covers, and not what stands to the left of it: such reports have thousands of rows."""
    merged, width = Merged(), 60
    merged.ranges = [(first, first + 2, row, row) for row in range(1, 2501) for first in range(0, width, 3)]
    rows = [["1", "", "2"] * (width // 3) for _ in range(2500)]
    merged.fill([*range(1, 2501)], rows, "")
    assert rows == [["1", "", ""] * (width // 3)] * 2500
