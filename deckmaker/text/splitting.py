"""Where a text that is too tall for its place is split: what stays, and what goes on on the next slide."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from deckmaker.dataclasses import cached_property, dataclass, field, replace
from deckmaker.model import Footnote, Paragraph
from deckmaker.model.text import runs_before, runs_behind
from deckmaker.text.break_points import FEWEST, LOOKAHEAD, BreakPoint, BreakQuality, break_points
from deckmaker.text.breaks import without_spaces
from deckmaker.text.fitting import TOLERANCE, FrameText
from deckmaker.text.measuring import measure
from deckmaker.theme import Theme
from deckmaker.theme.baselines import grid_shift, line_box

__all__ = ["FEWEST", "LOOKAHEAD", "HeightFor", "split_frame", "words_fit"]

WELL_FILLED = 1 / 3
"""Of a place's height: what a part takes at least before a worse place to part the text is looked for."""

HeightFor = Callable[[tuple[Footnote, ...]], float]
"""The height of a text's place, in points, above the footnotes that are marked in it."""


def split_frame(
    frame: FrameText,
    theme: Theme,
    fixed_paragraphs: int = 0,
    room: HeightFor | None = None,
    most: HeightFor | None = None,
) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return what of a text fits its place at its style's size, behind so many `fixed_paragraphs`, and the rest.

    Its place is no higher than the `room` that the footnotes of what stays leave. `most` says quickly how much that is
    at most, and never more for more footnotes: no place behind one that has not even that is looked at.

    The split depends on earlier text alone, and not on what comes behind: whoever adds a word on a slide
    need not look at those before it, unless these have room for two lines only, or the word is before the mark of a
    footnote that had none. Nothing fits where no line does.
    """
    places = _Places(frame, theme, room, most)
    found = [one for one in places.break_points if one[:2] > (fixed_paragraphs, 0)]
    good = [one for one in found if one.quality is not BreakQuality.ANY]
    # From the last on: what footnotes take is worked out for few of the places.
    for quality in BreakQuality:
        for one in reversed(good):
            if one.quality is quality and places.has_room(one) and one.height >= WELL_FILLED * places.above(one):
                return _split(frame.paragraphs, one)
    for kept in (good, found):
        if with_room := [one for one in kept if places.has_room(one)]:
            return _split(frame.paragraphs, max(with_room, key=lambda one: one.height))
    return (), frame.paragraphs


@dataclass(frozen=True)
class _Places:
    """The places at which a text may be split, and the room that each has."""

    frame: FrameText
    theme: Theme
    room: HeightFor | None
    most: HeightFor | None
    _rooms: dict[int, float] = field(default_factory=dict)

    @cached_property
    def break_points(self) -> list[BreakPoint]:
        """Those that may have room, from the text's beginning on."""
        found = []
        most, count = self._height, -1
        for one in break_points(self.frame, self.theme):
            if self.most and (more := self._count_before(one)) != count:
                count = more
                most = min(most, self._below(self.most(self._footnotes[:count])))
            if one.height > most + TOLERANCE:
                break
            if one.needed <= self._height:
                found.append(one)
        return found

    def has_room(self, point: BreakPoint) -> bool:
        """Tell whether what stays has room with its footnotes."""
        return point.needed <= self.above(point)

    def above(self, point: BreakPoint) -> float:
        """Return the height that the text has, in points, above the footnotes that are marked before a place."""
        if self.room is None:
            return self._height
        count = self._count_before(point)
        if count not in self._rooms:
            self._rooms[count] = min(self._height, self._below(self.room(self._footnotes[:count])))
        return self._rooms[count]

    def _below(self, height: float) -> float:
        return height - self._shift + TOLERANCE

    def _count_before(self, point: BreakPoint) -> int:
        return bisect_left(self._marks, point[:2])

    @cached_property
    def _shift(self) -> float:
        frame = self.frame
        line = line_box(frame.style, frame.style.size, self.theme.families)
        return grid_shift(frame.rect, frame.style.anchor, line, self.theme.baseline)

    @cached_property
    def _height(self) -> float:
        return self._below(self.frame.rect.height)

    @cached_property
    def _footnotes(self) -> tuple[Footnote, ...]:
        return tuple(footnote for one in self.frame.paragraphs for footnote in one.footnotes)

    @cached_property
    def _marks(self) -> list[tuple[int, int]]:
        """Where footnotes are marked: paragraph and character."""
        return [(index, place) for index, one in enumerate(self.frame.paragraphs) for place in _marks_in(one)]


def _marks_in(paragraph: Paragraph) -> Iterable[int]:
    place = 0
    for run in paragraph.runs:
        if run.footnote:
            yield place
        place += len(run.text)


def words_fit(frame: FrameText, size: int, theme: Theme) -> bool:
    """Tell whether no word of a text is wider than its place at that size."""
    text = measure(frame.paragraphs, frame.style, size, theme)
    room = frame.rect.width + text.outdent
    for own, measured in zip(text.styles, text.measured, strict=True):
        lines = measured.breaks(room - own.left, own.first_hanging)
        if any(measured.width(start, end) > room - own.left + TOLERANCE for start, end in lines[1:]):
            return False
        if lines and measured.width(*lines[0]) > room - own.left + own.first_hanging + TOLERANCE:
            return False
    return True


def _split(paragraphs: tuple[Paragraph, ...], point: BreakPoint) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return the paragraphs before and behind a break point. The rest of an item is no item of its own."""
    before, behind = paragraphs[: point.paragraph], paragraphs[point.paragraph :]
    if not point.position:
        return before, behind
    one, text = behind[0], behind[0].text
    first = runs_before(one.runs, without_spaces(text, 0, point.position))
    rest = runs_behind(one.runs, point.position)
    return (*before, replace(one, runs=first)), (replace(one, runs=rest, continues=True), *behind[1:])
