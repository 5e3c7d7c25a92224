"""Whether two formulas in LaTeX are one, however they are spelled: other programs spell what they save anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from deckmaker.model.formula import MathNode

_UNSEEN = frozenset("\u2061\u2062\u2063\u2064")
"""Operators that say how letters belong together, and show nothing: a function's, times, a comma, plus."""

_DRAWN = ("linethickness", "notation")
"""Attributes that say which lines a part has: that of a fraction, and those around something or through it."""


def are_one_formula(one: str, other: str) -> bool:
    """Tell whether two texts in LaTeX show the same signs in the same places, as `v^2` and `v^{2}` do. Spaces between
    signs are none."""
    from deckmaker.formulas.reading import Misread, read_formula

    try:
        return [*_signs(read_formula(one).root)] == [*_signs(read_formula(other).root)]
    except Misread:
        return False


def _signs(node: MathNode) -> Iterator[Any]:
    """Yield what is seen of a part of a formula: texts, what stands above, below or beside what, and lines."""
    if node.name == "mspace" or node.text in _UNSEEN:
        return
    if node.name in ("mrow", "mstyle", "mpadded"):
        for one in node.children:
            yield from _signs(one)
    elif node.children:
        yield node.name, tuple(map(node.get, _DRAWN)), tuple(tuple(_signs(one)) for one in node.children)
    else:
        yield node.text
