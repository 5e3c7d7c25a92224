"""The master and its layouts, which PowerPoint offers under New Slide."""

from __future__ import annotations

import pytest
from lxml import etree
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

SMALL = ("Trail", "Credits", "Author and date", "Footnotes")
SLOTS_OF_SMALL = ("trail", "credits", "meta", "footnotes")
"""What is no placeholder: texts that are no part of an outline."""

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
            "Two texts",
        ],
        "columns": [
            "Two columns with headings",
            "Three cells with headings",
            "Four cells in two rows: quotation with attribution, three with shapes",
            "Four pictures in two rows with captions",
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
    types = [one.placeholder_format.type.name for one in master.placeholders]
    assert types == ["TITLE", "BODY", "FOOTER", "SLIDE_NUMBER", "DATE"]
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
    """A layout's places are its slots, but for those of many texts, each placeholder under its own index.

    What is small is a text box there. A date has a place beside the slots. Of arrangements,
    tests/render/pptx/test_arrangements.py tells.
    """
    for layout, written in themes_layouts(deck):
        slots = [slot for slot in layout.slots.values() if slot.name not in ("logo", *ENTRIES)]
        small = [one for one in written.shapes if one.name in SMALL]
        placeholders = [one for one in written.placeholders if one.name != "Date"]
        frames = sorted((one.left.pt, one.top.pt, one.width.pt, one.height.pt) for one in (*placeholders, *small))
        expected = sorted((slot.rect.x, slot.rect.y, slot.rect.width, slot.rect.height) for slot in slots)
        assert frames == [pytest.approx(frame, abs=0.01) for frame in expected]
        indexes = [one.placeholder_format.idx for one in written.placeholders]
        assert len({*indexes}) == len(indexes)
        assert [slot.name for slot in slots if slot.name in SLOTS_OF_SMALL] == [
            {"Author and date": "meta"}.get(one.name, one.name.lower()) for one in small
        ]


@every_deck
def test_what_is_small_has_an_empty_box_in_layouts(deck: str) -> None:
    """It shows on no slide, is no placeholder, and is set as its text is, ready to be copied."""
    boxes = [shape for layout in presentation(deck).slide_layouts for shape in layout.shapes if shape.name in SMALL]
    assert len(boxes) > 30
    for box in boxes:
        assert not box.is_placeholder and not box.text_frame.text
        assert find(box._element, ".//a:lvl1pPr/a:defRPr[@sz]/a:latin") and find(box._element, "p:spPr/a:noFill")


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
    """Dark pages are dark because their layout is, be it an arrangement; slides have no background of their own.

    A layout says nothing of a background that is the master's. On pages of another colour, page and text are others
    too: what a colleague writes there can be read.
    """
    written = [(layout.background, other) for layout, other in themes_layouts(deck)]
    used = [(page.layout.background, slide.slide_layout) for page, slide in slides(deck)]
    for background, layout in (*written, *used):
        assert bool(find(layout._element, "//p:bg")) == (background == "deep")
        assert find(layout._element, "string(//a:overrideClrMapping/@bg1)") == ("dk2" if background == "deep" else "")
    for pairs in (written, used):
        assert {background == "deep" for background, _ in pairs} == {True, False}
    for _, slide in slides(deck):
        assert not find(slide._element, "//p:bg")
        own, layouts = (find(one._element, "p:clrMapOvr")[0] for one in (slide, slide.slide_layout))
        assert etree.tostring(own) == etree.tostring(layouts)
