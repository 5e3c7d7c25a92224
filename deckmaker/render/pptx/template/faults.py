"""What is unsound in a template, as the inspection of a package says it: parts that are copied keep their faults."""

from __future__ import annotations

from collections.abc import Sequence
from posixpath import dirname, join, normpath

from deckmaker.patterns import pattern
from deckmaker.render.pptx.inspection import CONTENT_TYPES, faults
from deckmaker.render.pptx.parts import content_types
from deckmaker.render.pptx.template.copying import CopiedPart, relationships_name
from deckmaker.template import Package
from deckmaker.template.kept_parts import kept_relationships
from deckmaker.template.package import Relationship

_ITS = pattern("`([^`]*)` ")
"""How most faults begin: with the part that has them."""

_TYPED = pattern("`[^`]*` leads to `([^`]*)` as a [^`]*, which is ")
"""How a fault begins that is one of the part to which another leads: of its type."""

_LOST = ", which is not there"


class TemplateFaults:
    """The faults of the parts of a template that are copied."""

    def __init__(self, package: Package, parts: Sequence[CopiedPart]) -> None:
        self._names = {part.name for part in parts}
        # How they write names is as little ours.
        self._lost = {
            f"`{part.name}` leads to `{_target(part.name, one)}`{_LOST}"
            for part in parts
            for one in package.relationships(part.name).values()
            if one.is_external or not _is_there(package, one.target)
        }
        names = [package.main, *(part.name for part in parts)]
        listed = [one for name in names if package.has(one := relationships_name(name))]
        entries = [(name, package.read(name)) for name in (*names, *listed)]
        found = faults([(CONTENT_TYPES, content_types(parts)), *entries])
        if all(one.kind != "theme" for one in kept_relationships(package).values()):  # it may have one elsewhere
            found.append(f"`{package.main}` has no relationship theme")
        self._known = frozenset(one for one in found if not one.startswith("nothing leads to"))

    def has(self, fault: str) -> bool:
        """Tell whether a fault is the template's: one of a copied part, or one that several have together."""
        if fault.endswith(_LOST):
            return fault in self._lost
        either = {found[1] for one in (_TYPED, _ITS) if (found := one.match(fault))}
        return fault in self._known or not either.isdisjoint(self._names)


def _target(part: str, one: Relationship) -> str:
    """Return what the inspection calls a target: an address may be written as if it were a part."""
    return normpath(join("/", dirname(part), one.target)).lstrip("/") if one.is_external else one.target


def _is_there(package: Package, name: str) -> bool:
    """Tell whether a part is there, and written so; to programs capitals do not matter (ECMA-376 Part 2, 6.2.2.3)."""
    return package.has(name) and package.stored(name) == name
