"""Charts in the page: what they say to whom, by eye, by keyboard and by screen reader."""

from __future__ import annotations

import re
from base64 import b64decode
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import lxml.html
import pytest
from fontTools.ttLib import TTFont
from playwright.sync_api import Browser

from deckmaker.layout import Document
from deckmaker.model.chart import NumberStyle
from tests.installed_fonts import NOTO, fonts_in
from tests.projects import DECK, Project
from tests.render.hand_charts import HOSTILE, chart_document, chart_theme, columns, dots, lines, samples
from tests.render.html.conftest import Open, settle
from tests.render.html.decks import rendered


@pytest.fixture(scope="module")
def document() -> Document:
    """Return a deck of columns, lines and dots."""
    theme = chart_theme()
    return chart_document((columns(theme), lines(theme), dots(theme)), theme)


@pytest.fixture(scope="module")
def page(document: Document) -> lxml.html.HtmlElement:
    return lxml.html.fromstring(rendered(document))


def test_a_chart_is_a_picture_with_its_words(document: Document, page: lxml.html.HtmlElement) -> None:
    """One figure each, whose note is its caption."""
    drawings = page.xpath("//figure//svg[@role='img']")
    assert [one.get("aria-label") for one in drawings] == [f"Columns: {HOSTILE}", *["A chart of two years"] * 2]
    assert [one.text_content().strip() for one in page.xpath("//figure/figcaption")] == ["A note & more"] * 3
    assert [one.xpath("ancestor::figure")[0][-1].tag for one in drawings] == ["figcaption"] * 3


def test_what_the_data_say_is_said_once(page: lxml.html.HtmlElement) -> None:
    """Numbers along axes and labels of marks are hidden from screen readers; annotations and the legend are not."""
    hidden = {one.text_content() for one in page.xpath("//*[@aria-hidden='true' and contains(@class, 'text')]")}
    assert hidden == {"0", "1", "2", "3"}
    labels = page.xpath("(//*[@class='chart-labels'])[1]")[0]
    assert labels.get("aria-hidden") == "true" and labels[0].text_content() == "2023"
    told = [
        one.text_content()
        for one in page.xpath(
            "//section[1]//figure//*[contains(@class, 'text')][not(ancestor-or-self::*[@aria-hidden])]"
        )
    ]
    assert told == ["Deaths, thousands", "Pumps", "Halved in 2017", "A note & more"]


@pytest.mark.parametrize("name", ["ทำ", "CO₂ทำ"])
def test_data_are_shaped_one_script_at_a_time(name: str, tmp_path: Path) -> None:
    """What is in Thai is shaped so, though Latin letters are before it: `ำ` is a ring and a vowel."""
    project = Project(tmp_path)
    names = ["Quay", name, *(f"Quay{number}" for number in range(60))]  # too many for the axis
    values = ", ".join(f"{name}: {number}" for number, name in enumerate(names))
    (tmp_path / "house.yaml").write_text("extends: briefing\nfonts: {body: Noto Sans Thai}\n", encoding="utf-8")
    deck = f"{DECK}    layout: content\n    chart:\n      type: column\n      values: {{{values}}}\n"
    with fonts_in(NOTO):
        written = rendered(project.document(f"theme: ../house.yaml\n{deck}"))
    files = re.findall(r"base64,([\w+/=]+)", written)
    held = [set(TTFont(BytesIO(b64decode(one))).getBestCmap()) for one in files if one.startswith("d09G")]
    assert any(ord("ำ") in one for one in held)
    assert all({0xE4D, 0xE32} <= one for one in held if ord("ำ") in one)


def test_data_are_a_table_with_headers(page: lxml.html.HtmlElement) -> None:
    """Series are columns, categories rows; names stay names, whatever they look like."""
    table = page.xpath("(//details//table)[1]")[0]
    rows = [[cell.text_content() for cell in row] for row in table.iter("tr")]
    name = HOSTILE.replace("\n", "")
    assert rows == [["", name, "Gas"], ["2023", "1.0", "−0.5"], [name, "2.5", "1,234.5"]]
    assert [one.get("scope") for one in table.iter("th")] == ["col", "col", "row", "row"]
    assert [one.get("aria-label") for one in page.xpath("//details/summary")] == ["Data"] * 3


def test_a_gap_is_an_empty_cell(page: lxml.html.HtmlElement) -> None:
    """And points have a row each, with the titles of their axes above them."""
    (_, lines_table, dots_table) = page.xpath("//details//table")
    assert [row[2].text_content() for row in lines_table.iter("tr")] == ["Boilers", "1", "", "", "", "3"]
    assert [cell.text_content() for cell in next(dots_table.iter("tr"))] == ["", "Width", "y"]
    assert dots_table.xpath("string(.//tbody/tr/th)") == "Town 0"


def test_numbers_are_in_the_language_of_the_deck() -> None:
    """In the table as at the marks, and so is the button's name."""
    theme = chart_theme()
    item = columns(theme)
    german = replace(item.chart, y_axis=replace(item.chart.y_axis, style=NumberStyle("de", unit="kWh")))
    page = lxml.html.fromstring(rendered(chart_document([replace(item, chart=german)], theme, "de")))
    assert page.xpath("string((//details//td)[last()])") == "1.234,5\u00a0kWh"
    assert page.xpath("string((//title[parent::*[@data-series]])[last()])").endswith(", Gas: 1.234,5\u00a0kWh")
    assert page.xpath("//summary/@aria-label") == ["Daten"]


def test_marks_say_whose_they_are(page: lxml.html.HtmlElement) -> None:
    """By series and point, from 0, and in words."""
    (first, *_), (line, *_) = (page.xpath(f"//section[{number}]//*[@data-series]") for number in (1, 2))
    assert (first.tag, first.get("data-series"), first.get("data-point")) == ("rect", "0", "0")
    assert first.xpath("string(title)") == f"2023, {HOSTILE}: 1"
    assert line.get("data-point") is None
    assert line.xpath("string(title)") == "Pumps: 2000 10 – 2004 10.9719379013633"


def test_a_long_line_is_one_path() -> None:
    """However many points it has, and no number of it is longer than it need be."""
    theme = chart_theme()
    html = rendered(chart_document([lines(theme, 5_000)], theme))
    page = lxml.html.fromstring(html)
    (path,) = (one.get("d") for one in page.xpath("//path[contains(@class, 'line')]") if len(one.get("d")) > 1_000)
    assert path.count("L") == 4_999 and len(path) < 16 * 5_000


def test_decks_without_charts_have_none_of_it(document: Document) -> None:
    """No style, no script."""
    others = replace(document, pages=tuple(replace(one, placed=one.placed[:1]) for one in document.pages))
    for own in (".to-scale{", ".chart:focus", "// Charts by keyboard"):
        assert own in rendered(document) and own not in rendered(others)


@pytest.mark.outside
def test_a_chart_takes_the_arrow_keys_when_it_is_focused(document: Document, open_document: Open) -> None:
    """It says each mark at it; Escape gives the keys back to the deck."""
    tab = open_document(document)
    said = "document.querySelector('.present .chart-said').textContent"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.classList.contains('chart')")
    for key, words in (
        ("ArrowRight", f"2023, {HOSTILE}: 1"),
        ("ArrowRight", "2023, Gas: −0.5"),
        ("ArrowLeft", f"2023, {HOSTILE}: 1"),
        ("ArrowDown", "2023, Gas: −0.5"),
        ("End", f"{HOSTILE}, Gas: 1,234.5"),
    ):
        tab.keyboard.press(key)
        assert tab.evaluate(said) == words
    edges = "(({x, y, right, bottom}) => [x, y, right, bottom])(document.querySelector('%s').getBoundingClientRect())"
    box, mark = (tab.evaluate(edges % f".present .{one}") for one in ("chart-said", "current"))
    assert box[3] <= mark[1] and box[0] <= mark[2] and mark[0] <= box[2]
    assert tab.evaluate("Reveal.getIndices().h") == 0
    tab.keyboard.press("Escape")
    assert tab.evaluate(said) == "" and not tab.evaluate("Reveal.isOverview()")


@pytest.mark.outside
def test_a_click_on_a_chart_leaves_the_keys_to_the_deck(document: Document, open_document: Open) -> None:
    """Who presents points at charts."""
    tab = open_document(document)
    tab.mouse.click(640, 400)
    tab.keyboard.press("ArrowRight")
    settle(tab)
    assert tab.evaluate("Reveal.getIndices().h") == 1


@pytest.mark.outside
def test_data_open_by_keyboard_and_close(document: Document, open_document: Open) -> None:
    """Over the chart, without anything moving; Escape closes them and leaves the focus on their button."""
    tab = open_document(document)
    title = "JSON.stringify(document.querySelector('.present h1').getBoundingClientRect())"
    before = tab.evaluate(title)
    summary = "document.activeElement.tagName"
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    assert tab.evaluate(summary) == "SUMMARY"
    assert tab.evaluate("getComputedStyle(document.activeElement).opacity") == "1"
    assert tab.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    tab.keyboard.press(" ")
    assert tab.evaluate("document.activeElement.parentElement.open") and tab.evaluate("Reveal.getIndices().h") == 0
    table = tab.evaluate("JSON.stringify(document.querySelector('.present .panel').getBoundingClientRect())")
    assert table == tab.evaluate("JSON.stringify(document.querySelector('.present .chart').getBoundingClientRect())")
    assert tab.evaluate(title) == before
    tab.keyboard.press("Tab")
    tab.keyboard.press("ArrowDown")
    assert tab.evaluate("Reveal.getIndices().h") == 0
    tab.keyboard.press("Escape")
    assert tab.evaluate(summary) == "SUMMARY" and not tab.evaluate("document.activeElement.parentElement.open")
    assert not tab.evaluate("Reveal.isOverview()")
    tab.keyboard.press("ArrowRight")
    assert tab.evaluate("Reveal.getIndices().h") == 1


@pytest.mark.outside
@pytest.mark.parametrize(
    ("subtitle", "is_outside"), [("Deaths", False), ("Loudness by the distance from berth 4", True)]
)
def test_the_button_lies_on_no_word(subtitle: str, is_outside: bool, open_document: Open, tmp_path: Path) -> None:
    """Beside the line of a subtitle that fills it; above the chart's end where that is free."""
    rows = "[[Year, Deaths], ['2023', 1], ['2024', 2]]"
    chart = f"chart: {{type: column, subtitle: {subtitle}, rows: {rows}, credit: A}}"
    slide = f"  - title: Two\n    layout: columns\n    columns: [{{{chart}}}, {{{chart}}}]\n"
    tab = open_document(Project(tmp_path).document(f"title: T\nsize: '4:3'\nslides:\n{slide}"))
    summary = tab.locator(".present summary").first
    assert summary.evaluate("one => one.parentElement.classList.contains('outside')") == is_outside
    box = summary.bounding_box()
    assert box
    words = """() => [...document.querySelectorAll('.present .text')].flatMap(one => {
        const walker = document.createTreeWalker(one, NodeFilter.SHOW_TEXT), range = document.createRange(), found = [];
        while (walker.nextNode()) { range.selectNode(walker.currentNode); found.push(...range.getClientRects()); }
        return found.map(each => [each.left, each.top, each.right, each.bottom]) })"""
    left, top, right, bottom = box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"]
    met = [one for one in tab.evaluate(words) if one[0] < right and left < one[2] and one[1] < bottom and top < one[3]]
    assert not met


@pytest.mark.outside
def test_the_button_shows_at_a_chart_that_is_pointed_at(document: Document, open_document: Open) -> None:
    """And opens the data by a click; elsewhere it is not seen, and never on paper."""
    tab = open_document(document)
    opacity = "getComputedStyle(document.querySelector('.present summary')).opacity"
    tab.mouse.move(200, 90)
    assert tab.evaluate(opacity) == "0"
    tab.mouse.move(640, 400)
    assert tab.evaluate(opacity) == "1"
    tab.locator(".present summary").click()
    assert tab.locator(".present .chart-data td").first.is_visible()
    tab.emulate_media(media="print")
    assert not tab.locator(".present summary").is_visible()


@pytest.mark.outside
def test_colours_follow_the_mode_of_the_reader(open_document: Open) -> None:
    """As the rest of the page does."""
    theme = chart_theme()
    theme = replace(theme, modes={"dark": {**theme.palette, "series-1": "#ABCDEF"}})
    tab = open_document(chart_document([columns(theme)], theme))
    fill = "getComputedStyle(document.querySelector('.bar')).fill"
    own = ", ".join(str(int(theme.palette["series-1"][index : index + 2], 16)) for index in (1, 3, 5))
    assert tab.evaluate(fill) == f"rgb({own})"
    tab.emulate_media(color_scheme="dark")
    assert tab.evaluate(fill) == "rgb(171, 205, 239)"


@pytest.mark.outside
def test_a_slide_is_announced_without_its_data(document: Document, open_document: Open) -> None:
    """Screen readers are told the position and the title; a chart's numbers are on demand."""
    tab = open_document(document)
    tab.evaluate("Reveal.slide(1)")
    count = len(document.pages)
    assert tab.evaluate("document.querySelector('.deck-status').textContent") == f"Slide 2 of {count}: Chart 2"


@pytest.mark.outside
def test_series_stay_apart_where_the_reader_has_colours_forced(document: Document, open_document: Open) -> None:
    """What says which series a mark is of is no decoration."""
    tab = open_document(document)
    tab.emulate_media(forced_colors="active")
    fills = tab.evaluate("[...document.querySelectorAll('.bar')].map(one => getComputedStyle(one).fill)")
    assert len(set(fills)) == 2


@pytest.mark.outside
def test_data_are_shown_where_no_script_runs(document: Document, chromium: Browser, tmp_path: Path) -> None:
    """Below their chart: nobody has to open anything."""
    path = tmp_path / "document.html"
    path.write_text(rendered(document), encoding="utf-8")
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(path.as_uri())
    assert tab.locator("td").filter(has_text="1,234.5").is_visible()
    context.close()


@pytest.mark.outside
@pytest.mark.slow
def test_every_kind_of_mark_can_be_gone_to(open_document: Open) -> None:
    """Each has words."""
    theme = chart_theme()
    tab = open_document(chart_document(samples(theme).values(), theme))
    empty = "[...document.querySelectorAll('[data-series]')].filter(one => !one.querySelector('title').textContent)"
    assert tab.evaluate(f"{empty}.length") == 0
