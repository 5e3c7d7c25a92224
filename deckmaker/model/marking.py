"""Markings: how far what a slide says may be passed on. Those of the Traffic Light Protocol are known."""

from __future__ import annotations

TLP = ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED")
"""The labels of the Traffic Light Protocol, from what all may know on. Source: FIRST, TLP 2.0, section 3."""

TLP_COLORS = {
    "TLP:CLEAR": "#FFFFFF",
    "TLP:GREEN": "#33FF00",
    "TLP:AMBER": "#FFC000",
    "TLP:AMBER+STRICT": "#FFC000",
    "TLP:RED": "#FF2B2B",
}
"""Colours of the labels, on black. Source: FIRST, TLP 2.0, table 1."""


def label_of(marking: str) -> str | None:
    """Return the label that a marking is or begins with, as in `TLP:AMBER, members only`; None where it has none."""
    first = marking.split(maxsplit=1)[0].rstrip(",;.") if marking.strip() else ""
    return first if first in TLP else None


def is_higher(marking: str, than: str) -> bool:
    """Tell whether one label of the Traffic Light Protocol lets fewer people know than another.

    Of other markings nobody knows.
    """
    label, other = label_of(marking), label_of(than)
    return label is not None and other is not None and TLP.index(label) > TLP.index(other)
