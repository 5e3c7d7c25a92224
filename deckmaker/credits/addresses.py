"""Addresses among the words of credits: what is one, and how it reads where it cannot be clicked."""

from __future__ import annotations

import re

from deckmaker.patterns import pattern

_WEB = pattern("https?://", re.IGNORECASE)
_UNSAID = pattern("^(?:https://|mailto:)", re.IGNORECASE)


def is_address(text: str) -> bool:
    """Tell whether a text is the address of a web page, not a name."""
    return bool(_WEB.match(text)) and " " not in text


def written_out(address: str) -> str:
    """Return an address as it is printed: whole, but for a scheme that readers take for granted."""
    return _UNSAID.sub("", address)
