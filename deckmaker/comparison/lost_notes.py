"""Notes that a presentation refers to, but does not hold, in what has changed: nobody has deleted these."""

from __future__ import annotations

from collections.abc import Set

from deckmaker.comparison.changes import Change, Comparison, SlideChange
from deckmaker.comparison.facts import Kind


def without_lost_notes(found: Comparison, old: Set[int], new: Set[int]) -> Comparison:
    """Return a comparison without notes on slides of which one side does not know them, by their numbers there."""

    def is_told(change: Change, slide: SlideChange | None) -> bool:
        return change.kind is not Kind.NOTES or slide is None or not (slide.old in old or slide.new in new)

    return found.only(is_told)
