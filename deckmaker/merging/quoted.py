r"""Texts in double quotes with other words in them: the others stay as they are typed, as `10\u00a0000` does.

Source: YAML 1.2.2, 5.7.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import accumulate

from deckmaker.budget.merging import MERGED_PIECES
from deckmaker.merging.words import alike_until, pieces_in
from deckmaker.patterns import pattern

_SIGN = pattern(
    r"\\x(?P<two>[0-9a-fA-F]{2})|\\u(?P<four>[0-9a-fA-F]{4})|\\U(?P<eight>[0-9a-fA-F]{8})"
    r"|\\(?P<short>[0abtnvfre \"/\\N_LP\t])"
    r"|(?P<fold>(?:\\|[ \t]*)\n)(?P<empty>(?:[ \t]*\n)*)[ \t]*|(?P<plain>[^\\\"\n])"
)
_SHORT = dict(zip('0abtnvfre "/\\N_LP\t', '\0\a\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029\t', strict=True))

_MOST = MERGED_PIECES.most // 3
"""Words and signs between the first and the last change: where the same few come again and again, each change between
them takes the square of their number."""


def in_double_quotes(raw: str, old: str, new: str) -> str:
    """Return a text in double quotes, on a line, that is written as the one that says `old` is, as far as it says the
    same."""
    signs = _signs(raw)
    if "".join(sign for sign, _ in signs) != old:
        return _typed(new)
    before = alike_until(old, new)
    behind = alike_until(old[before:][::-1], new[before:][::-1])
    end = len(old) - behind
    typed = [one for _, one in signs]
    between = _between(typed[before:end], old[before:end], new[before : len(new) - behind])
    return f'"{"".join([*typed[:before], *between, *typed[end:]])}"'


def _between(typed: list[str], old: str, new: str) -> Iterator[str]:
    """Yield a text as the old one is `typed`, sign by sign. They are held against each other by words: a text has many
    signs that are the same."""
    was, now = pieces_in(old), pieces_in(new)
    if "".join(typed) == old or len(was) + len(now) > _MOST:
        yield _typed(new)[1:-1]
        return
    begins = [0, *accumulate(map(len, was))]
    for tag, first, last, start, end in SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from typed[begins[first] : begins[last]]
        else:
            yield _typed("".join(now[start:end]))[1:-1]


def _signs(raw: str) -> list[tuple[str, str]]:
    """Return the signs of a text in double quotes, each with how it is typed on a line; none where one is unknown."""
    found, at = [], 1
    while at < len(raw) - 1:
        match = _SIGN.match(raw, at, len(raw) - 1)
        if match is None:
            return []
        at = match.end()
        if match["fold"]:  # an empty line is an end of a line, and nothing comes of one that ends with a backslash
            ends = match["empty"].count("\n")
            found += [("\n", "\\n")] * ends or ([] if match["fold"][0] == "\\" else [(" ", " ")])
        elif match["plain"]:
            found.append((match["plain"], match["plain"]))
        elif match["short"]:
            found.append((_SHORT[match["short"]], match[0]))
        else:
            found.append((chr(int(match["two"] or match["four"] or match["eight"], 16)), match[0]))
    return found


def _typed(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
