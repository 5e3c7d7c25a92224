"""Fitting: the largest whole size that fits, the same for siblings, never below the least."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.model import Paragraph, Run
from deckmaker.text import FrameText, fit
from deckmaker.text.setting import measure
from tests.projects import briefing
from tests.text.samples import paragraphs

THEME = briefing()
BODY = THEME.styles["body"]


def frame(words: int, height: float, width: float = 420) -> FrameText:
    """Return a frame with one paragraph of so many words."""
    return FrameText((Paragraph((Run(" ".join(["noise"] * words)),)),), BODY, width, height)


@given(paragraphs(), st.floats(200, 900), st.floats(20, 400))
@settings(max_examples=60, deadline=None)
def test_a_text_never_exceeds_its_height_but_at_the_least_size(text, width, height):
    """Sizes are whole points between the style's least and its own."""
    (fitted,) = fit([FrameText(text, BODY, width, height)], THEME)
    size = fitted.setting.size
    assert isinstance(size, int) and BODY.minimum <= size <= BODY.size
    if fitted.fits:
        assert fitted.setting.height <= height + 0.01
    else:
        assert size == BODY.minimum
        assert fitted.excess_height > 0 or fitted.setting.excess_width > 0


@given(paragraphs(), st.floats(200, 900), st.floats(20, 400))
@settings(max_examples=60, deadline=None)
def test_no_larger_size_would_have_fitted(text, width, height):
    """But for one point that may be given up for safe breaks."""
    (fitted,) = fit([FrameText(text, BODY, width, height)], THEME)
    spare = 2 if fitted.setting.safe else 1
    for size in range(fitted.setting.size + spare, BODY.size + 1):
        setting = measure(text, BODY, size, THEME).set(width)
        assert setting.height > height or setting.excess_width > 0


@given(paragraphs(), paragraphs(), st.floats(60, 300))
@settings(max_examples=40, deadline=None)
def test_siblings_are_set_at_the_same_size(first, second, height):
    """Two columns of one slide look alike, whichever is the longer."""
    sizes = {one.setting.size for one in fit([FrameText(text, BODY, 420, height) for text in (first, second)], THEME)}
    assert len(sizes) == 1


def test_a_long_sibling_makes_the_short_one_smaller():
    """Alone it would keep the style's size."""
    (alone,) = fit([frame(3, 200)], THEME)
    short, long = fit([frame(3, 200), frame(100, 200)], THEME)
    assert alone.setting.size == BODY.size > short.setting.size == long.setting.size


def test_a_text_that_cannot_fit_says_by_how_much():
    """Excess in points at the least size, for the message to its author."""
    (fitted,) = fit([frame(400, 100)], THEME)
    assert fitted.setting.size == BODY.minimum
    assert fitted.excess_height == fitted.setting.height - 100 > 0
    assert not fitted.fits


def test_a_word_that_is_too_wide_does_not_fit():
    """It cannot be broken, so no height helps."""
    text = (Paragraph((Run("n" * 200),)),)
    (fitted,) = fit([FrameText(text, BODY, 420, 400)], THEME)
    assert not fitted.fits and fitted.setting.excess_width > 0 and fitted.excess_height == 0


def test_a_style_whose_size_is_below_its_own_minimum_is_still_set():
    """A theme may ask for less than its style allows; the least wins."""
    (fitted,) = fit([replace(frame(3, 200), style=replace(BODY, size=10))], THEME)
    assert fitted.setting.size == BODY.minimum
