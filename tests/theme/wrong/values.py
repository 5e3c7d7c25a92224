"""Values of the wrong kind, and sizes that are none or do not go together."""

from __future__ import annotations

from tests.theme.wrong.mistake import BAR, Mistake, in_layout, in_shape, in_slot

MISTAKES = {
    "a smallest size above the size": Mistake(
        "styles:\n  title: {size: 30, min: 31}\n",
        "3:26",
        "wrong-value",
        "style `title` has a `min` of 31, larger than its `size` of 30",
    ),
    "a smallest size that others have, too": Mistake(
        "styles:\n  display: {size: 39, min: 70}\n",
        "3:28",
        "wrong-value",
        "style `display` has a `min` of 70, larger than its `size` of 39",
    ),
    "a size for short texts below the size": Mistake(
        "styles:\n  body: {size: 24, short: 21}\n",
        "3:27",
        "wrong-value",
        "style `body` has a `short` of 21, smaller than its `size` of 24",
    ),
    "a slot's size below its style's smallest": Mistake(
        "styles:\n  furniture: {min: 10}\n" + in_slot("trail: {size: 8}"),
        "3:20",
        "wrong-value",
        "slot `trail` of layout `content` has a `min` of 10, larger than its `size` of 8",
    ),
    "no size": Mistake(
        "styles:\n  title: {size: 0}\n", "3:17", "wrong-value", "`size` takes a number, 1 or more, found `0`"
    ),
    "a negative size": Mistake(
        "styles:\n  standfirst: {size: -3}\n", "3:22", "wrong-value", "`size` takes a number, 1 or more, found `-3`"
    ),
    "a size with a unit": Mistake(
        "styles:\n  title: {size: 30pt}\n",
        "3:17",
        "wrong-type",
        "`size` takes a whole number, found `30pt`",
        "write `30`: sizes are in points",
    ),
    "a table's gutter that no page has room for": Mistake(
        "table: {gutter: 1000000}\n", "2:17", "wrong-value", "`gutter` takes a number, 10 or less, found `1000000`"
    ),
    "letters that stand a page apart": Mistake(
        "styles:\n  body: {tracking: 1e9}\n",
        "3:20",
        "wrong-value",
        "`tracking` takes a number, 100 or less, found `1e9`",
    ),
    "a border that PowerPoint has no line for": Mistake(
        "pictures: {border: ink, border_width: 2000}\n",
        "2:39",
        "wrong-value",
        "`border_width` takes a number, 400 or less, found `2000`",
    ),
    "a chart's line that PowerPoint has not": Mistake(
        "charts: {line: 2000}\n", "2:16", "wrong-value", "`line` takes a number, 400 or less, found `2000`"
    ),
    "a gap that Python takes for a number": Mistake(
        "styles:\n  title: {gap: inf}\n", "3:16", "wrong-type", "`gap` takes a number, found `inf`"
    ),
    "leading of nothing": Mistake(
        "styles:\n  title: {leading: 0}\n", "3:20", "wrong-value", "`leading` takes a number, more than 0, found `0`"
    ),
    "opacity in percent": Mistake(
        in_shape(f"{BAR}, opacity: 50"), "5:67", "wrong-value", "`opacity` takes a number, 1 or less, found `50`"
    ),
    "a list for the palette": Mistake(
        "palette: ['#111111']\n",
        "2:10",
        "wrong-type",
        "`palette` takes keys with values, found a list",
        "write each as a key with its value",
    ),
    "a list for styles": Mistake(
        "styles:\n  - title\n",
        "3:3",
        "wrong-type",
        "`styles` takes keys with values, found a list",
        "write each as a key with its value",
    ),
    "a number for a style": Mistake(
        "styles:\n  title: 36\n",
        "3:10",
        "wrong-type",
        "`title` takes keys with values, found `36`",
        "keys here: like, font, size, min, short, leading, gap, bold, italic, color, tracking, balance",
    ),
    "nothing for fonts": Mistake(
        "fonts:\n",
        "2:7",
        "wrong-type",
        "`fonts` takes keys with values, found nothing",
        "keys here: heading, body, code",
    ),
    "a list for layouts": Mistake(
        "layouts: [content]\n",
        "2:10",
        "wrong-type",
        "`layouts` takes keys with values, found a list",
        "write each as a key with its value",
    ),
    "nothing for slots": Mistake(
        in_layout("    slots:"),
        "4:11",
        "wrong-type",
        "`slots` takes keys with values, found nothing",
        "write each as a key with its value",
    ),
    "nothing for a slot": Mistake(
        in_slot("body:"),
        "5:12",
        "wrong-type",
        "`body` takes keys with values, found nothing",
        "keys here: columns, left, right, top, bottom, height, bleed, style, wide, size, short, color, width, align, "
        "anchor, fit",
    ),
    "a mapping for shapes": Mistake(
        in_layout("    shapes: {color: ink}"),
        "4:13",
        "wrong-type",
        "`shapes` takes a list, found keys with values",
        "put `- ` before each entry",
    ),
    "a word for a switch": Mistake(
        "styles:\n  title: {bold: perhaps}\n",
        "3:17",
        "wrong-type",
        "`bold` takes `true` or `false`, found `perhaps`",
    ),
    "the same key twice": Mistake(
        "link: {color: ink}\nlink: {color: ink}\n",
        "3:1",
        "duplicate-key",
        "key `link` stands here twice",
        "keep one of the two",
    ),
}
