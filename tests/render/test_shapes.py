"""The outlines of shapes, read back from each output by something other than what wrote it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pdfplumber
import pytest
from lxml import etree, html
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE, MSO_SHAPE_TYPE

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, GroupItem, Outline, Placed, Role
from deckmaker.layout.compositions import shape
from deckmaker.model.geometry import Rect
from deckmaker.render.registry import load_renderer
from deckmaker.survey.picture.looks import page_looks
from tests.projects import DECK, Project

OUTLINES = {
    Outline.RECTANGLE: 0,
    Outline.ROUNDED: 9,
    Outline.ELLIPSE: 0,
    Outline.FIRST_CHEVRON: 12,
    Outline.CHEVRON: 12,
}
"""All of them, with a corner in points where they have one."""


def rect_of(outline: Outline) -> Rect:
    """Return where the shape of an outline stands."""
    return Rect(60 + 150 * list(OUTLINES).index(outline), 200, 120, 60)


@pytest.fixture
def document(tmp_path):
    """A slide with a group of all shapes and a text."""
    found = Project(tmp_path).document(f"{DECK}  - title: Shapes\n    text: Words\n")
    page = found.pages[1]
    text = next(one for one in page.placed if one.slot == "body")
    shapes = tuple(shape(rect_of(one), "tint", one, corner) for one, corner in OUTLINES.items())
    group = Placed(Rect(60, 200, 720, 60), GroupItem((*shapes, text)), Role.CALLOUT, None, None, region="body")
    placed = (*(one for one in page.placed if one is not text), group)
    return replace(found, pages=(found.pages[0], replace(page, placed=placed)))


def rendered(document: Document, name: str) -> BytesIO:
    """Return an output."""
    stream, diagnostics = BytesIO(), Diagnostics()
    renderer = load_renderer(name, diagnostics)
    assert renderer
    renderer.render(document, stream, diagnostics)
    return stream


def test_powerpoint_has_them_in_one_group(document):
    """As presets, each where it belongs, and the text in a box of its own between them."""
    slide = Presentation(rendered(document, "pptx")).slides[1]
    (group,) = [one for one in slide.shapes if one.shape_type == MSO_SHAPE_TYPE.GROUP]
    *shapes, text = group.shapes
    assert [one.auto_shape_type for one in shapes] == [
        MSO_SHAPE.RECTANGLE,
        MSO_SHAPE.ROUNDED_RECTANGLE,
        MSO_SHAPE.OVAL,
        MSO_SHAPE.PENTAGON,
        MSO_SHAPE.CHEVRON,
    ]
    assert [(one.left.pt, one.top.pt, one.width.pt, one.height.pt) for one in shapes] == [
        (one.x, one.y, one.width, one.height) for one in map(rect_of, OUTLINES)
    ]
    assert [[round(60 * one, 2) for one in shape.adjustments] for shape in shapes] == [[], [9], [], [12], [12]]
    assert text.text_frame.text == "Words" and not text.is_placeholder
    ids = [one.shape_id for one in (group, *group.shapes, *slide.shapes)]
    assert len(set(ids)) == len(ids) - 1  # the group is in both


def test_the_pdf_fills_their_paths(document):
    """Each as large as its place; of straight lines, or with curves."""
    with pdfplumber.open(rendered(document, "pdf")) as pdf:
        page = pdf.pages[1]
        found = [one for one in (*page.rects, *page.curves) if abs(one["top"] - 200) < 0.01]
    boxes = sorted((round(one["x0"], 2), round(one["width"], 2), round(one["height"], 2)) for one in found)
    assert boxes == [(rect.x, rect.width, rect.height) for rect in map(rect_of, OUTLINES)]
    points = {round(one["x0"]): one["pts"] for one in page.curves}
    assert (780.0, 230.0) in points[660]  # the chevron's point and, below, where it begins
    assert (672.0, 230.0) in points[660] and (522.0, 230.0) not in points[510]


def test_the_page_declares_them(document):
    """Rounded by its corners, cut by its points."""
    page = html.fromstring(rendered(document, "html").getvalue().decode())
    (group,) = page.xpath("//aside[contains(@class, 'composition')]")
    styles = [one.get("style") for one in group.xpath("*[contains(@class, 'shape')]")]
    assert ["border-radius" in one for one in styles] == [False, True, True, False, False]
    assert ["polygon" in one for one in styles] == [False, False, False, True, True]
    assert all(one.get("aria-hidden") == "true" for one in group.xpath("*[contains(@class, 'shape')]"))


def test_the_picture_of_a_page_shows_them(document):
    """As SVG."""
    from deckmaker.survey.picture.glyphs import Outlines

    drawn = list(page_looks(document.pages[1], document.theme, Outlines()))
    tags = [etree.QName(one.tag).localname for one in drawn if one.get("fill") == document.theme.palette["tint"]]
    assert tags == ["rect", "rect", "ellipse", "polygon", "polygon"]


def test_markdown_sets_a_callout_apart(document):
    """As a quotation; shapes say nothing."""
    assert "\n> Words\n" in rendered(document, "md").getvalue().decode()
