"""Any table, read; and CSV files as they come: right ones, and spoilt in places."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from typing import Any

import yaml
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.model import Deck, Table
from deckmaker.resolve import resolve_deck
from deckmaker.source import parse_yaml, read_source
from tests.projects import Project
from tests.soak.checks import check_messages
from tests.soak.words import squeezed, texts
from tests.soak.written_tables import NUMBERS, table


@dataclass(frozen=True, slots=True)
class GeneratedTable:
    """A table as it is written, and the texts that it must show."""

    data: dict[str, Any]
    shown: tuple[str, ...]


@st.composite
def tables(draw: st.DrawFn) -> GeneratedTable:
    """Draw a table that is right."""
    shown: list[str] = []

    def text() -> str:
        drawn = draw(texts("usual", 3))
        shown.append(drawn.shown)
        return drawn.typed

    return GeneratedTable(table(draw, text), tuple(shown))


def check_table(one: GeneratedTable, project: Project) -> None:
    """Every text is in the table, every place is taken, and no cell lies on another."""
    deck, diagnostics = _resolved(project, one.data)
    check_messages(diagnostics, b"")
    assert not diagnostics.failed(), [found.message for found in diagnostics]
    (found,) = deck.slides[0].blocks
    assert isinstance(found, Table)
    places = [
        (place.row + down, place.column + right)
        for place in found.places()
        for down in range(place.cell.rows)
        for right in range(place.cell.columns)
    ]
    assert sorted(places) == [(row, column) for row in range(len(found.rows)) for column in range(len(found.columns))]
    words = [place.cell.paragraph.text for place in found.places()] + [found.caption.text if found.caption else ""]
    whole = squeezed("\n".join(words))
    assert [text for text in one.shown if squeezed(text) not in whole] == []


@st.composite
def table_files(draw: st.DrawFn) -> bytes:
    """Draw a CSV file that may be spoilt, or bytes that never were one."""
    cell = st.one_of(NUMBERS, texts("rare", 3).map(lambda text: text.shown), st.just(""))
    rows = draw(st.lists(st.lists(cell, min_size=1, max_size=5), max_size=8))
    stream = StringIO(newline="")
    csv.writer(stream, delimiter=draw(st.sampled_from(",;\t|"))).writerows(rows)
    whole = stream.getvalue().encode(draw(st.sampled_from(["utf-8", "utf-16", "utf-8-sig", "gb18030"])))
    spoilt = draw(st.sampled_from([b"", b'"', b"\0", b"\xff", b"\r", b"sep=", b"\n\n", b",,,,", b"\x81"]))
    place = draw(st.integers(0, len(whole)))
    return draw(st.one_of(st.just(whole[:place] + spoilt + whole[place:]), st.binary(max_size=60)))


def check_table_file(content: bytes, project: Project) -> None:
    """A table or an error, in words for people; and the same where columns and rows of it are asked for."""
    (project.folder / "any.csv").write_bytes(content)
    more = {"columns": [{"from": "1", "unit": "dB"}], "sort": "-1", "where": {"1": "> 0"}, "most": 2}
    for keys in ({}, {"header": 0}, more):
        deck, diagnostics = _resolved(project, {"file": "../any.csv", **keys})
        check_messages(diagnostics, content)
        assert bool(deck.slides[0].blocks) or diagnostics.failed(), "no table and no error"


def _resolved(project: Project, data: dict[str, Any]) -> tuple[Deck, Diagnostics]:
    diagnostics = Diagnostics()
    deck = {"title": "T", "slides": [{"title": "A", "table": data}]}
    source = read_source(project.write(yaml.safe_dump(deck, allow_unicode=True, sort_keys=False)), diagnostics)
    tree = source and parse_yaml(source, diagnostics)
    entry = tree and validate(DeckEntry, tree, diagnostics)
    assert tree and entry, [one.message for one in diagnostics]
    deck = resolve_deck(entry, tree, project.deck, diagnostics)
    assert deck, [one.message for one in diagnostics]
    return deck, diagnostics
