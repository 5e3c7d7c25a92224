"""What the notes of a slide say of its charts: their data as lines of a table, and what does not follow an edit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.layout import Page, Role
from deckmaker.layout.chart_item import ChartItem
from deckmaker.localization.lookup import looked_up
from deckmaker.localization.numbers import format_number
from deckmaker.model.chart import Chart, ChartAxis, NumberStyle, Series

_DATA = {
    "en": "Data of the chart",
    "de": "Daten des Diagramms",
    "fr": "Données du graphique",
    "es": "Datos del gráfico",
    "zh": "图表数据",
    "zh-hant": "圖表資料",
    "zh-tw": "圖表資料",
}
_AXIS = {
    "en": "The numbers along the axis are text boxes: they are right while the chart’s scale stays as it is.",
    "de": "Die Zahlen an der Achse sind Textfelder: Sie stimmen, solange die Skala des Diagramms bleibt, wie sie ist.",
    "fr": "Les nombres de l’axe sont des zones de texte : ils restent justes tant que l’échelle ne change pas.",
    "es": "Los números del eje son cuadros de texto: son correctos mientras no cambie la escala del gráfico.",
    "zh": "轴旁的数字是文本框：只要图表的刻度不变，它们就是正确的。",
    "zh-hant": "軸旁的數字是文字方塊：只要圖表的刻度不變，它們就是正確的。",
    "zh-tw": "軸旁的數字是文字方塊：只要圖表的刻度不變，它們就是正確的。",
}
"""In the languages in which prompts are, by BCP 47 tag in small letters."""


def chart_notes(page: Page, language: str) -> Iterator[str]:
    """Yield lines about the charts of a page; a spreadsheet takes those of a table, whose cells stand between tabs."""
    charts = [placed.item.chart for placed in page.leaves if isinstance(placed.item, ChartItem)]
    for chart in charts:
        yield looked_up(_DATA, language)
        yield from data_lines(chart)
    if charts and any(placed.role is Role.AXIS for placed in page.leaves):
        yield looked_up(_AXIS, language)


def data_lines(chart: Chart) -> Iterator[str]:
    """Yield the numbers of a chart as its author gave them, in lines of a table."""
    rows = _by_xs(chart) if any(one.xs for one in chart.series) else _by_categories(chart)
    return ("\t".join(cell.replace("\n", " ") for cell in row) for row in rows)


def _by_categories(chart: Chart) -> Iterator[Sequence[str]]:
    yield [_title(chart.x_axis), *(one.name for one in chart.series)]
    for index, name in enumerate(chart.categories.names):
        yield [name, *(_written(one.values[index], _style(chart, one)) for one in chart.series)]


def _by_xs(chart: Chart) -> Iterator[Sequence[str]]:
    """Yield a row for each point: its series where there are several, its name where it has one, its numbers."""
    several, named = len(chart.series) > 1, any(one.names for one in chart.series)
    sized = any(one.sizes for one in chart.series)
    head = [_title(chart.x_axis) or "x", _title(chart.y_axis) or "y", *(["n"] if sized else [])]
    yield [*([""] * (several + named)), *head]
    for one in chart.series:
        for index, value in enumerate(one.values):
            first = [one.name] if several else []
            name = [one.names[index] if one.names else ""] if named else []
            size = [_written(one.sizes[index] if one.sizes else None, NumberStyle())] if sized else []
            x = _written(one.xs[index], chart.x_axis.style)
            yield [*first, *name, x, _written(value, _style(chart, one)), *size]


def _style(chart: Chart, series: Series) -> NumberStyle:
    return (chart.second_axis if series.on_second_axis else chart.y_axis).style


def _title(axis: ChartAxis) -> str:
    return axis.title.text if axis.title else ""


def _written(value: float | None, style: NumberStyle) -> str:
    return "" if value is None else format_number(value, style)
