"""Words of charts that are known: charts of a deck have the same numbers and names, which are measured and set once."""

from __future__ import annotations

from deckmaker.layout.charts.texts import MeasuredLabel
from deckmaker.model import Paragraph, Run
from deckmaker.text.measuring import measure
from deckmaker.theme import TextStyle, Theme

MOST_KEPT = 65_536
"""Characters that are kept at once, of which each takes about 200 bytes; a chart has a few hundred."""


class KnownWords:
    """Words as measured in the styles in which charts have them, whichever chart that is."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._labels: dict[tuple[str, TextStyle], MeasuredLabel] = {}
        self._characters = 0

    def of(self, words: str, style: TextStyle) -> MeasuredLabel:
        """Return words as measured at a style's size; they belong to no place in the deck."""
        key = words, style
        if key not in self._labels:
            self._make_room(len(words))
            self._labels[key] = MeasuredLabel(
                measure((Paragraph((Run(words),)),), style, style.size, self._theme), style
            )
        return self._labels[key]

    def _make_room(self, more: int) -> None:
        self._characters += more
        if self._characters > MOST_KEPT:
            self._labels.clear()
            self._characters = more
