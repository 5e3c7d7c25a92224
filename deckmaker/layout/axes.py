"""Items side by side below a line: evenly, or at marks to scale, whose labels thin leaders reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.dataclasses import dataclass
from deckmaker.layout.compositions import grouped_at, placed_in, shape
from deckmaker.layout.document import Placed
from deckmaker.layout.leaders import lanes, spread
from deckmaker.layout.place import SetBlock
from deckmaker.layout.sequences import GAP, INK, LINE, MARK, WIDE, SequenceItem, SequenceSetter, around, mark_at
from deckmaker.layout.set_texts import GroupText
from deckmaker.model.geometry import Rect

NARROWEST = 120.0
"""Points that an item has across at least: some words of a line of small text."""

TALLEST = 0.4
"""Of the page's height: what items side by side take at most. With more to say, they have longer lines."""

GUTTER, AIR = 24.0, 9.0
"""Points between items, and between the line and the texts below it."""

SHARE = 0.8
"""Of the width that items have evenly: what they have at marks to scale, so that most can stand near theirs."""

WIDER = (1.0, 1.25)
"""Of the same: what labels may have whose titles have fewer lines so."""

FAR = 0.65
"""Of a label's width: how far one stands from its mark at most, as two of a day do. Leaders that go further tangle."""

LEADER, LANE, CLEAR = 0.75, 4.5, 3.0
"""Points: how strong leaders are, how far apart they run beside each other, and how far above their texts they end."""


@dataclass(frozen=True)
class Axis:
    """Items below a line. `times` are their places on it, from 0 to 1, in order; None for an even line."""

    setter: SequenceSetter
    times: Sequence[float] | None = None

    @property
    def has_room(self) -> bool:
        """Whether items have room side by side, each near to its mark, at the size of their styles and on slides that
        are not split.

        Times are not parted there: the parts of `2019-03-01` would be read as others.
        """
        setter, width = self.setter, self._width
        if setter.place.wide.width < WIDE or self._even < NARROWEST:
            return False
        marks, labels = self._across
        if any(abs(label - mark) > FAR * width for mark, label in zip(marks, labels, strict=True)):
            return False
        if not setter.fits([(text, width) for item in setter.items for text in item.texts]):
            return False
        if any(len(setter.whole(item.when, width, short=True).setting.lines) > 1 for item in setter.items if item.when):
            return False
        heights = (setter.tallest(texts, width) + GAP for texts in self._levels)
        return MARK + AIR + sum(heights) <= TALLEST * setter.place.styles.theme.height

    @property
    def _levels(self) -> list[list[GroupText | None]]:
        """The texts that stand level with each other: times, titles, texts."""
        items = self.setter.items
        levels: list[list[GroupText | None]] = [
            [one.when for one in items],
            [one.title for one in items],
            [one.text for one in items],
        ]
        return [level for level in levels if any(level)]

    @property
    def _even(self) -> float:
        """The width of each item, where all of the place is theirs."""
        count = len(self.setter.items)
        return (self.setter.place.wide.width - GUTTER * (count - 1)) / count

    @property
    def _width(self) -> float:
        return self._even if self.times is None else max(NARROWEST, SHARE * self._even)

    @property
    def _across(self) -> tuple[list[float], list[float]]:
        """Where marks and labels begin, from the left of the page, in points."""
        wide, width, count = self.setter.place.wide, self._width, len(self.setter.items)
        last = next((one for one in self._wider if self._has_fewer_lines(self.setter.items[-1], one)), width)
        room = wide.width - last
        wishes = [room * one for one in self.times or [index / max(count - 1, 1) for index in range(count)]]
        labels = spread(wishes, [*[width] * (count - 1), last], GUTTER, wide.width)
        return [wide.x + one for one in wishes], [wide.x + one for one in labels]

    @property
    def _wider(self) -> tuple[float, ...]:
        """The widths of labels that have more room than others, to scale."""
        return tuple(share * self._even for share in WIDER)

    def _has_fewer_lines(self, item: SequenceItem, width: float) -> bool:
        """Tell whether the title of an item has fewer lines in such a width than in that of all, as few as in any."""
        if self.times is None or width <= self._width:
            return False

        def lines(width: float, short: bool) -> int:
            return len(self.setter.whole(item.title, width, short).setting.lines)

        counts = [(lines(self._width, one), lines(width, one), lines(max(self._wider), one)) for one in (False, True)]
        return any(own > here for own, here, _ in counts) and all(here <= least for _, here, least in counts)

    def _widths(self, labels: Sequence[float]) -> list[float]:
        """Return how wide each label is: more than others where its title has fewer lines so, and room beside it."""
        ends = [*(one - GUTTER for one in labels[1:]), self.setter.place.wide.right]
        free = [min(end - label, max(self._wider)) for end, label in zip(ends, labels, strict=True)]
        pairs = zip(self.setter.items, free, strict=True)
        return [width if self._has_fewer_lines(item, width) else self._width for item, width in pairs]

    def set(self) -> SetBlock:
        """Set the items from the top of their place."""
        setter = self.setter
        top = setter.place.rect.y
        marks, labels = self._across
        turns = lanes(marks, labels)
        head = top + MARK + AIR + LANE * max(turns)
        texts = self._texts(labels, head)
        bottom = max(one.placed[0].rect.y + one.height for level in texts for one in level if one)
        groups = []
        for index, item in enumerate(setter.items):
            own = [level[index] for level in texts]
            drawn = [*self._line_to(index, marks, top)]
            if any(turns):
                drawn += self._leader(marks[index], labels[index], turns[index], head)
            drawn.append(mark_at(marks[index] + MARK / 2, top + MARK / 2))
            children = (*drawn, *placed_in([one for one in own if one]))
            groups.append(grouped_at(around(children), children, item.span))
        return setter.composed(groups, [one for level in texts for one in level if one], bottom - top)

    def _line_to(self, index: int, marks: Sequence[float], top: float) -> Iterator[Placed]:
        """Yield the line to a mark from the one before, if they do not touch; and the last one's to the right.

        It comes with what it leads to, where items appear one by one.
        """
        if index and marks[index] > marks[index - 1] + MARK:
            yield shape(_line(marks[index - 1] + MARK, marks[index] + MARK / 2, top), INK)
        if index == len(marks) - 1:
            yield shape(_line(marks[index] + MARK / 2, self.setter.place.wide.right, top), INK)

    def _texts(self, labels: Sequence[float], top: float) -> list[list[SetBlock | None]]:
        """Return the texts as set, those of each level at one height."""
        found: list[list[SetBlock | None]] = []
        y, widths = top, self._widths(labels)
        for level in self._levels:
            row = [
                self.setter.text(text, item, x, y, width) if text else None
                for text, item, x, width in zip(level, self.setter.items, labels, widths, strict=True)
            ]
            found.append(row)
            y += GAP + max(one.height for one in row if one)
        return found

    def _leader(self, mark: float, label: float, turn: int, head: float) -> Iterator[Placed]:
        """Yield the lines from a mark to its label: down, along its lane, and down to the text."""
        top, end = self.setter.place.rect.y + MARK, head - CLEAR
        start, stop = mark + (MARK - LEADER) / 2, label + (MARK - LEADER) / 2
        if not turn:
            yield shape(Rect(start, top, LEADER, end - top), INK)
            return
        lane = top + LANE * turn
        yield shape(Rect(start, top, LEADER, lane - top), INK)
        yield shape(Rect(min(start, stop), lane, abs(stop - start) + LEADER, LEADER), INK)
        yield shape(Rect(stop, lane, LEADER, end - lane), INK)


def _line(start: float, end: float, top: float) -> Rect:
    return Rect(start, top + (MARK - LINE) / 2, max(end - start, LINE), LINE)
