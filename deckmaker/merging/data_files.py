"""Files that slides show, of tables, charts and code: what changed there is not the deck's to say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from deckmaker.comparison.changes import Change, Comparison
from deckmaker.comparison.facts import Kind
from deckmaker.merging.written_slides import written_slides

_CELLS = (None, Kind.CELL, Kind.DATUM)
"""What changes are about: rows that came or went, cells, numbers."""

_BLOCKS = {"table": _CELLS, "chart": _CELLS, "code": (Kind.TEXT,)}
"""Blocks that may have a file, and what changes of it are about."""


class DataFile(NamedTuple):
    """A file, as the deck names it, and whether that is code's; and the numbers of the slides that differ, from 1."""

    file: str
    is_code: bool
    slides: list[int]


def data_files(left: Comparison, shown: Any, written: Any) -> list[DataFile]:
    """Return the files of tables, charts and code of which slides still differ.

    `shown` are the data of what the deck makes, imported, by whose slides `left` counts; `written` those of its file.
    """
    places = written_slides(shown["slides"], written["slides"])
    files: dict[tuple[str, bool], list[int]] = {}
    for slide in left.slides:
        changed = {block for change in slide.changes for block in _blocks(change)}
        if slide.old is None or not changed:
            continue
        there = places.get(slide.old - 1)
        for block, file in _files(written["slides"][there]) if there is not None else ():
            slides = files.setdefault((file, block == "code"), [])
            if block in changed and slide.old not in slides:
                slides.append(slide.old)
    return [DataFile(*key, slides) for key, slides in files.items() if slides]


def _blocks(change: Change) -> Iterator[str]:
    """Yield the kinds of blocks of whose file a change may be."""
    for step in change.place:
        block = step.split(" ")[0]
        if change.kind in _BLOCKS.get(block, ()):
            yield block


def _files(value: Any) -> Iterator[tuple[str, str]]:
    """Yield the files of the tables, charts and code below a value, as they are written, behind the block's name."""
    if isinstance(value, list):
        for one in value:
            yield from _files(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            own = one.get("file") if isinstance(one, dict) else None if key == "code" else one
            if key in _BLOCKS and isinstance(own, str):
                yield key, own
            else:
                yield from _files(one)
