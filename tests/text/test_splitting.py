"""Texts that are parted: nothing is lost, nothing stands alone, and what comes later moves nothing before it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from deckmaker.model import Marker, Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, fit
from deckmaker.text.measuring import measure
from deckmaker.text.splitting import FEWEST, split_frame
from tests.projects import briefing
from tests.samples import examples
from tests.text.samples import words

THEME = briefing()
STYLE = THEME.layouts["content"].slots["body"].style
PINNED = replace(STYLE, short=None, minimum=STYLE.size)
LEADING = 30.0
"""Points from line to line, and before a paragraph 15."""


def frame(paragraphs: tuple[Paragraph, ...], lines: float, width: float = 500.0) -> FrameText:
    """Return a text in a place of so many lines."""
    return FrameText(paragraphs, PINNED, Rect(48, 174.3, width, lines * LEADING))


def bullets(*texts: str, levels: str = "") -> tuple[Paragraph, ...]:
    """Return list items, of levels by digits."""
    depths = map(int, levels or "0" * len(texts))
    return tuple(
        Paragraph((Run(text),), level, Marker.BULLET, index)
        for index, (text, level) in enumerate(zip(texts, depths, strict=True), start=1)
    )


def shown(paragraphs: tuple[Paragraph, ...]) -> list[str]:
    return [one.text for one in paragraphs]


def lines_of(paragraph: Paragraph, width: float = 500.0) -> int:
    """Return how many lines a paragraph takes alone."""
    (own,), (measured,) = (text := measure((paragraph,), PINNED, PINNED.size, THEME)).styles, text.measured
    return len(measured.breaks(width + text.outdent - own.left, own.first_hanging))


def test_a_list_is_parted_between_its_items() -> None:
    """195 points hold four items with the gaps between them, 163.2, and not five."""
    first, rest = split_frame(frame(bullets(*"abcdefg"), 6.5), THEME)
    assert (shown(first), shown(rest)) == (list("abcd"), list("efg"))


def test_children_stay_with_their_item() -> None:
    """Where what comes before takes a third of the place."""
    first, rest = split_frame(frame(bullets(*"abxycd", levels="001100"), 5), THEME)
    assert (shown(first), shown(rest)) == (list("abxy"), list("cd"))
    first, rest = split_frame(frame(bullets("a " * 60, *"bxyc", levels="00110"), 5.3), THEME)
    assert (shown(first), shown(rest)) == (["a " * 60], list("bxyc"))


def test_an_item_that_is_too_long_is_parted_between_its_children() -> None:
    """Never behind itself, where it would stand alone."""
    first, rest = split_frame(frame(bullets("a", *"uvwxyz", levels="0111111"), 4), THEME)
    assert len(first) >= 2 and shown(first + rest) == ["a", *"uvwxyz"]


def test_what_introduces_a_list_stays_with_it() -> None:
    """A colon says so."""
    text = Paragraph((Run("What the meters say:"),))
    other = Paragraph((Run("Ships are loud."),))
    first, rest = split_frame(frame((other, text, *bullets("a " * 200)), 4), THEME)
    assert shown(first) == ["Ships are loud."] and rest[0] is text


def test_a_paragraph_is_parted_between_its_sentences() -> None:
    """The second of two lines is not full."""
    text = "Two thirds of the loud nights have a reefer ship at berth four of the harbour. " * 6
    first, rest = split_frame(frame((Paragraph((Run(text.strip()),)),), 5.5), THEME)
    assert [one.text[-1] for one in first] == ["."] and rest[0].text.startswith("Two thirds")


def test_a_sentence_that_is_too_long_is_parted_between_its_lines() -> None:
    """The last line with room is not used: it may be all but the last, and no rest is a line alone."""
    for count in (300, 71):
        first, rest = split_frame(frame((Paragraph((Run("word " * count),)),), 5), THEME)
        assert lines_of(first[0]) == 4 and rest[0].text.startswith("word") and lines_of(rest[0]) >= FEWEST


def test_where_two_lines_have_room_two_stay() -> None:
    """A part without its last line would be one line."""
    first, rest = split_frame(frame((Paragraph((Run("word " * 300),)),), 2.2), THEME)
    assert lines_of(first[0]) == 2 and rest[0].text.startswith("word")


def test_what_is_given_is_no_part() -> None:
    """Something stays behind it, if only a line."""
    text = tuple(Paragraph((Run(one),)) for one in ("Given", "word " * 300))
    first, rest = split_frame(frame(text, 4), THEME, fixed_paragraphs=1)
    assert len(first) == 2 and rest
    assert split_frame(frame(text, 1.5), THEME, fixed_paragraphs=1) == ((), text)


def test_the_rest_of_an_item_is_no_item() -> None:
    """It has no number of its own, stands as the item's lines do, and its marks stay."""
    item = Paragraph(
        (Run("Loud nights follow. " * 12, bold=True), Run("Quiet ones do not. " * 12)), 0, Marker.NUMBER, 3
    )
    first, rest = split_frame(frame((item,), 6), THEME)
    assert not first[0].continues and rest[0].continues
    before, behind = (measure(one, PINNED, PINNED.size, THEME) for one in (first, rest))
    assert before.markers[0] and before.markers[0].text == "3." and behind.markers == (None,)
    assert before.styles[0].left == behind.styles[0].left > 0
    assert first[0].runs[0].bold and not rest[0].runs[-1].bold


def test_nothing_fits_a_place_without_room() -> None:
    """The text stays whole."""
    text = bullets("a", "b")
    assert split_frame(frame(text, 0.5), THEME) == ((), text)


few = settings(max_examples=examples(25))  # each text is set some dozen times
sentences = st.builds(
    lambda some, end: " ".join(some) + end,
    st.lists(words.map(" ".join), min_size=1, max_size=3),
    st.sampled_from(".!?"),
)
paragraphs = st.lists(
    st.tuples(st.lists(sentences, min_size=1, max_size=8).map(" ".join), st.integers(-1, 1)), min_size=1, max_size=12
)


def written(drawn: list[tuple[str, int]]) -> tuple[Paragraph, ...]:
    """Return paragraphs; level -1 is no list."""
    return tuple(
        Paragraph((Run(text),), max(0, level), Marker.NONE if level < 0 else Marker.BULLET, 0) for text, level in drawn
    )


def parts_of(text: tuple[Paragraph, ...], lines: float) -> list[tuple[Paragraph, ...]]:
    """Return all parts of a text."""
    parts = []
    while text:
        here = frame(text, lines)
        first, text = (text, ()) if fit([here], THEME)[0].fits else split_frame(here, THEME)
        assert first
        parts.append(first)
    return parts


@pytest.mark.slow
@few
@given(paragraphs, st.floats(3.2, 14))
def test_parts_joined_are_the_text(drawn, lines) -> None:
    """Every word is there, in order, in paragraphs as before."""
    text = written(drawn)
    joined = [one.text for each in parts_of(text, lines) for one in each]
    assert " ".join(joined).split() == " ".join(one.text for one in text).split()


@pytest.mark.slow
@few
@given(paragraphs, st.floats(5, 14))
def test_no_line_stands_alone(drawn, lines) -> None:
    """Where a paragraph is parted, two lines at least stand on either side, unless it has no three."""
    text = written(drawn)
    whole = {one.text: lines_of(one) for one in text}
    parts = parts_of(text, lines)
    for before, behind in pairwise(parts):
        # One that begins as a paragraph does is no rest of one, though it may go on on a third part.
        if not any(one.startswith(behind[0].text) for one in whole):
            assert min(lines_of(before[-1]), lines_of(behind[0])) >= FEWEST


@pytest.mark.slow
@few
@given(paragraphs, st.floats(5, 14), st.data())
def test_a_word_more_moves_nothing_before_it(drawn, lines, data) -> None:
    """On the parts before the one that it is added to."""
    text = written(drawn)
    parts = parts_of(text, lines)
    assume(len(parts) > 1)
    index = data.draw(st.integers(0, len(text) - 1))
    longer = (*text[:index], replace(text[index], runs=(*text[index].runs, Run(" more"))), *text[index + 1 :])
    place = next(
        i for i, one in enumerate(parts) if one[-1] is text[index] or text[index] in one or _ends(one, text[index])
    )
    after = parts_of(longer, lines)
    assert after[:place] == parts[:place]


def _ends(split_frame: tuple[Paragraph, ...], paragraph: Paragraph) -> bool:
    """Tell whether a paragraph that was parted ends in a part."""
    return any(paragraph.text.endswith(one.text) for one in split_frame)


@pytest.mark.slow
@pytest.mark.parametrize("count", [5_000])
def test_thousands_of_words_are_all_there(count) -> None:
    """In parts of a page each."""
    text = (Paragraph((Run("harbour " * count),)),)
    parts = parts_of(text, 11)
    assert sum(len(one.text.split()) for each in parts for one in each) == count
    assert len(parts) > 40
