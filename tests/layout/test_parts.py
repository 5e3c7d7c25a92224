"""Slides that have no room for their texts: split in parts, each with what belongs to it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Page, TextItem
from deckmaker.pipeline import read_ledger
from deckmaker.theme import built_in_themes
from tests.layout.split_slides import HEAD, LONG, SENTENCE, body, document, parts, pictured, sizes
from tests.projects import Project, briefing
from tests.samples import examples


def test_titles_count_the_parts(tmp_path):
    """From one to all; the pages are numbered on."""
    pages = document(tmp_path, f"  - title: Night noise\n    text: {LONG}\n  - title: Last\n").pages
    count = len(pages) - 2
    assert count > 1
    assert [page.title for page in pages[1:-1]] == [f"Night noise ({one}/{count})" for one in range(1, count + 1)]
    assert [page.part for page in pages] == [None, *((one, count) for one in range(1, count + 1)), None]
    assert [body(page, "number") for page in pages[1:]] == [str(one) for one in range(2, len(pages) + 1)]


def test_every_word_is_there_once_and_in_order(tmp_path):
    """At one size, the style's."""
    pages = parts(tmp_path, f"    text: {LONG}\n")
    assert " ".join(map(body, pages)).split() == LONG.split()
    assert sizes(pages) == {briefing().layouts["content"].slots["body"].style.size}
    assert all(body(page).endswith("four.") for page in pages)


def test_a_slide_that_can_be_set_smaller_is_not_split(tmp_path):
    """Unless its author prefers that."""
    text = f"    text: {SENTENCE * 17}\n"
    (page,) = parts(tmp_path, text)
    assert max(sizes((page,))) < 24
    pages = parts(tmp_path, f"    overflow: split\n{text}")
    assert len(pages) == 2 and sizes(pages) == {24}


def test_what_stands_above_a_shrunk_text_shrinks_with_it(tmp_path):
    """Headings keep their ratio to it, down to their own least sizes; the title is as on other slides."""
    bullets = "bullets: [" + ", ".join(["A ship that nobody hears"] * 9) + "]"
    (page,) = parts(tmp_path, f"    columns: [{{heading: Left, {bullets}}}, {{heading: Right, text: A}}]\n")
    styles = briefing().styles
    share = page.slot("column 1").item.setting.size / styles["column"].size
    assert share < 1 and sizes((page,), "column 1") == sizes((page,), "column 2")
    assert page.slot("title").item.setting.size == styles["title"].size
    for slot in ("column 1 heading", "column 2 heading"):
        style = styles[slot.split()[-1]]
        size = page.slot(slot).item.setting.size
        assert size >= style.minimum and size == pytest.approx(max(style.minimum, style.size * share), abs=1.5)


@pytest.mark.parametrize(("asked", "shown"), [("split", "first"), ("{way: split, picture: each}", "each")])
def test_the_picture_is_on_the_first_part_or_on_each(asked, shown, tmp_path):
    """Its credit is where it is; the text's is on each."""
    image = "image: {file: ../a.png, alt: A, credit: Lind}"
    pages = parts(tmp_path, f"    overflow: {asked}\n    {image}\n    credit: Board\n    text: {LONG}\n")
    assert pictured(pages) == [shown == "each" or index == 0 for index in range(len(pages))]
    for page, has_picture in zip(pages, pictured(pages), strict=True):
        assert body(page, "credits") == ("Picture: Lind · " if has_picture else "") + "Text after: Board"


def test_notes_and_sections_are_on_the_first_part(tmp_path):
    """And nowhere else."""
    pages = parts(tmp_path, f"    section: Findings\n    notes: Slowly.\n    text: {LONG}\n")
    assert [tuple(note.text for note in page.notes) for page in pages] == [("Slowly.",), *[()] * (len(pages) - 1)]
    assert [page.section for page in pages] == ["Findings", *[None] * (len(pages) - 1)]


def test_lists_go_on_counting(tmp_path):
    """From part to part."""
    items = ", ".join(f"night {number}" for number in range(1, 31))
    pages = parts(tmp_path, f"    overflow: split\n    numbered: [{items}]\n")
    markers = [one.marker.text for page in pages for one in page.slot("body").item.setting.paragraphs if one.marker]
    assert len(pages) > 2 and markers == [f"{number}." for number in range(1, 31)]


def items_on(pages: tuple[Page, ...]) -> list[int]:
    """Return how many outermost items each page has."""
    return [sum(one.paragraph.level == 0 for one in page.slot("body").item.setting.paragraphs) for page in pages]


@pytest.mark.parametrize("count", range(4, 24))
def test_the_last_two_parts_share_a_list_where_one_item_would_stand_alone(count, tmp_path):
    """All parts before them are as full as they can be."""
    items = ", ".join([f'"{SENTENCE}"'] * count)
    pages = parts(tmp_path, f"    overflow: split\n    bullets: [{items}]\n")
    if len(pages) == 1:  # as lists of short items are, in two columns
        return
    shares = items_on(pages)
    most = max(shares)
    assert sum(shares) == count and set(shares[:-2]) <= {most}
    assert shares[-1] > 1 and (shares[-2] == most or 0 <= shares[-2] - shares[-1] <= 1)


def test_parts_share_a_list_by_height(tmp_path):
    """A long item is as much as several short ones."""
    short = ", ".join(["A ship"] * 6)
    pages = parts(tmp_path, f'    overflow: split\n    bullets: ["{SENTENCE * 5}", {short}]\n')
    first, last = (page.slot("body").item.setting.height for page in pages)
    assert items_on(pages)[1] > 1
    assert abs(first - last) < 0.35 * max(first, last)


def test_an_item_that_is_alone_stays_so_where_nothing_can_be_shared(tmp_path):
    """What stands before it is one item, too."""
    pages = parts(tmp_path, f'    overflow: split\n    bullets: ["{SENTENCE * 15}", "{SENTENCE * 2}"]\n')
    assert items_on(pages) == [1, 1]


@pytest.mark.parametrize("overflow", ["split", "error"])
def test_nested_items_are_smaller_than_the_others(overflow, tmp_path):
    """As in a text that may shrink: that a text has one size alone says nothing of what is nested in it."""
    items = ", ".join("{night: [loud, quiet]}" for _ in range(12 if overflow == "split" else 2))
    pages = parts(tmp_path, f"    overflow: {overflow}\n    bullets: [{items}]\n")
    set_in = {
        (one.paragraph.level, one.style.size) for page in pages for one in page.slot("body").item.setting.paragraphs
    }
    outer, inner = (next(size for level, size in set_in if level == depth) for depth in (0, 1))
    assert len(set_in) == 2 and inner == outer - briefing().lists.shrink


def test_columns_go_on_side_by_side(tmp_path):
    """Each with its heading, until it ends; the other then goes on alone."""
    columns = f"[{{heading: Left, text: {LONG}}}, {{heading: Right, text: Short.}}]"
    pages = parts(tmp_path, f"    columns: {columns}\n")
    assert " ".join(body(page, "column 1") for page in pages).split() == LONG.split()
    assert [body(page, "column 2") for page in pages] == ["Short.", *[""] * (len(pages) - 1)]
    assert [body(page, "column 1 heading") for page in pages] == ["Left"] * len(pages)
    assert [body(page, "column 2 heading") for page in pages] == ["Right", *[""] * (len(pages) - 1)]
    assert sizes(pages, "column 1") == {24}


def test_a_column_of_its_own_will(tmp_path):
    """What one column rules out, the other may do."""
    project = Project(tmp_path)
    columns = f"[{{text: A, overflow: error}}, {{text: {LONG}}}]"
    assert len(project.document(f"{HEAD}  - title: B\n    columns: {columns}\n").pages) > 2
    columns = f"[{{text: A}}, {{text: {LONG}, overflow: error}}]"
    _, diagnostics = project.read(f"{HEAD}  - title: B\n    columns: {columns}\n")
    assert [one.code for one in diagnostics] == ["text-too-long"]


def test_a_title_page_goes_on_as_a_page_of_text(tmp_path):
    """With the deck's subtitle, author and date on the first part alone."""
    pages = document(tmp_path, "", "subtitle: What the meters say\nauthor: Board\n").pages
    assert len(pages) == 1
    project = Project(tmp_path)
    deck = f"title: T\nsubtitle: What the meters say\nauthor: Board\nslides:\n  - title: T\n    text: {LONG}\n"
    pages = project.document(deck).pages
    assert [page.layout.name for page in pages] == ["title-only", *["content"] * (len(pages) - 1)]
    assert " ".join(map(body, pages)).split() == ["What", "the", "meters", "say", *LONG.split()]


def test_a_title_page_goes_on_with_its_picture(tmp_path):
    """Beside it, where each part is to have it."""
    project = Project(tmp_path)
    project.picture("a.png", (400, 600))
    image = "image: {file: ../a.png, alt: A, credit: Lind}"
    slide = f"  - title: T\n    overflow: {{way: split, picture: each}}\n    {image}\n    text: {LONG}\n"
    pages = project.document(f"title: T\nslides:\n{slide}").pages
    assert [page.layout.name for page in pages] == ["title", *["picture-right"] * (len(pages) - 1)]
    assert pictured(pages) == [True] * len(pages) and len(pages) > 2
    assert " ".join(map(body, pages)).split() == LONG.split()


def test_a_strip_that_needs_room_gets_it(tmp_path):
    """Whole, on every part, and nothing lies under it."""
    credits = ", ".join(f"harbour pilot {number}" for number in range(1, 40))
    pages = parts(tmp_path, f"    overflow: split\n    credits: [{credits}]\n    text: {LONG}\n")
    for page in pages:
        assert "harbour pilot 39" in body(page, "credits")
        text = page.slot("body")
        assert text.rect.y + text.item.offset + text.item.setting.height <= page.slot("credits").rect.y


def test_the_ledger_knows_the_pages(tmp_path):
    """By the numbers that slides show."""
    project = Project(tmp_path)
    project.picture("a.png")
    deck = f"{HEAD}  - title: B\n    text: {LONG}\n  - title: C\n    image: {{file: ../a.png, alt: A, credit: Lind}}\n"
    count = len(project.document(deck).pages)
    ledger = read_ledger(project.deck, Diagnostics())
    assert ledger and [work.slides for work in ledger.works] == [(count,)]


def test_what_is_split_is_said_unless_asked_for(tmp_path):
    """Once a slide, with its place."""
    project = Project(tmp_path)
    deck = f"{HEAD}  - title: B\n    text: {LONG}\n"
    assert [one.code for one in project.read(deck)[1] if one.code != "wordy-slide"] == ["split-slide"]
    for asked in ("overflow: split\n", "overflow: {way: shrink, then: split}\n"):
        assert [one.code for one in project.read(asked + deck)[1] if one.code != "wordy-slide"] == []


def test_a_word_that_is_too_wide_at_its_size_makes_its_part_smaller(tmp_path):
    """As small as it must be, and no smaller; and no other part."""
    first, *others = parts(tmp_path, f"    overflow: split\n    text: {'n' * 70} {LONG}\n")
    assert others and sizes([first]) == {21} and sizes(others) == {24}


def test_a_word_that_is_too_wide_moves_nothing_before_it(tmp_path):
    """Where it is the last, it has a part of its own."""
    before = parts(tmp_path, f"    overflow: split\n    text: {LONG} {SENTENCE}\n")
    *after, last = parts(tmp_path, f"    overflow: split\n    text: {LONG} {SENTENCE} {'n' * 70}\n")
    assert sizes(after) == {24} and sizes([last]) == {21}
    texts = [[page.slot("body").item for page in pages[: len(before) - 1]] for pages in (before, after)]
    assert texts[0] == texts[1]


def test_titles_of_all_parts_are_of_one_size(tmp_path):
    """Also where the number of the tenth takes a sign more."""
    title = "Quarterly revenue of our subsidiaries in the four regions of the country and the measures that"
    deck = f"  - title: {title}\n    overflow: split\n    text: {' '.join([LONG] * 6)}\n"
    pages = document(tmp_path, deck).pages[1:]
    assert len(pages) > 9
    assert len({page.slot("title").item.setting.size for page in pages}) == 1


def test_a_title_that_has_no_room_for_a_number_stands_alone(tmp_path):
    """What has room on one slide does so on each of its parts."""
    title = " ".join(["measures"] * 24)
    whole = document(tmp_path, f"  - title: {title}\n    text: a\n").pages[1]
    pages = document(tmp_path, f"  - title: {title}\n    overflow: split\n    text: {LONG}\n").pages[1:]
    assert len(pages) > 1
    assert {page.slot("title").item.text for page in pages} == {whole.slot("title").item.text}


def test_a_title_page_goes_on_under_a_title_of_as_many_lines_as_it_needs(tmp_path):
    """Though no slide of the deck has the plain layout before it is split."""
    title = "Libo loboquetings luboquetings maboquetings meboquetings miboquet"
    deck = f"  - title: {title}\n    layout: title\n    overflow: split\n    text: {LONG}\n"
    pages = document(tmp_path, deck, "theme: statement\nsize: '4:3'\n").pages[1:]
    assert len(pages) > 1
    assert pages[-1].slot("title").item.text.startswith(title)


words = st.sampled_from(["a", "harbour", "night.", "Ships?", "refrigeration", "noise,", "ünter", "2019–2024"])
texts = st.lists(words, min_size=1, max_size=400).map(" ".join)
lists = st.lists(st.lists(words, min_size=1, max_size=40).map(" ".join), min_size=1, max_size=30)


@pytest.mark.slow
@settings(max_examples=examples(50), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(list(built_in_themes())),
    st.sampled_from(["16:9", "4:3", "A4"]),
    st.sampled_from(["content", "picture-left", "picture-full", "section", "closing", "columns", "title"]),
    st.booleans(),
    texts,
    lists,
)
def test_no_slide_is_too_full_and_no_word_lost(tmp_path, theme, size, layout, picture, text, items):
    """In every layout, theme and size: texts lie in their places, one after the other, and none on another."""
    project = Project(tmp_path)
    project.picture("a.png", (400, 600))
    keys = {"layout": layout, "text": text, "bullets": items}
    if picture and "picture" in briefing().layouts[layout].slots:
        keys["image"] = {"file": "../a.png", "alt": "A", "credit": "B"}
    if layout == "columns":
        keys = {"layout": layout, "columns": [{"text": text}, {"bullets": items}]}
    deck = {"title": "T", "theme": theme, "size": size, "slides": [{"title": "B", "credit": "Board", **keys}]}
    pages = project.document(yaml.safe_dump(deck, allow_unicode=True, width=10_000, sort_keys=False)).pages
    first, second = ([word for page in pages for word in body(page, slot).split()] for slot in ("column 1", "column 2"))
    count = len(text.split())  # where the list goes on alone, it is the first column
    said = [word for page in pages for word in body(page).split()] + first[:count] + second + first[count:]
    assert said == f"{text} {' '.join(items)}".split()
    for page in pages:
        frames = [one for one in page.leaves if isinstance(one.item, TextItem)]
        for one in frames:
            assert one.item.offset + one.item.setting.height <= one.rect.height + 0.02
        for index, one in enumerate(frames):
            assert not any(one.rect.overlaps(other.rect) for other in frames[index + 1 :])
