"""A pattern of names, `{{ region }}-{{ year }}` or `{region}-{year}`, and the name that it makes of a row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from deckmaker.dataclasses import dataclass
from deckmaker.patterns import pattern
from deckmaker.rows.file_names import fitted, flaw_of, is_unfit
from deckmaker.rows.scopes import Scopes
from deckmaker.values.evaluation import evaluated
from deckmaker.values.expression import Expression, parsed
from deckmaker.values.mistake import ValueMistake
from deckmaker.values.row import Row
from deckmaker.values.scope import column_of
from deckmaker.values.template import OPENS, Hole, pieces

UNUSABLE_NAME = "unusable-name"
"""The code of names that no file can have."""

_BRACED = pattern(r"\{(?P<inner>[^{}]*)\}|[{}]")
_ENDING = pattern(r"\.(?:pptx|pdf|html|md|png)$", re.IGNORECASE)
_QUOTED = 60
_BRACES = "write a column between braces, as in `{region}`, or `{{ region }}`; names hold no other braces"
_SHORTER = "choose columns with short texts, or shorten these"
_SIGNS = 'names hold none of \\ : * ? " < > | and no signs that show nothing'


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words and expressions, in order."""

    text: str
    parts: tuple[str | Expression, ...]

    def name(self, row: Row, scopes: Scopes) -> str:
        """Return the name of a row's files, without their endings; a slash stands behind each folder.

        Raises ValueMistake, its offsets being those in `text`.
        """
        scope, language = scopes.of(row)
        found: list[str] = []
        for part in self.parts:
            if isinstance(part, str):
                found.append(part)
                continue
            try:
                found.append(fitted(evaluated(part, scope, language)))
            except ValueMistake as mistake:
                mistake.column = column_of(part, scope)
                raise
        name = _trimmed("".join(found))
        if flaw := flaw_of(name):
            shown = f"{name[: _QUOTED - 1]}…" if len(name) > _QUOTED else name
            raise ValueMistake(UNUSABLE_NAME, f"the name `{shown}` {flaw}", 0, len(self.text), _help(flaw))
        return name


def read_pattern(text: str, columns: Sequence[str]) -> Pattern:
    """Return the pattern that a text is; what stands between single braces may be the name of a column as it is.

    Raises ValueMistake.
    """
    parts: list[str | Expression] = []
    begin = 0
    for piece in pieces(text):
        match piece:
            case ValueMistake():
                raise piece
            case Hole():
                parts.append(parsed(text, *piece.expression))
                begin = piece.end
            case str():
                if piece == OPENS:
                    raise ValueMistake(UNUSABLE_NAME, "names of files hold no `{{`", begin, len(text), _BRACES)
                parts += _words(text, begin, begin + len(piece), columns)
                begin += len(piece)
    if ending := _ENDING.search(text):
        help = f"leave `{ending[0]}` out: each format puts its own ending behind the name"
        raise ValueMistake(UNUSABLE_NAME, "names of files are written without their ending", *ending.span(), help)
    if not any(isinstance(part, Expression) for part in parts):
        help = "name a column in it, as in `{region}`"
        raise ValueMistake(UNUSABLE_NAME, "the names of all rows would be the same", 0, len(text), help)
    return Pattern(text, tuple(parts))


def pattern_of(written: str | None, stem: str, columns: Sequence[str]) -> Pattern:
    """Return the pattern that names rows as it is `written`, else the usual one. Raises ValueMistake."""
    return usual_pattern(stem, columns) if written is None else read_pattern(written, columns)


def usual_pattern(stem: str, columns: Sequence[str]) -> Pattern:
    """Return the pattern of rows that nobody names: the deck's stem, and the first column."""
    return Pattern("", (f"{fitted(stem)}-", Expression((columns[0],), None, None, 0, 0)))


def _words(text: str, begin: int, end: int, columns: Sequence[str]) -> Iterator[str | Expression]:
    """Yield the words of a stretch, and the columns between single braces. Raises ValueMistake."""
    last = begin
    for found in _BRACED.finditer(text, begin, end):
        yield _own(text, last, found.start())
        last = found.end()
        if found["inner"] is None:
            raise ValueMistake(UNUSABLE_NAME, f"`{found[0]}` stands alone", *found.span(), _BRACES)
        inner = found["inner"].strip()
        if inner in columns:
            yield Expression((inner,), None, None, *found.span())
        else:
            yield parsed(text, *found.span("inner"))
    yield _own(text, last, end)


def _own(text: str, begin: int, end: int) -> str:
    """Return an author's own words. Raises ValueMistake where they have a sign that names cannot have."""
    for place in range(begin, end):
        if text[place] != "/" and is_unfit(text[place]):
            sign = text[place] if text[place].isprintable() else f"U+{ord(text[place]):04X}"
            message = f"a name of files cannot have `{sign}`"
            raise ValueMistake(UNUSABLE_NAME, message, place, place + 1, _SIGNS)
    return text[begin:end]


def _trimmed(name: str) -> str:
    """Return a name without the spaces, and the points at their ends, that parts of it cannot have; what would be
    nothing else stays."""
    return "/".join(part.strip(" ").rstrip(" .") if part.strip(" .") else part for part in name.split("/"))


def _help(flaw: str) -> str:
    if flaw.startswith("has more than"):
        return _SHORTER
    return "begin with a word, as in `deck-{region}`; folders stand before a `/`, inside the folder of outputs"
