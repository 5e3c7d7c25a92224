"""Marks of footnotes: nothing parts one from the word before it, and a sentence may end before one."""

from __future__ import annotations

import pytest

from deckmaker.model import Footnote, Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.model.text import join_runs, split_runs
from deckmaker.text import FrameText
from deckmaker.text.measuring import measure
from deckmaker.text.splitting import split_frame
from tests.projects import briefing

THEME = briefing()
STYLE = THEME.layouts["content"].slots["body"].style.no_smaller_than(24)


def mark(number: int) -> Run:
    return Run(str(number), script=1, footnote=Footnote((Run("note"),), number))


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("word", ["word", "word.", "(word)", "wind–", "half-", "漢字", "漢", "what?", "a/"])
@pytest.mark.parametrize("number", [1, 12])
def test_no_line_begins_with_a_mark(word: str, number: int) -> None:
    """At whatever width, in whatever script."""
    paragraph = Paragraph((Run(f"One two {word}"), mark(number), Run(" three")))
    for width in range(20, 400, 3):
        lines = [line.text for line in measure((paragraph,), STYLE, 24, THEME).set_at_full_width(float(width)).lines]
        assert not any(one.startswith(str(number)) for one in lines), (width, lines)


def test_a_text_is_parted_behind_a_sentence_with_a_mark() -> None:
    """As behind one without."""
    sentence = "Two thirds of the loud nights have a reefer ship at berth four, and most of them in summer."
    runs = [run for number in (1, 2, 3) for run in (Run(f"{sentence}"), mark(number), Run(" "))]
    frame = FrameText((Paragraph(tuple(runs)),), STYLE, Rect(48, 174.3, 500.0, 7 * 28.5))
    (first,), (rest,) = split_frame(frame, THEME)
    assert first.text.endswith("summer.2") and rest.text.startswith("Two thirds")


def test_a_part_ends_where_its_footnotes_have_room() -> None:
    """The room is asked for those that are marked before each place."""
    paragraphs = tuple(Paragraph((Run("Some words"), mark(number))) for number in range(1, 6))
    frame = FrameText(paragraphs, STYLE, Rect(48, 174.3, 500.0, 10 * 43.5))

    def room(footnotes: tuple[Footnote, ...]) -> float:
        return frame.rect.height if len(footnotes) < 3 else 2 * 43.5

    first, rest = split_frame(frame, THEME, room=room)
    assert [one.text for one in first] == ["Some words1", "Some words2"] and len(rest) == 3


def test_marks_stay_whole_and_apart() -> None:
    """However runs are joined and split."""
    marks = (mark(1), mark(2))
    assert join_runs(marks) == marks and join_runs((Run("", footnote=Footnote(())),))
    first, rest = split_runs((Run("ab"), mark(12), Run("c")), 3)
    assert first == (Run("ab"), mark(12)) and rest == (Run("c"),)
