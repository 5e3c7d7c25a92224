"""The outlines of formulas as path operators (ISO 32000-2, 8.5.2)."""

from __future__ import annotations

from deckmaker.layout import EquationItem

_OPERATORS = {"M": "m", "L": "l", "C": "c"}


def formula_path(left: float, top: float, item: EquationItem) -> str:
    """Return the operators of a formula whose frame begins there, in a page's points, y growing upward."""
    baseline = top - item.drawn.ascent * item.size
    return " ".join(_operator(name, numbers, left, baseline, item.size) for name, numbers in item.drawn.outline)


def _operator(name: str, numbers: tuple[float, ...], left: float, baseline: float, size: float) -> str:
    if not numbers:
        return "h"
    places = (left + one * size if index % 2 == 0 else baseline - one * size for index, one in enumerate(numbers))
    return f"{' '.join(f'{one:.3f}' for one in places)} {_OPERATORS[name]}"
