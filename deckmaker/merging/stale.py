"""What edited presentations show as it was, since the deck writes it of what somebody changed: agendas, credits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from deckmaker.merging.changes import grids_of, pictures_gone
from deckmaker.merging.pieces import words_of
from deckmaker.merging.proposing import slide_pairs
from deckmaker.merging.written_slides import WrittenSlides
from deckmaker.source.tree import Tree


class Stale(NamedTuple):
    """Slides of an edited presentation, by their indexes, with an agenda as it was, with credits of pictures that are
    gone, and with charts that the deck sorts: who changes sections or a number, or takes a picture out, changes none of
    these with them."""

    agendas: frozenset[int] = frozenset()
    credits: frozenset[int] = frozenset()
    orders: frozenset[int] = frozenset()


def stale_in(tree: Tree, written: WrittenSlides, base: Sequence[Any], edited: Sequence[Any]) -> Stale:
    """Return what is stale in an edited presentation. The slides of its base are `written` in a deck's file."""
    slides = tree.data.get("slides") if isinstance(tree.data, dict) else None
    if not isinstance(slides, list):
        return Stale()
    pairs = [
        (base[pair.old], edited[pair.new], slides[written.places[pair.old]], pair.new)
        for pair in slide_pairs(base, edited)
        if pair.new is not None and pair.old in written.places
    ]
    agendas = (new for was, now, own, new in pairs if _has_agenda(own) and words_of(was) == words_of(now))
    credits = (new for was, now, _, new in pairs if pictures_gone(was, now))
    orders = (new for _, _, own, new in pairs if any("sort" in chart for chart in grids_of(own, "chart")))
    return Stale(frozenset(agendas), frozenset(credits), frozenset(orders))


def _has_agenda(value: Any) -> bool:
    """Tell whether a slide, or what is on it, has an agenda."""
    if isinstance(value, dict):
        return "agenda" in value or any(map(_has_agenda, value.values()))
    return isinstance(value, list) and any(map(_has_agenda, value))
