"""A deck's first table, as its meaning."""

from __future__ import annotations

from deckmaker.diagnostics import Diagnostics, Severity
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.model import Deck, Table
from deckmaker.resolve import resolve_deck
from deckmaker.source import parse_yaml, read_source
from tests.projects import Project


def resolved(project: Project, table: str, head: str = "", off: str | None = None) -> tuple[Deck, str]:
    """Return a deck whose only slide has that table, a flow mapping or lines below `table:`, and what is said of it.

    A code that is `off` is not said.
    """
    diagnostics = Diagnostics({off: Severity.OFF} if off else None)
    indented = "\n".join(f"      {line}" for line in table.splitlines())
    text = f"title: T\n{head}slides:\n  - title: A\n    table:\n{indented}\n"
    source = read_source(project.write(text), diagnostics)
    tree = source and parse_yaml(source, diagnostics)
    entry = tree and validate(DeckEntry, tree, diagnostics)
    assert tree and entry, project.shown(diagnostics)
    deck = resolve_deck(entry, tree, project.deck, diagnostics)
    assert deck, project.shown(diagnostics)
    return deck, project.shown(diagnostics)


def table_of(project: Project, table: str, head: str = "", off: str | None = None) -> Table:
    """Return a table of which nothing is to be said but a code that is `off`."""
    deck, said = resolved(project, table, head, off)
    assert said == ""
    (block,) = deck.slides[0].blocks
    assert isinstance(block, Table)
    return block


def texts(table: Table) -> list[list[str]]:
    """Return the texts of the cells that begin in each row."""
    return [[cell.paragraph.text for cell in row.cells] for row in table.rows]
