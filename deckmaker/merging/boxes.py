"""Texts in boxes of their own that somebody drew on a slide: no text of the deck goes on there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from deckmaker.merging.changes import Change, TextChanged, TextsAdded
from deckmaker.merging.pieces import pieces_of, plain


def without_drawn(
    changes: Iterable[Change], boxes: Sequence[Sequence[str]], base: Any
) -> tuple[list[Change], list[Change]]:
    """Return changes of a slide but for texts that came in boxes of their own, and these: those of its `boxes`, each
    with its paragraphs, that have none of what the slide said as `base`, also not in other words."""
    made = list(changes)
    there = {plain(one.text) for one in pieces_of(base, ())}
    there |= {plain(one.new) for one in made if isinstance(one, TextChanged)}
    paragraphs = [{plain(one) for one in box} for box in boxes]
    drawn = {one for box in paragraphs if box.isdisjoint(there) for one in box}
    kept: list[Change] = []
    left: list[Change] = []
    for change in made:
        if not isinstance(change, TextsAdded):
            kept.append(change)
            continue
        in_boxes = [one.role != "notes" and plain(one.text) in drawn for one in change.texts]
        for some, are_drawn in ((kept, False), (left, True)):
            if texts := tuple(
                one for one, is_drawn in zip(change.texts, in_boxes, strict=True) if is_drawn == are_drawn
            ):
                some.append(change._replace(texts=texts))
    return kept, left
