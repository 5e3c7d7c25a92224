"""What the slides of a deck share: the size and the first baseline of titles, the size of texts, where they begin."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from deckmaker.layout import Page, Placed, Role, TextItem
from deckmaker.text import known
from tests.projects import Project

SENTENCE = "Two thirds of the loud nights have a ship at berth four."
IMAGE = {"file": "../a.png", "alt": "A", "credit": "B"}
ITEMS = {"bullets": ["Ventilators run all night", "Cranes stop at ten"]}
SLIDES: list[dict[str, Any]] = [
    {"title": "A list", **ITEMS},
    {"title": "Beside a picture", "image": IMAGE, **ITEMS},
    {"title": "At the other side", "image": IMAGE, **ITEMS},
    {"title": "Over a picture", "layout": "picture-full", "image": IMAGE, **ITEMS},
    {"title": "On a strong page", "layout": "feature", "image": IMAGE, **ITEMS},
    {"title": "In columns", "columns": [ITEMS, {"text": SENTENCE}]},
    {"title": "A table", "table": {"rows": [["Berth", "Level"], ["Berth 1", "48.5"]]}},
]
LONG = "What the port, the city and the lines have agreed upon now"
every = pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])


def pages(folder: Path, theme: str, *slides: dict[str, Any], size: str = "16:9") -> list[Page]:
    """Return the pages of slides behind a first one."""
    project = Project(folder)
    project.picture("a.png", (600, 600))
    deck = {"title": "T", "theme": theme, "size": size, "slides": [{"title": "First"}, *slides]}
    return [*project.document(yaml.safe_dump(deck, width=10_000, sort_keys=False)).pages[1:]]


def size(placed: Placed | None) -> int:
    """Return the size of a text."""
    assert placed and isinstance(placed.item, TextItem)
    return placed.item.setting.size


def first_baseline(placed: Placed | None) -> float:
    """Return where the first line of a text stands on the page."""
    assert placed and isinstance(placed.item, TextItem)
    return placed.rect.y + placed.item.offset + placed.item.setting.paragraphs[0].lines[0].baseline


def text_sizes(page: Page) -> set[int]:
    """Return the sizes of a page's texts."""
    return {size(one) for one in page.leaves if one.region and one.role is Role.TEXT}


@pytest.mark.sampled(every=3)
@every
@pytest.mark.parametrize("page_size", ["16:9", "4:3", "A4"])
def test_titles_have_one_size_and_one_first_baseline(theme, page_size, tmp_path):
    """In whatever layout, and though one of them has too little room at their style's size."""
    slides = [*SLIDES, {"title": LONG, **ITEMS}]
    titles = [page.slot("title") for page in pages(tmp_path, theme, *slides, size=page_size)]
    assert len({size(one) for one in titles}) == 1
    assert len({round(first_baseline(one), 3) for one in titles}) == 1


def test_a_title_without_room_is_smaller_alone(tmp_path):
    """The others are not far smaller for it."""
    first, last = pages(tmp_path, "briefing", SLIDES[0], {"title": f"{LONG}, {LONG}, {LONG}", **ITEMS})
    assert size(first.slot("title")) == 27 > size(last.slot("title"))


NARROW = [
    ("briefing", "4:3", "Trade Sanctions and Talks", ["Trade Sanctions", "and Talks"]),
    ("briefing", "A4", "With a little chance, it is this one", ["With a little chance,", "it is this one"]),
    ("plain", "4:3", "Addressing Demand and Supply", ["Addressing Demand", "and Supply"]),
    ("statement", "4:3", "One unit of power, three of heat", ["One unit of power,", "three of heat"]),
]


@pytest.mark.parametrize("layout", ["picture-full", "picture-right"])
@pytest.mark.parametrize(("theme", "page_size", "title", "lines"), NARROW)
def test_a_title_beside_a_picture_is_a_little_smaller_on_fewer_lines(layout, theme, page_size, title, lines, tmp_path):
    """Rather than in three short lines. Those of other slides keep their size."""
    slide = {"title": title, "layout": layout, "image": IMAGE, **ITEMS}
    other, own = pages(tmp_path, theme, SLIDES[0], slide, size=page_size)
    placed = own.slot("title")
    assert placed and isinstance(placed.item, TextItem)
    assert [line.line.text.strip() for line in placed.item.setting.paragraphs[0].lines] == lines
    assert placed.item.setting.safe
    usual = size(other.slot("title"))
    assert usual - 6 <= size(placed) < usual


def test_such_a_title_is_measured_once_at_a_size(tmp_path, monkeypatch):
    """However often its lines are asked for: for where the deck's slides begin, its layout's form, and its slide."""
    measured, own = [], known.measure

    def measure(paragraphs, style, size, theme):
        measured.extend((paragraphs[0].text, size) for _ in range(style.balance))
        return own(paragraphs, style, size, theme)

    monkeypatch.setattr(known, "measure", measure)
    slide = {"title": "Trade Sanctions and Talks", "layout": "picture-right", "image": IMAGE, **ITEMS}
    pages(tmp_path, "briefing", SLIDES[0], slide, size="4:3")
    assert len([text for text, _ in measured if text == "Trade Sanctions and Talks"]) > 1
    assert len(measured) == len(set(measured))


def test_texts_below_such_a_title_begin_as_below_others_of_as_many_lines(tmp_path):
    """They would leave a hole, if they began below the line that it was made smaller to save."""
    narrow = {"image": IMAGE, "layout": "picture-right", **ITEMS}
    two, smaller = pages(
        tmp_path, "briefing", {"title": "Trade and Talks", **narrow},
        {"title": "Trade Sanctions and Talks", **narrow}, size="4:3",
    )  # fmt: skip
    assert [len(one.slot("title").item.setting.lines) for one in (two, smaller)] == [2, 2]
    assert size(smaller.slot("title")) < size(two.slot("title"))
    assert smaller.slot("body").rect.y == two.slot("body").rect.y


def test_a_title_beside_a_picture_that_takes_three_lines_anyway_is_no_smaller(tmp_path):
    """It would be for nothing."""
    title = "What the port, the city and the lines have agreed"
    other, own = pages(tmp_path, "briefing", SLIDES[0], {"title": title, "image": IMAGE, **ITEMS}, size="4:3")
    assert size(own.slot("title")) == size(other.slot("title"))


def test_a_long_word_makes_its_own_title_smaller(tmp_path):
    """No other."""
    word = "Donaudampfschifffahrtsgesellschaftshauptbetriebswerk"
    first, last = pages(tmp_path, "briefing", SLIDES[0], {"title": f"{word} at the quay", **ITEMS})
    assert size(first.slot("title")) == 36 > size(last.slot("title"))


@every
def test_texts_have_one_size(theme, tmp_path):
    """Beside pictures and in columns, too, and not more than four fifths of titles."""
    found = pages(tmp_path, theme, *SLIDES[:-1])
    (own,) = {one for page in found for one in text_sizes(page)}
    assert own <= 0.8 * size(found[0].slot("title"))


def test_texts_are_larger_where_most_are_short(tmp_path):
    """A slide that is full is the only one that is smaller; where many are, none is larger."""
    full = {"title": "Full", "text": f"{SENTENCE} " * 16}
    *short, last = pages(tmp_path, "briefing", *SLIDES[:3], full)
    assert [text_sizes(page) for page in short] == [{27}] * 3
    assert max(text_sizes(last)) < 27
    assert text_sizes(pages(tmp_path, "briefing", SLIDES[0], full)[0]) == {24}


@pytest.mark.sampled(every=3)
@every
def test_what_has_room_begins_on_the_line(theme, tmp_path):
    """Texts, columns and tables alike; what has none begins higher, and so do all in decks of short titles."""
    texts = [{"title": "Full", "text": "Ventilators run all night.\n\n" * count} for count in range(6, 13)]
    slides = [SLIDES[0], SLIDES[-2], *texts]
    two_lines = {"title": f"{LONG}, and what they have not"}
    short, found = (pages(tmp_path, theme, *({**one, **title} for one in slides)) for title in ({}, two_lines))
    line = 168.0
    assert line - 45 < first_baseline(short[0].slot("body")) - size(short[0].slot("body")) < line - 24
    tops = [min(one.rect.y for one in page.leaves if one.region) for page in found]
    assert tops[1] == pytest.approx(line + 6, abs=1.5)  # the rule above columns
    offset = found[0].slot("body")
    assert offset and isinstance(offset.item, TextItem)
    assert offset.rect.y + offset.item.offset == pytest.approx(line, abs=3)
    bodies = [page.slot("body") for page in found[2:]]
    assert min(one.item.offset for one in bodies if one and isinstance(one.item, TextItem)) < 3


@pytest.mark.sampled(every=3)
@every
@pytest.mark.parametrize("page_size", ["16:9", "4:3", "A4"])
def test_a_text_begins_below_its_own_title(theme, page_size, tmp_path):
    """As high as in a deck whose titles all have as many lines, be its own title the longest of the deck or not."""
    long = {"title": f"{LONG}, and what they have not" if page_size == "16:9" else LONG, **ITEMS}
    short = SLIDES[0]
    one_line, two_lines, few, many = (
        pages(tmp_path, theme, *slides, size=page_size)
        for slides in ([short] * 6, [long] * 4, [long] + [short] * 6, [long] * 6 + [short])
    )
    high, low = (first_baseline(found[0].slot("body")) for found in (one_line, two_lines))
    assert low > high + 24
    assert [first_baseline(page.slot("body")) for page in few] == pytest.approx([low, *[high] * 6])
    assert [first_baseline(page.slot("body")) for page in many] == pytest.approx([*[low] * 6, high])
    assert len({size(page.slot("title")) for page in (*few, *many)}) == 1


def test_so_does_one_beside_a_picture(tmp_path):
    """It keeps clear of the text below it."""
    long = {"title": "What the port and the city have agreed upon", "image": IMAGE, **ITEMS}
    few, none = (pages(tmp_path, "plain", *slides, *[SLIDES[1]] * 6, size="4:3") for slides in ([long], []))
    tops = [[first_baseline(page.slot("body")) for page in found] for found in (few, none)]
    assert tops[0][1:] == tops[1]
    title, body = few[0].slot("title"), few[0].slot("body")
    assert title and body and isinstance(title.item, TextItem) and len(title.item.setting.lines) == 3
    assert body.rect.y >= title.rect.y + title.item.setting.height + 23


@every
def test_a_composition_alone_stands_about_the_middle(theme, tmp_path):
    """And on the line, or near it, beside others."""
    metrics = {"metrics": [{"value": "61 dB", "label": "at the nearest window"}, {"value": "9", "label": "streets"}]}
    alone, beside = pages(tmp_path, theme, {"title": "A", **metrics}, {"title": "B", "content": [metrics, SENTENCE]})
    tops = [min(one.rect.y for one in page.leaves if one.region) for page in (alone, beside)]
    ends = max(one.rect.bottom for one in alone.leaves if one.region)
    assert tops[0] > 168 and 540 - ends > tops[0] - 153 > 0
    assert tops[1] < 200


@every
def test_headings_are_no_smaller_than_texts(theme, tmp_path):
    """Where texts are larger, for most are short, headings are, too."""
    column = {"heading": "Shore power", **ITEMS}
    (found,) = pages(tmp_path, theme, {"title": "A", "columns": [column, column]})
    assert size(found.slot("column 1 heading")) >= size(found.slot("column 1"))


@every
@pytest.mark.parametrize("page_size", ["16:9", "4:3", "A4"])
def test_a_cover_is_hardly_smaller_than_slides_for_the_sake_of_its_breaks(theme, page_size, tmp_path):
    """A title of many long words, beside a picture and above a text, is a step smaller at most."""
    project = Project(tmp_path)
    project.picture("a.png", (600, 600))
    title = "High-Level U.S.-China Talks Focus on Tackling Fentanyl Crisis"
    cover = {"title": title, "text": f"{SENTENCE}\n\n{SENTENCE}", "image": IMAGE}
    deck = {"title": title, "theme": theme, "size": page_size, "slides": [cover, {"title": "A list", **ITEMS}]}
    first, second = project.document(yaml.safe_dump(deck, width=10_000, sort_keys=False)).pages
    own, slides = (size(next(one for one in page.leaves if one.slot == "title")) for page in (first, second))
    assert own >= slides - 3


@every
@pytest.mark.parametrize("title", ["A", LONG])
def test_a_callout_alone_is_no_larger_than_the_title_above_it(theme, title, tmp_path):
    """Its heading as large at most; its text has four fifths of that."""
    callout = {"title": "Wake nobody", "text": "Nobody wakes behind a wall."}
    (page,) = pages(tmp_path, theme, {"title": title, "callout": callout}, size="A4")
    own = size(next(one for one in page.leaves if one.slot == "title"))
    heading, text = (size(one) for one in page.leaves if one.region and isinstance(one.item, TextItem))
    assert heading <= own and text <= 0.8 * own
    assert heading > 24, "it is larger than in the middle of a text even so"


CALLOUT = {"callout": {"title": "Wake nobody", "text": "Nobody wakes behind a wall."}}
BESIDE: dict[str, dict[str, Any]] = {
    "below a text": {"content": [{"text": "Two ships lie there."}, CALLOUT]},
    "below a list": {"content": [ITEMS, CALLOUT]},
    "below a full list": {"content": [{"bullets": [SENTENCE] * 9}, CALLOUT]},
    "in a column": {"columns": [{"text": "Two ships lie there."}, CALLOUT]},
}


@pytest.mark.sampled(every=3)
@every
@pytest.mark.parametrize("others", [0, 4], ids=["alone", "among short texts"])
@pytest.mark.parametrize("beside", BESIDE)
def test_a_callout_is_no_smaller_than_the_text_beside_it(theme, beside, others, tmp_path):
    """Also in a deck whose texts are larger as most of them are short."""
    page = pages(tmp_path, theme, {"title": "A", **BESIDE[beside]}, *[{"title": "B", "text": "A few words."}] * others)[
        0
    ]
    body, title, text = (size(one) for one in page.leaves if one.region and isinstance(one.item, TextItem))
    assert body <= text <= title


@every
def test_the_title_of_a_callout_alone_is_larger_also_among_short_texts(theme, tmp_path):
    """Though its text is as large as it may be."""
    page = pages(tmp_path, theme, {"title": "A", **CALLOUT}, *[{"title": "B", "text": "A few words."}] * 4)[0]
    heading, text = (size(one) for one in page.leaves if one.region and isinstance(one.item, TextItem))
    assert heading > text


def test_a_theme_may_have_callouts_smaller_than_other_texts(tmp_path):
    """They stay so where those become larger."""
    (tmp_path / "house.yaml").write_text("extends: plain\nstyles: {callout: {size: 18, short: 18}}\n", encoding="utf-8")
    page = pages(tmp_path, "../house.yaml", {"title": "A", **BESIDE["below a text"]})[0]
    assert {one.item.style.name: size(one) for one in page.leaves if one.region and isinstance(one.item, TextItem)} == {
        "body": 27,
        "callout-title-note": 27,
        "callout": 18,
    }


def test_parts_have_room_below_a_title_whose_number_takes_a_line(tmp_path):
    """The slide's own title has one line, those of its parts have two; slides of both kinds are in the deck."""
    rows = [[f"Row {number}"] for number in range(60)]
    split = {"title": "Ru saquetings sequetings si so", "table": {"rows": rows, "header": 0}, "overflow": "split"}
    long = {"title": "Sube tabequetings tebequetings tibequetings tobe tubequetings", **ITEMS}
    shown = pages(tmp_path, "briefing", split, long, size="4:3")
    assert len(shown) >= 4 and all("/" in page.title for page in shown[:-1])
    for page in shown:
        assert all(one.rect.bottom <= page.layout.slots["credits"].rect.y for one in page.placed if one.region)
