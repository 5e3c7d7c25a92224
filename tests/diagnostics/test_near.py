"""Near matches: what Python's own search finds, at a cost that is bounded."""

from __future__ import annotations

from difflib import get_close_matches

from hypothesis import example, given
from hypothesis import strategies as st

from deckmaker.diagnostics.near import nearest_of

letters = st.text(st.sampled_from("abcAB-ß1é"), max_size=12)


@given(letters, st.lists(letters, max_size=12))
@example("a", ["A", "a"])
@example("source", ["sorce", "soruce", "suorce"])
@example("", ["", "a"])
def test_the_nearest_is_the_one_that_python_finds(word: str, known: list[str]) -> None:
    """Whatever the words, with capitals that do not count."""
    spelt = {one.casefold(): one for one in reversed(known)}
    near = get_close_matches(word.casefold(), spelt, n=1, cutoff=0.6)
    expected = spelt[near[0]] if near and word else None
    assert nearest_of(word, known) == expected
