"""What stands between `{{` and `}}`: a path of names, and filters behind bars.

deaths.2022."per 100,000" | ,.1f | default "–"
└──────── path ─────────┘   └─ format  └─ what stands for an empty value
"""

from __future__ import annotations

from deckmaker.dataclasses import dataclass
from deckmaker.patterns import pattern
from deckmaker.values.formats import FORMATS_HELP, Format, format_in
from deckmaker.values.mistake import SYNTAX, ValueMistake

_BAR = pattern(r"\"[^\"]*\"|'[^']*'|\|")
_STEP = pattern(r"\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^.\[\]\"'{}]++))\s*+(?P<end>\.|$)")
_DEFAULT = pattern(r"default\s*+[:(]?\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)')\s*+\)?")
_QUOTED_DEFAULT = 'put what stands for an empty value between quotes, as in `default "n/a"`'


@dataclass(frozen=True, slots=True)
class Expression:
    """A path of names, the format of the value that is found there, and what stands for an empty one.

    `begin` and `end` are where it stands in its text.
    """

    path: tuple[str, ...]
    format: Format | None
    default: str | None
    begin: int
    end: int


def parsed(text: str, begin: int, end: int) -> Expression:
    """Return the expression that is `text[begin:end]`. Raises ValueMistake."""
    first, *filters = _parts(text[begin:end])
    path = _path(first, begin, end)
    format, default = None, None
    for one in filters:
        if found := _DEFAULT.fullmatch(one):
            default = found["double"] or found["single"] or ""
        elif format := format_in(one):
            pass
        else:
            help = _QUOTED_DEFAULT if one.startswith("default") else FORMATS_HELP
            raise ValueMistake(SYNTAX, f"`| {one}` is no format", begin, end, help)
    return Expression(path, format, default, begin, end)


def named(text: str, begin: int, end: int) -> str:
    """Return the path of the expression that is `text[begin:end]`, as it is written there."""
    return _parts(text[begin:end])[0]


def _parts(text: str) -> list[str]:
    """Return what stands between bars, those in quotes left out."""
    parts, last = [], 0
    for bar in _BAR.finditer(text):
        if bar[0] == "|":
            parts.append(text[last : bar.start()].strip())
            last = bar.end()
    return [*parts, text[last:].strip()]


def _path(text: str, begin: int, end: int) -> tuple[str, ...]:
    if not text:
        raise ValueMistake(SYNTAX, "`{{ }}` names no variable", begin, end, "name one, or write `\\{{` for the signs")
    names, place = [], 0
    while place < len(text):
        step = _STEP.match(text, place)
        name = step and (step["double"] or step["single"] or (step["bare"] or "").strip())
        if not step or not name or (step["end"] and step.end() == len(text)):
            help = "part names by points, as in `deaths.2022`; put quotes around one that holds other signs"
            raise ValueMistake(SYNTAX, f"`{text}` is no path of names", begin, end, help)
        names.append(name)
        place = step.end()
    return tuple(names)
