"""Measured paragraphs and the lines they break into. Widths in points."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate
from math import inf
from typing import NamedTuple

from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.model import looks_linked
from deckmaker.text.breaks import LineEnds, dividing_places, line_ends, without_spaces
from deckmaker.text.glyph_runs import GlyphRun, StyledText, glyph_runs, running_widths
from deckmaker.text.script_space import has_east_asian, with_script_space
from deckmaker.text.styling import POWERPOINT_SCRIPT_SCALE, SCRIPT_SCALE


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its words, its glyph runs, and its width without the space at its end.

    `is_broken` says that the author breaks the text behind it.
    """

    text: str
    runs: tuple[GlyphRun, ...]
    width: float
    is_broken: bool = False


class Interval(NamedTuple):
    """Widths of a box between which a text keeps its breaks: above `low`, below `high`."""

    low: float
    high: float


ANY_WIDTH = Interval(0.0, inf)

MAC_STEP = 1 / 8
"""Points: PowerPoint for Mac has the width of each glyph on a grid of these (docs/analysis/powerpoint.md)."""


SLIGHT = 0.1
"""Points: nobody has seen whether PowerPoint tracks text by less, so that it may or may not."""


class Measure(NamedTuple):
    """Running widths; and how many points a character may be `wider` or, below 0, `closer`, if it is not tracked."""

    widths: array[float]
    closer: float
    wider: float


def as_in_powerpoint(piece: StyledText) -> StyledText:
    """Return a piece with super- and subscripts as large as PowerPoint has them."""
    style = piece.style
    if not style.rise:
        return piece
    return piece._replace(style=replace(style, size=style.size * POWERPOINT_SCRIPT_SCALE / SCRIPT_SCALE))


_NO_MARKS: frozenset[int] = frozenset()
"""One for all texts: an empty set of its own takes 216 bytes, for each of a table's cells at each of its sizes."""


@dataclass(frozen=True)
class MeasuredParagraph:
    """A paragraph's text with the running width before each character, as every engine has it.

    `together` and `printed` are the paragraph's. Its `base` is its level: 1 for one from right to left.
    """

    pieces: tuple[StyledText, ...]
    together: tuple[str, ...] = ()
    printed: bool = False
    base: int = 0

    @cached_property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @cached_property
    def _kerned(self) -> array[float]:
        return running_widths(self.pieces, kerned=True)

    @cached_property
    def _widest(self) -> array[float]:
        """The running widths by which lines are broken: the kerned ones, or LibreOffice's where it spaces scripts."""
        if not has_east_asian(self.text):
            return self._kerned
        sizes = [style.size for text, style, *_ in self.pieces for _ in text]
        return with_script_space(self._kerned, self.text, sizes)

    @cached_property
    def _measures(self) -> tuple[Measure, ...]:
        """The running widths of every engine: without kerning, LibreOffice's, PowerPoint's for Windows and for Mac."""
        tracking = self.pieces[0].style.tracking if self.pieces else 0.0
        slight = tracking if abs(tracking) < SLIGHT else 0.0
        closer, wider = min(0.0, -slight), max(0.0, -slight)
        unkerned, pieces, windows = running_widths(self.pieces, kerned=False), self.pieces, self._kerned
        if any(one.style.rise for one in pieces):
            pieces = tuple(map(as_in_powerpoint, pieces))
            windows = running_widths(pieces, kerned=True)
        own = (Measure(self._widest, 0.0, 0.0),) if self._widest is not windows else ()
        mac = running_widths(pieces, kerned=True, step=MAC_STEP)
        return Measure(unkerned, 0.0, 0.0), *own, Measure(windows, closer, wider), Measure(mac, closer, wider)

    def width(self, start: int, end: int) -> float:
        """Return the kerned width of a stretch, without spaces at its end."""
        return self._kerned[self._trimmed(start, end)] - self._kerned[start]

    def _trimmed(self, start: int, end: int) -> int:
        return without_spaces(self.text, start, end)

    def breaks(self, width: float, hanging: float = 0.0) -> list[tuple[int, int]]:
        """Break greedily at `width`; return each line's start and end. A word wider than that stands alone, unless it
        is an address or the like, which signs divide: that is broken behind one.

        The first line begins `hanging` points before the others. Behind a hard line break another begins.
        """
        ends, reaches, widest, hard_ends = self._ends.agreed, self._reaches, self._widest, self._hard_ends
        lines, start, first = [], 0, 0
        while first < len(ends):
            reach = widest[start] + width + (0.0 if start else hanging)
            if reaches[first] > reach and (end := self._end_within(start, ends[first], reach)):
                lines.append((start, end))
                start = end
                continue
            # The first end that lies beyond the room; the one before it fits, and one at least is taken.
            beyond = max(bisect_right(reaches, reach, first), first + 1)
            first = min(beyond, self._hard_end(first) + 1) if hard_ends else beyond
            lines.append((start, ends[first - 1]))
            start = ends[first - 1]
        return lines

    def _hard_end(self, first: int) -> int:
        """Return which of the ends, from the `first` on, a line must not go beyond."""
        index = bisect_left(self._hard_ends, first)
        return self._hard_ends[index] if index < len(self._hard_ends) else len(self._ends.agreed) - 1

    def behind_hard_break(self, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the lines behind the last hard line break, all of them where there is none. Behind one that ends the
        text there is no line."""
        ends = (self._ends.agreed[one] for one in reversed(self._hard_ends))
        last = next((end for end in ends if end <= lines[-1][0]), 0)
        return [one for one in lines if one[0] >= last]

    @cached_property
    def _hard_ends(self) -> tuple[int, ...]:
        """Which of the ends where lines may end are hard line breaks."""
        if "\n" not in self.text:
            return ()
        return tuple(index for index, end in enumerate(self._ends.agreed) if self.text[end - 1] == "\n")

    def _end_within(self, start: int, end: int, reach: float) -> int | None:
        """Return where a line from `start` ends within a word that ends at `end`, None where it cannot be broken.

        That is the last place with room, or the first of all where none has.
        """
        places, widest = self._dividing, self._widest
        first, beyond = bisect_right(places, start), bisect_left(places, end)
        if first == beyond:
            return None
        fitting = bisect_right(places, reach, first, beyond, key=widest.__getitem__)
        return places[max(first, fitting - 1)]

    @cached_property
    def _dividing(self) -> list[int]:
        """Where words may be broken that have no room otherwise."""
        return [place for place in dividing_places(self.text) if place not in self._marks]

    @cached_property
    def _reaches(self) -> array[float]:
        """How far the text reaches up to each end in every engine, spaces at its end left out.

        A reach is never less than the one before, so that it can be looked up: a text of 100,000 signs has as many.
        """
        widest = self._widest
        return array("d", accumulate([widest[end] for end in self._ends.trimmed_ends], max))

    def interval(self, lines: list[tuple[int, int]], hanging: float = 0.0) -> Interval:
        """Return the box widths between which every engine breaks as `lines` do, kerned or not.

        There are none where a line ends within a word.
        """
        within, beyond = [], []
        for start, end in lines:
            out = 0.0 if start else hanging
            within.append((start, self._trimmed(start, end), out))
            if end < len(self.text) and self.text[end - 1] != "\n":
                beyond.append((start, self._trimmed(end, self._next_possible(end)), out))
        low, high = 0.0, inf
        for run, closer, wider in self._measures:  # two lines are the most frequent: no lists, which take longer
            for start, stop, out in within:
                if (width := run[stop] - run[start] + wider * (stop - start) - out) > low:
                    low = width
            for start, stop, out in beyond:
                if (width := run[stop] - run[start] + closer * (stop - start) - out) < high:
                    high = width
        return Interval(low, high if self._are_agreed(lines) else 0.0)

    def _are_agreed(self, lines: list[tuple[int, int]]) -> bool:
        """Tell whether lines may end where these do in every engine."""
        ends = self._ends.agreed
        count = len(ends)
        for _, end in lines:
            index = bisect_left(ends, end)
            if index == count or ends[index] != end:
                return False
        return True

    def _next_possible(self, index: int) -> int:
        """Return the first place after `index` where some engine may break.

        LibreOffice does so anywhere in a link, and on both sides of it, whatever stands there.
        """
        places, linked = self._ends.possible, self._linked
        usual = bisect_right(places, index)
        link = bisect_left(linked, index)
        nearest = places[usual] if usual < len(places) else len(self.text)
        return min(nearest, max(linked[link], index + 1)) if link < len(linked) else nearest

    @cached_property
    def _linked(self) -> list[int]:
        """Indexes of the characters that belong to a link, in order."""
        if not any(looks_linked(one.style.link) for one in self.pieces):
            return []
        starts = zip(self.pieces, self._starts, strict=True)
        return [i for one, start in starts if looks_linked(one.style.link) for i in range(start, start + len(one.text))]

    @cached_property
    def _marks(self) -> frozenset[int]:
        """Where marks of footnotes begin, which no line parts from the word before."""
        if not any(one.style.footnote for one in self.pieces):
            return _NO_MARKS
        starts = zip(self.pieces, self._starts, strict=True)
        return frozenset(start for one, start in starts if one.style.footnote)

    @cached_property
    def _ends(self) -> LineEnds:
        if not self.printed:
            return line_ends(self.text, self.together, never=self._marks)
        linked = set(self._linked)
        return line_ends(self.text, self.together, frozenset(one for one in linked if one - 1 in linked))

    @cached_property
    def least(self) -> float:
        """The width of its widest word, in whatever engine."""
        return self.interval(self.breaks(0.0)).low

    @cached_property
    def natural(self) -> float:
        """Its width on one line, in whatever engine."""
        return self.interval([(0, len(self.text))]).low

    def line(self, start: int, end: int) -> Line:
        """Return one line, its runs shaped anew so that kerning ends where the line does."""
        line = self._lines.get((start, end))
        if line is None:
            stop = self._trimmed(start, end)
            runs = glyph_runs(self._stretch(start, stop))
            is_broken = self.text[end - 1 : end] == "\n"
            line = Line(self.text[start:stop], runs, sum([run.width for run in runs]), is_broken)
            self._lines[start, end] = line
        return line

    @cached_property
    def _lines(self) -> dict[tuple[int, int], Line]:
        """Lines that were asked for, by start and end: at other widths many are the same."""
        return {}

    def _stretch(self, start: int, end: int) -> Iterator[StyledText]:
        if len(self.pieces) == 1:
            (one,) = self.pieces
            if start < end:
                yield one.part(start, end)
            return
        starts = self._starts
        for index in range(max(0, bisect_right(starts, start) - 1), bisect_left(starts, end)):
            one = self.pieces[index]
            offset = starts[index]
            if (part := one.part(max(0, start - offset), max(0, end - offset))).text:
                yield part

    @cached_property
    def _starts(self) -> list[int]:
        """Where each piece begins."""
        return [0, *accumulate(len(piece.text) for piece in self.pieces)][:-1]
