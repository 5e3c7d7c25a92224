"""The master and its layouts, which PowerPoint offers under New Slide."""

from __future__ import annotations

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from deckmaker.theme.slots import ENTRIES
from tests.render.pptx.decks import (
    EMPTY,
    ONLY_ARRANGED,
    document,
    every_deck,
    find,
    layout_words,
    presentation,
    slides,
    themes_layouts,
    trees,
)

CREDITS = 20

ARRANGED = {
    "showcase": {
        "content": [
            "Title and shapes",
            "Three texts with headings",
            "Heading",
            "Chart with subtitle and caption",
            "Text and chart with subtitle",
            "Chart with subtitle",
            "Charts with subtitle",
        ],
        "columns": [
            "Two columns with headings",
            "Three cells with headings",
            "Four cells in two rows: quotation with attribution, three with shapes",
            "Four pictures with captions",
            "Two columns of charts with subtitles",
            "Two columns: charts with subtitle and shapes in each",
        ],
        "table": ["Table with caption", "Table"],
    },
    "us-china-fentanyl-talks": {"columns": ["Two columns with headings"], "table": ["Text and table with caption"]},
}
"""The names of each deck's arrangements, by the layouts of the theme that they are made of."""


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

    Behind each stand the arrangements that are made of it: the deck's, or what a colleague would look for. Those for
    columns and for tables are there as arrangements alone.
    """
    offered: list[str] = []
    for name in document(deck).theme.layouts:
        offered += [] if name in ONLY_ARRANGED else [layout_words(name)]
        offered += ARRANGED[deck].get(name, [])
    assert [layout.name for layout in presentation(deck).slide_layouts] == [*offered, *EMPTY]


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
    for layout, written in themes_layouts(deck):
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
def test_frames_have_no_margins_and_only_titles_and_texts_fit_what_is_added(deck: str) -> None:
    """Layout measured without margins. What a colleague adds to a title or a text is made to fit; nothing else is."""
    fits = set()
    for root in trees(deck, "ppt/slideMasters", "ppt/slideLayouts").values():
        for shape in find(root, "//p:sp[.//p:ph]"):
            (body,) = find(shape, ".//a:bodyPr")
            assert {body.get(side) for side in ("lIns", "tIns", "rIns", "bIns")} == {"0"}
            (fit,) = (child.tag.rpartition("}")[2] for child in body)
            fits.add((fit, *(place.get("type", "obj") for place in find(shape, ".//p:ph"))))
    assert {kind for fit, kind in fits if fit == "normAutofit"} >= {"title", "obj"}
    assert {kind for fit, kind in fits if fit == "noAutofit"} >= {"ftr", "sldNum"}
    assert not {kind for fit, kind in fits if fit == "normAutofit"} & {"ftr", "sldNum", "dt"}


@every_deck
def test_backgrounds_are_of_the_layouts(deck: str) -> None:
    """Dark pages are dark because their layout is, be it an arrangement; slides have no background of their own."""
    written = [(layout.background, other) for layout, other in themes_layouts(deck)]
    used = [(page.layout.background, slide.slide_layout) for page, slide in slides(deck)]
    for background, layout in (*written, *used):
        assert (find(layout._element, "string(//p:bg//a:schemeClr/@val)") == "tx2") == (background == "deep")
    for pairs in (written, used):
        assert {background == "deep" for background, _ in pairs} == {True, False}
    assert not [root for root in trees(deck, "ppt/slides").values() if find(root, "//p:bg")]
