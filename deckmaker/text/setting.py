"""Paragraphs set at one size in one width: lines with baselines, total height, and the widths that keep the breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil

from deckmaker.fonts.fallback import stretches
from deckmaker.model import Marker, Paragraph, Run
from deckmaker.text.lines import ANY_WIDTH, GlyphRun, Interval, Line, MeasuredParagraph, StyledText
from deckmaker.text.styling import MARKER_GAP, ParagraphStyle, inline_style, marker_color, marker_text, paragraph_style
from deckmaker.theme import TextStyle, Theme
from deckmaker.theme.baselines import DESCENT

SAFE_MARGIN = 2.0
"""Points that a box keeps from either end of the interval of widths in which its breaks hold. Kerned widths miss
LibreOffice's by up to 0.7 at the 99th percentile."""

NARROWEST = 0.9
"""How much of a slot's width layout is willing to use when only a narrower box has safe breaks."""


HANGING = frozenset("“‘„‚«‹\"'")
"""Opening quotation marks that stand outside the text's edge, at the beginning of a paragraph."""

SHORT = 0.4
"""Of the longest line: how long a word alone on a paragraph's last line must be not to look lost."""

STUB = 0.22
"""Of the longest line: how long a last line of several words must be."""

NARROWEST_TITLE = 0.45
"""How much of its slot's width a balanced title takes at least."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line in its frame: `x` of its start and `baseline`, from the frame's top left corner."""

    line: Line
    x: float
    baseline: float


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph's meaning with its lines. The marker's `x` is from the frame's edge, on the first baseline."""

    paragraph: Paragraph
    style: ParagraphStyle
    lines: tuple[SetLine, ...]
    marker: GlyphRun | None

    @property
    def glyph_runs(self) -> Iterator[GlyphRun]:
        """All that is drawn: the marker, then the runs of each line."""
        if self.marker:
            yield self.marker
        for one in self.lines:
            yield from one.line.runs


def _ends_lost(lines: list[Line]) -> bool:
    *before, last = lines
    least = STUB if " " in last.text else SHORT
    return bool(before) and last.width < least * max(line.width for line in before)


@dataclass(frozen=True, slots=True)
class Setting:
    """A text set at `size` for a frame of `width`; `safe` says whether its breaks hold in every engine.

    The frame reaches `outdent` points out of its slot on the left, for punctuation that hangs there.
    """

    size: int
    width: float
    height: float
    outdent: float
    paragraphs: tuple[SetParagraph, ...]
    excess_width: float
    safe: bool

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in order."""
        return tuple(set_line.line for one in self.paragraphs for set_line in one.lines)

    @property
    def widows(self) -> int:
        """How many paragraphs end with a last line so short that it looks lost."""
        return sum(_ends_lost([one.line for one in paragraph.lines]) for paragraph in self.paragraphs)

    @property
    def awkward(self) -> bool:
        """Tell whether a title would look amiss: a word broken at its hyphen, or a short one alone on the last line."""
        return bool(self.widows) or any(line.text[-1] in "-‐" for line in self.lines[:-1])


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

        Never takes a line more than the widest safe setting does. What is printed no other engine breaks.
        """
        if any(one.printed for one in self.paragraphs):
            return self.set_plainly(slot_width)
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


def measure(paragraphs: tuple[Paragraph, ...], style: TextStyle, size: int, theme: Theme) -> MeasuredText:
    """Style and shape a frame's paragraphs at `size` points."""
    hanging = _number_hanging(paragraphs, style, size, theme)
    styles = tuple(
        paragraph_style(p, i == 0, style, size, theme, hanging if p.marker is Marker.NUMBER else None)
        for i, p in enumerate(paragraphs)
    )
    hung = tuple(_hung(p, style, own.size, theme) for p, own in zip(paragraphs, styles, strict=True))
    outdent = max(hung, default=0.0)
    if outdent:
        styles = tuple(
            replace(own, left=own.left + outdent, hanging=own.hanging or out)
            for own, out in zip(styles, hung, strict=True)
        )
    measured = tuple(_measured(p, own.size, style, theme) for p, own in zip(paragraphs, styles, strict=True))
    markers = tuple(_marker(p, own, style, theme) for p, own in zip(paragraphs, styles, strict=True))
    return MeasuredText(size, style.align, outdent, styles, measured, paragraphs, markers)


def _hung(paragraph: Paragraph, style: TextStyle, size: int, theme: Theme) -> float:
    """Return the width of the quotation mark that a paragraph begins with, which hangs outside the text's edge."""
    if style.align != "left" or paragraph.marker is not Marker.NONE or paragraph.text[:1] not in HANGING:
        return 0.0
    return round(_measured(paragraph, size, style, theme).width(0, 1), 2)


def _measured(paragraph: Paragraph, size: int, style: TextStyle, theme: Theme) -> MeasuredParagraph:
    """Style a paragraph's runs; neighbours that are drawn alike are one piece, since engines kern across them."""
    pieces: list[StyledText] = []
    for run in paragraph.runs:
        for piece in styled_text(run, style, size, theme):
            if pieces and pieces[-1].style == piece.style and not piece.style.instead_of:
                pieces[-1] = StyledText(pieces[-1].text + piece.text, piece.style)
            else:
                pieces.append(piece)
    return MeasuredParagraph(tuple(pieces), paragraph.together, paragraph.printed)


def styled_text(run: Run, style: TextStyle, size: int, theme: Theme) -> Iterator[StyledText]:
    """Yield a run in the parts that are drawn by one face each."""
    own = inline_style(run, style, size, theme)
    for part in stretches(run.text, own.face):
        yield StyledText(part.text, own if part.face == own.face else replace(own, face=part.face, instead_of=own.face))


def _marker(paragraph: Paragraph, own: ParagraphStyle, style: TextStyle, theme: Theme) -> GlyphRun | None:
    if not own.marker:
        return None
    plain = inline_style(Run(own.marker), style, own.size, theme)
    drawn = replace(plain, size=own.size * own.marker_scale, color=marker_color(style, theme))
    (run,) = MeasuredParagraph((StyledText(own.marker, drawn),)).line(0, len(own.marker)).runs
    return replace(run, x=own.left - own.hanging)


def _number_hanging(paragraphs: tuple[Paragraph, ...], style: TextStyle, size: int, theme: Theme) -> int:
    """Return the indent that the widest number needs, at least the theme's."""
    widest = 0.0
    for paragraph in paragraphs:
        if paragraph.marker is Marker.NUMBER:
            text = marker_text(paragraph, theme)
            own = inline_style(Run(text), style, size, theme)
            widest = max(widest, MeasuredParagraph((StyledText(text, own),)).width(0, len(text)))
    return max(round(size * theme.lists.indent), ceil(widest + MARKER_GAP * size))
