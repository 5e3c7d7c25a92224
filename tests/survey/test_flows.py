"""What the survey says of texts above tables and pictures, above footnotes and on parts: what layout did."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Change, Document, TextItem
from deckmaker.pipeline import read_layout
from deckmaker.survey.survey import DeckSurvey, ItemSurvey, PageSurvey
from deckmaker.survey.surveying import survey_of
from deckmaker.survey.words import remarks
from deckmaker.text import FrameText, SizeReason, fit
from tests.projects import Project
from tests.samples import mostly_slow

SENTENCE = "Two thirds of the loud nights have a reefer ship at berth four"
LONG = f"{SENTENCE}. " * 6
ROWS = "rows: [[Berth, Nights], [four, 1], [five, 2], [six, 3]]"
MANY = f"rows: [[Berth, Nights], {', '.join(f'[berth {number}, {number}]' for number in range(1, 60))}]"
PHOTO = "    image: {file: ../a.png, alt: A, credit: B}\n"
CREDITS = "    credits: [{role: data, creator: A. Lind}]\n"
STRIP = "    credits:\n" + "".join(f"      - {{role: data, creator: Harbour master {i}}}\n" for i in range(30))

SLIDES = {
    "a text above a table": f"    text: {SENTENCE}.\n    table: {{{ROWS}}}\n",
    "with a caption": f"    text: {SENTENCE}.\n    table: {{{ROWS}, caption: Counted.}}\n",
    "a long text above a table": f"    text: {LONG}\n    table: {{{ROWS}, caption: Counted.}}\n",
    "a table alone": f"    table: {{{ROWS}}}\n",
    "with a footnote": f"    text: {SENTENCE}^[Of all.].\n    table: {{{ROWS}, caption: Counted.}}\n",
    "with credits": f"    text: {SENTENCE}.\n    table: {{{ROWS}, caption: Counted.}}\n{CREDITS}",
    "with many credits": f"    text: {SENTENCE}.\n    table: {{{ROWS}, caption: Counted.}}\n{STRIP}",
    "a text without its table": f"    layout: table\n    text: {LONG}\n",
    "a table beside a picture": f"    table: {{{ROWS}}}\n{PHOTO}",
    "a text and a table beside a picture": f"    text: {SENTENCE}.\n    table: {{{ROWS}}}\n{PHOTO}",
    "a text beside a picture": f"    text: {LONG}\n{PHOTO}",
    "a text with footnotes beside a picture": f"    text: {LONG} End^[One.]^[Two.].\n{PHOTO}",
    "a text above a picture": f"    layout: content\n    text: {LONG}\n{PHOTO}",
    "a split text": f"    overflow: split\n    text: {LONG * 4}\n",
    "a split text with footnotes": f"    overflow: split\n    text: {f'{SENTENCE}^[Of all.]. ' * 24}\n",
    "a split table below a text": f"    overflow: split\n    text: {SENTENCE}.\n    table: {{{MANY}}}\n",
    "a split table below a long text": f"    overflow: split\n    text: {LONG * 3}\n    table: {{{MANY}}}\n",
    "a long list": f"    numbered: [{', '.join(f'berth {number}' for number in range(1, 12))}]\n",
    "columns without headings": f"    columns: [{{text: {SENTENCE}}}, {{text: {SENTENCE}}}]\n",
}
"""Slides by what is on them."""

THEMES = ("briefing", "plain", "statement")

EDGE = 0.01
"""Points that rounding takes."""


def surveyed(folder: Path, slide: str, theme: str, title: str = "Nights at the quay") -> tuple[Document, DeckSurvey]:
    """Return the document and the survey of a deck with such a slide."""
    project = Project(folder)
    project.picture("a.png", (400, 600))
    project.write(f"title: T\ntheme: {theme}\nslides:\n  - title: A\n  - title: {title}\n{slide}")
    document = read_layout(project.deck, Diagnostics())
    assert document
    return document, survey_of(document, project.deck, folder, None)


def check_changes(page: PageSurvey, one: ItemSurvey) -> None:
    """Check each reason why a room is not its slot's place against what is on the page."""
    slots = {other.slot: other for other in page.items}
    credits = slots.get("credits")
    allowed = {
        Change.STRIP: bool(credits and Change.STRIP_GROWN in credits.changes),
        Change.FOOTNOTES: "footnotes" in slots,
        Change.SHARED: len([other for other in page.items if other.region == one.region and other.slot]) > 1,
    }
    assert all(allowed.get(change, True) for change in one.changes), (page.number, one.slot, one.changes)
    if not one.changes:
        assert one.kind == "shape" or one.room == one.slot_box


@pytest.mark.sampled(every=12)
@pytest.mark.parametrize("theme", mostly_slow(THEMES))
@pytest.mark.parametrize("name", SLIDES)
def test_every_reason_is_so(name: str, theme: str, tmp_path: Path) -> None:
    """Strips, footnotes and what shares a region are named where they are; and what is set stands in its room."""
    for page in surveyed(tmp_path, SLIDES[name], theme)[1].pages:
        for one in page.items:
            check_changes(page, one)
            if (one.kind == "table" or one.text) and one.slot not in (None, "footnotes"):
                assert one.room.y - EDGE <= one.box.y and one.box.bottom <= one.room.bottom + EDGE, (one.slot, one.room)
            assert all(remarks(one))


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("theme", mostly_slow(THEMES))
@pytest.mark.parametrize("name", [name for name in SLIDES if "split" not in name])
def test_a_text_has_the_size_that_its_room_gives_it(name: str, theme: str, tmp_path: Path) -> None:
    """Set anew in the room that is said, it is of the same size for the same reason, with as much left."""
    document, survey = surveyed(tmp_path, SLIDES[name], theme)
    for one in document.pages[1].placed:
        if one.slot == "body" and isinstance(one.item, TextItem):
            told = next(item for item in survey.pages[1].items if item.slot == one.slot)
            paragraphs = tuple(own.paragraph for own in one.item.setting.paragraphs)
            (fitted,) = fit([FrameText(paragraphs, one.item.style, told.room)], document.theme)
            assert told.text and (told.text.size, told.text.reason) == (fitted.setting.size, fitted.reason)
            free = told.room.height - one.item.offset - fitted.setting.height
            assert told.text.room_left == pytest.approx(free, abs=document.theme.baseline + 2 * EDGE)


def test_a_text_above_a_table_has_room_left(tmp_path: Path) -> None:
    """As much as the table leaves it, which is more than it takes."""
    body = next(
        one
        for one in surveyed(tmp_path, SLIDES["a text above a table"], "briefing")[1].pages[1].items
        if one.slot == "body"
    )
    assert body.text and body.text.room_left > body.box.height


def test_titles_of_parts_say_that_they_are_alike(tmp_path: Path) -> None:
    """One that would have room at its style's size is of that which the last one's number needs."""
    title = "Nights at the quay of the northern harbour, berth by berth and week by week, as far as counted this"
    _, survey = surveyed(tmp_path, f"    overflow: split\n    text: {LONG * 8}\n", "briefing", title)
    titles = [item for page in survey.pages[1:] for item in page.items if item.slot == "title"]
    smaller = [one.text for one in titles if one.text and one.text.size != one.text.style_size]
    assert smaller and {text.reason for text in smaller} == {SizeReason.ALIKE}
    assert next(remarks(titles[0])).endswith("as on all parts of its slide")


def test_a_part_with_a_word_too_wide_says_so(tmp_path: Path) -> None:
    """Its text is smaller than those of other parts."""
    word = "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenberechnungsstellenverwaltung"
    slide = f"    overflow: split\n    layout: content\n    text: {word} {LONG * 6}\n"
    _, survey = surveyed(tmp_path, slide, "briefing")
    bodies = [item for page in survey.pages[1:] for item in page.items if item.slot == "body"]
    assert bodies[0].text and bodies[0].text.reason is SizeReason.WORDS
    assert next(remarks(bodies[0])).endswith("so that its longest words have room")
    assert bodies[-1].text and bodies[-1].text.reason is SizeReason.OWN
