"""Which of the families that every Office has stands in for a template's own, where that is not at hand."""

from __future__ import annotations

from deckmaker.fonts import FAMILIES

SANS, NARROW_SANS, SERIF, TEXT_SERIF, FIXED = "Arial", "Calibri", "Times New Roman", "Georgia", "Courier New"

_WORDS = (
    (FIXED, ("mono", "courier", "consol", "typewriter", "code", "menlo")),
    (TEXT_SERIF, ("georgia", "cambria", "constantia", "garamond", "palatino", "bookman", "century", "merriweather")),
    (SERIF, ("times", "baskerville", "bodoni", "caslon", "didot", "minion", "rockwell")),
    (NARROW_SANS, ("calibri", "aptos", "candara", "corbel", "carlito", "lato", "gill", "tw cen")),
    (TEXT_SERIF, ("serif", "slab", "playfair", "antiqua", "roman")),
)
"""Words in names of families of a kind, the first that fits before others; "sans serif" is none of them."""


def nearest_family(name: str) -> str:
    """Return a family itself if it is one of those that every Office has, else the nearest in class."""
    known = {one.lower(): one for one in FAMILIES}
    wanted = name.strip().lower()
    if wanted in known:
        return known[wanted]
    plain = wanted.replace("sans serif", "").replace("sans-serif", "").replace("sansserif", "")
    for family, words in _WORDS:
        if any(word in plain for word in words) and "sans" not in plain:
            return family
    return SANS
