"""Arrows of a diagram that somebody changed in PowerPoint: they are told, and left to the deck's author."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.merging.presentations import built, edited
from tests.projects import DECK, Project, run

DIAGRAM = f"""{DECK}\
  - title: A
    diagram:
      edges:
        - Order -> Check
        - Check -> Ship: in stock
        - edge: Ship -> Invoice
          line: dashed
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project without decks, in which one works."""
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def _drawn(presentation: Any) -> Iterator[Any]:
    for one in list(presentation.slides[1].shapes):
        yield from one.shapes if hasattr(one, "shapes") else [one]


def _node(presentation: Any, words: str) -> Any:
    return next(one for one in _drawn(presentation) if one.has_text_frame and one.text_frame.text == words)


def _arrow(presentation: Any, source: str) -> Any:
    """Return the connector that begins at a node."""
    id = str(_node(presentation, source).shape_id)
    held = [(one, end) for one in _drawn(presentation) for end in one._element.iter("{*}stCxn")]
    return next(one for one, end in held if end.get("id") == id)


def _delete(shape: Any) -> None:
    shape._element.getparent().remove(shape._element)


def _turn(arrow: Any) -> None:
    """Put the head of an arrow at its other end."""
    head = next(arrow._element.iter("{*}tailEnd"))
    head.tag = head.tag.replace("tailEnd", "headEnd")


def _solid(arrow: Any) -> None:
    """Draw an arrow without a break."""
    dash = next(arrow._element.iter("{*}prstDash"))
    dash.getparent().remove(dash)


CHANGES: dict[str, tuple[Callable[[Any], object], list[str]]] = {
    "deleted": (lambda found: _delete(_arrow(found, "Order")), ["arrow “Order → Check” removed"]),
    "led elsewhere": (
        lambda found: _arrow(found, "Order").end_connect(_node(found, "Invoice"), 1),
        ["arrow “Order → Check” removed", "arrow “Order → Invoice” added"],
    ),
    "the head at the other end": (
        lambda found: _turn(_arrow(found, "Order")),
        ["arrow “Check → Order” added", "arrow “Order → Check” removed"],
    ),
    "half of one with words": (lambda found: _delete(_arrow(found, "Check")), ["arrow “Check → Ship” removed"]),
    "a dash": (
        lambda found: _solid(_arrow(found, "Ship")),
        ["arrow “Ship → Invoice, dashed” removed", "arrow “Ship → Invoice” added"],
    ),
}


@pytest.mark.parametrize(("change", "lines"), CHANGES.values(), ids=CHANGES)
def test_what_became_of_an_arrow_is_told_and_left(
    change: Callable[[Any], object], lines: list[str], project: Project
) -> None:
    """By `diff` and by `merge`, with where it led and where it leads."""
    file = edited(built(project, DIAGRAM), change)
    found = run("diff", project.deck, file)
    assert found.exit_code == 1
    assert found.stdout.splitlines()[4:] == [f"  {line}" for line in lines]
    result = run("merge", project.deck, file)
    assert (result.exit_code, project.deck.read_text()) == (1, DIAGRAM)
    assert result.stdout.splitlines()[3:] == [f"  {line}" for line in lines]


def test_programs_are_told_of_an_arrow(project: Project) -> None:
    """As of a block that came or went."""
    file = edited(built(project, DIAGRAM), lambda found: _delete(_arrow(found, "Order")))
    (slide,) = json.loads(run("diff", project.deck, file, "-f", "json").stdout)["slides"]
    (change,) = slide["changes"]
    assert (change["way"], change["kind"], change["place"]) == ("removed", "block", ["arrow “Order → Check”"])


def test_the_page_tells_of_an_arrow(project: Project) -> None:
    """Beside the pictures of its slide."""
    file = edited(built(project, DIAGRAM), lambda found: _delete(_arrow(found, "Order")))
    assert run("diff", project.deck, file, "-o", "changes.html").exit_code == 1
    assert "arrow “Order → Check”" in (project.folder / "changes.html").read_text()


def test_words_on_an_arrow_are_taken_over_and_its_ends_are_as_they_were(project: Project) -> None:
    """Nothing is left then."""

    def change(found: Any) -> None:
        _node(found, "in stock").text_frame.paragraphs[0].runs[0].text = "there"

    result = run("merge", project.deck, edited(built(project, DIAGRAM), change))
    assert (result.exit_code, project.deck.read_text()) == (0, DIAGRAM.replace("in stock", "there"))


@pytest.mark.parametrize(
    "edge",
    [
        "Check -> Ship: in stock",
        '"Check -> Ship: in stock"',
        '{"Check -> Ship": in stock}',
        '{edge: "Check -> Ship: in stock"}',
        "{edge: Check -> Ship, text: in stock}",
    ],
)
def test_words_on_an_arrow_are_found_however_they_are_written(edge: str, project: Project) -> None:
    """Beside the arrow, in one text with it, or under a key."""

    def change(found: Any) -> None:
        _node(found, "in stock").text_frame.paragraphs[0].runs[0].text = "in our own store"

    deck = DIAGRAM.replace("Check -> Ship: in stock", edge)
    result = run("merge", project.deck, edited(built(project, deck), change))
    assert (result.exit_code, project.deck.read_text()) == (0, deck.replace("in stock", "in our own store"))


def test_order_and_places_of_arrows_are_no_change(project: Project) -> None:
    """Somebody brings one to the front, and moves a node."""

    def change(found: Any) -> None:
        arrow = _arrow(found, "Order")._element
        arrow.getparent().append(arrow)
        _node(found, "Invoice").left += 100_000

    result = run("diff", project.deck, edited(built(project, DIAGRAM), change))
    assert (result.exit_code, result.stdout.splitlines()[1]) == (0, "no changes: 2 slides the same")
