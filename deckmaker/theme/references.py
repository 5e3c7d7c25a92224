"""What a theme file says against itself: names that lead to other parts of it, and places that have no room."""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.fonts import FAMILIES, FaceKey, face
from deckmaker.language.theme import PlaceEntry, ThemeEntry
from deckmaker.model.geometry import Rect
from deckmaker.source import DataPath, Tree
from deckmaker.theme.theme import Theme

PICTURE_SLOTS = ("picture", "logo")
"""Slots that hold pictures; all others hold text and need a style."""


def check_references(entry: ThemeEntry, tree: Tree, diagnostics: Diagnostics) -> bool:
    """Report every name in a valid theme that leads nowhere; return whether all lead somewhere."""
    checker = _Checker(entry, tree, diagnostics)
    checker.check()
    return checker.sound


def check_room(theme: Theme, size: str, tree: Tree, diagnostics: Diagnostics) -> bool:
    """Report slots and shapes that have no extent on a page of this size; return whether all have."""
    sound = True
    for name, layout in theme.layouts.items():
        places: list[tuple[DataPath, str, Rect]] = [
            (("slots", slot.name), f"slot `{slot.name}`", slot.rect) for slot in layout.slots.values()
        ]
        places += [(("shapes", i), f"shape {i + 1}", shape.rect) for i, shape in enumerate(layout.shapes)]
        for step, what, rect in places:
            if rect.width <= 0 or rect.height <= 0:
                sound = False
                span = tree.value_span(("layouts", name, *step))
                diagnostics.report("wrong-value", f"{what} of layout `{name}` has no room on a {size} page", span)
    return sound


class _Checker:
    """Holds the theme while its names are looked up."""

    def __init__(self, entry: ThemeEntry, tree: Tree, diagnostics: Diagnostics) -> None:
        self._entry, self._tree, self._diagnostics = entry, tree, diagnostics
        self.sound = True

    def check(self) -> None:
        entry = self._entry
        for role, family in entry.fonts.model_dump().items():
            self._known(family, FAMILIES, "family", ("fonts", role))
        self._markers()
        for name, style in entry.styles.items():
            self._known(style.color, entry.palette, "colour", ("styles", name, "color"))
            if style.min > style.size:
                message = f"style `{name}` has a `min` of {style.min}, larger than its `size` of {style.size}"
                self._report(message, ("styles", name, "min"), None)
        self._known(entry.lists.color, entry.palette, "colour", ("lists", "color"))
        self._known(entry.link.color, entry.palette, "colour", ("link", "color"))
        for name, layout in entry.layouts.items():
            path = ("layouts", name)
            self._known(layout.background, entry.palette, "colour", (*path, "background"))
            for slot_name, slot in layout.slots.items():
                here = (*path, "slots", slot_name)
                self._columns(slot, here)
                if slot.style:
                    self._known(slot.style, entry.styles, "style", (*here, "style"))
                elif slot_name not in PICTURE_SLOTS:
                    self._report(f"slot `{slot_name}` holds text and has no `style`", here, None)
                if slot.color:
                    self._known(slot.color, entry.palette, "colour", (*here, "color"))
            for index, shape in enumerate(layout.shapes):
                self._columns(shape, (*path, "shapes", index))
                self._known(shape.color, entry.palette, "colour", (*path, "shapes", index, "color"))

    def _known(self, name: str, known: Iterable[str], kind: str, path: DataPath) -> None:
        names = list(known)
        if name not in names:
            help = nearest(name, names) or f"known: {', '.join(names)}"
            self._report(f"the theme has no {kind} `{name}`", path, help)

    def _markers(self) -> None:
        family = self._entry.fonts.body
        if family not in FAMILIES:  # reported, and nothing to look glyphs up in
            return
        font = face(FaceKey(family, False, False))
        for key in ("bullet", "bullet_nested"):
            marker: str = getattr(self._entry.lists, key)
            for character in dict.fromkeys(marker):
                if not font.has(character):
                    message = f"`{key}` needs a glyph for `{character}`, and the body font {family} has none"
                    self._report(message, ("lists", key), None)

    def _columns(self, place: PlaceEntry, path: DataPath) -> None:
        first, last = place.columns
        if not first <= last <= self._entry.grid.columns:
            last_column = self._entry.grid.columns
            self._report(f"columns go from 1 to {last_column}, not {first} to {last}", (*path, "columns"), None)

    def _report(self, message: str, path: DataPath, help: str | None) -> None:
        self.sound = False
        self._diagnostics.report("wrong-value", message, self._tree.value_span(path), help=help)
