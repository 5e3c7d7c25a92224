"""What it may cost to import a file: bounds of work, and files that would make it grow without them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.hostile.work import calls_of, growth
from tests.importing.markdown_decks import imported
from tests.importing.presentations import content_slide, presentation, with_parts
from tests.importing.presentations import imported as imported_presentation

MARKDOWN: dict[str, Callable[[int], str]] = {
    "stars": lambda count: "*a " * count,
    "brackets": lambda count: "[" * count,
    "links": lambda count: "[a](" * count,
    "backticks": lambda count: "".join("`" * (one % 60) + "a" for one in range(count)),
    "comments without an end": lambda count: "<!-- \n\n" * count,
    "tags without an end": lambda count: "<div " * count,
    "attributes without an end": lambda count: "<div>\n" + '<a href="' * count,
    "pictures": lambda count: "![a](b) " * count,
    "references to a footnote": lambda count: "[^1]" * count + "\n\n[^1]: " + "x " * count,
    "emphasis in emphasis": lambda count: "*" * count + "a" + "*" * count,
    "quotations in quotations": lambda count: ">" * count + "a",
    "lists in lists": lambda count: "- " * count + "a",
    "items": lambda count: "- a\n" * count,
    "slides": lambda count: "# a\n\nb\n\n" * count,
    "divs": lambda count: "::: a\n\n" * count,
    "subscripts": lambda count: "<sub>a" * count + "</sub>" * count,
}


@pytest.mark.slow
@pytest.mark.parametrize("kind", MARKDOWN)
def test_markdown_costs_what_it_is_long(kind):
    """Twice as much of it takes twice as many calls at most, whatever it is made of."""
    assert growth(calls_of, lambda count: imported(MARKDOWN[kind](count)), 1_000) < 2.3


SHAPE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="9" name="x"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
    "{}</p:txBody></p:sp>"
)
BULLET = '<a:p><a:pPr lvl="3"><a:buChar char="x"/></a:pPr><a:r><a:t>w</a:t></a:r></a:p>'
CHOICE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="x"><p:contentPart/>'
)
CHOICE_END = "</mc:Choice><mc:Fallback><p:contentPart/></mc:Fallback></mc:AlternateContent>"
CELL = (
    '<a:tr><a:tc gridSpan="99999999" rowSpan="9999999"><a:txBody><a:p><a:r><a:t>w</a:t></a:r></a:p></a:txBody>'
    "</a:tc></a:tr>"
)
TABLE = (
    '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="d"/><p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>'
    '<p:xfrm/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>{}</a:tbl>'
    "</a:graphicData></a:graphic></p:graphicFrame>"
)

PRESENTATIONS: dict[str, Callable[[int], str]] = {
    "shapes": lambda count: SHAPE.format("<a:p><a:r><a:t>w</a:t></a:r></a:p>") * count,
    "items": lambda count: SHAPE.format(BULLET * count),
    "runs": lambda count: SHAPE.format("<a:p>" + '<a:r><a:rPr b="1"/><a:t>w </a:t></a:r><a:br/>' * count + "</a:p>"),
    "signs": lambda count: SHAPE.format(f"<a:p><a:r><a:t>{'*a ' * count}</a:t></a:r></a:p>"),
    "cells that span all": lambda count: TABLE.format(CELL * count),
}


def slide_with(xml: str) -> bytes:
    """Return a presentation with more shapes on its second slide."""
    return with_parts(
        presentation(content_slide),
        lambda name, part: (
            part.replace(b"</p:spTree>", xml.encode() + b"</p:spTree>") if name == "ppt/slides/slide2.xml" else part
        ),
    )


@pytest.mark.slow
@pytest.mark.parametrize("kind", PRESENTATIONS)
def test_presentations_cost_what_they_hold(kind):
    """The same of shapes, paragraphs, runs and cells."""
    made = {count: slide_with(PRESENTATIONS[kind](count)) for count in (0, 1_000, 2_000)}
    assert growth(calls_of, lambda count: imported_presentation(made[count]), 1_000) < 2.3


@pytest.mark.slow
def test_choices_in_choices_are_looked_at_once():
    """Each twice would be twice as much on every level, a million times on twenty."""
    made = [slide_with(CHOICE * count + CHOICE_END * count) for count in (10, 20, 40)]
    costs = [calls_of(lambda content=content: imported_presentation(content)) for content in made]
    assert costs[2] < 2 * costs[0], costs
