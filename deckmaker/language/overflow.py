"""What may be written under `overflow`: what becomes of text that has no room in its place."""

from __future__ import annotations

from typing import Any

from deckmaker.language.entry import Entry, EntryOf, optional, with_default
from deckmaker.language.kinds import Choice, Location, Mistake, Schema

_WAY = Choice("shrink", "split", "error")


class OverflowEntry(Entry):
    """What becomes of text that has no room in its place."""

    way = with_default(_WAY, "shrink", "Make it smaller, continue on another slide, or report it.")
    then = optional(Choice("split", "error"), "What is done if the smallest size is not enough; `split` without it.")
    picture = with_default(Choice("first", "each"), "first", "Of a slide that is split, which parts show its picture.")


class _OverflowOf(EntryOf[OverflowEntry]):
    """A way or a mapping: whatever else is written for a way is reported as a wrong one."""

    def __init__(self) -> None:
        super().__init__(OverflowEntry, shorthand="way")

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        return super().read(value if isinstance(value, dict) else {"way": value}, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        _, long = super().schema(models)["anyOf"]
        return {"anyOf": [_WAY.schema(models), long]}


OVERFLOW = _OverflowOf()
