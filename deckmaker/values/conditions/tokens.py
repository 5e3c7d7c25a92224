"""The tokens of a condition: holes, texts in quotes, numbers, days, names and signs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from deckmaker.budget.values import EXPRESSION_CHARACTERS
from deckmaker.patterns import pattern
from deckmaker.values.mistake import CONDITION, ValueMistake
from deckmaker.values.template import hole_end

_KINDS = (
    ("hole", r"\{\{"),
    ("text", r"\"[^\"]*+\"|'[^']*+'"),
    ("day", r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![\w.-])"),
    ("number", r"[+-]?(?:[0-9]++(?:\.[0-9]++)?|\.[0-9]++)(?:[eE][+-]?[0-9]{1,2})?%?(?![\w.])"),
    ("name", r"[^\W\d][\w-]*+(?:\.(?:[\w-]++|\"[^\"]*+\"|'[^']*+'))*+"),
    ("sign", r">=|<=|==|!=|<(?!>)|=(?![<>])|[>(),\[\]]"),
)
_TOKEN = pattern("|".join(f"(?P<{name}>{pattern})" for name, pattern in _KINDS))
_SPACE = pattern(r"\s*+")

_WORDS = frozenset({"and", "or", "not", "in", "contains", "is", "empty", "true", "false"})
"""Names that mean something, in small letters or capitals; a column of such a name stands between braces."""

_OTHERWISE = {
    "&&": "write `and`",
    "||": "write `or`",
    "=>": "write `>=`",
    "=<": "write `<=`",
    "&": "write `and`",
    "|": "write `or`; a bar with a format or a default stands between the braces, behind a name",
    "!": "write `not`, or `!=`",
    "<>": "write `!=`",
    "≥": "write `>=`",
    "≤": "write `<=`",
    "≠": "write `!=`",
    "~": "write `contains`",
    ":": "write `=`",
    "“": 'put texts between straight quotes, as in `"North"`',
    "„": 'put texts between straight quotes, as in `"North"`',
    "‘": 'put texts between straight quotes, as in `"North"`',
    "{": "put two braces around a name, as in `{{ region }}`",
    "$": "write the name alone, or between two braces, as in `{{ region }}`",
    "+": "nothing is calculated here: give the result a name of its own",
    "-": "nothing is calculated here: give the result a name of its own",
    "*": "nothing is calculated here: give the result a name of its own",
    "/": "nothing is calculated here: give the result a name of its own",
    '"': "close the quote",
    "'": "close the quote",
}
"""What people write in other languages, by how it begins."""

_BRACES = "put a name that holds other signs than letters and figures between two braces, as in `{{ Share in % }}`"

_FIGURE = pattern(r"[0-9][\w.'’]*+")


class Token(NamedTuple):
    """A token: its kind, which for words that mean something and for signs is what it says, and where it stands."""

    kind: str
    text: str
    begin: int
    end: int


def tokens(text: str) -> Iterator[Token]:
    """Yield a condition's tokens, and one of the kind `end`. Raises ValueMistake at what is none."""
    place = _space(text, 0)
    while place < len(text):
        found = _TOKEN.match(text, place)
        if found is None:
            raise _no_token(text, place)
        kind, end = found.lastgroup or "", found.end()
        if kind == "hole":
            end = _end_of_hole(text, place)
        words = text[place:end]
        if kind == "sign" or (kind == "name" and words.lower() in _WORDS):
            kind = words.lower()
        yield Token(kind, words, place, end)
        place = _space(text, end)
    yield Token("end", "", len(text), len(text))


def _space(text: str, place: int) -> int:
    found = _SPACE.match(text, place)
    return found.end() if found else place


def _end_of_hole(text: str, begin: int) -> int:
    end = hole_end(text, begin + 2)
    if end is None:
        help = f"write `}}}}` behind the name; there may be {EXPRESSION_CHARACTERS.limit} between the braces"
        raise ValueMistake(CONDITION, "`{{` is never closed", begin, begin + 2, help)
    return end


def _no_token(text: str, place: int) -> ValueMistake:
    if figure := _FIGURE.match(text, place):
        message = f"`{figure[0]}` is no number and no day"
        help = "write numbers as in `1500.5`, days as in `2026-11-27`, and put quotes around texts"
        return ValueMistake(CONDITION, message, place, figure.end(), help)
    both = text[place : place + 2]
    sign = both if both in _OTHERWISE else text[place]
    message = f"`{sign}` means nothing in a condition"
    return ValueMistake(CONDITION, message, place, place + len(sign), _OTHERWISE.get(sign, _BRACES))
