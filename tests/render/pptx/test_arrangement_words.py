"""Names of arrangements: what stands there in words, in order, and how columns differ."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from deckmaker.layout import Role
from deckmaker.render.pptx.arrangement import Arrangement, Column, Spot
from deckmaker.render.pptx.arrangement_words import arrangement_name
from tests.projects import briefing

KINDS = {"heading": Role.HEADING, "picture": Role.PICTURE, "table": Role.TABLE, "caption": Role.CAPTION}
FOUR = "Four cells in two rows"


def cell_spots(word: str, number: int, kinds: str) -> list[Spot]:
    """Return the places of a cell, given what is in it, one word after another."""
    cell = f"{word} {number}"
    return [
        Spot(f"{cell} {kind}", KINDS[kind], cell) if kind in KINDS else Spot(cell, Role(kind), cell)
        for kind in kinds.split()
    ]


def cells(word: str, contents: Sequence[str], across: int = 4, widths: Sequence[int] = (200,) * 4) -> Arrangement:
    """Return an arrangement of cells alone."""
    spots = [spot for number, kinds in enumerate(contents, start=1) for spot in cell_spots(word, number, kinds)]
    lefts = [sum(widths[:index]) for index in range(across)]
    columns = {
        f"{word} {number}": Column(lefts[(number - 1) % across], widths[(number - 1) % across])
        for number, kinds in enumerate(contents, start=1)
        if kinds
    }
    return Arrangement("columns", tuple(spots), tuple(columns.items()))


def named(arrangement: Arrangement, *taken: str) -> str:
    """Return an arrangement's name beside those that are taken."""
    return arrangement_name(arrangement, briefing().layouts[arrangement.layout], taken)


@pytest.mark.parametrize(
    ("contents", "across", "widths", "name"),
    [
        (["text", "text"], 2, (400, 400), "Two columns"),
        (["heading text", "heading text"], 2, (400, 400), "Two columns with headings"),
        (["heading text", "text"], 2, (400, 400), "Two columns with some headings"),
        (["text", "text"], 2, (500, 300), "Two columns, the first wider"),
        (["text", "text", "text"], 3, (200, 400, 200), "Three columns, the second wider"),
        (["text", "text", "text"], 3, (300, 300, 200), "Three columns, the third narrower"),
        (["text", "text", "text"], 3, (100, 200, 300), "Three columns, of several widths"),
        (["picture", "picture"], 2, (400, 400), "Two columns of pictures"),
        (
            ["heading picture caption"] * 3,
            3,
            (200, 200, 200),
            "Three columns of pictures with headings and captions",
        ),
        (["picture", "text", "table"], 3, (200, 200, 200), "Three columns: picture, text, table"),
        (["text table caption", "picture"], 2, (400, 400), "Two columns: text and table with caption, picture"),
        (["heading picture text"] * 2, 2, (400, 400), "Two columns with headings: picture and text in each"),
        (["text"], 1, (400,), "One column"),
        (["heading text"], 1, (400,), "One column with heading"),
        (["heading table caption"], 1, (400,), "One column with heading: table with caption"),
        (["", "heading table"], 2, (400, 400), "Two columns with some headings: nothing, table"),
    ],
)
def test_columns(contents: list[str], across: int, widths: tuple[int, ...], name: str) -> None:
    """What all have in common is said once; what they hold only where that is not text alone."""
    assert named(cells("column", contents, across, widths)) == name


def test_cells_and_pictures() -> None:
    """Those in several rows say in how many; of many cells it is counted what they hold."""
    assert named(cells("cell", ["text"] * 6, 3)) == "Six cells in two rows"
    assert named(cells("image", ["picture caption"] * 4, 2)) == "Four pictures in two rows with captions"
    assert named(cells("image", ["picture caption", "picture"], 2)) == "Two pictures with some captions"
    mixed = cells("cell", ["text", "picture", "text", "text", "picture"], 3)
    assert named(mixed) == "Five cells in two rows: three with text, two with picture"


@pytest.mark.parametrize(
    ("contents", "shaped", "name"),
    [
        (["quotation attribution", "", "", ""], [2, 3, 4], f"{FOUR}: quotation with attribution, three with shapes"),
        (["", "", "text", "picture"], [1, 2], f"{FOUR}: two with shapes, text, picture"),
        (["text", "", "picture", ""], [2, 4], f"{FOUR}: text, shapes, picture, shapes"),
        (["text", "", "", "", "", ""], [2, 3, 4, 5, 6], "Six cells in three rows: one with text, five with shapes"),
        (["heading", "heading"], [1, 2], "Two cells of shapes with headings"),
        (["heading text", "heading"], [2], "Two cells with headings: text, shapes"),
    ],
)
def test_cells_of_shapes_are_counted(contents: list[str], shaped: list[int], name: str) -> None:
    """No placeholder holds a composition, and a grid of four is one of four all the same."""
    known = cells("cell", [one or "text" for one in contents], 2, (400, 400))
    found = cells("cell", contents, 2, (400, 400))
    assert named(replace(found, columns=known.columns, shaped=tuple(f"cell {one}" for one in shaped))) == name


def test_two_columns_beside_shapes_are_not_two_columns() -> None:
    """PowerPoint's own type of layouts with two texts is not for three columns, of which one is a composition."""
    two = cells("column", ["text", "text"], 2, (400, 400))
    assert two.is_two_columns
    assert not replace(two, shaped=("column 3",)).is_two_columns


def region(*kinds: str) -> Arrangement:
    """Return an arrangement of things one below the other."""
    return Arrangement("content", tuple(Spot(kind, Role(kind), "") for kind in kinds), ())


@pytest.mark.parametrize(
    ("kinds", "name"),
    [
        (("quotation",), "Quotation"),
        (("quotation", "attribution"), "Quotation with attribution"),
        (("table", "caption"), "Table with caption"),
        (("text", "table"), "Text and table"),
        (("text", "table", "caption", "text"), "Text, table with caption and text"),
        (("table", "caption", "table", "caption"), "Two tables with captions"),
        (("table", "caption", "table"), "Table with caption and table"),
        (("heading", "text", "heading", "text"), "Two texts with headings"),
        (("heading",), "Heading"),
        ((), "Title and shapes"),
    ],
)
def test_one_below_the_other(kinds: tuple[str, ...], name: str) -> None:
    """Neighbours of one kind are counted; captions and attributions belong to what is above them.

    Where nothing has a placeholder, there is a composition of shapes.
    """
    assert named(region(*kinds)) == name


def test_other_layouts_are_named() -> None:
    """Those that are for what stands in them need no mention."""
    assert named(replace(region("text", "table"), layout="picture-right")) == "Picture right: text and table"


def test_a_name_that_is_taken_is_told_apart() -> None:
    """By the layout in which the arrangement is, then by a number, whatever the case."""
    table = region("table")
    assert named(table, "TABLE") == "Content: table"
    assert named(table, "Table", "Content: table") == "Table, 2"
    assert named(table, "Table", "Content: table", "table, 2") == "Table, 3"


@pytest.mark.parametrize(
    ("kinds", "name"),
    [
        (("chart",), "Chart"),
        (("subtitle", "chart", "caption"), "Chart with subtitle and caption"),
        (("text", "subtitle", "chart"), "Text and chart with subtitle"),
        (("subtitle", "chart", "subtitle", "chart"), "Two charts with subtitles"),
        (("subtitle", "caption"), "Charts with subtitle and caption"),
        (("subtitle",), "Charts with subtitle"),
    ],
)
def test_subtitles_belong_to_charts(kinds: tuple[str, ...], name: str) -> None:
    """Small multiples, which have no place, are between a subtitle and a caption."""
    assert named(region(*kinds)) == name
