"""The master and its layouts, which PowerPoint offers under New Slide."""

from __future__ import annotations

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from deckmaker.theme.slots import ENTRIES
from tests.render.pptx.decks import EMPTY, document, every_deck, find, layout_words, presentation, themes_layouts, trees

CREDITS = 20


@every_deck
def test_one_master(deck: str) -> None:
    """There is a single master, with a title and a text that its layouts inherit from."""
    (master,) = presentation(deck).slide_masters
    types = [one.placeholder_format.type for one in master.placeholders]
    assert types == [PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER]
    (root,) = trees(deck, "ppt/slideMasters").values()
    assert [style.tag.rpartition("}")[2] for style in find(root, "//p:txStyles/*[*]")] == ["titleStyle", "bodyStyle"]


@every_deck
def test_a_layout_for_each_of_the_themes(deck: str) -> None:
    """Layouts are the theme's, in its order, under names that people read.

    Those for columns and for tables are there as arrangements: the deck's, or what a colleague would look for.
    """
    tables = "Table with caption" if deck == "showcase" else "Text and table with caption"
    arranged = {"Columns": "Two columns with headings", "Table": tables}
    names = [layout_words(name) for name in document(deck).theme.layouts]
    offered = [*(arranged.get(one, one) for one in names), *EMPTY]
    assert [layout.name for layout in themes_layouts(deck)] == offered
    assert {*arranged.values()} <= {layout.name for layout in presentation(deck).slide_layouts}


@every_deck
def test_the_masters_first_relationship_is_a_layout_with_a_number(deck: str) -> None:
    """First by ids as text: by that layout LibreOffice decides on saving whether slides keep their numbers."""
    (master,) = presentation(deck).slide_masters
    first = master.part.related_part(min(master.part.rels))
    types = [one.placeholder_format.type for one in first.slide_layout.placeholders]
    assert PP_PLACEHOLDER.SLIDE_NUMBER in types


@every_deck
def test_a_placeholder_for_each_slot(deck: str) -> None:
    """A layout's placeholders are its slots, but for those of many texts, in their places, each under its own index.

    Of arrangements, tests/render/pptx/test_arrangements.py tells.
    """
    layouts = list(themes_layouts(deck))[: -len(EMPTY)]
    pairs = zip(document(deck).theme.layouts.values(), layouts, strict=True)
    for layout, written in ((one, other) for one, other in pairs if one.name not in ("columns", "table")):
        slots = [slot.rect for slot in layout.slots.values() if slot.name not in ("logo", *ENTRIES)]
        placeholders = list(written.placeholders)
        frames = sorted((one.left.pt, one.top.pt, one.width.pt, one.height.pt) for one in placeholders)
        expected = sorted((rect.x, rect.y, rect.width, rect.height) for rect in slots)
        assert frames == [pytest.approx(frame, abs=0.01) for frame in expected]
        assert len({one.placeholder_format.idx for one in placeholders}) == len(slots)


@every_deck
def test_credits_have_a_placeholder_on_every_layout(deck: str) -> None:
    """Credits are body text under an index of their own: a footer would be overwritten by Header & Footer."""
    for layout in presentation(deck).slide_layouts:
        (credits,) = [one for one in layout.placeholders if one.placeholder_format.idx == CREDITS]
        assert credits.placeholder_format.type is PP_PLACEHOLDER.BODY
        assert credits.name == "Credits"


@every_deck
def test_frames_have_no_margins_and_never_shrink_their_text(deck: str) -> None:
    """Layout measured without margins, and a text that PowerPoint shrinks would not be the one that was measured."""
    bodies = [
        body
        for root in trees(deck, "ppt/slideMasters", "ppt/slideLayouts").values()
        for body in find(root, "//p:sp[.//p:ph]//a:bodyPr")
    ]
    assert bodies
    for body in bodies:
        assert {body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")} == {"0"}
        assert [child.tag.rpartition("}")[2] for child in body] == ["noAutofit"]


@every_deck
def test_backgrounds_are_of_the_layouts(deck: str) -> None:
    """Dark pages are dark because their layout is; slides have no background of their own."""
    dark = [layout.background == "deep" for layout in document(deck).theme.layouts.values()]
    roots = [layout._element for layout in themes_layouts(deck)][: len(dark)]
    assert [find(root, "string(//p:bg//a:schemeClr/@val)") == "tx2" for root in roots] == dark
    assert any(dark) and not all(dark)
    assert not [root for root in trees(deck, "ppt/slides").values() if find(root, "//p:bg")]
