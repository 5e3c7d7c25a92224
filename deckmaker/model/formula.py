"""A formula: what its author wrote, and what it means, as a tree of MathML."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class MathNode:
    """An element of MathML Core: its name, its own text if it is a token, its attributes, and what it holds."""

    name: str
    text: str = ""
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[MathNode, ...] = ()

    def get(self, attribute: str) -> str | None:
        """Return the value of an attribute, None where it has none."""
        return next((value for name, value in self.attributes if name == attribute), None)

    def walk(self) -> Iterator[MathNode]:
        """Yield it and all that is in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula as LaTeX, in one line or several, and the row of MathML that follows from that."""

    tex: str
    root: MathNode = field(repr=False, compare=False)
