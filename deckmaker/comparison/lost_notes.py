"""Notes that a presentation refers to, but does not hold, in what has changed: nobody has deleted these."""

from __future__ import annotations

from collections.abc import Set

from deckmaker.comparison.changes import Comparison, Way
from deckmaker.comparison.facts import Kind
from deckmaker.dataclasses import replace


def without_lost_notes(found: Comparison, old: Set[int], new: Set[int]) -> Comparison:
    """Return a comparison without notes on slides of which one side does not know them, by their numbers there."""
    slides = []
    for slide in found.slides:
        is_lost = slide.old in old or slide.new in new
        changes = tuple(one for one in slide.changes if not (is_lost and one.kind is Kind.NOTES))
        ways = tuple(way for way in slide.ways if changes or not slide.changes or way is not Way.CHANGED)
        if ways:
            slides.append(replace(slide, changes=changes, ways=ways))
    return replace(found, slides=tuple(slides), same=found.same + len(found.slides) - len(slides))
