"""A colleague adds slides in LibreOffice: their texts, numbers and footers are where those of other slides are.

What LibreOffice takes for an outline, and for the places of a new slide, it finds in the file itself.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from pptx.enum.shapes import PP_PLACEHOLDER

from deckmaker.layout import Page, Role, TextItem
from tests.render.pptx.decks import document, file, find, presentation
from tests.render.pptx.offices import require_uno, run
from tests.render.pptx.test_placeholders import SMALL, frame
from tests.samples import mostly_long

pytestmark = pytest.mark.outside

NEWCOMER = Path(__file__).with_name("newcomer.py")
decks = pytest.mark.parametrize(
    "deck", mostly_long(["showcase", "us-china-fentanyl-talks"], is_usual=lambda deck: deck == "showcase")
)

FOR_TEXT = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.PICTURE, PP_PLACEHOLDER.TABLE)
"""Types of places of which LibreOffice has the text of a new slide in the first; it knows no subtitles of layouts."""

OUTLINED = (Role.TITLE, Role.TEXT, Role.HEADING, Role.SUBTITLE, Role.QUOTATION, Role.ATTRIBUTION)
"""What is no furniture: what a slide says."""

NEAR = 0.6
"""Points between a place in the file and the same in LibreOffice, which insets a text by its offset."""


@cache
def report(deck: str) -> Any:
    """Return what the newcomer saw and made."""
    require_uno()
    with TemporaryDirectory() as folder:
        path = Path(folder, "deck.pptx")
        path.write_bytes(file(deck))
        return json.loads(run(NEWCOMER, path, Path(folder)))


def said(page: Page) -> list[str]:
    """Return the texts of a page that are no furniture, as they are in the file."""
    return [
        one.item.text.replace("\n", " ")
        for one in page.objects
        if isinstance(one.item, TextItem) and one.slot not in SMALL and one.role in OUTLINED
    ]


@decks
def test_an_outline_is_what_slides_say(deck: str) -> None:
    """Titles, subtitles and texts: no trail, credits, author, caption, footnote, footer or number."""
    lines = 0
    for page, texts in zip(document(deck).pages, report(deck)["outline"], strict=True):
        shown = [" ".join(text.split()) for text in texts]
        assert shown == [" ".join(text.split()) for text in said(page)][: len(shown)], page.number
        assert shown and shown[0] == page.title
        lines += len(shown)
    assert lines > 1.5 * len(document(deck).pages)


@decks
def test_new_slides_have_number_and_footer_as_others(deck: str) -> None:
    """Whatever their layout is; and no date, since none has one."""
    footers = {one.item.text for page in document(deck).pages for one in page.objects if one.slot == "footer"}
    for name, slide in report(deck)["new"].items():
        assert slide["number"] and not slide["date"], name
        assert (slide["footer"], {slide["footer_text"]} - {""}) == (bool(footers), footers), name


@decks
def test_new_slides_have_title_and_text_in_their_layouts_places(deck: str) -> None:
    """The title in that of the title, the text in the first for a text: never in one for what is small."""
    seen = 0
    for layout in presentation(deck).slide_layouts:
        made = {one["kind"]: one["frame"] for one in report(deck)["new"][layout.name]["shapes"]}
        places = {one.placeholder_format.type: frame(one) for one in layout.placeholders}
        title = places.get(PP_PLACEHOLDER.TITLE) or places.get(PP_PLACEHOLDER.CENTER_TITLE)
        assert ("TitleTextShape" in made) == (title is not None), layout.name
        if title:
            assert made["TitleTextShape"] == pytest.approx(title, abs=NEAR), layout.name
        texts = [frame(one) for one in layout.placeholders if one.placeholder_format.type in FOR_TEXT]
        if texts and "OutlinerShape" in made:
            assert made["OutlinerShape"] == pytest.approx(texts[0], abs=NEAR), layout.name
            seen += 1
    assert seen > 8


@decks
def test_the_text_of_a_layout_comes_before_its_picture(deck: str) -> None:
    """So that LibreOffice has it where the text is; but under texts, a picture lies first."""
    themes = document(deck).theme.layouts
    for layout in presentation(deck).slide_layouts:
        kinds = [one.placeholder_format.type for one in layout.placeholders]
        base = themes.get(layout.name.lower().replace(" ", "-"))
        if base and PP_PLACEHOLDER.PICTURE in kinds:
            texts = [kinds.index(one) for one in (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT) if one in kinds]
            is_behind = all(kinds.index(PP_PLACEHOLDER.PICTURE) > one for one in texts)
            assert is_behind != base.draws_over_picture, layout.name


@decks
def test_nobody_gets_a_bullet_who_wants_none(deck: str) -> None:
    """Titles, subtitles, sections, closing slides, captions and headings have none in LibreOffice either."""
    for name, slide in report(deck)["new"].items():
        for shape in slide["shapes"]:
            wants = shape["kind"] == "OutlinerShape" and name in ("Content", "Picture left", "Picture right")
            assert wants or not shape.get("bullet"), (name, shape)


@decks
def test_powerpoint_is_told_what_new_slides_have_at_their_foot(deck: str) -> None:
    """Master and layouts say it alike (`p:hf`); a footer is there where the deck has one, and no date."""
    footers = any(page.slot("footer") for page in document(deck).pages)
    (master,) = presentation(deck).slide_masters
    for one in (master, *presentation(deck).slide_layouts):
        (foot,) = find(one._element, "p:hf")
        assert {**foot.attrib} == {"hdr": "0", "dt": "0"} | ({} if footers else {"ftr": "0"})
