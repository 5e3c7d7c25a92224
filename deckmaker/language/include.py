"""An entry of `slides` that brings in slides of another file."""

from __future__ import annotations

from typing import Any

from deckmaker.language.entry import Entry, EntryOf, optional, required
from deckmaker.language.kinds import Kind, ListOf, Location, Mistake, Schema, Text


class IncludeEntry(Entry):
    """Slides of another file: all, those of some ids, or those of a section."""

    file = required(Text(), "Path of a YAML file: a deck, or a list of slides. Relative to this file.")
    slides = optional(ListOf(Text(), least=1), "The `id`s of the slides that are meant, in this order.")
    section = optional(Text(), "The section whose slides are meant.")


class IncludingEntry(Entry):
    """In place of a slide: the slides of another file."""

    include = required(EntryOf(IncludeEntry, shorthand="file"), "Slides of another file.")
    if_ = optional(Text(), "A condition, such as `{{ sales }} > 0`: if it does not hold, the slides are not there.")


class SlideOrInclude(Kind[Any]):
    """A slide, or a mapping that includes slides."""

    def __init__(self, slide: type[Entry]) -> None:
        self._slide, self._including = EntryOf(slide), EntryOf(IncludingEntry)

    @property
    def known(self) -> tuple[str, ...]:
        return (*self._slide.known, "include")

    def inside(self, step: str | int) -> Kind[Any]:
        return (self._including if step == "include" else self._slide).inside(step)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, dict) and "include" in value:
            own = {key: one for key, one in value.items() if key in IncludingEntry.keys}
            mistakes += [Mistake("beside include", (*at, key), value[key]) for key in value if key not in own]
            self._including.read(own, at, mistakes)
            return self._slide.read({}, at, mistakes)  # one without mistakes is gone when decks are validated
        return self._slide.read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [self._slide.schema(models), self._including.schema(models)]}
