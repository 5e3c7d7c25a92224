"""Alt texts that are written from the data: what one would say first, in the language of the deck."""

from __future__ import annotations

import pytest

from deckmaker.credits.languages import LANGUAGES
from deckmaker.model.chart import ChartType
from deckmaker.resolve.charts.alt_words import ALT_WORDS
from tests.resolve.charts.reading import chart

DEATHS = "{categories: [2013, 2015, 2021], series: {Deaths: [3105, 9580, 70601]}}"
TOLD = {
    DEATHS: "Line chart: Deaths rising from 3,105 in 2013 to 70,601 in 2021.",
    "{categories: [2013, 2015, 2021], values: [3, 9, 1], unit: dB, subtitle: Level}": (
        "Line chart: Level falling from 3 dB in 2013 to 1 dB in 2021, with a peak of 9 dB in 2015."
    ),
    "{values: {North: 1.4, South: 0.9}, unit: M€}": "Column chart: North 1.4 M€, South 0.9 M€.",
    "{categories: [Q1, Q2], series: {A: [1, 2], B: [3, 4]}, stack: true}": (
        "Column chart, stacked: A: 1 (Q1), 2 (Q2); B: 3 (Q1), 4 (Q2)."
    ),
    "{type: pie, values: {Gas: 3, Oil: 1}}": "Pie chart: Gas 75%, Oil 25%.",
    "{type: pie, values: {Gas: 12.5 %, Oil: 37.5 %, Sun: 50 %}}": "Pie chart: Gas 12.5%, Oil 37.5%, Sun 50.0%.",
    "{type: pie, values: {Gas: 12.5, Oil: 87.5}, unit: '%'}": "Pie chart: Gas 12.5%, Oil 87.5%.",
    "{type: pie, values: {Gas: 12.5, Oil: 87.5}, unit: t}": "Pie chart: Gas 13%, Oil 88%.",
    "{type: doughnut, values: {Gas: 1, Oil: 7}, decimals: 1}": "Doughnut chart: Gas 12.5%, Oil 87.5%.",
    "{type: pie, values: {Gas: 45.4 %, Oil: 54.5 %}}": "Pie chart: Gas 45%, Oil 55%.",
    "{type: pie, values: {Gas: 996, Oil: 2}}": "Pie chart: Gas 99.8%, Oil 0.2%.",
    "{x: [1, 2], y: [3, 4]}": "Scatter chart: y, 2 points, x from 1 to 2, y from 3 to 4.",
    "{type: slope, categories: [2014, 2024], series: {A: [1, 2], B: [3, 4]}}": (
        "Slope chart (2014 → 2024): A from 1 to 2; B from 3 to 4."
    ),
    "{values: {a: 1, b: 2, c: 3, d: 4, e: 5, f: 6, g: 7}}": "Column chart: values: most 7 (g), least 1 (a).",
    "{categories: [2013, 2015, 2021], series: {Deaths: [3, 1, 3]}}": (
        "Line chart: Deaths level, 3 in 2013 and 3 in 2021."
    ),
    "{values: {Berth 4: 1, Road: 2}}": "Column chart: 1 (Berth 4), 2 (Road).",
    "{type: bar, values: {a: 70601, b: 12.5}, scale: thousand}": ("Bar chart: a 70.60 thousand, b 0.01 thousand."),
    "{type: line, categories: [2019, 2020, 2021], values: [70601.25, 3105, 4], scale: thousand}": (
        "Line chart: values falling from 70.60 thousand in 2019 to 0.00 thousand in 2021."
    ),
    "{categories: [2013, 2021], series: {Rate: [1234567.891, 2345678.912]}}": (
        "Column chart: Rate rising from 1,234,567.89 in 2013 to 2,345,678.91 in 2021."
    ),
    "{type: bar, values: {a: 3.14159, b: –}}": "Bar chart: a 3.14.",
}


@pytest.mark.parametrize(("entry", "alt"), TOLD.items())
def test_it_says_what_one_would_say_first(entry, alt):
    """With units, and numbers as they are heard."""
    assert chart(entry).alt.replace("\u00a0", " ") == alt


@pytest.mark.parametrize(
    ("language", "alt"),
    [
        ("de-AT", "Liniendiagramm: Deaths, Anstieg von 3105 (2013) auf 70\u00a0601 (2021)."),
        ("fr", "Courbe\u00a0: Deaths, hausse de 3\u202f105 (2013) à 70\u202f601 (2021)."),
        ("es", "Gráfico de líneas: Deaths, aumento de 3105 (2013) a 70.601 (2021)."),
        ("zh", "折线图：Deaths从2013年的3,105升至2021年的70,601。"),
        ("zh-TW", "折線圖：Deaths從2013年的3,105升至2021年的70,601。"),
        ("eo", "Line chart: Deaths rising from 3,105 in 2013 to 70,601 in 2021."),
    ],
)
def test_it_speaks_the_language_of_the_deck(language, alt):
    """As credits do."""
    assert chart(DEATHS, language=language).alt.replace("3\u00a0105", "3105") == alt


def test_every_language_of_credits_has_its_words_for_every_type():
    """A deck's texts speak one language."""
    assert {tag.partition("-")[0] for tag in LANGUAGES} <= ALT_WORDS.keys()
    assert all(words.types.keys() == set(ChartType) for words in ALT_WORDS.values())


def test_an_alt_of_one_s_own_comes_first():
    """It says what follows from the data."""
    assert chart("{values: {a: 1}, alt: All is quiet.}").alt == "All is quiet."
