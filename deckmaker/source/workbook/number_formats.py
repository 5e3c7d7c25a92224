"""How cells show their numbers: the decimals, groups and signs of their formats, where these are plain.

Source: ECMA-376 part 1, 18.8.31. Formats that divide, count in powers or fractions, or choose by conditions are not
taken over: a number is shown as it is then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import category

from deckmaker.dataclasses import dataclass, replace
from deckmaker.patterns import pattern
from deckmaker.source.workbook.format_codes import Kind, Token, sections

_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    **dict.fromkeys((5, 6, 41, 42), "#,##0"),
    **dict.fromkeys((7, 8, 43, 44), "#,##0.00"),
    9: "0%",
    10: "0.00%",
    **dict.fromkeys((37, 38), "#,##0 ;(#,##0)"),
    **dict.fromkeys((39, 40), "#,##0.00;(#,##0.00)"),
}
"""Formats without a code in the file (18.8.30). Some have the currency of whoever reads, which nobody can know."""

_DIGITS = pattern(r"(?P<whole>[#0?,]*[#0?])?(?:\.(?P<rest>[#0?]*))?")
_CURRENCY = pattern(r"\$(?P<sign>[^\-]*)(?:-.*)?", re.DOTALL)
_CHOOSING = pattern(r"[<>=]|[hms]+", re.IGNORECASE)
"""What is in brackets, but for currencies and colours: conditions, and elapsed time."""

_NOT_PLAIN = frozenset("eE/@,ymdhsYMDHS")
"""What makes a code one of powers, fractions, texts or dates, or divides."""

_SIGNS = " +-−–()"
"""What tells numbers above and below zero apart, and is none of the words around them."""

_MOST_DIGITS = 30
"""Decimals that a spreadsheet shows at most."""

_LONGEST = 255
"""Characters of a code that a spreadsheet takes."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a cell shows numbers; without `decimals` it shows all that they have.

    `before` and `behind` are what stands around a number, with its spaces. It has `digits` before its decimal sign at
    least. One below zero may be between brackets, one above zero may have a plus.

    Of a format that is not plain, AS_IT_IS tells of its cell only that it holds a number and no text.
    """

    decimals: int | None = None
    has_groups: bool = False
    before: str = ""
    behind: str = ""
    is_bracketed: bool = False
    has_plus: bool = False
    digits: int = 1

    @property
    def is_plain(self) -> bool:
        """Whether it tells how a number is shown."""
        return self.digits > 0


AS_IT_IS = NumberFormat(digits=0)


class _NotPlain(Exception):
    """A code is none of a plain number."""


def number_format(format_id: int, code: str | None) -> NumberFormat | None:
    """Return how cells show numbers, by the number of their format and its code; None where it is not plain."""
    code = _BUILT_IN.get(format_id, "" if format_id else "General") if code is None else code
    if not code or len(code) > _LONGEST:
        return None
    above, below = [*sections(code), []][:2]
    try:
        before, digits, behind = _parts(above)
    except _NotPlain:
        return None
    has_plus = before.startswith("+")
    if "-" in before:
        return None
    before, behind = _of_both((before.removeprefix("+").lstrip() if has_plus else before, behind), below)
    is_bracketed = {(Kind.CODE, "("), (Kind.CODE, ")")} <= {*below}
    shown = NumberFormat(None, False, before, behind, is_bracketed, has_plus)
    if not digits:
        return shown
    match = _DIGITS.fullmatch(digits)
    rest = (match["rest"] or "") if match else ""
    if not match or len(rest) > _MOST_DIGITS:
        return None
    whole = match["whole"] or ""
    decimals = len(rest) if set(rest) <= {"0"} else None
    if digits.endswith("."):  # Swiss amounts, as in `5.-`: the point is there without decimals
        shown = replace(shown, behind=f".{behind}")
    return replace(shown, decimals=decimals, has_groups="," in whole, digits=max(1, whole.count("0")))


def _of_both(around: tuple[str, str], below: list[Token]) -> tuple[str, str]:
    """Return what stands before and behind numbers above zero, where those below zero have the same.

    Of `▲0;▼0`, neither arrow is taken over: that of the others would say the opposite.
    """
    try:
        before, _, behind = _parts(below)
    except _NotPlain:  # words alone, such as `none`, or nothing: the number is shown
        return around
    first, last = (
        one if one.strip(_SIGNS) == other.strip(_SIGNS) else ""
        for one, other in zip(around, (before, behind), strict=True)
    )
    return first, last


def _parts(tokens: Iterable[Token]) -> tuple[str, str, str]:
    """Return what a section shows before a number, its code of digits and what it shows behind.

    The code of digits is empty for a number as it is. Raises _NotPlain.
    """
    around, digits = ["", ""], None
    for token in tokens:
        if token.kind not in (Kind.DIGITS, Kind.GENERAL):
            around[digits is not None] += _shown(token)
        elif digits is None:
            digits = token.text if token.kind is Kind.DIGITS else ""
        else:
            raise _NotPlain  # words among the digits, as in telephone numbers
    if digits is None:
        raise _NotPlain
    before, behind = (re.sub(" +", " ", "".join(filter(_is_seen, one))) for one in around)
    return before.lstrip(), digits, behind.rstrip()


def _is_seen(character: str) -> bool:
    """Tell whether a character shows something, if only a space: signs of direction and of control do not."""
    return category(character) not in ("Cc", "Cf", "Cs", "Cn")


def _shown(token: Token) -> str:
    """Return what a token shows. A percent sign is none: its numbers are shares. Raises _NotPlain."""
    match token.kind:
        case Kind.CODE:
            if token.text in _NOT_PLAIN:
                raise _NotPlain
            return token.text.replace("%", "")
        case Kind.BRACKETS:
            if currency := _CURRENCY.fullmatch(token.text):
                return currency["sign"]
            if _CHOOSING.match(token.text):
                raise _NotPlain
            return ""
        case Kind.SPACE:
            return " "
        case Kind.WORDS:
            return token.text
        case Kind.FILL | Kind.GENERAL | Kind.DIGITS:
            return ""
