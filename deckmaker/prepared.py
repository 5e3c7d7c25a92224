"""A deck that is read as far as it is the same for all rows of a table: its file, what it includes, its settings."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.aid import aid_for_one_deck
from deckmaker.patterns import pattern

if TYPE_CHECKING:
    from deckmaker.memories import DeckMemory
    from deckmaker.resolve.tables.kept import KeptTables
    from deckmaker.reuse.assembly import Assembly
    from deckmaker.reuse.markings import Marking
    from deckmaker.settings import Defaults
    from deckmaker.source import Tree

_OF_REUSE = ("{{", "variables", "include")
"""What a deck's file holds that uses anything again, among others that do not."""

_IF = pattern(r"\bif\b(?=[\"']?\s*(?::|$))", re.MULTILINE)
"""The key of a condition, among words that are none."""


class Prepared(NamedTuple):
    """A deck that is read, from the file at `path`, as far as it is the same for all rows of a table.

    `assembly` has what it uses again, where it uses anything; `tree` is the whole deck where not. `memory` and `tables`
    have what was laid out and read for the last deck that was made of it, where anything is kept of that.
    """

    path: Path
    tree: Tree
    assembly: Assembly | None
    defaults: Defaults | None
    memory: DeckMemory | None
    tables: KeptTables | None = None

    @property
    def with_defaults(self) -> Tree:
        """The deck's tree, with the project's settings where it says nothing."""
        return self.defaults.under(self.tree) if self.defaults else self.tree


def prepare_for_rows(path: Path, diagnostics: Diagnostics) -> Prepared | None:
    """Read a deck of which one deck after the other is made, by `pipeline.stages_of`; report and return as `prepare`.

    What no value changes is kept between them: slides without values as they were laid out, and tables as they were
    read. What comes out is the same as where each is read alone. It belongs to one process.
    """
    from deckmaker.memories import DeckMemory
    from deckmaker.resolve.tables.kept import KeptTables

    prepared = prepare(path, diagnostics, DeckMemory().of_layout())
    return prepared and prepared._replace(tables=KeptTables())


@aid_for_one_deck()
def prepare(path: Path, diagnostics: Diagnostics, memory: DeckMemory | None = None) -> Prepared | None:
    """Read a deck, and what it includes; report what cannot be read, and return None where that is the deck itself."""
    from deckmaker.source import gc_paused

    with gc_paused():
        return _prepared(path, diagnostics, memory)


def _prepared(path: Path, diagnostics: Diagnostics, memory: DeckMemory | None) -> Prepared | None:
    from deckmaker.project import misspelt_mark, own_mark
    from deckmaker.source import parse_yaml, read_deck

    source = read_deck(path, diagnostics)
    if memory and source:
        source = memory.source(source)
    tree = source and parse_yaml(source, diagnostics)
    if not source or not tree:
        return None
    defaults = None
    if own_mark(path) or misspelt_mark(path):
        from deckmaker.settings import read_defaults  # which most decks need not wait for

        defaults = read_defaults(path, diagnostics)
    assembly = None
    uses_again = any(sign in source.text for sign in _OF_REUSE)
    if uses_again or _IF.search(source.text):
        from deckmaker.reuse.assembly import assembled  # loads what most decks do without

        assembly = assembled(tree, path, diagnostics, _MarkingsOfProjects(path, defaults, diagnostics))
        if assembly is None:
            return None
        if not uses_again and not assembly.conditions:
            assembly = None
        elif memory:
            memory = memory.of_layout()
    return Prepared(path, tree, assembly, defaults, memory)


class _MarkingsOfProjects:
    """Tells the markings of the projects that a deck and the files that it includes lie in; each is read once."""

    def __init__(self, deck: Path, defaults: Defaults | None, diagnostics: Diagnostics) -> None:
        from deckmaker.project import project_root, without_links

        here = without_links(deck.parent) / deck.name  # as the files beside it are found
        self._known: dict[Path, Marking | None]
        self._known = dict.fromkeys(map(project_root, (deck, here)), defaults.marking if defaults else None)
        self._diagnostics = diagnostics

    def __call__(self, path: Path) -> Marking | None:
        from deckmaker.project import project_root
        from deckmaker.settings import read_defaults

        root = project_root(path)
        if root not in self._known:
            defaults = read_defaults(path, self._diagnostics)
            self._known[root] = defaults.marking if defaults else None
        return self._known[root]
