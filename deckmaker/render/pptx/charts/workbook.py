"""The workbook in which a chart's numbers are edited: by XlsxWriter, as python-pptx's are, the same bytes always.

XlsxWriter takes 1.3 ms for a workbook, a tenth of what a chart takes in all, and most of that for parts that are the
same in all workbooks. So it writes one for all sheets that have the same formats, whose cells are replaced.
"""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from xlsxwriter import Workbook

from deckmaker.patterns import pattern
from deckmaker.render.pptx.charts.cells import cells_xml, columns_xml, strings_xml
from deckmaker.render.pptx.charts.sheet import GENERAL, SHEET, Sheet
from deckmaker.render.pptx.xml import whole

_EPOCH = datetime(1980, 1, 1)
_CELLS, _STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
_MOST_COLUMNS = 16_384
_MOST_KEPT = 64
"""Templates; a deck's charts have few formats."""

_STYLE = pattern(r'<c r="[A-Z]+2"(?: s="(\d+)")?>')


class _Template(NamedTuple):
    """A workbook but for its cells and its words.

    `package` is its zip file; its sheet has markup `before` its columns and `behind` its cells. `styles` are what cells
    of each number format name as their style, empty for none.
    """

    package: bytes
    before: str
    behind: str
    styles: dict[str, str]


def workbook(sheet: Sheet) -> bytes:
    """Return an XLSX file with the sheet alone."""
    template = _template(tuple(dict.fromkeys((GENERAL, *(column.code for column in sheet.columns)))))
    columns, strings = sheet.columns[:_MOST_COLUMNS], dict[str, int]()
    cells = f"{columns_xml(columns)}<sheetData>{cells_xml(columns, template.styles, strings)}</sheetData>"
    stream = BytesIO(template.package)
    with ZipFile(stream, "a") as archive:
        archive.writestr(_entry(_CELLS), f"{template.before}{cells}{template.behind}")
        archive.writestr(_entry(_STRINGS), whole(strings_xml(strings)))
    return stream.getvalue()


@lru_cache(maxsize=_MOST_KEPT)
def _template(codes: tuple[str, ...]) -> _Template:
    """Return what XlsxWriter makes of a sheet that has numbers of these formats."""
    with ZipFile(_example(codes)) as example:
        before, _, sheet = example.read(_CELLS).decode().partition("<dimension ")
        views, begins, sheet = sheet.partition("/>")[2].partition("<sheetData>")
        cells, ends, behind = sheet.partition("</sheetData>")
        assert begins and ends, "XlsxWriter writes sheets otherwise"
        stream = BytesIO()
        with ZipFile(stream, "w") as archive:
            for name in example.namelist():
                if name not in (_CELLS, _STRINGS):
                    archive.writestr(_entry(name), example.read(name))
    styles = dict(zip(codes, _STYLE.findall(cells), strict=True))
    return _Template(stream.getvalue(), before + views, behind, styles)


def _example(codes: tuple[str, ...]) -> BytesIO:
    """Return a workbook with a number of each format below a word."""
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"created": _EPOCH})
    sheet = book.add_worksheet(SHEET)
    for column, code in enumerate(codes):
        sheet.write_string(0, column, "word")
        sheet.write_number(1, column, 1.0, book.add_format({} if code == GENERAL else {"num_format": code}))
    book.close()
    return stream


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(name, _EPOCH.timetuple()[:6])
    entry.external_attr = 0o600 << 16
    entry.compress_type = ZIP_DEFLATED
    return entry
