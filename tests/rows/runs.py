"""Runs over rows for tests: a small project, a table in memory, and who does batches here."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

from deckmaker.diagnostics.printer import full
from deckmaker.localization.typed_numbers import Evidence
from deckmaker.rows.batch import Batch, Order, RowOutcome, RowTask, work
from deckmaker.rows.building import Building, Tally
from deckmaker.rows.distribution import Workers
from deckmaker.rows.found import Gathered
from deckmaker.rows.inputs import Inputs, common_digest
from deckmaker.rows.judging import How
from deckmaker.rows.manifest import Manifest
from deckmaker.rows.stores import FolderStore
from deckmaker.values.row import Columns, Row

DECK = """title: "Noise in {{ region }}"
slides:
  - title: "Noise in {{ region }}"
  - {title: Nights, text: "It was loud in {{ nights | ,.0f }} nights."}
"""


class Table:
    """Rows in memory, with names of files."""

    def __init__(self, *rows: tuple[str, ...], names: tuple[str, ...] = ("region", "nights")) -> None:
        columns = Columns("rows.csv", names, (Evidence(0, 0, 0, 0),) * len(names))
        self.rows = [Row(number, number + 1, texts, columns) for number, texts in enumerate(rows, 1)]
        self.last = len(rows)

    def __iter__(self) -> Iterator[RowTask]:
        return (RowTask(row, row.texts[0]) for row in self.rows)

    def __len__(self) -> int:
        return len(self.rows)


REGIONS = Table(("north", "1200"), ("south", "800"), ("east", "95"))
ALL = How()


def here(take: Callable[[], Batch | None]) -> Generator[tuple[Batch, list[RowOutcome] | None], None, None]:
    """Do batches in this process."""
    while (batch := take()) is not None:
        yield batch, work(batch)


class Run:
    """A project, and what runs over rows make of it."""

    def __init__(self, folder: Path, deck: str = DECK) -> None:
        self.folder, self.deck = folder, folder / "deck.yaml"
        (folder / "deckmaker.yaml").write_text("")
        self.deck.write_text(deck)
        self.store: FolderStore = FolderStore(folder / "out")
        self.said = ""
        self.watched: list[tuple[str, int, int]] = []

    @property
    def out(self) -> Path:
        """Where files go."""
        return self.folder / "out"

    def order(self, *formats: str) -> Order:
        """Return an order of its own."""
        inputs = Inputs(self.folder, common_digest(formats))
        return Order(secrets.token_hex(4), self.deck, formats, levels={}, inputs=inputs, store=self.store)

    def build(
        self, rows: Table = REGIONS, how: How = ALL, formats: tuple[str, ...] = ("md",), workers: Workers = here
    ) -> Tally:
        """Build decks; keep what is said of them."""
        gathered = Gathered()
        with ExitStack() as stack:
            stack.enter_context(self.store.alone())
            manifest = stack.enter_context(Manifest(stack.enter_context(self.store.journal())))
            building = Building(self.order(*formats), rows, manifest, how, gathered, self._watch)
            tally = building.run(workers, 2)
        assert not gathered.causes, gathered.causes[0]
        self.said = "\n\n".join(full(one) for one in gathered).replace(f"{self.folder}/", "")
        return tally

    def files(self) -> dict[str, bytes]:
        """Return the files that were built, by their paths in the folder of outputs, and whatever hides there."""
        every = (path for path in self.out.rglob("*") if path.is_file() and path.name != "manifest.jsonl")
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in every}

    def _watch(self, doing: str, done: int, count: int) -> None:
        self.watched.append((doing, done, count))
