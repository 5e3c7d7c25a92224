"""What a deck asks of its pages though its theme's template decides it: told where the deck says so."""

from __future__ import annotations

from collections.abc import Mapping

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.theme.contrast import contrast, rgb
from deckmaker.theme.page_size import PAGE_SIZES
from deckmaker.theme.theme import Theme

_ALIKE = 0.01
"""Share by which proportions may differ: programs round the lengths of pages each in its own way."""

_BLACK, _WHITE = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0)


def told_overruled(
    theme: Theme, size: str, mode: str | None, asked: Mapping[str, Span], diagnostics: Diagnostics
) -> None:
    """Warn of a `size` and a `mode` that change nothing, since pages are those of the theme's template.

    `asked` has the places where the deck says them. `mode` is None where the theme has colours of its own for dark
    pages. Nothing is said of what the template has anyway.
    """
    if "size" in asked and not _has_size(theme, size):
        message = f"`size: {size}` has no effect: pages of the theme's template are {_extent(theme)} points"
        diagnostics.report("template-decides", message, asked["size"], "drop `size`, or take a template of that size")
    if "mode" in asked and mode and mode != (own := _mode(theme)):
        message = f"`mode: {mode}` has no effect: pages of the theme's template are {own}"
        diagnostics.report("template-decides", message, asked["mode"], f"drop `mode`, or write `mode: {own}`")


def _has_size(theme: Theme, size: str) -> bool:
    width, height = PAGE_SIZES[size]
    return abs(theme.width * height / (theme.height * width) - 1) <= _ALIKE


def _extent(theme: Theme) -> str:
    return f"{theme.width:.4g} × {theme.height:.4g}"


def _mode(theme: Theme) -> str:
    """Return whether most pages are light or dark: those of `content`."""
    page = rgb(theme.palette[theme.plain.background])
    return "light" if contrast(page, _BLACK) >= contrast(page, _WHITE) else "dark"
