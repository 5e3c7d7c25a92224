"""Formulas in their place: one outline each, in the middle of the width."""

from __future__ import annotations

from math import ceil

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Span
from deckmaker.formulas.outlines import drawn
from deckmaker.layout.document import NOT_ALONE, Decision, EquationItem, Placed
from deckmaker.layout.findings import Finding, place_in_words, which_size
from deckmaker.layout.place import OverflowFinding, Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.model.formula import Formula
from deckmaker.model.geometry import Rect
from deckmaker.text import SizeReason
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme.flow_styles import EQUATION

_SHORTER = r"break it with `\\`, or show its parts one below the other"


def set_equation(formula: Formula, alt: str, span: Span, place: Place, step: int) -> SetBlock:
    """Set a formula at the top of a place, `step` points smaller than its style, and smaller if it is too wide."""
    style, rect = place.style(EQUATION), place.rect
    picture = drawn(formula.root)
    size = min(max(style.minimum, style.size - step), max(style.size, style.short or 0))
    while size > style.minimum and picture.width * size > rect.width:
        size -= 1
    width, height = picture.width * size, (picture.ascent + picture.descent) * size
    frame = Rect(rect.x + max(0.0, rect.width - width) / 2, rect.y, width, height)
    name = place.named("equation")
    reason = SizeReason.OWN if size == style.size else SizeReason.SHORT if size > style.size else SizeReason.SHRUNK
    item = EquationItem(formula, alt, picture, size, style.color)
    placed = Placed(frame, item, Role.EQUATION, name, span, decision=Decision(rect, NOT_ALONE, reason))
    too_wide, too_tall = width - rect.width, height - rect.height
    over = [f"{ceil(one)} points too {how}" for one, how in ((too_tall, "tall"), (too_wide, "wide")) if one > TOLERANCE]
    shown = SetBlock((placed,), height, shrunk=min(1.0, size / style.size), excess=max(0.0, too_tall))
    if not over:
        return shown
    message = f": {place_in_words(name)} is {' and '.join(over)} at {which_size(place.overflow)}, {size} points"
    finding = Finding("text-too-long", message, span, _SHORTER)
    overflow = OverflowFinding(size, too_wide > TOLERANCE, place.overflow, span)
    return replace(shown, overfull=((name, overflow),), findings=(finding,))
