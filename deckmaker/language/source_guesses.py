"""Keys of `sources` that somebody names beside a credit, as in `source: board` on a slide, and how each is written."""

from __future__ import annotations

from typing import Any

from deckmaker.diagnostics import Edit
from deckmaker.diagnostics.edit import rewritten, scalar
from deckmaker.language.credit import record_of
from deckmaker.language.kinds import Location
from deckmaker.language.synonyms import meant_by
from deckmaker.source import DataPath, Tree
from deckmaker.source.edits import with_value
from deckmaker.source.tree import value_at

_CREDIT = "credit"


def source_guess(word: str, value: Any, data: Any, written: dict[str, Any], known: list[str]) -> str | None:
    """Return how to name the records whose keys stand under a word that means a credit; None of anything else.

    `data` is the deck's, `written` the mapping that has the word, `known` are the keys that it may have.
    """
    if _CREDIT not in known:
        return None
    if word == "sources" and "credits" in known and (keys := _keys_in(value, data)):
        return f"write `credits: [{', '.join(map(record_of, keys))}]`"
    if meant_by(word, [_CREDIT]) != _CREDIT or not isinstance(value, str) or not _keys_in([value], data):
        return None
    if _CREDIT in written:
        named = f"`source: {scalar(value)}`"
        return f"there is `credit` already: make one record of both, with {named}, or remove one of the two"
    return _as_credit(value)


def source_edits(tree: Tree, path: DataPath, location: Location, help: str) -> tuple[Edit, ...]:
    """Return the edits that make an unknown key the credit that `help` asks for; none for any other help."""
    value = value_at(tree.data, path)
    if path != location or not isinstance(value, str) or help != _as_credit(value):
        return ()
    key, record = rewritten(tree.key_span(path), str(path[-1]), _CREDIT), with_value(tree, path, record_of(value))
    return (*key, *record) if key and record else ()


def _as_credit(key: str) -> str:
    return f"write `credit: {record_of(key)}`"


def _keys_in(value: Any, data: Any) -> list[str]:
    """Return the entries of a list if each is a key of the deck's `sources`, else nothing."""
    sources = data.get("sources") if isinstance(data, dict) else None
    if not isinstance(sources, dict) or not isinstance(value, list):
        return []
    return value if all(isinstance(one, str) and one in sources for one in value) else []
