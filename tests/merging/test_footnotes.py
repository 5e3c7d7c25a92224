"""Footnotes that go: their words alone go with them, never the text that they stand in."""

from __future__ import annotations

from typing import Any

import pytest

from tests.merging.presentations import merged, paragraph_removed

ABOVE = "title: Shore power\nslides:\n  - title: Shore power\n  - title: Nights\n"
TEXTS = {
    "one": '    text: "Loud nights^[Above 55 dB.] are many."\n',
    "two": '    text: "Loud nights^[Above 55 dB.] have a ship^[A reefer ship.]."\n',
    "of an item": '    bullets:\n      - "Loud nights^[Above 55 dB.] are many"\n      - Days are not\n',
    "of an item with items below": '    bullets:\n      - "Loud nights^[Above 55 dB.]": [many, in May]\n      - Days\n',
    "of one paragraph": "    text: |\n      Loud nights^[Above 55 dB.] are many.\n\n      - Days are not\n",
}


def _box_removed(presentation: Any) -> None:
    boxes = [one for one in presentation.slides[1].shapes if one.has_text_frame and "55 dB" in one.text_frame.text]
    for box in boxes:
        box._element.getparent().remove(box._element)
    assert boxes


def _marks_removed(presentation: Any) -> None:
    marks = [
        run
        for shape in presentation.slides[1].shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.text in ("1", "2")
    ]
    for run in marks:
        run._r.getparent().remove(run._r)
    assert marks


@pytest.mark.parametrize("name", TEXTS)
def test_a_box_of_footnotes_that_is_removed_takes_no_text_along(name, project):
    """The signs in the text that lead to them are still there: so nothing is sure, and it is told."""
    deck = f"{ABOVE}{TEXTS[name]}"
    text, result = merged(project, deck, _box_removed)
    assert text == deck, result.stdout
    assert result.exit_code == 1, result.stderr
    assert "55 dB" in result.stdout.partition("Left to you")[2]


@pytest.mark.parametrize("name", TEXTS)
def test_footnotes_that_are_removed_with_their_signs_go(name, project):
    """And their brackets with them."""

    def change(presentation: Any) -> None:
        _box_removed(presentation)
        _marks_removed(presentation)

    deck = f"{ABOVE}{TEXTS[name]}"
    text, result = merged(project, deck, change)
    without = deck.replace("^[Above 55 dB.]", "").replace("^[A reefer ship.]", "").replace('"', "")
    assert text.replace('"', "") == without, result.stdout
    assert result.exit_code == 0, result.stdout


def test_a_paragraph_goes_with_its_footnote(project):
    """Both are removed in the presentation."""

    def change(presentation: Any) -> None:
        _box_removed(presentation)
        paragraph_removed(presentation, "Loud nights")

    text, result = merged(project, f"{ABOVE}{TEXTS['of one paragraph']}", change)
    assert "Loud" not in text and "- Days are not" in text, result.stdout
    assert result.exit_code == 0, result.stdout
