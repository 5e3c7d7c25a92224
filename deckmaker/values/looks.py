"""Names as somebody sees them: two that look the same may be written with other characters."""

from __future__ import annotations

import unicodedata

from deckmaker.patterns import IGNORABLE, pattern

_UNSEEN = pattern(f"[{IGNORABLE}]+")


def seen(name: str) -> str:
    """Return what is the same for two names that look the same: composed (NFC), without signs that show nothing, and
    with plain spaces."""
    if name.isascii() and name.isprintable():
        return name
    return unicodedata.normalize("NFC", " ".join(_UNSEEN.sub("", name).split()))


def looks_apart(name: str, other: str) -> str:
    """Return in words in which two names differ that look the same; they are not equal."""
    if unicodedata.normalize("NFC", name) == unicodedata.normalize("NFC", other):
        return "in another form of Unicode"
    sign = next(one for one in name + other if _UNSEEN.match(one) or (one.isspace() and one != " "))
    return f"with U+{ord(sign):04X}, which {'looks like a space' if sign.isspace() else 'shows nothing'}"
