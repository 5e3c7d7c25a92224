"""Markings in themes: a bold style of the size of what is small, and colours that are the same in all modes."""

from __future__ import annotations

from deckmaker.dataclasses import replace
from deckmaker.model.marking import TLP_COLORS, label_of
from deckmaker.theme.theme import Theme

MARKING = "marking"
"""The style of markings; a theme may have one of its own."""

PLATE, WORDS = "marking-plate", "marking-words"
"""Palette names of what lies behind markings, and of those that have no colour of their own."""

_BLACK, _WHITE = "#000000", "#FFFFFF"


def words_color(marking: str) -> str:
    """Return the palette name of a marking's words."""
    label = label_of(marking)
    return f"marking-{label.lower().replace(':', '-').replace('+', '-')}" if label else WORDS


def with_markings(theme: Theme) -> Theme:
    """Return a theme that can show markings."""
    small = theme.styles.get(MARKING) or theme.plain.slots["credits"].style
    assert small is not None, "slots that hold text have a style"
    style = replace(
        small,
        name=MARKING,
        short=None,
        bold=True,
        italic=False,
        color=WORDS,
        balance=False,
        align="center",
        anchor="top",
    )
    colors = {PLATE: _BLACK, WORDS: _WHITE, **{words_color(one): color for one, color in TLP_COLORS.items()}}
    return replace(
        theme,
        styles={**theme.styles, MARKING: style},
        palette={**theme.palette, **colors},
        modes={mode: {**palette, **colors} for mode, palette in theme.modes.items()},
    )
