"""What layout or another program spells anew in a presentation, in what has changed: nobody sees a difference."""

from __future__ import annotations

from deckmaker.comparison.changes import Change, Comparison, SlideChange
from deckmaker.comparison.facts import TEX
from deckmaker.comparison.held_spaces import is_of_held_spaces
from deckmaker.formulas.likeness import are_one_formula


def without_respelled(found: Comparison) -> Comparison:
    """Return a comparison without texts that differ by spaces at which no line breaks, and formulas that show the same
    signs in the same places."""

    def is_told(change: Change, _: SlideChange | None) -> bool:
        return not is_of_held_spaces(change) and not _is_one_formula(change)

    return found.only(is_told)


def _is_one_formula(change: Change) -> bool:
    old, new = change.old, change.new
    return change.place[-1:] == (TEX,) and old is not None and new is not None and are_one_formula(old, new)
