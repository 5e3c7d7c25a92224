"""Themes of any colours: every text that is shown and cannot be read is named."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.layout.faint import EVERYTHING, faint_texts, messages_about
from tests.projects import Project

_COLORS = ("paper", "ink", "deep", "tint", "accent", "muted", "light", "mark", "bright", "scrim")
_HEX = st.sampled_from(["#FFFFFF", "#000000", "#777777", "#FBF9F5"]) | st.integers(0, 0xFFFFFF).map("#{:06X}".format)

palettes = st.dictionaries(st.sampled_from(_COLORS), _HEX)
"""Some of the palette's colours, changed."""


def check_palette(palette: dict[str, str], project: Project) -> None:
    """Fail where a text is shown that has too little contrast with its page, and no warning names it."""
    colors = ", ".join(f"{name}: '{color}'" for name, color in palette.items())
    (project.folder / "house.yaml").write_text(f"extends: briefing\npalette: {{{colors}}}\n", encoding="utf-8")
    document, diagnostics = project.read("theme: ../house.yaml\n" + EVERYTHING)
    assert document, project.shown(diagnostics)
    named = messages_about(diagnostics)
    unsaid = [(slot, color) for slot, color in faint_texts(document) if color not in named.get(slot, ())]
    assert not unsaid, unsaid
