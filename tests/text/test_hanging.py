"""Opening quotation marks that hang outside the edge of a text, so that its letters stand in line."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.fonts import FaceKey, face
from deckmaker.model import Marker, Paragraph, Run
from deckmaker.text import TextLayout
from deckmaker.text.measuring import HANGING, measure
from tests.projects import briefing
from tests.samples import examples
from tests.text.samples import WORDS

THEME = briefing()
BODY = THEME.styles["body"]
QUOTES = sorted(HANGING)

openings = st.sampled_from([*QUOTES, ""])
words = st.lists(st.sampled_from([one for one in WORDS if one[0] not in HANGING]), min_size=1, max_size=30)
quoted = st.builds(lambda mark, parts: mark + " ".join(parts), openings, words)


def plain(*texts: str) -> tuple[Paragraph, ...]:
    """Return a plain paragraph for each of the texts."""
    return tuple(Paragraph((Run(one),)) for one in texts)


def set_text(text: tuple[Paragraph, ...], width: float = 400, style=BODY, size: int = 24) -> TextLayout:
    """Set a text at a size in its slot's width."""
    return measure(text, style, size, THEME).set(width)


def second_letters(setting: TextLayout) -> list[float]:
    """Return where the second character of each paragraph begins."""
    first = [one.lines[0] for one in setting.paragraphs]
    return [line.x + line.line.runs[0].advances[0] for line in first]


@pytest.mark.parametrize("mark", QUOTES)
def test_in_code_a_quotation_mark_stands_in_its_column(mark):
    setting = set_text((Paragraph((Run(f"{mark}a{mark},\n{mark}b{mark}", code=True),)),))
    assert [line.x for line in setting.paragraphs[0].lines] == [0, 0]
    assert setting.outdent == 0


@pytest.mark.parametrize("mark", QUOTES)
def test_an_opening_quotation_mark_hangs_by_its_width(mark):
    """What follows it begins at the slot's edge, which is `outdent` from the frame's; so do all later lines."""
    setting = set_text(plain(f"{mark}Noise at night is what the houses at the harbour have to live with."))
    first, *later = setting.paragraphs[0].lines
    assert later
    assert first.x == pytest.approx(0, abs=0.01)
    assert {line.x for line in later} == {setting.outdent}
    assert second_letters(setting) == [pytest.approx(setting.outdent, abs=0.01)]
    advance = face(FaceKey(THEME.fonts["body"], False, False)).shape(f"{mark}N").advances[0]
    assert setting.outdent == pytest.approx(advance * 24 + BODY.tracking, abs=0.01)


@given(st.lists(quoted, min_size=1, max_size=5), st.floats(150, 900), st.integers(12, 48))
@settings(max_examples=examples(60))
def test_every_line_begins_at_the_slots_edge_but_for_what_hangs(texts, width, size):
    """With marks of several widths in one text, and paragraphs without; and no line is longer than the slot."""
    setting = set_text(plain(*texts), width, size=size)
    for text, one, second in zip(texts, setting.paragraphs, second_letters(setting), strict=True):
        first, *later = one.lines
        if text[0] in HANGING:
            assert second == pytest.approx(setting.outdent, abs=0.011)
        else:
            assert first.x == setting.outdent
        assert {line.x for line in later} <= {setting.outdent}
        assert first.x >= -1e-9
    ends = [line.x + line.line.width for one in setting.paragraphs for line in one.lines]
    assert max(ends) <= setting.width + setting.excess_width + 1e-6
    assert setting.width <= width + setting.outdent + 1e-6


def test_a_text_breaks_as_if_its_hanging_mark_were_not_there():
    """At any width each line has the same words: the mark takes nothing of the slot's width."""
    text = "Noise at night is what the houses at the harbour have to live with, and not they alone."
    marked, bare = (measure(plain(mark + text), BODY, 24, THEME) for mark in ("“", ""))
    for width in range(150, 900, 2):
        (lines,), (expected,) = (one._broken(width + one.outdent)[0] for one in (marked, bare))
        assert [(max(start - 1, 0), end - 1) for start, end in lines] == expected


def test_items_beside_a_hanging_paragraph_keep_their_place():
    """A list below a quotation stands in from the slot's edge, not from the frame's."""
    items = tuple(Paragraph((Run("Ventilators"),), level, Marker.BULLET, 1) for level in (0, 1))
    alone, below = set_text(items), set_text((*plain("“Noise.”"), *items))
    assert below.outdent > 0 == alone.outdent
    for one, other in zip(alone.paragraphs, below.paragraphs[1:], strict=True):
        assert other.lines[0].x == pytest.approx(one.lines[0].x + below.outdent)
        assert other.marker.x == pytest.approx(one.marker.x + below.outdent)


@pytest.mark.parametrize(
    "text",
    [
        plain("Noise “at night”"),
        plain("” Noise"),
        plain("» Noise"),
        plain("(“Noise”)"),
        (Paragraph((Run("“Noise”"),), 0, Marker.BULLET, 1),),
        (Paragraph((Run("“Noise”"),), 0, Marker.NUMBER, 1),),
    ],
)
def test_nothing_else_hangs(text):
    """Not a mark inside, not a closing one, not one in a list, whose items have markers before them."""
    setting = set_text(text)
    assert setting.outdent == 0
    assert setting.paragraphs[0].lines[0].x == setting.paragraphs[0].style.left


@pytest.mark.parametrize("align", ["center", "right"])
def test_a_text_that_is_not_on_the_left_has_no_edge_to_hang_from(align):
    """Its lines begin anywhere."""
    assert set_text(plain("“Noise”"), style=replace(BODY, align=align)).outdent == 0


def test_a_balanced_title_hangs_too():
    """It is broken within the slot and what hangs out of it."""
    title = THEME.styles["title"]
    setting = measure(plain("“We cannot sleep, and the ships do not sleep either”"), title, 30, THEME).set_balanced(400)
    first, second = setting.paragraphs[0].lines
    assert (first.x, second.x) == (pytest.approx(0, abs=0.01), setting.outdent)
    assert setting.outdent > 10
    assert setting.width <= 400 + setting.outdent
