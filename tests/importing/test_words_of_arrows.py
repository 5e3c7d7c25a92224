"""Words on arrows, and of what arrows led to: whatever somebody deletes of a diagram, all that is left comes back."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation

from tests.importing.presentations import imported
from tests.projects import DECK, Project, run

DIAGRAM = """  - title: A
    diagram:
      edges:
        - Order -> Check
        - Check -> Ship: in stock
        - edge: Check -> Wait
          text: sold out
          line: dashed
        - Wait -> Check: new goods
        - Ship <-> Wait: ask
        - Ship -> Invoice
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A presentation of a diagram with words on its arrows."""
    project = Project(tmp_path_factory.mktemp("arrows"))
    assert run("build", project.write(DECK + DIAGRAM), "-f", "pptx").exit_code == 0
    return (Path(project.folder) / "build" / "deck.pptx").read_bytes()


def drawn_in(shapes: Any) -> Iterator[Any]:
    """Yield the shapes of a slide but its placeholders, and those in its groups."""
    for one in list(shapes):
        if not one.is_placeholder:
            yield from drawn_in(one.shapes) if hasattr(one, "shapes") else [one]


def said_by(shape: Any) -> str:
    """Return what a shape says, nothing for a connector."""
    return str(shape.text_frame.text) if shape.has_text_frame else ""


def after(content: bytes, change: Any) -> tuple[str, list[str]]:
    """Return what an import of a changed diagram says, and the words that it still shows."""
    talk = Presentation(BytesIO(content))
    change(list(drawn_in(talk.slides[1].shapes)))
    left = [line for one in drawn_in(talk.slides[1].shapes) for line in said_by(one).splitlines() if line]
    stream = BytesIO()
    talk.save(stream)
    return str(imported(stream.getvalue())[0].slides), left


def delete(shape: Any) -> None:
    """Delete a shape."""
    shape._element.getparent().remove(shape._element)


def named(shapes: list[Any], words: str) -> Any:
    """Return the shape that says some words."""
    return next(one for one in shapes if said_by(one) == words)


def halves(shapes: list[Any], words: str, *ends: str) -> list[Any]:
    """Return the connectors that begin (`stCxn`) or end (`endCxn`) at the shape that says some words."""
    id = str(named(shapes, words).shape_id)
    found = [(one, end.get("id"), end.tag.rpartition("}")[2]) for one in shapes for end in one._element.iter()]
    return [one for one, at, end in found if at == id and end in ends]


def type_into(shape: Any, text: str) -> None:
    """Give a shape a text of its own."""
    shape.text_frame.text = text


CHANGES: dict[str, Any] = {
    "a node deleted": lambda shapes: delete(named(shapes, "Ship")),
    "the first half deleted": lambda shapes: delete(halves(shapes, "in stock", "endCxn")[0]),
    "the second half deleted": lambda shapes: delete(halves(shapes, "in stock", "stCxn")[0]),
    "a node without words": lambda shapes: type_into(named(shapes, "Ship"), ""),
    "a node of two paragraphs": lambda shapes: type_into(named(shapes, "Ship"), "Send\nit"),
    "words of two paragraphs": lambda shapes: type_into(named(shapes, "in stock"), "there\nare some"),
    "an arrow led to what another one means": lambda shapes: halves(shapes, "Order", "stCxn")[0].end_connect(
        named(shapes, "in stock"), 1
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_words_on_an_arrow_that_is_none_stay_a_text(change: Any, built: bytes) -> None:
    """Their arrow leads from or to nothing now, and is not taken over."""
    said, left = after(built, change)
    assert [one for one in left if one not in said] == []


@given(data=st.data())
def test_every_word_of_a_diagram_is_in_its_import(data: st.DataObject, built: bytes) -> None:
    """Shapes and arrows are deleted at random, or say two things."""

    def change(shapes: list[Any]) -> None:
        for index in data.draw(st.lists(st.integers(0, len(shapes) - 1), max_size=8, unique=True)):
            one = shapes[index]
            if said_by(one) and data.draw(st.booleans()):
                type_into(one, f"{said_by(one)}\nand more of {said_by(one)}")
            else:
                delete(one)

    said, left = after(built, change)
    assert [one for one in left if one not in said] == []


def test_words_in_a_line_are_what_it_means(built: bytes) -> None:
    """Somebody has drawn an open line from shape to shape, and typed into it."""

    def change(shapes: list[Any]) -> None:
        start, end = named(shapes, "Order"), named(shapes, "Invoice")
        draws = start.part.slide.shapes.build_freeform(start.left, start.top)
        line = draws.add_line_segments([(end.left, end.top)], close=False).convert_to_shape()
        path = next(one for one in line._element.iter() if one.tag.endswith("}path"))
        path.set("fill", "none")
        type_into(line, "in a hurry")

    said, _ = after(built, change)
    assert "{'Order -> Invoice': 'in a hurry'}" in said.replace(" -- ", " -> ")
