"""What is looked at of a text that goes on over many slides: as much as one of them holds."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from deckmaker.layout.splitting import TextRest, WholeText
from deckmaker.model import Paragraph, Run
from deckmaker.text.fitting import MANY
from deckmaker.text.splitting import LOOKAHEAD

texts = st.lists(st.text("a \n", max_size=2 * MANY), min_size=1, max_size=4)


def whole(*paragraphs: str) -> WholeText:
    """Return a text of such paragraphs, each of one run."""
    return WholeText(tuple(Paragraph((Run(one),)) for one in paragraphs))


@given(st.text("a\n", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_lines_are_told_of_the_stretch_that_is_looked_at(text, start, end):
    """Of code on one line, all of a million characters were looked at for each of a thousand slides."""
    begins = [at for at, sign in enumerate(text, start=1) if sign == "\n" and start <= at - 1 < end]
    assert whole(text).lines(0, start, end) == begins


@given(texts)
def test_a_beginning_has_no_more_lines_than_one_part_holds(paragraphs):
    """Nor more characters; and what it leaves out is the end."""
    text = whole(*paragraphs)
    beginning = TextRest(text).beginning
    words = "".join(one.text for one in beginning)
    assert "".join(paragraphs).startswith(words)
    assert len(words) <= LOOKAHEAD + 1
    assert words.count("\n") <= MANY + 1
    if len(beginning) == len(paragraphs) and beginning[-1].text == paragraphs[-1]:
        assert words == "".join(paragraphs)


def test_a_text_of_broken_lines_is_looked_at_in_turn():
    """Each beginning goes on where the one before ended."""
    rest, seen = TextRest(whole("a\n" * 3 * MANY)), []
    while rest:
        beginning = rest.beginning
        seen.append(len(beginning[0].text))
        rest = (
            TextRest(rest.whole, rest.paragraph, rest.position + seen[-1])
            if sum(seen) < 6 * MANY
            else TextRest(rest.whole, 1)
        )
    assert sum(seen) == 6 * MANY
    assert all(one >= other for one, other in pairwise(seen))
