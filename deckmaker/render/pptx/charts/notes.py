"""What the notes of a slide say of its charts: their data as lines of a table, and what does not follow an edit."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout import Page, Role
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.charts.data_table import data_table
from deckmaker.localization.lookup import looked_up
from deckmaker.model.chart import Chart

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
    table = data_table(chart)
    return ("\t".join(cell.replace("\n", " ") for cell in row) for row in (table.header, *table.rows))
