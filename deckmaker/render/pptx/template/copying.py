"""The parts of a template that a presentation made in it has, byte for byte: masters, layouts, themes, and what these
lead to.

Left behind is what belongs to the template's own slides or to its history: slides and their notes, comments, tags of
the presentation, custom shows, signatures, the picture of its first slide. Source: ECMA-376 Part 1, 13.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from posixpath import join, split

from pptx.opc.constants import CONTENT_TYPE as CT

from deckmaker.render.pptx.inspection import CONTENT_TYPES
from deckmaker.render.pptx.parts import Part, Relationships
from deckmaker.template import Package, Relationship

_OF_PRESENTATION = (
    "slideMaster",
    "notesMaster",
    "handoutMaster",
    "theme",
    "presProps",
    "viewProps",
    "tableStyles",
    "font",
    "customXml",
)
"""What of a presentation's part is kept, by the last words of the kinds of its relationships."""

_SETTINGS = ("presProps", "viewProps")
"""Of these, what may name slides or shows that are left behind: then it is, too."""

_NOT_OF_PACKAGE = ("officeDocument", "core-properties", "extended-properties", "thumbnail", "origin", "extensibility")
"""What of the package is not: the deck's own properties take the place of the template's."""

SLIDES = ("slide", "notesSlide")
_OURS = ("docProps/core.xml", "docProps/app.xml")


class CopiedPart(Part):
    """A part of a template, with the relationships that it has there."""

    def __init__(self, package: Package, name: str) -> None:
        written = CT.XML if name.endswith(".xml") else "application/octet-stream"
        super().__init__(name, package.content_type(name) or written)
        self._package = package
        self.relationships = _CopiedRelationships(package, name)

    def read(self) -> bytes:
        """Return the bytes of the part, or what has taken their place."""
        return self.content or self._package.read(self.name)


class _CopiedRelationships(Relationships):
    """The relationships of a copied part, byte for byte."""

    def __init__(self, package: Package, source: str) -> None:
        super().__init__(source)
        self._package = package

    def __bool__(self) -> bool:
        return self._package.has(self.name)

    def xml(self) -> bytes:
        """Return the part that lists them."""
        return self._package.read(self.name)


def kept(package: Package) -> tuple[CopiedPart, ...]:
    """Return the parts that are copied, in the order in which they are come upon."""
    found: dict[str, CopiedPart] = {}
    waiting = [*_first(package)]
    passed = {one.casefold() for one in (package.main, *_OURS)}
    while waiting:
        target = waiting.pop(0)
        if target.casefold() in passed or not package.has(target) or _is_list(target):
            continue
        passed.add(target.casefold())
        name = package.stored(target)
        found[name] = CopiedPart(package, name)
        inner = package.relationships(name).values()
        waiting += [one.target for one in inner if not one.is_external and one.kind not in SLIDES]
    return tuple(found.values())


def _is_list(name: str) -> bool:
    """Tell whether a part is one of those that list others, to which nothing may refer (ECMA-376 Part 2, 6.2.3)."""
    return name.casefold().endswith(".rels") or name.casefold() == CONTENT_TYPES.casefold()


def _first(package: Package) -> Iterator[str]:
    for one in kept_relationships(package).values():
        yield one.target
    for one in package.relationships("").values():
        if not one.is_external and one.kind not in _NOT_OF_PACKAGE:
            yield one.target


def kept_relationships(package: Package) -> Mapping[str, Relationship]:
    """Return the relationships that the presentation's part keeps, by their ids."""
    ones = package.relationships(package.main).items()
    return {
        id: one
        for id, one in ones
        if one.kind in _OF_PRESENTATION and not one.is_external and package.has(one.target)
        if one.kind not in _SETTINGS or _stands_alone(package, one.target)
    }


def _stands_alone(package: Package, name: str) -> bool:
    return not package.relationships(name) and b"custShow" not in package.read(name)


def missing_parts(package: Package, parts: Sequence[CopiedPart]) -> Iterator[tuple[str, str]]:
    """Yield the names of copied parts that lead to one which the template does not have, each with that one's name."""
    for part in parts:
        for one in package.relationships(part.name).values():
            if not one.is_external and not package.has(one.target):
                yield part.name, one.target


def relationships_name(part: str) -> str:
    """Return the name of the part that lists the relationships of another."""
    folder, file = split(part)
    return join(folder, "_rels", f"{file}.rels")
