"""How long lines of credits are, by what stands behind them on their line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.credit_line import NUMBER_GAP, with_credit_lines
from deckmaker.model.geometry import Rect
from deckmaker.theme import load_theme
from tests.projects import ROOT, place


def credits_right(**rects: Rect) -> float:
    """Return where credits end that stand from 40 to 440 points, with other slots in these places."""
    theme = load_theme("plain", "16:9", ROOT / "deck.yaml", place(), Diagnostics(), "light")
    assert theme
    layout = theme.plain
    style = layout.slots["credits"].style
    slot = replace(layout.slots["credits"], rect=Rect(40, 400, 400, 12))
    slots = {
        "credits": slot,
        **{name: replace(slot, name=name, rect=rect, style=style) for name, rect in rects.items()},
    }
    changed = with_credit_lines(replace(theme, layouts={layout.name: replace(layout, slots=slots)}), None)
    return changed.layouts[layout.name].slots["credits"].rect.right


NUMBER, TRAIL = Rect(600, 405, 100, 20), Rect(480, 400, 220, 12)


@pytest.mark.parametrize(
    ("rects", "right"),
    [
        ({}, 440),
        ({"number": NUMBER}, NUMBER.x - NUMBER_GAP),
        ({"trail": TRAIL}, 440),
        ({"number": NUMBER, "trail": TRAIL}, TRAIL.x - NUMBER_GAP),
    ],
    ids=["nothing", "a number", "a trail", "both"],
)
def test_credits_end_before_what_stands_behind_them(rects, right):
    """They are longer before a number alone; a trail ends them, and makes them no longer: in a template a mark may."""
    assert credits_right(**rects) == pytest.approx(right)


@pytest.mark.parametrize(
    "footer",
    ["Noise", "Noise at night " * 40, "i" * 90, "\u200b" * 900 + "Noise", "שלום (world) " * 20, "AVAVAVAV" * 30],
)
def test_where_a_footer_begins_is_told_by_as_much_of_it_as_has_room(footer, monkeypatch):
    theme = load_theme("plain", "16:9", ROOT / "deck.yaml", place(), Diagnostics(), "light")
    assert theme
    whole, parts = [], []
    for found, count in ((whole, 10_000), (parts, 1)):
        monkeypatch.setattr("deckmaker.layout.credit_line._BEGINNING", count)
        layouts = with_credit_lines(theme, footer).layouts
        found += [slots["footer"].rect for one in layouts.values() if "footer" in (slots := one.slots)]
    assert whole == parts
    assert any(one.rect != rect for one, rect in zip(_footers(theme), whole, strict=True))


def _footers(theme):
    return [slots["footer"] for one in theme.layouts.values() if "footer" in (slots := one.slots)]
