"""The strip of credits: reserved before anything else, grown upward, never overlapped."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.layout import Document, Page, TextItem
from deckmaker.layout.strip import AIR, GAP
from tests.projects import Project, briefing
from tests.samples import examples

MANY = ", ".join(f"A photographer with a long name of number {number}" for number in range(16))
LAYOUTS = [one for one in briefing().layouts if one not in ("title-only", "section", "closing-only", "credits")]


def slide(layout: str, text: str, credits: str) -> str:
    """Return a slide with everything that its layout has a place for."""
    lines = [f"  - title: A title of some words\n    layout: {layout}"]
    if layout == "columns":
        lines.append(f"    columns: [{{heading: H, text: {text}}}, {{text: {text}}}]")
    elif layout != "picture":
        lines.append(f"    text: {text}")
    if layout not in ("content", "columns", "table"):
        lines.append("    image: {file: ../a.png, alt: A, credit: B}")
    return "\n".join([*lines, f"    credits: [{credits}]"]) + "\n"


def overlaps(page: Page) -> list[tuple[str, str]]:
    """Return the pairs of placed texts and pictures that share space, but for a picture under everything."""
    under = any(shape.over_picture for shape in page.layout.shapes)
    placed = [one for one in page.leaves if one.slot and not (under and one.slot == "picture")]
    return [
        (first.slot, second.slot)
        for index, first in enumerate(placed)
        for second in placed[index + 1 :]
        if first.rect.overlaps(second.rect)
    ]


def outside(document: Document) -> list[str]:
    """Return what hangs over an edge of its page."""
    theme = document.theme
    return [
        f"{page.number}: {one.slot}"
        for page in document.pages
        for one in page.leaves
        if one.rect.x < 0 or one.rect.y < 0 or one.rect.right > theme.width + 0.01 or one.rect.bottom > theme.height
    ]


def test_many_credits_raise_the_bottom_of_the_content(tmp_path):
    """The strip takes more lines, its bottom stays, and the text ends above it."""
    project = Project(tmp_path)
    few, many = (
        project.document("title: T\nslides:\n" + slide("content", "x", credits)).pages[0] for credits in ("A", MANY)
    )
    assert few.slot("credits").rect.height < many.slot("credits").rect.height
    assert few.slot("credits").rect.bottom == many.slot("credits").rect.bottom
    assert many.slot("body").rect.bottom == many.slot("credits").rect.y - AIR
    assert many.slot("body").rect.bottom < few.slot("body").rect.bottom


def test_many_credits_raise_the_bottom_of_the_picture(tmp_path):
    """A picture above the strip ends higher, cropped and not squeezed; a title between them moves up."""
    project = Project(tmp_path)
    project.picture("a.png", (800, 600))
    page = project.document("title: T\nslides:\n" + slide("picture", "x", MANY)).pages[0]
    assert page.slot("title").rect.bottom <= page.slot("credits").rect.y - GAP
    assert page.slot("picture").rect.bottom <= page.slot("title").rect.y - AIR
    assert page.slot("picture").rect.bottom < page.layout.slots["picture"].rect.bottom


def test_credits_that_shrink_stand_in_their_frame(tmp_path):
    """All of the strip's lines are in it, and the last is where the page's grid has it."""
    credits = ", ".join(f"A photographer with a long name of number {number}" for number in range(24))
    document = Project(tmp_path).document("title: T\nslides:\n" + slide("content", "x", credits))
    strip = document.pages[0].slot("credits")
    assert strip.item.setting.size < strip.item.style.size
    assert -1e-6 <= strip.item.offset < document.theme.baseline
    last = strip.rect.y + strip.item.offset + strip.item.setting.paragraphs[-1].lines[-1].baseline
    assert last / document.theme.baseline == pytest.approx(round(last / document.theme.baseline))


def test_every_credit_is_in_the_strip(tmp_path):
    """None is dropped for want of room."""
    page = Project(tmp_path).document("title: T\nslides:\n" + slide("content", "x", MANY)).pages[0]
    assert page.slot("credits").item.text.count("Text after:") == 16


def test_a_slide_without_credits_has_no_strip(tmp_path):
    """An empty box would be in the way of a reader's screen reader."""
    page = Project(tmp_path).document("title: T\nslides:\n  - {title: A, layout: content, text: b}\n").pages[0]
    assert page.slot("credits") is None


def test_author_and_date_move_up_before_a_grown_strip(tmp_path):
    """On a title page they stand at the bottom: they keep their size, and the text above them ends higher."""
    furniture = "title: T\nauthor: A. Lind\ndate: 2026-11-20\nslides:\n"
    project = Project(tmp_path)
    project.picture("a.png", (800, 600))
    few, many = (project.document(furniture + slide("title", "x", credits)).pages[0] for credits in ("A", MANY))
    assert many.slot("meta").rect.bottom <= many.slot("credits").rect.y - GAP
    assert many.slot("meta").rect.height == few.slot("meta").rect.height
    assert many.slot("meta").item.setting.size == few.slot("meta").item.setting.size
    assert many.slot("body").rect.bottom <= many.slot("meta").rect.y - AIR


LONG = "An imaginary Ministry of Housing and Energy and its many offices, an illustrative statistic of some years"


@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("footer", ["", "Draft", "Illustrative figures"])
def test_credits_take_the_line_up_to_what_stands_at_its_end(tmp_path, size, footer):
    """The page number, or a footer, which keeps its line: short of it credits have no second line."""
    head = f"title: T\nsize: '{size}'\n" + (f"footer: {footer}\n" if footer else "")
    page = Project(tmp_path).document(f"{head}slides:\n" + slide("content", "x", f"'{LONG} {LONG}'")).pages[0]
    credits, end = page.slot("credits"), page.slot("footer") or page.slot("number")
    slots = page.layout.slots
    assert len(end.item.setting.paragraphs[0].lines) == 1 and end.item.setting.size == end.item.style.size
    assert slots["credits"].rect.right == slots["footer" if footer else "number"].rect.x - (24 if footer else 12)
    assert credits.rect.x + credits.item.setting.width > slots["credits"].rect.right - 60
    ink = end.rect.x + end.item.setting.paragraphs[0].lines[0].x
    assert (24 if footer else 18) <= ink - slots["credits"].rect.right <= (28 if footer else 54)


@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
def test_a_footer_longer_than_its_place_is_as_large_as_what_is_beside_it(tmp_path, size, theme):
    """On a line of its own length: credits end before it, and begin a line sooner."""
    head = f"title: T\ntheme: {theme}\nsize: '{size}'\nfooter: Draft for the harbour board\nslides:\n"
    page = Project(tmp_path).document(head + slide("content", "x", f"'{LONG} {LONG}'")).pages[0]
    footer, number, credits = (page.slot(name) for name in ("footer", "number", "credits"))
    assert footer.item.setting.size == number.item.setting.size == credits.item.setting.size
    assert len(footer.item.setting.lines) == 1 and footer.rect.right < number.rect.right
    assert credits.rect.right <= footer.rect.x - 20


def test_a_footer_longer_than_its_line_is_smaller(tmp_path):
    """It has two fifths of the page. Credits end before it."""
    footer = "Draft of a statement to the harbour board, not to be quoted before the board meets"
    page = (
        Project(tmp_path)
        .document(f"title: T\nfooter: '{footer}'\nslides:\n" + slide("content", "x", f"'{LONG}'"))
        .pages[0]
    )
    slots, text = page.layout.slots, page.slot("footer").item.setting
    assert len(text.lines) == 1 and 9 <= text.size < 12
    assert slots["footer"].rect.width == 0.4 * 960
    assert slots["credits"].rect.right == slots["footer"].rect.x - 24


words = st.integers(1, 60).map(lambda count: " ".join(["noise"] * count))
credits = st.integers(0, 8).map(lambda count: ", ".join(f"Photographer of number {n}" for n in range(count)))
decks = st.tuples(
    st.sampled_from(["16:9", "4:3", "A4"]),
    st.booleans(),
    st.lists(st.tuples(st.sampled_from(LAYOUTS), words, credits), min_size=1, max_size=4),
)


@given(decks)
@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_credit_or_picture_lies_on_another(tmp_path, deck):
    """On every page of any deck that is built; one that does not fit is refused instead."""
    size, furnished, slides = deck
    project = Project(tmp_path)
    project.picture("a.png", (80, 60))
    furniture = "trail: [Home, Noise]\nfooter: Draft\nauthor: A. Lind\ndate: 2026-11-20\n" if furnished else ""
    text = f"title: T\nsize: '{size}'\n{furniture}slides:\n" + "".join(slide(*one) for one in slides)
    document, diagnostics = project.read(text)
    if document is None:
        assert {one.code for one in diagnostics} - {"not-shown"} == {"text-too-long"}
        return
    assert [overlaps(page) for page in document.pages] == [[] for _ in document.pages]
    assert outside(document) == []
    for page in document.pages:
        for one in page.leaves:
            if isinstance(one.item, TextItem):
                assert one.item.offset >= -0.01
                assert one.item.offset + one.item.setting.height <= one.rect.height + 0.01
