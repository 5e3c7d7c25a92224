"""The decks of charts: deckmaker's presentation and the script's hold the same numbers."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from tests.bench.charts import chart_commands, make_charts

pytestmark = pytest.mark.slow

CHARTS = 6
"""One of each kind."""


def numbers(path: Path) -> list[Any]:
    """Return the values of every chart's series, under what they are called."""
    found = []
    for slide in Presentation(str(path)).slides:
        (chart,) = [shape.chart for shape in slide.shapes if shape.has_chart]
        series = [one for plot in chart.plots for one in plot.series if one.name != "Labels"]
        found.append({one.name: tuple(one.values) for one in series})
    return found


def test_both_hold_the_same_numbers(tmp_path: Path) -> None:
    """Chart by chart."""
    made = []
    for name, command in chart_commands(make_charts(tmp_path, CHARTS), tmp_path / "written", "own", "script").items():
        folder = tmp_path / name
        folder.mkdir()
        subprocess.run([str(part).replace(str(tmp_path / "written"), str(folder)) for part in command], check=True)
        made.append(numbers(next(folder.glob("*.pptx"))))
    own, script = made
    assert own == script and len(own) == CHARTS
