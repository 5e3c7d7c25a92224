"""Places that a page has no room for."""

from __future__ import annotations

from tests.theme.wrong.mistake import BAR, Mistake, in_shape, in_slot

MISTAKES = {
    "a grid without room": Mistake(
        "grid: {left: 48, right: 48, columns: 12, gutter: 90}\n",
        "2:38",
        "wrong-value",
        "`grid` leaves no room for columns on a 16:9 page: margins and gutters take 1086 of its 960 points",
    ),
    "no columns": Mistake(
        "grid: {columns: 0}\n", "2:17", "wrong-value", "`columns` takes a number, 1 or more, found `0`"
    ),
    "a column that the grid lacks": Mistake(
        in_slot("body: {columns: [2, 14]}"), "5:23", "wrong-value", "`columns` go from 1 to 12, not 2 to 14"
    ),
    "columns backwards": Mistake(
        in_slot("body: {columns: [11, 2]}"), "5:23", "wrong-value", "`columns` go from 1 to 12, not 11 to 2"
    ),
    "a wider place than the grid": Mistake(
        in_slot("body: {wide: [1, 13]}"),
        "5:20",
        "wrong-value",
        "`wide` of slot `body` of layout `content` goes from 1 to 12, not 1 to 13",
    ),
    "a wider place backwards": Mistake(
        in_slot("body: {wide: [12, 1]}"),
        "5:20",
        "wrong-value",
        "`wide` of slot `body` of layout `content` goes from 1 to 12, not 12 to 1",
    ),
    "a wider place of one column": Mistake(
        in_slot("body: {wide: [12]}"),
        "5:20",
        "wrong-value",
        "`wide` needs 2 entries, found 1",
        "name the first and the last column, as in `[1, 6]`",
    ),
    "one column": Mistake(
        in_slot("body: {columns: [2]}"),
        "5:23",
        "wrong-value",
        "`columns` needs 2 entries, found 1",
        "name the first and the last column, as in `[1, 6]`",
    ),
    "column nought": Mistake(
        in_slot("body: {columns: [0, 3]}"),
        "5:24",
        "wrong-value",
        "entry 1 of `columns` takes a number, 1 or more, found `0`",
    ),
    "a number for columns": Mistake(
        in_slot("body: {columns: 2}"),
        "5:23",
        "wrong-type",
        "`columns` takes a list, found `2`",
        "put `- ` before each entry",
    ),
    "too little of a height": Mistake(
        in_shape("color: ink, columns: [1, 2], top: 0"),
        "5:9",
        "wrong-value",
        "shape 1 of layout `content` takes two of `top`, `bottom` and `height`, found `top` alone",
    ),
    "too much of a height": Mistake(
        in_slot("body: {top: 160, bottom: 66, height: 100}"),
        "5:13",
        "wrong-value",
        "slot `body` of layout `content` takes two of `top`, `bottom` and `height`, found all three",
        "`null` drops one that is inherited, as in `bottom: null`",
    ),
    "a top below the bottom": Mistake(
        in_slot("body: {top: 300, bottom: 300}"),
        "5:19",
        "wrong-value",
        "slot `body` of layout `content` has no room on a 16:9 page",
    ),
    "below the page": Mistake(
        in_slot("title: {top: 500, height: 72}"),
        "5:20",
        "wrong-value",
        "slot `title` of layout `content` reaches over the edge of a 16:9 page, which is 540 points high",
    ),
    "beside the page": Mistake(
        in_shape("color: ink, columns: [7, 12], top: 0, height: 3, width: 900"),
        "5:66",
        "wrong-value",
        "shape 1 of layout `content` reaches over the edge of a 16:9 page, which is 960 points wide",
    ),
    "a fade wider than the shape": Mistake(
        in_shape(f"{BAR}, width: 100, fade: 120"),
        "5:76",
        "wrong-value",
        "shape 1 of layout `content` has a `fade` of 120 points, and is 100 wide",
    ),
    "a scrim over no picture": Mistake(
        in_shape(f"{BAR}, scrim: true"),
        "5:65",
        "wrong-value",
        "shape 1 of layout `content` is a `scrim`, and lies over no picture",
        "add `over: picture`",
    ),
}
