"""Tables in the PowerPoint file, read back by python-pptx, lxml and a validator."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pptx import Presentation
from pptx.util import Pt

from deckmaker.layout import CellItem, TableItem
from tests.render.pptx.decks import document, find, parts, rendered
from tests.render.sample_tables import RULES, SAMPLES, SITE, sample_document, table_on
from tests.render.table_documents import table_document

NUMBERS = range(1, len(SAMPLES) + 1)
each_table = pytest.mark.parametrize("number", NUMBERS)
ROUNDED = 0.03
"""Points: a hundredth of a millimetre, in which the file counts."""


@cache
def file() -> bytes:
    return rendered(sample_document())


@cache
def presentation() -> Any:
    return Presentation(BytesIO(file()))


def frame(number: int) -> Any:
    """Return the shape of the table on a page."""
    (shape,) = (one for one in presentation().slides[number - 1].shapes if one.has_table)
    return shape


def styles() -> etree._Element:
    with ZipFile(BytesIO(file())) as archive:
        return etree.fromstring(archive.read("ppt/tableStyles.xml"))


def cells(number: int) -> list[tuple[CellItem, Any]]:
    """Return each cell of a table with that of the file at whose place it begins."""
    table = frame(number).table
    return [(cell, table.cell(cell.row, cell.column)) for cell in table_on(number).cells]


@each_table
def test_every_cell_has_its_words(number: int) -> None:
    """Each stands where its grid has it, and what it reaches over is merged with it and empty."""
    for cell, read in cells(number):
        assert read.text_frame.text == cell.text.text
        spans = read._tc
        assert (spans.rowSpan, spans.gridSpan) == (cell.rows, cell.columns)
    begun = {(cell.row, cell.column) for cell in table_on(number).cells}
    table = frame(number).table
    for row in range(len(table.rows)):
        for column in range(len(table.columns)):
            if (row, column) not in begun:
                assert table.cell(row, column).is_spanned and not table.cell(row, column).text_frame.text


@each_table
def test_columns_and_rows_have_their_sizes(number: int) -> None:
    """To a hundredth of a millimetre, and all together: what rounding takes from one the next has."""
    item, shape = table_on(number), frame(number)
    placed = sample_document().pages[number - 1].slot("table")
    assert placed
    for read, lengths in ((shape.table.columns, item.columns), (shape.table.rows, item.rows)):
        sizes = [one.width if hasattr(one, "width") else one.height for one in read]
        assert [size.pt for size in sizes] == pytest.approx(lengths, abs=ROUNDED)
        assert sum(size.pt for size in sizes) == pytest.approx(sum(lengths), abs=ROUNDED)
        assert all(size % 360 == 0 for size in sizes)
    edges = (shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt)
    rect = placed.rect
    assert edges == pytest.approx((rect.x, rect.y, rect.width, rect.height), abs=ROUNDED)
    assert shape.width == sum(one.width for one in shape.table.columns)
    assert shape.height == sum(one.height for one in shape.table.rows)


@each_table
def test_a_text_has_the_width_in_which_its_breaks_are_safe(number: int) -> None:
    """A cell's margins leave its frame between them."""
    for cell, read in cells(number):
        margins = (read.margin_left.pt, read.margin_right.pt)
        expected = (cell.frame.x - cell.rect.x, cell.rect.right - cell.frame.right)
        assert margins == pytest.approx(expected, abs=2 * ROUNDED)


@each_table
def test_no_row_is_lower_than_its_cells_need(number: int) -> None:
    """Margins and lines leave something of each row; of one that spans rows from the first, of the last of these."""
    item = table_on(number)
    for cell, read in cells(number):
        lines = sum(spacing(one) * max(1, cell_lines(cell)) for one in read.text_frame.paragraphs)
        needed = read.margin_top.pt + read.margin_bottom.pt + lines
        room = item.rows[cell.rows - 1] if cell.row == 0 else cell.rect.height
        assert needed <= room - 0.9, cell.text.text


def spacing(paragraph: Any) -> float:
    assert paragraph.line_spacing is not None
    return float(paragraph.line_spacing.pt)


def cell_lines(cell: CellItem) -> int:
    return len(cell.text.setting.lines)


@each_table
def test_runs_say_their_size_and_font(number: int) -> None:
    """Nothing of these comes from a table's style, and a default of 18 points would make rows grow."""
    for cell, read in cells(number):
        size = Pt(cell.text.setting.size)
        (body,) = find(read._tc, "a:txBody")
        runs = find(body, ".//a:rPr")
        assert {int(run.get("sz")) for run in runs} <= {int(size.pt * 100)}
        assert {one.get("sz") for one in find(body, ".//a:endParaRPr")} == {str(int(size.pt * 100))}
        fonts = find(body, ".//a:rPr/a:latin/@typeface")
        assert len(fonts) == len(runs) and set(fonts) <= {"+mn-lt", "Courier New"}


def test_a_table_says_which_parts_it_has() -> None:
    """Header, first column, footer and bands are flagged, so that PowerPoint and screen readers know them."""
    flags = [
        (one.first_row, one.first_col, one.last_row, one.horz_banding)
        for one in (frame(number).table for number in NUMBERS)
    ]
    assert flags == [(True, True, True, False), (True, True, True, True), (True, False, False, True)]


def test_tables_have_styles_of_the_presentation() -> None:
    """Each names one that is there; new tables take the first."""
    listed = {one.get("styleId"): one for one in styles()}
    named = [find(frame(number)._element, "string(.//a:tableStyleId)") for number in NUMBERS]
    assert set(named) == set(listed)
    assert styles().get("def") == named[0]
    assert len({one.get("styleName") for one in listed.values()}) == len(listed)


def test_like_tables_share_a_style() -> None:
    """A table without footer is of the style of one that has one."""
    shorter = replace(RULES, rows=RULES.rows[:-1], footer_rows=0)
    with ZipFile(BytesIO(rendered(table_document(shorter, RULES)))) as archive:
        (style,) = etree.fromstring(archive.read("ppt/tableStyles.xml"))
    assert find(style, "a:lastRow/a:tcStyle/a:tcBdr/a:top/a:ln/@w") == [str(Pt(1.5))]


def test_every_colour_is_the_themes() -> None:
    """Whoever changes the theme's colours changes the tables."""
    for tree in [styles(), *(frame(number)._element for number in NUMBERS)]:
        assert not find(tree, ".//a:srgbClr")
        assert find(tree, ".//a:schemeClr")


def test_cells_leave_to_the_style_what_it_says() -> None:
    """Plain cells of the body say nothing of grounds, rules, colour or weight; what differs does."""
    table = frame(1).table
    plain, strong = table.cell(2, 2)._tc, table.cell(2, 1)._tc
    assert not list(plain.tcPr) and not find(plain, ".//a:rPr/@b | .//a:rPr/a:solidFill")
    assert find(strong, ".//a:rPr/@b") == ["1"]
    assert find(table.cell(1, 1)._tc, "a:tcPr/a:lnT/@w") == [str(Pt(1.5))]  # the header's rule, of the row below it


def test_links_and_marks_are_kept() -> None:
    """A link in a cell leads where it did, italics and subscripts are what they were."""
    paragraph = frame(1).table.cell(2, 3).text_frame.paragraphs[0]
    linked = {run.text: run.hyperlink.address for run in paragraph.runs if run.hyperlink.address}
    assert linked == {"the report": SITE}
    assert [run.text for run in paragraph.runs if run.font.italic] == ["May"]
    assert find(paragraph._p, ".//a:rPr[@baseline < 0]/../a:t/text()") == ["2"]


def test_a_table_fills_its_placeholder_and_is_described() -> None:
    """By its caption, or by the words of its header where it has none."""
    kinds = [find(frame(number)._element, "string(.//p:ph/@type)") for number in NUMBERS]
    assert kinds == ["tbl"] * len(kinds)
    for number in NUMBERS:
        offered = {one.placeholder_format.idx for one in presentation().slides[number - 1].slide_layout.placeholders}
        assert int(find(frame(number)._element, "string(.//p:ph/@idx)")) in offered
    alt = [find(frame(number)._element, "string(.//p:cNvPr/@descr)") for number in NUMBERS]
    assert alt == ["Nights with noise above the limit", "Place, Before, After, Day, Night, Day, Night", "Many rows"]


def test_the_validator_has_no_complaint(tmp_path: Path) -> None:
    """Strict validation has no error and no warning."""
    path = tmp_path / "tables.pptx"
    path.write_bytes(file())
    result = OpenXmlValidator(strict=True).validate(path)
    assert result.is_valid and not result.errors, [str(error) for error in result.errors]


def test_the_same_tables_give_the_same_bytes() -> None:
    """Ids of styles are no exception."""
    assert rendered(sample_document()) == file()


def test_a_deck_without_tables_has_no_styles_for_them() -> None:
    """Its part is the template's."""
    without = "us-china-fentanyl-talks"
    assert not any(isinstance(placed.item, TableItem) for page in document(without).pages for placed in page.leaves)
    assert b"<a:tblStyle " not in parts(without)["ppt/tableStyles.xml"]


def test_the_samples_have_what_is_tested() -> None:
    """Spans across and down, an empty cell, a footer, two rows of header."""
    items = [table_on(number) for number in NUMBERS]
    assert all(isinstance(item, TableItem) for item in items)
    every = [cell for item in items for cell in item.cells]
    assert any(cell.rows > 1 for cell in every) and any(cell.columns > 1 for cell in every)
    assert any(not cell.text.text for cell in every)
    assert {item.header_rows for item in items} == {1, 2}
