"""Texts as strings of a PDF (ISO 32000-2, 7.9.2.2): for titles, alternatives and whatever else people are told."""

from __future__ import annotations

_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


def text_string(text: str) -> str:
    """Return a text as a string: what is ASCII in parentheses, all else in UTF-16 as hexadecimal digits."""
    if text.isascii():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"
