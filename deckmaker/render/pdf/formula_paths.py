"""The outlines of formulas as path operators (ISO 32000-2, 8.5.2)."""

from __future__ import annotations

from deckmaker.layout import EquationItem

_OPERATORS = {"M": "m", "L": "l", "C": "c", "Z": "h"}


def formula_path(left: float, top: float, item: EquationItem) -> str:
    """Return the operators of a formula whose frame begins there, in a page's points, y growing upward."""
    steps = item.drawn.at(0.0, 0.0, item.size)
    return " ".join(_operator(name, numbers, left, top) for name, numbers in steps)


def _operator(name: str, numbers: tuple[float, ...], left: float, top: float) -> str:
    places = (top - one if index % 2 else left + one for index, one in enumerate(numbers))
    return " ".join((*(f"{one:.3f}" for one in places), _OPERATORS[name]))
