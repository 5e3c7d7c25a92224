"""Charts as parts of a package, each with its workbook, made when they are written, so that nobody holds many."""

from __future__ import annotations

from collections.abc import Iterator

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from deckmaker.layout.chart_item import Plot
from deckmaker.model.chart import Chart
from deckmaker.render.pptx.charts.chart_space import chart_space
from deckmaker.render.pptx.charts.looks import Looks
from deckmaker.render.pptx.charts.native_plot import native_plot
from deckmaker.render.pptx.charts.sheet import sheet_of
from deckmaker.render.pptx.charts.workbook import workbook
from deckmaker.render.pptx.colors import SchemeColors
from deckmaker.render.pptx.part_names import PartNames
from deckmaker.render.pptx.parts import Part
from deckmaker.render.pptx.xml import whole


class ChartParts:
    """The charts of one package, in the deck's language."""

    def __init__(self, names: PartNames, language: str) -> None:
        self._names = names
        self._language = language
        self._parts: list[Part] = []

    def part(self, chart: Chart, plot: Plot, colors: SchemeColors) -> Part:
        """Return a new part that holds a plot of a chart, in the colours of the slide that shows it."""
        plot, number = native_plot(chart, plot), len(self._parts) // 2 + 1
        book = _WorkbookPart(self._names.numbered("ppt/embeddings/Microsoft_Excel_Sheet", number, "xlsx"), chart, plot)
        name = self._names.numbered("ppt/charts/chart", number, "xml")
        drawn = _ChartPart(name, chart, plot, book, self._language, Looks(colors, self._language))
        self._parts += [drawn, book]
        return drawn

    def __iter__(self) -> Iterator[Part]:
        return iter(self._parts)


class _WorkbookPart(Part):
    """The workbook of a plot."""

    def __init__(self, name: str, chart: Chart, plot: Plot) -> None:
        super().__init__(name, CT.SML_SHEET)
        self._chart = chart
        self._plot = plot

    def read(self) -> bytes:
        """Return the XLSX file."""
        return workbook(sheet_of(self._chart, self._plot))


class _ChartPart(Part):
    """A plot as a chart of its own."""

    def __init__(self, name: str, chart: Chart, plot: Plot, book: Part, language: str, looks: Looks) -> None:
        super().__init__(name, CT.DML_CHART)
        self._chart = chart
        self._plot = plot
        self._book = self.relationships.to(RT.PACKAGE, book)
        self._language = language
        self._looks = looks

    def read(self) -> bytes:
        """Return the chart's XML."""
        sheet = sheet_of(self._chart, self._plot)
        return whole(chart_space(self._chart, self._plot, sheet, self._book, self._language, self._looks))
