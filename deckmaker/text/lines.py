"""Measured paragraphs and the lines they break into. Widths in points."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from deckmaker.fonts import Shaped, face
from deckmaker.text.breaks import Opportunity, kept_together, opportunities
from deckmaker.text.script_space import has_east_asian, with_script_space
from deckmaker.text.styling import InlineStyle


class StyledText(NamedTuple):
    """A stretch of text drawn in one way."""

    text: str
    style: InlineStyle


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one style on one line. `x` is from the line's start; `advances` in points, tracking included.

    `offsets`, in ems, are how far glyphs are drawn from where the pen stands; empty where none is.
    """

    text: str
    style: InlineStyle
    x: float
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    clusters: tuple[int, ...]
    offsets: tuple[tuple[float, float], ...] = ()

    @property
    def width(self) -> float:
        return sum(self.advances)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words, its glyph runs, and its width without the space at its end."""

    text: str
    runs: tuple[GlyphRun, ...]
    width: float


class Interval(NamedTuple):
    """Widths of a box between which a text keeps its breaks: above `low`, below `high`."""

    low: float
    high: float

    def joined(self, other: Interval) -> Interval:
        """Return the widths that suit both."""
        return Interval(max(self.low, other.low), min(self.high, other.high))


ANY_WIDTH = Interval(0.0, float("inf"))


@dataclass(frozen=True)
class MeasuredParagraph:
    """A paragraph's text with the running width before each character, kerned and unkerned.

    `together` and `printed` are the paragraph's.
    """

    pieces: tuple[StyledText, ...]
    together: tuple[str, ...] = ()
    printed: bool = False

    @cached_property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def _kerned(self) -> list[float]:
        return self._running(kerned=True)

    @cached_property
    def _unkerned(self) -> list[float]:
        return self._running(kerned=False)

    @cached_property
    def _measures(self) -> tuple[list[float], ...]:
        """The running widths of every engine: unkerned, kerned, and last the one by which lines are broken.

        That is the kerned one, or LibreOffice's where it spaces scripts: what fits there fits everywhere.
        """
        if not has_east_asian(self.text):
            return self._unkerned, self._kerned
        sizes = [style.size for text, style in self.pieces for _ in text]
        return self._unkerned, self._kerned, with_script_space(self._kerned, self.text, sizes)

    def _running(self, kerned: bool) -> list[float]:
        widths: list[float] = []
        for text, style in self.pieces:
            shaped = face(style.face).shape(text, kerned)
            own = [0.0] * len(text)
            for advance, cluster in zip(_advances(shaped, style), shaped.clusters, strict=True):
                own[cluster] += advance
            widths += own
        return [0.0, *accumulate(widths)]

    def width(self, start: int, end: int) -> float:
        """Return the kerned width of a stretch, without spaces at its end."""
        return self._kerned[self._trimmed(start, end)] - self._kerned[start]

    def _trimmed(self, start: int, end: int) -> int:
        while end > start and self.text[end - 1] == " ":
            end -= 1
        return end

    def breaks(self, width: float, hanging: float = 0.0) -> list[tuple[int, int]]:
        """Break greedily at `width`; return each line's start and end. A word wider than that stands alone.

        The first line begins `hanging` points before the others.
        """
        ends, reaches = self._ends
        lines, start, first = [], 0, 0
        while first < len(ends):
            room = width + (0.0 if start else hanging)
            # The first end that lies beyond the room; the one before it fits, and one at least is taken.
            beyond = bisect_right(reaches, self._measures[-1][start] + room, first)
            first = max(beyond, first + 1)
            lines.append((start, ends[first - 1]))
            start = ends[first - 1]
        return lines or [(0, len(self.text))]

    @cached_property
    def _ends(self) -> tuple[list[int], list[float]]:
        """Where lines may end in every engine, and how far the text then reaches, spaces at its end left out.

        A reach is never less than the one before, so that it can be looked up: a text of 100,000 signs has as many.
        """
        ends = [one.position for one in self._opportunities if one.agreed] + [len(self.text)]
        widest = self._measures[-1]
        return ends, list(accumulate((widest[self._trimmed(0, end)] for end in ends), max))

    def interval(self, lines: list[tuple[int, int]], hanging: float = 0.0) -> Interval:
        """Return the box widths between which every engine breaks as `lines` do, kerned or not."""
        low, high = 0.0, float("inf")
        for start, end in lines:
            stop = self._trimmed(start, end)
            out = 0.0 if start else hanging
            low = max(low, *(run[stop] - run[start] - out for run in self._measures))
            if end < len(self.text):
                beyond = self._trimmed(end, self._next_possible(end))
                high = min(high, *(run[beyond] - run[start] - out for run in self._measures))
        return Interval(low, high)

    def _next_possible(self, index: int) -> int:
        """Return the first place after `index` where some engine may break; LibreOffice breaks links anywhere."""
        places, linked = self._possible, self._linked
        usual = bisect_right(places, index)
        link = bisect_left(linked, index)
        nearest = places[usual] if usual < len(places) else len(self.text)
        return min(nearest, linked[link] + 1) if link < len(linked) else nearest

    @cached_property
    def _possible(self) -> list[int]:
        return [one.position for one in self._opportunities]

    @cached_property
    def _linked(self) -> list[int]:
        """Indexes of the characters that belong to a link, in order."""
        flags = [bool(style.link) for text, style in self.pieces for _ in text]
        return [index for index, linked in enumerate(flags) if linked]

    @cached_property
    def _opportunities(self) -> tuple[Opportunity, ...]:
        found = kept_together(opportunities(self.text), self.text, self.together)
        if not self.printed:
            return found
        linked = set(self._linked)
        return tuple(one._replace(agreed=one.agreed or {one.position - 1, one.position} <= linked) for one in found)

    def line(self, start: int, end: int) -> Line:
        """Return one line, its runs shaped anew so that kerning ends where the line does."""
        end = self._trimmed(start, end)
        runs: list[GlyphRun] = []
        x = 0.0
        for text, style in self._stretch(start, end):
            shaped = face(style.face).shape(text)
            advances = _advances(shaped, style)
            runs.append(GlyphRun(text, style, x, shaped.glyphs, advances, shaped.clusters, shaped.offsets))
            x += sum(advances)
        return Line(self.text[start:end], tuple(runs), x)

    def _stretch(self, start: int, end: int) -> Iterator[StyledText]:
        starts = self._starts
        for index in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
            text, style = self.pieces[index]
            offset = starts[index]
            if part := text[max(0, start - offset) : max(0, end - offset)]:
                yield StyledText(part, style)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each piece begins."""
        return [0, *accumulate(len(piece.text) for piece in self.pieces)][:-1]


def _advances(shaped: Shaped, style: InlineStyle) -> tuple[float, ...]:
    """Return the advances of shaped glyphs in points, each cluster tracked once: a letter's marks move with it."""
    if shaped.plain:
        return tuple(advance * style.size + style.tracking for advance in shaped.advances)
    ends = (*shaped.clusters, -1)[1:]
    return tuple(
        advance * style.size + (style.tracking if cluster != following else 0.0)
        for advance, cluster, following in zip(shaped.advances, shaped.clusters, ends, strict=True)
    )
