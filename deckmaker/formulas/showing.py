"""Formulas that can be shown: read, of signs that there are, and drawn once, which is kept for whoever sets them."""

from __future__ import annotations

from deckmaker.formulas.outlines import Undrawable, drawn, missing_signs
from deckmaker.formulas.reading import Misread, read_formula
from deckmaker.model.formula import Formula

_LISTED = 4
"""Signs that a message names."""


def shown_formula(text: str) -> Formula:
    """Return the formula that a text in LaTeX is. Raises Misread, also where it cannot be shown."""
    formula = sound_formula(text)
    try:
        drawn(formula.root)
    except Undrawable:
        help = "write it in another way, or show it as a picture"
        raise Misread("formulas cannot show this", 0, len(text), help) from None
    return formula


def sound_formula(text: str) -> Formula:
    """Return the formula that a text in LaTeX is, which is not drawn yet: that takes most of the time. Raises Misread,
    also where there are no such signs."""
    formula = read_formula(text)
    if missing := missing_signs(formula.root):
        more = f" and {len(missing) - _LISTED} more" if len(missing) > _LISTED else ""
        listed = ", ".join(f"`{one}` (U+{ord(one):04X})" for one in missing[:_LISTED])
        help = "write it in Latin or Greek letters, or beside the formula as `text`"
        raise Misread(f"the font of formulas has no {listed}{more}", 0, len(text), help)
    return formula
