"""Agendas of edited presentations: they show sections, and who changes sections changes no agenda with them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckmaker.merging.pieces import words_of
from deckmaker.merging.proposing import slide_pairs
from deckmaker.merging.written_slides import WrittenSlides
from deckmaker.source.tree import Tree


def stale_agendas(tree: Tree, written: WrittenSlides, base: Sequence[Any], edited: Sequence[Any]) -> frozenset[int]:
    """Return the slides of an edited presentation, by their indexes, that show an agenda as it was in the base.

    The slides of the base are `written` in a deck's file.
    """
    slides = tree.data.get("slides") if isinstance(tree.data, dict) else None
    if not isinstance(slides, list):
        return frozenset()
    return frozenset(
        pair.new
        for pair in slide_pairs(base, edited)
        if pair.new is not None
        and pair.old in written.places
        and _has_agenda(slides[written.places[pair.old]])
        and words_of(base[pair.old]) == words_of(edited[pair.new])
    )


def _has_agenda(value: Any) -> bool:
    """Tell whether a slide, or what is on it, has an agenda."""
    if isinstance(value, dict):
        return "agenda" in value or any(map(_has_agenda, value.values()))
    return isinstance(value, list) and any(map(_has_agenda, value))
