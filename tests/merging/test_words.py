"""Changes of a text made in another form of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.budget.bound import Bound
from deckmaker.merging import words
from deckmaker.merging.words import merged

WORDS = st.lists(st.sampled_from(["loud", "nights", "have", "a", "ship", "at", "berth", "4", ","]), max_size=12)


@pytest.mark.parametrize(
    ("base", "theirs", "ours", "expected"),
    [
        ("loud nights", "quiet nights", "loud nights^[In May.]", "quiet nights^[In May.]"),
        ("loud nights", "loud summer nights", "loud **nights**", "loud summer **nights**"),
        ("loud nights", "loud nights, too", "loud nights^[In May.]", "loud nights, too^[In May.]"),
        ("41 loud nights", "41 quiet nights", "{{ count }} loud nights", "{{ count }} quiet nights"),
        ("41 loud nights", "42 loud nights", "{{ count }} loud nights", None),
        ("**9,640**", "**9,700**", "9640", "9700"),
        ("9.640", "9.700", "9640", "9700"),
        ("71%", "72%", "0.71", "0.72"),
        ("7%", "8%", "0.07", "0.08"),
        ("7 %", "8 %", "0.0712", "0.08"),
        ("**7,5 %**", "**8,25 %**", "0.075", "0.0825"),
        ("−7%", "−8%", "-0.07", "-0.08"),
        ("7%", "8%", "7", "8"),
        ("7%", "8%", "7.4", "8"),
        ("62", "63", "62.3", "63"),
        ("62.3", "62.4", "62.31", "62.4"),
        ("三分之二的夜晚", "四分之三的夜晚", "三分之二的**夜晚**", "四分之三的**夜晚**"),
        ("**East**", "**West**", "East", "West"),
        ("a\u00a0b", "c\u00a0b", "a b", "c b"),
        ("one two", "", "one *two*", None),
        ("loud nights", "loud **nights**", "loud **nights**", "loud **nights**"),
        ("loud nights here", "quiet **nights** here", "loud **nights** here", "quiet **nights** here"),
        ("loud nights", "louder nights", "louder nights ^[In May.]", "louder nights ^[In May.]"),
    ],
)
def test_a_change_is_made_where_the_same_words_stand(base, theirs, ours, expected):
    """And nowhere, where the file has others there."""
    assert merged(base, theirs, ours) == expected


@given(WORDS, WORDS)
def test_of_the_same_text_all_changes_are_made(base, theirs):
    """Whatever they are."""
    old, new = " ".join(base), " ".join(theirs)
    assert merged(old, new, old) == new


@given(WORDS, WORDS, st.sampled_from([" *soon*", "^[In May.]", " {{ x }}"]), st.integers(0, 12))
def test_what_the_file_has_besides_stays(base, theirs, more, at):
    """Marks, footnotes and values are there as they were, and without them it reads as the changed text."""
    ours = " ".join(base[:at]) + more + ("" if at >= len(base) else " ") + " ".join(base[at:])
    found = merged(" ".join(base), " ".join(theirs), ours)
    if found is not None:
        assert found.count(more.strip()) == 1
        assert found.replace(more.strip(), "").split() == " ".join(theirs).split()


REPEATED = ["yes", "no"] * 240


def test_a_change_amid_words_that_repeat_stands_where_it_does(monkeypatch):
    """All before it and behind it is as it was, also where it takes too long to look for that elsewhere."""
    monkeypatch.setattr(words, "MERGED_STEPS", Bound(100_000, "steps", "a text"))
    theirs = [*REPEATED[:200], "perhaps", *REPEATED[202:]]
    ours = [*REPEATED[:99], "*no*", *REPEATED[100:]]
    wanted = [*ours[:200], "perhaps", *ours[202:]]
    assert merged(", ".join(REPEATED), ", ".join(theirs), ", ".join(ours)) == ", ".join(wanted)


def test_many_changes_amid_words_that_repeat_are_left_to_the_author(monkeypatch):
    """Where they would take too long: that is counted, whatever the machine."""
    monkeypatch.setattr(words, "MERGED_STEPS", Bound(100_000, "steps", "a text"))
    theirs = [one if index % 8 else f"perhaps {index}" for index, one in enumerate(REPEATED)]
    ours = ", ".join(REPEATED) + "^[In May.]"
    assert merged(", ".join(REPEATED), ", ".join(theirs), ours) is None
    assert merged(", ".join(REPEATED), ", ".join(REPEATED[:-1]), ours) is not None
