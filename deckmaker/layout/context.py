"""What the layout of a slide depends on besides the slide, and what is worked out once for all slides of a deck."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from deckmaker.dataclasses import cached_property, dataclass, field
from deckmaker.layout.findings import Finding
from deckmaker.layout.strip import StripSetter
from deckmaker.model import Credit, Deck, Paragraph, Table
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText, KnownTexts, fit
from deckmaker.text.breaking import MeasuredText
from deckmaker.text.fitting import KnownFits
from deckmaker.text.measuring import measure
from deckmaker.theme import Slot, TextStyle, Theme

if TYPE_CHECKING:
    from deckmaker.layout.charts.known_words import KnownWords
    from deckmaker.layout.charts.texts import MeasuredLabel
    from deckmaker.layout.diagrams import DiagramSetter
    from deckmaker.layout.place import Part
    from deckmaker.layout.tables.cells import MeasureCache
    from deckmaker.layout.tables.setting import TableSetter

REPEATED = ("credits", "trail", "footer")
"""Slots whose texts are the same on many slides. They stand alone, and come without places in the deck."""

_MOST_KEPT = 256
_MOST_TABLES = 16
_MOST_CELLS = 8_192
"""Of more tables than those: what several slides hold, each at some sizes."""
_STRIPS_KEPT = 16


@dataclass(frozen=True)
class Context:
    """A deck and its theme."""

    deck: Deck
    theme: Theme
    _known_titles: KnownTexts | None = field(default=None, repr=False, compare=False)
    findings_of_repeated: dict[tuple[str, FrameText], tuple[Finding, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """What is wrong with texts of `REPEATED`, looked at once for all slides that show them."""
    least_diagrams: dict[tuple[int, float], DiagramSetter] = field(default_factory=dict, repr=False, compare=False)
    """Diagrams of a slide at the least size of their words, lines in nodes a share as long: each as it was last asked
    for. They are looked for by themselves: to compare nodes takes long. No other slide has them: they hold this."""
    _strips: dict[tuple[tuple[Credit, ...], Slot], StripSetter] = field(default_factory=dict, repr=False, compare=False)

    def strip_setter(self, credits: tuple[Credit, ...], slot: Slot) -> StripSetter:
        """Return what sets these credits in a slot; one for all parts of a slide that have the same."""
        key = credits, slot
        if key not in self._strips:
            if len(self._strips) >= _STRIPS_KEPT:
                self._strips.clear()
            self._strips[key] = StripSetter(credits, self.deck, self.theme, slot, self.fit_repeated)
        return self._strips[key]

    @cached_property
    def fit_repeated(self) -> Callable[[FrameText], Fitted]:
        """Set a text that many slides show, as those of `REPEATED`, once for all that do in the same place."""
        theme = self.theme  # not through `self`, which would hold itself
        return lru_cache(maxsize=_MOST_KEPT)(lambda frame: fit([frame], theme)[0])

    @cached_property
    def height_of(self) -> Callable[[FrameText], float]:
        """Return how high a text is with what brings it onto the grid, in points; worked out once for each."""
        theme = self.theme

        def height(frame: FrameText) -> float:
            fitted = fit([frame], theme)[0]
            return fitted.shift + fitted.setting.height

        return lru_cache(maxsize=_MOST_KEPT)(height)

    @cached_property
    def least_height_of(self) -> Callable[[FrameText], float]:
        """Return how high a text is at least at its style's size, broken at its place's width; once for each."""
        theme = self.theme

        def height(frame: FrameText) -> float:
            return measure(frame.paragraphs, frame.style, frame.style.size, theme).height(frame.rect.width)

        return lru_cache(maxsize=_MOST_KEPT)(height)

    @cached_property
    def _texts(self) -> KnownTexts:
        return KnownTexts(self.theme)

    @cached_property
    def _fits(self) -> KnownFits:
        return KnownFits(self.theme, self._texts)

    def titles(self, part: Part | None) -> KnownTexts:
        """Return what is known of titles since the sizes of all were settled. Of those of parts nothing is: they are
        numbered, and each is another."""
        return KnownTexts(self.theme) if part or self._known_titles is None else self._known_titles

    def fit(self, frames: list[FrameText]) -> list[Fitted]:
        """Set sibling frames as `text.fit` does; what was worked out of a slide's texts is kept while it is laid out.

        Its blocks are tried in many places, and most of their texts at the same sizes, in the same width.
        """
        return self._fits.of(frames)

    def measured(self, paragraphs: tuple[Paragraph, ...], style: TextStyle, size: int) -> MeasuredText:
        """Return a text as measured at a size, in points, which is known where it has been fitted at that size."""
        return self._texts.of(paragraphs, style, size)

    def words(self, words: str, style: TextStyle) -> MeasuredLabel:
        """Return words of a chart as measured at a style's size; they are known to all charts of the deck."""
        return self._words.of(words, style)

    @cached_property
    def _words(self) -> KnownWords:
        from deckmaker.layout.charts.known_words import KnownWords

        return KnownWords(self.theme)

    @cached_property
    def _tables(self) -> _Tables:
        return _Tables(self.theme)

    def setter(self, table: Table, style: TextStyle, columns: tuple[float, ...]) -> TableSetter:
        """Return what sets a table in a style and, where they are given, columns of these widths; one for the last few
        that are asked for, which keep what they have measured."""
        return self._tables.setter(table, style, columns)

    def setter_of_parts(self, table: Table, style: TextStyle) -> TableSetter:
        """Return what sets parts of a table in a style, of which nothing is kept but the texts that are measured."""
        return self._tables.setter_of_parts(table, style)

    def let_go(self) -> None:
        """Let go of what was set of a slide: what is laid out next has no need of it."""
        self._tables.let_go()
        self._fits.let_go()
        self._texts.let_go()

    def natural_height(self, setter: TableSetter, place: Rect) -> float:
        """Return how far down a table reaches that has all of a place, in points from the top of that."""
        return self._tables.natural_height(setter, place)


class _Tables:
    """What is measured of the last few tables, their texts once for all of them.

    A table is looked for by itself: to compare its rows takes long.
    """

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._cache: MeasureCache | None = None
        self._setters: dict[tuple[int, TextStyle, tuple[float, ...]], tuple[Table, TableSetter]] = {}
        self._heights: dict[tuple[int, Rect], tuple[TableSetter, float]] = {}
        self._cells = 0

    def setter(self, table: Table, style: TextStyle, columns: tuple[float, ...]) -> TableSetter:
        key = id(table), style, columns
        if key not in self._setters:
            if len(self._setters) >= _MOST_TABLES and self._cells >= _MOST_CELLS:
                self.let_go()
            self._cells += sum(len(row.cells) for row in table.rows)
            self._setters[key] = table, self.setter_of_parts(table, style).with_widths(columns)
        return self._setters[key][1]

    def setter_of_parts(self, table: Table, style: TextStyle) -> TableSetter:
        from deckmaker.layout.tables.cells import MeasureCache
        from deckmaker.layout.tables.setting import TableSetter

        self._cache = self._cache or MeasureCache()
        return TableSetter(table, style, self._theme, cache=self._cache)

    def let_go(self) -> None:
        self._setters.clear()
        self._heights.clear()
        self._cells = 0

    def natural_height(self, setter: TableSetter, place: Rect) -> float:
        from deckmaker.layout.tables.fitting import fit_table

        key = id(setter), place
        if key not in self._heights:
            self._heights[key] = setter, fit_table(setter, place).rect.bottom - place.y
        return self._heights[key][1]
