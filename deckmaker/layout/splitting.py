"""The room that a part of a split slide has left, and what of a text has room there.

A `Room` is what a part has left: below what stands there already, above the footnotes of all of it. Taking a part
costs what the part holds, however long the rest is: nothing of that is copied or counted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate
from math import inf

from deckmaker.dataclasses import cached_property, dataclass, field, replace
from deckmaker.layout.context import Context
from deckmaker.layout.footnotes import FootnoteArea, of_footnotes
from deckmaker.layout.place import REGION, Place, TableSizes
from deckmaker.model import Block, Footnote, Paragraph, Run, Table
from deckmaker.text import FrameText
from deckmaker.text.fitting import MANY, TOLERANCE, most_lines
from deckmaker.text.splitting import LOOKAHEAD, HeightFor, split_frame
from deckmaker.theme import TextStyle


@dataclass
class Room:
    """A place from whose top blocks are taken, one after the other.

    `footnotes` are those of what is taken; what is taken reaches down to `deepest`, and the next block begins at
    `top`. What stands in cells beside it reaches down to `beside`. Of the first text, `fixed` paragraphs must not stand
    there alone. `following` returns the room of the next part. `tables` says how those are set that are taken in part.
    `has_elastic` says that what is taken leaves room to others. One that `is_below` others is a cell's on a part that
    holds more than the cells; one that `is_begun` holds more than what introduces others. No block reaches into the
    `kept_free` points at its foot. A cell `may_wait` for the next part while those beside it go on.
    """

    place: Place
    foot: FootnoteArea | None = None
    footnotes: tuple[Footnote, ...] = ()
    fixed: int = 0
    following: Callable[[], Room] | None = None
    top: float = field(default=-1.0)
    deepest: float = 0.0
    beside: float = 0.0
    tables: list[tuple[Table, TableSizes]] = field(default_factory=list)
    has_elastic: bool = False
    is_below: bool = False
    is_begun: bool = False
    kept_free: float = 0.0
    may_wait: bool = False

    def __post_init__(self) -> None:
        if self.top < 0:
            self.top = self.place.rect.y

    @property
    def is_untouched(self) -> bool:
        """Whether nothing is taken yet."""
        return self.deepest == 0.0

    @property
    def lowest(self) -> float:
        """How far down blocks may reach that have no footnotes, and none above them."""
        return self.place.rect.bottom - self._free

    @property
    def _free(self) -> float:
        """What is kept free: below what is elastic also a step of the grid, which brings texts there onto it."""
        return self.kept_free + (self.place.styles.theme.baseline if self.has_elastic else 0.0)

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands above but what introduces others: what has no room here has none anywhere."""
        return not (self.is_begun or self.is_below)

    def bottom(self, footnotes: Iterable[Footnote] = (), reserved: float = 0.0) -> float:
        """Return how far down blocks may reach that have these footnotes, with `reserved` points for others'.

        That is -inf where the footnotes, or what is taken already, would have no room.
        """
        if self.foot is None:
            return self.lowest
        if self._least_of(footnotes, reserved) > self.foot.room.height + TOLERANCE:
            return -inf
        notes = of_footnotes((*self.footnotes, *footnotes))
        if not self.foot.has_room(notes, reserved):
            return -inf
        bottom = self.foot.places_above(notes, reserved)[REGION].bottom
        return -inf if self._reaches_below(bottom) else bottom - self._free

    def highest_bottom(self, footnotes: Iterable[Footnote] = (), reserved: float = 0.0) -> float:
        """Return how far down such blocks reach at most, before their footnotes are set together."""
        if self.foot is None:
            return self.lowest
        needed = self._least_of(footnotes, reserved)
        if needed > self.foot.room.height + TOLERANCE:
            return -inf
        rects = self.foot.places_above_height(needed) if needed > 0 else self.foot.rects
        bottom = rects[REGION].bottom
        return -inf if self._reaches_below(bottom) else bottom - self._free

    def _reaches_below(self, bottom: float) -> bool:
        return max(self.deepest, self.beside) > bottom - self.kept_free + TOLERANCE

    def _least_of(self, footnotes: Iterable[Footnote], reserved: float) -> float:
        """Return what footnotes take at least; no more are measured than tell that they have no room."""
        assert self.foot
        needed = reserved - TOLERANCE
        for one in (*self.footnotes, *footnotes):
            needed += self.foot.least(one)
            if needed > self.foot.room.height + TOLERANCE:
                break
        return needed

    def here(self, footnotes: Iterable[Footnote] = ()) -> Place | None:
        """Return the place of a block with these footnotes, None where none is left."""
        bottom = self.bottom(footnotes)
        if bottom <= self.top:
            return None
        if self.is_untouched and bottom == self.place.rect.bottom:
            return self.place
        place = self.place.within(self.top, bottom)
        return replace(place, top=self.place.top) if self.is_untouched else place

    def copy(self) -> Room:
        """Return a room of its own for what is tried."""
        return replace(self)

    def lower(self, points: float) -> Room:
        """Return the room without so many points at its foot."""
        return replace(self, kept_free=self.kept_free + points)

    def take(self, height: float, footnotes: Iterable[Footnote], gap: float) -> None:
        """Note that a block of so many points is taken, with its footnotes; the next one stands `gap` points below."""
        self.footnotes = (*self.footnotes, *footnotes)
        self.deepest = self.top + height
        self.top = self.deepest + gap

    def sizes_of(self, block: Block) -> TableSizes | None:
        """Return how a part of a table is set, None for all else."""
        return next((sizes for table, sizes in self.tables if table is block), None)


def footnotes_in(blocks: Iterable[Block]) -> tuple[Footnote, ...]:
    """Return the footnotes that are marked in blocks, in reading order."""
    return tuple(footnote for block in blocks for text in block.texts() for footnote in text.footnotes)


def footnotes_of_texts(texts: Iterable[Paragraph]) -> tuple[Footnote, ...]:
    """Return the footnotes that are marked in texts, in their order."""
    return tuple(footnote for text in texts for footnote in text.footnotes)


_SHOWN = LOOKAHEAD + 1
"""Characters of a beginning: one more than are looked at for one part, so that what is cut off here is on none.

There are no more than `MANY` paragraphs in it, either, nor hard line breaks: a line may have a single letter.
"""

_MANY_MARKS = 60
"""Marks of footnotes in a beginning, at most: each footnote has a line of its own, and no page has room for as many."""


@dataclass(frozen=True)
class WholeText:
    """A text's paragraphs, and where their runs begin and marks of footnotes end, each worked out once."""

    paragraphs: tuple[Paragraph, ...]
    _starts: dict[int, list[int]] = field(default_factory=dict)
    _marks: dict[int, list[int]] = field(default_factory=dict)

    def starts(self, index: int) -> list[int]:
        """Return where each run of a paragraph begins, in characters, and last where the paragraph ends."""
        if index not in self._starts:
            self._starts[index] = list(accumulate((len(run.text) for run in self.paragraphs[index].runs), initial=0))
        return self._starts[index]

    def lines(self, index: int, start: int, end: int) -> list[int]:
        """Return where each line of a paragraph begins behind a hard line break between two characters."""
        text, found = self.paragraphs[index].text, list[int]()
        while start := text.find("\n", start, end) + 1:
            found.append(start)
        return found

    @cached_property
    def has_marks(self) -> bool:
        """Whether it has footnotes."""
        for one in self.paragraphs:
            for run in one.runs:
                if run.footnote:
                    return True
        return False

    def marks(self, index: int) -> list[int]:
        """Return where each mark of a footnote in a paragraph ends, in characters."""
        if index not in self._marks:
            runs = zip(self.starts(index)[1:], self.paragraphs[index].runs, strict=True)
            self._marks[index] = [end for end, run in runs if run.footnote]
        return self._marks[index]


@dataclass(frozen=True, slots=True)
class TextRest:
    """The rest of a text: from `paragraph` on, in that from the character at `position`, both counted from 0."""

    whole: WholeText
    paragraph: int = 0
    position: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything is left."""
        return self.paragraph < len(self.whole.paragraphs)

    @property
    def beginning(self) -> tuple[Paragraph, ...]:
        """Its first paragraphs: more than one part holds. The last may be cut short."""
        taken: list[Paragraph] = []
        room, lines, marks = _SHOWN, MANY, _MANY_MARKS
        for index in range(self.paragraph, len(self.whole.paragraphs)):
            start = self.position if index == self.paragraph else 0
            end = self.whole.starts(index)[-1]
            broken = self.whole.lines(index, start, start + room)
            shown = min(end, start + room, broken[lines] + 1 if lines < len(broken) else end)
            if self.whole.has_marks:
                marked = self.whole.marks(index)
                mark = bisect_right(marked, start) + marks
                shown = min(shown, marked[mark] if mark < len(marked) else end)
                marks = mark - bisect_left(marked, shown)
            one = self.whole.paragraphs[index]
            taken.append(one if (start, shown) == (0, end) else self._stretch(index, start, shown))
            room -= shown - start
            lines -= bisect_left(broken, shown)
            if shown < end or room <= 0 or lines <= 0 or marks <= 0 or len(taken) >= MANY:
                break
        return tuple(taken)

    @property
    def all(self) -> tuple[Paragraph, ...]:
        """All of its paragraphs; the first may be the end of one."""
        if not self:
            return ()
        behind = self.whole.paragraphs[self.paragraph + 1 :]
        one = self.whole.paragraphs[self.paragraph]
        return (self._stretch(self.paragraph, self.position, len(one.text)) if self.position else one, *behind)

    def behind(self, beginning: Sequence[Paragraph], left: Sequence[Paragraph]) -> TextRest:
        """Return what is left behind a part that leaves these paragraphs of its beginning."""
        taken = max(0, len(beginning) - len(left))
        start = self.position if not taken else 0
        if taken < len(beginning):
            start += len(beginning[taken].text) - len(left[0].text)
        return TextRest(self.whole, self.paragraph + taken, start)

    def _stretch(self, index: int, start: int, end: int) -> Paragraph:
        """Return a paragraph from one character to another; marks of footnotes are whole."""
        one, starts = self.whole.paragraphs[index], self.whole.starts(index)
        first, beyond = bisect_right(starts, start) - 1, bisect_left(starts, end)
        runs = [*one.runs[first:beyond]]
        # The others are whole, and as different from one another as they were.
        for place in sorted({0, len(runs) - 1}, reverse=True) if runs else ():
            runs[place : place + 1] = _between(runs[place], starts[first + place], start, end)
        return replace(one, runs=tuple(runs), continues=start > 0 or one.continues)


def _between(run: Run, at: int, start: int, end: int) -> list[Run]:
    """Return what of a run that begins `at` a character lies between two others: it, or nothing."""
    if run.footnote or (start <= at and at + len(run.text) <= end):
        return [run]
    text = run.text[max(0, start - at) : end - at]
    return [replace(run, text=text)] if text else []


def is_endless(text: Paragraph) -> bool:
    """Tell whether a text is more than any page holds, however small it is."""
    return len(text.text) > LOOKAHEAD


Texts = tuple[Paragraph, ...]


def split_text(
    paragraphs: Texts, room: Room, reserved: float = 0.0, style: TextStyle | None = None
) -> tuple[Texts, Texts]:
    """Return what of a text has room, and the rest; nothing where no line does.

    It leaves `reserved` points to footnotes of others. Its `style` is that of the place's texts where none is given. No
    more of it is looked at than one part holds.
    """
    whole = TextRest(WholeText(paragraphs))
    beginning = whole.beginning
    first, left = _split_beginning(beginning, room, reserved, style)
    return (first, whole.behind(beginning, left).all) if first else ((), paragraphs)


def _split_beginning(paragraphs: Texts, room: Room, reserved: float, style: TextStyle | None) -> tuple[Texts, Texts]:
    rect = replace(room.place.rect, y=room.top, height=room.lowest - room.top)
    if rect.height <= 0:
        return (), paragraphs
    frame = FrameText(paragraphs, style or room.place.text_style, rect)
    fixed = room.fixed if room.is_untouched else 0
    if room.foot is None:
        return split_to_fit(frame, room.place.context, fixed)

    def height_for(footnotes: tuple[Footnote, ...]) -> float:
        return room.bottom(footnotes, reserved) - room.top

    def most_for(footnotes: tuple[Footnote, ...]) -> float:
        return room.highest_bottom(footnotes, reserved) - room.top

    return split_to_fit(frame, room.place.context, fixed, height_for, most_for)


def split_to_fit(
    frame: FrameText,
    context: Context,
    fixed: int,
    height_for: HeightFor | None = None,
    most_for: HeightFor | None = None,
) -> tuple[Texts, Texts]:
    """Return what of a text fits its place, and the rest; nothing where no line does behind the `fixed` paragraphs.

    Of its place there is what `height_for` its footnotes is left; `most_for` tells quickly how much that is at most.
    What is set takes a line more at times than was measured; it is known when it is taken.
    """
    if sum(len(one.text) for one in frame.paragraphs) <= LOOKAHEAD and _text_fits(frame, context, height_for):
        return frame.paragraphs, ()
    height, rect, theme = frame.rect.height, frame.rect, context.theme
    while True:
        first, rest = split_frame(replace(frame, rect=replace(rect, height=height)), theme, fixed, height_for, most_for)
        if not first or _text_fits(replace(frame, paragraphs=first), context, height_for):
            return first, rest
        height -= frame.style.size


def _text_fits(frame: FrameText, context: Context, height_for: HeightFor | None) -> bool:
    if len(frame.paragraphs) > most_lines(frame, context.theme):
        return False
    if height_for:
        height = height_for(tuple(footnote for one in frame.paragraphs for footnote in one.footnotes))
        if height <= 0:
            return False
        frame = replace(frame, rect=replace(frame.rect, height=min(frame.rect.height, height)))
    # In all of its width it has as few lines as in any other, of which many are tried where it is set.
    least = context.measured(frame.paragraphs, frame.style, frame.style.minimum)
    if least.height(frame.rect.width) > frame.rect.height + TOLERANCE:
        return False
    return context.fit([frame])[0].fits
