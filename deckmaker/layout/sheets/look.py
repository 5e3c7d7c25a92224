"""How sheets look: margins, sizes and colours, the same in every theme. Faces are the theme's own."""

from __future__ import annotations

from deckmaker.dataclasses import replace
from deckmaker.theme import TextStyle, Theme

MARGIN = 36.0
"""Points of white at each edge, half an inch: printers leave out up to a quarter."""

HEAD = 24.0
"""Points from the margin to what is below the line at a sheet's head, or above that at its foot."""

GUTTER = 18.0
"""Points between two slides at least."""

CAPTION = 15.0
"""Points below a slide, where its number stands."""

HAIRLINE = 0.5
"""Thickness in points of frames and lines."""

INK, QUIET, RULE = "#000000", "#595959", "#A6A6A6"
"""Colours of sheets, which bear their values for names: no theme calls its own so. Text has 7:1 and more on white."""

LEGIBLE = 6.0
"""Points below which a text is not read on paper: footnotes of printed books are seldom set smaller."""


def sheet_theme(theme: Theme) -> Theme:
    """Return the theme with the colours of sheets beside its own, and a grid as fine as small print needs.

    Its lists are those of notes, which count as they are written, in digits, as in every output.
    """
    palette = {**theme.palette, **{color: color for color in (INK, QUIET, RULE)}}
    return replace(theme, palette=palette, baseline=0.5, lists=replace(theme.lists, in_letters=False))


def text_style(
    size: int, color: str = INK, *, bold: bool = False, align: str = "left", font: str = "body", leading: float = 1.2
) -> TextStyle:
    """Return the style of a text on sheets, `size` points large."""
    return TextStyle(
        name="sheet",
        font=font,
        size=size,
        minimum=size,
        short=None,
        leading=leading,
        gap=0.5,
        bold=bold,
        italic=False,
        color=color,
        tracking=-0.01,  # never 0, at which some fonts ligate
        balance=False,
        align=align,
        anchor="top",
    )
