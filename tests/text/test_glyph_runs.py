"""Running widths on a grid, as PowerPoint for Mac has them."""

from __future__ import annotations

from itertools import pairwise

from deckmaker.fonts import face
from deckmaker.model import Run
from deckmaker.text import glyph_runs
from deckmaker.text.glyph_runs import StyledText, running_widths
from deckmaker.text.lines import MAC_STEP
from deckmaker.text.styling import inline_style
from tests.projects import briefing

WORDS = "Its ventilators run until the ship leaves"


def test_each_glyph_is_as_wide_as_the_nearest_step_and_few_advances_are_kept(monkeypatch):
    """Of a size only so many, which a font of any script may have more of; the widths are the same."""
    monkeypatch.setattr(glyph_runs, "_MOST_STEPS", 2)
    theme = briefing()
    style = inline_style(Run(WORDS), theme.styles["body"], 20, theme)
    advances = face(style.face).shape(WORDS).advances
    expected = [round(advance * style.size / MAC_STEP) * MAC_STEP + style.tracking for advance in advances]
    for _ in range(2):
        found = running_widths([StyledText(WORDS, style)], kerned=True, step=MAC_STEP)
        assert [round(after - before, 9) for before, after in pairwise(found)] == [round(one, 9) for one in expected]
        assert len(glyph_runs._steps(style.size, MAC_STEP)) == len(set(advances))
        running_widths([StyledText("q", style)], kerned=True, step=MAC_STEP)
        assert len(glyph_runs._steps(style.size, MAC_STEP)) == 1
