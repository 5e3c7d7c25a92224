"""Last lines that look lost: the word before such a line is held by its first one.

Several paragraphs share the width of their box, so that often no width suits all of them. A no-break space (U+00A0)
says the same to every engine, and suits the one paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.dataclasses import replace
from deckmaker.model import Paragraph
from deckmaker.text.glyph_runs import StyledText
from deckmaker.text.lines import MeasuredParagraph
from deckmaker.text.setting import NO_BREAK, SetParagraph, ends_lost

MOST_HELD = 3
"""Words that are held at most, one after the other: more make the line before look short."""

_Held = tuple[Paragraph, MeasuredParagraph]


def last_words_held(measured: Sequence[MeasuredParagraph], paragraphs: Sequence[SetParagraph]) -> list[_Held] | None:
    """Return the paragraphs of a text, a word more held by last lines that look lost; None where none can be."""
    held = [_held(one, whole) for one, whole in zip(paragraphs, measured, strict=True)]
    if not any(held):
        return None
    return [new or (one.paragraph, whole) for new, one, whole in zip(held, paragraphs, measured, strict=True)]


def _held(one: SetParagraph, measured: MeasuredParagraph) -> _Held | None:
    """Return a paragraph whose last line holds a word more, None where it need not or cannot."""
    if len(one.lines) < 2 or one.paragraph.together:  # credits have phrases that no line parts, and are small
        return None
    last = one.lines[-1].line
    space = len(measured.text) - len(last.text) - 1
    before = [each.line for each in one.lines[:-1]]
    if not measured.text.endswith(f" {last.text}") or before[-1].is_broken or not ends_lost(last, before):
        return None
    runs = _with_no_break([run.text for run in one.paragraph.runs], space)
    pieces = _with_no_break([piece.text for piece in measured.pieces], space)
    paragraph = replace(
        one.paragraph,
        runs=tuple(replace(run, text=text) for run, text in zip(one.paragraph.runs, runs, strict=True)),
    )
    styled = (StyledText(text, piece.style) for text, piece in zip(pieces, measured.pieces, strict=True))
    return paragraph, replace(measured, pieces=tuple(styled))


def _with_no_break(texts: Sequence[str], space: int) -> list[str]:
    """Return texts that stand one behind the other, with a no-break space for the one of that index in them all."""
    found = []
    for text in texts:
        inside = 0 <= space < len(text)
        found.append(f"{text[:space]}{NO_BREAK}{text[space + 1 :]}" if inside else text)
        space -= len(text)
    return found
