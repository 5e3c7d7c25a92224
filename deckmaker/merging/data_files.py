"""Files from which tables and charts have their cells: what changed there is not the deck's to say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deckmaker.comparison.changes import Change, Comparison
from deckmaker.comparison.facts import Kind
from deckmaker.merging.finding import written_slides

_BLOCKS = ("table", "chart")
_CELLS = (None, Kind.CELL, Kind.DATUM)
"""What changes are about: rows that came or went, cells, numbers."""


def data_files(left: Comparison, shown: Any, written: Any) -> dict[str, list[int]]:
    """Return the files of tables and charts whose cells still differ, each with the numbers of the slides, from 1.

    `shown` are the data of what the deck makes, imported, by whose slides `left` counts; `written` those of its file.
    """
    places = written_slides(shown["slides"], written["slides"])
    files: dict[str, list[int]] = {}
    for slide in left.slides:
        if slide.old is None or not any(map(_is_of_cells, slide.changes)):
            continue
        there = places.get(slide.old - 1)
        for file in dict.fromkeys(_files(written["slides"][there])) if there is not None else ():
            files.setdefault(file, []).append(slide.old)
    return files


def _is_of_cells(change: Change) -> bool:
    return change.kind in _CELLS and any(step.split(" ")[0] in _BLOCKS for step in change.place)


def _files(value: Any) -> Iterator[str]:
    """Yield the files of the tables and charts below a value, as they are written."""
    if isinstance(value, list):
        for one in value:
            yield from _files(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            own = one.get("file") if isinstance(one, dict) else one
            if key in _BLOCKS and isinstance(own, str):
                yield own
            else:
                yield from _files(one)
