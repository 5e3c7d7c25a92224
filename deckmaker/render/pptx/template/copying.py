"""The parts of a template that a presentation made in it has, byte for byte: `template/kept_parts.py` says which."""

from __future__ import annotations

from posixpath import join, split

from pptx.opc.constants import CONTENT_TYPE as CT

from deckmaker.render.pptx.parts import Part, Relationships
from deckmaker.template import Package
from deckmaker.template.kept_parts import kept_parts


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
    """Return the parts that are copied, in the order in which they are come upon. Raises NotATemplate."""
    return tuple(CopiedPart(package, name) for name in kept_parts(package))


def relationships_name(part: str) -> str:
    """Return the name of the part that lists the relationships of another."""
    folder, file = split(part)
    return join(folder, "_rels", f"{file}.rels")
