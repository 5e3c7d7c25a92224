"""Texts of blocks: how small they are set at the least, whatever would have room."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.layout.context import Context
from deckmaker.layout.set_texts import in_proportion, set_at
from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from tests.layout.tables.tables import deck
from tests.projects import briefing

THEME = briefing()
STYLE = replace(THEME.styles["body"], size=24, minimum=18, least_nested=None, short=30)


@pytest.mark.parametrize(("step", "size"), [(0, 24), (4, 20), (6, 18), (7, 18), (20, 18), (-3, 27), (-6, 30), (-9, 30)])
def test_a_text_is_never_smaller_than_its_style_says_nor_larger_than_a_short_one(step, size):
    """However many points smaller or larger the others of its slide are."""
    fitted = set_at((Paragraph((Run("Loud nights"),)),), STYLE, Rect(0, 0, 600, 200), step, Context(deck(), THEME))
    assert fitted.setting.size == size


@pytest.mark.parametrize(("shrunk", "size"), [(1.0, 24), (0.85, 21), (0.75, 18), (0.5, 18), (0.1, 18)])
def test_what_stands_above_shrunk_texts_is_not_smaller_than_its_style_says(shrunk, size):
    """Its own size in the same ratio, as far as that goes."""
    assert in_proportion(STYLE, shrunk).size == size
