"""How long each slide is planned to take: what slides and the deck say in `minutes`, shared out."""

from __future__ import annotations

from collections.abc import Sequence

from deckmaker.diagnostics import Diagnostics, Span


def planned_minutes(
    slides: Sequence[float | None], deck: float | None, span: Span, diagnostics: Diagnostics
) -> list[float | None]:
    """Return how many minutes each slide is planned to take, None where nobody says.

    `slides` are what they say themselves. Of what the deck says, at `span`, those that say nothing have equal shares.
    Slides that want more than the deck has are reported.
    """
    if deck is None:
        return [*slides]
    own = sum(one for one in slides if one is not None)
    if own > deck:
        message = f"the slides' `minutes` are {own:g} together, the deck's {deck:g}"
        diagnostics.report("too-many-minutes", message, span, "plan less for slides, or more for the deck")
    silent = sum(1 for one in slides if one is None)
    share = max(0.0, deck - own) / silent if silent else 0.0
    return [share if one is None else one for one in slides]
