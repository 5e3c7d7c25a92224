"""Measured paragraphs broken into lines: where every engine breaks alike, no line looks lost, and titles are even."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.model import Paragraph
from deckmaker.text.lines import ANY_WIDTH, GlyphRun, Interval, MeasuredParagraph
from deckmaker.text.setting import SetLine, SetParagraph, Setting
from deckmaker.text.styling import ParagraphStyle
from deckmaker.theme.baselines import DESCENT

SAFE_MARGIN = 2.0
"""Points that a box keeps from either end of the interval of widths in which its breaks hold. Kerned widths miss
LibreOffice's by up to 0.7 at the 99th percentile."""

NARROWEST = 0.9
"""How much of a slot's width layout is willing to use when only a narrower box has safe breaks."""

NARROWEST_TITLE = 0.45
"""How much of its slot's width a balanced title takes at least."""


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

    def set(self, slot_width: float) -> Setting:
        """Break at the slot's width, or a little narrower where that is safe (`SAFE_MARGIN`) or leaves fewer widows.

        Never takes a line more than the widest safe setting does.
        """
        slot_width += self.outdent
        best: Setting | None = None
        width = slot_width
        while width >= slot_width * NARROWEST and not (best and best.widows == 0):
            breaks, interval = self._broken(width)
            safest = _safe_width(interval, slot_width)
            if best and sum(map(len, breaks)) > len(best.lines):
                break
            if safest is not None:
                setting = self._setting(breaks, safest, safe=True)
                best = setting if best is None or setting.widows < best.widows else best
            width -= 1.0
        return best or self._setting(self._broken(slot_width)[0], slot_width, safe=False)

    def set_plainly(self, slot_width: float) -> Setting:
        """Break at the slot's width and try no other."""
        slot_width += self.outdent
        return self._setting(self._broken(slot_width)[0], slot_width, safe=False)

    def least_height(self, slot_width: float) -> float:
        """Return less than the text can take in a slot, without breaking it: as if its words ran on over line ends."""
        lines = (int(one.width(0, len(one.text)) / (slot_width + self.outdent)) for one in self.measured)
        return sum(count * style.leading for count, style in zip(lines, self.styles, strict=True))

    def set_balanced(self, slot_width: float) -> Setting:
        """Break into as few lines as the slot's width allows, then as evenly as that many lines can be."""
        best = self.set(slot_width)
        slot_width += self.outdent
        width = best.width
        while not best.excess_width and width > slot_width * NARROWEST_TITLE:
            width -= 2.0
            breaks, interval = self._broken(width)
            safest = _safe_width(interval, slot_width)
            if sum(map(len, breaks)) > len(best.lines):
                break
            if safest is not None:
                narrower = self._setting(breaks, safest, safe=True)
                best = best if narrower.awkward and not best.awkward else narrower
        return best

    def _broken(self, width: float) -> tuple[list[list[tuple[int, int]]], Interval]:
        breaks, interval = [], ANY_WIDTH
        for style, measured in zip(self.styles, self.measured, strict=True):
            lines = measured.breaks(width - style.left, style.first_hanging)
            own = measured.interval(lines, style.first_hanging)
            interval = interval.joined(Interval(own.low + style.left, own.high + style.left))
            breaks.append(lines)
        return breaks, interval

    def _setting(self, breaks: list[list[tuple[int, int]]], width: float, safe: bool) -> Setting:
        y = 0.0
        excess = 0.0
        paragraphs = []
        for style, measured, paragraph, marker, lines in zip(
            self.styles, self.measured, self.paragraphs, self.markers, breaks, strict=True
        ):
            y += style.before
            set_lines = []
            for start, end in lines:
                y += style.leading
                line = measured.line(start, end)
                left = style.left - (0.0 if start else style.first_hanging)
                spare = width - left - line.width
                excess = max(excess, -spare)
                shift = {"left": 0.0, "center": spare / 2, "right": spare}[self.align]
                set_lines.append(SetLine(line, left + shift, y - DESCENT * style.size))
            paragraphs.append(SetParagraph(paragraph, style, tuple(set_lines), marker))
        return Setting(self.size, width, y, self.outdent, tuple(paragraphs), excess, safe)


def _safe_width(interval: Interval, slot_width: float) -> float | None:
    """Return the slot's own width where it is safe, else the middle of the interval, None where it is too narrow."""
    low, high = interval.low + SAFE_MARGIN, interval.high - SAFE_MARGIN
    if low <= slot_width <= high:
        return slot_width
    # A text that fills its slot to the last points has no room for a margin above its longest line.
    if low > high or low > slot_width:
        return None
    return min(slot_width, (low + high) / 2)
