"""Series of our own charts that carry labels alone: none of them is one of the deck, whoever saved the file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.agreement.libreoffice import saved_again
from tests.projects import Project, run

SLOPE = """\
title: Noise
slides:
  - title: Noise
  - title: It fell
    chart:
      type: slope
      rows:
        - [Where, "2014", "2024"]
        - [North, 61, 53]
        - [South, 49, 51]
      credit: Port Authority
  - title: Many
    chart: {type: line, x: [2020, 2021, 2022], y: [1, 100, 10000], log: true, credit: Port Authority}
  - title: Quarters
    chart:
      type: column
      multiples: {across: 2}
      categories: [Q3 2025, Q4 2025, Q1 2026, Q2 2026]
      series: {Quay Street: [22, 27, 24, 13], Hill Road: [6, 8, 7, 6]}
      credit: Port Authority
"""


def names_of(value: Any) -> list[str]:
    """Return the names of all series of slides."""
    if isinstance(value, list):
        return [name for one in value for name in names_of(one)]
    if not isinstance(value, dict):
        return []
    own = [one["name"] for one in value["series"]] if "series" in value else []
    return own + names_of(list(value.values()))


def series_in(file: Path) -> list[str]:
    """Return the names of the series that come of a presentation."""
    target = file.with_suffix(".yaml")
    assert (result := run("import", file, "-o", target, "--force")).exit_code == 0, result.stderr
    return names_of(yaml.load(target.read_text(), Loader=yaml.BaseLoader)["slides"])


@pytest.mark.outside
def test_series_for_labels_are_none_of_the_deck(tmp_path: Path) -> None:
    """LibreOffice gives each series cells of its own: a second one of a slope no longer shows the same cells."""
    project = Project(tmp_path)
    project.write(SLOPE)
    assert (built := run("build", project.deck, "-f", "pptx", "-o", project.folder)).exit_code == 0, built.stderr
    own = project.folder / "deck.pptx"
    expected = ["North", "South", "y", "Quay Street", "Hill Road"]
    assert series_in(own) == expected
    (again,) = saved_again([own], project.folder / "again")
    assert series_in(again) == expected
