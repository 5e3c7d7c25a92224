"""Texts of cells that have been measured and set: parts of a table are tried with one row more or less."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from deckmaker.model import Paragraph
from deckmaker.text import TextLayout
from deckmaker.text.breaking import MeasuredText
from deckmaker.text.measuring import measure
from deckmaker.theme import TextStyle, Theme

MOST_KEPT = 4_096
"""Texts that are kept at once: more than the cells of any part of a table, and few beside all of them."""


@dataclass(frozen=True, slots=True)
class KnownText:
    """A text as measured at one size, and as set in one width or another."""

    text: MeasuredText
    _settings: dict[tuple[float, bool], TextLayout] = field(default_factory=dict)

    def set(self, width: float, plainly: bool, paragraph: Paragraph) -> TextLayout:
        """Set the text in a width; the `paragraph`, which reads the same, knows its own place in the deck."""
        key = width, plainly
        if key not in self._settings:
            self._settings[key] = self.text.set_at_full_width(width) if plainly else self.text.set(width)
        setting = self._settings[key]
        (own,) = setting.paragraphs
        if own.paragraph is paragraph:
            return setting
        return replace(setting, paragraphs=(replace(own, paragraph=paragraph),))


@dataclass(frozen=True, slots=True)
class KnownTexts:
    """Texts that are known, by how they are set."""

    _texts: dict[tuple[Paragraph, TextStyle, int], KnownText] = field(default_factory=dict)

    def of(self, paragraph: Paragraph, style: TextStyle, size: int, theme: Theme) -> KnownText:
        """Return a cell's text as measured at a size. What is not known is measured, and known for some time."""
        key = paragraph, style, size
        known = self._texts.get(key)
        if known is None:
            if len(self._texts) >= MOST_KEPT:
                self._texts.clear()
            known = self._texts[key] = KnownText(measure((paragraph,), style, size, theme, hangs=False))
        return known
