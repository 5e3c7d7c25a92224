"""Numbers as attributes of DrawingML have them: whatever else stands there counts as nothing said."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from deckmaker.patterns import pattern

EMU = 12_700
"""English Metric Units in a point (ECMA-376 part 1, 20.1.2.1)."""

ANGLE = 60_000
"""Units of a turn in a degree (20.1.10.3)."""

WHOLE = 100_000
"""Units of a share in the whole (20.1.10.40)."""

_LARGEST = 2**31
_NUMBER = pattern(r"[+-]?[0-9]{1,12}")
_PERCENT = pattern(r"([+-]?[0-9]{1,6}(?:\.[0-9]{1,9})?)%")
_HEX = pattern(r"[0-9A-Fa-f]{6}")


def is_hex(text: str) -> bool:
    """Tell whether a text is a colour in six hexadecimal digits."""
    return _HEX.fullmatch(text) is not None


def number(text: str | None, default: int = 0) -> int:
    """Return a whole number of 32 bits, `default` for what is none; 50% is 50000, as some programs write it."""
    written = (text or "").strip()
    if percent := _PERCENT.fullmatch(written):
        return round(float(percent[1]) * 1_000)
    if not _NUMBER.fullmatch(written):
        return default
    found = int(written)
    return found if abs(found) <= _LARGEST else default


def attribute(element: Element | None, name: str, default: int = 0) -> int:
    """Return a number of an element, `default` where it is not there, or says none."""
    return default if element is None else number(element.get(name), default)


def points(element: Element | None, name: str, default: float = 0.0) -> float:
    """Return a length of an element in points, `default` where it is not said."""
    found = None if element is None else element.get(name)
    return default if found is None else number(found, round(default * EMU)) / EMU


def share(element: Element | None, name: str, default: float = 0.0) -> float:
    """Return a share of an element as a fraction of 1, `default` where it is not said."""
    found = None if element is None else element.get(name)
    return default if found is None else number(found, round(default * WHOLE)) / WHOLE


def flag(element: Element | None, name: str, default: bool = False) -> bool:
    """Return what an element says of yes and no, `default` where it says nothing."""
    found = None if element is None else element.get(name)
    return default if found is None else found in ("1", "true", "on")
