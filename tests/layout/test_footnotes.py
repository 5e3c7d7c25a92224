"""Footnotes at the foot of slides: numbered in reading order, above the strip, under what makes room for them."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.layout import Page, Placed, ShapeItem, TextItem
from deckmaker.layout.footnotes import AIR, RULE_ABOVE
from deckmaker.theme import PAGE_SIZES, built_in_themes
from tests.layout.test_strip import outside, overlaps
from tests.projects import Project, briefing
from tests.samples import examples

ORDER = """\
title: T
subtitle: S^[two]
author: A
slides:
  - title: A^[one]
    text: B^[three]
  - title: C^[one]
    layout: table
    text: I^[two]
    table:
      caption: D^[six]
      rows:
        - ["E^[three]", F]
        - [G, "H^[four]^[five]"]
  - title: J
    columns:
      - {text: "L^[two]", bullets: [M: ["N^[three]"]], heading: "K^[one]"}
      - {heading: "O^[four]", numbered: ["P^[five]"]}
"""


def foot(page: Page) -> Placed:
    """Return a page's footnotes as placed."""
    placed = page.slot("footnotes")
    assert placed and isinstance(placed.item, TextItem)
    return placed


def notes(page: Page) -> list[str]:
    return foot(page).item.text.split("\n")


def numbers(page: Page) -> list[int]:
    return [one.paragraph.number for one in foot(page).item.setting.paragraphs]


def test_numbers_begin_anew_on_each_slide_in_the_order_of_reading(tmp_path) -> None:
    """A title, the deck's subtitle, headings, texts, cells, a caption; wherever their keys stand in the file."""
    pages = Project(tmp_path).document(ORDER).pages
    words = ["one", "two", "three", "four", "five", "six"]
    for page, count in zip(pages, (3, 6, 5), strict=True):
        assert notes(page) == words[:count]
        assert numbers(page) == list(range(1, count + 1))
    assert pages[1].slot("title").item.text == "C1" and pages[1].title == "C"
    assert pages[2].slot("column 1").item.text == "L2\nM\nN3"


def test_two_marks_side_by_side_are_two_numbers(tmp_path) -> None:
    """With a comma between them, and no line between either and the word before."""
    cells = Project(tmp_path).document(ORDER).pages[1].slot("table").item.cells
    assert cells[-1].text.text == "H4,5"


def test_the_markers_are_the_numbers_in_the_colour_of_the_text(tmp_path) -> None:
    """They hang, and all texts begin at one place."""
    placed = foot(Project(tmp_path).document(ORDER).pages[1])
    paragraphs = placed.item.setting.paragraphs
    assert [one.marker.text for one in paragraphs] == ["1", "2", "3", "4", "5", "6"]
    assert {one.marker.style.color for one in paragraphs} == {placed.item.style.color}
    assert len({one.lines[0].x for one in paragraphs}) == 1 and paragraphs[0].marker.x == 0


def test_a_slide_without_footnotes_has_all_of_its_room(tmp_path) -> None:
    """Beside one that has some."""
    text = "title: T\nslides:\n" + "".join(
        f"  - title: A\n    layout: content\n    text: {one}\n" for one in ("x", "x^[y]")
    )
    plain, noted = Project(tmp_path).document(text).pages
    assert plain.slot("footnotes") is None
    rule = next(one for one in noted.placed if one.slot == "footnotes" and isinstance(one.item, ShapeItem))
    assert rule.rect.y == foot(noted).decision.room.y - RULE_ABOVE and rule.rect.x == noted.slot("body").decision.room.x
    room = noted.slot("body").decision.room
    assert room.bottom == rule.rect.y - AIR < plain.slot("body").decision.room.bottom
    assert [one.value for one in noted.slot("body").decision.changes] == ["footnotes", "lowered"]
    assert [one.value for one in foot(noted).decision.changes] == []


@pytest.mark.sampled(every=10)
@pytest.mark.parametrize("theme", built_in_themes())
@pytest.mark.parametrize("size", PAGE_SIZES)
def test_every_layout_has_a_place_for_them(theme: str, size: str, tmp_path) -> None:
    """Aligned with its text, above its credits, as large as these, on no other text or picture."""
    project = Project(tmp_path)
    project.picture("a.png", (1200, 800))
    slides = []
    for name, layout in briefing(size, theme).layouts.items():
        lines = [f"  - title: A^[first]\n    layout: {name}"]
        if "body" in layout.slots and name != "columns":
            lines.append("    text: B^[second, which is not short, and goes on for a while, as some of them do]")
        if "picture" in layout.slots:
            lines.append("    image: {file: ../a.png, alt: A, credit: C}")
        if name == "columns":
            lines.append('    columns: [{text: "B^[second]"}, {text: C}]')
        if name == "table":
            lines.append('    table: [["B^[second]", C], [D, E]]'.replace("table: [", "table: {rows: [") + "}")
        if name != "credits":
            slides.append("\n".join([*lines, "    credits: [D]\n"]))
    document = project.document(f"title: T\nauthor: X\ntheme: {theme}\nsize: '{size}'\nslides:\n" + "".join(slides))
    assert len(document.pages) == len(slides) and not outside(document)
    for page in document.pages:
        placed, strip = foot(page), page.slot("credits")
        assert overlaps(page) == []
        assert placed.rect.bottom <= strip.rect.y
        assert placed.item.setting.size >= strip.item.setting.size
        texts = [one for one in page.leaves if one.slot in ("body", "column 1", "table")] or [page.slot("title")]
        assert placed.decision.room.x == pytest.approx((texts[0].decision or placed.decision).room.x)


def test_a_strip_that_grows_moves_them_up(tmp_path) -> None:
    """And they move up what is above them."""
    credits = ", ".join(f"A photographer with a long name of number {number}" for number in range(16))
    text = "title: T\nslides:\n" + "".join(
        f"  - title: A\n    layout: content\n    text: x^[y]\n    credits: [{one}]\n" for one in ("A", credits)
    )
    few, many = Project(tmp_path).document(text).pages
    assert foot(many).rect.bottom < many.slot("credits").rect.y < foot(few).rect.bottom
    assert many.slot("body").decision.room.bottom < few.slot("body").decision.room.bottom
    assert "strip" in [one.value for one in foot(many).decision.changes]


def test_what_has_no_room_is_an_error(tmp_path) -> None:
    """Where there is nothing that could go on on another slide."""
    said = Project(tmp_path).said(f"title: T\nslides:\n  - title: A^[{'word ' * 1_500}]\n")
    assert "error[text-too-long]: slide 1: `footnotes` is" in said


def test_a_footnote_too_long_for_any_slide_is_an_error(tmp_path) -> None:
    """Its mark and a line above it have no slide."""
    text = f"title: T\nslides:\n  - title: A\n    layout: content\n    bullets: [a, 'b^[{'word ' * 1_500}]', c]\n"
    said = Project(tmp_path).said(text)
    assert "error[text-too-long]: slide 1: `footnotes` is" in said


def test_both_columns_have_footnotes_on_a_part(tmp_path) -> None:
    """The first does not take all of their room, though it has enough of its own."""
    columns = ", ".join(f'{{text: "{sentences(side)}"}}' for side in ("left", "right"))
    slide = f"  - title: A\n    layout: columns\n    overflow: split\n    columns: [{columns}]\n"
    first, *others = Project(tmp_path).document(f"title: T\nslides:\n{slide}").pages
    assert {one.split()[0] for one in notes(first)} == {"left", "right"}
    shown = [number for page in (first, *others) for number in numbers(page)]
    assert len(shown) == len(set(shown)) == 40


def test_a_column_leaves_three_lines_to_the_footnotes_of_the_next(tmp_path) -> None:
    """It is chosen first, and has none itself; else the next could not begin on the part."""
    many = "noise by night and by day " * 60
    slide = f'layout: columns\n    overflow: split\n    columns: [{{text: "{many}"}}, {{text: "A^[B]. {many}"}}]\n'
    first, second, *_ = Project(tmp_path).document(f"title: T\nslides:\n  - title: A\n    {slide}").pages
    column, whole, line = first.slot("column 1"), second.slot("column 1").rect, foot(first).item.setting.height
    assert column.rect.y + column.item.setting.height <= whole.bottom - AIR - RULE_ABOVE - 3 * line
    assert second.slot("column 1").item.setting.height > whole.height - AIR - RULE_ABOVE - 3 * line


def sentences(side: str) -> str:
    return " ".join(f"Some words of a sentence about the noise of the night.^[{side} {one}]" for one in range(20))


@pytest.mark.slow
@settings(max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(list(built_in_themes())),
    st.sampled_from(list(PAGE_SIZES)),
    st.sampled_from(["content", "picture-right", "picture-full", "title", "columns", "table"]),
    st.lists(st.integers(1, 40), min_size=1, max_size=6),
    st.integers(1, 40),
)
def test_nothing_overlaps(tmp_path, theme: str, size: str, layout: str, lengths: list[int], words: int) -> None:
    """However many footnotes there are, and however long: split where need be, and all within the page."""
    project = Project(tmp_path)
    project.picture("a.png", (1200, 800))
    marked = " ".join(f"{'word ' * words}end^[{'note ' * one}]." for one in lengths)
    body = {
        "columns": f'columns: [{{text: "{marked}"}}, {{text: "{marked}"}}]',
        "table": f'table: {{rows: [[A], ["{marked}"]]}}',
    }
    picture = "    image: {file: ../a.png, alt: A, credit: B}\n" if "picture" in layout else ""
    slide = f"  - title: A\n    layout: {layout}\n    overflow: split\n" + picture
    written = body.get(layout, f'text: "{marked}"')
    document, diagnostics = project.read(
        f"title: T\ntheme: {theme}\nsize: '{size}'\nslides:\n{slide}    {written}\n    credits: [C]\n"
    )
    if document is None:  # a cell of a hundred words with all of their footnotes has no slide
        assert layout == "table" and {one.code for one in diagnostics} <= {"text-too-long", "table-too-big"}
        return
    assert not outside(document)
    for page in document.pages:
        assert overlaps(page) == []
        if placed := page.slot("footnotes"):
            assert placed.rect.bottom <= page.slot("credits").rect.y
            rule = next(one for one in page.placed if one.slot == "footnotes" and isinstance(one.item, ShapeItem))
            above = [one.rect.bottom for one in page.leaves if one.slot in ("body", "column 1", "column 2", "table")]
            assert max(above) <= rule.rect.y
