"""The places at which a text may be split, from its beginning as far as one place can hold."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from math import inf
from typing import NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.model import Marker, Paragraph
from deckmaker.model.text import runs_before
from deckmaker.text.fitting import FrameText, most_lines
from deckmaker.text.lines import MeasuredParagraph
from deckmaker.text.measuring import measure
from deckmaker.text.script_space import has_east_asian
from deckmaker.text.sentences import sentence_ends
from deckmaker.theme import Theme

FEWEST = 2
"""Lines of a paragraph that stay together at either side of where it is split."""

LOOKAHEAD = 4_000
"""Characters of a text that are looked at for one part: more than a page holds, and fewer than a book has."""


class BreakQuality(IntEnum):
    """Places to part a text, the best first: before an outermost item or a paragraph, before a nested item, behind a
    sentence, behind a line, behind the last line that has room; and anywhere behind a line, where nothing else has."""

    ITEM = 0
    CHILD = 1
    SENTENCE = 2
    LINE = 3
    LAST = 4
    ANY = 5


class BreakPoint(NamedTuple):
    """The rest begins in the paragraph of this index, behind `position` of its characters.

    `height` is what stays takes, `needed` the room that this place is taken in.
    """

    paragraph: int
    position: int
    height: float
    needed: float
    quality: BreakQuality


def _beginning(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return as much of a text as is looked at, the last paragraph cut short where need be."""
    taken: list[Paragraph] = []
    room = LOOKAHEAD
    for one in paragraphs:
        length = len(one.text)
        taken.append(one if length <= room else replace(one, runs=runs_before(one.runs, room)))
        room -= length
        if room <= 0:
            break
    return tuple(taken)


def break_points(frame: FrameText, theme: Theme) -> Iterator[BreakPoint]:
    """Yield every place at which the text may be split, from its beginning to one that is beyond its place.

    Of the paragraphs that are read, those are measured that have room if each takes a line, and one more. The others
    count for the indent alone.
    """
    read = _beginning(frame.paragraphs)
    most = most_lines(frame, theme) + 1
    paragraphs, behind = read[:most], read[most:]
    text = measure(paragraphs, frame.style, frame.style.size, theme, behind=behind)
    y = 0.0
    for index, (own, measured) in enumerate(zip(text.styles, text.measured, strict=True)):
        if index:
            yield BreakPoint(index, 0, y, y, _quality_before(index, paragraphs))
        room = frame.rect.width + text.outdent - own.left
        lines = measured.breaks(room, own.first_hanging)
        goes_on = len(measured.text) < len(frame.paragraphs[index].text)
        for position, count, quality in _within(measured, lines, room, goes_on):
            stays = y + own.before + count * own.leading
            yield BreakPoint(
                index, position, stays, stays if quality >= BreakQuality.LAST else stays + own.leading, quality
            )
        y += own.before + len(lines) * own.leading


def _quality_before(index: int, paragraphs: tuple[Paragraph, ...]) -> BreakQuality:
    """Return what parting before a paragraph is: as bad as can be where what introduces it would stand alone."""
    last, one = paragraphs[index - 1], paragraphs[index]
    if one.marker is Marker.NONE:
        return BreakQuality.ITEM
    if one.level > last.level and last.marker is not Marker.NONE:
        return BreakQuality.ANY
    if last.marker is Marker.NONE and last.unmarked.endswith((":", "：")):
        return BreakQuality.ANY
    return BreakQuality.CHILD if one.level else BreakQuality.ITEM


def _within(
    measured: MeasuredParagraph, lines: list[tuple[int, int]], room: float, goes_on: bool
) -> Iterator[tuple[int, int, BreakQuality]]:
    """Yield where a paragraph may be split, how many of its lines come before that, and what kind of place it is.

    Of a paragraph without room, the last line that has some goes on with the rest, which so never is a line alone: not
    now, and not before or after a word is added there.
    """
    # A mark behind a full stop is no word that the sentence goes on with.
    unmarked = "".join("”" * len(text) if style.footnote else text for text, style, *_ in measured.pieces)
    sentences = iter([*sentence_ends(unmarked), inf])
    sentence = next(sentences)
    for count, (_, end) in enumerate(lines[:-1], start=1):
        left = len(lines) - count if not goes_on else FEWEST
        while sentence <= end:
            place, sentence = int(sentence), next(sentences)
            if count >= FEWEST and (left >= FEWEST or measured.width(place, len(measured.text)) > room):
                yield place, count, BreakQuality.SENTENCE
        between = _is_between_words(measured.text, end)
        if between and count >= FEWEST <= left:
            yield end, count, BreakQuality.LINE
            yield end, count, BreakQuality.LAST
        else:
            yield end, count, BreakQuality.ANY


def _is_between_words(text: str, place: int) -> bool:
    """Tell whether a line ends between words, and not behind a hyphen or a dash within one."""
    return text[place - 1] in " \n\u200b" or has_east_asian(text[place - 1 : place + 1])
