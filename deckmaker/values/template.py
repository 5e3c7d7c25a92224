"""A text with holes: `{{` opens one, `}}` closes it, and a backslash before `{{` leaves both braces as they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from deckmaker.budget.values import EXPRESSION_CHARACTERS
from deckmaker.patterns import pattern
from deckmaker.values.mistake import SYNTAX, ValueMistake

OPENS = "{{"

_CLOSING = pattern(r"(?:\"[^\"\n]*\"|'[^'\n]*'|[^\"'{}])*?\}\}")


class Hole(NamedTuple):
    """A stretch of a text for which a value stands, its braces included, and the expression in it."""

    begin: int
    end: int

    @property
    def expression(self) -> tuple[int, int]:
        """Where what stands between the braces begins and ends."""
        return self.begin + 2, self.end - 2


def pieces(text: str) -> Iterator[str | Hole | ValueMistake]:
    """Yield a text's own words and its holes, in order; a mistake in place of a hole that is none."""
    last = 0
    while (begin := text.find(OPENS, last)) >= 0:
        own, behind = text[last:begin], begin + len(OPENS)
        if (len(own) - len(own.rstrip("\\"))) % 2:
            yield own[:-1]
            yield OPENS
            last = behind
            continue
        yield own
        end = hole_end(text, behind)
        if end is None:
            last = behind
            help = "write `}}` behind the name, or `\\{{` for the signs themselves"
            if len(text) - behind > EXPRESSION_CHARACTERS.most:
                help = f"{help}; there may be {EXPRESSION_CHARACTERS.limit} between the braces"
            if text.startswith("{", behind):
                help = "write two braces on each side, and not three"
            yield ValueMistake(SYNTAX, "`{{` is never closed", begin, last, help)
        else:
            last = end
            yield Hole(begin, end)
    yield text[last:]


def hole_end(text: str, begin: int) -> int | None:
    """Return where a hole ends whose braces are open before `begin`; None where it does not, within the characters that
    an expression may have."""
    found = _CLOSING.match(text, begin, begin + EXPRESSION_CHARACTERS.most)
    return found.end() if found else None
