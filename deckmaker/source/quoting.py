"""A text as YAML that is read as that text, for what deckmaker writes itself. Knows nothing of decks."""

from __future__ import annotations

_SHORT = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def quoted(text: str) -> str:
    """Return a text in double quotes, which YAML 1.1 and 1.2 read as that text. JSON leaves raw what YAML forbids.

    Of halves of surrogate pairs YAML has no form: there may be none.
    Source: YAML 1.2.2, 5.1 and 5.7; YAML 1.1, 5.4, of three more signs that end lines.
    """
    return f'"{"".join(_SHORT.get(one) or visible(one) for one in text)}"'


def visible(text: str) -> str:
    """Return a text with escapes for what an editor does not show, or what turns the direction of what follows it."""
    return text if text.isprintable() else "".join(one if one.isprintable() else _escape(one) for one in text)


def _escape(one: str) -> str:
    code = ord(one)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
