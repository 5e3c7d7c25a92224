"""Shapes that fade out: gradient fills, whose stops PowerPoint and LibreOffice understand alike."""

from __future__ import annotations

from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from deckmaker.layout import ShapeItem
from tests.projects import Project, briefing
from tests.render.pptx.decks import NAMESPACES, find, rendered

HOUSE = """\
extends: briefing
layouts:
  picture-full:
    shapes:
      - {color: scrim, columns: [1, 5], top: 0, bottom: 0, width: 400, fade: 100, opacity: 0.6, over: picture}
      - {color: accent, columns: [1, 5], top: 300, height: 3, width: 42, over: picture}
  content:
    shapes: [{color: tint, columns: [1, 12], top: 40, height: 12, width: 200, fade: 200}]
"""
DECK = """\
title: T
theme: ../house.yaml
slides:
  - {title: A, layout: picture-full, text: b, image: {file: ../a.png, alt: A, credit: B}}
  - {title: A, text: b}
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A presentation with two shapes that fade: on a slide over its picture, and on a layout."""
    project = Project(tmp_path)
    project.picture("a.png")
    (tmp_path / "house.yaml").write_text(HOUSE, encoding="utf-8")
    document = project.document(DECK)
    assert any(isinstance(one.item, ShapeItem) and one.item.fade for one in document.pages[0].placed)
    path = tmp_path / "deck.pptx"
    path.write_bytes(rendered(document))
    return path


def stops(shape) -> list[tuple[int, int, str]]:
    """Return the stops of a gradient: place and opacity in thousandths of a percent, and the colour."""
    return [
        (
            int(stop.get("pos")),
            int(find(stop, "string(*/a:alpha/@val)") or 100_000),
            find(stop, "string(*/@val)"),
        )
        for stop in find(shape._element, ".//a:gradFill/a:gsLst/a:gs")
    ]


def test_a_shape_fades_over_its_last_points(file: Path) -> None:
    """Even up to three quarters of its width, half of it left in the middle of the rest, and nothing at its end."""
    slide = Presentation(str(file)).slides[0]
    (fading,) = [shape for shape in slide.shapes if stops(shape)]
    assert {color for _, _, color in stops(fading)} == {briefing().palette["scrim"].lstrip("#")}
    places = [stop[:2] for stop in stops(fading)]
    assert places[:2] == [(0, 60_000), (75_000, 60_000)]
    assert (87_500, 30_000) in places
    assert places[-1] == (100_000, 0)
    assert [alpha for _, alpha in places] == sorted((alpha for _, alpha in places), reverse=True)
    (line,) = find(fading._element, ".//a:gradFill/a:lin")
    assert (line.get("ang"), line.get("scaled")) == ("0", "0")


def test_a_shape_may_fade_over_its_whole_width(file: Path) -> None:
    """Its first stop then begins to fade; a layout draws it where a layout has it."""
    presentation = Presentation(str(file))
    (fading,) = [shape for shape in presentation.slides[1].slide_layout.shapes if stops(shape)]
    places = [stop[:2] for stop in stops(fading)]
    assert (places[0], places[-1]) == ((0, 100_000), (100_000, 0))
    assert len({place for place, _ in places}) == len(places)
    assert not [shape for shape in presentation.slides[1].shapes if stops(shape)]


def test_a_shape_that_does_not_fade_is_one_plain_colour(file: Path) -> None:
    """As before."""
    slide = Presentation(str(file)).slides[0]
    plain = [one for one in slide.shapes if not find(one._element, ".//p:ph | .//@txBox") and not stops(one)]
    assert [find(one._element, "count(p:spPr/a:solidFill)") for one in plain] == [1]


def test_a_fading_shape_lies_between_picture_and_texts(file: Path) -> None:
    """In the order of the slide's shapes, which is the order in which they are drawn."""
    slide = Presentation(str(file)).slides[0]
    kinds = [
        "picture" if shape._element.tag == f"{{{NAMESPACES['p']}}}pic" else "fading" if stops(shape) else shape.name
        for shape in slide.shapes
    ]
    assert kinds.index("picture") < kinds.index("fading") < min(kinds.index(one) for one in kinds if "Title" in one)


@pytest.mark.slow
def test_the_schema_has_no_complaint(file: Path) -> None:
    """Not about stops, alphas or where the fill stands."""
    result = OpenXmlValidator(strict=True).validate(file)
    assert result.is_valid and not result.errors, [str(error) for error in result.errors]
