"""What goes on around a page: opaque shapes from its top to its bottom, where no picture hides its ground."""

from __future__ import annotations

import pytest

from deckmaker.layout import ShapeItem
from deckmaker.model.geometry import Rect
from deckmaker.render.html.edges import extends_past_page
from tests.projects import briefing
from tests.render.html.decks import document

PAPER, FULL_PICTURE = 4, 6
"""Slides of the showcase: text on paper, a picture that fills the page."""

THEME = briefing()
BAR = Rect(0.0, 0.0, 12.0, THEME.height)
OPAQUE = ShapeItem("mark", 1.0, 0.0)


@pytest.mark.parametrize(
    ("rect", "item", "slide", "expected"),
    [
        (BAR, OPAQUE, PAPER, True),
        (BAR, ShapeItem("mark", 0.99, 0.0), PAPER, False),
        (BAR, ShapeItem("mark", 1.0, 4.0), PAPER, False),
        (Rect(0.0, 1.0, 12.0, THEME.height - 1.0), OPAQUE, PAPER, False),
        (Rect(0.0, 0.0, 12.0, THEME.height - 1.0), OPAQUE, PAPER, False),
        (BAR, OPAQUE, FULL_PICTURE, False),
    ],
    ids=["opaque", "translucent", "fading", "below the top", "above the bottom", "on a picture"],
)
def test_an_opaque_shape_from_edge_to_edge_goes_on(rect, item, slide, expected) -> None:
    """One that lets the ground through would show twice where it lies over what goes on below it."""
    assert extends_past_page(rect, item, document("showcase").pages[slide - 1], THEME) is expected
