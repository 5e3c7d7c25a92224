"""Bullets stand where the eye expects them: their ink in line with letters' stems, clear of their items."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.fonts.families import font_file
from deckmaker.model import Marker, Paragraph, Run
from deckmaker.text import SetParagraph
from deckmaker.text.measuring import measure
from deckmaker.text.styling import MARKER_GAP
from deckmaker.theme import Theme, built_in_themes
from tests.projects import briefing

BULLETS = ["▪", "•", "–", "—", "*", "·", "o", "->"]
HUNDREDTH = 0.011
"""Of a point: to this the bullet's place is rounded."""

names = st.sampled_from(list(built_in_themes()))
levels = st.integers(0, 3)
sizes = st.integers(9, 48)


@cache
def bearing(family: str, character: str) -> float:
    """Return the white space before a character's ink in ems, as fontTools reads it."""
    with TTFont(font_file(family, False, False)) as font:
        return font["glyf"][font.getBestCmap()[ord(character)]].xMin / font["head"].unitsPerEm


def item(theme: Theme, bullet: str, size: int, level: int, **more: Any) -> SetParagraph:
    """Return an item set in a theme whose bullets are all alike."""
    theme = replace(theme, lists=replace(theme.lists, bullet=bullet, bullet_nested=bullet, **more))
    text = (Paragraph((Run("Ventilators"),), level, Marker.BULLET, 1),)
    (one,) = measure(text, theme.styles["body"], size, theme).set(600).paragraphs
    return one


def ink(theme: Theme, one: SetParagraph, size: int) -> float:
    """Return where a bullet's ink begins, from the edge of its level."""
    edge = one.paragraph.level * round(size * theme.lists.indent)
    return one.marker.x - edge + bearing(theme.fonts["body"], one.marker.text[0]) * one.marker.style.size


@given(names, st.sampled_from(BULLETS), sizes, levels)
def test_a_bullets_ink_begins_where_stems_do(name, bullet, size, level):
    """Below a line of text its left edge is that of an H; a bullet with more white before it is not moved."""
    theme = briefing(name=name)
    one = item(theme, bullet, size, level)
    stem = bearing(theme.fonts["body"], "H") * one.style.size
    white = bearing(theme.fonts["body"], bullet[0]) * one.marker.style.size
    assert ink(theme, one, size) == pytest.approx(max(stem, white), abs=HUNDREDTH)


@pytest.mark.parametrize("name", built_in_themes())
def test_the_bullet_of_a_theme_is_moved(name):
    """Its own white is less than a stem's, so that the rule above is of something."""
    theme = briefing(name=name)
    one = item(theme, theme.lists.bullet, 40, 0)
    assert 0 < one.marker.x < 0.1 * 40


@given(names, st.sampled_from(BULLETS), sizes, levels)
def test_a_bullet_never_touches_its_item(name, bullet, size, level):
    """However wide it is; the indent grows where the theme's is too narrow."""
    one = item(briefing(name=name), bullet, size, level)
    assert one.marker.x >= 0
    assert one.lines[0].x - (one.marker.x + one.marker.width) >= MARKER_GAP * one.style.size - HUNDREDTH


def test_a_bullet_that_has_room_leaves_the_indent_to_the_theme():
    """Items stand one indent in, in whole points."""
    assert item(briefing(), "▪", 30, 0).style.left == round(30 * briefing().lists.indent)
    assert item(briefing(), "—", 30, 0).style.left > round(30 * briefing().lists.indent)


def test_bullets_may_be_of_another_family_and_size():
    """As those of nearly all of Office's templates are: Arial's beside Calibri, here in half the size."""
    one = item(briefing(), "•", 30, 0, bullet_font="Arial", bullet_size=0.5)
    with TTFont(font_file("Arial", False, False)) as font:
        advance = font["hmtx"][font.getBestCmap()[ord("•")]][0] / font["head"].unitsPerEm
    assert (one.marker.style.face.family, one.marker.style.size) == ("Arial", 15)
    assert one.marker.width - one.marker.style.tracking == pytest.approx(15 * advance, abs=HUNDREDTH)
    stem, white = bearing("Calibri", "H") * 30, bearing("Arial", "•") * 15
    assert one.marker.x + white == pytest.approx(max(stem, white), abs=HUNDREDTH)


@pytest.mark.parametrize("kind", [Marker.BULLET, Marker.NUMBER])
@pytest.mark.parametrize("word", ["Ventilators", "מאווררים"])
@pytest.mark.parametrize("align", ["center", "right"])
@pytest.mark.parametrize("level", [0, 1])
def test_a_marker_stands_as_far_before_its_item_whatever_the_alignment(align, word, kind, level):
    """Beside the words of the first line, as PowerPoint and LibreOffice have it, and not at the edge of the frame."""
    theme = briefing()
    item = Paragraph((Run(f"{word} {30 * 'run '}"),), level, kind, 1)
    plain, aligned = (
        measure((item,), replace(theme.styles["body"], align=one), 24, theme).set(600).paragraphs[0]
        for one in ("left", align)
    )
    assert len(aligned.lines) > 1
    assert _gap(aligned) == pytest.approx(_gap(plain))
    assert aligned.pushed == pytest.approx(abs(aligned.lines[0].x - plain.lines[0].x))


def _gap(one: SetParagraph) -> float:
    """Return how far a marker's outer edge is from the words of its first line."""
    first, marker = one.lines[0], one.marker
    if one.style.opposed:
        return marker.x + marker.width - (first.x + first.line.width)
    return first.x - marker.x
