"""Short texts, which are set larger than long ones."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, SizeReason, fit
from deckmaker.text.fitting import SHORT_SHARE
from deckmaker.text.measuring import measure
from tests.projects import briefing
from tests.samples import examples
from tests.text.samples import paragraphs

THEME = replace(briefing(), baseline=3)
BODY = replace(THEME.styles["body"], size=24, short=30, minimum=14, leading=1.1)
TITLE = replace(THEME.styles["title"], size=30, short=48, minimum=21, anchor="bottom")
PLACE = Rect(48, 168, 600, 306)


def text(*words: str) -> tuple[Paragraph, ...]:
    """Return a paragraph for each of the texts."""
    return tuple(Paragraph((Run(one),)) for one in words)


def size(words: str, rect: Rect = PLACE, style=BODY) -> int:
    """Return the size at which a text is set."""
    return fit([FrameText(text(words), style, rect)], THEME)[0].setting.size


def test_a_short_text_is_set_at_the_size_for_short_texts():
    """A text that leaves some of its place free at that size."""
    assert size("A pilot with shore power at berth 4, for one winter.") == 30


def test_a_text_that_would_crowd_its_place_is_set_at_the_ordinary_size():
    """One line at 30 points needs 33.1: it has to be so much less than its place that the page keeps some air."""
    line = measure(text("Words"), BODY, 30, THEME).set(PLACE.width).height
    assert line == pytest.approx(33.12) and 0.4 < SHORT_SHARE < 0.9
    assert size("Words", replace(PLACE, height=line / SHORT_SHARE - 0.1)) == 24
    assert size("Words", replace(PLACE, height=line / SHORT_SHARE + 0.1)) == 30


def test_there_is_no_size_between_the_short_and_the_ordinary():
    """So that slides of one deck have two sizes where they have room, not six."""
    sizes = {size("noise " * count) for count in range(1, 90)}
    assert {24, 30} <= sizes
    assert not sizes & set(range(25, 30))


@given(paragraphs(), st.floats(60, 400))
@settings(max_examples=examples(60))
def test_the_size_for_short_texts_is_taken_exactly_where_nothing_speaks_against_it(words, height):
    """Room, a line for each word, and breaks that hold in every program."""
    setting = measure(words, BODY, 30, THEME).set(PLACE.width)
    fine = setting.height <= SHORT_SHARE * height and setting.excess_width <= 0.01 and setting.safe
    (fitted,) = fit([FrameText(words, BODY, replace(PLACE, height=height))], THEME)
    assert (fitted.setting.size == 30) == fine
    assert fine or fitted.setting.size <= 24


def test_a_short_text_leaves_no_word_alone_on_its_last_line():
    """It is set narrower instead."""
    words = "What the gauges say, and who reads them"
    place = replace(PLACE, width=measure(text(words), BODY, 30, THEME).set(900).lines[0].width - 10)
    assert measure(text(words), BODY, 30, THEME).set_at_full_width(place.width).widows == 1
    (fitted,) = fit([FrameText(text(words), BODY, place)], THEME)
    assert fitted.setting.size == 30
    assert [line.text for line in fitted.setting.lines] == ["What the gauges say, and who", "reads them"]


def test_a_title_that_would_look_amiss_is_not_set_large():
    """In large type its last word would stand alone, though there is room for it."""
    place = Rect(48, 60, 350, 300)
    large = measure(text("Refrigeration on"), TITLE, 48, THEME).set_balanced(place.width)
    assert large.awkward and large.safe and large.height < SHORT_SHARE * place.height
    assert size("Refrigeration on", place, TITLE) == 30
    assert size("Night noise", place, TITLE) == 48


def test_a_cover_has_no_line_between_others_that_is_far_shorter():
    """Its title is set a little smaller instead; one that shares its size with other slides is not."""
    place = Rect(48, 60, 349, 198)
    cover = replace(TITLE, size=45, minimum=27, short=None)
    words = "Three years of the heating grant"
    assert [one.text for one in measure(text(words), cover, 45, THEME).set_balanced(349).lines][1] == "of the"
    (fitted,) = fit([FrameText(text(words), replace(cover, short=54), place)], THEME)
    assert [one.text for one in fitted.setting.lines] == ["Three years of", "the heating grant"]
    assert fitted.setting.size == 39 and fitted.reason is SizeReason.BETTER
    assert size(words, place, cover) == 45


def test_a_text_whose_breaks_would_not_hold_is_not_set_large():
    """Another program might break it elsewhere: at `/`, or inside a link."""
    words = "and/or refrigeration a 50%/yr refrigeration berth-4 x@y.org/z?a=1 x@y.org/z?a=1 a a 50%/yr x@y.org/z?a=1"
    place = Rect(48, 168, 420, 400)
    large = measure(text(words), BODY, 30, THEME).set(place.width)
    assert not large.safe and not large.excess_width and large.height < SHORT_SHARE * place.height
    assert size(words, place) <= 24
