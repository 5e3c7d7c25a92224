"""Decks of charts: a chart a slide, of six kinds in turn, and the same numbers for a script by python-pptx."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.bench.measure import Command
from tests.projects import COMMAND

FEW, MANY = 10, 100
"""Charts of the decks."""

_SCRIPT = Path(__file__).with_name("scripts") / "charts_by_python_pptx.py"
_YEARS = [str(year) for year in range(2013, 2025)]
_PLACES = ["Old quay", "East basin", "Grain pier", "Ferry slip", "Outer mole", "Yard"]
_SHIPS = ("Reefers", "Tankers", "Ferries")


@dataclass(frozen=True, slots=True)
class ChartMaterial:
    """A deck of charts, and its data as JSON."""

    deck: Path
    data: Path


def make_charts(folder: Path, count: int) -> ChartMaterial:
    """Write a deck of so many charts below `folder`."""
    slides = [_slide(number) for number in range(count)]
    deck, data = folder / "decks" / f"{count}-charts.yaml", folder / f"{count}-charts.json"
    deck.parent.mkdir(parents=True, exist_ok=True)
    entries = [{"title": one["title"], "layout": "content", "chart": _entry(one)} for one in slides]
    whole = {"title": "Noise in charts", "slides": entries}
    deck.write_text(yaml.safe_dump(whole, sort_keys=False, width=1_000), encoding="utf-8")
    data.write_text(json.dumps(slides), encoding="utf-8")
    return ChartMaterial(deck, data)


def chart_commands(material: ChartMaterial, written: Path, own: str, script: str) -> dict[str, Command]:
    """Return deckmaker's command and the script's, under these names; they write into `written`."""
    return {
        own: [*COMMAND, "build", material.deck, "-o", written, "-q", "-f", "pptx"],
        script: [sys.executable, _SCRIPT, material.data, written / "charts.pptx"],
    }


def _slide(number: int) -> dict[str, Any]:
    kinds: tuple[Callable[[int], dict[str, Any]], ...] = (_columns, _stacked, _bars, _lines, _pie, _scatter)
    return {"title": f"Night {number + 1} in numbers", **kinds[number % len(kinds)](number)}


def _values(number: int, count: int, series: int = 0) -> list[float]:
    return [20.0 + (number * 7 + point * 13 + series * 29) % 41 + point / 2 for point in range(count)]


def _columns(number: int) -> dict[str, Any]:
    return {"type": "column", "categories": _PLACES, "series": _series(number, len(_PLACES), 2)}


def _stacked(number: int) -> dict[str, Any]:
    return {"type": "column", "stack": True, "categories": _PLACES, "series": _series(number, len(_PLACES), 3)}


def _bars(number: int) -> dict[str, Any]:
    return {"type": "bar", "categories": _PLACES, "series": _series(number, len(_PLACES), 1)}


def _lines(number: int) -> dict[str, Any]:
    return {"type": "line", "categories": _YEARS, "series": _series(number, len(_YEARS), 3)}


def _pie(number: int) -> dict[str, Any]:
    return {"type": "pie", "categories": _PLACES[:5], "series": _series(number, 5, 1)}


def _scatter(number: int) -> dict[str, Any]:
    points = [[x, y] for x, y in zip(_values(number, 20), _values(number, 20, 1), strict=True)]
    return {"type": "scatter", "points": points}


def _series(number: int, count: int, series: int) -> dict[str, list[float]]:
    return {_SHIPS[index]: _values(number, count, index) for index in range(series)}


def _entry(one: dict[str, Any]) -> dict[str, Any]:
    """Return a chart as decks have it."""
    entry = {key: value for key, value in one.items() if key not in ("title", "points")}
    if one["type"] == "scatter":
        return {**entry, "rows": [["Metres", "Decibels"], *one["points"]], "x": "Metres", "y": "Decibels"}
    return entry
