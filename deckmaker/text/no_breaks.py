"""Words held together by no-break spaces (U+00A0), which say the same to every engine.

Several paragraphs share the width of their box, so that often no width suits all of them. Such a space suits the one
paragraph that needs it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence

from deckmaker.dataclasses import replace
from deckmaker.model import Paragraph
from deckmaker.text.glyph_runs import StyledText, levelled
from deckmaker.text.lines import MeasuredParagraph
from deckmaker.text.setting import NO_BREAK, SetParagraph

MOST_HELD = 3
"""Words that are held at most, one after the other: more make the line before look short."""

Held = tuple[Paragraph, MeasuredParagraph]
"""A paragraph with words held, and its measure."""

Spaces = Callable[[SetParagraph, MeasuredParagraph], Collection[int]]
"""Returns the indexes of the spaces of a paragraph as set that shall end no line."""


def held_words(
    measured: Sequence[MeasuredParagraph], paragraphs: Sequence[SetParagraph], spaces: Spaces
) -> list[Held] | None:
    """Return the paragraphs of a text with no-break spaces for those that `spaces` names; None where it names none."""
    named = [_turning_none(spaces(one, whole), whole) for one, whole in zip(paragraphs, measured, strict=True)]
    if not any(named):
        return None
    texts = zip(paragraphs, measured, named, strict=True)
    return [_held(one.paragraph, whole, found) if found else (one.paragraph, whole) for one, whole, found in texts]


def _turning_none(spaces: Collection[int], measured: MeasuredParagraph) -> Collection[int]:
    """Return the spaces without those between two numbers, in a text that may run from right to left.

    There, numbers on both sides of a no-break space are one, which runs the other way (UAX 9, W4).
    """
    text = measured.text
    if not spaces or text.isascii():
        return spaces
    from deckmaker.text.bidi import may_turn  # which texts in English do without

    if not measured.base and not may_turn(text):
        return spaces
    return [one for one in spaces if not (text[one - 1 : one].isdigit() and text[one + 1 : one + 2].isdigit())]


def _held(paragraph: Paragraph, measured: MeasuredParagraph, spaces: Collection[int]) -> Held:
    runs = _with_no_breaks([run.text for run in paragraph.runs], spaces)
    pieces = _with_no_breaks([piece.text for piece in measured.pieces], spaces)
    own = (replace(run, text=text) for run, text in zip(paragraph.runs, runs, strict=True))
    styled = (StyledText(text, piece.style) for text, piece in zip(pieces, measured.pieces, strict=True))
    return replace(paragraph, runs=tuple(own)), replace(measured, pieces=levelled(styled, measured.base))


def _with_no_breaks(texts: Sequence[str], spaces: Collection[int]) -> Iterator[str]:
    """Yield texts that stand one behind the other, with no-break spaces for those of these indexes in them all."""
    start = 0
    for text in texts:
        yield "".join(NO_BREAK if start + index in spaces else sign for index, sign in enumerate(text))
        start += len(text)
