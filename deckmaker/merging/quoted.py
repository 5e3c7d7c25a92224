r"""Texts in double quotes with other words in them: the others stay as they are typed, as `10\u00a0000` does.

Source: YAML 1.2.2, 5.7.
"""

from __future__ import annotations

import json
from difflib import SequenceMatcher

from deckmaker.budget.merging import MERGED_PIECES
from deckmaker.patterns import pattern

_SIGN = pattern(
    r"\\x(?P<two>[0-9a-fA-F]{2})|\\u(?P<four>[0-9a-fA-F]{4})|\\U(?P<eight>[0-9a-fA-F]{8})"
    r"|\\(?P<short>[0abtnvfre \"/\\N_LP\t])|[ \t]*\n[ \t]*(?P<fold>(?!\n))|(?P<plain>[^\\\"\n])"
)
_SHORT = dict(zip('0abtnvfre "/\\N_LP\t', '\0\a\b\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029\t', strict=True))


def in_double_quotes(raw: str, old: str, new: str) -> str:
    """Return a text in double quotes, on a line, that is written as the one that says `old` is, as far as it says the
    same."""
    signs = _signs(raw)
    said = "".join(sign for sign, _ in signs)
    if said != old or len(old) + len(new) > MERGED_PIECES.most:
        return _typed(new)
    pieces = []
    for tag, first, last, start, end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        pieces += [typed for _, typed in signs[first:last]] if tag == "equal" else [_typed(new[start:end])[1:-1]]
    return f'"{"".join(pieces)}"'


def _signs(raw: str) -> list[tuple[str, str]]:
    """Return the signs of a text in double quotes, each with how it is typed on a line; none where one is unknown."""
    found, at = [], 1
    while at < len(raw) - 1:
        match = _SIGN.match(raw, at, len(raw) - 1)
        if match is None:
            return []
        at = match.end()
        if match["fold"] is not None:
            found.append((" ", " "))
        elif match["plain"]:
            found.append((match["plain"], match["plain"]))
        elif match["short"]:
            found.append((_SHORT[match["short"]], match[0]))
        else:
            found.append((chr(int(match["two"] or match["four"] or match["eight"], 16)), match[0]))
    return found


def _typed(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
