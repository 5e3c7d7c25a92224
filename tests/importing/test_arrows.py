"""Shapes with arrows between them: which become a diagram, and what of it."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import Any

import pytest
import yaml
from pptx import Presentation
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from tests.projects import DECK, Project, run

DIAGRAM = """  - title: A
    diagram:
      direction: right
      edges:
        - Order -> Check
        - Check -> Ship: in stock
        - edge: Check -> Wait
          text: sold out
          line: dashed
        - Wait -> Check
        - Ship <-> Wait
        - Ship -- Store
      nodes:
        Check:
          text: Is it there?
          shape: diamond
        Wait:
          shape: ellipse
        Store:
          shape: round
"""


def imported(content: bytes, project: Project) -> tuple[list[dict[str, Any]], str]:
    """Return the slides of a presentation as a deck has them, and what is said of them."""
    file = project.folder / "talk.pptx"
    file.write_bytes(content)
    result = run("import", file, "-o", project.folder / "decks" / "talk.yaml", "--force")
    assert result.exit_code == 0, result.stderr
    slides = yaml.safe_load((project.folder / "decks" / "talk.yaml").read_text())["slides"]
    assert run("check", project.folder / "decks" / "talk.yaml").exit_code == 0
    return slides, result.stderr


@pytest.fixture
def project(tmp_path):
    """A project."""
    return Project(tmp_path)


@pytest.mark.parametrize("direction", ["right", "down"])
def test_our_own_diagrams_come_back(direction: str, project: Project) -> None:
    """Edges, what they mean, dashes and shapes. Nothing is told: nothing is lost."""
    deck = (DECK + DIAGRAM).replace("direction: right", f"direction: {direction}")
    assert run("build", project.write(deck), "-f", "pptx").exit_code == 0
    slides, said = imported((project.folder / "build" / "deck.pptx").read_bytes(), project)
    found = slides[-1]["diagram"]
    assert sorted(map(str, found["edges"])) == sorted(
        map(
            str,
            [
                "Order -> Is it there?",
                {"Is it there? -> Ship": "in stock"},
                {"edge": "Is it there? -> Wait", "text": "sold out", "line": "dashed"},
                "Wait -> Is it there?",
                "Ship <-> Wait",
                "Ship -- Store",
            ],
        )
    )
    shapes = {"Is it there?": "diamond", "Wait": "ellipse", "Store": "round"}
    assert {name: one["shape"] for name, one in found["nodes"].items()} == shapes
    assert found["direction"] == direction
    assert "warning" not in said


def test_what_somebody_said_of_a_diagram_comes_back(project: Project) -> None:
    """What its arrows say does not: that is said anew."""
    deck = f"{DECK}  - title: A\n    diagram: {{edges: [A -> B, B -> C], alt: Three letters in a row.}}\n"
    assert run("build", project.write(deck), "-f", "pptx").exit_code == 0
    slides, _ = imported((project.folder / "build" / "deck.pptx").read_bytes(), project)
    assert slides[-1]["diagram"]["alt"] == "Three letters in a row."


def drawn(glued: bool, words: tuple[str, ...] = ("One", "Two", "Three"), arrows: int = 2) -> bytes:
    """Return a presentation with boxes in a row that somebody drew, and arrows from each to the next one."""
    talk = Presentation()
    slide = talk.slides.add_slide(talk.slide_layouts[5])
    slide.shapes.title.text = "Drawn"
    boxes = []
    for index, one in enumerate(words):
        box = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Pt(40 + 200 * index), Pt(200), Pt(120), Pt(50))
        box.text_frame.text = one
        boxes.append(box)
    for left, right in list(pairwise(boxes))[:arrows]:
        y = left.top + left.height // 2
        line = slide.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, left.left + left.width, y, right.left, y)
        if glued:
            line.begin_connect(left, 3)
            line.end_connect(right, 1)
        tail = line.line._get_or_add_ln().makeelement(qn("a:tailEnd"), {"type": "triangle"})
        line.line._get_or_add_ln().append(tail)
    stream = BytesIO()
    talk.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("glued", [True, False])
def test_what_somebody_drew_is_a_diagram_too(glued: bool, project: Project) -> None:
    """Whether arrows hold on to boxes, or only end there; it is told that places are not taken over."""
    slides, said = imported(drawn(glued), project)
    assert slides[-1]["diagram"] == {"direction": "right", "edges": ["One -> Two", "Two -> Three"]}
    assert "shapes with arrows between them are a diagram" in said


def test_arrows_of_many_boxes_are_there(project: Project) -> None:
    """As a diagram, or as a list where no slide has room for it."""
    boxes = tuple(f"Box number {index} with many words" for index in range(1, 21))
    slides, said = imported(drawn(True, boxes, 19), project)
    assert slides[-1]["bullets"][-1] == f"{boxes[-2]} → {boxes[-1]}"
    assert len(slides[-1]["bullets"]) == 19
    assert "list of its arrows" in said
    assert "joins no boxes" not in said


def test_a_drawing_of_too_many_boxes_is_told(project: Project) -> None:
    """With how many it has; its words stay."""
    boxes = tuple(f"Box {index}" for index in range(1, 42))
    slides, said = imported(drawn(True, boxes, 40), project)
    assert all(box in slides[-1]["text"].splitlines() for box in boxes)
    told = "the arrows of a drawing are left out: it has 41 boxes and 40 arrows, a diagram has 40 and 60 at most"
    assert told in said
    assert "joins no boxes" not in said


@pytest.mark.parametrize(
    "content",
    [
        drawn(True, arrows=1),
        drawn(True, words=("One", "Two " * 40, "Three")),
    ],
    ids=["one arrow points at something", "a long text beside arrows"],
)
def test_texts_with_arrows_stay_texts(content: bytes, project: Project) -> None:
    """With all their words."""
    slides, said = imported(content, project)
    assert all("diagram" not in one for one in slides)
    assert all(word in str(slides) for word in ("One", "Two", "Three"))
    assert "an arrow that joins no boxes of a diagram is left out" in said


def test_a_box_of_two_lines_is_one_text(project: Project) -> None:
    """As people part them by the Enter key."""
    slides, said = imported(drawn(True, words=("Order\n(2 days)", "Two", "Three")), project)
    assert slides[-1]["diagram"]["edges"] == ["Order (2 days) -> Two", "Two -> Three"]
    assert "left out" not in said


def test_an_arrow_to_nothing_is_told(project: Project) -> None:
    """What it meant is not lost without a word; a line without a head is a look."""
    talk = Presentation(BytesIO(drawn(True)))
    shapes = talk.slides[0].shapes
    for is_headed in (False, True):
        line = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, Pt(40), Pt(400), Pt(90), Pt(420))
        if is_headed:
            line.line._get_or_add_ln().append(
                line.line._get_or_add_ln().makeelement(qn("a:tailEnd"), {"type": "arrow"})
            )
        stream = BytesIO()
        talk.save(stream)
        slides, said = imported(stream.getvalue(), project)
        assert slides[-1]["diagram"] == {"direction": "right", "edges": ["One -> Two", "Two -> Three"]}
        assert ("an arrow that joins no boxes of a diagram is left out" in said) == is_headed


def test_two_boxes_of_the_same_words_are_two(project: Project) -> None:
    """They have names of their own."""
    slides, _ = imported(drawn(True, words=("Same", "Same", "Other -> one")), project)
    found = slides[-1]["diagram"]
    assert sorted(one["text"] for one in found["nodes"].values()) == ["Other -> one", "Same", "Same"]
    assert len(found["edges"]) == 2


def test_a_box_that_is_called_as_another_would_be_is_another(project: Project) -> None:
    """Names that are made keep clear of words."""
    slides, _ = imported(drawn(True, words=("Same", "box 1", "Same"), arrows=2), project)
    found = slides[-1]["diagram"]
    assert found["edges"] == ["box 2 -> box 1", "box 1 -> box 3"]
    assert {name: one["text"] for name, one in found["nodes"].items()} == {"box 2": "Same", "box 3": "Same"}


def test_merge_leaves_words_of_a_diagram_to_its_author(project: Project) -> None:
    """A name may stand in several edges: what changed is told, and nothing is written."""
    deck = project.write(DECK + DIAGRAM)
    assert run("build", deck, "-f", "pptx").exit_code == 0
    talk = Presentation(str(project.folder / "build" / "deck.pptx"))
    for shape in talk.slides[1].shapes:
        for one in getattr(shape, "shapes", ()):
            if one.has_text_frame and one.text_frame.text == "Ship":
                one.text_frame.paragraphs[0].runs[0].text = "Send"
    talk.save(str(project.folder / "edited.pptx"))
    before = deck.read_text()
    result = run("merge", deck, project.folder / "edited.pptx")
    assert deck.read_text() == before
    assert "Send" in result.stdout + result.stderr
