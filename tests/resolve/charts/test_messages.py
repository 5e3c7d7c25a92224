"""What is said of data that make no chart: each with its place and a way out."""

from __future__ import annotations

import pytest

from tests.projects import Project
from tests.resolve.charts.reading import chart, read, values, workbook

FILES: dict[str, str | bytes] = {
    "words.csv": "Town,Homes\nBonn,12\nUlm,about 15\nHof,∞\nKiel,9\n",
    "trend.csv": "Year,Homes\n2019,12\n2020,15\n2020,16\n",
    "towns.csv": "Town,Quarter,Homes\nBonn,first,12\nUlm,first,15\nBonn,second,9\n",
    "long.csv": "Year,Town,Homes\n2019,Bonn,12\n2019,Bonn,15\n2020,Bonn,9\n",
    "wide.csv": "Year,Town,A,B\n2019,Bonn,12,1\n2019,Ulm,15,2\n",
    "twice.csv": "Town,Homes,Homes\nBonn,12,1\nUlm,15,2\n",
    "empty.csv": "",
    "names.csv": "Town,Homes\n",
    "texts.csv": "Town,Ship\nBonn,reefer\nUlm,tanker\n",
    "open.csv": "Town,Homes\nBonn,1.234\nUlm,5.678\n",
    "words.xlsx": workbook(("Noise", [["Town", "Homes"], ["Bonn", 12], ["Ulm", "about 15"], ["Hof", 7]])),
    "formula.xlsx": workbook(("Noise", [["Town", "Homes"], ["Bonn", "=1/0"]])),
    "percents.csv": "Town,Share\nBonn,62 %\nKiel,12\nUlm,58 %\n",
    "slashes.csv": "Day,Calls\n3/5/2024,12\n3/6/2024,15\n3/7/2024,9\n",
    "mixed.xlsx": workbook(("Noise", [["Town", "A", "B"], ["Bonn", 5, 0.62], ["Ulm", 7, "–"]]), formats={2: "0%"}),
    "money.xlsx": workbook(
        ("Noise", [["Town", "A", "B", "C"], ["Bonn", 5, 5, 4], ["Ulm", 7, 8, 3]]),
        formats={1: '#,##0.00 "€"', 2: "#,##0 [$$-409]", 3: '0 "€"'},
    ),
    "worked_out.xlsx": workbook(
        ("Noise", [["Town", "A", "B"], ["Bonn", 5, 0.6235294117647059], ["Ulm", 7, 1218.8235294117646]]),
        formats={1: "0%", 2: '#,##0.0 "€"'},
    ),
    "in_full.xlsx": workbook(
        ("Noise", [["Town", "A", "B"], ["Bonn", 5, 0.6235294117647059], ["Ulm", 7, 9]]), formats={1: "0%"}
    ),
    "unknown.csv": "Year,Homes,Shops\n2019,12,3\nn/a,–,88\n2020,15,4\n–,,\n2023,4,5\n",
    "unknown.xlsx": workbook(
        ("Noise", [["Month", "Town", "A"], ["2024-03", "Bonn", 5], ["", "Ulm", 15], ["2024-04", "Ulm", 3]])
    ),
    "old.xlsx": b"\xd0\xcf\x11\xe0" + bytes(600),
    "picture.xlsx": b"\x89PNG\r\n",
}

WRONG = {
    "a text among numbers": (
        "{file: words.csv}",
        [
            ("undrawable-value", "words.csv:3:5", "`Homes` of `Ulm` is `about 15`, which is no number"),
            ("undrawable-value", "words.csv:4:5", "`Homes` of `Hof` is `∞`, which is no number"),
        ],
    ),
    "a text among a workbook's numbers": (
        "words.xlsx",
        [("undrawable-value", "words.xlsx:Noise!B3", "`Homes` of `Ulm` is `about 15`, which is no number")],
    ),
    "a text among the deck's numbers": (
        "{values: {a: 1, b: x, c: 2}}",
        [("undrawable-value", "deck.yaml:4:31", "the value of `b` is `x`, which is no number")],
    ),
    "a text among numbers, and slips in what is said of them": (
        "{file: words.csv, highlight: Bon, annotations: [{at: Ulmm, text: A}], lines: [{at: Kl}], bands: [{from: Hf}]}",
        [
            ("unknown-point", "deck.yaml:4:41", "the chart has no series and no category `Bon`"),
            ("unknown-point", "deck.yaml:4:65", "the chart has no category `Ulmm`"),
            ("unknown-point", "deck.yaml:4:95", "the chart has no category `Kl`"),
            ("unknown-point", "deck.yaml:4:116", "the chart has no category `Hf`"),
            ("undrawable-value", "words.csv:3:5", "`Homes` of `Ulm` is `about 15`, which is no number"),
            ("undrawable-value", "words.csv:4:5", "`Homes` of `Hof` is `∞`, which is no number"),
        ],
    ),
    "a pie of two series, and a slip in what is stressed": (
        "{type: pie, rows: [[Town, A, B], [Bonn, 1, 2], [Ulm, 3, 4]], highlight: Bon}",
        [
            ("wrong-value", "deck.yaml:4:19", "a pie shows one series, and this chart has 2"),
            ("unknown-point", "deck.yaml:4:84", "the chart has no series and no category `Bon`"),
        ],
    ),
    "a column that is not there": (
        "{file: words.csv, y: Hoems}",
        [("unknown-column", "deck.yaml:4:33", "the chart has no column `Hoems`")],
    ),
    "a sheet that is not there": (
        "{file: words.xlsx, sheet: Nois}",
        [("unknown-sheet", "deck.yaml:4:19", "`words.xlsx` has no sheet `Nois`")],
    ),
    "an empty file": ("empty.csv", [("unusable-table", "deck.yaml:4:12", "`empty.csv` is empty")]),
    "names alone": (
        "names.csv",
        [("empty-chart", "deck.yaml:4:12", "the chart has no rows below the names of its columns")],
    ),
    "no numbers": ("texts.csv", [("empty-chart", "deck.yaml:4:12", "the chart has no column of numbers")]),
    "gaps alone": (
        "{categories: [a, b], values: [–, –]}",
        [("empty-chart", "deck.yaml:4:12", "the chart has no numbers: all of its values are gaps")],
    ),
    "no row left": (
        "{file: words.csv, where: {Town: Rom}}",
        [("empty-chart", "deck.yaml:4:19", "the chart has no row left to draw")],
    ),
    "a date twice": (
        "trend.csv",
        [("repeated-point", "trend.csv:4:1", "`2020` stands twice among the dates")],
    ),
    "a category twice": (
        "{file: towns.csv, x: Town}",
        [("repeated-category", "towns.csv:4:1", "`Bonn` stands twice among the categories")],
    ),
    "a series twice": (
        "{categories: [a, b], series: [{name: A, values: [1, 2]}, {name: A, values: [3, 4]}]}",
        [("repeated-series", "deck.yaml:4:76", "two series are called `A`")],
    ),
    "a column twice": (
        "twice.csv",
        [("repeated-series", "twice.csv:1:12", "two series are called `Homes`")],
    ),
    "a point twice": (
        "{file: long.csv, series: Town}",
        [("repeated-point", "long.csv:3:11", "`Bonn` has a second value for `2019`")],
    ),
    "too few values": (
        "{categories: [a, b], values: [1]}",
        [("uneven-series", "deck.yaml:4:41", "the series has 1 value: expected 2, one for each category")],
    ),
    "too many values": (
        "{categories: [a], series: {Rain: [1, 2]}}",
        [("uneven-series", "deck.yaml:4:49", "`Rain` has 2 values: expected 1, one for each category")],
    ),
    "a comma within a number of a mapping": (
        "{values: {Oats: 46120, Rye: 410,5}}",
        [("wrong-value", "deck.yaml:4:44", "the comma before `5` begins the next value, which has none")],
    ),
    "a comma within a number of a named series": (
        "{series: {Price: {Oats: 1,200, Rye: 7}}}",
        [("wrong-value", "deck.yaml:4:38", "the comma before `200` begins the next value, which has none")],
    ),
    "nothing": ("{type: line}", [("missing-key", "deck.yaml:4:12", "the chart has no data")]),
    "categories alone": ("{categories: [a]}", [("missing-key", "deck.yaml:4:12", "the chart has no data")]),
    "two places": (
        "{file: words.csv, values: [1]}",
        [("wrong-value", "deck.yaml:4:30", "a chart's data stand in one place, and this has both `file` and `values`")],
    ),
    "categories under the name of a column": (
        "{x: [Jan, Feb], values: [1, 2]}",
        [("wrong-value", "deck.yaml:4:13", "`x` is the name of a column, and the values stand here, under `values`")],
    ),
    "categories under the name of a column, beside series": (
        "{x: [Jan, Feb], series: {A: [1, 2]}}",
        [("wrong-value", "deck.yaml:4:13", "`x` is the name of a column, and the values stand here, under `series`")],
    ),
    "values and series": (
        "{categories: [a, b], values: [1, 2], series: {A: [3, 4]}}",
        [
            (
                "wrong-value",
                "deck.yaml:4:49",
                "a chart's data stand in one place, and this has both `values` and `series`",
            )
        ],
    ),
    "values of two series": (
        "{categories: [a, b], values: [1, 2], series: [A, B]}",
        [("wrong-value", "deck.yaml:4:49", "`values` are those of one series, and `series` has 2")],
    ),
    "lists and series": (
        "{x: [a, b], y: [3, 4], series: {B: [5, 6]}}",
        [("wrong-value", "deck.yaml:4:13", "`x` is the name of a column, and the values stand here, under `series`")],
    ),
    "lists and categories": (
        "{x: [1, 2], y: [3, 4], categories: [a, b]}",
        [
            (
                "wrong-value",
                "deck.yaml:4:35",
                "a chart's data stand in one place, and this has both `y` and `categories`",
            )
        ],
    ),
    "a column beside values": (
        "{series: {A: [1, 2], B: [5, 6]}, y: C}",
        [
            (
                "wrong-value",
                "deck.yaml:4:45",
                "`y` is the name of a column in `file` or `rows`, and the values stand here",
            )
        ],
    ),
    "a name of points beside lists": (
        "{x: [1, 2], y: [3, 4], label: Town}",
        [
            (
                "wrong-value",
                "deck.yaml:4:35",
                "`label` is the name of a column in `file` or `rows`, and the values stand here",
            )
        ],
    ),
    "lists of two lengths": (
        "{x: [a, b], y: [3, 4, 5]}",
        [("uneven-series", "deck.yaml:4:27", "`x` and `y` are equally long, and these have 2 and 3")],
    ),
    "half a point": (
        "{type: scatter, values: [[1, 2], [3]]}",
        [("wrong-type", "deck.yaml:4:45", "a point takes x and y, and a size, found 1 value")],
    ),
    "a number among points": (
        "{type: scatter, values: [[1, 2], 3, null]}",
        [("wrong-value", "deck.yaml:4:45", "a point has an x and a y, and this is one number")],
    ),
    "values of no category": (
        "{categories: [c, d], values: {A: 1, c: 2}}",
        [("wrong-value", "deck.yaml:4:42", "`A` is none of the `categories`")],
    ),
    "a value without its date": (
        "{rows: [[Year, Homes], [2019, 12], [2020, 15], ['', 77], [2023, 4]]}",
        [("wrong-value", "deck.yaml:4:60", "the value `77` has no date: the axis of dates has no place for it")],
    ),
    "values of a year that nobody knows": (
        "{type: column, file: unknown.csv}",
        [
            (
                "wrong-value",
                "unknown.csv:3:1",
                "the value `88` stands at `n/a`, which is no date: the axis of dates has no place for it",
            )
        ],
    ),
    "values of a month that a workbook lacks": (
        "{file: unknown.xlsx, series: Town}",
        [
            (
                "wrong-value",
                "unknown.xlsx:Noise!A3",
                "the value `15` has no date: the axis of dates has no place for it",
            )
        ],
    ),
    "areas below zero": (
        "{type: area, categories: [a, b], values: [14, -40]}",
        [
            (
                "not-a-share",
                "deck.yaml:4:19",
                "`b` is -40, and areas stand on one another: no part of a sum is below zero",
            )
        ],
    ),
    "a slope without an end": (
        "{type: slope, categories: ['2014', '2024'], series: {North: [71, –], South: [33, 44]}}",
        [("not-shown", "deck.yaml:4:19", "`North` has no value for `2024`, and no slope: it is left out")],
    ),
    "a series without values": (
        "{type: line, categories: [a, b], series: {North: [1, 2], South: [–, –]}}",
        [("not-shown", "deck.yaml:4:19", "`South` has no values, and nothing of it is drawn")],
    ),
    "a point without a place": (
        "{type: scatter, rows: [[Town, x, y], [Bonn, 3, –], [Kiel, 3, 4], [–, –, –]]}",
        [("not-shown", "deck.yaml:4:19", "`Bonn` has no y, and has no place: it is left out")],
    ),
    "points without places": (
        "{type: bubble, rows: [[Town, x, y, z], [Bonn, 1, 1, 0], [Kiel, 2, 3, –], [Ulm, –, 3, 1], [Hof, –, –, 1], "
        "[Rom, 1, 1, 1]]}",
        [
            (
                "not-shown",
                "deck.yaml:4:19",
                "4 points have no place: `Bonn` has the size 0, `Kiel` has no size, `Ulm` has no x, and 1 more",
            )
        ],
    ),
    "a point of a series in the deck": (
        "{type: bubble, series: [{name: North, values: [[2, 40, 3], [3, 52]]}]}",
        [("not-shown", "deck.yaml:4:19", "point 2 of `North` has no size, and has no place: it is left out")],
    ),
    "rows that no column of points shows": (
        "{type: scatter, x: Day, y: [A, B], rows: [[Town, Day, A, B], [Bon, 1, –, 4], [Ul, 2, 3, –], [Hof, 3, –, –]]}",
        [
            (
                "not-shown",
                "deck.yaml:4:19",
                "`Hof` has no y, and has no place: it is left out",
            )
        ],
    ),
    "a part without a wedge": (
        "{type: pie, values: {Ships: 5, Cranes: 0, Trucks: 1}}",
        [("not-shown", "deck.yaml:4:19", "`Cranes` is 0, and has no wedge: it is left out")],
    ),
    "parts without wedges": (
        "{type: doughnut, values: {Ships: 5, Cranes: 0, Trucks: –, Trains: 2}}",
        [("not-shown", "deck.yaml:4:19", "2 parts have no wedge: `Cranes` is 0, `Trucks` has no value")],
    ),
    "parts that no pie shows": (
        "{type: pie, multiples: true, categories: [Ships, Cranes, Trucks], series: {A: [5, 0, 0], B: [1, 2, –]}}",
        [("not-shown", "deck.yaml:4:19", "`Trucks` has no value, and has no wedge: it is left out")],
    ),
    "gaps in areas": (
        "{type: area, categories: [a, b, c], series: {North: [1, –, 3], South: [–, –, 2], West: [1, 1, 1]}}",
        [
            (
                "not-shown",
                "deck.yaml:4:19",
                "`North` has no value for `b`, and areas have no gaps: it counts as 0 there",
            ),
            (
                "not-shown",
                "deck.yaml:4:19",
                "`South` has no value for `a` and 1 more, and areas have no gaps: it counts as 0 there",
            ),
        ],
    ),
    "bars that are cut off": (
        "{values: {a: 62, b: 58}, min: 50}",
        [
            (
                "cut-bars",
                "deck.yaml:4:42",
                "bars begin at zero, so that their lengths can be compared, and `min` cuts them off",
            )
        ],
    ),
    "dates before all that sheets can hold": (
        "{type: line, rows: [[d, v], [1789-07-14, 1], [1815-06-18, 4], [1923-02-24, 2]]}",
        [
            (
                "uneven-numbers",
                "deck.yaml:4:31",
                "`Jul 14, 1789` is before March 1900, where dates of PowerPoint's charts begin: there, the dates stand "
                "at even distances",
            )
        ],
    ),
    "an axis that ends before a line": (
        "{type: line, categories: [a, b], values: [1, 3], max: 10, lines: [{at: 1000, label: far}]}",
        [("axis-widened", "deck.yaml:4:66", "`max: 10` would cut off the line at 1000: the axis ends above it")],
    ),
    "an axis that begins behind a standing line, and ends among the data": (
        "{type: scatter, values: [[1, 2], [3, 40]], x_min: 0, x_max: 2, lines: [{at: -5, axis: x}]}",
        [
            ("axis-widened", "deck.yaml:4:62", "`x_min: 0` would cut off the line at -5: the axis begins below it"),
            ("axis-widened", "deck.yaml:4:72", "`x_max: 2` would cut off data, which reach 3: the axis ends above it"),
        ],
    ),
    "an axis that ends among the data": (
        "{values: {a: 62, b: 95}, max: 50}",
        [
            (
                "axis-widened",
                "deck.yaml:4:42",
                "`max: 50` would cut off data, which reach 95: the axis ends above it",
            )
        ],
    ),
    "an axis that ends within a stack": (
        "{type: column, stack: true, categories: [a, b], series: {A: [1, 2], B: [3, 4]}, max: 5}",
        [
            (
                "axis-widened",
                "deck.yaml:4:97",
                "`max: 5` would cut off data, which reach 6: the axis ends above it",
            )
        ],
    ),
    "an axis that ends below a waterfall": (
        "{type: waterfall, categories: [a, b, c], values: [10, 5, –], totals: [c], max: 12}",
        [("axis-widened", "deck.yaml:4:91", "`max: 12` would cut off data, which reach 15: the axis ends above it")],
    ),
    "an axis that begins above a total": (
        "{type: waterfall, categories: [a, b, c], values: [10, 5, –], totals: [c], min: 12}",
        [("axis-widened", "deck.yaml:4:91", "`min: 12` would cut off data, which reach 10: the axis begins below it")],
    ),
    "steps that are small beside totals": (
        "{type: waterfall, categories: [a, b, c], values: [4210, 60, –], totals: [a, c]}",
        [("small-steps", "deck.yaml:4:61", "the largest step is 1 % of the chart's height, which can hardly be seen")],
    ),
    "numbers at uneven distances along a line": (
        "{type: line, categories: [5, 10, 20, 40, 80], values: [62, 58, 51, 43, 40]}",
        [
            (
                "uneven-numbers",
                "deck.yaml:4:66",
                "the numbers `5`, `10`, `20`, `40` … are at uneven distances, and stand at even ones along the axis",
            )
        ],
    ),
    "axes of points that begin among them": (
        "{type: scatter, x: [1, 2, 3], y: [4, 5, 6], min: 5, x_min: 2}",
        [
            ("axis-widened", "deck.yaml:4:61", "`min: 5` would cut off data, which reach 4: the axis begins below it"),
            (
                "axis-widened",
                "deck.yaml:4:71",
                "`x_min: 2` would cut off data, which reach 1: the axis begins below it",
            ),
        ],
    ),
    "bars on a logarithmic axis": (
        "{values: {a: 62, b: 58}, log: true}",
        [("cut-bars", "deck.yaml:4:42", "a logarithmic axis has no zero, at which bars begin")],
    ),
    "zero on a logarithmic axis": (
        "{type: line, values: {a: 62, b: 0}, log: true}",
        [("not-for-log", "deck.yaml:4:53", "a logarithmic axis has no place for 0: only for what is above zero")],
    ),
    "a share below zero": (
        "{type: pie, values: {a: 62, b: -1}}",
        [("not-a-share", "deck.yaml:4:19", "`b` is -1, and no share of a whole is below zero")],
    ),
    "points below zero as shares": (
        "{type: scatter, x: [1, 2], y: [-4, 5], stack: percent}",
        [("not-shown", "deck.yaml:4:58", "a chart of the type `scatter` shows no `stack`")],
    ),
    "a pie of two series": (
        "{type: pie, categories: [a], series: {x: [1], y: [2]}}",
        [("wrong-value", "deck.yaml:4:19", "a pie shows one series, and this chart has 2")],
    ),
    "a dumbbell with one end": (
        "{type: dumbbell, values: {a: 1}}",
        [("wrong-value", "deck.yaml:4:19", "a dumbbell has two ends, and this chart has 1 column of values")],
    ),
    "a slope of one moment": (
        "{type: slope, values: {a: 1}}",
        [("wrong-value", "deck.yaml:4:19", "a slope lies between two moments, and this chart has 1")],
    ),
    "a slope of three moments": (
        "{type: slope, categories: [2014, 2019, 2024], series: {A: [1, 2, 3], B: [3, 2, 1], C: [1, 1, 1]}}",
        [("wrong-value", "deck.yaml:4:19", "a slope lies between two moments, and this chart has 3")],
    ),
    "bubbles in small multiples": (
        "{type: bubble, series: [{values: [[1, 2, 3]]}], multiples: true}",
        [("wrong-value", "deck.yaml:4:71", "bubbles are one chart, and have no small multiples")],
    ),
    "dumbbells in small multiples": (
        "{type: dumbbell, categories: [a], series: {x: [1], y: [2]}, multiples: {across: 2}}",
        [("wrong-value", "deck.yaml:4:83", "dumbbells are one chart, and have no small multiples")],
    ),
    "bubbles without sizes": (
        "{type: bubble, x: [1], y: [2]}",
        [("missing-key", "deck.yaml:4:19", "the bubbles have no sizes")],
    ),
    "a combination of one": (
        "{type: combination, values: {a: 1}}",
        [("wrong-value", "deck.yaml:4:19", "a combination has two series or more, and this has one")],
    ),
    "an axis upside down": (
        "{type: line, values: {a: 1}, min: 5, max: 4}",
        [("wrong-value", "deck.yaml:4:46", "the axis begins at 5 and ends at 4")],
    ),
    "a large total that does not add up": (
        "{values: {Start: 2000000.5, Up: 500000, End: 2500101}, totals: [End]}",
        [("wrong-total", "deck.yaml:4:75", "the total `End` is 2,500,101, and its steps add up to 2,500,000.5")],
    ),
    "a total that does not add up": (
        "{values: {Start: 10, Up: 5, End: 16}, totals: [End]}",
        [("wrong-total", "deck.yaml:4:58", "the total `End` is 16, and its steps add up to 15")],
    ),
    "a highlight of nothing": (
        "{values: {North: 1, South: 2}, highlight: Nort}",
        [("unknown-point", "deck.yaml:4:54", "the chart has no series and no category `Nort`")],
    ),
    "an annotation of nothing": (
        "{values: {North: 1}, annotations: [{at: East, text: A}]}",
        [("unknown-point", "deck.yaml:4:52", "the chart has no category `East`")],
    ),
    "an annotation of no series": (
        "{values: {North: 1}, annotations: [{at: North, series: x, text: A}]}",
        [("unknown-point", "deck.yaml:4:67", "the chart has no series `x`")],
    ),
    "a line at nothing": (
        "{values: {North: 1}, lines: [high]}",
        [("unknown-point", "deck.yaml:4:41", "the chart has no category `high`")],
    ),
    "a band of nothing": (
        "{values: {North: 1}, bands: [{label: A}]}",
        [("missing-key", "deck.yaml:4:41", "key `from` or `to` is missing")],
    ),
    "units that differ in a column": (
        "{values: {a: 62 dB, b: 58 m}}",
        [
            ("undrawable-value", "deck.yaml:4:25", "the value of `a` is `62 dB`, which is no number"),
            ("undrawable-value", "deck.yaml:4:35", "the value of `b` is `58 m`, which is no number"),
        ],
    ),
    "units that differ on an axis": (
        "{categories: [a], series: {x: [62 dB], y: [58 m]}}",
        [("mixed-numbers", "deck.yaml:4:55", "`58 m` is in `m`, on one axis with numbers in `dB`")],
    ),
    "percents beside numbers": (
        "{values: {a: 62 %, b: 58, c: € 5}}",
        [("mixed-numbers", "deck.yaml:4:34", "`58` stands without a sign, on one axis with numbers in `%`")],
    ),
    "percents beside numbers in a file": (
        "{file: percents.csv}",
        [("mixed-numbers", "percents.csv:3:6", "`12` stands without a sign, on one axis with numbers in `%`")],
    ),
    "a percent among numbers": (
        "{categories: [a, b, c], series: {x: [12, 13, 14], y: [12 %, 9, 8]}}",
        [("mixed-numbers", "deck.yaml:4:66", "`12 %` is in `%`, on one axis with numbers without a sign")],
    ),
    "shares beside numbers in a workbook": (
        "{file: mixed.xlsx}",
        [("mixed-numbers", "mixed.xlsx:Noise!C2", "`62%` is in `%`, on one axis with numbers without a sign")],
    ),
    "money of two currencies in a workbook": (
        "{file: money.xlsx}",
        [("mixed-numbers", "money.xlsx:Noise!C2", "`5 $` is in `$`, on one axis with numbers in `€`")],
    ),
    "money with more decimals than a workbook shows": (
        "{file: worked_out.xlsx}",
        [("mixed-numbers", "worked_out.xlsx:Noise!C2", "`0.6 €` is in `€`, on one axis with numbers in `%`")],
    ),
    "a number with all decimals that a workbook holds": (
        "{file: in_full.xlsx}",
        [
            (
                "mixed-numbers",
                "in_full.xlsx:Noise!C2",
                "`0.623529…` stands without a sign, on one axis with numbers in `%`",
            )
        ],
    ),
    "a date that may be two": (
        "{file: slashes.csv}",
        [("ambiguous-date", "slashes.csv:2:1", "`3/5/2024` is taken for 5 Mar 2024, and may be 3 May 2024")],
    ),
    "a month that may be a day": (
        "{type: line, categories: [Dec 22, Dec 23], values: [1, 2]}",
        [("ambiguous-date", "deck.yaml:4:38", "`Dec 22` is taken for Dec 2022, and may be 22 Dec")],
    ),
    "an area below zero": (
        "{type: bubble, series: [{values: [[1, 2, -3]]}]}",
        [("wrong-value", "deck.yaml:4:12", "a bubble has an area below zero")],
    ),
    "lines across a pie": (
        "{type: pie, categories: [a, b], values: [1, 2], lines: [1.5], x_title: T, y_title: U}",
        [
            ("not-shown", "deck.yaml:4:67", "a pie shows no `lines`"),
            ("not-shown", "deck.yaml:4:83", "a pie shows no `x_title`"),
            ("not-shown", "deck.yaml:4:95", "a pie shows no `y_title`"),
        ],
    ),
    "words at a wedge": (
        "{type: doughnut, categories: [a, b], values: [1, 2], annotations: [{at: a, text: T}], y_title: U}",
        [("not-shown", "deck.yaml:4:78", "a doughnut shows no `annotations`")],
    ),
    "a band behind a slope": (
        "{type: slope, categories: [a, b], series: {A: [1, 2], B: [3, 1]}, bands: [{from: 1, label: T}], y_title: U}",
        [("not-shown", "deck.yaml:4:85", "a slope shows no `bands`")],
    ),
    "lines on one another": (
        "{type: line, categories: [a, b], stack: true, series: {A: [1, 2], B: [3, 1]}}",
        [("not-shown", "deck.yaml:4:52", "a chart of the type `line` shows no `stack`")],
    ),
    "numbers of areas": (
        "{type: area, categories: [a, b], series: {A: [1, 2], B: [3, 1]}, labels: all}",
        [("not-shown", "deck.yaml:4:85", "areas show no numbers beside them")],
    ),
    "numbers of a line across columns": (
        "{type: combination, categories: [a, b], series: {A: [1, 2], B: [3, 1]}, labels: all}",
        [("not-shown", "deck.yaml:4:92", "lines across columns show no numbers beside them")],
    ),
    "numbers of a line on a second axis": (
        "{type: line, categories: [a, b], series: [{name: A, values: [1, 2], axis: second}], labels: true}",
        [("not-shown", "deck.yaml:4:104", "lines on a second axis show no numbers beside them")],
    ),
    "a second axis that no series has": (
        "{type: column, categories: [a, b], series: {A: [1, 2], B: [3, 1]}, second_unit: km, second_title: T}",
        [
            ("not-shown", "deck.yaml:4:92", "the chart has no second axis, and shows no `second_unit`"),
            ("not-shown", "deck.yaml:4:110", "the chart has no second axis, and shows no `second_title`"),
        ],
    ),
    "a number that may be two": (
        "{file: open.csv}",
        [("ambiguous-number", "open.csv:2:6", "`1.234` is one number or a thousandth of it")],
    ),
    "a workbook of the old form": (
        "old.xlsx",
        [("unusable-table", "deck.yaml:4:12", "`old.xlsx` is a workbook of the old form, or has a password")],
    ),
    "no workbook": ("picture.xlsx", [("unusable-table", "deck.yaml:4:12", "`picture.xlsx` is no workbook")]),
    "a sheet of a text file": (
        "{file: texts.csv, sheet: a, y: Ship}",
        [
            ("wrong-value", "deck.yaml:4:19", "`texts.csv` has no sheets: it is no workbook"),
            ("undrawable-value", "texts.csv:2:6", "`Ship` of `Bonn` is `reefer`, which is no number"),
            ("undrawable-value", "texts.csv:3:5", "`Ship` of `Ulm` is `tanker`, which is no number"),
        ],
    ),
}


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(("entry", "told"), WRONG.values(), ids=WRONG)
def test_wrong_data_are_told_with_their_place(entry, told):
    """File, line and column; or sheet and cell."""
    found = read(entry, FILES, "de" if "open" in entry else "en")
    assert found.told == told
    assert all(one.help for one in found.said)


def test_a_row_without_a_date_and_without_values_is_no_loss():
    """Nor is a date that is missing below names, which are all shown."""
    dated = chart("{type: line, rows: [[Year, Homes], [2019, 12], ['', –], [2023, 4]]}")
    assert dated.categories.names == ("2019", "2023")
    named = chart("{type: bar, rows: [[Year, Homes], [2019, 12], [n/a, 77], [2023, 4]]}")
    assert values(named) == {"Homes": (12, 77, 4)}


def test_an_axis_does_not_end_where_numbers_do():
    """No step would be as long as it, and no sum."""
    told = [("wrong-value", "deck.yaml:4:46", "`max` takes a number, 1e+200 or less, found `1e308`")]
    assert read("{type: line, values: {a: 1}, max: 1e308}", FILES, "en").told == told


def test_near_names_are_offered():
    """Of columns, sheets, series and categories."""
    helps = [
        read(entry, FILES).said[0].help
        for entry, _ in (WRONG["a column that is not there"], WRONG["a highlight of nothing"])
    ]
    assert helps == ["did you mean `Homes`?", "did you mean `North`?"]
    assert read("{file: words.xlsx, sheet: Nois}", FILES).said[0].help == "did you mean `Noise`?"


def test_a_file_that_repeats_its_names_asks_for_the_column_that_tells_them_apart():
    """It is long data, as a rule."""
    assert read("{file: towns.csv, x: Town}", FILES).said[0].help == (
        "name the column that tells them apart, as in `series: Quarter`"
    )


@pytest.mark.parametrize("y", ["[East, West]", "[East, West, South]"])
def test_a_slope_of_a_course_is_led_to_its_ends(y):
    """In one step: what the help says makes a chart."""
    files: dict[str, str | bytes] = {"t.csv": "Jahr,East,West,South\n2014,5,9,1\n2019,7,3,1\n2024,1,2,2\n"}
    (one,) = read(f"{{type: slope, file: t.csv, y: {y}}}", files).said
    assert one.message == "a slope lies between two moments, and this chart has 3"
    assert one.help and "`where: {Jahr: [2014, 2024]}`" in one.help
    found = chart(f"{{type: slope, file: t.csv, y: {y}, where: {{Jahr: [2014, 2024]}}}}", files)
    assert (found.categories.names, found.series[1].values) == (("2014", "2024"), (9, 2))


def test_a_slope_of_three_columns_is_led_to_two():
    """Of as many rows as a slope has moments, too: the dates above the columns are its moments."""
    (one,) = read("{type: slope, rows: [[Town, 2014, 2019, 2024], [Bonn, 1, 2, 3], [Kiel, 4, 3, 3]]}").said
    assert one.message == "a slope lies between two moments, and this chart has 3"
    assert one.help == "name two columns, as in `y: [2014, 2024]`"


def test_many_flaws_are_ten_messages():
    """The last says how many more there are."""
    rows = "".join(f"t{row},{'x' if row % 3 == 0 else row}\n" for row in range(60))
    found = read("f.csv", {"f.csv": f"a,b\n{rows}"})
    assert (len(found.said), found.said[-1].notes) == (10, ("10 further rows are so, too",))


@pytest.mark.slow
def test_too_many_values_are_told_before_they_are_read():
    """A mark each."""
    rows = "".join(f"a{row},{row}\n" for row in range(20_001))
    assert read("f.csv", {"f.csv": f"a,b\n{rows}"}).told == [
        ("endless-chart", "deck.yaml:4:12", "the chart has 20,001 values: expected 20,000 at most")
    ]


@pytest.mark.parametrize(
    ("key", "one", "values", "times", "count"),
    [
        ("annotations", "{at: a1, text: b}", 2, 101, "101 lines, bands and annotations: expected 100"),
        ("annotations", "{at: a1, text: b}", 1_001, 100, "100,100 values times annotations: expected 100,000"),
        ("lines", "1", 2, 101, "101 lines, bands and annotations: expected 100"),
        ("bands", "{from: 1, axis: y}", 2, 101, "101 lines, bands and annotations: expected 100"),
    ],
)
def test_too_much_that_is_said_of_a_chart_is_told_before_it_is_placed(key, one, values, times, count):
    """Each is held against every mark, words at some hundred places: 100 beside 20,000 values took minutes."""
    rows = "".join(f"a{row},{row}\n" for row in range(values))
    found = read(f"{{file: f.csv, type: line, {key}: [{', '.join([one] * times)}]}}", {"f.csv": f"a,b\n{rows}"})
    assert found.told == [("endless-chart", f"deck.yaml:4:{40 + len(key)}", f"the chart has {count} at most")]
    assert (found.said[0].help or "").startswith(f"leave some `{key}` out")


def test_of_data_that_make_no_chart_not_more_is_looked_for_than_of_a_chart():
    """Each of what is said is held against all points; no name of a hundred thousand is told, but their number."""
    wished = ", ".join(["{at: Bon, text: A}"] * 101)
    found = read(f"{{file: words.csv, annotations: [{wished}]}}", FILES)
    assert [code for code, *_ in found.told] == ["endless-chart", "undrawable-value", "undrawable-value"]


def test_totals_are_worked_out():
    """Where their values are left out."""
    found = chart("{values: {Start: 10, Up: 5, Half: –, Down: -3, End: –}, type: waterfall}")
    assert (values(found), found.totals) == ({"": (10, 5, 15, -3, 12)}, {0, 2, 4})


@pytest.mark.parametrize(
    ("entry", "totals"),
    [
        ("values: {Start: 10, Up: 5, Down: -3, End: –}", {0, 3}),
        ("values: {Start: 10, Up: 5, Down: -3, End: 12}, totals: [End]", {0, 3}),
        ("values: {Start: -10, Up: 5, Down: -3, End: –}", {0, 3}),
        ("values: {Build: 1.2, Run: 0.6, Grant: -0.5, Power: -0.7, Net: –}", {4}),
        ("values: {Build: 10, Run: 10, Sum: –}", {2}),
        ("values: {Start: 10, Up: 5, Down: -3}", set()),
    ],
)
def test_the_first_column_beside_other_totals_is_one_if_no_steps_come_near_it(entry, totals):
    assert chart(f"{{{entry}, type: waterfall}}").totals == totals


def test_a_unit_in_a_cell_belongs_to_the_chart():
    """It is the same for all."""
    (one,) = read("{values: {a: 62 dB, b: 58}}").said
    assert one.help == "write the number alone, and `unit: dB` in the chart"


@pytest.mark.parametrize(
    ("type", "help"),
    [
        ("donut", "write `type: doughnut`"),
        ("stacked_bar", "write `type: bar` and `stack: true`"),
        ("VBar", "write `type: column`"),
        ("lines", "did you mean `line`?"),
    ],
)
def test_what_other_tools_call_a_type_leads_to_ours(type, help):
    """In one step."""
    (one,) = read(f"{{type: {type}, values: {{a: 1}}}}").said
    assert one.help == help


@pytest.mark.parametrize(
    "entry",
    [
        "{type: line, rows: [[d, v], [1850, 1], [1860, 4], [1870, 2]]}",
        "{type: area, rows: [[d, v], [1850-01, 1], [1850-02, 4], [1850-03, 2]]}",
        "{type: column, rows: [[d, v], [1850, 1], [1851, 4], [1870, 2]]}",
        "{type: line, rows: [[d, v], [1901, 1], [1911, 4], [1970, 2]]}",
    ],
)
def test_early_dates_at_even_distances_are_as_they_are_in_all_formats(entry):
    """As are those of columns, which have one step each, and later ones."""
    assert chart(entry).categories.dates


@pytest.mark.parametrize(
    "entry",
    [
        "{type: line, categories: [5, 10, 15, 20], values: [62, 58, 51, 43]}",
        "{type: line, categories: [2019, 2020, 2023], values: [62, 58, 51]}",
        "{type: line, categories: [20, 5, 10], values: [62, 58, 51]}",
        "{type: line, categories: [5, 10, many], values: [62, 58, 51]}",
        "{type: bar, categories: [5, 10, 20, 40], values: [62, 58, 51, 43]}",
    ],
)
def test_names_that_are_no_numbers_at_uneven_distances_are_not_told(entry):
    """Even ones, years, which stand to scale, those in no order, words, and names of bars."""
    assert "uneven-numbers" not in [one[0] for one in read(entry, FILES).told]


@pytest.mark.parametrize("values", ["[1e29, 1e9, –]", "[1e20, 1, –]", "[5, 1e-25, –]"])
def test_no_axis_is_proposed_for_steps_that_floats_cannot_tell_from_nothing(values):
    """Levels are the same then, and no number lies between them and an axis' beginning."""
    entry = f"{{type: waterfall, categories: [a, b, c], values: {values}, totals: [a, c]}}"
    assert "small-steps" not in [one[0] for one in read(entry, FILES).told]


@pytest.mark.parametrize(
    ("keys", "least"),
    [
        ("values: [80, 0.5, –]", "79.5"),
        ("values: [80, 0.5, –], unit: '%'", "79.5"),
        ("values: [80 %, 0.5 %, –]", "79.5 %"),
        ("values: [0.8, 0.005, –], format: percent", "79.5 %"),
        ("values: [8000000, 50000, –], scale: million", "7950000"),
    ],
)
def test_the_axis_that_is_proposed_for_small_steps_is_one(keys, least):
    """In what `min` is written in, whatever signs stand behind the values."""
    entry = f"type: waterfall, categories: [a, b, c], {keys}, totals: [a, c]"
    (one,) = read(f"{{{entry}}}").said
    assert one.help == f"write `min: {least}`: the totals are then drawn with a cut"
    assert read(f"{{{entry}, min: {least}}}").told == []


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("9007199254740993", True),
        ("12345678901234567", True),
        ("-1234567890123456,7", True),
        ("1234567890123450", False),
        ("123456789012345", False),
        ("0,12345678901234567", False),
        ("1e300", False),
    ],
)
def test_digits_that_a_chart_does_not_show_are_told_once(written, told, tmp_path):
    """Of whole numbers: a workbook would make zeros of them, too, and a reader would take those for counted."""
    chart = f"{{decimal: comma, categories: [a, b, c], values: ['{written}', '{written}', 1]}}"
    found = Project(tmp_path).read(f"title: T\nslides:\n  - title: T\n  - title: B\n    chart: {chart}\n")[1]
    codes = [one.code for one in found if one.code == "rounded-number"]
    assert codes == ["rounded-number"] * told
