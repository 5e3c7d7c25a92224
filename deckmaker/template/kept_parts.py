"""The parts of a template that a presentation made in it has: masters, layouts, themes, and what these lead to.

Left behind is what belongs to the template's own slides or to its history: slides and their notes, links to them,
comments, tags of the presentation, data of other programs (15.2.5), among which SharePoint has who worked on it, custom
shows, signatures, the picture of its first slide. Source: ECMA-376 Part 1, 13.3.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping

from deckmaker.template.names import ROOTS
from deckmaker.template.package import Package, Relationship

_OF_PRESENTATION = (
    "slideMaster",
    "notesMaster",
    "handoutMaster",
    "theme",
    "presProps",
    "viewProps",
    "tableStyles",
    "font",
)
"""What of a presentation's part is kept, by the last words of the kinds of its relationships."""

_NOT_OF_PACKAGE = (
    *("officeDocument", "core-properties", "extended-properties", "thumbnail", "origin"),
    *("extensibility", "userCustomization", "webextensiontaskpanes", "customXml"),
)
"""What of the package is not: the deck's own properties take the place of the template's, and what changes PowerPoint
itself ([MS-CUSTOMUI]), or opens programs of others beside the slides ([MS-OWEXML], 2.1.1), is no part of a design.

All else is: a company's properties and its sensitivity label ([MS-OFFCRYPTO], 2.6) hold for what is made from its
template."""

_SLIDES = ("slide", "notesSlide")
_TYPES = (
    *(f"application/vnd.openxmlformats-officedocument.presentationml.{one.casefold()}+xml" for one in _SLIDES),
    "application/vnd.openxmlformats-package.core-properties+xml",
    "application/vnd.openxmlformats-officedocument.extended-properties+xml",
)
"""The content types of what is left behind, whatever the template calls its relationships to it: its slides and notes,
who wrote it, and what its slides are called."""

_LISTS = (".rels", "[content_types].xml")
"""How the names of parts end that list others, to which nothing may refer (ECMA-376 Part 2, 6.2.3)."""


def kept_parts(package: Package) -> tuple[str, ...]:
    """Return the names of the parts that are copied, as the package writes them, in the order in which they are come
    upon. Raises NotATemplate."""
    found: list[str] = []
    waiting = deque(_first(package))
    passed = {package.main.casefold()}
    while waiting:
        target = waiting.popleft()
        if target.casefold() in passed or not package.has(target) or target.casefold().endswith(_LISTS):
            continue
        passed.add(target.casefold())
        found.append(name := package.stored(target))
        inner = package.relationships(name).values()
        waiting += [one.target for one in inner if not one.is_external and not _is_left(package, one)]
    return tuple(found)


def _first(package: Package) -> Iterator[str]:
    for one in kept_relationships(package).values():
        yield one.target
    for one in kept_of_package(package):
        yield one.target


def kept_of_package(package: Package) -> tuple[Relationship, ...]:
    """Return the relationships that the package itself keeps. Raises NotATemplate."""
    return tuple(
        one
        for one in package.relationships("").values()
        if one.kind not in _NOT_OF_PACKAGE
        and not one.is_external
        and not _is_left(package, one)
        and not package.content_type(one.target).casefold().startswith("image/")  # of its first slide
        and package.has(one.target)
    )


def _is_left(package: Package, one: Relationship) -> bool:
    """Tell whether a relationship leads to what is left behind. Masters, layouts and themes are what they hold."""
    type = package.content_type(one.target).partition(";")[0].strip().casefold()
    return one.kind in _SLIDES or (one.kind not in ROOTS and type in _TYPES)


def kept_relationships(package: Package) -> Mapping[str, Relationship]:
    """Return the relationships that the presentation's part keeps, by their ids. Raises NotATemplate."""
    ones = package.relationships(package.main).items()
    return {
        id: one
        for id, one in ones
        if one.kind in _OF_PRESENTATION
        and not one.is_external
        and not _is_left(package, one)
        and package.has(one.target)
    }


def left_links(package: Package, part: str) -> frozenset[str]:
    """Return the ids of the relationships of a copied part that lead to what is left behind, such as slides.

    Raises NotATemplate.
    """
    ones = package.relationships(part).items()
    return frozenset(id for id, one in ones if not one.is_external and _is_left(package, one))


def missing_parts(package: Package) -> Iterator[tuple[str, str]]:
    """Yield the names of copied parts that lead to one which the template does not have, each with that one's name.

    Raises NotATemplate.
    """
    for part in kept_parts(package):
        for one in package.relationships(part).values():
            if not one.is_external and not package.has(one.target):
                yield part, one.target
