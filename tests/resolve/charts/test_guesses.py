"""What people who know pandas, Excel, Vega, Chart.js or Mermaid write first: it builds, or leads there in one step."""

from __future__ import annotations

import pytest

from deckmaker.model.chart import ChartType
from tests.resolve.charts.reading import chart, read

FILES: dict[str, str | bytes] = {
    "w.csv": "Year,North,South\n2019,12,9\n2020,15,8\n2021,16,7\n",
    "d.csv": "Year,Region,Sales,Profit\n2019,North,12,3\n2020,North,15,4\n2019,South,9,2\n2020,South,8,1\n",
}

BUILT = {
    "lists under x and y": ("{type: bar, x: [a, b, c], y: [1, 2, 3]}", ChartType.BAR, 1),
    "a mapping of numbers": ("{type: pie, values: {Dogs: 386, Cats: 85}}", ChartType.PIE, 1),
    "columns of series": ("{type: line, file: w.csv, series: [North, South]}", ChartType.LINE, 2),
    "two columns over a third": ("{type: line, file: w.csv, x: Year, y: [North, South]}", ChartType.LINE, 2),
    "a direction alone": ("{type: bar, file: w.csv, sort: descending}", ChartType.BAR, 2),
    "a column to sort by": ("{type: bar, file: w.csv, sort: -North}", ChartType.BAR, 2),
    "a filter": ("{type: bar, file: d.csv, x: Region, y: Sales, where: {Year: 2020}}", ChartType.BAR, 1),
    "a path alone": ("w.csv", ChartType.LINE, 2),
    "units in cells": ("{values: {North: 62 dB, South: 58 dB}}", ChartType.COLUMN, 1),
    "labels of points": ("{type: scatter, file: d.csv, x: Sales, y: Profit, label: Region}", ChartType.SCATTER, 1),
}


@pytest.mark.parametrize(("entry", "type", "count"), BUILT.values(), ids=BUILT)
def test_first_guesses_that_build(entry, type, count):
    """Without a message."""
    found = chart(entry, FILES)
    assert (found.type, len(found.series)) == (type, count)


LED = {
    "{kind: line, file: w.csv}": "did you mean `type`?",
    "{type: line, data: w.csv}": "did you mean `file`?",
    "{type: line, csv: w.csv}": "did you mean `file`?",
    "{type: line, source: w.csv}": "did you mean `file`?",
    "{type: line, file: w.csv, source: Destatis}": "did you mean `credit`?",
    "{mark: line, data: {url: w.csv}}": "did you mean `file`?",
    "{type: pie, data: {Dogs: 386, Cats: 85}}": "did you mean `values`?",
    "{type: pie, Dogs: 386}": "write names with their numbers under `values:`",
    "{line: w.csv}": "write `type: line` and `file: w.csv`",
    "{bar: {a: 1, b: 2}}": "write `type: bar`, and the numbers under `values:`",
    "[1, 2, 3]": "put the numbers under `values:`",
    "{type: line, categories: [a, b], series: [{name: A, data: [1, 2]}]}": "did you mean `values`?",
    "{type: line, categories: [a, b], series: [[1, 2], [3, 4]]}": "`series: {North: [1, 2], South: [3, 4]}`",
    "{type: line, categories: [a, b], values: [[1, 2], [3, 4]]}": "`series: {North: [1, 2], South: [3, 4]}`",
    "{type: bar, labels: [Jan, Feb], values: [1, 2]}": "`categories: […]`",
    "{type: bar, labels: values, values: [1, 2]}": "write `true` for a number beside each mark",
    "{type: line, file: d.csv, x: Year, y: Sales, hue: Region}": "did you mean `series`?",
    "{type: line, file: d.csv, x: Year, y: Sales, groupby: Region}": "did you mean `series`?",
    "{type: bar, file: w.csv, stacked: true}": "did you mean `stack`?",
    "{type: column, file: w.csv, horizontal: true}": "write `type: bar`",
    "{type: column, file: w.csv, orientation: h}": "write `type: bar`",
    "{type: column, file: w.csv, ylabel: Sales}": "did you mean `y_title`?",
    "{type: line, file: w.csv, ylim: [0, 20]}": "write `min:` and `max:`",
    "{type: line, file: w.csv, secondary_y: South}": "`series: [North, {name: South, axis: second}]`",
    "{type: line, file: w.csv, trendline: true}": "a series of its own",
    "{type: line, file: d.csv, agg: sum}": "work it out in the data",
    "{type: line, file: w.csv, format: '0.0%'}": "write `percent` where 0.62 is 62 %",
    "{type: line, file: w.csv, format: '0.0'}": "write `decimals: 1`",
    "{type: line, file: w.csv, format: currency}": "write `unit:` or `prefix:`",
    "{type: line, file: w.csv, log: 10}": "write `true`",
    "{type: line, file: w.csv, reference: 10}": "did you mean `lines`?",
    "{type: line, file: w.csv, annotations: [{at: 2020, label: a}]}": "did you mean `text`?",
    "{type: line, file: w.csv, colour: red}": "colours come from the theme",
    "{type: line, file: w.csv, colors: ['#f00', '#0f0']}": "colours come from the theme",
    "{type: line, file: d.csv, x: Year, y: Sales, color: Region}": "did you mean `series`?",
    "{type: line, file: w.csv, smooth: true}": "looks come from the theme",
    "{type: scatter, points: [[1, 2], [3, 4]]}": "`series: [{values: [[1, 2], [3, 4]]}]`",
    "{type: scatter, file: w.csv, x_axis: {min: 0, title: Age}}": "`x_title:`, `x_min:` and `x_max:`",
    "{type: bar, x: [a, b], y: {p: [1, 2], q: [3, 4]}}": "`series: {p: [9, 7]}`",
    "{type: histogram, values: [1, 2, 2, 3]}": "count them in the data",
    "{type: heatmap, file: w.csv}": "write a `table`",
    "{type: line, file: w.csv, errors: [1, 2, 1]}": "error bars and intervals are not drawn",
    "{type: line, file: w.csv, band: {lower: Low, upper: High}}": "error bars and intervals are not drawn",
    "{type: line, file: w.csv, bands: {lower: Low, upper: High}}": "error bars and intervals are not drawn",
    "{type: line, file: w.csv, band: [Low, High]}": "error bars and intervals are not drawn",
    "{type: line, file: w.csv, ribbon: [Low, High]}": "error bars and intervals are not drawn",
    "{type: line, file: w.csv, lower: Low, upper: High}": "error bars and intervals are not drawn",
    "{type: line, file: w.csv, lower: 5}": "did you mean `min`?",
    "{type: fan, file: w.csv}": "write `type: line` with the ends of each range as series",
    "{type: small multiples, file: w.csv}": "write `multiples: true` beside a type",
    "{type: line, file: w.csv, facets: true}": "did you mean `multiples`?",
    "{type: line, file: w.csv, caption: a}": "did you mean `note` or `subtitle`?",
    "{type: line, file: w.csv, notes: a}": "did you mean `note`?",
    "{categories: [a, b], values: [46120, 410,5]}": "`12.5` for 12,5",
    "{type: line, x: [1, 2], y: [3, 4], ci: 95}": "error bars and intervals are not drawn",
    "{type: column, categories: [a, b], values: [1, 2], low: [0, 1], high: [2, 3]}": "intervals are not drawn",
    "{values: {a: 1.2 ± 0.1, b: 2.0 ± 0.3}}": "error bars and intervals are not drawn",
    "{type: line, file: w.csv, height: 50%}": "a chart fills its place",
    "{type: line, file: w.csv, range: A1:C5}": "all of the sheet is read",
    "{type: bar-stacked, file: w.csv}": "write `type: bar` and `stack: true`",
    "{type: stacked_area, file: w.csv}": "write `type: area`",
    "{type: bar, file: w.csv, most: 1, highlight: 2021}": "rows that `most:` left out are not among them",
    "{type: funnel, values: {a: 3, b: 2}}": "write `type: bar`",
    '|\n      pie\n        "Dogs" : 386\n        "Cats" : 85': "`values: {Dogs: 386, Cats: 85}`",
}


@pytest.mark.parametrize(("entry", "help"), LED.items(), ids=[entry[:50] for entry in LED])
def test_first_guesses_that_lead_to_the_right_spelling(entry, help):
    """In one step."""
    found = read(entry, FILES)
    assert found.chart is None or found.said
    assert any(one.help and help in one.help for one in found.said), [one.help for one in found.said]
