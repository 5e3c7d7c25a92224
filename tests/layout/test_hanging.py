"""Quotations on a page: their marks hang outside the slot, their letters stand at its edge."""

from __future__ import annotations

import pytest

from deckmaker.theme import built_in_themes
from tests.projects import Project, briefing

OTHERS = ("title-only", "table", "picture", "closing-only", "credits")
LAYOUTS = [one for one in briefing().layouts if one not in OTHERS]


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize("theme", built_in_themes())
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_frame_grows_to_the_left_by_what_hangs_out(layout, theme, tmp_path):
    """And by nothing else: its other edges are where they would be, and it stays on the page."""
    project = Project(tmp_path)
    project.picture("a.png", (80, 60))
    parts = {
        "columns": "columns: [{heading: A, text: a}, {text: '“So it is.”'}]",
        "section": "text: '“So it is.”'",
        "content": "text: '“So it is.”'",
    }.get(layout, "text: '“So it is.”'\n    image: {file: ../a.png, alt: A, credit: B}")
    deck = f"title: T\ntheme: {theme}\nslides:\n  - title: '“We cannot sleep”'\n    layout: {layout}\n    {parts}\n"
    page = project.document(deck).pages[0]
    for name in ("title", "column 2" if layout == "columns" else "body"):
        placed = page.slot(name)
        slot = placed.decision.room if layout == "columns" and name != "title" else page.layout.slots[name].rect
        if name == "column 2":
            assert slot.x == pytest.approx(briefing(name=theme).layouts["credits"].slots["entries-2"].rect.x)
        outdent = placed.item.setting.outdent
        assert outdent > 5
        assert placed.rect.x == pytest.approx(slot.x - outdent) and placed.rect.x > 0
        assert placed.rect.right <= max(slot.right, 912) + 0.01
        assert (placed.rect.y, placed.rect.height) == (slot.y, slot.height)


def test_a_text_without_quotation_begins_at_its_slot(tmp_path):
    """Its frame is the slot's."""
    page = Project(tmp_path).document("title: T\nslides:\n  - {title: A, layout: content, text: So it is.}\n").pages[0]
    assert page.slot("body").rect.x == page.layout.slots["body"].rect.x
