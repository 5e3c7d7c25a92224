"""Which edits are made together."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostic, Edit, Severity, SourceFile, Span
from deckmaker.mending.choosing import chosen
from deckmaker.mending.splicing import Moved, spliced

SOURCE = SourceFile("deck.yaml", "abcdef\nghi\n")


def told(*edits: tuple[int, int, str]) -> Diagnostic:
    """Return a diagnostic with edits on the first line, by their 0-based columns."""
    made = tuple(Edit(Span(SOURCE, 1, begin + 1, 1, end + 1), text) for begin, end, text in edits)
    return Diagnostic("unknown-key", Severity.ERROR, f"{edits}", None, None, (), made)


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ([(0, 2, "x")], [(2, 4, "y")], True),  # side by side
        ([(0, 3, "x")], [(2, 4, "y")], False),
        ([(0, 3, "x")], [(0, 3, "y")], False),
        ([(2, 2, "x")], [(2, 2, "y")], True),  # two additions follow one another
        ([(0, 4, "x")], [(2, 2, "y")], False),  # an addition within what is replaced
        ([(0, 2, "x")], [(2, 2, "y")], True),
        ([(0, 1, "x"), (4, 5, "x")], [(4, 5, "y")], False),  # all edits of a diagnostic, or none
    ],
)
def test_edits_that_meet_are_not_made_together(one, other, together):
    """The first is made, and the other looked at again in the next pass."""
    assert [found.edits[0].text for found in chosen([told(*one), told(*other)])] == (["x", "y"] if together else ["x"])


def test_a_text_is_spliced_and_places_behind_move_along():
    """All else stays."""
    edits = [edit for found in (told((4, 6, "")), told((0, 1, "xyz")), told((3, 3, "-"))) for edit in found.edits]
    assert spliced(SOURCE.text, edits) == "xyzbc-d\nghi\n"
    assert [Moved(edits).offset(offset) for offset in (0, 2, 7)] == [0, 4, 8]
