"""A slide's shapes: typed placeholders in the places that layout decided, in reading order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER

from deckmaker.layout import EquationItem, Page, PictureItem, Placed, Role, TableItem, TextItem
from deckmaker.layout.chart_item import ChartItem
from deckmaker.render.pptx.timing import moving
from tests.render.pptx.decks import (
    COMPOSED,
    cells,
    every_deck,
    filled,
    find,
    is_composed,
    is_in_region,
    layout_words,
    slides,
    texts,
)

SLOT_TYPES = {
    "title": PP_PLACEHOLDER.TITLE,
    "picture": PP_PLACEHOLDER.PICTURE,
    "number": PP_PLACEHOLDER.SLIDE_NUMBER,
    "footer": PP_PLACEHOLDER.FOOTER,
}
ROLE_TYPES = {
    Role.TEXT: PP_PLACEHOLDER.OBJECT,
    Role.PICTURE: PP_PLACEHOLDER.PICTURE,
    Role.TABLE: PP_PLACEHOLDER.TABLE,
    Role.CHART: PP_PLACEHOLDER.CHART,
}
ROUNDED = 0.03
"""Points: a hundredth of a millimetre, in which tables are written."""

ARRANGED = {
    "Two remedies": "Two columns with headings",
    "What each remedy asks of us": "Three texts with headings",
    "What it would cost": "Table with caption",
    "Three ways to go on": "Table with caption",
    "What else would help": "Three cells with headings",
    "What was said at the hearing": "Four cells in two rows: quotation with attribution, three with shapes",
    "One ship, four ways to see it": "Four pictures in two rows with captions",
    "Four berths in numbers": "Table",
    "What happens next": "Heading",
    "Berth 4 kept to the limit in three months of nine": "Chart with subtitle and caption",
    "Ventilators are what wakes people": "Text and chart with subtitle",
    "Complaints follow the calls of reefer ships": "Chart with subtitle",
    "Shore power pays for itself in part": "Chart with subtitle",
    "Each street on its own": "Charts with subtitle",
    "Ten machines are ten decibels louder than one": "Two texts",
    **dict.fromkeys(
        (
            "Calls by night, beside one another and as a sum",
            "The same as shares, standing and lying",
            "Ten years of calls, and of containers on a log scale",
            "Where the noise comes from, as parts of a whole",
            "Longer ships are louder",
            "Each tenfold distance takes as much of the noise",
            "What a plug would change at four berths",
            "Quiet is bought, year after year",
            "Quieter where ships are plugged in",
        ),
        "Two columns of charts with subtitles",
    ),
    "Ships wake Quay Street, and cars Hill Road": "Two columns: charts with subtitle and shapes in each",
}
"""What is arranged on slides of these titles, in the decks here: compositions have no part in it."""

TITLE_PAGE = {"title": PP_PLACEHOLDER.CENTER_TITLE, "body": PP_PLACEHOLDER.SUBTITLE}


SMALL = ("trail", "credits", "meta", "footnotes")
"""Slots whose texts are no part of an outline."""


def expected_type(page: Page, placed: Placed) -> PP_PLACEHOLDER | None:
    """Return a place's type: body unless it has one of its own, None for a text box.

    What is small is in one, and footers over pictures, where LibreOffice hides others, or that have made room for
    credits. Main texts take any object, but on coloured pages, where there are only words.
    """
    slot = placed.slot or ""
    own = TITLE_PAGE if page.layout.name == "title" else {}
    if slot in SMALL or placed.role is Role.CAPTION:
        return None
    if slot in ("footer", "number") and (page.layout.draws_over_picture or placed.rect != page.layout.slots[slot].rect):
        return None
    if is_in_region(placed, page) and slot not in own and page.layout.background == "paper":
        return ROLE_TYPES.get(placed.role, PP_PLACEHOLDER.BODY)
    return own.get(slot, SLOT_TYPES.get(slot, PP_PLACEHOLDER.BODY))


def frame(shape: Any) -> tuple[float, ...]:
    """Return a shape's frame in points, as it is or as it inherits it."""
    return shape.left.pt, shape.top.pt, shape.width.pt, shape.height.pt


def placed_frame(placed: Placed) -> Any:
    """Return the frame that layout decided, to be compared with one in the file."""
    nearness = ROUNDED if isinstance(placed.item, TableItem) else 0.011
    return pytest.approx((placed.rect.x, placed.rect.y, placed.rect.width, placed.rect.height), abs=nearness)


def drawn_by_layout(placed: Placed, drawings: Iterable[Any]) -> bool:
    """Tell whether the layout shows an item in the very place where the page has it."""
    return placed.slot in (None, "logo") and any(frame(one) == placed_frame(placed) for one in drawings)


@every_deck
def test_every_place_is_filled_by_its_type(deck: str) -> None:
    """Titles are titles, text is text, pictures are pictures; so an outline view and a screen reader find them."""
    for page, slide in slides(deck):
        for placed, shape in filled(page, slide):
            type = shape.placeholder_format.type if shape.is_placeholder else None
            assert type is expected_type(page, placed), (page.number, placed.slot)


@every_deck
def test_slides_use_the_layout_of_their_page(deck: str) -> None:
    """A slide's layout is its page's or its arrangement's, and each of its placeholders is one of that layout."""
    for page, slide in slides(deck):
        plain = COMPOSED if is_composed(page) else layout_words(page.layout.name)
        assert slide.slide_layout.name == ARRANGED.get(page.title, plain)
        offered = {one.placeholder_format.idx for one in slide.slide_layout.placeholders}
        assert {one.placeholder_format.idx for one in slide.placeholders} <= offered


@pytest.mark.sampled(every=2)
@every_deck
def test_all_that_was_placed_is_there_in_reading_order(deck: str) -> None:
    """Each placed item is drawn by the layout or is the slide's next shape, in its place; there is nothing else.

    Charts have the frames of their plots, with room for native labels, and some a grid behind them:
    test_charts_drawn.py looks at those.
    """
    for page, slide in slides(deck):
        drawings = [one for one in slide.slide_layout.shapes if not one.is_placeholder]
        drawn = [one for one in moving(page.objects) if not drawn_by_layout(one, drawings)]
        # python-pptx knows nothing of alternatives, as formulas are.
        own = [one for one in drawn if not isinstance(one.item, EquationItem)]
        assert len(find(slide._element, "//mc:Choice/p:sp")) == len(drawn) - len(own)
        shapes = [one for one in slide.shapes if not one.name.startswith("Grid ")]
        pairs = [pair for pair in zip(shapes, own, strict=True) if not isinstance(pair[1].item, ChartItem)]
        assert [frame(shape) for shape, _ in pairs] == [placed_frame(placed) for _, placed in pairs]


@pytest.mark.sampled(every=2)
@every_deck
def test_no_text_is_a_picture(deck: str) -> None:
    """Every text is text in a shape or a cell of its own; the only pictures are the deck's."""
    for page, slide in slides(deck):
        shapes = {
            shape.shape_id: placed for placed, shape in filled(page, slide) if isinstance(placed.item, PictureItem)
        }
        for shape in slide.shapes:
            if find(shape._element, "self::p:pic | .//a:blip"):
                logo = shape.shape_type is MSO_SHAPE_TYPE.PICTURE and shape.name.startswith("Logo")
                assert shape.shape_id in shapes or logo
    for _, _, item, shape in texts(deck):
        assert isinstance(item, TextItem)
        assert shape.text_frame.text == item.text
    for cell, written in cells(deck):
        assert written.text_frame.text == cell.text.text


@every_deck
def test_credits_are_the_strip(deck: str) -> None:
    """Slides that credit something say so in a text box called Credits, in the strip's words."""
    credited = 0
    for page, slide in slides(deck):
        strip = page.slot("credits")
        shown = [one.text_frame.text for one in slide.shapes if one.name == "Credits"]
        assert shown == ([strip.item.text] if strip and isinstance(strip.item, TextItem) else [])
        credited += bool(strip)
    assert credited >= 7


@pytest.mark.sampled(every=2)
@every_deck
def test_the_slide_number_is_a_field(deck: str) -> None:
    """The number follows when slides move; what is written is what shows until then."""
    numbers = [(page, shape) for page, placed, _, shape in texts(deck) if placed.slot == "number"]
    assert numbers
    for page, shape in numbers:
        (field,) = find(shape._element, ".//a:fld[@type='slidenum']")
        assert find(field, "string(a:t)") == str(page.number)
        assert not find(shape._element, ".//a:r")
