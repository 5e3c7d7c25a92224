"""For whom a presentation was made, and what of a deck reaches nobody else.

What came in a presentation for some is not for the others: who gets it is its author's to say, not a colleague's.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from deckmaker.comparison.changes import Comparison
from deckmaker.model.number_ranges import ranges
from deckmaker.source.tree import DataPath, value_at


class Readers(NamedTuple):
    """Those for whom a presentation was made: an `audience` of the deck, those of the `row` of that number, from 1, or,
    with neither, everybody."""

    audience: str | None = None
    row: int | None = None

    @property
    def are_some(self) -> bool:
        """Whether the deck makes other presentations, for others."""
        return self.audience is not None or self.row is not None

    def may_have(self, data: Any, path: DataPath) -> bool:
        """Tell whether what comes to the value at `path` in a deck's `data` is for them alone, or for everybody.

        Slides and blocks are for an audience alone that say so. A condition may hold for several rows, or for others
        tomorrow: so nothing is for one row alone.
        """
        if not self.are_some:
            return True
        around = [value_at(data, path[:end]) for end in range(1, len(path) + 1)]
        return self.row is None and any(isinstance(one, dict) and self._is_theirs(one) for one in around)

    def slide(self, slide: Any) -> Any | None:
        """Return a slide that came as the deck may hold it: for an audience, `only` says so; None where nothing can."""
        if self.row is not None:
            return None
        if self.audience is None:
            return slide
        above = {key: one for key, one in slide.items() if key == "title"}
        return above | {"only": self.audience} | slide

    def are_left_out(self, slide: Any) -> bool:
        """Tell whether a slide as it is written in a deck is for others alone."""
        only = slide.get("only") if isinstance(slide, dict) else None
        return only is not None and self.audience not in (only if isinstance(only, list) else [only])

    def remarks(self, taken: Comparison, kept: Sequence[int], of_others: Sequence[int]) -> list[str]:
        """Return lines that say whom it reaches what a deck has `taken` over, that what came on the slides of these
        numbers was `kept` out for that, and which slides the deck has already, as those `of_others` alone."""
        lines = []
        if of_others:
            what = f"What is on {_slides(of_others).lower()} is left out: the deck has it for some alone, by `only`"
            lines.append(f"{what}. Say with `--audience` for whom the presentation was made")
        if not self.are_some:
            return lines
        came = [slide.new for slide in taken.slides if slide.old is None and slide.new is not None]
        others = "all rows" if self.row is not None else "all who have that slide"
        theirs = f"row {self.row}" if self.row is not None else f"`{self.audience}`"
        if came:
            lines.append(f"{_slides(came)} came with `only: {self.audience}`: for {theirs} alone")
        if taken.deck or len(came) < len(taken.slides):
            lines.append(f"What was changed holds for {others}, not for {theirs} alone")
        if kept:
            where = "an `if`" if self.row is not None else f"`only: {self.audience}`"
            what = f"What came on {_slides(kept).lower()} is left out: it would come to {others}"
            lines.append(f"{what}. Write it where it belongs, with {where} if it is for {theirs} alone")
        return lines

    def _is_theirs(self, value: dict[str, Any]) -> bool:
        return value.get("only") in (self.audience, [self.audience])


def _slides(numbers: Sequence[int]) -> str:
    return f"Slide{'s' * (len(numbers) > 1)} {ranges(numbers)}"
