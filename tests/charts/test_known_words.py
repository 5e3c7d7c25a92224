"""Words of charts are measured once in a deck, and belong to each chart that has them."""

from __future__ import annotations

from unittest.mock import patch

from deckmaker.diagnostics import SourceFile, Span
from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.charts import known_words
from deckmaker.model.chart import Chart, ChartType
from deckmaker.text.measuring import measure
from tests.charts.awkward import FRUIT, chart
from tests.charts.laid_out import document
from tests.projects import briefing


def at_line(line: int) -> Chart:
    """Return a chart that is written in that line."""
    span = Span(SourceFile("deck.yaml", ""), line, 1, line, 2)
    return chart(ChartType.COLUMN, FRUIT, (3, 7, 11, 12, 18, 22), span=span)


def laid_out_charts(*lines: int) -> list[ChartItem]:
    """Return charts that are written in those lines, laid out on a slide each."""
    laid_out, _ = document([("The deck", ()), *(("A title", (at_line(line),)) for line in lines)])
    return [one.item for page in laid_out.pages for one in page.leaves if isinstance(one.item, ChartItem)]


def spans(drawn: ChartItem) -> set[Span | None]:
    """Return where the labels of a chart are written."""
    items = [one.placed.item for one in drawn.labels]
    return {one.paragraph.span for item in items if isinstance(item, TextItem) for one in item.setting.paragraphs}


def test_words_of_several_charts_are_measured_once() -> None:
    """However many charts there are."""
    counts = []
    for slides in (1, 5):
        with patch.object(known_words, "measure", wraps=measure) as counted:
            laid_out_charts(*range(1, slides + 1))
        counts.append(counted.call_count)
    assert counts[0] == counts[1] > 0


def test_they_belong_to_the_chart_that_has_them() -> None:
    """A message names the right one."""
    drawn = laid_out_charts(3, 8)
    assert [spans(one) for one in drawn] == [{one.chart.span} for one in drawn]
    assert len({one.chart.span for one in drawn}) == 2


def test_few_are_kept() -> None:
    """A deck of many charts does not keep all that ever was in one."""
    theme = briefing()
    words, style = known_words.KnownWords(theme), theme.styles["chart-label"]
    with patch.object(known_words, "MOST_KEPT", 10):
        first = words.of("eight", style)
        assert words.of("eight", style) is first
        words.of("another", style)
        assert words.of("eight", style) is not first
