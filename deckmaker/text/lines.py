"""Measured paragraphs and the lines they break into. Widths in points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from deckmaker.fonts import face
from deckmaker.text.breaks import Opportunity, opportunities
from deckmaker.text.styling import InlineStyle


class StyledText(NamedTuple):
    """A stretch of text drawn in one way."""

    text: str
    style: InlineStyle


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one style on one line. `x` is from the line's start; `advances` in points, tracking included."""

    text: str
    style: InlineStyle
    x: float
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    clusters: tuple[int, ...]

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
    """A paragraph's text with the running width before each character, kerned and unkerned."""

    pieces: tuple[StyledText, ...]

    @cached_property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def _kerned(self) -> list[float]:
        return self._running(kerned=True)

    @cached_property
    def _unkerned(self) -> list[float]:
        return self._running(kerned=False)

    def _running(self, kerned: bool) -> list[float]:
        widths: list[float] = []
        for text, style in self.pieces:
            shaped = face(style.face).shape(text, kerned)
            own = [0.0] * len(text)
            for advance, cluster in zip(shaped.advances, shaped.clusters, strict=True):
                own[cluster] += advance * style.size + style.tracking
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
        ends = [one.position for one in opportunities(self.text) if one.agreed] + [len(self.text)]
        lines, start, fitting = [], 0, 0
        for end in ends:
            if fitting > start and self.width(start, end) > width + (0.0 if start else hanging):
                lines.append((start, fitting))
                start = fitting
            fitting = end
        lines.append((start, len(self.text)))
        return lines

    def interval(self, lines: list[tuple[int, int]], hanging: float = 0.0) -> Interval:
        """Return the box widths between which every engine breaks as `lines` do, kerned or not."""
        low, high = 0.0, float("inf")
        for start, end in lines:
            stop = self._trimmed(start, end)
            out = 0.0 if start else hanging
            low = max(low, *(run[stop] - run[start] - out for run in (self._kerned, self._unkerned)))
            if end < len(self.text):
                beyond = self._trimmed(end, self._next_possible(end))
                high = min(high, *(run[beyond] - run[start] - out for run in (self._kerned, self._unkerned)))
        return Interval(low, high)

    def _next_possible(self, index: int) -> int:
        """Return the first place after `index` where some engine may break; LibreOffice breaks links anywhere."""
        usual = next((one.position for one in self._opportunities if one.position > index), len(self.text))
        return min([usual, *(at + 1 for at in self._linked if at >= index)])

    @cached_property
    def _linked(self) -> frozenset[int]:
        """Indexes of the characters that belong to a link."""
        flags = [bool(style.link) for text, style in self.pieces for _ in text]
        return frozenset(index for index, linked in enumerate(flags) if linked)

    @cached_property
    def _opportunities(self) -> tuple[Opportunity, ...]:
        return opportunities(self.text)

    def line(self, start: int, end: int) -> Line:
        """Return one line, its runs shaped anew so that kerning ends where the line does."""
        end = self._trimmed(start, end)
        runs: list[GlyphRun] = []
        x = 0.0
        for text, style in self._stretch(start, end):
            shaped = face(style.face).shape(text)
            advances = tuple(advance * style.size + style.tracking for advance in shaped.advances)
            runs.append(GlyphRun(text, style, x, shaped.glyphs, advances, shaped.clusters))
            x += sum(advances)
        return Line(self.text[start:end], tuple(runs), x)

    def _stretch(self, start: int, end: int) -> Iterator[StyledText]:
        offset = 0
        for text, style in self.pieces:
            part = text[max(0, start - offset) : max(0, end - offset)]
            if part:
                yield StyledText(part, style)
            offset += len(text)
