"""The parts of a theme file that are sound in themselves, whatever else is wrong in it: what further checks look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from deckmaker.dataclasses import dataclass
from deckmaker.language.theme import FontsEntry, GridEntry, ListsEntry, ShapeEntry, SlotEntry, StyleEntry
from deckmaker.language.validation import sound
from deckmaker.source import DataPath, Tree


@dataclass(frozen=True, slots=True)
class SlotPart:
    """A slot, and where it is written."""

    layout: str
    name: str
    entry: SlotEntry

    @property
    def path(self) -> DataPath:
        return ("layouts", self.layout, "slots", self.name)

    def __str__(self) -> str:
        return f"slot `{self.name}` of layout `{self.layout}`"


@dataclass(frozen=True, slots=True)
class ShapePart:
    """A shape, its 0-based place in the list, and where it is written."""

    layout: str
    index: int
    entry: ShapeEntry

    @property
    def path(self) -> DataPath:
        return ("layouts", self.layout, "shapes", self.index)

    def __str__(self) -> str:
        return f"shape {self.index + 1} of layout `{self.layout}`"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of a theme that hold no mistake; one that does is None, or left out."""

    fonts: FontsEntry | None
    grid: GridEntry | None
    lists: ListsEntry | None
    styles: Mapping[str, StyleEntry]
    slots: tuple[SlotPart, ...]
    shapes: tuple[ShapePart, ...]

    @property
    def places(self) -> tuple[SlotPart | ShapePart, ...]:
        """The parts that have a place on the page: slots, then shapes."""
        return (*self.slots, *self.shapes)


def mapping(value: Any) -> Mapping[str, Any]:
    """Return the value if it is a mapping, else an empty one."""
    return value if isinstance(value, dict) else {}


def theme_parts(tree: Tree) -> Parts:
    """Return the sound parts of a theme's tree."""
    data = mapping(tree.data)
    layouts = {name: mapping(layout) for name, layout in mapping(data.get("layouts")).items()}
    return Parts(
        fonts=sound(FontsEntry, data.get("fonts")),
        grid=sound(GridEntry, data.get("grid")),
        lists=sound(ListsEntry, data.get("lists")),
        styles={
            name: style for name, value in mapping(data.get("styles")).items() if (style := sound(StyleEntry, value))
        },
        slots=tuple(_slots(layouts)),
        shapes=tuple(_shapes(layouts)),
    )


def _slots(layouts: Mapping[str, Mapping[str, Any]]) -> Iterator[SlotPart]:
    for layout, parts in layouts.items():
        for name, value in mapping(parts.get("slots")).items():
            if entry := sound(SlotEntry, value):
                yield SlotPart(layout, name, entry)


def _shapes(layouts: Mapping[str, Mapping[str, Any]]) -> Iterator[ShapePart]:
    for layout, parts in layouts.items():
        shapes = parts.get("shapes")
        for index, value in enumerate(shapes if isinstance(shapes, list) else ()):
            if entry := sound(ShapeEntry, value):
                yield ShapePart(layout, index, entry)
