"""Columns, grids and quotations that go on on further slides: in which places, and at which sizes."""

from __future__ import annotations

from textwrap import indent

import pytest
import yaml

from deckmaker.layout import Page, Role
from tests.layout.split_slides import LONG, SENTENCE, body, parts, sizes
from tests.projects import Project, briefing


def rules(page: Page) -> list[float]:
    """Return the widths of the rules above a page's columns or cells."""
    height = briefing().columns.rule_width
    return [one.rect.width for one in page.leaves if one.role is Role.DECORATION and one.rect.height == height]


def keys(**own: object) -> str:
    """Return a slide's keys as YAML."""
    dumped: str = yaml.safe_dump(own, width=10_000, allow_unicode=True, sort_keys=False)
    return indent(dumped, "    ")


def rows(count: int, first: str = "Berth") -> list[list[str]]:
    """Return the rows of a table with a header."""
    return [[first, "Level", "Nights"], *[[f"{first} {one}", str(40 + one), str(one)] for one in range(count)]]


def tables(pages: tuple[Page, ...], slot: str) -> list[tuple[int, int, float]]:
    """Return the rows, the size and the width of each table in a slot."""
    found = [placed for page in pages if (placed := page.slot(slot))]
    return [(len(one.item.rows), one.item.cells[0].text.setting.size, one.rect.width) for one in found]


def noted(count: int, word: str, every: int) -> list[list[str]]:
    """Return the rows of a table, some of them with a footnote."""
    cells = [
        [f"{word} {one}", f"so many^[Said of {word} {one}.]" if one % every == 0 else "so many"] for one in range(count)
    ]
    return [[word, "Level"], *cells]


def column_of(page: Page, slot: str) -> list[str]:
    """Return the texts of the first column of a page's table, but for its header."""
    placed = page.slot(slot)
    return [one.text.text for one in placed.item.cells if one.column == 0][1:] if placed else []


def test_columns_at_their_end_leave_their_width(tmp_path):
    """Those that go on share it; one that goes on alone has lines as long as those of a text."""
    texts = [SENTENCE, SENTENCE * 20, SENTENCE, SENTENCE * 40]
    pages = parts(tmp_path, keys(columns=[{"heading": f"H{one}", "text": text} for one, text in enumerate(texts)]))
    first, second, *_, last = pages
    assert len(rules(first)) == 4 and len(set(rules(first))) == 1
    assert len(rules(second)) == 2 and min(rules(second)) > 2 * max(rules(first))
    assert [body(second, f"column {one} heading") for one in (1, 2)] == ["H1", "H3"]
    assert rules(last) == [864] and body(last, "column 1 heading") == "H3"
    assert sizes(pages, "column 1") == {24}


def test_shares_of_columns_that_go_on_are_kept(tmp_path):
    """Two of three, by their own shares."""
    shares = [(1, LONG), (2, LONG), (1, "Short.")]
    _, second, *_ = parts(tmp_path, keys(columns=[{"width": width, "text": text} for width, text in shares]))
    narrow, wide = rules(second)
    assert wide == 2 * narrow


def test_a_table_in_a_column_keeps_its_columns(tmp_path):
    """From part to part, though its column goes on alone; no rule stands above nothing."""
    pages = parts(tmp_path, keys(columns=[{"table": {"rows": rows(18)}}, {"text": SENTENCE}]))
    assert len(pages) == 3
    (_, size, width), *others = tables(pages, "column 1 table")
    assert others and all(one[1:] == (size, width) for one in others)
    assert [len(rules(page)) for page in pages] == [2, 1, 1]


def test_a_row_of_a_grid_keeps_its_places(tmp_path):
    """What goes on of its first row stands where it stood, and above the second."""
    cells = [{"heading": str(one), "text": LONG if one == 2 else SENTENCE} for one in range(1, 5)]
    pages = parts(tmp_path, keys(grid={"across": 2, "cells": cells}))
    assert {page.slot("cell 2").rect.x for page in pages if body(page, "cell 2 heading") == "2"} == {498}


def test_rows_of_a_table_do_not_break_for_a_step(tmp_path):
    """In a narrow column, cells that have one line a step smaller are set so."""
    columns = [{"table": {"rows": rows(18)}}, *[{"text": SENTENCE}] * 3]
    found = tables(parts(tmp_path, keys(columns=columns)), "column 1 table")
    assert len(found) == 2 and {size for _, size, _ in found} == {15}


def test_no_row_stands_alone_below_others(tmp_path):
    """A table of which but one row has room begins on the next slide."""
    for count in range(5, 9):
        own = {"table": {"rows": rows(14)}}
        pages = parts(tmp_path, keys(content=[{"table": {"rows": rows(count)}}, own]))
        (more, *_), *_ = tables(pages, "table 2") or [(3,)]
        assert more > 2


def quotation(pages: tuple[Page, ...], slot: str) -> list[tuple[int, int]]:
    """Return how many words each part of a quotation has, and their size."""
    found = [placed for page in pages if (placed := page.slot(slot))]
    return [(len(one.item.text.split()), one.item.setting.size) for one in found]


def test_a_quotation_waits_for_a_slide_that_holds_it(tmp_path):
    """Whole, with who said it, rather than in part below a table."""
    quote = {"text": " ".join([SENTENCE.strip()] * 3), "by": "A neighbour"}
    pages = parts(tmp_path, keys(content=[{"table": {"rows": rows(16)}}, {"quote": quote}], overflow="split"))
    assert [words for words, _ in quotation(pages, "quotation")] == [len(quote["text"].split())]


@pytest.mark.slow
def test_a_quotation_is_parted_at_its_size(tmp_path):
    """Also where its words have room and who said them has none."""
    for count in range(2, 8):
        quote = {"text": " ".join([SENTENCE.strip()] * count), "by": "A neighbour in Quay Street"}
        columns = [{"quote": quote}, {"text": SENTENCE * 40}]
        found = quotation(parts(tmp_path, keys(columns=columns)), "column 1 quotation")
        assert {size for _, size in found} == {24}


def test_grids_that_have_room_one_by_one_but_not_together_are_parted(tmp_path):
    """Each is set on the grid of the page, for which they need a point more together."""
    blocks = [
        {"bullets": [{"Bi": ["Bo"]}]},
        {"grid": {"cells": [{"text": "Bu"}, {"heading": "Da"}]}},
        {"grid": {"cells": [{"table": {"rows": [["De"], ["Di"], ["Do"], ["Du"]]}}, {"text": "Doquet"}]}},
        {"agenda": True},
    ]
    slides = [{"title": "First"}, {"title": "Second", "section": "Du", "content": blocks}]
    document = Project(tmp_path).document(yaml.safe_dump({"title": "T", "theme": "briefing", "slides": slides}))
    assert [page.part for page in document.pages[1:]] == [(1, 2), (2, 2)]


def test_a_table_in_a_column_fills_further_parts(tmp_path):
    """Whatever stands above it in its column on the first, where it has less room."""
    above = {"table": {"rows": rows(3, "Quay")}}
    found = parts(tmp_path, keys(columns=[{"content": [above, {"table": {"rows": rows(24)}}]}, {"text": SENTENCE}]))
    counts = [count for count, *_ in tables(found[1:], "column 1 table")]
    assert counts == [9, 9, 5]
    assert not any(page.slot("column 1 table 2") for page in found[1:])


def test_a_table_in_columns_below_a_text_fills_further_parts(tmp_path):
    """The text is on the first part alone."""
    content = [{"text": SENTENCE * 6}, {"columns": [{"table": {"rows": rows(24)}}, {"text": SENTENCE}]}]
    found = parts(tmp_path, keys(content=content))
    assert [count for count, *_ in tables(found, "column 1 table")] == [4, 9, 9, 6]
    assert not any(page.slot("column 1 table 2") for page in found)


def test_tables_beside_each_other_leave_room_for_the_footnotes_of_both(tmp_path):
    """Those of the second one raise the foot of the place in which the first one was parted."""
    columns = [{"table": {"rows": noted(16, "Berth", 3)}}, {"table": {"rows": noted(16, "Quay", 2)}}]
    pages = parts(tmp_path, keys(columns=columns))
    shown = [text for page in pages for cell in range(1, 3) for text in column_of(page, f"column {cell} table")]
    assert sorted(shown) == sorted(row[0] for one in columns for row in one["table"]["rows"][1:])


def test_parts_of_a_table_are_parted_anew_where_footnotes_beside_them_need_room(tmp_path):
    """More than was known when its column was parted, on the first slide."""
    text = " ".join(f"Word {one}^[Note {one}, with a few words.]." for one in range(30))
    pages = parts(tmp_path, keys(columns=[{"text": text}, {"table": {"rows": noted(24, "Quay", 2)}}]))
    shown = [text for page in pages for slot in ("column 2 table", "column 1 table") for text in column_of(page, slot)]
    assert shown == [f"Quay {one}" for one in range(24)]


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("theme", ["plain", "statement"])
def test_tables_on_cards_end_above_footnotes_as_far_as_their_panels_need(tmp_path, theme):
    """On each part: as far as they end above the bottom of a slide without any."""
    cells = [{"table": {"rows": noted(12, "Berth", 1)}}, {"table": {"rows": noted(12, "Quay", 2)}}]
    head = f"theme: {theme}\n"
    pages = parts(tmp_path, keys(grid={"look": "cards", "across": 2, "cells": cells}), head)
    shown = [text for page in pages for cell in range(1, 3) for text in column_of(page, f"cell {cell} table")]
    assert sorted(shown) == sorted(row[0] for one in cells for row in one["table"]["rows"][1:])


def test_a_slide_that_has_room_as_one_part_is_one_page(tmp_path):
    """With a picture below a text that is lower than it would be on a slide that is not parted."""
    Project(tmp_path).picture("wide.png", (400, 300))
    for count in (38, 40, 42):
        left = {"content": [{"text": "word " * count}, {"image": {"file": "../wide.png", "alt": "A"}}]}
        columns = [left, {"table": {"rows": rows(7)}}]
        (page,) = parts(tmp_path, keys(columns=columns, overflow="split"), "theme: plain\n")
        assert page.slot("column 1 picture").rect.height > 36


def test_a_cell_waits_for_the_next_slide_where_footnotes_beside_it_leave_no_room(tmp_path):
    """Its one word and its footnote have room on a slide of their own, below no heading on the first."""
    steps = [f"Step {one}^[{SENTENCE}]" for one in range(8)]
    right = {"heading": "Why", "text": f"Word^[{SENTENCE * 12}]"}
    pages = parts(tmp_path, keys(columns=[{"process": steps}, right]))
    assert [body(page, "column 2 heading") for page in pages] == ["", "Why"]


def test_a_row_of_a_grid_that_has_no_room_above_its_footnotes_is_parted(tmp_path):
    """Its table, which a part sets no smaller, has room in the place that the row would have without them."""
    text = " ".join(f"Word {one}^[Note {one}]" for one in range(6))
    for count in (7, 8):
        cells = [{"table": {"rows": rows(count)}}, {"text": text}, *[{"text": SENTENCE * 3}] * 2]
        pages = parts(tmp_path, keys(grid={"across": 2, "cells": cells}))
        assert column_of(pages[0], "cell 1 table") == [f"Berth {one}" for one in range(count)]
        shown = " ".join(body(page, "cell 2") for page in pages)
        assert [shown.count(f"Word {one}") for one in range(6)] == [1] * 6


def test_a_heading_inside_a_column_is_on_one_part(tmp_path):
    """Though it begins one: it is no heading of its column, under which all goes on."""
    content = [{"quote": SENTENCE * 6}, {"heading": "Why"}, {"text": LONG}]
    pages = parts(tmp_path, keys(columns=[{"content": content}, {"text": LONG}]))
    shown = [[one.item.text for one in page.leaves if one.role is Role.HEADING] for page in pages]
    assert len(pages) > 3 and [one for page in shown for one in page] == ["Why"] and shown[0] == []


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("overflow", ["split", {"way": "shrink", "then": "split"}])
def test_a_row_of_a_grid_waits_for_a_slide_whose_type_has_room_for_its_longest_word(tmp_path, overflow):
    """Low enough for the slide that the row above it leaves, it would be too wide there."""
    cells = [{"text": text} for text in (SENTENCE * 8, *["Short"] * 3, "Quotationquotation", *["Short"] * 3)]
    own = keys(grid={"across": 4, "cells": cells}, overflow=overflow)
    pages = parts(tmp_path, own, "theme: plain\nsize: '4:3'\n")
    *above, last = [[one.item.setting.size for one in page.leaves if one.role is Role.TEXT] for page in pages]
    assert len(above) > 1 and {size for page in above for size in page} == {24}
    assert last == [15] * 4


def test_a_table_has_room_for_all_lines_of_its_caption_above_a_picture(tmp_path):
    """In a narrow cell, that takes more than one; the picture is lower for it."""
    Project(tmp_path).picture("wide.png", (400, 300))
    caption = "Nights on which a ship with reefers lay at berth four"
    content = [{"table": {"rows": rows(3), "caption": caption}}, {"image": {"file": "../wide.png", "alt": "A"}}]
    own = keys(grid={"across": 2, "cells": [{"content": content}, {"text": "a"}]}, overflow="split")
    pages = parts(tmp_path, own, "theme: plain\nsize: '4:3'\n")
    (captioned,) = (page for page in pages if body(page, "cell 1 caption"))
    placed = captioned.slot("cell 1 caption")
    assert len(placed.item.setting.lines) > 1 and captioned.slot("cell 1 picture")


@pytest.mark.parametrize(
    ("second", "count"),
    [
        ({"callout": "Who pays?"}, 0),
        ({"heading": "Asked", "callout": "Who pays?"}, 2),
        ({"content": [{"callout": "Who pays?"}, {"text": "Nobody said."}]}, 2),
        ({"text": "Nobody said."}, 2),
    ],
)
def test_a_callout_alone_in_its_cell_has_no_rule_above_it_nor_beside_it(tmp_path, second, count):
    """Its panel shows where the cell begins, and a rule beside it would lie above the panel's edge."""
    (page,) = parts(tmp_path, keys(grid={"cells": [{"text": "We have not slept since June."}, second]}))
    assert len(rules(page)) == count


def test_a_table_above_a_diagram_on_a_part_has_room_for_its_rows(tmp_path):
    """Parted from the cells beside it: a diagram makes itself smaller there, and takes none of its room."""
    text = "Tibe tobe tube babi-bebiquetings bibiquetings bobi bubi dabiquet debi dibiquetings"
    cells = [
        {},
        {"content": [{"table": {"rows": [["A"], ["B"], ["C"]]}}, {"diagram": {"edges": ["n0 -> n1 -> n2 -> n3"]}}]},
        {"content": [{"heading": "Libe"}]},
        {},
        {"heading": "Dobiquetings", "content": [{"heading": "Sobe"}, {"text": text}]},
    ]
    deck = {"title": "T", "slides": [{"layout": "content", "content": [{"grid": {"cells": cells}}]}]}
    found, diagnostics = Project(tmp_path).read(yaml.safe_dump(deck))
    assert found, [one.message for one in diagnostics]


@pytest.mark.parametrize("count", [5, 6, 7, 9, 14])
@pytest.mark.parametrize("caption", [{}, {"caption": "Measured in October"}])
def test_a_table_below_a_text_in_the_first_row_of_a_grid_stays_on_the_page(tmp_path, count, caption):
    """With its caption: what of it has no room goes on on the next part, before the second row."""
    table = {"table": {"rows": rows(count), **caption}}
    first = {"heading": "Berths", "content": [{"heading": "Levels"}, {"text": SENTENCE}, table]}
    others = [{"heading": "Quay", "content": [{"heading": "Who"}, {"text": SENTENCE}]}] * 3
    pages = parts(tmp_path, keys(grid={"cells": [first, *others]}))
    assert len(pages) > 1
    for page in pages:
        low = briefing().plain.slots["body"].rect.bottom
        assert all(one.rect.bottom <= low + 0.1 for one in page.leaves if one.role in (Role.TABLE, Role.CAPTION))
    held = [one for page in pages for one in column_of(page, "cell 1 table")]
    assert held == [row[0] for row in rows(count)[1:]]
    assert sum(one.role is Role.CAPTION for page in pages for one in page.leaves) == len(caption)


def test_a_diagram_in_the_cell_of_a_grid_leaves_other_rows_their_height(tmp_path):
    """Alone on a slide it may be as tall as that: cells are not alone, also where nothing is below their grid."""
    diagram = {"edges": ["n0 -> n1 -> n2"], "nodes": {"n0": "Doquet", "n1": "Duquetings", "n2": "Fa"}}
    six = [*({"text": one} for one in ("Bi", "Bo", "Bu", "Da", "De")), {"heading": "Diquet", "diagram": diagram}]
    picture = {"image": {"file": "../wide.png", "alt": "Fo", "credit": {"creator": "Fu"}}}
    project = Project(tmp_path)
    project.picture("wide.png", (1600, 900))
    slide = {"title": "Be", "content": [{"grid": {"cells": [*six, {"text": "Fe"}]}}, {"text": "Fi"}, picture]}
    found, diagnostics = project.read(yaml.safe_dump({"title": "T", "slides": [{"title": "First"}, slide]}))
    assert found, [one.message for one in diagnostics]


def test_texts_above_a_diagram_in_a_grid_have_their_room_on_a_part(tmp_path):
    """A diagram makes itself smaller there, in a cell, too: it is asked for what it needs at least."""
    diagram = {"edges": ["n0 -> n1 -> n2 -> n3"], "nodes": {"n0": "Doquet", "n1": "Du", "n2": "Faquetings", "n3": "Fe"}}
    picture = {"image": {"file": "../wide.png", "alt": "Fo", "credit": {"creator": "Fu"}}}
    project = Project(tmp_path)
    project.picture("wide.png", (1600, 900))
    grid = {"grid": {"cells": [{"content": [picture, {"text": "Di"}]}, {"diagram": diagram}]}}
    slide = {"title": "Be", "content": [{"text": "Bi"}, {"text": "Bo"}, {"text": "Bu"}, grid]}
    found, diagnostics = project.read(yaml.safe_dump({"title": "T", "slides": [{"title": "First"}, slide]}))
    assert found, [one.message for one in diagnostics]
