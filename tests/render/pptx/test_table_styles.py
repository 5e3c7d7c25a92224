"""The presentation's table styles, as a colleague meets them: in a table that is new."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from lxml import etree
from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.util import Pt

from tests.agreement.libreoffice import convert_to_pdf
from tests.render.pptx.decks import find, rendered
from tests.render.sample_tables import sample_document

EDGES = ["left", "right", "top", "bottom", "insideH", "insideV"]
LEFT, TOP, WIDTH, HEIGHT, COLUMNS, ROWS = 60, 150, 600, 200, 3, 4


def with_new_tables(spoil: str = "") -> tuple[Any, int]:
    """Return a presentation with a new table of each of its styles on slides at its end, and how many these are.

    With `spoil` the styles say of that edge that it has a line.
    """
    presentation = Presentation(BytesIO(rendered(sample_document())))
    part = presentation.part.part_related_by(RT.TABLE_STYLES)
    styles = etree.fromstring(part.blob)
    for style in styles:
        for edge in find(style, f"a:wholeTbl//a:{spoil}") if spoil else []:
            edge[:] = [etree.fromstring(etree.tostring(find(style, "//a:tcBdr/*/a:ln[a:solidFill]")[0]))]
        slide = presentation.slides.add_slide(presentation.slide_layouts.get_by_name("Title only"))
        table = slide.shapes.add_table(ROWS, COLUMNS, *map(Pt, (LEFT, TOP, WIDTH, HEIGHT))).table
        find(table._tbl, "a:tblPr/a:tableStyleId")[0].text = style.get("styleId")
        for row in range(ROWS):
            for column in range(COLUMNS):
                table.cell(row, column).text = f"{row}{column}"
    part._blob = etree.tostring(styles)
    return presentation, len(styles)


def rules_of_new_tables(folder: Path, spoil: str = "") -> list[list[tuple[int, int, int, int]]]:
    """Return the lines that LibreOffice draws of each new table: the ends of each in whole points."""
    presentation, count = with_new_tables(spoil)
    path = folder / "new.pptx"
    presentation.save(path)
    with pdfplumber.open(convert_to_pdf([path], folder)[0]) as pdf:
        assert all("01" in page.extract_text() for page in pdf.pages[-count:])
        return [
            [tuple(round(line[edge]) for edge in ("x0", "top", "x1", "bottom")) for line in page.lines]
            for page in pdf.pages[-count:]
        ]


def test_a_style_says_something_of_every_edge() -> None:
    """In the schema's order: where it says nothing, some programs draw a black line."""
    presentation, _ = with_new_tables()
    styles = etree.fromstring(presentation.part.part_related_by(RT.TABLE_STYLES).blob)
    assert len(styles) >= 2
    for style in styles:
        stated = find(style, "a:wholeTbl/a:tcStyle/a:tcBdr/*")
        assert [etree.QName(one).localname for one in stated] == EDGES
        for edge in stated:
            (line,) = edge
            assert [etree.QName(one).localname for one in line] in (["noFill"], ["solidFill"])
        upright = [edge for edge in stated if etree.QName(edge).localname in ("left", "right", "insideV")]
        assert all(find(edge, "a:ln/a:noFill") for edge in upright)


@pytest.mark.outside
def test_a_new_table_has_the_rules_of_its_style_alone(tmp_path: Path) -> None:
    """None is upright, and those between rows and below the header go from edge to edge."""
    found = rules_of_new_tables(tmp_path)
    assert any(found)
    for lines in found:
        assert all((x0, x1) == (LEFT, LEFT + WIDTH) and top == bottom for x0, top, x1, bottom in lines)


@pytest.mark.outside
def test_an_upright_rule_of_a_style_would_be_seen(tmp_path: Path) -> None:
    """So that their absence says something."""
    found = rules_of_new_tables(tmp_path, "insideV")
    assert all(any(x0 == x1 for x0, _, x1, _ in lines) for lines in found)
