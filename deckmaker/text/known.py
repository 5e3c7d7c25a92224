"""Texts that are known: measured once at each size, and set once in each width, however often they are tried."""

from __future__ import annotations

from collections.abc import Callable

from deckmaker.dataclasses import dataclass, field, fields
from deckmaker.model import Paragraph
from deckmaker.text.breaking import MeasuredText
from deckmaker.text.measuring import measure
from deckmaker.text.setting import TextLayout
from deckmaker.theme import TextStyle, Theme

MOST_KEPT = 400_000
"""Characters that are kept at once: a page of small type has 2,500, and is tried at up to ten sizes. A slide that goes
on over hundreds of pages sets its texts twice: when they are taken for a part, and when all parts are known. Each
character takes 60 to 140 bytes, most of them what is placed on the page in the end."""


_NOT_MEASURED = ("styles", "layouts", "flow")
"""What a deck's own sizes change of its theme, once they are settled."""


@dataclass(frozen=True)
class KnownText(MeasuredText):
    """A measured text that keeps how it was set in one width or another, and how tall it was."""

    _settings: dict[tuple[Callable[..., TextLayout], float], TextLayout] = field(
        default_factory=dict, repr=False, compare=False
    )
    _heights: dict[float, float] = field(default_factory=dict, repr=False, compare=False)

    def set(self, slot_width: float) -> TextLayout:
        return self._once(MeasuredText.set, slot_width)

    def set_at_full_width(self, slot_width: float) -> TextLayout:
        return self._once(MeasuredText.set_at_full_width, slot_width)

    def set_balanced(self, slot_width: float) -> TextLayout:
        return self._once(MeasuredText.set_balanced, slot_width)

    def _set(self, slot_width: float) -> TextLayout:
        return self._once(MeasuredText._set, slot_width)

    def height(self, slot_width: float) -> float:
        if slot_width not in self._heights:
            self._heights[slot_width] = super().height(slot_width)
        return self._heights[slot_width]

    def _once(self, way: Callable[[MeasuredText, float], TextLayout], width: float) -> TextLayout:
        if (way, width) not in self._settings:
            self._settings[way, width] = way(self, width)
        return self._settings[way, width]


class KnownTexts:
    """The texts of a slide, or the titles of all, by their own paragraphs: of two that read the same, each knows its
    place in the deck."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._texts: dict[tuple[int, ...], dict[TextStyle, KnownText]] = {}
        self._characters = 0

    def go_on_in(self, theme: Theme) -> None:
        """Go on in another theme: what is known holds there if none but styles, layouts and the line are others, which
        measuring asks no theme for."""
        is_known = all(
            getattr(theme, one.name) is getattr(self._theme, one.name)
            for one in fields(theme)
            if one.name not in _NOT_MEASURED
        )
        if not is_known:
            self.let_go()
        self._theme = theme

    def of(self, paragraphs: tuple[Paragraph, ...], style: TextStyle, size: int) -> MeasuredText:
        """Return a text as measured at a size, in points; what is not known is measured, and known for some time."""
        key, own = tuple(map(id, paragraphs)), style.only(size)  # what a style says of other sizes does not matter
        known = self._texts[key].get(own) if key in self._texts else None
        if known is None:
            text = measure(paragraphs, style, size, self._theme)
            known = KnownText(*(getattr(text, name) for name in MeasuredText.__match_args__))
            self._keep(key, own, known)
        return known

    def _keep(self, key: tuple[int, ...], style: TextStyle, text: KnownText) -> None:
        more = _length(text)
        if self._characters + more > MOST_KEPT:
            self.let_go()
        if more <= MOST_KEPT:
            self._texts.setdefault(key, {})[style] = text
            self._characters += more

    def let_go_of(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Let go of one text, at whatever size."""
        self._characters -= sum(map(_length, self._texts.pop(tuple(map(id, paragraphs)), {}).values()))

    def let_go(self) -> None:
        """Let go of all texts."""
        self._texts.clear()
        self._characters = 0


def _length(text: MeasuredText) -> int:
    return sum(1 + len(one.text) for one in text.paragraphs)
