"""Pictures of presentations in what has changed: they have no names there, and those of an import lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.comparison.changes import Change, Comparison, Way
from deckmaker.comparison.facts import Kind
from deckmaker.dataclasses import replace
from deckmaker.patterns import pattern

_IMPORTED = pattern(r"\bdeck-pictures/[0-9a-f]{16}\.\w+")
"""A picture of a deck that was imported to be compared, called by its content."""


def with_pictures_unnamed(found: Comparison) -> Comparison:
    """Return a comparison of imported decks with their pictures called what they are. The credit that a picture's file
    has goes with that file, which is nobody's change."""
    slides = tuple(replace(one, changes=tuple(map(_unnamed, _own(one.changes)))) for one in found.slides)
    return replace(found, deck=tuple(map(_unnamed, found.deck)), slides=slides)


def _own(changes: Sequence[Change]) -> Iterator[Change]:
    replaced = {one.place[:-1] for one in changes if one.kind is Kind.PICTURE and one.way is Way.CHANGED}
    for one in changes:
        if not (one.kind is Kind.CREDIT and one.way is Way.REMOVED and one.place[:-1] in replaced):
            yield one


def _unnamed(change: Change) -> Change:
    if change.kind not in (Kind.PICTURE, None):
        return change
    name = "the picture" if change.kind is Kind.PICTURE else "picture"
    old, new = (_IMPORTED.sub(name, one) if one is not None else None for one in (change.old, change.new))
    return replace(change, old=old, new=new)
