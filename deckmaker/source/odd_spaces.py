"""Spaces that YAML takes for letters, as web pages and some keyboards have them: they look like any other."""

from __future__ import annotations

import yaml

from deckmaker.diagnostics import SourceFile
from deckmaker.patterns import pattern
from deckmaker.source.places import lines_up

_ODD = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
_BEFORE = pattern(rf" *+(?:- ++)*+({_ODD})\s*+(?:-|[A-Za-z_][\w-]*+:)(?:\s|$)")
"""One before a key or a `-`, as far as it stands among what indents it."""

_BEHIND = pattern(rf" *+(?:- ++)*+(?:-|[A-Za-z_][\w-]*+:)({_ODD})")

_FIRST = pattern(_ODD)


def odd_space(source: SourceFile, mark: yaml.Mark) -> yaml.Mark | None:
    """Return the place of such a space that may have led to a mistake of syntax: before a key or `-` on any line above,
    or behind one on the line of the mistake or the one above."""
    for number in lines_up(mark.line):
        line = source.line(number + 1)
        found = _BEFORE.match(line) or (_BEHIND.match(line) if number >= mark.line - 1 else None)
        if found:
            return yaml.Mark(mark.name, 0, number, found.start(1), None, 0)
    return None


def begins_oddly(key: str) -> bool:
    """Tell whether a key was read with such a space as its first letter."""
    return _FIRST.match(key) is not None


SAID = "a space stands here that is none to YAML"
HELP = "type it anew as a plain one; web pages and some keyboards have others"
