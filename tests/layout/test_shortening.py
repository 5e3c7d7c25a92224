"""Strips that have no room: shortened so that content keeps its place, and nothing that was written is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from deckmaker.diagnostics import Severity
from deckmaker.layout import Document
from deckmaker.layout.strip import ROOM
from tests.layout.test_strip import LAYOUTS, outside, overlaps, slide
from tests.projects import Project
from tests.samples import examples

MANY = ", ".join(f"A photographer with a long name of number {number}" for number in range(60))


def words_shown(document: Document) -> set[str]:
    """Return the words of all texts and notes."""
    texts = [one.item.text for page in document.pages for one in page.leaves if hasattr(one.item, "text")]
    notes = [note for page in document.pages for note in (*(one.text for one in page.notes), *page.unsaid)]
    return set(re.findall(r"\w+", " ".join([*texts, *notes])))


def test_what_is_left_out_stands_at_the_end_and_in_the_notes(tmp_path):
    """And there alone: the strip says how many are missing, the credits that it holds are not listed."""
    document, diagnostics = Project(tmp_path).read("title: T\nslides:\n" + slide("content", "x", MANY))
    first, *others = document.pages
    strip = first.slot("credits").item.text
    held = strip.count("Text after:")
    assert 0 < held < 60 and strip.endswith(f" · … and {60 - held} more: see Credits")
    listed = [one.item.text for page in others for one in page.leaves if one.slot == "entries-1"]
    assert listed == [f"Slide 1\nText after: {name}" for name in MANY.split(", ")[held:]]
    assert first.unsaid == tuple(f"Text after: {name}" for name in MANY.split(", ")[held:])
    (said,) = (one for one in diagnostics if one.severity is not Severity.NOTE)
    message = f"slide 1: the strip of credits has no room for {60 - held} of 60 credits"
    assert (said.code, said.severity, said.message) == ("shortened-credits", Severity.WARNING, message)
    assert said.span.line == 6


def test_notes_go_before_credits(tmp_path):
    """All credits stay on their slide where their notes alone are too long."""
    note = "no more than a photograph of a ship, " * 90
    credits = f"{{creator: A, note: '{note}'}}, {{creator: B}}"
    document, diagnostics = Project(tmp_path).read("title: T\nslides:\n" + slide("content", "x", credits))
    assert document.pages[0].slot("credits").item.text == "Text after: A · Text after: B"
    assert document.pages[0].unsaid == (f"Text after: A; {note.strip()}",)
    assert [one.message for one in diagnostics] == ["slide 1: the strip of credits has no room for notes"]


def test_a_text_that_may_be_split_leaves_the_strip_whole(tmp_path):
    """A slide more is better than credits that are not said; who does not want it is told the way out."""
    text = "Night noise in the harbour. " * 80
    document, diagnostics = Project(tmp_path).read("title: T\nslides:\n" + slide("content", text, MANY[:950]))
    (said,) = (one for one in diagnostics if one.severity is not Severity.NOTE)
    assert said.code == "split-slide" and said.help and "`overflow: {way: shrink, then: error}`" in said.help
    assert said.message == (
        "slide 1: its text does not fit above its credits at its smallest size, 15 points, and goes on over 4 slides"
    )
    strips = {page.slot("credits").item.text for page in document.pages}
    assert len(document.pages) == 4 and strips == {" · ".join(f"Text after: {one}" for one in MANY[:950].split(", "))}
    assert " ".join(page.slot("body").item.text for page in document.pages) == text.strip()


def test_a_text_that_leaves_no_room_for_any_strip_is_not_split_for_it(tmp_path):
    """Credits that need more than a strip may take are shortened in any case."""
    text = "Night noise in the harbour. " * 20
    document, diagnostics = Project(tmp_path).read("title: T\nslides:\n" + slide("content", text, MANY))
    assert [one.code for one in diagnostics if one.severity is not Severity.NOTE] == ["shortened-credits"]
    assert document.pages[0].part is None


def test_a_strip_gives_way_to_a_text_that_may_not_be_split(tmp_path):
    """Where the text fits without the strip but not above all of it, the strip is shorter than it might be."""
    text = "Night noise in the harbour. " * 80
    project = Project(tmp_path)
    head = "title: T\noverflow: {way: shrink, then: error}\nslides:\n"
    whole = project.document(head + slide("content", "x", MANY[:950])).pages[0].slot("credits")
    document, diagnostics = project.read(head + slide("content", text, MANY[:950]))
    assert [one.code for one in diagnostics if one.severity is not Severity.NOTE] == ["shortened-credits"]
    assert document.pages[0].slot("credits").rect.height < whole.rect.height
    assert document.pages[0].slot("body").item.text == text.strip()


def test_content_that_fits_nowhere_is_its_own_fault(tmp_path):
    """The strip stays whole, and what is too long is said."""
    text = "Night noise in the harbour. " * 150
    deck = "title: T\noverflow: {way: shrink, then: error}\nslides:\n" + slide("content", text, MANY[:950])
    _, diagnostics = Project(tmp_path).read(deck)
    assert [one.code for one in diagnostics] == ["text-too-long"]
    assert "its text" in next(iter(diagnostics)).message


credits = st.lists(st.integers(1, 12), min_size=1, max_size=60) | st.lists(st.integers(1, 400), min_size=1, max_size=3)
decks = st.tuples(
    st.sampled_from(["16:9", "4:3", "A4"]),
    st.sampled_from(LAYOUTS),
    st.sampled_from(["slide", "end", "both"]),
    st.sampled_from(["names", "urls"]),
    st.integers(1, 60),
    credits,
)


FIELDS = {"source", "note", "text", "creator", "title", "publisher", "via"}
URL = ", url: https://example.org/a/long/way/to/a/photograph"
"""Where names stand for links, its words are none of the slide's."""


def record(number: int, length: int) -> str:
    """Return a credit, some of it in each field, with `length` further words."""
    more = " ".join(f"c{number}w{word}" for word in range(length))
    fields = [
        f"note: {more}",
        f"text: {more}",
        f"creator: C{number}, title: {more}",
        f"publisher: P{number}, via: {more}",
    ]
    return f"{{source: S{number}, {fields[number % 4]}{URL if number % 3 else ''}}}".replace(
        f"source: S{number}, text", "text"
    )


@pytest.mark.slow
@given(decks)
@example(("16:9", "content", "slide", "names", 60, [1] * 60))
@example(("4:3", "picture-right", "both", "urls", 60, [400] * 6))
@settings(max_examples=examples(12), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_is_lost_and_nothing_in_the_way(tmp_path, deck):
    """For any number and length of credits: no overlap, content whole, and every word on a slide or in the notes."""
    size, layout, where, form, count, lengths = deck
    project = Project(tmp_path)
    project.picture("a.png", (80, 60))
    head = f"title: T\nsize: '{size}'\ncredits: {{where: {where}, print: {form}}}\nslides:\n"
    written = ", ".join(record(number, length) for number, length in enumerate(lengths))
    text = "" if layout == "picture" else " ".join(f"noise{word}" for word in range(count))
    alone, _ = project.read(head + slide(layout, text, ""))
    document, diagnostics = project.read(head + slide(layout, text, written))
    if document is None:  # only where the content has no room of its own
        assert alone is None and {one.code for one in diagnostics} <= {"text-too-long", "shortened-credits"}
        return
    assert [overlaps(page) for page in document.pages] == [[] for _ in document.pages] and outside(document) == []
    assert set(re.findall(r"\w+", f"{text} {written.replace(URL, '')}")) - FIELDS <= words_shown(document)
    if strip := document.pages[0].slot("credits"):
        assert strip.rect.height <= ROOM
    lacking = "shortened-credits" in {one.code for one in diagnostics}
    assert (len(document.pages) > 1) is (lacking or where != "slide")
