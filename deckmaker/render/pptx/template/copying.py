"""The parts of a template that a presentation made in it has: `template/kept_parts.py` says which.

They are copied byte for byte, but for links to the template's own slides, and for how those are shown.
"""

from __future__ import annotations

from collections.abc import Collection
from posixpath import join, split

from pptx.opc.constants import CONTENT_TYPE as CT

from deckmaker.render.pptx.parts import Part, Relationships
from deckmaker.render.pptx.template.left_slides import without_relationships, without_slides
from deckmaker.template import Package
from deckmaker.template.kept_parts import kept_parts, left_links


class CopiedPart(Part):
    """A part of a template, with the relationships that it has there."""

    def __init__(self, package: Package, name: str) -> None:
        written = CT.XML if name.endswith(".xml") else "application/octet-stream"
        super().__init__(name, package.content_type(name) or written)
        self._package = package
        left = left_links(package, name)
        self.relationships = _CopiedRelationships(package, name, left)
        if left or _is_show(package, name):
            self.content = without_slides(package.read(name), left)

    def read(self) -> bytes:
        """Return the bytes of the part, or what has taken their place."""
        return self.content or self._package.read(self.name)


class _CopiedRelationships(Relationships):
    """The relationships of a copied part, but for those that are left behind."""

    def __init__(self, package: Package, source: str, left: Collection[str]) -> None:
        super().__init__(source)
        self._package, self._left = package, left

    def __bool__(self) -> bool:
        return self._package.has(self.name)

    def xml(self) -> bytes:
        """Return the part that lists them."""
        content = self._package.read(self.name)
        return without_relationships(content, self._left) if self._left else content


def _is_show(package: Package, name: str) -> bool:
    return any(
        one.kind == "presProps" and not one.is_external and one.target.casefold() == name.casefold()
        for one in package.relationships(package.main).values()
    )


def kept(package: Package) -> tuple[CopiedPart, ...]:
    """Return the parts that are copied, in the order in which they are come upon. Raises NotATemplate."""
    return tuple(CopiedPart(package, name) for name in kept_parts(package))


def relationships_name(part: str) -> str:
    """Return the name of the part that lists the relationships of another."""
    folder, file = split(part)
    return join(folder, "_rels", f"{file}.rels")
