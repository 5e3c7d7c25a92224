"""Fonts as a brand has them: Inter in four files, Noto Sans as variable fonts, one with PostScript outlines; and themes
that name them."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from tests.installed_fonts import NOTO, NOTO_CJK
from tests.projects import ROOT

INTER_FOLDER = ROOT / "tests" / "node" / "node_modules" / "@expo-google-fonts" / "inter"
"""Inter by Rasmus Andersson, under the Open Font License: nine weights, upright and italic, TrueType outlines."""

INTER = {
    style: INTER_FOLDER / style / f"Inter_{style}.ttf"
    for style in ("400Regular", "400Regular_Italic", "600SemiBold", "700Bold", "700Bold_Italic")
}
INTER_STYLES = tuple(INTER[style] for style in ("400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic"))
"""Regular, bold, italic and bold italic."""

NOTO_SANS = (NOTO / "NotoSans[wght].ttf", NOTO / "NotoSans-Italic[wght].ttf")
"""Two variable fonts, from 400 to 700."""

NOTO_SANS_CJK = NOTO_CJK / "NotoSansCJK-Regular.ttc"
"""A collection of five families, regular alone, with PostScript outlines."""


def write_theme(
    folder: Path, family: str, files: Sequence[Path], more: str = "", name: str = "brand", extends: str = "briefing"
) -> Path:
    """Write a theme whose headings and texts are of a family in copies of font files; return its path."""
    fonts = folder / "fonts"
    fonts.mkdir(parents=True, exist_ok=True)
    for file in files:
        shutil.copy(file, fonts)
    listed = ", ".join(f'"{os.path.join("fonts", file.name)}"' for file in files)
    entry = f"{{family: {family}, files: [{listed}]{more}}}"
    path = folder / f"{name}.yaml"
    path.write_text(f"extends: {extends}\nfonts:\n  heading: {entry}\n  body: {entry}\n", encoding="utf-8")
    return path
