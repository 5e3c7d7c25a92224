"""Markings: how far what a slide says may be passed on. Those of the Traffic Light Protocol are known."""

from __future__ import annotations

import unicodedata

from deckmaker.patterns import IGNORABLE, pattern

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


_IGNORED = pattern(f"[{IGNORABLE}]+")
_UNSEEN = ("Cc", "Cf", "Cn", "Cs")
"""Categories of signs that outputs leave out, or have nothing to show for."""

_NO_DOT = "\u2800"
"""Braille's empty cell, which looks like a space."""

_STRICT = pattern(r"\ATLP:AMBER(?:\s*+[+-]\s*+(?i:STRICT)|\s++STRICT)(?!\w)")
"""The one label of two words, as people part them: without the second it would be for more people."""


def seen(marking: str) -> str:
    """Return what a reader sees of a marking: nothing of one that consists of spaces and of signs that are left out.

    Nor of accents alone: those before the first letter, which bears none of them, do not count.
    """
    if marking.isascii() and marking.isprintable():
        return marking.strip()
    shown = _IGNORED.sub("", marking).replace(_NO_DOT, " ")
    shown = "".join(one for one in shown if one.isspace() or unicodedata.category(one) not in _UNSEEN).strip()
    begin = (index for index, one in enumerate(shown) if not (one.isspace() or unicodedata.category(one)[0] == "M"))
    return shown[next(begin, len(shown)) :]


def spelt(marking: str) -> str:
    """Return what a reader sees of a marking, with its label as the protocol spells the one that is spelt wrongly."""
    return _STRICT.sub("TLP:AMBER+STRICT", seen(marking))


def label_of(marking: str) -> str | None:
    """Return the label that a marking is or begins with, as in `TLP:AMBER, members only`; None where it has none.

    What is seen counts. `TLP:AMBER +STRICT` is the stricter one.
    """
    shown = seen(marking)
    if _STRICT.match(shown):
        return "TLP:AMBER+STRICT"
    first = shown.split(maxsplit=1)[0].rstrip(",;.") if shown else ""
    return first if first in TLP else None


def is_higher(marking: str, than: str) -> bool:
    """Tell whether one label of the Traffic Light Protocol lets fewer people know than another.

    Of other markings nobody knows.
    """
    label, other = label_of(marking), label_of(than)
    return label is not None and other is not None and TLP.index(label) > TLP.index(other)
