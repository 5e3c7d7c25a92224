"""Lines by their numbers: what is read, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.resolve.line_numbers import Stretch, stretches

numbers = st.integers(1, 9_999_999)
spaces = st.sampled_from(["", " ", "  "])


@given(st.lists(st.tuples(numbers, st.integers(0, 99) | st.none()), min_size=1), spaces, st.sampled_from("-\u2013"))
def test_what_is_written_is_read(written, space, dash):
    asked = [Stretch(first, None if more is None else min(first + more, 9_999_999)) for first, more in written]
    texts = [
        f"{space}{one.first}" if one.first == one.last else f"{one.first}{space}{dash}{space}{one.last or ''}"
        for one in asked
    ]
    assert stretches(texts) == asked
    assert stretches([",".join(texts)]) == asked


@pytest.mark.parametrize(
    "text", ["", "0", "3-2", "a", "1-2-3", "1,,2", "-3", "1.5", "12345678", "\u0663", "1;2", "1-0"]
)
def test_what_is_none_is_not_read(text):
    assert stretches([text]) is None
    assert stretches(["1", text]) is None
