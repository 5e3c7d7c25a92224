"""Texts in boxes of their own that somebody drew on a slide: they are no paragraph of what stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from pptx.util import Pt

from tests.merging.presentations import merged, paragraph_added, paragraph_removed, replacing
from tests.projects import Project

DECK = """\
title: Harbour
slides:
  - title: Harbour
  - title: Callout
    callout: {title: Begin with berth 4, text: Nothing built there is lost.}
  - title: Diagram
    diagram:
      edges:
        - edge: Call -> Van
          text: a meter stays
  - title: Text
    text: Some words.
  - title: List
    bullets: [one item, another item]
"""


def _drawn(index: int, *words: str, top: int = 400) -> Callable[[Any], None]:
    def change(presentation: Any) -> None:
        box = presentation.slides[index].shapes.add_textbox(Pt(72), Pt(top), Pt(288), Pt(40))
        box.text_frame.text = words[0]
        for one in words[1:]:
            box.text_frame.add_paragraph().text = one

    return change


@pytest.mark.alike(every=3)
@pytest.mark.parametrize("index", range(1, 5))
@pytest.mark.parametrize("top", [100, 400])
def test_a_text_in_a_box_of_its_own_is_left(project: Project, index: int, top: int) -> None:
    """Whatever it stands above or below."""
    deck, result = merged(project, DECK, _drawn(index, "Ask the master", "or the pilot", top=top))
    assert deck == DECK
    assert result.exit_code == 1 and "Ask the master" in result.stdout.partition("Left to you")[2]


def test_what_was_written_in_a_box_of_the_deck_is_written_there(project: Project) -> None:
    """Also below a text that was changed, while another box is left."""

    def change(presentation: Any) -> None:
        _drawn(1, "Ask the master")(presentation)
        replacing("is lost", "is gone")(presentation)
        paragraph_added(presentation, "Nothing built", "Nor is money.")

    deck, result = merged(project, DECK, change)
    assert "Nothing built there is gone." in deck and "Nor is money." in deck and "master" not in deck
    assert result.exit_code == 1


@pytest.mark.parametrize("index", [1, 3])
def test_what_moved_into_a_box_of_its_own_on_another_slide_stays(project: Project, index: int) -> None:
    """The deck has no place for that box: without its old one, the text would be lost."""

    def change(presentation: Any) -> None:
        paragraph_removed(presentation, "another item")
        _drawn(index, "another item")(presentation)

    deck, result = merged(project, DECK, change)
    assert deck == DECK
    assert result.exit_code == 1 and "another item" in result.stdout.partition("Left to you")[2]
