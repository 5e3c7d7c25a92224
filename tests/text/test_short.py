"""Short texts, which are set larger than long ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, fit
from deckmaker.text.fitting import SHORT_SHARE, STRANDED_SHARE
from deckmaker.text.measuring import measure
from deckmaker.theme import TextStyle
from tests.projects import briefing
from tests.text.samples import paragraphs

THEME = replace(briefing(), baseline=3)
BODY = replace(THEME.styles["body"], size=24, short=30, drop=0, minimum=14, leading=1.1)
TITLE = replace(THEME.styles["title"], size=30, short=48, minimum=21, anchor="bottom")
PLACE = Rect(48, 168, 600, 306)


def text(*words: str) -> tuple[Paragraph, ...]:
    """Return a paragraph for each of the texts."""
    return tuple(Paragraph((Run(one),)) for one in words)


def dropping(share: float) -> TextStyle:
    """Return the body's style with a drop."""
    return replace(BODY, drop=share)


def size(words: str, rect: Rect = PLACE, style=BODY) -> int:
    """Return the size at which a text is set."""
    return fit([FrameText(text(words), style, rect)], THEME)[0].setting.size


def test_a_short_text_is_set_at_the_size_for_short_texts():
    """A text that leaves some of its place free at that size."""
    assert size("A pilot with shore power at berth 4, for one winter.") == 30


def test_a_text_that_would_crowd_its_place_is_set_at_the_ordinary_size():
    """One line at 30 points needs 33: it has to be so much less than its place that the page keeps some air."""
    line = measure(text("Words"), BODY, 30, THEME).set(PLACE.width).height
    assert line == 33 and 0.4 < SHORT_SHARE < 0.9
    assert size("Words", replace(PLACE, height=line / SHORT_SHARE - 0.1)) == 24
    assert size("Words", replace(PLACE, height=line / SHORT_SHARE + 0.1)) == 30


def test_there_is_no_size_between_the_short_and_the_ordinary():
    """So that slides of one deck have two sizes where they have room, not six."""
    sizes = {size("noise " * count) for count in range(1, 90)}
    assert {24, 30} <= sizes
    assert not sizes & set(range(25, 30))


@given(paragraphs(), st.floats(60, 400))
@settings(max_examples=60)
def test_the_size_for_short_texts_is_taken_exactly_where_nothing_speaks_against_it(words, height):
    """Room, a line for each word, and breaks that hold in every program."""
    setting = measure(words, BODY, 30, THEME).set(PLACE.width)
    fine = setting.height <= SHORT_SHARE * height and setting.excess_width <= 0.01 and setting.safe
    (fitted,) = fit([FrameText(words, BODY, replace(PLACE, height=height))], THEME)
    assert (fitted.setting.size == 30) == fine
    assert fine or fitted.setting.size <= 24


def test_a_short_text_leaves_no_word_alone_on_its_last_line():
    """Its lines are made about equally long instead, however much narrower that makes it."""
    words = "What the gauges say, and who reads them"
    place = replace(PLACE, width=measure(text(words), BODY, 30, THEME).set(900).lines[0].width - 10)
    assert measure(text(words), BODY, 30, THEME).set(place.width).widows == 1
    (fitted,) = fit([FrameText(text(words), BODY, place)], THEME)
    assert fitted.setting.size == 30
    assert [line.text for line in fitted.setting.lines] == ["What the gauges say,", "and who reads them"]


def test_a_title_that_would_look_amiss_is_not_set_large():
    """In large type its last word would stand alone, though there is room for it."""
    place = Rect(48, 60, 350, 300)
    large = measure(text("Refrigeration on"), TITLE, 48, THEME).set_balanced(place.width)
    assert large.awkward and large.safe and large.height < SHORT_SHARE * place.height
    assert size("Refrigeration on", place, TITLE) == 30
    assert size("Night noise", place, TITLE) == 48


def test_a_text_whose_breaks_would_not_hold_is_not_set_large():
    """Another program might break it elsewhere: at `/`, or inside a link."""
    words = "and/or refrigeration a 50%/yr refrigeration berth-4 x@y.org/z?a=1 x@y.org/z?a=1 a a 50%/yr x@y.org/z?a=1"
    place = Rect(48, 168, 420, 400)
    large = measure(text(words), BODY, 30, THEME).set(place.width)
    assert not large.safe and not large.excess_width and large.height < SHORT_SHARE * place.height
    assert size(words, place) <= 24


def test_a_text_that_takes_more_than_a_third_stands_where_all_others_do():
    """So that the beginnings of texts do not hop from slide to slide."""
    words = text(*["Words"] * 3)
    height = measure(words, BODY, 30, THEME).set(PLACE.width).height
    shifts = [
        fit([FrameText(words, style, replace(PLACE, height=height / (STRANDED_SHARE + more)))], THEME)[0].shift
        for more in (0.01, -0.01)
        for style in (BODY, dropping(0.3))
    ]
    assert shifts[0] == shifts[1]
    assert shifts[2] < shifts[3]


@given(st.floats(0, 1), st.integers(120, 400), st.integers(0, 500))
@settings(max_examples=60)
def test_a_short_text_goes_down_by_a_share_of_the_room_that_it_leaves_free(share, height, top):
    """By whole steps of the grid, so that its baselines stay on it; a long one stays where it begins."""
    place = Rect(48, top, 600, height)
    (resting,), (lowered,) = (fit([FrameText(text("Words"), style, place)], THEME) for style in (BODY, dropping(share)))
    drop, free = lowered.shift - resting.shift, height - resting.shift - resting.setting.height
    assert drop / THEME.baseline == pytest.approx(round(drop / THEME.baseline))
    assert share * free - THEME.baseline - 1e-6 <= drop <= share * free + 1e-6
    long = text("noise " * 90)
    assert fit([FrameText(long, dropping(share), place)], THEME) == fit([FrameText(long, BODY, place)], THEME)


def test_a_text_at_the_foot_of_its_place_stays_there():
    """There is no room below it to go into."""
    title = FrameText(text("Words"), replace(TITLE, drop=0.5), PLACE)
    assert fit([title], THEME)[0].shift == fit([replace(title, style=TITLE)], THEME)[0].shift


def test_siblings_are_both_short_or_neither_is():
    """Columns are set alike: a long one keeps the other at the ordinary size."""
    short, long = (FrameText(text("noise " * count), BODY, PLACE) for count in (5, 120))
    assert [one.setting.size for one in fit([short, short], THEME)] == [30, 30]
    assert max(one.setting.size for one in fit([short, long], THEME)) <= 24


@pytest.mark.parametrize("words", ["Words", "noise " * 60])
def test_a_style_without_a_size_for_short_texts_sets_none_larger(words):
    """Its own size is the largest."""
    assert size(words, PLACE, replace(BODY, short=None)) <= 24
