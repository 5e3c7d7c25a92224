"""Tables by every route: the same words on the same lines, the same rows and columns, and no row that grows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from pathlib import Path
from zipfile import ZipFile

import pdfplumber
import pytest
from lxml import etree
from pptx import Presentation
from pptx.oxml import parse_xml

from deckmaker.layout import CellItem, Document, Placed, TableItem
from deckmaker.model.geometry import Rect
from tests.agreement.comparison import compare
from tests.agreement.expectation import expected_views
from tests.agreement.gates import place_failures, word_failures
from tests.agreement.libreoffice import convert_to_pdf
from tests.agreement.outputs import Outputs
from tests.agreement.pdf_reader import read_pdf
from tests.agreement.report import Kind, Report
from tests.pages import with_leaves
from tests.render.sample_tables import SAMPLES, sample_document, table_on

pytestmark = pytest.mark.outside

FORMATS = ["html", "pptx"]
LOWER = 6.0
"""Points by which a row is made lower than its text, more than the cells' margins give back."""

ROW = 2


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Outputs]:
    """The samples, as they are and spoiled."""
    whole = sample_document()
    documents = {
        "whole": whole,
        "lower-row": on_first_table(whole, lambda item: with_lower_row(item, ROW, LOWER)),
        "without-rule": on_first_table(whole, lambda item: replace(item, rules=item.rules[1:])),
        "wider-column": on_first_table(whole, with_wider_column),
    }
    with Outputs(documents, tmp_path_factory.mktemp("tables")) as made:
        yield made


def on_first_table(document: Document, change) -> Document:
    """Return a document whose first page's table is changed."""
    first, *others = document.pages

    def changed(placed: Placed) -> Placed:
        return replace(placed, item=change(placed.item)) if isinstance(placed.item, TableItem) else placed

    return replace(document, pages=(with_leaves(first, changed), *others))


def with_lower_row(item: TableItem, row: int, points: float) -> TableItem:
    """Return a table of which a row is lower, and all below moves up."""
    top = min(cell.rect.y for cell in item.cells if cell.row == row)

    def moved(rect: Rect) -> Rect:
        return replace(rect, y=rect.y - points) if rect.y > top + 1 else rect

    def cell(one: CellItem) -> CellItem:
        if one.row == row:
            return replace(one, rect=replace(one.rect, height=one.rect.height - points))
        return replace(one, rect=moved(one.rect), frame=moved(one.frame) if one.row > row else one.frame)

    rows = tuple(height - points if index == row else height for index, height in enumerate(item.rows))
    rules = tuple(replace(rule, rect=moved(rule.rect)) for rule in item.rules)
    return replace(item, rows=rows, cells=tuple(map(cell, item.cells)), rules=rules)


def with_wider_column(item: TableItem) -> TableItem:
    """Return a table whose first column takes two points from the second; no text moves."""

    def cell(one: CellItem) -> CellItem:
        moves = {0: (0.0, 2.0), 1: (2.0, -2.0)}.get(one.column, (0.0, 0.0))
        rect = replace(one.rect, x=one.rect.x + moves[0], width=one.rect.width + moves[1])
        return replace(one, rect=rect)

    first, second, *others = item.columns
    return replace(item, columns=(first + 2, second - 2, *others), cells=tuple(map(cell, item.cells)))


def report(outputs: Outputs, promised: str, made: str, format: str) -> Report:
    """Return how one document's file compares with what another one promised."""
    return compare(expected_views(outputs.promised(promised, format)), outputs.views(made, format))


def failures(one: Report, format: str) -> list[str]:
    return [*word_failures(one, "tables", format), *place_failures(one)]


@pytest.mark.parametrize("format", FORMATS)
def test_tables_are_where_layout_has_them(format: str, outputs: Outputs) -> None:
    """Every line of every cell, each rule and ground; in the page each cell as well."""
    found = report(outputs, "whole", "whole", format)
    assert failures(found, format) == []
    assert found.share == 100
    measured = {one.text for one in found.deviations if one.slot == "table"}
    assert {"(rule)", "(ground)"} <= measured and ("(cell)" in measured) == (format == "html")


def test_betteroffice_breaks_the_lines_alike(outputs: Outputs) -> None:
    """The second engine that reads PowerPoint's files has the same words on the same lines, on either side of them."""
    found = report(outputs, "whole", "whole", "betteroffice")
    assert word_failures(found, "tables", "betteroffice") == []


def test_a_row_that_grows_is_found_out(outputs: Outputs) -> None:
    """LibreOffice makes a row as high as its text needs: all below it is out of place."""
    grown = place_failures(report(outputs, "lower-row", "lower-row", "pptx"))
    assert any("`All` baseline" in one for one in grown) and any("(rule)" in one for one in grown)


def test_no_row_grows_in_the_page(outputs: Outputs) -> None:
    """There a text takes no space from its row."""
    assert failures(report(outputs, "lower-row", "lower-row", "html"), "html") == []


@pytest.mark.parametrize("format", FORMATS)
def test_a_rule_that_is_missing_is_found_out(format: str, outputs: Outputs) -> None:
    """And one that is there and should not be."""
    missing = report(outputs, "whole", "without-rule", format)
    assert [one.kind for one in missing.findings] == [Kind.MISSING_RULE]
    extra = report(outputs, "without-rule", "whole", format)
    assert {one.kind for one in extra.findings} == {Kind.EXTRA_RULE}


def test_a_column_of_another_width_is_found_out(outputs: Outputs) -> None:
    """By its cells, though no word of it has moved."""
    moved = place_failures(report(outputs, "whole", "wider-column", "html"))
    assert any("`(cell)` right" in one for one in moved)


BORDER = (
    '<a:{edge} xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" w="6350">'
    '<a:solidFill><a:srgbClr val="FF00FF"/></a:solidFill></a:{edge}>'
)


def with_borders(file: Path, copy: Path) -> Path:
    """Write a copy of a presentation in which every cell has a thin border on all sides."""
    presentation = Presentation(str(file))
    for table in (shape.table for slide in presentation.slides for shape in slide.shapes if shape.has_table):
        for cell in table.iter_cells():
            properties = cell._tc.get_or_add_tcPr()
            for own in [one for one in properties if etree.QName(one).localname.startswith("ln")]:
                properties.remove(own)
            for place, edge in enumerate(("lnL", "lnR", "lnT", "lnB")):
                properties.insert(place, parse_xml(BORDER.format(edge=edge)))
    presentation.save(str(copy))
    return copy


def test_libreoffice_has_the_rows_and_columns_of_layout(outputs: Outputs, tmp_path: Path) -> None:
    """With a border around each cell it draws every line of the grid within half a pixel of where layout has it."""
    (pdf,) = convert_to_pdf([with_borders(outputs.file("whole", "pptx"), tmp_path / "borders.pptx")], tmp_path)
    for number, view in enumerate(read_pdf(pdf, 960), start=1):
        placed = sample_document().pages[number - 1].slot("table")
        assert placed and view.boxes
        drawn = [one for one in view.boxes if one.color == "FF00FF"]
        across = {round((one.x0 + one.x1) / 2, 2) for one in drawn if one.x1 - one.x0 < one.bottom - one.top}
        down = {round((one.top + one.bottom) / 2, 2) for one in drawn if one.x1 - one.x0 > one.bottom - one.top}
        item = table_on(number)
        for lines, start, lengths in ((across, placed.rect.x, item.columns), (down, placed.rect.y, item.rows)):
            expected = list(accumulate(lengths, initial=start))
            assert all(min(abs(line - one) for one in lines) <= 0.5 for line in expected)
            assert all(min(abs(line - one) for one in expected) <= 0.5 for line in lines)


def test_other_colours_of_the_theme_are_other_colours_of_tables(outputs: Outputs, tmp_path: Path) -> None:
    """Change the scheme in one place, and grounds, rules and the header's text follow."""
    colors = {"deep": "113355", "tint": "CCEEFF", "accent": "AA00AA", "light": "FFFF00"}
    palette = sample_document().theme.palette
    copy = tmp_path / "recoloured.pptx"
    with ZipFile(outputs.file("whole", "pptx")) as archive, ZipFile(copy, "w") as changed:
        for name in archive.namelist():
            content = archive.read(name)
            if name == "ppt/theme/theme1.xml":
                for color, other in colors.items():
                    old = palette[color].lstrip("#").upper().encode()
                    assert content.count(b'"' + old + b'"') >= 1
                    content = content.replace(b'"' + old + b'"', b'"' + other.encode() + b'"')
            changed.writestr(name, content)
    (pdf,) = convert_to_pdf([copy], tmp_path)
    boxes = read_pdf(pdf, 960)[1].boxes
    assert boxes
    drawn = {one.color for one in boxes if one.top > 160}
    assert {colors["deep"], colors["tint"], colors["accent"]} <= drawn
    assert not drawn & {palette[color].lstrip("#").upper() for color in ("deep", "tint", "accent")}
    with pdfplumber.open(pdf) as pages:
        (header,) = {char["non_stroking_color"] for char in pages.pages[1].chars if 168 < char["top"] < 215}
    assert header == (1.0, 1.0, 0.0)


def test_the_samples_are_what_is_compared() -> None:
    """The first, which is spoiled, has no ground, no span and texts of two lines."""
    assert len(sample_document().pages) == len(SAMPLES)
    assert not table_on(1).backgrounds and all(cell.rows == cell.columns == 1 for cell in table_on(1).cells)
