"""Where the slides of a deck begin below their titles: higher, where titles have fewer lines than they have room for.

Beside pictures they begin lower, where a title has all of these and would stand close above a text.

It is the same on all slides of a kind whose titles have as many lines, and settled before a slide is laid out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import ceil, floor

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout.narrow_titles import fewer_lines
from deckmaker.layout.place import REGION
from deckmaker.model import Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.text import KnownTexts
from deckmaker.theme import SlideLayout, Slot, TextStyle, Theme
from deckmaker.theme.baselines import line_height

LONGEST_TITLE = 400
"""Characters that no place for a title has room for."""

LEAST_GAP = 30.0
"""Points between a title and a text beside a picture, at least, where that begins higher than the theme says."""

FULL_GAP = 24.0
"""Points between the two at least where a title has all lines that it has room for."""

_WIDEST_LETTER = 0.65
"""Ems that a letter takes in bold type, about: enough to tell short texts from long ones without shaping them."""

_FILLED = 0.85
"""Of its lines: what a title fills at least, whatever words break them."""

Slots = Mapping[str, Slot]


def is_far_shorter(title: Paragraph, lines: int, width: float, size: int) -> bool:
    """Tell whether a title has room on so many lines in any type: most titles have, and none of these is measured."""
    letter = _WIDEST_LETTER if title.text.isascii() else 1.0
    return len(title.text) * letter * size <= _FILLED * lines * width


class TitleLines:
    """How many lines titles have, kept for the next time; with another theme, nothing is known."""

    def __init__(self) -> None:
        self._theme: Theme | None = None
        self._known: dict[tuple[Paragraph, Slot, int], tuple[int, int]] = {}
        self._used: dict[tuple[Paragraph, Slot, int], tuple[int, int]] = {}

    def begin(self, theme: Theme) -> None:
        """Begin to count in a theme; forget what was not asked for the last time."""
        self._known = self._used if theme == self._theme else {}
        self._used = {}
        self._theme = theme

    def of(self, title: Paragraph, slot: Slot, size: int, texts: KnownTexts) -> tuple[int, int]:
        """Return how many lines a title has at a size, and how many where it is set smaller to have fewer."""
        assert self._theme, "`begin` has been called"
        key = title, slot, size
        counted = self._known.get(key)
        if counted is None:
            style = self._theme.plain.slots["title"].style
            most = int(slot.rect.height / line_height(style.percent, size)) if style else 1
            lines = min(most, lines_of(title, slot, 1, size, texts))
            counted = lines, fewer_lines(title, slot, lines, size, self._theme, texts)
        self._known[key] = self._used[key] = counted
        return counted


def with_deck_line(
    theme: Theme,
    titles: Iterable[tuple[Paragraph, Slots]],
    going_on: Iterable[Paragraph],
    size: int,
    known: TitleLines,
    texts: KnownTexts,
) -> Theme:
    """Return the theme with the optical line, and regions that begin above it, higher by lines that titles lack.

    `titles` come with the slots that they stand in, and are set at `size`. Where pictures leave titles less width,
    lines are counted apart; regions there stay below the line. Slides whose titles have more lines than most, or fewer,
    have forms of their layouts: only they begin lower, or higher. So have titles of pages that are `going_on` in the
    plain layout, if their texts have no room on one.
    """
    line = theme.flow.line
    if not line:
        return theme
    known.begin(theme)
    counts: dict[bool, list[int]] = {False: [], True: []}
    parted: dict[bool, set[int]] = {False: set(), True: set()}
    for title, slots in titles:
        if REGION in slots:
            lines, fewer = known.of(title, slots["title"], size, texts)
            counts[_is_narrow(slots, line)].append(fewer)
            parted[_is_narrow(slots, line)].add(lines)
    for title in going_on:
        parted[_is_narrow(theme.plain.slots, line)].add(known.of(title, theme.plain.slots["title"], size, texts)[0])
    usual = _Lines(theme, size, {narrow: _usual(found) for narrow, found in counts.items()})
    layouts = {}
    for name, one in theme.layouts.items():
        layouts[name] = one
        if usual.applies_to(one):
            narrow = _is_narrow(one.slots, line)
            found = sorted({*counts[narrow], *parted[narrow]})
            forms = {count: replace(usual, used={**usual.used, narrow: count}).form(one) for count in found}
            layouts[name] = replace(usual.form(one), for_titles=forms if {*found} - {usual.used[narrow]} else {})
    return replace(theme, layouts=layouts, flow=replace(theme.flow, line=usual.line))


def form_for_title(
    layout: SlideLayout, title: Paragraph | None, theme: Theme, texts: KnownTexts, is_part: bool = False
) -> SlideLayout:
    """Return the form of a layout for a title of other lines than most have, if there is one; else the layout.

    Titles of parts of a slide have one size, and so all lines that they take at it.
    """
    if title is None or not layout.for_titles:
        return layout
    slot = layout.slots["title"]
    assert slot.style is not None, "slots that hold text have a style"
    lines = lines_of(title, slot, 1, slot.style.size, texts)
    if not is_part:
        lines = fewer_lines(title, slot, lines, slot.style.size, theme, texts)
    return layout.for_titles.get(min(lines, max(layout.for_titles)), layout)


def raised_for_blocks(layout: SlideLayout, title: Paragraph | None, theme: Theme, texts: KnownTexts) -> SlideLayout:
    """Return a layout, whose title stands low above a short text, for several blocks: both begin as high as they can.

    Places of a company's template stay.
    """
    slots = layout.slots
    if title is None or layout.template or not {REGION, "title"} <= slots.keys():
        return layout
    slot, region = slots["title"], slots[REGION]
    if slot.style is None or slot.style.anchor != "bottom" or slot.rect.bottom > region.rect.y:
        return layout
    size, step = slot.style.size, theme.baseline
    leading = line_height(slot.style.percent, size)
    free = max(0, int(slot.rect.height / leading) - lines_of(title, slot, 1, size, texts))
    return replace(layout, slots=_raised(slots, floor(free * leading / step) * step)) if free else layout


def _usual(counts: Sequence[int]) -> int:
    """Return how many lines most titles have; of numbers that are as frequent, the least."""
    return min(counts, key=lambda one: (-counts.count(one), one), default=1)


def _is_narrow(slots: Slots, line: float) -> bool:
    """Tell whether a layout's title has less width, so that its region begins on the optical line or below it."""
    return slots[REGION].rect.y >= line


@dataclass(frozen=True)
class _Lines:
    """Layouts of a theme with titles of so many lines: `used` is how many, in narrow places and in wide ones.

    Titles are set at `size`.
    """

    theme: Theme
    size: int
    used: Mapping[bool, int]

    @property
    def line(self) -> float:
        """The optical line, as much higher as regions of slides with a text are."""
        return self.theme.flow.line - self._rise(self.theme.plain.slots)

    @property
    def _style(self) -> TextStyle:
        style = self.theme.plain.slots["title"].style
        assert style is not None, "slots that hold text have a style"
        return style

    @property
    def _leading(self) -> float:
        return line_height(self._style.percent, self.size)

    def applies_to(self, layout: SlideLayout) -> bool:
        """Tell whether a layout's region follows its title's lines."""
        return _is_below_title(layout.slots, self._style.size)

    def form(self, layout: SlideLayout) -> SlideLayout:
        """Return a layout with its region higher or lower."""
        slots, step, leading = layout.slots, self.theme.baseline, self._leading
        region, rise = slots[REGION].rect, self._rise(slots)
        if _is_narrow(slots, self.theme.flow.line):
            used = self.used[True]
            below = slots["title"].rect.y + used * leading + LEAST_GAP
            rise = max(0.0, min(rise, floor((region.y - max(self.line, below)) / step) * step))
            rise = rise or -_lack_below(slots, used, leading, step)
        return replace(layout, slots=_raised(slots, rise))

    def _rise(self, slots: Slots) -> float:
        """Return how far a layout's region may rise: the lines that no title has of those that it has room for."""
        leading = self._leading
        free = max(0, int(slots["title"].rect.height / leading) - self.used[_is_narrow(slots, self.theme.flow.line)])
        return free * floor(leading / self.theme.baseline) * self.theme.baseline


def _lack_below(slots: Slots, lines: int, leading: float, step: float) -> float:
    """Return how much lower a region must begin to be clear of a title of so many lines, in whole steps of the grid."""
    title, region = slots["title"].rect, slots[REGION].rect
    lines = min(lines, int(title.height / leading))
    return max(0.0, ceil((title.y + lines * leading + FULL_GAP - region.y) / step) * step)


def _is_below_title(slots: Slots, size: int) -> bool:
    """Tell whether a layout's region is below a title as those of slides, of which that is the theme's size."""
    if not {REGION, "title"} <= slots.keys():
        return False
    title = slots["title"]
    return title.style is not None and title.style.size == size and title.rect.bottom <= slots[REGION].rect.y


def _raised(slots: Slots, shift: float) -> Slots:
    """Return a layout's slots with its region so much higher, below a title that has as much less room; or lower."""
    region, title = slots[REGION], slots["title"]
    higher = replace(
        region,
        rect=_higher(region.rect, shift),
        inner=_higher(region.inner, shift),
        wide=region.wide and _higher(region.wide, shift),
        top=region.top - shift,
    )
    less = max(shift, 0.0)
    lower = replace(title, rect=_lower(title.rect, less), inner=_lower(title.inner, less))
    return {**slots, REGION: higher, "title": lower}


def _higher(rect: Rect, shift: float) -> Rect:
    """Return a rectangle whose top edge is so much higher."""
    return replace(rect, y=rect.y - shift, height=rect.height + shift)


def _lower(rect: Rect, shift: float) -> Rect:
    """Return a rectangle whose bottom edge is so much higher."""
    return replace(rect, height=rect.height - shift)


def lines_of(title: Paragraph, slot: Slot, known: int, size: int, texts: KnownTexts) -> int:
    """Return how many lines a title has; as many as are `known` of others, where it plainly has no more than those."""
    assert slot.style is not None, "slots that hold text have a style"
    if is_far_shorter(title, known, slot.rect.width, size):
        return known
    if len(title.text) > LONGEST_TITLE:
        return LONGEST_TITLE
    return len(texts.of((title,), slot.style, size).set(slot.rect.width).lines)
