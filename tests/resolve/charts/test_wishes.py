"""What is stressed and said of parts of a chart, by names, dates and values."""

from __future__ import annotations

from datetime import date

from deckmaker.model.chart import Highlight, SeriesLabels, ValueLabels
from tests.resolve.charts.reading import chart

TWO = "categories: [2019, 2020, 2021], series: {Gas: [1, 2, 3], Oil: [3, 4, 5]}"
DAY = {year: float(date(year, 1, 1).toordinal()) for year in (2019, 2020, 2021)}


def test_series_categories_and_points_are_stressed():
    """By their names, in any case."""
    assert chart(f"{{{TWO}, highlight: gas}}").highlight == Highlight(series=frozenset({0}))
    assert chart(f"{{{TWO}, highlight: [Oil, 2020]}}").highlight == Highlight(frozenset({1}), frozenset({1}))
    points = chart(f"{{{TWO}, highlight: {{Gas: 2021, Oil: [2019, 2020]}}}}").highlight
    assert points == Highlight(single=frozenset({(0, 2), (1, 0), (1, 1)}))
    towns = {"t.csv": "Town,Income,Rent\nBonn,3,9\nUlm,2,8\n"}
    assert chart("{type: scatter, file: t.csv, highlight: Ulm}", towns).highlight == Highlight(
        single=frozenset({(0, 1)})
    )


def test_lines_and_bands_lie_at_values_dates_and_categories():
    """A category before a value, unless `axis` says otherwise."""
    lines = chart(f"{{{TWO}, lines: [3.5, 2020, {{at: 2020, axis: y, label: Limit}}]}}").lines
    assert [(one.at, one.stands) for one in lines] == [(3.5, False), (DAY[2020], True), (2020, False)]
    assert lines[2].label and lines[2].label.text == "Limit"
    bands = chart(f"{{{TWO}, bands: [{{from: 2019, to: 2020}}, {{to: 2}}]}}").bands
    assert [(one.start, one.end, one.stands) for one in bands] == [
        (DAY[2019], DAY[2020], True),
        (float("-inf"), 2, False),
    ]
    (line,) = chart("{values: {a: 1, b: 2}, lines: [b]}").lines
    assert (line.at, line.stands) == (1, True)
    (line,) = chart("{x: [1, 2], y: [3, 4], lines: [{at: 1.5, axis: x}]}").lines
    assert (line.at, line.stands) == (1.5, True)


def test_a_day_within_years_is_its_own_place():
    """A line at March 2020 stands between 2020 and 2021."""
    (line,) = chart(f"{{{TWO}, lines: [2020-03-15]}}").lines
    assert line.at == date(2020, 3, 15).toordinal()


def test_points_are_annotated():
    """Of the first series, where none is named."""
    found = chart(f"{{{TWO}, annotations: [{{at: 2020, text: A}}, {{at: 2021, series: Oil, text: B}}]}}").annotations
    assert [(one.series, one.point, one.text.text) for one in found] == [(0, 1, "A"), (1, 2, "B")]


def test_words_and_truths_say_how_it_is_labelled():
    """As people write them."""
    shown = chart("{values: {a: 1}, labels: true, legend: false, multiples: {across: 3}}")
    assert (shown.value_labels, shown.series_labels, shown.across) == (ValueLabels.ALL, SeriesLabels.NONE, 3)
    hidden = chart("{values: {a: 1}, labels: none, legend: direct, multiples: true}")
    assert (hidden.value_labels, hidden.series_labels, hidden.across) == (ValueLabels.NONE, SeriesLabels.DIRECT, None)
    assert chart("{values: {a: 1}}").across == 0


def test_axes_are_as_the_deck_wants_them():
    """Ends, logarithms, titles and how numbers are written."""
    entry = "{type: line, values: {a: 1}, min: 0.5, max: 8, log: true, y_title: Level, unit: dB, decimals: 1}"
    axis = chart(entry).y_axis
    assert (axis.least, axis.most, axis.log, axis.title and axis.title.text) == (0.5, 8, True, "Level")
    assert (axis.style.unit, axis.style.decimals, axis.style.language) == ("dB", 1, "en")
    assert chart("{type: line, values: {a: 1}, zero: true}").y_axis.least == 0
    years = chart("{type: scatter, x: [2019, 2020], y: [3, 4]}").x_axis.style
    assert not years.thousands


def test_a_credit_goes_with_the_chart():
    """Of the role data."""
    found = chart("{values: {a: 1}, credit: Port Authority, subtitle: '**Level**', note: Night}")
    assert found.credit and (found.credit.role, found.own_credits()) == ("data", (found.credit,))
    assert [one.text for one in found.own_texts()] == ["Level", "Night"]
