"""A deck as it was written to one in which nothing refers to other files, variables or columns any more.

Tree ─assembly→ Assembly, once ─filled(row)→ Tree, for each row
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.reuse.conditions import Conditional, not_held, read_conditions, with_conditions
from deckmaker.reuse.filling import language_of, with_values
from deckmaker.reuse.including import with_included
from deckmaker.reuse.markings import OfProject, of_none
from deckmaker.source import Tree

if TYPE_CHECKING:
    from deckmaker.values.row import Row


@dataclass(frozen=True, slots=True)
class Assembly:
    """A deck with the slides that it includes, the values of its variables, and what in it has conditions."""

    tree: Tree
    variables: Mapping[str, Any]
    conditions: list[Conditional]

    def filled(self, row: Row | None, language: str | None, diagnostics: Diagnostics) -> Tree | None:
        """Return the deck's tree with values in its texts, and without what has conditions that do not hold.

        Its names are variables and, where there is one, the columns of a row. `language` (a BCP 47 tag) is that of a
        deck that names none. None where values have more characters than a deck may have, or no slide is left.

        Where the deck's `rows:` has mistakes, which are reported where it is validated, names of columns are lost.
        """
        scope = self._scope(row)
        tag = language_of(self.tree, scope, language)
        tree = with_conditions(self.tree, self.conditions, scope, tag, diagnostics)
        return tree and with_values(tree, scope, tag, diagnostics)

    def left_out(self, row: Row | None) -> list[Span]:
        """Return where slides and blocks are written whose conditions do not hold, for a row where there is one."""
        scope = self._scope(row)
        found = not_held(self.conditions, scope, language_of(self.tree, scope, None), Diagnostics())
        return [self.tree.value_span(path) for path in found]

    def _scope(self, row: Row | None) -> Mapping[str, Any]:
        are_lost = row is None and _has_wrong_rows(self.tree)
        if row is None and not are_lost:
            return self.variables
        from deckmaker.values.scope import UnreadColumns, row_scope  # which decks of rows need

        return UnreadColumns(self.variables) if are_lost else row_scope(self.variables, row)

    def report_doubled(self, row: Row, diagnostics: Diagnostics) -> None:
        """Report variables that a column of a row has the name of."""
        for name in row.columns.names:
            if name in self.variables:
                place = self.tree.key_span(("variables", name))
                message = f"`{name}` is a variable, and a column of `{row.columns.file}`"
                diagnostics.report("column-conflict", message, place, "give the variable another name")


def assembled(tree: Tree, path: Path, diagnostics: Diagnostics, of_project: OfProject = of_none) -> Assembly | None:
    """Return a deck, read from the file at `path`, with the slides that it includes, and what their texts may name.

    Slides of decks without a marking have that `of_project`, the one that their file lies in. What cannot be had is
    reported, and left out; None where the deck asks for too much.
    """
    included = with_included(tree, path, diagnostics, of_project)
    if included is None:
        return None
    whole, asked = included
    return Assembly(whole, _variables(whole, path, diagnostics), read_conditions(whole, asked, diagnostics))


def _variables(tree: Tree, path: Path, diagnostics: Diagnostics) -> Mapping[str, Any]:
    """Return the values of a deck's variables by their names, if it has any."""
    if not isinstance(tree.data, dict) or "variables" not in tree.data:
        return {}
    from deckmaker.reuse.variables import read_variables  # which reads tables, too

    return read_variables(tree, path, diagnostics)


def _has_wrong_rows(tree: Tree) -> bool:
    """Tell whether a deck names a table of rows, and does so wrongly."""
    written = tree.data.get("rows") if isinstance(tree.data, dict) else None
    if written is None:  # as if it were not there
        return False
    from deckmaker.language.rows import ROWS  # which few decks need

    return ROWS.read(written, (), []) is None
