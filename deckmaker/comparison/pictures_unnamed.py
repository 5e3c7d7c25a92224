"""Pictures of presentations in what has changed: they have no names there, and those of an import lead nowhere."""

from __future__ import annotations

from deckmaker.comparison.changes import Change, Comparison
from deckmaker.comparison.facts import Kind
from deckmaker.dataclasses import replace
from deckmaker.patterns import pattern

_IMPORTED = pattern(r"\bdeck-pictures/[0-9a-f]{16}\.\w+")
"""A picture of a deck that was imported to be compared, called by its content."""


def with_pictures_unnamed(found: Comparison) -> Comparison:
    """Return a comparison of imported decks with their pictures called what they are."""
    slides = tuple(replace(one, changes=tuple(map(_unnamed, one.changes))) for one in found.slides)
    return replace(found, deck=tuple(map(_unnamed, found.deck)), slides=slides)


def _unnamed(change: Change) -> Change:
    if change.kind not in (Kind.PICTURE, None):
        return change
    name = "the picture" if change.kind is Kind.PICTURE else "picture"
    old, new = (_IMPORTED.sub(name, one) if one is not None else None for one in (change.old, change.new))
    return replace(change, old=old, new=new)
