"""Texts of a chart: measured, broken and placed by their baselines, in the styles that themes have for them."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from typing import NamedTuple

from deckmaker.dataclasses import cached_property, dataclass, field, replace
from deckmaker.diagnostics import Span
from deckmaker.fonts import Face, face
from deckmaker.layout.document import NOT_ALONE, Decision, Placed, TextItem
from deckmaker.layout.place import Place
from deckmaker.layout.roles import Role
from deckmaker.model import Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.text import TextLayout
from deckmaker.text.breaking import SAFE_MARGIN, MeasuredText
from deckmaker.text.fitting import TOLERANCE
from deckmaker.text.setting import SetLine, SetParagraph
from deckmaker.theme import TextStyle

SUBTITLE, LABEL, SERIES, ANNOTATION = "chart-subtitle", "chart-label", "chart-series", "chart-annotation"
"""Names of styles: what is measured; categories, axes and values; names of series; what is said of points."""

BLANK = "\u00a0"
"""What stands for a name that has no letters: it takes the height of a line."""

CAPITAL = 0.72
"""Ems that capitals and digits are high, of sans serif faces."""

_CLOSER = 4
"""Widths, a point apart, at which a label of several lines is tried."""

_ASCENT, _DESCENT = 0.95, 0.25
"""Ems above and below the baseline of a text without letters."""

_LARGEST, _SMALLEST, _LEADING = 14, 9, 1.2
"""Of themes that have no such style: sizes in points, and from baseline to baseline in multiples of the size."""


class SetLabel(NamedTuple):
    """A text as set, its frame as narrow as its longest line lets it be."""

    style: TextStyle
    setting: TextLayout

    @property
    def width(self) -> float:
        """How wide its frame is, in points."""
        return self.setting.width

    @property
    def height(self) -> float:
        """How high its frame is, in points."""
        return self.setting.height

    @property
    def fits(self) -> bool:
        """Whether its longest word has room in the width that it was given."""
        return self.setting.excess_width <= TOLERANCE

    @property
    def lines(self) -> int:
        """How many lines it has."""
        return len(self.setting.lines)

    @property
    def first_baseline(self) -> float:
        """How far its first baseline is below the frame's top."""
        lines = [line for paragraph in self.setting.paragraphs for line in paragraph.lines]
        return lines[0].baseline if lines else self.height

    @property
    def ascent(self) -> float:
        """How far its font reaches above a baseline, in points; of several fonts, the highest."""
        return max((one.metrics.ascent for one in self._faces), default=_ASCENT) * self.setting.size

    @property
    def descent(self) -> float:
        """How far the font of its letters reaches below a baseline, in points."""
        return max((-one.metrics.descent for one in self._faces), default=_DESCENT) * self.setting.size

    @property
    def _faces(self) -> Iterator[Face]:
        runs = (run for paragraph in self.setting.paragraphs for run in paragraph.glyph_runs)
        return map(face, dict.fromkeys(run.style.face for run in runs))

    @property
    def below(self) -> float:
        """How far its frame reaches below its last baseline."""
        return self.setting.paragraphs[-1].style.descent if self.setting.paragraphs else 0.0

    @property
    def ink(self) -> float:
        """How high it is from the capitals of its first line to its last baseline."""
        return self.height - self.below - self.first_baseline + CAPITAL * self.setting.size

    def around(self, x: float, middle: float) -> Rect:
        """Return its frame where its capitals and baselines are about a height, and it is aligned to `x`."""
        return self._frame(x, middle + self.ink / 2 + self.below - self.height)

    def above(self, x: float, baseline: float) -> Rect:
        """Return its frame where its last baseline is at a height."""
        return self._frame(x, baseline + self.below - self.height)

    def below_line(self, x: float, baseline: float) -> Rect:
        """Return its frame where its first baseline is at a height."""
        return self._frame(x, baseline - self.first_baseline)

    def _frame(self, x: float, y: float) -> Rect:
        left = {"left": x, "center": x - self.width / 2, "right": x - self.width}[self.style.align]
        return Rect(left, y, self.width, self.height)

    def in_native_lines(self) -> SetLabel:
        """Return it with lines as far apart as its font is high: native charts take no other distance.

        Measured in LibreOffice; PowerPoint adds the font's line gap, which of common fonts is at most 0.04 em.
        """
        if self.lines < 2:
            return self
        y, leading, paragraphs = 0.0, self.ascent + self.descent, []
        for one in self.setting.paragraphs:
            lines = []
            for line in one.lines:
                y += leading
                lines.append(SetLine(line.line, line.x, y - self.below))
            paragraphs.append(replace(one, style=replace(one.style, leading=leading), lines=tuple(lines)))
        return SetLabel(self.style, replace(self.setting, height=y, paragraphs=tuple(paragraphs)))

    def native(self, rect: Rect, span: Span | None) -> Placed:
        """Return it as a label of a native chart, whose program breaks it itself: no break is written for it."""
        return SetLabel(self.style, replace(self.setting, safe=True)).placed(rect, Role.LABEL, span)

    def placed(self, rect: Rect, role: Role, span: Span | None, slot: str | None = None) -> Placed:
        """Return it in a frame of its size."""
        return Placed(
            rect, TextItem(self.style, self.setting, 0.0), role, slot, span, decision=Decision(rect, NOT_ALONE)
        )

    def belonging_to(self, span: Span | None) -> SetLabel:
        """Return it as words that were written there."""
        paragraphs = tuple(
            SetParagraph(replace(one.paragraph, span=span), one.style, one.lines, one.marker)
            for one in self.setting.paragraphs
        )
        return SetLabel(self.style, replace(self.setting, paragraphs=paragraphs))


class MeasuredLabel:
    """A text as measured at its style's size, ready to be set in any width: most are short, and take one line."""

    def __init__(self, text: MeasuredText, style: TextStyle) -> None:
        longest = max((one.interval(one.breaks(inf)).low for one in text.measured), default=0.0)
        self._text, self._style = text, style
        self._one_line = longest + SAFE_MARGIN + TOLERANCE  # of whichever engine sets it widest
        self._broken: dict[float, SetLabel] = {}

    def set(self, width: float | None) -> SetLabel:
        """Return it in lines that are at most so long, in points; without a width in one line."""
        if width is None or self._one_line <= width:
            return self._line
        if width not in self._broken:
            self._broken[width] = SetLabel(self._style, self._in_lines(width))
        return self._broken[width]

    @cached_property
    def _line(self) -> SetLabel:
        return SetLabel(self._style, self._text.set(self._one_line))

    def _in_lines(self, width: float) -> TextLayout:
        broken = self._text.set(max(width, 1.0))
        if broken.excess_width > TOLERANCE:
            return broken
        longest = max(line.width for line in broken.lines) + SAFE_MARGIN + TOLERANCE
        for wider in range(_CLOSER):  # its breaks may be safe in a frame that is a little wider
            closer = self._text.set(min(longest + wider, width))
            if len(closer.lines) == len(broken.lines) and closer.safe >= broken.safe:
                return closer
        return broken


@dataclass(frozen=True)
class ChartTexts:
    """Sets the texts of a chart in a place, all so many points `smaller` than their styles, none below its least."""

    place: Place
    span: Span
    smaller: int = 0
    _known: dict[tuple[str, TextStyle, float | None], SetLabel] = field(default_factory=dict, repr=False, compare=False)
    _styles: dict[tuple[str, str, str | None, bool | None], TextStyle] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def style(self, name: str, align: str = "left", color: str | None = None, bold: bool | None = None) -> TextStyle:
        """Return a style of charts at the size that it has here."""
        key = name, align, color, bold
        if key not in self._styles:
            self._styles[key] = self._style(*key)
        return self._styles[key]

    def smaller_ones(self, name: str) -> Iterator[ChartTexts]:
        """Yield this, and what sets texts of that style ever smaller, down to its least size."""
        yield self
        for more in range(1, self.size(name) - self._own(name).minimum + 1):
            yield replace(self, smaller=self.smaller + more)

    def _own(self, name: str) -> TextStyle:
        """Return a style as its theme has it; of a theme that has none, that of its place, no larger than usual."""
        style = self.place.style(name)
        if name not in self.place.styles.theme.styles:
            size = min(style.size, _LARGEST)
            style = replace(style, size=size, minimum=min(_SMALLEST, size), leading=_LEADING, short=None, gap=0.0)
        return style

    def _style(self, name: str, align: str, color: str | None, bold: bool | None) -> TextStyle:
        style = self._own(name)
        style = replace(style.only(max(style.size - self.smaller, style.minimum)), align=align)
        if bold is not None:
            style = replace(style, bold=bold)
        return replace(style, color=color) if color else style

    def set(self, text: str | Paragraph, style: TextStyle, width: float | None = None) -> SetLabel:
        """Set a text in lines that are at most so long, in points; without a width in one line.

        Words that have been set so are known, in this chart and in others: small multiples and decks have the same
        numbers and names again and again, and places are tried in turn.
        """
        if not isinstance(text, str):
            return MeasuredLabel(self.place.context.measured((text,), style, style.size), style).set(width)
        key = text, style, width
        if key not in self._known:
            words = self.place.context.words(text or BLANK, style)
            self._known[key] = words.set(width).belonging_to(self.span)
        return self._known[key]

    def set_native(self, text: str, style: TextStyle, width: float | None = None) -> SetLabel:
        """Set a text as a label of a native chart, in lines that are at most so long, in points."""
        return self.set(text, style, width).in_native_lines()

    def set_loosely(self, text: str | Paragraph, style: TextStyle, width: float) -> SetLabel:
        """Set a text in lines that are at most so long, or as long as its longest word."""
        label = self.set(text, style, width)
        return label if label.fits else self.set(text, style, width + label.setting.excess_width + SAFE_MARGIN)

    def size(self, name: str) -> int:
        """Return the size that texts of a style have here, in points."""
        return self.style(name).size
