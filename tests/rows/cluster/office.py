"""A project with a deck for rows, which reads a picture and a table, and an order to build it."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

from deckmaker.localization.typed_numbers import evidence
from deckmaker.rows.batch import Batch, Order, RowTask
from deckmaker.rows.inputs import Inputs, common_digest
from deckmaker.rows.stores import Store
from deckmaker.values.row import Columns, Row

FORMATS = ("pptx", "pdf", "html", "md")
PLACES = ("North", "South", "East", "West", "Mid")

_DECK = """\
title: "Night noise in {{ place }}"
slides:
  - title: "{{ place }}: {{ count | ,.0f }} complaints"
    image: {file: ../pictures/harbour.png, alt: "The harbour", credit: {creator: A. Photographer, license: CC0-1.0}}
  - title: All places
    table: {file: ../tables/places.csv, where: {place: "{{ place }}"}}
    notes: "Say what {{ place }} wants."
"""


def office(root: Path) -> Path:
    """Make the project; return its deck."""
    for name in ("decks", "pictures", "tables"):
        (root / name).mkdir(parents=True)
    Image.new("RGB", (320, 180), "navy").save(root / "pictures/harbour.png")
    (root / "tables/places.csv").write_text("place,people\n" + "".join(f"{name},{len(name)}00\n" for name in PLACES))
    (root / "decks/deck.yaml").write_text(_DECK)
    return root / "decks/deck.yaml"


def order_for(deck: Path, store: Store | None, run: str) -> Order:
    """Return an order to build a deck in each format."""
    inputs = Inputs(deck.parent, common_digest(["of a test"]))
    return Order(run, deck, FORMATS, inputs=inputs, store=store)


def rows_of(count: int) -> list[Row]:
    """Return rows; the last column is empty in none."""
    columns = Columns("rows.csv", ("place", "count"), (evidence([]), evidence(["1"])))
    return [
        Row(number, number + 1, (PLACES[number % len(PLACES)], str(number * 1_000)), columns)
        for number in range(1, count + 1)
    ]


def batches_of(order: Order, rows: list[Row], size: int) -> list[Batch]:
    """Return batches that are built."""
    tasks = [RowTask(row, f"{row.texts[0].lower()}/{row.number}") for row in rows]
    return [Batch(order, tuple(tasks[start : start + size]), True) for start in range(0, len(tasks), size)]
