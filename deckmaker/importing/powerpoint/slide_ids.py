"""Ids of slides that links of a presentation lead to: the names that they have there, else made of their titles."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from deckmaker.dataclasses import cached_property
from deckmaker.importing.ids import OwnIds, id_of_title
from deckmaker.importing.powerpoint.shapes import own_properties
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.model.text import may_be_name
from deckmaker.template.names import A, P
from deckmaker.template.numbers import flag

_TITLES = ("title", "ctrTitle")


class SlideIds:
    """The ids of slides by the names of their parts, each its own; those that are asked for are `used`."""

    def __init__(self, slides: Iterable[SlidePart]) -> None:
        self._slides = list(slides)
        self.used: dict[int, str] = {}

    def of(self, part: str) -> str | None:
        """Return the id of the slide in a part of the package; None where no slide is."""
        if part not in self._ids:
            return None
        number, id = self._ids[part]
        self.used[number] = id
        return id

    def section_of(self, part: str) -> str:
        """Return the section in which the slide in a part of the package stands; nothing where it is in none."""
        return self._sections.get(part, "")

    @property
    def shown_sections(self) -> list[str]:
        """The names of sections that a talk shows, in their order."""
        shown = (self._sections[slide.part] for slide in self._slides if not slide.is_hidden)
        return [name for name, _ in groupby(shown) if name]

    @cached_property
    def _sections(self) -> dict[str, str]:
        found: dict[str, str] = {}
        section = ""
        for slide in self._slides:
            section = slide.section or section
            found[slide.part] = section
        return found

    @cached_property
    def _ids(self) -> dict[str, tuple[int, str]]:
        found: dict[str, tuple[int, str]] = {}
        ids = OwnIds()
        for slide in sorted(self._slides, key=lambda one: not _name(one)):  # names come before what is made
            if slide.part not in found:
                id = ids.own(_name(slide) or id_of_title(_title(slide)) or f"slide-{slide.number}")
                found[slide.part] = slide.number, id
        return found


def _name(slide: SlidePart) -> str:
    """Return the name that a slide has (ECMA-376 part 1, 19.3.1.16), if it can be an id."""
    inner = slide.root.find(f"{P}cSld")
    name = (inner.get("name") or "") if inner is not None else ""
    return name if may_be_name(name) else ""


def _title(slide: SlidePart) -> str:
    for shape in slide.root.iter(f"{P}sp"):
        place = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        is_seen = not flag(own_properties(shape), "hidden")
        if is_seen and place is not None and place.get("type") in _TITLES:
            return " ".join(one.text or "" for one in shape.iter(f"{A}t"))
    return ""
