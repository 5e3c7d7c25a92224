"""Names as somebody sees them: two that look the same may be written with other characters."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

from deckmaker.patterns import IGNORABLE, pattern

_UNSEEN = pattern(f"[{IGNORABLE}]+")


def composed(text: str) -> str:
    """Return a text as it is compared: an `ö` of two signs, as macOS and some exports write it, is one (NFC)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def spelt(name: str, names: Container[str]) -> str:
    """Return the one of `names` that is `name` in another form of Unicode; `name` itself where there is none."""
    if name in names or name.isascii():
        return name
    forms = (unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))
    return next((one for one in forms if one in names), name)


def seen(name: str) -> str:
    """Return what is the same for two names that look the same: composed (NFC), without signs that show nothing, and
    with plain spaces."""
    if name.isascii() and name.isprintable():
        return name
    return composed(" ".join(_UNSEEN.sub("", name).split()))


def looks_apart(name: str, other: str) -> str:
    """Return in words in which two names differ that look the same; they are not equal."""
    if composed(name) == composed(other):
        return "in another form of Unicode"
    sign = next(one for one in name + other if _UNSEEN.match(one) or (one.isspace() and one != " "))
    return f"with U+{ord(sign):04X}, which {'looks like a space' if sign.isspace() else 'shows nothing'}"
