"""The tables of `decks/regional.yaml`, read by the standard library alone."""

from __future__ import annotations

import csv
from collections import defaultdict

from tests.projects import ROOT

_FOLDER = ROOT / "assets" / "regional"

Cells = dict[str, str]


def _rows(name: str) -> list[Cells]:
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


REGIONS = _rows("regions.csv")
"""A region each: the rows of the deck."""

YEARS: dict[str, list[Cells]] = defaultdict(list)
"""The years of each region, by its name."""

for _row in _rows("years.csv"):
    YEARS[_row["Region"]].append(_row)


def growth(region: Cells) -> int:
    """Return 1 where a region has more people than it had, -1 where fewer, 0 where neither to a tenth of a percent."""
    change = float(region["change"])
    return (change > 0) - (change < 0)


def is_rich(region: Cells) -> bool:
    """Tell whether its GDP per inhabitant is above its country's."""
    return int(region["gdp_per_head"]) > int(region["country_gdp_per_head"])
