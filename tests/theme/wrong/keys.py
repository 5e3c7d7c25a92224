"""Keys of theme files that there are not, and keys that are missing."""

from __future__ import annotations

from tests.theme.wrong.mistake import Mistake, in_layout, in_shape, in_slot

MISTAKES = {
    "a key of the file": Mistake(
        "palete: {ink: '#111111'}\n", "2:1", "unknown-key", "unknown key `palete`", "did you mean `palette`?"
    ),
    "another word for the palette": Mistake(
        "colors: {ink: '#111111'}\n", "2:1", "unknown-key", "unknown key `colors`", "did you mean `palette`?"
    ),
    "a colour outside the palette": Mistake(
        "accent: '#111111'\n",
        "2:1",
        "unknown-key",
        "unknown key `accent`",
        'colours stand in `palette`, by the names that it has, as in `palette: {accent: "#005F73"}`',
    ),
    "margins outside the grid": Mistake(
        "margins: 20\n", "2:1", "unknown-key", "unknown key `margins`", "write it in `grid`, as in `grid: {margin: 48}`"
    ),
    "a style by the word of other programs": Mistake(
        "styles:\n  h1: {size: 30}\n",
        "3:3",
        "missing-key",
        "keys `font`, `min`, `leading` and `color` are missing",
        "did you mean `title`?",
    ),
    "a role of a font": Mistake(
        "fonts: {headings: Arial}\n", "2:9", "unknown-key", "unknown key `headings`", "did you mean `heading`?"
    ),
    "a key of the grid": Mistake(
        "grid: {gutters: 20}\n", "2:8", "unknown-key", "unknown key `gutters`", "did you mean `gutter`?"
    ),
    "a key of a style": Mistake(
        "styles:\n  title: {sise: 30}\n", "3:11", "unknown-key", "unknown key `sise`", "did you mean `size`?"
    ),
    "a key of a style that others are like": Mistake(
        "styles:\n  standfirst: {colour: ink}\n", "3:16", "unknown-key", "unknown key `colour`", "did you mean `color`?"
    ),
    "a key of lists": Mistake(
        "lists: {bulet: '-'}\n", "2:9", "unknown-key", "unknown key `bulet`", "did you mean `bullet`?"
    ),
    "a key of links": Mistake(
        "link: {underline: no}\n", "2:8", "unknown-key", "unknown key `underline`", "keys here: color"
    ),
    "a key of columns": Mistake(
        "columns: {guter: 24}\n", "2:11", "unknown-key", "unknown key `guter`", "did you mean `gutter`?"
    ),
    "a key of flows": Mistake(
        "flow: {gutter: 24}\n",
        "2:8",
        "unknown-key",
        "unknown key `gutter`",
        "keys here: gap, heading_gap, caption_gap, caption, least_text, line, side",
    ),
    "a key of a layout": Mistake(
        in_layout("    backgroud: deep"), "4:5", "unknown-key", "unknown key `backgroud`", "did you mean `background`?"
    ),
    "a key of a slot": Mistake(
        in_slot("body: {colums: [2, 11]}"), "5:14", "unknown-key", "unknown key `colums`", "did you mean `columns`?"
    ),
    "a key of a shape, which so lacks it": Mistake(
        in_shape("colr: ink, columns: [1, 2], top: 0, height: 3"),
        "5:10",
        "unknown-key",
        "unknown key `colr`",
        "did you mean `color`?",
    ),
    "a slot": Mistake(
        in_slot("boddy: {columns: [2, 11]}"), "5:7", "unknown-key", "there is no slot `boddy`", "did you mean `body`?"
    ),
    "a style whose name is a slip": Mistake(
        "styles:\n  titel: {size: 36}\n",
        "3:3",
        "missing-key",
        "keys `font`, `min`, `leading` and `color` are missing",
        "did you mean `title`?",
    ),
    "a new style that says too little": Mistake(
        "styles:\n  zebra: {size: 36, color: ink}\n",
        "3:3",
        "missing-key",
        "keys `font`, `min` and `leading` are missing",
        "add what is missing, or say which style it is `like`",
    ),
    "a slip in `like`": Mistake(
        "styles:\n  ours: {lke: title, size: 33}\n", "3:10", "unknown-key", "unknown key `lke`", "did you mean `like`?"
    ),
    "a new style that says too little, and another like it": Mistake(
        "styles:\n  zebra: {size: 36, color: ink}\n  okapi: {like: zebra, min: 9}\n",
        "3:3",
        "missing-key",
        "keys `font`, `min` and `leading` are missing",
        "add what is missing, or say which style it is `like`",
    ),
    "a layout whose name is a slip": Mistake(
        "layouts:\n  contnet:\n    slots:\n      body: {columns: [2, 11]}\n",
        "3:3",
        "missing-key",
        "layout `contnet` has no slot `credits`",
        "did you mean `content`? A layout of its own needs a place for credits",
    ),
    "a layout whose name is a slip, without slots": Mistake(
        "layouts:\n  contnet: {background: deep}\n",
        "3:3",
        "missing-key",
        "key `slots` is missing",
        "did you mean `content`?",
    ),
    "a layout without credits": Mistake(
        "layouts:\n  poster:\n    slots:\n      title: {style: title, columns: [1, 12], top: 60, height: 60}\n",
        "3:3",
        "missing-key",
        "layout `poster` has no slot `credits`",
        "every slide needs a place for its credits",
    ),
    "a shape without place": Mistake(
        in_shape("color: ink, top: 0, height: 3"),
        "5:9",
        "wrong-value",
        "shape 1 of layout `content` takes `columns`, or `left` and `right`",
        "add `columns:`",
    ),
    "a text without style": Mistake(
        in_slot("meta: {columns: [1, 12], top: 60, height: 60}"),
        "5:13",
        "wrong-value",
        "slot `meta` holds text and has no `style`",
    ),
}
