"""Items one below the other along a line: evenly, or with marks to scale, whose labels thin leaders reach."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from math import ceil, floor

from deckmaker.dataclasses import cached_property, dataclass, field
from deckmaker.layout.compositions import grouped_at, placed_in, shape
from deckmaker.layout.document import Placed, TextItem
from deckmaker.layout.leaders import ends_for, lanes, spread
from deckmaker.layout.place import SetBlock
from deckmaker.layout.sequences import (
    APART,
    CLOSE,
    GAP,
    INK,
    LINE,
    MARK,
    WIDE,
    SequenceItem,
    SequenceSetter,
    around,
    mark_at,
)
from deckmaker.layout.set_texts import GroupText
from deckmaker.model.geometry import Rect
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.text.lines import Line
from deckmaker.text.setting import TextLayout
from deckmaker.theme.baselines import in_steps

NARROW = 240.0
"""Points of a place's width below which times stand above titles."""

AIR, GUTTER = 12.0, 24.0
"""Points between the line and texts, and between titles and texts beside them."""

TIME_SHARES = (0.3, 0.4)
"""Of the width: what times have at most, and where each has room on one line only so, as `November 2026` beside a
picture."""

LEAST_TITLE, MOST_TITLE = 0.2, 0.5
"""Of the width that times leave: what titles have beside texts."""

ROOMY, TALLEST = 1.5, 0.54
"""Of the height that items to scale need at least, what they take to stand near their marks; and of the page's height,
what they do so at most."""

MOST_EVEN = 0.58
"""Of the page's height: what items take at most for all of them to be equally far apart, whatever each has of lines."""

LEADER, LANE = 0.75, 6.0
"""Points: how strong leaders are, and how far apart they run beside each other."""

RISE = 0.34
"""Of a text's size: how far the middle of its small letters and capitals lies above the baseline."""

DrawMark = Callable[[int, float, float], tuple[Sequence[Placed], Sequence[SetBlock]]]
"""Given an item's index and a point of the page, returns the mark around it, and what is written there."""


def dot(_index: int, x: float, y: float) -> tuple[Sequence[Placed], Sequence[SetBlock]]:
    """Return a mark without a word."""
    return (mark_at(x, y),), ()


@dataclass(frozen=True)
class Rail:
    """Items beside a line. `times` are their places on it, from 0 to 1, in order; None for an even line.

    Marks are `size` points large. Items are `close` to one another where there are many of them, or were before their
    slide was split.
    """

    setter: SequenceSetter
    times: Sequence[float] | None = None
    close: bool = False
    size: float = MARK
    mark: DrawMark = field(default=dot)

    def set(self) -> SetBlock:
        """Set the items from the top of their place."""
        groups, texts, bottom = self.drawn()
        return self.setter.composed(groups, texts, bottom - self.setter.place.rect.y)

    def drawn(self) -> tuple[list[Placed], list[SetBlock], float]:
        """Return a group for each item, the texts in reading order, and how far down on the page all of it reaches."""
        rows = self._plain_rows
        zone = 0.0 if self.times is None else LANE * max(lanes(self._marks(rows), [one.middle for one in rows]))
        if zone:
            rows = self._rows(zone)
        marks, middles = self._marks(rows), [one.middle for one in rows]
        turns = lanes(marks, middles)
        lane = zone / max(1, *turns)
        groups: list[Placed] = []
        texts: list[SetBlock] = []
        for index, (item, row) in enumerate(zip(self.setter.items, rows, strict=True)):
            drawn = [*self._line_to(marks[max(index - 1, 0) : index + 1])]
            if self.times is not None:
                drawn += self._leader(marks[index], row.middle, lane * turns[index], zone)
            shapes, written = self.mark(index, self._line, marks[index])
            children = (*drawn, *shapes, *placed_in([*written, *row.texts]))
            groups.append(grouped_at(around(children), children, item.span))
            texts += [*written, *row.texts]
        return groups, texts, max(rows[-1].bottom, marks[-1] + self.size / 2)

    @property
    def most_lines(self) -> tuple[int, int]:
        """How many lines the longest title has, and the longest of the other texts; 0 where there are none."""
        rows = self._plain_rows
        titles = [len(_lines(row.texts[0])) for row in rows]
        return max(titles), max((len(_lines(one)) for row in rows for one in row.texts[1:]), default=0)

    # --- Places across ---------------------------------------------------------------------------

    @property
    def _wide(self) -> Rect:
        return self.setter.place.wide

    @cached_property
    def _time(self) -> float:
        """The width of the times, where titles stand beside them; 0 where they stand above."""
        if self._wide.width < NARROW:
            return 0.0
        times = [one.when for one in self.setter.items]
        widths = [share * self._wide.width for share in TIME_SHARES]
        return self._needed(times, next((one for one in widths if self._are_lines(times, one)), widths[0]))

    def _are_lines(self, texts: Sequence[GroupText | None], width: float) -> bool:
        """Tell whether each of some texts has one line in a width."""
        return all(len(self.setter.fitted(text, width).setting.lines) < 2 for text in texts if text)

    def _needed(self, texts: Sequence[GroupText | None], most: float) -> float:
        """Return the width in which texts are set as in the most that they may have."""
        found = [self.setter.fitted(text, most).setting for text in texts if text]
        return min(max((ceil(_inked(one)) + 2 * SAFE_MARGIN for one in found), default=0.0), most)

    @property
    def _before(self) -> float:
        """What of the width stands before the line: the times, on an even one."""
        return self._time + AIR if self._time and self.times is None else 0.0

    @property
    def _line(self) -> float:
        return self._wide.x + self._before + self.size / 2

    @cached_property
    def _title(self) -> float:
        """The width of titles that have their texts beside them; 0 where texts stand below."""
        titles = [one.title for one in self.setter.items]
        width = self._wide.width - self.size - 2 * AIR - self._time - GUTTER
        most = MOST_TITLE * width
        has_texts = any(one.text for one in self.setter.items)
        if self._wide.width < WIDE or not has_texts or not self.setter.fits([(one, most) for one in titles]):
            return 0.0
        return max(LEAST_TITLE * width, self._needed(titles, most))

    # --- Places down -----------------------------------------------------------------------------

    @cached_property
    def _plain_rows(self) -> Sequence[_Row]:
        """The texts of the items as set, without leaders before them."""
        return self._rows(0.0)

    def _rows(self, zone: float) -> list[_Row]:
        """Return the texts of the items as set, behind a `zone` for leaders of so many points."""
        y = self.setter.place.rect.y
        lead = 0.0
        found: list[_Row] = []
        begins: list[float] = []
        for item in self.setter.items:
            row = _Row(self._texts(item, y + lead, zone))
            if not found:
                # Where marks are larger than lines, they begin at the top.
                lead = max(y + self.size / 2 - row.middle, 0.0)
                row = _Row(self._texts(item, y + lead, zone)) if lead else row
            found.append(row)
            begins.append(y + lead)
            y = max(row.bottom, row.middle + self.size / 2) + self._apart
        if self.close:
            return found
        return self._evenly(found, begins, zone) if self.times is None else self._to_scale(found, self.times, zone)

    @property
    def _apart(self) -> float:
        return CLOSE if self.close else APART

    def _evenly(self, rows: Sequence[_Row], begins: Sequence[float], zone: float) -> list[_Row]:
        """Return rows that are equally far apart, where they are not and have room so, if need be closer."""
        theme = self.setter.place.styles.theme
        steps = [other - one for one, other in pairwise(begins)]
        if not steps or max(steps) - min(steps) <= theme.baseline:
            return list(rows)
        most = (MOST_EVEN * theme.height - (rows[-1].bottom - begins[-1])) / len(steps)
        step = min(in_steps(max(steps), theme.baseline), floor(most / theme.baseline) * theme.baseline)
        if step < max(steps) - self._apart + CLOSE:
            return list(rows)
        items = enumerate(self.setter.items)
        return [_Row(self._texts(item, begins[0] + index * step, zone)) for index, item in items]

    def _to_scale(self, rows: Sequence[_Row], times: Sequence[float], zone: float) -> list[_Row]:
        """Return rows that are further from one another, each as near to its mark as can be."""
        top, heights = self.setter.place.rect.y, [one.height for one in rows]
        marks = self._marks_to_scale(rows, times)
        wishes = [mark - top - row.anchor for mark, row in zip(marks, rows, strict=True)]
        begins = spread(wishes, heights, self._apart, self._whole(heights))
        return [
            _Row(self._texts(item, top + begin, zone)) for item, begin in zip(self.setter.items, begins, strict=True)
        ]

    def _whole(self, heights: Sequence[float]) -> float:
        """Return what items to scale, whose texts are so high, take of the page's height."""
        least = sum(heights) + self._apart * (len(heights) - 1)
        return least if self.close else max(least, min(ROOMY * least, TALLEST * self.setter.place.styles.theme.height))

    def _texts(self, item: SequenceItem, y: float, zone: float) -> list[SetBlock]:
        setter, x = self.setter, self._wide.x + self._before + self.size + AIR + zone
        found: list[SetBlock] = []
        if item.when and self._time:
            found.append(setter.text(item.when, item, self._wide.x if self.times is None else x, y, self._time))
            x += self._time + AIR if self.times is not None else 0.0
        width = self._wide.right - x
        if title := self._title:
            found.append(setter.text(item.title, item, x, y, title))
            if item.text:
                place = x + title + GUTTER, y, width - title - GUTTER
                text = setter.text(item.text, item, *place)
                lower = baseline_of(found[-1]) - baseline_of(text)
                found.append(setter.text(item.text, item, place[0], y + lower, place[2]) if lower > 0 else text)
            return found
        below = item.texts[1:] if item.when and self._time else item.texts
        for one in below:
            found.append(setter.text(one, item, x, y, width))
            y += found[-1].height + GAP
        return found

    def _marks(self, rows: Sequence[_Row]) -> list[float]:
        """Return the heights on the page of the marks: beside the first lines, or to scale."""
        return [one.middle for one in rows] if self.times is None else self._marks_to_scale(rows, self.times)

    def _marks_to_scale(self, rows: Sequence[_Row], times: Sequence[float]) -> list[float]:
        """Return the heights on the page of marks to scale, wherever their rows stand yet."""
        top, heights = self.setter.place.rect.y, [one.height for one in rows]
        anchors = [one.anchor for one in rows]
        first, last = ends_for(times, anchors, heights, self._apart, self._whole(heights))
        return [top + first + (last - first) * time for time in times]

    # --- Lines -----------------------------------------------------------------------------------

    def _line_to(self, marks: Sequence[float]) -> Iterator[Placed]:
        """Yield the line to a mark from the one before, if there is one that it does not touch.

        It comes with what it leads to, where items appear one by one.
        """
        for start, end in pairwise(marks):
            if end - start > self.size:
                yield shape(Rect(self._line - LINE / 2, start + self.size / 2, LINE, end - start - self.size), INK)

    def _leader(self, mark: float, middle: float, turn: float, zone: float) -> Iterator[Placed]:
        """Yield the lines from a mark to its label: across, along its lane, and across to the text."""
        start = self._line + self.size / 2
        end = start + zone + AIR - GAP
        if not turn:
            yield shape(Rect(start, mark - LEADER / 2, end - start, LEADER), INK)
            return
        lane = start + turn
        yield shape(Rect(start, mark - LEADER / 2, turn, LEADER), INK)
        yield shape(Rect(lane, min(mark, middle) - LEADER / 2, LEADER, abs(middle - mark) + LEADER), INK)
        yield shape(Rect(lane, middle - LEADER / 2, end - lane, LEADER), INK)


@dataclass(frozen=True, slots=True)
class _Row:
    """The texts of an item as set, in reading order."""

    texts: Sequence[SetBlock]

    @property
    def top(self) -> float:
        """Where on the page they begin."""
        return min(one.placed[0].rect.y for one in self.texts)

    @property
    def bottom(self) -> float:
        """How far down on the page they reach."""
        return max(one.placed[0].rect.y + one.height for one in self.texts)

    @property
    def height(self) -> float:
        """How high they are."""
        return self.bottom - self.top

    @property
    def anchor(self) -> float:
        """How far the middle of the first line is below their top."""
        return self.middle - self.top

    @property
    def middle(self) -> float:
        """The middle of the first line, on the page."""
        item = self.texts[0].placed[0].item
        assert isinstance(item, TextItem)
        return baseline_of(self.texts[0]) - RISE * item.setting.size


def baseline_of(text: SetBlock) -> float:
    """Return where the first line of a text stands, on the page."""
    placed = text.placed[0]
    assert isinstance(placed.item, TextItem)
    return placed.rect.y + placed.item.offset + placed.item.setting.paragraphs[0].lines[0].baseline


def _inked(text: TextLayout) -> float:
    """Return how wide the longest line of a text is."""
    return max((line.width for line in text.lines), default=0.0)


def _lines(text: SetBlock) -> Sequence[Line]:
    item = text.placed[0].item
    assert isinstance(item, TextItem)
    return item.setting.lines
