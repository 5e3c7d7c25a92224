"""Measured paragraphs broken into lines: where every engine breaks alike and a reader would, and titles evenly."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from math import inf
from typing import NamedTuple

from deckmaker.dataclasses import dataclass, replace
from deckmaker.model import Paragraph
from deckmaker.text.belonging import ALONE, LABELLED, LOST, WEAK, begun_clauses, names_in_parts, prices
from deckmaker.text.glyph_runs import GlyphRun
from deckmaker.text.last_words import before_last_line
from deckmaker.text.lines import ANY_WIDTH, Interval, MeasuredParagraph
from deckmaker.text.no_breaks import MOST_HELD, held_words
from deckmaker.text.pairs import parted_pairs
from deckmaker.text.setting import Narrowing, SetLine, SetParagraph, TextLayout, ends_lost, is_one_word
from deckmaker.text.styling import ParagraphStyle

SAFE_MARGIN = 2.0
"""Points that a box keeps from either end of the interval of widths in which its breaks hold. Kerned widths miss
LibreOffice's by up to 0.7 at the 99th percentile."""

_NOTHING = 1e-6  # points; rounding of sums

NARROWEST = 0.9
"""How much of a slot's width layout is willing to use when only a narrower box has safe breaks."""

NARROWER = 3.0
"""Multiples of the size by which it may be narrower even so: in a narrow column, a short word or a sign such as `€`."""

NARROWEST_FOR_NAMES = 0.72
"""The same for the sake of a name that would be broken at its hyphen, and of a label of credits."""

NARROWEST_TITLE = 0.45
"""How much of its slot's width a balanced title takes at least."""


class Broken(NamedTuple):
    """Where the lines of each paragraph begin and end, and the widths between which every engine breaks so."""

    lines: list[list[tuple[int, int]]]
    interval: Interval

    @property
    def line_count(self) -> int:
        """How many lines there are in all paragraphs."""
        return sum(map(len, self.lines))


@dataclass(frozen=True)
class MeasuredText:
    """All paragraphs of a frame, styled and measured for one size, ready to be broken at any width."""

    size: int
    align: str
    outdent: float
    styles: tuple[ParagraphStyle, ...]
    measured: tuple[MeasuredParagraph, ...]
    paragraphs: tuple[Paragraph, ...]
    markers: tuple[GlyphRun | None, ...]

    def set(self, slot_width: float) -> TextLayout:
        """Break at the slot's width, or a little narrower where that is safe (`SAFE_MARGIN`) or lines end better.

        Never takes a line more than the widest safe setting does. What is printed no other engine breaks. Where a
        line parts what belongs together, the two are held, and where a last line looks lost, words before it are held
        by it, if that costs no line either.
        """
        text, best = self._with_whole_pairs(slot_width)
        setting = best
        for _ in range(MOST_HELD):
            lost = setting.safe and setting.widows
            held = held_words(text.measured, setting.paragraphs, before_last_line) if lost else None
            if not held:
                break
            text = text._with(held)
            setting = text._set(slot_width)
            if not setting.safe or len(setting.lines) != len(best.lines):
                break
            if (setting.widows, setting.lone_words) < (best.widows, best.lone_words):
                best = setting
        return self._set_evenly(slot_width, best) if best.widows and len(self.paragraphs) == 1 else best

    def _set_evenly(self, slot_width: float, setting: TextLayout) -> TextLayout:
        """Return a text of one paragraph in as many lines, but so narrow that the last one does not look lost."""
        room = slot_width + self.outdent
        least = room * NARROWEST_TITLE
        for broken in self._breakings(setting.width, 1.0, lambda width: width >= least) if setting.safe else ():
            if broken.line_count > len(setting.lines):
                break
            safest = _safe_width(broken.interval, room)
            if safest is not None and self._price(broken) < LOST:
                even = self._setting(broken.lines, safest, True, Narrowing.WIDOWS)
                if not even.widows:
                    return even
        return setting

    def _with_whole_pairs(self, slot_width: float) -> tuple[MeasuredText, TextLayout]:
        """Return the text as broken, if that is possible so that no line parts what belongs together."""
        plain = setting = self._set(slot_width)
        text = self
        for _ in range(MOST_HELD):
            held = held_words(text.measured, setting.paragraphs, parted_pairs) if setting.safe else None
            if not held:
                break
            text = text._with(held)
            setting = text._set(slot_width)
        is_better = setting.safe and len(setting.lines) == len(plain.lines) and setting.widows <= plain.widows
        return (text, setting) if is_better else (self, plain)

    def _with(self, texts: Sequence[tuple[Paragraph, MeasuredParagraph]]) -> MeasuredText:
        """Return the text with other paragraphs, which are styled as its own are."""
        paragraphs, measured = zip(*texts, strict=True)
        return MeasuredText(self.size, self.align, self.outdent, self.styles, measured, paragraphs, self.markers)

    def _set(self, slot_width: float) -> TextLayout:
        """Break so, its last words as they are."""
        if any(one.printed for one in self.paragraphs):
            return self.set_at_full_width(slot_width)
        room = slot_width + self.outdent
        best: TextLayout | None = None
        least: float = inf
        narrowest = min(room * NARROWEST, room - NARROWER * self.size)

        def goes_on(width: float) -> bool:
            if width >= narrowest:
                return True
            return least >= LABELLED and width >= room * NARROWEST_FOR_NAMES and self._has_labels

        for broken in self._breakings(room, 1.0, goes_on):
            if best and broken.line_count > len(best.lines):
                break
            safest = _safe_width(broken.interval, room)
            if safest is not None and (price := self._price(broken)) < least:
                better = self._setting(broken.lines, safest, True)
                best = replace(better, narrowed=_why_narrower(better, best)) if safest < room else better
                least = price
            if not least:
                break
        return best or self.set_at_full_width(slot_width)

    def set_at_full_width(self, slot_width: float) -> TextLayout:
        """Break at the slot's width and try no other."""
        room = slot_width + self.outdent
        return self._setting(self._broken(room).lines, room, safe=False)

    def least_height(self, slot_width: float) -> float:
        """Return less than the text can take in a slot, without breaking it: as if its words ran on over line ends."""
        lines = (int(one.width(0, len(one.text)) / (slot_width + self.outdent)) for one in self.measured)
        return sum(count * style.leading for count, style in zip(lines, self.styles, strict=True))

    def height(self, slot_width: float) -> float:
        """Return how tall the text is when it is broken at the slot's width; at smaller widths it is no less."""
        return sum(above + lines for above, lines in self.heights(slot_width))

    def heights(self, slot_width: float) -> list[tuple[float, float]]:
        """Return of each paragraph the space above it and the height of its lines, broken at the slot's width."""
        lines = self.lines_in(slot_width)
        return [(style.before, style.leading * count) for style, count in zip(self.styles, lines, strict=True)]

    def lines_in(self, slot_width: float) -> list[int]:
        """Return how many lines each paragraph has when it is broken at the slot's width."""
        room = slot_width + self.outdent
        texts = zip(self.styles, self.measured, strict=True)
        return [len(measured.breaks(room - style.left, style.first_hanging)) for style, measured in texts]

    def set_balanced(self, slot_width: float) -> TextLayout:
        """Break into as few lines as the slot's width allows, then as evenly as so many lines can that end no worse."""
        best, room = self._set(slot_width), slot_width + self.outdent
        least = self._title_price(self._broken(best.width))
        narrowest = room * NARROWEST_TITLE - 2.0
        for broken in self._breakings(best.width - 2.0, 2.0, lambda width: width > narrowest):
            if best.excess_width or broken.line_count > len(best.lines):
                break
            safest = _safe_width(broken.interval, room)
            if safest is not None:
                narrower = self._setting(broken.lines, safest, True, Narrowing.EVEN if safest < room else None)
                price = self._title_price(broken)
                # In this order: no word alone or broken, lines about equally long, none that ends amiss.
                if (narrower.awkward, narrower.uneven, price) <= (best.awkward, best.uneven, least):
                    best, least = narrower, price
        return best

    def set_with_whole_names(self, slot_width: float, setting: TextLayout) -> TextLayout | None:
        """Break so that no name is parted at its hyphen, with a line more than in a `setting` that parts one.

        Return None where that parts none, and where there is no way that is safe and ends no worse.
        """
        if not setting.parts_names:
            return None
        room = slot_width + self.outdent
        best: TextLayout | None = None
        least: float = inf
        narrowest = room * NARROWEST_FOR_NAMES
        for broken in self._breakings(room, 1.0, lambda width: width >= narrowest):
            if broken.line_count > len(setting.lines) + 1:
                break
            safest = _safe_width(broken.interval, room)
            parts_names = any(map(_parts_name, self.measured, broken.lines))
            if safest is None or parts_names or self._price(broken) >= least:
                continue
            whole = self._setting(broken.lines, safest, True, Narrowing.TOGETHER)
            if whole.widows <= setting.widows:
                best, least = whole, self._price(broken)
        return best

    def set_with_whole_words(self, slot_width: float, setting: TextLayout) -> TextLayout | None:
        """Break so that no word is parted at its hyphen, evenly and in as many lines as in a `setting` that parts one.

        Other engines may have room for a part of such a word on the line before: the breaks are not safe. Return None
        where there is no such way.
        """
        room = slot_width + self.outdent
        whole = tuple(replace(one, together=(*one.together, *_hyphenated(one.text))) for one in self.measured)
        text = replace(self, measured=whole)
        best: TextLayout | None = None
        for broken in text._breakings(room, 2.0, lambda width: width > room * NARROWEST_TITLE):
            if broken.line_count > len(setting.lines):
                break
            even = text._setting(broken.lines, room, safe=False)
            if best is None or (even.awkward, even.uneven) <= (best.awkward, best.uneven):
                best = even
        return best

    @property
    def _has_labels(self) -> bool:
        """Whether lines may end with a label of a credit."""
        return any(LABELLED in prices(one.text).values() for one in self.measured)

    def _breakings(self, width: float, step: float, goes_on: Callable[[float], bool]) -> Iterator[Broken]:
        """Yield the text broken at ever smaller widths, each way once: lines stay as they are while they have room.

        It ends with the first width at which it does not go on, nor at any smaller one.
        """
        while goes_on(width):
            broken = self._broken(width)
            yield broken
            longest = broken.interval.low
            width -= step
            while width > longest:
                width -= step

    def _broken(self, width: float) -> Broken:
        breaks = []
        low, high = ANY_WIDTH
        for style, measured in zip(self.styles, self.measured, strict=True):
            left, hanging = style.left, style.first_hanging
            lines = measured.breaks(width - left, hanging)
            own = measured.interval(lines, hanging)
            low, high = max(low, own.low + left), min(high, own.high + left)
            breaks.append(lines)
        return Broken(breaks, Interval(low, high))

    def _pushed(self, style: ParagraphStyle, spare: float) -> float:
        """Return how far a line that leaves so much room stands from where lines of its paragraph begin, by alignment.

        One that is opposed begins on the right, and stands there unless it is centred.
        """
        if self.align == "center":
            return spare / 2
        return spare if self.align == "right" and not style.opposed else 0.0

    def _price(self, broken: Broken) -> int:
        """Return what a reader pays for where the lines end, without placing them; only the last ones are shaped."""
        return sum(map(_price, self.measured, broken.lines))

    def _title_price(self, broken: Broken) -> int:
        """Return the same of a title, which is broken by sense: a line that ends with the first word of a clause costs
        as much as one that ends with a word which leads on."""
        begun = (
            sum(end in begun_clauses(measured.text) for _, end in lines[:-1])
            for measured, lines in zip(self.measured, broken.lines, strict=True)
        )
        return self._price(broken) + WEAK * sum(begun)

    def _setting(
        self, breaks: list[list[tuple[int, int]]], width: float, safe: bool, narrowed: Narrowing | None = None
    ) -> TextLayout:
        y = 0.0
        excess = 0.0
        paragraphs = []
        for style, measured, paragraph, marker, lines in zip(
            self.styles, self.measured, self.paragraphs, self.markers, breaks, strict=True
        ):
            y += style.before
            left = style.left - style.first_hanging
            set_lines, first = [], 0.0
            for start, end in lines:
                y += style.leading
                line = measured.line(start, end)
                if start:
                    left = style.left
                spare = width - left - line.width
                if -spare > excess:
                    excess = -spare
                pushed = self._pushed(style, spare)
                first = first if start else pushed
                x = spare - pushed if style.opposed else left + pushed
                set_lines.append(SetLine(line, x, y - style.descent))
            drawn = marker and _marker_before(marker, style, width, first)
            paragraphs.append(SetParagraph(paragraph, style, tuple(set_lines), drawn, first))
        return TextLayout(self.size, width, y, self.outdent, tuple(paragraphs), excess, safe, narrowed)


def _marker_before(marker: GlyphRun, style: ParagraphStyle, width: float, pushed: float) -> GlyphRun:
    """Return a marker where PowerPoint has it, as far before the words of the first line as in a text aligned left."""
    x = marker.x + pushed
    return replace(marker, x=width - x - marker.width) if style.opposed else replace(marker, x=x) if pushed else marker


def _hyphenated(text: str) -> tuple[str, ...]:
    """Return the words of a text that have a hyphen."""
    return tuple(word for word in text.split() if "-" in word or "‐" in word)


def _parts_name(measured: MeasuredParagraph, lines: list[tuple[int, int]]) -> bool:
    """Tell whether a line of a paragraph ends at the hyphen of a name."""
    names = names_in_parts(measured.text)
    return bool(names) and any(end in names for _, end in lines)


def _price(measured: MeasuredParagraph, lines: list[tuple[int, int]]) -> int:
    """Return what a reader pays for where the lines of a paragraph end."""
    if len(lines) == 1:
        return 0
    known = prices(measured.text)
    price = sum([known.get(end, 0) for _, end in lines[:-1]])
    *before, last = [measured.line(*one) for one in measured.behind_hard_break(lines)]
    is_alone = is_one_word(last) and any(" " in line.text for line in before)
    if ends_lost(last, before):
        return price + LOST + is_alone
    return price + ALONE * is_alone


def _why_narrower(better: TextLayout, before: TextLayout | None) -> Narrowing:
    """Tell why a text is set in a narrower width than it was `before`, if it was."""
    if before is None:
        return Narrowing.SAFE
    return Narrowing.WIDOWS if better.widows < before.widows else Narrowing.TOGETHER


def _safe_width(interval: Interval, slot_width: float) -> float | None:
    """Return the slot's own width where it is safe, else the middle of the interval, None where it is too narrow."""
    low, high = interval.low + SAFE_MARGIN - _NOTHING, interval.high - SAFE_MARGIN + _NOTHING
    if low <= slot_width <= high:
        return slot_width
    # A text that fills its slot to the last points has no room for a margin above its longest line.
    if low > high or low > slot_width:
        return None
    return min(slot_width, (low + high) / 2)
