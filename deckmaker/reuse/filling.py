"""Values into the texts of a tree: after parsing, so that none becomes a key, a list or a mark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from deckmaker.budget.values import FILLED_CHARACTERS
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.deck import LANGUAGE_TAG
from deckmaker.reuse.mistakes import report_mistake
from deckmaker.source import DataPath, Tree
from deckmaker.source.renamed import Renamed
from deckmaker.values.mistake import ValueMistake
from deckmaker.values.template import OPENS

if TYPE_CHECKING:
    from deckmaker.values.filled import Filled

LEFT_AS_WRITTEN = ("variables", "severity", "audiences", "rows")
"""Keys of the deck in which there are no values, or only those of rows that are yet to be chosen."""


def with_values(tree: Tree, scope: Mapping[str, Any], language: str, diagnostics: Diagnostics) -> Tree | None:
    """Return a tree with the values of a scope in its texts, keys among them; report what has none at its place.

    Numbers and days are written as a language (a BCP 47 tag) has them. There is no tree where values have more
    characters than a deck may have.
    """
    if not isinstance(tree.data, dict):
        return tree
    filling = _Filling(tree, scope, language, diagnostics)
    try:
        data = {
            key: value if key in LEFT_AS_WRITTEN else filling.value(value, (key,)) for key, value in tree.data.items()
        }
    except _Enough:
        return None
    if not filling.renamed:
        return replace(tree, data=data)
    return Tree(data, Renamed(tree.values, filling.renamed), Renamed(tree.keys, filling.renamed))


def language_of(tree: Tree, scope: Mapping[str, Any], usual: str | None) -> str:
    """Return the language of a deck (a BCP 47 tag), which may be a value itself; where it has none, the `usual` one.

    What is wrong with it is reported where the deck is filled, and validated.
    """
    written = tree.data.get("language") if isinstance(tree.data, dict) else None
    if isinstance(written, str) and OPENS in written:
        from deckmaker.values.filling import filled

        written = str(filled(written, scope, "en", []))
    return next((one for one in (written, usual) if isinstance(one, str) and re.fullmatch(LANGUAGE_TAG, one)), "en")


class _Enough(Exception):
    """There are more characters from variables than a deck may have."""


class _Filling:
    """Goes through a tree. `renamed` has the key that is written, by the path with the key that it becomes."""

    def __init__(self, tree: Tree, scope: Mapping[str, Any], language: str, diagnostics: Diagnostics) -> None:
        self._tree, self._scope, self._language, self._diagnostics = tree, scope, language, diagnostics
        self._left = FILLED_CHARACTERS.most
        self.renamed: dict[DataPath, str] = {}

    def value(self, value: Any, at: DataPath, shown: DataPath | None = None) -> Any:
        """Return a value that is written `at` a path, which may have other keys when it is `shown`."""
        shown = at if shown is None else shown
        match value:
            case str() if OPENS in value:
                return self._text(value, lambda: self._tree.value_span(at))
            case list():
                return [self.value(one, (*at, index), (*shown, index)) for index, one in enumerate(value)]
            case dict():
                return self._mapping(value, at, shown)
            case _:
                return value

    def _mapping(self, value: dict[str, Any], at: DataPath, shown: DataPath) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, one in value.items():
            name = self._text(key, lambda here=(*at, key): self._tree.key_span(here)) if OPENS in key else key
            if name in data:
                message = f"key `{name}` stands here twice, once its values are there"
                self._diagnostics.report("duplicate-key", message, self._tree.key_span((*at, key)), "keep one of them")
                continue
            if name is not key:
                self.renamed[(*shown, name)] = key
            data[name] = self.value(one, (*at, key), (*shown, name))
        return data

    def _text(self, text: str, span: Any) -> str:
        from deckmaker.values.filling import filled  # which decks without values do not need

        mistakes: list[ValueMistake] = []
        doubts: list[ValueMistake] = []
        columns: list[str] = []
        found = filled(text, self._scope, self._language, mistakes, columns, doubts)
        for one in (*mistakes, *doubts):
            report_mistake(one, text, span(), self._diagnostics)
        if mistakes:
            self._diagnostics.leave_unfilled(span())
            return text
        if columns:
            self._diagnostics.name_columns(span(), columns)
        return self._bounded(found, span)

    def _bounded(self, found: Filled, span: Any) -> str:
        self._left -= len(found)
        if self._left < 0:
            place: Span = span()
            message = f"the deck {FILLED_CHARACTERS.excess()}, and here they begin to be too many"
            self._diagnostics.report("endless-deck", message, place, "make several decks of it")
            raise _Enough
        return found
