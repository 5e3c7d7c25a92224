"""Which codes a report lists, and what each is a matter of: a success criterion of WCAG 2.2, or none."""

from __future__ import annotations

from deckmaker.diagnostics.catalogue import ACCESSIBILITY

_NON_TEXT = "1.1.1 Non-text Content"
_RELATIONS = "1.3.1 Info and Relationships"
_COLOR = "1.4.1 Use of Color"
_HEADINGS = "2.4.6 Headings and Labels"

_KNOWN = {
    "missing-alt": _NON_TEXT,
    "weak-alt": _NON_TEXT,
    "untitled-slide": _HEADINGS,
    "repeated-title": _HEADINGS,
    "headerless-table": _RELATIONS,
    "merged-cells": _RELATIONS,
    "vague-link": "2.4.4 Link Purpose (In Context)",
    "color-alone": _COLOR,
    "color-named": _COLOR,
    "hues-repeat": _COLOR,
    "low-contrast": "1.4.3 Contrast (Minimum)",
    "sunk-picture": "1.4.11 Non-text Contrast",
}

CRITERIA: dict[str, str | None] = dict.fromkeys((*ACCESSIBILITY, "hues-repeat", "sunk-picture")) | _KNOWN
"""By code, in the order in which a report lists them."""
