"""Charts in Markdown: their words and their numbers, read back by a parser of pipe tables."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

from markdown_it import MarkdownIt

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.chart_item import ChartItem
from deckmaker.model.chart import ChartType
from deckmaker.render.markdown import MarkdownRenderer
from deckmaker.render.markdown_charts import told_texts
from tests.charts.awkward import chart
from tests.render.hand_charts import HOSTILE, chart_document, chart_theme, columns, dots, wedges
from tests.render.test_markdown_tables import cells

THEME = chart_theme()


def _written(item: ChartItem) -> str:
    stream = BytesIO()
    MarkdownRenderer().render(chart_document([item], THEME), stream, Diagnostics())
    return stream.getvalue().decode()


def _paragraphs(markdown: str) -> list[str]:
    """Return the words outside of the table."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    return [other.content for one, other in pairwise(tokens) if one.type == "paragraph_open"]


def _table(item: ChartItem) -> list[list[str]]:
    """Return the cells of the table; what the parser finds behind it is no part of it."""
    found = cells(_written(item))
    return [row[: len(found[0])] for row in found]


def test_a_chart_is_its_words_and_its_data() -> None:
    """Between its subtitle and its note; numbers along axes and the legend are in the table."""
    markdown = _written(wedges(THEME))
    assert _paragraphs(markdown) == [
        "Deaths, thousands",
        "A chart of two years",
        "Pumps",  # no series of this chart
        "Halved in 2017",
        "*A note \\& more*",
    ]
    assert _table(wedges(THEME)) == [["", "Heat"], ["a", "0.6"], ["b", "0.3"], ["c", "0.1"]]


def test_numbers_around_a_waterfall_are_those_of_its_table() -> None:
    """Their signs make no difference; words that say more stay."""
    made = chart(ChartType.WATERFALL, ("Start", "Sales"), (1.5, 3), totals=frozenset({0}))
    told = told_texts(replace(wedges(THEME), chart=made))
    assert {"Start", "1.5", "+3.0"} <= told and "Halved in 2017" not in told


def test_names_stay_names() -> None:
    """Of several lines, too, and where they would be markup."""
    one_line = " ".join(HOSTILE.split())
    assert _table(columns(THEME)) == [["", one_line, "Gas"], ["2023", "1.0", "−0.5"], [one_line, "2.5", "1,234.5"]]


def test_points_have_their_places() -> None:
    """Below what the axes measure."""
    assert _table(dots(THEME, 2)) == [["", "Width", "y"], ["Town 0", "150.0", "300.00"], ["Town 1", "490.0", "224.27"]]
