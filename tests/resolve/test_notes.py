"""Notes: plain text in which nothing is lost, whatever its lines look like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.model import Marker
from deckmaker.resolve.notes import notes_of


def shown(text):
    """Return what notes show: the mark of each paragraph, and its words."""
    marks = {Marker.BULLET: "-", Marker.NONE: ""}
    return [(marks.get(one.marker, f"{one.number}."), one.text) for one in notes_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("* * *", [("", "* * *")]),
        ("Say this.\n\n* * *\n\nAnd that.", [("", "Say this."), ("", "* * *"), ("", "And that.")]),
        ("Say this.\n- - -\nAnd that.", [("", "Say this."), ("", "- - -"), ("", "And that.")]),
        ("-", [("", "-")]),
        ("1.\n2. two", [("", "1."), ("2.", "two")]),
        ("- one\n-\n- three", [("-", "one"), ("", "-"), ("-", "three")]),
        ("- one\n\n  +\n- two", [("-", "one"), ("", "+"), ("-", "two")]),
        ("- one\n\n  - two", [("-", "one"), ("-", "two")]),
    ],
)
def test_marks_without_words_stay_as_they_are_typed(text, expected):
    """Such as a line of stars between two thoughts: to Markdown it is lists with nothing in them."""
    assert shown(text) == expected


@given(st.text(st.sampled_from("ab-*+1. \n"), max_size=24))
def test_no_sign_of_notes_is_lost(text):
    """But for white space, and for marks of items, which are shown as such."""
    words = "".join(mark + word for mark, word in shown(text))
    assert [sign for sign in words if sign in "ab"] == [sign for sign in text if sign in "ab"]
    typed = sum(sign in "-*+" for sign in text)
    assert sum(sign in "-*+" for sign in words) <= typed
    assert bool(text.strip()) == bool(words)
