"""The charts by python-pptx, as it makes them by itself: `charts_by_python_pptx.py CHARTS.json OUTPUT.pptx`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pptx import Presentation
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Pt

KINDS = {
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "bar": XL_CHART_TYPE.BAR_CLUSTERED,
    "line": XL_CHART_TYPE.LINE,
    "pie": XL_CHART_TYPE.PIE,
    "scatter": XL_CHART_TYPE.XY_SCATTER,
}


def main(charts: Path, output: Path) -> None:
    presentation = Presentation()
    presentation.slide_width, presentation.slide_height = Pt(960), Pt(540)
    layout = presentation.slide_layouts.get_by_name("Title Only")
    for one in json.loads(charts.read_text(encoding="utf-8")):
        slide = presentation.slides.add_slide(layout)
        slide.shapes.title.text = one["title"]
        kind = XL_CHART_TYPE.COLUMN_STACKED if one.get("stack") else KINDS[one["type"]]
        slide.shapes.add_chart(kind, Pt(48), Pt(150), Pt(864), Pt(330), _data(one))
    presentation.save(str(output))


def _data(one):
    if one["type"] == "scatter":
        data = XyChartData()
        series = data.add_series("Decibels")
        for x, y in one["points"]:
            series.add_data_point(x, y)
        return data
    data = CategoryChartData()
    data.categories = one["categories"]
    for name, values in one["series"].items():
        data.add_series(name, values)
    return data


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
