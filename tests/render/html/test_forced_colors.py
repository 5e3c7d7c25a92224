"""Where readers choose all colours themselves, what separates is still there."""

from __future__ import annotations

import pytest

from tests.render.html.conftest import Open, show

pytestmark = pytest.mark.outside

_RULES = (
    """() => [...document.querySelectorAll(".present .shape.rule")].map(one => getComputedStyle(one).backgroundColor)"""
)


def test_rules_are_drawn(open_deck: Open) -> None:
    """Of a table, in the colour of its words."""
    tab = open_deck("showcase")
    show(tab, 10)
    before = tab.evaluate(_RULES)
    tab.emulate_media(forced_colors="active")
    words = tab.evaluate("getComputedStyle(document.querySelector('.present h2')).color")
    assert len(before) > 3
    assert set(tab.evaluate(_RULES)) == {words}
