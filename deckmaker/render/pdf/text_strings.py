"""Texts as strings of a PDF (ISO 32000-2, 7.9.2.2): for titles, alternatives and whatever else people are told."""

from __future__ import annotations

_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})


def text_string(text: str) -> str:
    """Return a text as a string: letters and signs of ASCII in parentheses, all else in UTF-16 as hexadecimal digits.

    Control characters are signs of their own in the encoding that stands in parentheses.
    """
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
