"""Which items belong together, and what that costs."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.comparison.changes import Way
from deckmaker.comparison.comparing import compare
from deckmaker.comparison.facts import DeckFacts, Fact, Kind, Part, SlideFacts
from deckmaker.comparison.matching import Likeness, Pair, moved, paired
from deckmaker.comparison.words import Fate, word_changes
from tests.hostile.work import calls_of, growth, processor_seconds_below

texts = st.lists(st.sampled_from(["a b c d", "a b c e", "x y", "x z", "q"]), max_size=8)


def pairs_of(old: list[str], new: list[str], in_order: bool = False) -> list[Pair]:
    """Pair texts by what they say, then by their words."""
    return paired(old, new, (lambda one: one,), str.split, lambda *_: True, Likeness(0.5, in_order))


@given(texts, texts)
def test_each_item_is_in_one_pair(old, new):
    """The new ones in their order; nothing is lost, and equal ones are together as far as they go."""
    pairs = pairs_of(old, new)
    assert [pair.new for pair in pairs if pair.new is not None] == list(range(len(new)))
    assert sorted(pair.old for pair in pairs if pair.old is not None) == list(range(len(old)))
    both = [(old[pair.old], new[pair.new]) for pair in pairs if pair.old is not None and pair.new is not None]
    for text in {*old, *new}:
        assert both.count((text, text)) == min(old.count(text), new.count(text))


@given(st.permutations(range(7)))
def test_as_few_as_possible_have_moved(order):
    """What has not moved is in its old order, and no more could be."""
    pairs = [Pair(old, new) for new, old in enumerate(order)]
    away = moved(pairs)
    staying = [order[new] for new in range(7) if new not in away]
    assert staying == sorted(staying)
    longest = max(
        sum(mask >> place & 1 for place in range(7))
        for mask in range(1, 128)
        if (run := [order[place] for place in range(7) if mask >> place & 1]) == sorted(run)
    )
    assert len(staying) == longest


def test_what_is_left_over_between_the_same_neighbours_belongs_together():
    """A text that was written anew, in its place; not where one is two by now."""
    assert pairs_of(["a", "b", "c"], ["a", "x", "c"], in_order=True) == [Pair(0, 0), Pair(1, 1), Pair(2, 2)]
    assert pairs_of(["a", "b", "c"], ["a", "x", "c"]) == [Pair(0, 0), Pair(1, None), Pair(None, 1), Pair(2, 2)]
    assert Pair(1, None) in pairs_of(["a", "b", "c"], ["a", "x", "y", "c"], in_order=True)


@given(st.lists(st.sampled_from(["stays", "changes", "goes"]), min_size=1, max_size=5))
def test_twins_belong_to_those_that_stand_where_they_stood(fates):
    """Whichever of them changes or goes: none of them has moved, nor has what stands between them."""
    old, new = ["begin"], ["begin"]
    for number, fate in enumerate(fates):
        old += ["a twin says this", f"n{number}"]
        new += {"stays": ["a twin says this"], "changes": [f"a twin says w{number}"], "goes": []}[fate]
        new.append(f"n{number}")
    pairs = pairs_of(old, new)
    assert not moved(pairs)
    assert sum(pair.new is None for pair in pairs) == fates.count("goes")
    assert all(pair.old is not None for pair in pairs)


def test_of_twins_that_were_copied_the_one_in_order_was_there():
    """However many there are now."""
    pairs = pairs_of(["a", "twin", "b"], ["twin", "a", "twin", "b", "twin"])
    assert pairs == [Pair(None, 0), Pair(0, 1), Pair(1, 2), Pair(2, 3), Pair(None, 4)]


@pytest.mark.slow
def test_thousands_that_have_all_changed_take_seconds():
    """Not the hours of each against each: 2,000 slides of 50 words would be 4 million pairs."""
    random = Random(1)
    old = [" ".join(f"w{random.randrange(10_000)}" for _ in range(50)) for _ in range(2_000)]
    new = [f"{one} more" for one in old]
    new.insert(1_500, new.pop(7))
    with processor_seconds_below(10):
        pairs = pairs_of(old, new)
    assert all(pair.old is not None and pair.new is not None for pair in pairs)
    assert moved(pairs) == {1_500}


@given(st.text("ab .\n", max_size=30), st.text("ab .\n", max_size=30))
def test_words_that_are_told_are_those_of_both_texts(old, new):
    """What is the same and what is gone is the old text, what is the same and what has come the new one."""
    stretches = list(word_changes(old, new))
    assert "".join(one.text for one in stretches if one.fate is not Fate.ADDED) == old
    assert "".join(one.text for one in stretches if one.fate is not Fate.REMOVED) == new


def test_spaces_at_which_no_line_breaks_are_as_others():
    """Nobody would see them marked."""
    stretches = list(word_changes("10 km are left", "10\N{NO-BREAK SPACE}km were left"))
    assert [one.text for one in stretches if one.fate is not Fate.SAME] == ["are", "were"]


def test_long_texts_take_no_longer_than_short_ones_for_each_word():
    """Two of 100,000 words, half of which have changed."""
    same = "same " * 50_000
    with processor_seconds_below(5):
        stretches = list(word_changes(f"{same}{'a ' * 50_000}end", f"{same}{'b ' * 50_000}same end"))
    assert stretches[0].fate is stretches[-1].fate is Fate.SAME


def charted(*categories: str) -> DeckFacts:
    """Return a deck of one chart with these categories."""
    slide = SlideFacts(1, "A", Part("slide", parts=(Part("chart", columns=categories),)))
    return DeckFacts("deck.yaml", "en", Part("deck"), (slide,))


def test_categories_that_changed_places_take_time_by_their_number():
    """Not by its square, where there are many; a new one among them is told."""

    def swapped(count: int) -> list[str]:
        names = [f"c{number}" for number in range(count)]
        mixed = [name for one, other in zip(names[::2], names[1::2], strict=True) for name in (other, one)]
        (slide,) = compare(charted(*names), charted(*mixed, "new")).slides
        return [change.place[-1] for change in slide.changes]

    assert "category “new”" in swapped(500)
    assert growth(calls_of, swapped, 1_000) < 2.5


@pytest.mark.parametrize("new", ["xabc", "axbc", "xayc", "bc", "axc"])
def test_categories_that_came_or_went_have_moved_no_others(new):
    """Those on both sides stand in the same order."""
    (slide,) = compare(charted(*"abc"), charted(*new)).slides
    assert Way.MOVED not in {change.way for change in slide.changes}


def test_categories_in_another_order_are_told_as_one_change():
    """And their values are held against those of the same names."""

    def sorted_chart(names: tuple[str, ...], values: dict[str, str]) -> DeckFacts:
        facts = tuple(Fact(str(index), Kind.DATUM, values[name]) for index, name in enumerate(names))
        chart = Part("chart", parts=(Part("series", facts),), columns=names)
        return DeckFacts("d.yaml", "en", Part("deck"), (SlideFacts(1, "A", Part("slide", parts=(chart,))),))

    old = sorted_chart(("a", "b", "c"), {"a": "1", "b": "2", "c": "3"})
    new = sorted_chart(("c", "a", "b"), {"a": "1", "b": "2", "c": "4"})
    (slide,) = compare(old, new).slides
    assert [(one.way, one.place, one.old, one.new) for one in slide.changes] == [
        (Way.MOVED, ("chart", "categories"), None, "c, a, b"),
        (Way.CHANGED, ("chart", "series", "c"), "3", "4"),
    ]
