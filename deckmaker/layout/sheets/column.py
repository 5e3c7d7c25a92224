"""Texts set in a column that is as long as they need, and cut between lines where a sheet ends."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.layout.document import Placed, TextItem
from deckmaker.layout.roles import Role
from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.model.text import runs_before, runs_behind
from deckmaker.text import GlyphRun, Line, ParagraphStyle, SetParagraph, TextLayout
from deckmaker.text.lines import MeasuredParagraph
from deckmaker.text.measuring import measure
from deckmaker.text.setting import SetLine
from deckmaker.theme import TextStyle, Theme

_MOST_ON_A_LINE = 1_000
"""Characters that are looked at of what is to stand on one line: no sheet has room for more."""

_TOLERANCE = 0.01  # points; rounding of sums


class ColumnLine(NamedTuple):
    """A line of a column: its paragraph, by which it is told from the next one's, of which it is the characters from
    `start` to `end`; and how far it stands to the right.

    `before` is the space above it where it does not stand first, `marker` its item's, on the first line of that alone.
    """

    paragraph: Paragraph
    style: ParagraphStyle
    line: Line
    start: int
    end: int
    x: float
    before: float
    marker: GlyphRun | None


def set_column(paragraphs: Sequence[Paragraph], style: TextStyle, width: float, theme: Theme) -> list[ColumnLine]:
    """Return texts broken into lines no wider than `width` points; of a word that is wider, as much as has room."""
    text = measure(tuple(paragraphs), style, style.size, theme, hangs=False)
    found: list[ColumnLine] = []
    for own, measured, paragraph, marker in zip(text.styles, text.measured, text.paragraphs, text.markers, strict=True):
        drawn = replace(marker, x=width - marker.x - marker.width) if marker and own.opposed else marker
        for index, (start, end) in enumerate(_within(measured, width - own.left, own.first_hanging)):
            line, left = measured.line(start, end), own.left - (0.0 if start else own.first_hanging)
            spare = width - left - line.width
            x = left + {"left": 0.0, "center": spare / 2, "right": spare}[style.align]
            if own.opposed:  # begins on the right, unless it is centred
                x = width - left - line.width - (spare / 2 if style.align == "center" else 0.0)
            first = (0.0, None) if index else (own.before, drawn)
            found.append(ColumnLine(paragraph, own, line, start, end, x, *first))
    return found


def _within(text: MeasuredParagraph, width: float, hanging: float) -> Iterator[tuple[int, int]]:
    """Yield where lines begin and end, words that are too wide cut between letters."""
    for first, end in text.breaks(width, hanging):
        start, room = first, width + (0.0 if first else hanging)
        while text.width(start, end) > room + _TOLERANCE and end - start > 1:
            cut = _cut(text, start, end, room)
            while cut < end and unicodedata.combining(text.text[cut]):
                cut += 1
            yield start, cut
            start, room = cut, width
        if start < end or not start:
            yield start, end


def _cut(text: MeasuredParagraph, start: int, end: int, room: float) -> int:
    """Return where a word is cut that begins at `start`: behind as many letters as have room, and one at least."""
    return start + 1 + bisect_right(range(start + 2, end), room, key=lambda at: text.width(start, at))


def height_of(lines: Sequence[ColumnLine]) -> float:
    """Return how many points lines take, one below the other."""
    return sum(one.style.leading + (one.before if index else 0.0) for index, one in enumerate(lines))


def lines_within(lines: Sequence[ColumnLine], height: float) -> int:
    """Return how many lines have room in so many points.

    A first or last line of a paragraph is parted from the others only where nothing else has room.
    """
    count, used = 0, 0.0
    for index, one in enumerate(lines):
        used += one.style.leading + (one.before if index else 0.0)
        if used > height + _TOLERANCE:
            break
        count += 1
    if count == len(lines):
        return count
    at = count
    if at > 1 and _is_second(lines, at):  # its first line would stand alone
        at -= 1
    if at > 2 and _is_last(lines, at) and not _is_second(lines, at - 1):  # its last one would
        at -= 1
    return at


def _is_second(lines: Sequence[ColumnLine], index: int) -> bool:
    """Tell whether a line is the second of its paragraph."""
    own = lines[index].paragraph
    return lines[index - 1].paragraph is own and (index < 2 or lines[index - 2].paragraph is not own)


def _is_last(lines: Sequence[ColumnLine], index: int) -> bool:
    """Tell whether a line is the last of a paragraph that begins before it."""
    own = lines[index].paragraph
    follows = index + 1 < len(lines) and lines[index + 1].paragraph is own
    return lines[index - 1].paragraph is own and not follows


def placed_lines(lines: Sequence[ColumnLine], rect: Rect, style: TextStyle, role: Role = Role.TEXT) -> Placed:
    """Return lines as a text in its place, from the top of `rect`; of a paragraph, those that are among them."""
    y, paragraphs = 0.0, []
    first = True
    for _, group in groupby(lines, key=lambda one: id(one.paragraph)):
        own = list(group)
        set_lines = []
        for one in own:
            y += one.style.leading + (0.0 if first else one.before)
            set_lines.append(SetLine(one.line, one.x, y - one.style.descent))
            first = False
        paragraphs.append(SetParagraph(_part(own), own[0].style, tuple(set_lines), own[0].marker))
    setting = TextLayout(style.size, rect.width, y, 0.0, tuple(paragraphs), 0.0, True)
    return Placed(Rect(rect.x, rect.y, rect.width, y), TextItem(style, setting, 0.0), role, None, None)


def _part(lines: Sequence[ColumnLine]) -> Paragraph:
    """Return the part of a paragraph that lines of it say; one that does not begin with it goes it on."""
    whole, start, end = lines[0].paragraph, lines[0].start, lines[-1].end
    if not start and end >= len(whole.text):
        return whole
    return replace(whole, runs=runs_behind(runs_before(whole.runs, end), start), continues=whole.continues or start > 0)


def line_of(words: str, rect: Rect, style: TextStyle, theme: Theme, role: Role) -> Placed:
    """Return words on one line in a place; what has no room there gives way to an ellipsis."""
    shown = words[:_MOST_ON_A_LINE]
    lines = set_column((Paragraph((Run(shown),)),), style, rect.width, theme)
    while len(lines) > 1 and shown:
        shown = shown[: min(len(lines[0].line.text), len(shown) - 1)].rstrip()
        lines = set_column((Paragraph((Run(f"{shown}…"),)),), style, rect.width, theme)
    return placed_lines(lines[:1], rect, style, role)
