"""Quotation marks that hang: paragraphs with a negative indent, in a frame that reaches as far to the left."""

from __future__ import annotations

from typing import Any

import pytest
from openxml_audit import OpenXmlValidator
from pptx import Presentation

from deckmaker.layout import Placed, TextItem
from tests.projects import Project
from tests.render.pptx.decks import find, rendered

DECK = """\
title: T
slides:
  - title: “We cannot sleep”
    layout: content
    text: |
      “The ships run all night.”

      Three of them, at berth 4.
    bullets: ["“Fans” run", Horns sound]
  - title: We cannot sleep
    layout: content
    text: The ships run all night.
"""
EMU_PER_POINT = 12_700


@pytest.fixture(scope="module")
def slides(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[list[Placed], list[Any]]]:
    """For each slide its title and text, as placed and as shapes of the file, which the schema finds right."""
    folder = tmp_path_factory.mktemp("hanging")
    document = Project(folder).document(DECK)
    path = folder / "deck.pptx"
    path.write_bytes(rendered(document))
    result = OpenXmlValidator(strict=True).validate(path)
    assert result.is_valid and not result.errors, [str(error) for error in result.errors]
    return [
        ([page.slot("title"), page.slot("body")], list(slide.placeholders)[:2])
        for page, slide in zip(document.pages, Presentation(str(path)).slides, strict=True)
    ]


def margins(shape: Any) -> list[tuple[float, float] | None]:
    """Return each paragraph's left margin and first-line indent in points, None where it inherits them."""
    found = []
    for paragraph in shape.text_frame.paragraphs:
        left, indent = (find(paragraph._p, f"string(a:pPr/@{name})") for name in ("marL", "indent"))
        assert bool(left) == bool(indent)
        found.append((int(left) / EMU_PER_POINT, int(indent) / EMU_PER_POINT) if left else None)
    return found


def test_a_paragraph_that_begins_with_a_quotation_mark_hangs_by_it(slides) -> None:
    """Its margin is what the frame reaches out, its indent takes it back; neighbours without keep the margin."""
    (placed, (title, body)), _ = slides
    item = placed[1].item
    assert isinstance(item, TextItem)
    out, (_, _, *items) = item.setting.outdent, item.setting.paragraphs
    assert out > 5
    quoted, plain, *listed = margins(body)
    assert quoted == (pytest.approx(out, abs=0.001), pytest.approx(-out, abs=0.001))
    assert plain == (pytest.approx(out, abs=0.001), 0)
    assert listed == [
        (pytest.approx(one.style.left, abs=0.001), pytest.approx(-one.style.hanging, abs=0.001)) for one in items
    ]
    hung = placed[0].item.setting.outdent
    assert margins(title) == [(pytest.approx(hung, abs=0.001), pytest.approx(-hung, abs=0.001))]


def test_the_frame_reaches_out_by_as_much(slides) -> None:
    """So that what follows the mark begins at the slot's edge."""
    (placed, shapes), (_, plain) = slides
    for one, shape, other in zip(placed, shapes, plain, strict=True):
        assert other.left.pt - shape.left.pt == pytest.approx(one.item.setting.outdent, abs=0.001)


def test_a_text_without_them_inherits_its_margins(slides) -> None:
    """Titles have none, plain paragraphs among lists say so."""
    _, (_, (title, body)) = slides
    assert margins(title) == [None]
    assert margins(body) == [(0, 0)]
