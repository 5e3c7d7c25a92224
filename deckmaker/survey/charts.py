"""A chart to its survey: where its plots stand, between which ends its axes count, and its labels with their lines."""

from __future__ import annotations

from deckmaker.layout import TextItem
from deckmaker.layout.chart_item import ChartItem, ChartLabel, Plot, PlotAxis
from deckmaker.survey.survey import AxisSurvey, ChartLabelSurvey, ChartSurvey, PlotSurvey
from deckmaker.survey.texts import placed_lines


def chart_survey(item: ChartItem) -> ChartSurvey:
    """Return the survey of a chart."""
    chart = item.chart
    return ChartSurvey(
        type=chart.type,
        alt=item.alt,
        series=len(chart.series),
        points=max((len(one.values) for one in chart.series), default=0),
        plots=tuple(map(_plot, item.plots)),
        labels=tuple(map(_label, item.labels)),
    )


def _plot(plot: Plot) -> PlotSurvey:
    axes = (_axis(one) for one in (plot.x_axis, plot.y_axis, plot.second_axis))
    return PlotSurvey(plot.name, plot.rect, plot.frame, len(plot.marks), *axes)


def _axis(axis: PlotAxis | None) -> AxisSurvey | None:
    return AxisSurvey(axis.scale, axis.least, axis.most, axis.step, axis.reversed) if axis else None


def _label(label: ChartLabel) -> ChartLabelSurvey:
    item = label.placed.item
    assert isinstance(item, TextItem)
    lines = tuple(placed_lines(label.placed.rect, item))
    return ChartLabelSurvey(label.says, label.series, label.point, lines)
