"""Pictures that fill something: no deck has a place for them, so that each is told."""

from __future__ import annotations

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from tests.importing.presentations import TITLE_ONLY, content_slide, picture, slide_of, text_box

TABLE = "a picture that fills a table or a cell of one is left out"
GROUP = "a picture that fills a group of shapes is left out"


def filled(slide, properties):
    """Fill what has these properties with a picture."""
    _, id = slide.part.get_or_add_image_part(picture())
    fill = f'<a:blipFill {nsdecls("a", "r")}><a:blip r:embed="{id}"/><a:stretch/></a:blipFill>'
    properties.append(parse_xml(fill))


def table_on(slide):
    """Add a table without words."""
    return slide.shapes.add_table(2, 2, Inches(1), Inches(3), Inches(6), Inches(2)).table


def test_pictures_in_cells_are_told():
    """Those of a table without any words, too, of which nothing is left."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        table = table_on(slide)
        for column in (0, 1):
            filled(slide, table.cell(0, column)._tc.get_or_add_tcPr())

    assert slide_of(make, [(2, f"{TABLE} (and 1 more like it)")]) == {}


def test_a_picture_behind_a_table_is_told():
    """It fills all cells together."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        table = table_on(slide)
        table.cell(0, 0).text = "A"
        filled(slide, table._tbl.tblPr)

    assert "table" in slide_of(make, [(2, TABLE)])


def test_a_picture_that_fills_a_group_is_told():
    """Its shapes show parts of it."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        group = slide.shapes.add_group_shape([text_box(slide, "Words", 1, 3)])
        filled(slide, group._element.grpSpPr)

    assert slide_of(make, [(2, GROUP)]) == {"text": "Words"}
