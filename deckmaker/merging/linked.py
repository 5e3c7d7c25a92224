"""Slides to which others of the deck link: one that came may be what such a slide has become."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from deckmaker.merging.pieces import pieces_of, plain
from deckmaker.patterns import pattern

_LINK = pattern(r"\]\(#([^()\s]++)\)")


def linked_among(slides: Sequence[Any], gone: Collection[int]) -> set[int]:
    """Return those of the slides of a file that are `gone`, by their indexes, to which others link that stay."""
    ids = {slides[there].get("id"): there for there in gone if isinstance(slides[there], dict)}
    if ids.keys() <= {None}:
        return set()
    texts = (one.text for there, slide in enumerate(slides) if there not in gone for one in pieces_of(slide, ()))
    return {ids[id] for text in texts for id in _LINK.findall(text) if id in ids}


def linked_told(slide: Any) -> str:
    """Return a line that tells why such a slide stays."""
    title = plain(slide["title"]) if isinstance(slide.get("title"), str) else ""
    name = f"“{title}”" if title else "a slide without a title"
    return (
        f"{name} stays in the deck: other slides link to `#{slide['id']}`, and a slide that came may be what it is now"
    )
