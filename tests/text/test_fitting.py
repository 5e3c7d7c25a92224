"""Fitting: the largest whole size that fits, the same for siblings, never below the least."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, TextLayout, fit
from deckmaker.text.fitting import STEP
from deckmaker.text.measuring import measure
from tests.projects import briefing
from tests.samples import examples
from tests.text.samples import paragraphs

THEME = briefing()
BODY = replace(THEME.styles["body"], short=None)
"""A style for long texts only; tests/text/test_short.py has those that are larger where they are short."""

rects = st.builds(Rect, st.just(48), st.floats(0, 200), st.floats(200, 900), st.floats(20, 400))


def frame(words: int, height: float, width: float = 420) -> FrameText:
    """Return a frame with one paragraph of so many words."""
    return FrameText((Paragraph((Run(" ".join(["noise"] * words)),)),), BODY, Rect(48, 150, width, height))


def taken(setting: TextLayout, rect: Rect) -> float:
    """Return the height that a text takes of its place, with what brings its first baseline onto the grid."""
    return -(rect.y + setting.paragraphs[0].lines[0].baseline) % THEME.baseline + setting.height


@given(paragraphs(), rects)
@settings(max_examples=examples(60))
def test_a_text_never_exceeds_its_height_but_at_the_least_size(text, rect):
    """Sizes are whole points between the style's least and its own."""
    (fitted,) = fit([FrameText(text, BODY, rect)], THEME)
    size = fitted.setting.size
    assert isinstance(size, int) and BODY.minimum <= size <= BODY.size
    if fitted.fits:
        assert fitted.shift + fitted.setting.height <= rect.height + 0.01
    else:
        assert size == BODY.minimum
        assert fitted.excess_height > 0 or fitted.setting.excess_width > 0


@given(paragraphs(), rects)
@settings(max_examples=examples(60))
def test_no_larger_size_would_have_fitted(text, rect):
    """Of those in steps of 3 points, but for one point that may be given up for safe breaks."""
    (fitted,) = fit([FrameText(text, BODY, rect)], THEME)
    spare = 2 if fitted.setting.safe else 1
    for size in range(BODY.size, fitted.setting.size + spare - 1, -STEP):
        setting = measure(text, BODY, size, THEME).set(rect.width)
        assert taken(setting, rect) > rect.height or setting.excess_width > 0


@pytest.mark.parametrize(("size", "steps"), [(24, {24, 21, 18, 15}), (17, {17, 16, 15})])
def test_large_texts_shrink_in_larger_steps(size, steps):
    """Few sizes in a deck look calm; what is small already gives up no more than it must."""
    style = replace(BODY, size=size, short=None, minimum=15)
    words = [Paragraph((Run("noise"),)) for _ in range(30)]
    found = {
        fit([FrameText(tuple(words[:count]), style, Rect(48, 150, 420, 300))], THEME)[0].setting.size
        for count in range(1, 30)
    }
    assert found == steps


@given(paragraphs(), paragraphs(), st.floats(60, 300))
@settings(max_examples=examples(40))
def test_siblings_are_set_at_the_same_size(first, second, height):
    """Two columns of one slide look alike, whichever is the longer."""
    frames = [FrameText(text, BODY, Rect(48, 150, 420, height)) for text in (first, second)]
    assert len({one.setting.size for one in fit(frames, THEME)}) == 1


def test_a_long_sibling_makes_the_short_one_smaller():
    """Alone it would keep the style's size."""
    (alone,) = fit([frame(3, 200)], THEME)
    short, long = fit([frame(3, 200), frame(100, 200)], THEME)
    assert alone.setting.size == BODY.size > short.setting.size == long.setting.size


def test_a_text_that_cannot_fit_says_by_how_much():
    """Excess in points at the least size, for the message to its author."""
    text = frame(400, 100)
    (fitted,) = fit([text], THEME)
    assert fitted.setting.size == BODY.minimum
    assert fitted.excess_height == pytest.approx(taken(fitted.setting, text.rect) - 100)
    assert fitted.excess_height > 0 and not fitted.fits


def test_a_word_that_is_too_wide_does_not_fit():
    """It cannot be broken, so no height helps."""
    text = (Paragraph((Run("n" * 200),)),)
    (fitted,) = fit([FrameText(text, BODY, Rect(48, 150, 420, 400))], THEME)
    assert not fitted.fits and fitted.setting.excess_width > 0 and fitted.excess_height == 0


def test_a_style_whose_size_is_below_its_own_minimum_is_still_set():
    """A theme may ask for less than its style allows; the least wins."""
    (fitted,) = fit([replace(frame(3, 200), style=replace(BODY, size=10))], THEME)
    assert fitted.setting.size == BODY.minimum


@given(paragraphs(), rects, st.sampled_from(["top", "bottom"]))
@settings(max_examples=examples(60))
def test_a_text_moves_onto_the_grid_by_less_than_a_step(text, rect, anchor):
    """Away from the edge at which it is anchored: its first baseline is on a step, or its last."""
    (fitted,) = fit([FrameText(text, replace(BODY, anchor=anchor), rect)], THEME)
    assert 0 <= fitted.shift < THEME.baseline
    top = rect.y + fitted.shift if anchor == "top" else rect.bottom - fitted.shift - fitted.setting.height
    lines = [line for one in fitted.setting.paragraphs for line in one.lines]
    steps = (top + (lines[0] if anchor == "top" else lines[-1]).baseline) / THEME.baseline
    assert steps == pytest.approx(round(steps), abs=1e-5)
