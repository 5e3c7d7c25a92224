"""The workbooks of charts, as LibreOffice reads them, and the cells to which charts refer."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from io import BytesIO
from math import inf, nan
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import pytest
from lxml import etree, html
from openxml_audit import OpenXmlValidator
from xlsxwriter import Workbook

from deckmaker.model.chart import Categories
from deckmaker.render.pptx.charts.sheet import GENERAL, Column, Sheet, number, sheet_of
from deckmaker.render.pptx.charts.workbook import workbook
from tests.pinned_fonts import write_fontconfig
from tests.render.pptx.chart_files import charts, every_sample, find, part, shape
from tests.render.pptx.hand_charts import CATEGORIES, SAMPLES, bars, numbers

REFERENCE = re.compile(r"Sheet1!\$([A-Z]+)\$(\d+)(?::\$([A-Z]+)\$(\d+))?")


def cells(content: bytes) -> dict[str, str]:
    """Return the cells of a workbook as they are stored, by their names."""
    with ZipFile(BytesIO(content)) as archive:
        sheet = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
        shared = etree.fromstring(archive.read("xl/sharedStrings.xml"))
    words = ["".join(one.itertext()) for one in shared]
    found = {}
    for cell in sheet.iterfind(".//{*}c"):
        value = cell.findtext("{*}v") or ""
        found[cell.get("r") or ""] = words[int(value)] if cell.get("t") == "s" else value
    return found


@every_sample
def test_charts_show_what_stands_in_the_cells_that_they_name(sample: str) -> None:
    """Header and cells of every column; a gap is an empty cell."""
    stored = cells(shape(sample).chart.part.chart_workbook.xlsx_part.blob)
    references = find(part(sample), "//c:f")
    assert references
    for reference in references:
        found = REFERENCE.fullmatch(reference.text)
        assert found
        column, first, _, last = found.groups()
        cached = {int(one.get("idx")): one.findtext("{*}v") for one in reference.getnext().iterfind("{*}pt")}
        rows = range(int(first), int(last or first) + 1)
        own = {row - int(first): stored[f"{column}{row}"] for row in rows if f"{column}{row}" in stored}
        assert {key: same(value) for key, value in own.items()} == {key: same(one) for key, one in cached.items()}


def same(value: str | None) -> str | float:
    """Return a cell as what it says: programs write numbers in several ways."""
    try:
        return float(value or "")
    except ValueError:
        return value or ""


@cache
def read_by_libreoffice() -> list[list[str]]:
    """Return the rows of a sheet of all that cells may hold, as LibreOffice shows them."""
    sheet = Sheet(
        (
            Column(0, "", ("=SUM(B2:B3)", "Beta & <sons>", "2024")),
            Column(1, "Day", (45352.0, 45353.0, None), "yyyy\\-mm\\-dd"),
            Column(2, "Share", (0.125, None, 1e-9), "0.0%"),
            Column(3, "Power", (1234.5, -2.0, 1e12), '#,##0.0" kWh"'),
        ),
        (),
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.xlsx"
        path.write_bytes(workbook(sheet))
        result = OpenXmlValidator(strict=True).validate(path)
        assert result.is_valid, [str(error) for error in result.errors]
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "html", "--outdir", folder, str(path)]
        fonts = os.environ | {"FONTCONFIG_FILE": str(write_fontconfig(Path(folder)))}
        subprocess.run(command, env=fonts, capture_output=True, timeout=240, check=True)
        table = html.fromstring(path.with_suffix(".html").read_bytes())
        return [[cell.text_content().strip() for cell in row.iterfind("td")] for row in table.iterfind(".//tr")]


@pytest.mark.outside
def test_spreadsheets_show_dates_shares_and_words() -> None:
    """A date is one, a share has its sign, a unit its words; what looks like a formula is a name."""
    assert read_by_libreoffice() == [
        ["", "Day", "Share", "Power"],
        ["=SUM(B2:B3)", "2024-03-01", "12.5%", "1,234.5 kWh"],
        ["Beta & <sons>", "2024-03-02", "", "-2.0 kWh"],
        ["2024", "", "0.0%", "1,000,000,000,000.0 kWh"],
    ]


@pytest.mark.parametrize(
    ("value", "written"), [(12.0, "12"), (0.1, "0.1"), (1e-9, "1e-09"), (1e21, "1e+21"), (-7.0, "-7")]
)
def test_numbers_are_the_shortest_that_are_them(value: float, written: str) -> None:
    """As XML Schema has doubles; whole ones have no decimals."""
    assert number(value) == written and float(written) == value


def test_a_waterfall_has_a_column_for_its_base() -> None:
    """Who changes a step sees what the rest stands on."""
    stored = cells(shape("waterfall").chart.part.chart_workbook.xlsx_part.blob)
    assert charts()["waterfall"].plot.groups[0].series[0].values[1] == float(stored["B3"])


def test_what_no_cell_can_hold_is_left_out() -> None:
    """What is no number is a gap; a control character would make a file that nobody opens."""
    chart = bars((1.0, nan, inf, 4.0, 5.0), axis=numbers(0, 5, 1))
    sheet = sheet_of(replace(chart.item.chart, categories=Categories(("a\x07", *CATEGORIES[1:]))), chart.plot)
    assert sheet.columns[0].cells[0] == "a"
    assert sheet.columns[1].cells == (1.0, None, None, 4.0, 5.0)
    etree.fromstring(f'<x xmlns:c="c">{sheet.columns[0].values}</x>')


def test_a_series_before_a_longer_one_has_empty_cells() -> None:
    """LibreOffice would draw nothing of it; those behind are as long as they are."""
    chart = SAMPLES["dumbbells"]()
    (group,) = chart.plot.groups
    *rows, dots = group.series
    short = replace(dots, xs=dots.xs[:1], values=dots.values[:1])
    sheet = sheet_of(chart.item.chart, replace(chart.plot, groups=(replace(group, series=(short, *rows)),)))
    assert [len(one.values.cells) for one in sheet.groups[0]] == [2, 2, 2, 2]


def one_column(*stored: str | float | None, code: str = GENERAL) -> Sheet:
    """Return a sheet of a single column."""
    return Sheet((Column(0, "Quay", stored, code),), ())


def by_xlsxwriter(stored: Sequence[str | float | None], code: str) -> bytes:
    """Return a workbook of a single column as XlsxWriter alone writes it."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    sheet, look = book.add_worksheet("Sheet1"), book.add_format({"num_format": code})
    for row, cell in enumerate(("Quay", *stored)):
        if isinstance(cell, str):
            sheet.write_string(row, 0, cell)
        elif cell is not None:
            sheet.write_number(row, 0, cell, look)
    book.close()
    return stream.getvalue()


def number_formats(content: bytes) -> dict[str, str]:
    """Return the codes of formats that cells with numbers have, by the names of the cells."""
    with ZipFile(BytesIO(content)) as archive:
        sheet, styles = (etree.fromstring(archive.read(f"xl/{name}.xml")) for name in ("worksheets/sheet1", "styles"))
    codes = {one.get("numFmtId"): one.get("formatCode") for one in styles.iterfind(".//{*}numFmt")}
    looks = [codes.get(one.get("numFmtId"), "General") for one in styles.iterfind("{*}cellXfs/{*}xf")]
    found = (one for one in sheet.iterfind(".//{*}c") if one.get("t") != "s")
    return {one.get("r") or "": looks[int(one.get("s") or 0)] or "" for one in found}


@pytest.mark.parametrize("code", ["General", "yyyy\\-mm\\-dd", '#,##0.0" kWh";"−"#,##0.0'])
def test_cells_are_those_that_xlsxwriter_writes(code: str) -> None:
    """Of each format, with gaps, and words that XML, spreadsheets and spaces make awkward."""
    stored = ("a", None, 0.1 + 0.2, -4e20, " b ", "c\nd", "<&>", "_x0041_", "a", 7.0)
    own, others = workbook(one_column(*stored, code=code)), by_xlsxwriter(stored, code)
    assert cells(own) == cells(others)
    assert number_formats(own) == number_formats(others)


def test_words_are_words_whatever_they_look_like() -> None:
    """No markup, and no more than a cell can hold."""
    own = cells(workbook(one_column("<r><t>bold</t></r>", "a" * 40_000)))
    assert own["A2"] == "<r><t>bold</t></r>"
    assert len(own["A3"]) == 32_767


def test_a_workbook_does_not_depend_on_those_before() -> None:
    """However many have the same formats: the same cells are the same bytes, and no words of others are left."""
    first = workbook(one_column("a", 1.0))
    workbook(one_column("left over", 2.0, 3.0))
    assert workbook(one_column("a", 1.0)) == first
