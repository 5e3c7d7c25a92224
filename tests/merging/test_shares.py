"""What a key figure shows as one text, and its deck says in two: how it has changed, and since when."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.merging.presentations import merged, paragraph_removed, replacing

DECK = """\
title: Figures
slides:
  - title: Figures

  - title: How much
    metrics:
      - {value: 12, label: of apples, change: "+3", since: May}   # of all
      - value: 7
        label: of pears
        change: "-2"   # less
        since: June
      - {value: 9, label: of plums}
"""
GONE = {
    "+3": ('of apples, change: "+3", since: May}', "of apples}"),
    "−2": ('of pears\n        change: "-2"   # less\n        since: June\n', "of pears\n"),
}


def _removed(words: str, at: int) -> Callable[[Any], None]:
    """Return what removes the text of a key figure, of several alike the one at an index."""

    def change(presentation: Any) -> None:
        found = [one for one in presentation.slides[1].element.iter("{*}sp") if words in "".join(one.itertext())]
        found[at].getparent().remove(found[at])

    return change


@pytest.mark.parametrize("words", GONE)
def test_how_a_key_figure_has_changed_goes_with_since_when(words, project):
    """All else of it stays."""
    old, new = GONE[words]
    text, result = merged(project, DECK, _removed(words, 0))
    assert (text, result.exit_code) == (DECK.replace(old, new), 0), result.output
    assert sum("[-" in line or "added" in line for line in result.stdout.splitlines()) == 1, "nothing else is told"


@pytest.mark.parametrize("at", [0, 1])
def test_of_key_figures_that_have_changed_alike_it_goes_from_the_one_that_is_meant(at, project):
    """By its place among them."""
    deck = DECK.replace('"-2"   # less', '"+3"').replace("June", "May")
    gone = ', change: "+3", since: May' if at == 0 else '        change: "+3"\n        since: May\n'
    text, result = merged(project, deck, _removed("+3", at))
    assert (text, result.exit_code) == (deck.replace(gone, ""), 0), result.output


BESIDE = """\
title: Figures
slides:
  - title: Figures
  - title: How much
    metrics:
      - {value: 12, label: Boats, change: "+3", since: "2020"}
      - {value: 15, label: Cranes}
    text: |
      +3 boats since 2020

      Other words that stay.
"""


def test_a_text_that_begins_and_ends_as_a_key_figure_goes_alone(project):
    """The figure says other words between."""
    text, result = merged(project, BESIDE, lambda found: paragraph_removed(found, "+3 boats"))
    assert (text, result.exit_code) == (BESIDE.replace("      +3 boats since 2020\n\n", ""), 0), result.output


def test_a_text_that_begins_and_ends_as_a_key_figure_is_changed_alone(project):
    """The figure stays as it is."""
    text, result = merged(project, BESIDE, replacing("+3 boats", "+4 boats"))
    assert (text, result.exit_code) == (BESIDE.replace("+3 boats", "+4 boats"), 0), result.output
