"""What a deck takes from its project: keys that it has not itself, each with its place in `deckmaker.yaml`."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from deckmaker.dataclasses import dataclass
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.settings.reading import Settings, read_settings
from deckmaker.source import Layered, Tree

_JOINED = "severity"
"""The key whose mappings are joined: a deck adds to what holds for all."""


_KEPT = "marking"
"""The key whose default holds also where a deck writes it without a value: an empty `marking:` is no leave to pass the
deck on."""


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a project's settings say of its decks, `data` as a deck would write it, and where in their file."""

    data: Mapping[str, Any]
    tree: Tree

    @property
    def language(self) -> str | None:
        """The language of decks that name none, as it is written."""
        found = self.data.get("language")
        return found if isinstance(found, str) else None

    @property
    def marking(self) -> tuple[str, Span] | None:
        """The marking of decks that have none, and its place."""
        found = self.data.get(_KEPT)
        return (found, self.tree.value_span((_KEPT,))) if isinstance(found, str) else None

    def under(self, tree: Tree) -> Tree:
        """Return a deck's tree with the defaults where it says nothing."""
        if not isinstance(tree.data, dict):
            return tree
        own: Mapping[str, Any] = {key: one for key, one in tree.data.items() if key != _KEPT or one is not None}
        data = {**self.data, **own}
        joined = own.get(_JOINED), self.data.get(_JOINED)
        if all(isinstance(one, dict) for one in joined):
            data[_JOINED] = {**self.data[_JOINED], **own[_JOINED]}
        return Tree(data, Layered(tree.values, self.tree.values), Layered(tree.keys, self.tree.keys))


def read_defaults(deck: Path, diagnostics: Diagnostics) -> Defaults | None:
    """Return what a deck's project says of its decks, None where it says nothing; report mistakes in its settings.

    Paths of the settings are relative to their file; here they are as the deck would write them.
    """
    settings = read_settings(deck, diagnostics)
    return Defaults(_defaults(settings, deck), settings.tree) if settings else None


def _defaults(settings: Settings, deck: Path) -> dict[str, Any]:
    from deckmaker.language.project import OF_DECKS
    from deckmaker.theme import built_in_themes

    found = {name: settings.tree.data[name] for name in OF_DECKS if settings.tree.data.get(name) is not None}
    if "theme" in found and found["theme"] not in built_in_themes():
        found["theme"] = _from_deck(found["theme"], settings, deck)
    logo = found.get("logo")
    if isinstance(logo, str):
        found["logo"] = _from_deck(logo, settings, deck)
    elif logo:
        found["logo"] = {ground: path and _from_deck(path, settings, deck) for ground, path in logo.items()}
    return found


def _from_deck(written: str, settings: Settings, deck: Path) -> str:
    """Return a path of the settings as the deck would write it."""
    from deckmaker.project import without_links

    if os.path.isabs(written):
        return written
    here = os.path.relpath(settings.path.parent / written, without_links(deck.parent))
    return here.replace(os.sep, "/")
