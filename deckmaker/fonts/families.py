"""Families that every Office has, and the open families with the same advance widths that PDF and HTML embed.

Advance widths compared glyph by glyph; see docs/analysis/fonts.md.
"""

from __future__ import annotations

from pathlib import Path

from deckmaker.own_data import DATA

FAMILIES = {
    "Calibri": "Carlito",
    "Arial": "Arimo",
    "Times New Roman": "Tinos",
    "Courier New": "Cousine",
    "Georgia": "Gelasio",
}
"""Office family to its metric twin. `.pptx` names the first, PDF and HTML embed the second."""

GENERIC = {
    "Calibri": "sans-serif",
    "Arial": "sans-serif",
    "Times New Roman": "serif",
    "Courier New": "monospace",
    "Georgia": "serif",
}
"""CSS's word for each."""

SUBSTITUTES = {"sans-serif": "Arial", "serif": "Times New Roman", "monospace": "Courier New"}
"""Which of them is drawn for a family of each generic kind that is not at hand."""

_STYLES = {
    (False, False): "Regular",
    (True, False): "Bold",
    (False, True): "Italic",
    (True, True): "BoldItalic",
}


def font_file(family: str, bold: bool, italic: bool) -> Path:
    """Return the TrueType file that stands for a style of an Office family. Raises KeyError for other families."""
    return font_folder() / f"{FAMILIES[family]}-{_STYLES[bold, italic]}.ttf"


def font_folder() -> Path:
    """Return the folder of the fonts that the build hook fetched."""
    return DATA / "thirdparty" / "fonts"
