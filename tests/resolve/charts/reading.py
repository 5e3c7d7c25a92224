"""Charts as they are read: an entry in a deck of a small project, with files beside it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import xlsxwriter

from deckmaker.blocks import kind_for
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import Diagnostic
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.model.chart import Chart
from deckmaker.resolve.resolver import Resolver
from deckmaker.source import parse_yaml, read_deck


class Read(NamedTuple):
    """A chart, None where there is none, and what is said of it."""

    chart: Chart | None
    said: list[Diagnostic]

    @property
    def told(self) -> list[tuple[str, str, str]]:
        """Code, file with line and column, and message of each."""
        return [(one.code, place_of(one), one.message) for one in self.said]


def place_of(one: Diagnostic) -> str:
    """Return the place of a message, without its folder."""
    return one.span.place.rpartition("/")[2] if one.span else ""


def read(entry: str, files: dict[str, str | bytes] | None = None, language: str = "en") -> Read:
    """Read a chart as it is written under `chart:`, in flow style."""
    with TemporaryDirectory() as folder:
        decks = Path(folder) / "decks"
        decks.mkdir()
        for name, content in (files or {}).items():
            (decks / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        deck = decks / "deck.yaml"
        text = f"title: A\nlanguage: {language}\nslides:\n  - chart: {entry}\n"
        deck.write_text(text, encoding="utf-8")
        diagnostics = Diagnostics()
        source = read_deck(deck, diagnostics)
        tree = parse_yaml(source, diagnostics) if source else None
        found = validate(DeckEntry, tree, diagnostics) if tree else None
        if found is None or tree is None:
            return Read(None, list(diagnostics))
        resolver = Resolver(found, tree, deck, diagnostics)
        entry_ = found.slides[0].__dict__["chart"]
        return Read(kind_for("chart").resolve(entry_, ("slides", 0, "chart"), resolver), list(diagnostics))


def chart(entry: str, files: dict[str, str | bytes] | None = None, language: str = "en") -> Chart:
    """Return a chart of which nothing is said."""
    found = read(entry, files, language)
    assert found.chart and not found.said, found.told
    return found.chart


def values(of: Chart) -> dict[str, tuple[float | None, ...]]:
    """Return the values of each series."""
    return {one.name: one.values for one in of.series}


def workbook(*sheets: tuple[str, list[list[Any]]], formats: dict[int, str] | None = None) -> bytes:
    """Return a workbook; `formats` are those of columns, by number, below the first row."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "default_date_format": "yyyy-mm-dd"})
    made = {column: book.add_format({"num_format": code}) for column, code in (formats or {}).items()}
    for name, rows in sheets:
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                sheet.write(row, column, cell, *([made[column]] if row and column in made else []))
    book.close()
    return stream.getvalue()
