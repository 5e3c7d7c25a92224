"""What two people changed of one text, sentence by sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.budget.bound import Bound
from deckmaker.merging import words
from deckmaker.merging.sentences import is_changed_by_both, with_theirs

TEXTS = st.lists(st.sampled_from(["A ship.", "Two ships.", "No ship?", "\n", "- ships\n"]), max_size=6).map(" ".join)


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "expected"),
    [
        ("Beta is second", "Beta is the second one", "Beta comes second", True),
        ("Hello world.", "Hello wide world.", "Hello dear world.", True),
        ("Beta is second", "Beta comes second", "Beta comes second", False),
        ("Beta is second", "Beta is third", "Bravo is third", False),
        ("Beta is second", "Beta is **second**", "Beta comes second", False),
        (
            "Ships are loud. Nights are long.",
            "Ships are loud. Days are long.",
            "Boats are loud. Nights are long.",
            False,
        ),
        ("Ships are loud. Nights are long.", "Ships are loud. Days are long.", "Ships hum. Nights are short.", True),
        ("one\ntwo", "one\n2", "1\ntwo", False),
        ("one\ntwo", "one\n2", "one\ndos", True),
        ("one\ntwo", "one\nthree\ntwo", "one\nfour\ntwo", False),
        ("一。二。", "一。三。", "四。二。", False),
    ],
)
def test_a_sentence_that_both_changed_is_known(base: str, theirs: str, ours: str, expected: bool) -> None:
    """One of which each changed a part, too: nobody wrote what would come of both."""
    assert is_changed_by_both(base, theirs, ours) is expected


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "expected"),
    [
        ("- a\n- b\n- c", "- a\n- B\n- c", "- A\n- b\n- c", "- A\n- B\n- c"),
        ("- a\n- b\n- c", "- a\n- b\n- c\n- d", "- A\n- b\n- C", "- A\n- b\n- C\n- d"),
        ("- a\n- b\n- c", "- a\n- c", "- A\n- b\n- c", "- A\n- c"),
        ("- a\n- b", "- a\n- b is", "- A\n- b was", "- A\n- b is"),
        ("- a\n- b", "- a\n- x\n- b", "- a\n- y\n- b", "- a\n- y\n- x\n- b"),
        ("- a\n- b", "- a\n- x\n- b", "- a\n- B", "- a\n- x\n- B"),
        ("- a\n- b", "- a\n- b\n- x", "- A\n- B", "- A\n- B\n- x"),
        ("One. Two.", "One. Too.", "Won. Two.", "Won. Too."),
    ],
)
def test_what_they_changed_is_shown_in_our_text(base: str, theirs: str, ours: str, expected: str) -> None:
    """What we alone changed is ours."""
    assert with_theirs(base, theirs, ours) == expected


@given(TEXTS, TEXTS)
def test_what_one_alone_changed_is_whole(base: str, other: str) -> None:
    """Nothing of theirs is left out, and nothing of ours is taken for theirs."""
    assert with_theirs(base, other, base).split() == other.split()
    assert with_theirs(base, base, other) == other
    assert with_theirs(base, other, other) == other
    assert not is_changed_by_both(base, other, base) and not is_changed_by_both(base, base, other)


def test_many_changes_of_lines_that_repeat_are_one_change(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it would take too long to find what stayed: that is counted, whatever the machine."""
    monkeypatch.setattr(words, "MERGED_STEPS", Bound(400_000, "steps", "a text"))
    base = ["- yes"] * 200
    theirs = ["- yes" if index % 3 else "- no" for index in range(200)]
    ours = ["- yes" if index % 4 else "- so" for index in range(200)]
    base_text, their_text, our_text = map("\n".join, (base, theirs, ours))
    assert is_changed_by_both(base_text, their_text, our_text)
    assert with_theirs(base_text, their_text, our_text) == their_text
    assert with_theirs(base_text, their_text, base_text) == their_text
    assert with_theirs(base_text, base_text, our_text) == our_text
