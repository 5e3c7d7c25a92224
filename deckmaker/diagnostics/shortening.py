"""Texts that nobody would read to their end, and programs need not: beginning and end of them are told."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from deckmaker.budget.messages import MESSAGE_CHARACTERS

_END = MESSAGE_CHARACTERS.most // 5
"""Characters that are told of the end."""

LEFT_OUT = "…"


def _as_it_is(text: str) -> str:
    return text


def shortened(text: str, escaped: Callable[[str], str] = _as_it_is, most: int = MESSAGE_CHARACTERS.most) -> str:
    """Return a text of `most` characters at most once it is escaped: beginning and end of one that is longer.

    `escaped` takes a text character by character. No escape is cut apart.
    """
    if len(text) <= most and len(whole := escaped(text)) <= most:
        return whole
    end = min(_END, most // 2)
    first = "".join(_fitting(map(escaped, text[:most]), most - end - len(LEFT_OUT)))
    last = list(_fitting((escaped(one) for one in reversed(text[-end:])), end))
    return first + LEFT_OUT + "".join(reversed(last))


def _fitting(pieces: Iterable[str], room: int) -> Iterable[str]:
    """Yield pieces as long as there is room for them."""
    for piece in pieces:
        room -= len(piece)
        if room < 0:
            return
        yield piece
