"""Values into the texts of a tree: after parsing, so that none becomes a key, a list or a mark."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from deckmaker.budget import FILLED_CHARACTERS
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.language.deck import LANGUAGE_TAG
from deckmaker.source import DataPath, Tree
from deckmaker.source.renamed import Renamed
from deckmaker.source.scalars import span_within
from deckmaker.values.filled import Filled
from deckmaker.values.filling import filled
from deckmaker.values.mistake import ValueMistake
from deckmaker.values.template import OPENS

_LEFT_AS_WRITTEN = ("variables", "severity", "audiences", "rows")
"""Keys of the deck in which there are no values, or only those of rows that are yet to be chosen."""


def with_values(tree: Tree, scope: Mapping[str, Any], diagnostics: Diagnostics) -> Tree | None:
    """Return a tree with the values of a scope in its texts, keys among them; report what has none at its place.

    There is no tree where values have more characters than a deck may have.
    """
    if not isinstance(tree.data, dict):
        return tree
    language = tree.data.get("language")
    tag = language if isinstance(language, str) and re.fullmatch(LANGUAGE_TAG, language) else "en"
    filling = _Filling(tree, scope, tag, diagnostics)
    try:
        data = {
            key: value if key in _LEFT_AS_WRITTEN else filling.value(value, (key,)) for key, value in tree.data.items()
        }
    except _Enough:
        return None
    if not filling.renamed:
        return replace(tree, data=data)
    return Tree(data, Renamed(tree.values, filling.renamed), Renamed(tree.keys, filling.renamed))


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
        mistakes: list[ValueMistake] = []
        found = filled(text, self._scope, self._language, mistakes)
        for one in mistakes:
            where = span_within(span(), text, one.begin, one.end)
            _report(one, where, self._diagnostics)
        if mistakes:
            return text
        return self._bounded(found, span)

    def _bounded(self, found: Filled, span: Any) -> str:
        self._left -= len(found)
        if self._left < 0:
            place: Span = span()
            message = f"the deck {FILLED_CHARACTERS.excess()}, and here they begin to be too many"
            self._diagnostics.report("endless-deck", message, place, "make several decks of it")
            raise _Enough
        return found


def _report(mistake: ValueMistake, where: Span, diagnostics: Diagnostics) -> None:
    match mistake.code:
        case "unknown-variable":
            diagnostics.report("unknown-variable", mistake.message, where, mistake.help)
        case "variable-syntax":
            diagnostics.report("variable-syntax", mistake.message, where, mistake.help)
        case _:
            diagnostics.report("unusable-variable", mistake.message, where, mistake.help)
