"""Words of our own on a picture: small, in a face that deckmaker has, and measured before they are drawn."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.fonts import FaceKey
from deckmaker.fonts.fallback import stretches
from deckmaker.survey.picture.glyphs import Outlines
from deckmaker.text import GlyphRun, InlineStyle
from deckmaker.text.glyph_runs import StyledText, glyph_runs

_FAMILY = "Arial"
_CUT = "…"


@dataclass(frozen=True)
class Label:
    """A line of words at a size in points."""

    text: str
    size: float
    bold: bool = False

    @cached_property
    def _runs(self) -> tuple[GlyphRun, ...]:
        parts = stretches(self.text, FaceKey(_FAMILY, self.bold, False)) if self.text else ()
        return glyph_runs(StyledText(one.text, InlineStyle(one.face, self.size, "", 0.0)) for one in parts)

    @property
    def width(self) -> float:
        return sum(run.width for run in self._runs)

    def within(self, width: float) -> Label:
        """Return the label, cut short where it is wider than that."""
        label, text = self, self.text
        while text and label.width > width:
            text = text[:-1]
            label = Label(text.rstrip() + _CUT, self.size, self.bold)
        return label

    def drawn(self, x: float, baseline: float, fill: str, outlines: Outlines) -> Iterator[Element]:
        """Yield what shows the words, which begin at `x`."""
        for run in self._runs:
            yield outlines.drawn(run, x + run.x, baseline, fill)
