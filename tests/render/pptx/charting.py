"""A colleague who inserts a chart in LibreOffice. Run by a Python with UNO: charting.py FILE FOLDER

Opens FILE, adds a slide at its end with a chart of six series, as its menu inserts one, and saves FOLDER/charted.pptx
and .pdf.
"""

from __future__ import annotations

import sys
from pathlib import Path

from colleague import Colleague, office
from com.sun.star.awt import Point, Size

CHART = "12DCAE26-281F-416f-a234-c3086127382e"
"""The class of LibreOffice's charts (SO3_SCH_CLASSID in comphelper/classids.hxx)."""

SERIES = 6
AT, SIZE = (2_000, 4_500), (28_000, 10_000)
"""Hundredths of a millimetre."""


def main(file: str, folder: str) -> None:
    with office() as context:
        colleague = Colleague(context, Path(file))
        slides = colleague.presentation.DrawPages
        slide = colleague.new_slide(slides.Count - 1)
        shape = colleague.presentation.createInstance("com.sun.star.drawing.OLE2Shape")
        slide.add(shape)
        shape.CLSID = CHART
        shape.Position, shape.Size = Point(*AT), Size(*SIZE)
        chart = shape.Model
        chart.setDiagram(chart.createInstance("com.sun.star.chart.BarDiagram"))
        table = chart.Data
        table.setData((tuple(float(number + 1) for number in range(SERIES)),))
        table.setRowDescriptions(("A",))
        table.setColumnDescriptions(tuple(f"S{number}" for number in range(SERIES)))
        for extension in ("pptx", "pdf"):
            colleague.save(Path(folder, f"charted.{extension}"))
        colleague.presentation.close(True)


if __name__ == "__main__":
    main(*sys.argv[1:])
