"""Changes that colleagues make and that were once merged wrongly: each is written well, or left and told."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.merging.presentations import (
    merged,
    paragraph_with,
)
from tests.projects import Project

ABOVE = "title: Shore power\nslides:\n  - title: Shore power\n"


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project without decks, in which one works."""
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def _first_word_bold(words: str) -> Callable[[Any], None]:
    """Return what makes the first word of a paragraph bold that is one run."""

    def change(presentation: Any) -> None:
        first = paragraph_with(presentation, words).runs[0]
        word, _, others = first.text.partition(" ")
        second = copy.deepcopy(first._r)
        first._r.addnext(second)
        second.find("{*}t").text = f" {others}"
        first.text = word
        first.font.bold = True

    return change


COLUMNS = f"""\
{ABOVE}\
  - title: Two ways
    columns:
      - width: 2
        heading: At the berth
        text: No engine runs there.
      - heading: A wall
        bullets: [Two streets of five, Ugly]
"""


def test_bold_of_one_word_is_bold_of_one_word(project):
    """Of a line that is taken for a heading, no star is left alone."""
    text, result = merged(project, COLUMNS, _first_word_bold("No engine"))
    assert "No**" not in text.replace("**No**", ""), result.stdout
    assert text in (COLUMNS, COLUMNS.replace("No engine runs there.", "'**No** engine runs there.'"))


def _line_added(presentation: Any) -> None:
    paragraph = paragraph_with(presentation, "No engine")
    paragraph.add_line_break()
    paragraph.add_run().text = "Not even at night."


def test_no_word_goes_that_the_presentation_still_shows(project):
    """Where the slide is read otherwise than before, and its new text has no place, the old one stays."""
    text, result = merged(project, COLUMNS, _line_added)
    assert "No engine runs there." in text, result.stdout
    assert result.exit_code == (0 if "Not even" in text else 1)


def test_a_number_that_is_typed_with_its_unit_is_written(project):
    """Though the space between them, which is kept from breaking, is another one then."""
    deck = f"{ABOVE}  - title: Figures\n    metrics:\n      - {{value: 38 %, label: of heatings}}   # of all\n"

    def change(presentation: Any) -> None:
        paragraph = paragraph_with(presentation, "38")
        paragraph.runs[0].text = "39 %"
        for one in paragraph.runs[1:]:
            one._r.getparent().remove(one._r)

    text, _ = merged(project, deck, change)
    assert text == deck.replace("38 %", "39 %")
