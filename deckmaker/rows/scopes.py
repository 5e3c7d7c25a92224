"""What conditions and names may name: the columns of a row beside the deck's variables, in the deck's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from deckmaker.dataclasses import dataclass
from deckmaker.prepared import Prepared
from deckmaker.reuse.filling import language_of
from deckmaker.source import Tree
from deckmaker.values.row import Row
from deckmaker.values.scope import row_scope


@dataclass(frozen=True, slots=True)
class Scopes:
    """What a deck knows before there is a row: its variables, and its language, which a row may decide.

    `usual` is the language of a deck that names none.
    """

    tree: Tree
    variables: Mapping[str, Any]
    usual: str | None = None

    def of(self, row: Row) -> tuple[Mapping[str, Any], str]:
        """Return the values by their names, and the language (a BCP 47 tag) of a row's deck."""
        scope = row_scope(self.variables, row)
        return scope, language_of(self.tree, scope, self.usual)


def scopes_of(prepared: Prepared) -> Scopes:
    """Return what a deck that is read knows."""
    usual = prepared.defaults.language if prepared.defaults else None
    assembly = prepared.assembly
    return Scopes(assembly.tree, assembly.variables, usual) if assembly else Scopes(prepared.tree, {}, usual)
