"""Arrows of diagrams in each output: where they lead, what they hold on to, and what readers hear."""

from __future__ import annotations

from io import BytesIO
from itertools import count
from math import cos, radians, sin

import lxml.html
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, Outline
from deckmaker.layout.arrows import HEAD, arrows_of
from deckmaker.layout.connectors import Connector
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.connectors import Joined, connectors_xml
from deckmaker.render.pptx.xml import NAMESPACES, Xml
from deckmaker.render.registry import load_renderer
from tests.projects import DECK, Project

NS = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
DIAGRAM = """  - title: A
    diagram:
      edges:
        - Order -> Check
        - Check -> Ship: yes
        - {edge: Check <-> Wait, text: no, line: dashed}
        - Ship -- Wait
      nodes: {Check: {text: "Is it *there*?", shape: diamond}, Wait: {shape: ellipse}}
      pick: Check
"""
SAID = "Order → Is it there?; Is it there? → Ship (yes); Is it there? ↔ Wait (no); Ship – Wait"

Point = tuple[float, float]


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """A deck with a diagram."""
    return Project(tmp_path_factory.mktemp("diagram")).document(DECK + DIAGRAM)


def made(document: Document, name: str) -> bytes:
    """Return an output of a document, of which nothing is said."""
    stream, diagnostics = BytesIO(), Diagnostics()
    load_renderer(name, diagnostics).render(document, stream, diagnostics)
    assert list(diagnostics) == []
    return stream.getvalue()


# --- PowerPoint -------------------------------------------------------------------------------------------


def lines_of(points: list[Point], boxes: list[Joined] | None = None) -> etree._Element:
    """Return the shape that PowerPoint has for a line; it ends at boxes of no size, unless there are others."""
    ends = [Rect(x, y, 0.0, 0.0) for x, y in (points[0], points[-1])]
    held = boxes or [Joined(number, rect, Outline.RECTANGLE) for number, rect in enumerate(ends, start=90)]
    line = Connector((tuple(points),), (False, True), False, (0, 1))
    (found,) = connectors_xml(count(7), (0.0, 0.0), line, held, Xml("<a:noFill/>"))
    return etree.fromstring(f"<r {NAMESPACES}>{found}</r>")[0]


def path_of(shape: etree._Element) -> list[Point]:
    """Return the corners of a connector on its slide, in points, by the standard's own definition of its preset."""
    frame = shape.find(".//a:xfrm", NS)
    x, y, width, height = (
        int(frame.find(f"a:{name}", NS).get(side)) / 12_700
        for name, side in (("off", "x"), ("off", "y"), ("ext", "cx"), ("ext", "cy"))
    )
    if (free := shape.find(".//a:path", NS)) is not None:
        return [
            (x + int(one.get("x")) / 12_700, y + int(one.get("y")) / 12_700) for one in free.iter(f"{{{NS['a']}}}pt")
        ]
    preset = shape.find(".//a:prstGeom", NS).get("prst")
    shares = [int(one.get("fmla").removeprefix("val ")) / 100_000 for one in shape.iter(f"{{{NS['a']}}}gd")]
    x1, y2, x3 = (*(share * side for share, side in zip(shares, (width, height, width), strict=False)), 0, 0, 0)[:3]
    corners = {  # presetShapeDefinitions.xml
        "straightConnector1": [(0, 0), (width, height)],
        "bentConnector2": [(0, 0), (width, 0), (width, height)],
        "bentConnector3": [(0, 0), (x1, 0), (x1, height), (width, height)],
        "bentConnector4": [(0, 0), (x1, 0), (x1, y2), (width, y2), (width, height)],
        "bentConnector5": [(0, 0), (x1, 0), (x1, y2), (x3, y2), (x3, height), (width, height)],
    }[preset]
    turn = radians(int(frame.get("rot", 0)) / 60_000)
    found = []
    for across, down in corners:
        dx = (width - across if frame.get("flipH") else across) - width / 2
        dy = (height - down if frame.get("flipV") else down) - height / 2
        found.append(
            (x + width / 2 + dx * cos(turn) - dy * sin(turn), y + height / 2 + dx * sin(turn) + dy * cos(turn))
        )
    return found


steps = st.lists(st.integers(-40, 40).filter(bool), min_size=1, max_size=7)


@given(steps=steps, is_upright=st.booleans())
def test_a_connector_leads_through_the_corners_of_its_line(steps: list[int], is_upright: bool) -> None:
    """To the right and left, up and down, whatever preset there is for it, and where there is none."""
    points: list[Point] = [(100.0, 100.0)]
    for index, step in enumerate(steps):
        x, y = points[-1]
        points.append((x, y + step) if (index % 2 == 0) == is_upright else (x + step, y))
    found = path_of(lines_of(points))
    assert len(found) == len(points)
    for (x, y), (dx, dy) in zip(points, found, strict=True):
        assert abs(x - dx) < 0.02 and abs(y - dy) < 0.02


@pytest.mark.parametrize("points", [[(0.0, 0.0), (30.0, 20.0)], [(0.0, 0.0), (10.0, 0.0), (10.0, 0.01), (30.0, 0.0)]])
def test_a_straight_line_is_a_straight_connector(points: list[Point]) -> None:
    """A slant, and one whose bends nobody would see."""
    shape = lines_of(points)
    assert shape.find(".//a:prstGeom", NS).get("prst") == "straightConnector1"
    assert len(path_of(shape)) == 2


@pytest.mark.parametrize(
    ("outline", "end", "site"),
    [
        (Outline.ROUNDED, (50.0, 0.0), "0"),
        (Outline.DIAMOND, (0.0, 20.0), "1"),
        (Outline.RECTANGLE, (50.0, 40.0), "2"),
        (Outline.ROUNDED, (100.0, 20.0), "3"),
        (Outline.ELLIPSE, (100.0, 20.0), "6"),
        (Outline.ROUNDED, (90.0, 40.0), None),
    ],
)
def test_a_node_holds_a_line_in_the_middle_of_a_side(outline: Outline, end: Point, site: str | None) -> None:
    """By the index of that site; a line that ends elsewhere is a freeform, which nothing leads anew."""
    start = (end[0] + 300.0, end[1])
    boxes = [
        Joined(90, Rect(start[0], start[1] - 5, 20, 10), Outline.RECTANGLE),
        Joined(91, Rect(0, 0, 100, 40), outline),
    ]
    shape = lines_of([start, end], boxes)
    held = shape.find(".//a:endCxn", NS)
    assert (held is None) == (site is None)
    if held is None:
        assert shape.tag == f"{{{NS['p']}}}sp"
    else:
        assert (held.get("id"), held.get("idx")) == ("91", site)
        assert shape.find(".//a:stCxn", NS).attrib == {"id": "90", "idx": "1"}


def test_boxes_are_shapes_with_words_in_them(document: Document) -> None:
    """In a group that says what the diagram says; connectors hold on to shapes of it."""
    slide = Presentation(BytesIO(made(document, "pptx"))).slides[1]
    (group,) = [one for one in slide.shapes if one.name.startswith("Diagram")]
    assert group._element.find(".//p:cNvPr", NS).get("descr") == SAID
    texts = [one.text_frame.text for one in group.shapes if one.has_text_frame and one.text_frame.text]
    assert texts == ["Order", "Is it there?", "Ship", "Wait", "yes", "no"]
    ids = {one.shape_id for one in group.shapes if one.has_text_frame}
    held = [*group._element.iter(f"{{{NS['a']}}}stCxn"), *group._element.iter(f"{{{NS['a']}}}endCxn")]
    assert held and {int(one.get("id")) for one in held} <= ids
    dashes = list(group._element.iter(f"{{{NS['a']}}}prstDash"))
    assert len(dashes) == 2  # before the word and behind it


# --- The page and the PDF -----------------------------------------------------------------------------------


def test_readers_of_the_page_hear_what_leads_where(document: Document) -> None:
    """One picture with these words, and the words of boxes as text."""
    page = lxml.html.fromstring(made(document, "html"))
    (drawing,) = page.xpath("//*[local-name()='svg'][contains(@class, 'connectors')]")
    assert (drawing.get("role"), drawing.get("aria-label")) == ("img", SAID)
    strokes = drawing.xpath(".//*[local-name()='g']/*[local-name()='path']")
    assert len(strokes) == 1 + 2 + 2 + 1
    assert sum(one.get("stroke-dasharray") is not None for one in strokes) == 2
    said = ["".join(one.itertext()) for one in page.xpath("//*[@id='slide-2']//*[contains(@class, 'plane')]//p")]
    assert said == ["Order", "Is it there?", "Ship", "Wait", "yes", "no"]


def test_a_pdf_has_arrows_as_a_figure_and_words_as_paragraphs(document: Document) -> None:
    """With the same words for readers."""
    with pikepdf.open(BytesIO(made(document, "pdf"))) as pdf:
        found = [
            (str(one.S), str(one.get("/Alt", "")))
            for one in pdf.objects
            if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one
        ]
    assert ("/Figure", SAID) in found


def test_a_stroke_ends_within_its_head() -> None:
    """So that nothing of it is seen beside the tip."""
    (arrow,) = arrows_of(Connector((((0.0, 0.0), (50.0, 0.0)),), (True, True), False, (0, 1)))
    assert arrow.heads[0][0] == (0.0, 0.0) and arrow.heads[1][0] == (50.0, 0.0)
    assert 0 < arrow.stroke[0][0] < HEAD and 50 - HEAD < arrow.stroke[1][0] < 50


def test_a_line_of_no_length_has_no_head() -> None:
    """Nobody could tell where it points."""
    (arrow,) = arrows_of(Connector((((5.0, 5.0), (5.0, 5.0)),), (True, True), False, (0, 0)))
    assert arrow.heads == ()
