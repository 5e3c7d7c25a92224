"""Tables in the page: what they say to readers of any kind, and where Chromium draws their cells."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Page as Tab

from deckmaker.layout import CellRole, TableItem
from deckmaker.layout.tables.grid import column_groups
from tests.agreement.comparison import compare
from tests.agreement.expectation import expected_views
from tests.agreement.pdf_reader import read_pdf
from tests.projects import briefing
from tests.render.hand_tables import HandTable, Written
from tests.render.html.conftest import Open, show
from tests.render.html.decks import rendered
from tests.render.html.lines import decided_lines, drawn_lines
from tests.render.sample_tables import SAMPLES, sample_document, table_on
from tests.render.table_documents import table_document

NUMBERS = range(1, len(SAMPLES) + 1)
each_table = pytest.mark.parametrize("number", NUMBERS)


@cache
def tables() -> list[lxml.html.HtmlElement]:
    return lxml.html.fromstring(rendered(sample_document())).xpath("//table")


def grid(table: lxml.html.HtmlElement) -> list[list[tuple[str, str, str | None]]]:
    """Return each row's cells: element, text, scope."""
    rows = table.xpath(".//tr")
    return [[(cell.tag, cell.text_content(), cell.get("scope")) for cell in row] for row in rows]


@each_table
def test_every_cell_is_there_once_in_reading_order(number: int) -> None:
    """With its words, and as many rows and columns as it takes."""
    read = [
        (cell.text_content(), int(cell.get("rowspan", "1")), int(cell.get("colspan", "1")))
        for cell in tables()[number - 1].xpath(".//th | .//td")
    ]
    assert read == [(cell.text.text, cell.rows, cell.columns) for cell in table_on(number).cells]


def test_parts_and_headers_of_a_plain_table() -> None:
    """Header cells are of their columns, names of their rows, in the footer too."""
    table = tables()[0]
    assert [one.tag for one in table] == ["caption", *["colgroup"], "thead", "tbody", "tfoot"]
    rows = grid(table)
    assert rows[0] == [("th", text, "col") for text in ("Harbour", "Nights", "Share", "Remark")]
    assert [row[0] for row in rows[1:]] == [
        ("th", text, "row") for text in ("North", "East", "Old & new <basin>", "All")
    ]
    assert {cell[0] for row in rows[1:] for cell in row[1:]} == {"td"}


def test_headers_of_several_columns_and_rows() -> None:
    """They are of a group, which the table has: columns in a colgroup, rows in a tbody."""
    table = tables()[1]
    assert [len(group) for group in table.xpath("./colgroup")] == [1, 2, 2]
    assert [len(group) for group in table.xpath("./tbody")] == [2, 2]
    rows = grid(table)
    assert [cell[2] for cell in rows[0]] == ["col", "colgroup", "colgroup"]
    assert [cell[2] for cell in rows[1]] == ["col"] * 4
    assert [row[0][2] for row in (rows[2], rows[4])] == ["rowgroup", "rowgroup"]
    assert rows[6][0] == ("th", "Mean", "row")


def test_of_groups_within_each_other_the_largest_is_one() -> None:
    """HTML's groups lie side by side: a name above two of three columns makes none beside one above all three."""
    names = [[Written("Nights", columns=3)], [Written("Loud", columns=2), "All"], ["2025", "2026", ""]]
    placed = HandTable([*names, ["1", "2", "3"]], (60.0, 60.0, 60.0), header_rows=3).placed(briefing())
    assert isinstance(placed.item, TableItem)
    assert column_groups(placed.item) == [(0, 3)]


def test_a_name_of_rows_that_a_cell_reaches_out_of_is_of_each() -> None:
    """Rows that are no group of the table, since a cell would be cut by its edge, have no group's header."""
    table = HandTable(
        [["A", "B"], [Written("both", rows=2), "1"], [Written("on", rows=2)], ["one"]],
        (120.0, 120.0),
        stub_columns=1,
    )
    (read,) = lxml.html.fromstring(rendered(table_document(table))).xpath("//table")
    assert len(read.xpath("./tbody")) == 1
    assert [cell.get("scope") for cell in read.xpath(".//tbody//th")] == ["row", "row"]


def test_an_empty_header_is_none() -> None:
    """Nobody is told of a header without words."""
    table = HandTable([["", "B"], ["a", "b"]], (120.0, 120.0))
    (read,) = lxml.html.fromstring(rendered(table_document(table))).xpath("//table")
    assert [one.tag for one in read.xpath("./thead/tr/*")] == ["td", "th"]


def test_the_caption_is_said_once() -> None:
    """It is the placed text, within its table; a table without a caption has none."""
    html = rendered(sample_document())
    assert html.count("<caption") == 2 and html.count("Nights with noise above the limit") == 1
    assert [one.get("aria-label") for one in tables()] == [None, None, None]


def test_rules_and_grounds_follow_the_palette() -> None:
    """As shapes behind the table, hidden from readers, in colours that change with the reader's mode."""
    for number, table in zip(NUMBERS, tables(), strict=True):
        item = table_on(number)
        fills = [*item.backgrounds, *item.rules]
        shapes = [
            one for one in table.getparent().itersiblings("div", preceding=True) if "shape" in one.get("class", "")
        ]
        own = shapes[: len(fills)][::-1]
        assert [f"var(--color-{fill.color})" in one.get("style", "") for fill, one in zip(fills, own, strict=True)]
        assert {one.get("aria-hidden") for one in own} == {"true"}
        assert not table.xpath(".//@style[contains(., '#')]")


BOXES = """number => {
  const page = document.querySelector(`#slide-${number} > .page`), origin = page.getBoundingClientRect();
  const scale = origin.width / parseFloat(getComputedStyle(page).getPropertyValue("--page-width"));
  return [...page.querySelectorAll("th, td")].map(cell => {
    const box = cell.getBoundingClientRect();
    return [box.left - origin.left, box.top - origin.top, box.width, box.height].map(one => one / scale);
  });
}"""


@pytest.mark.outside
@pytest.mark.parametrize("window", [(1280, 720), (1440, 900), (390, 844)])
def test_cells_have_the_boxes_that_layout_gave_them(window: tuple[int, int], open_document: Open) -> None:
    """At any size of the window, to a tenth of a point; no text makes one larger."""
    tab = open_document(sample_document(), *window, query="?view=slides")
    for number in NUMBERS:
        show(tab, number)
        for cell, box in zip(table_on(number).cells, tab.evaluate(BOXES, number), strict=True):
            assert box == pytest.approx((cell.rect.x, cell.rect.y, cell.rect.width, cell.rect.height), abs=0.1)


@pytest.mark.outside
@each_table
def test_lines_stand_where_layout_has_them(number: int, open_document: Open) -> None:
    """Those of cells and of the caption; bold and code cells in fonts that hold their characters."""
    tab = open_document(sample_document())
    show(tab, number)
    drawn = {(one.text, round(one.left), round(one.baseline)): one for one in drawn_lines(tab, number)}
    decided = [line for line in decided_lines(sample_document().pages[number - 1]) if line.text]
    assert len(drawn) == len(decided)
    for line in decided:
        (near,) = [
            one
            for one in drawn.values()
            if one.text == line.text and abs(one.left - line.left) < 1 and abs(one.baseline - line.baseline) < 1
        ]
        assert (near.left, near.right, near.baseline) == pytest.approx((line.left, line.right, line.baseline), abs=0.3)


def accessible(tab: Tab) -> list[tuple[str, str]]:
    """Return role and name of all that a screen reader is told of, in order."""
    session = tab.context.new_cdp_session(tab)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    return [(one["role"]["value"], one.get("name", {}).get("value", "")) for one in nodes if not one.get("ignored")]


@pytest.mark.outside
def test_a_screen_reader_is_told_of_a_table(open_document: Open) -> None:
    """A table by its caption's name, with headers of columns and of rows."""
    tab = open_document(sample_document())
    show(tab, 1)
    told = accessible(tab)
    assert ("table", "Nights with noise above the limit") in told
    assert {("columnheader", "Harbour"), ("rowheader", "North"), ("rowheader", "All"), ("cell", "12")} <= {*told}
    roles = [cell.role for cell in table_on(1).cells]
    assert sum(role == "columnheader" for role, _ in told) == roles.count(CellRole.HEADER)


@pytest.mark.outside
def test_a_table_is_printed_as_it_is_shown(open_document: Open, tmp_path: Path) -> None:
    """On paper, too, each line and rule stands where layout has it."""
    tab = open_document(sample_document())
    tab.pdf(path=tmp_path / "printed.pdf", prefer_css_page_size=True, print_background=True)
    # The first page's link is drawn apart from its line, and would be read as one of its own.
    report = compare(expected_views(sample_document())[1:], read_pdf(tmp_path / "printed.pdf", 960)[1:])
    assert [str(one) for one in report.findings] == []
    assert report.percentile(99) < 0.5


def test_a_theme_may_have_no_style_of_the_cells_name() -> None:
    """The table then says all of it itself."""
    document = sample_document()
    styles = {name: one for name, one in document.theme.styles.items() if name != "body"}
    bare = replace(document, theme=replace(document.theme, styles=styles))
    table = lxml.html.fromstring(rendered(bare)).xpath("//table")[0]
    assert {"font-family", "color", "letter-spacing", "--size"} <= {
        one.partition(":")[0] for one in table.get("style").split(";")
    }
