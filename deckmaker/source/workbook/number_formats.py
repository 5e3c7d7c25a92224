"""How cells show their numbers: the decimals, groups and signs of their formats, where these are plain.

Source: ECMA-376 part 1, 18.8.31. Formats that divide, count in powers or fractions, or choose by conditions are not
taken over: a number is shown as it is then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from deckmaker.dataclasses import dataclass, replace

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

_TOKEN = re.compile(
    r'"(?P<words>[^"]*)"?|\\(?P<one>.)|(?P<space>_.)|\*.|\[(?P<inside>[^\]]*)\]?|(?P<general>general)'
    r"|(?P<digits>[#0?][#0?,.]*|\.[#0?]+)|(?P<code>.)",
    re.IGNORECASE | re.DOTALL,
)
_DIGITS = re.compile(r"(?P<whole>[#0?,]*[#0?])?(?:\.(?P<rest>[#0?]*))?")
_CURRENCY = re.compile(r"\$(?P<sign>[^\-]*)(?:-.*)?", re.DOTALL)
_CHOOSING = re.compile(r"[<>=]|[hms]+", re.IGNORECASE)
"""What is in brackets, but for currencies and colours: conditions, and elapsed time."""

_NOT_PLAIN = frozenset("eE/@,ymdhsYMDHS")
"""What makes a code one of powers, fractions, texts or dates, or divides."""

_MOST_DIGITS = 30
"""Decimals that a spreadsheet shows at most."""

_LONGEST = 255
"""Characters of a code that a spreadsheet takes."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a cell shows numbers; without `decimals` it shows all that they have.

    `before` and `behind` are what stands around a number, with its spaces. It has `digits` before its decimal sign at
    least. One below zero may be between brackets, one above zero may have a plus.
    """

    decimals: int | None = None
    has_groups: bool = False
    before: str = ""
    behind: str = ""
    is_bracketed: bool = False
    has_plus: bool = False
    digits: int = 1


class _NotPlain(Exception):
    """A code is none of a plain number."""


def number_format(format_id: int, code: str | None) -> NumberFormat | None:
    """Return how cells show numbers, by the number of their format and its code; None where it is not plain."""
    code = _BUILT_IN.get(format_id, "" if format_id else "General") if code is None else code
    if not code or len(code) > _LONGEST:
        return None
    above, below = [*_sections(code), []][:2]
    try:
        before, digits, behind = _parts(above)
    except _NotPlain:
        return None
    has_plus = before == "+"
    if "-" in before:
        return None
    is_bracketed = {"(", ")"} <= {one["code"] for one in below}
    shown = NumberFormat(None, False, "" if has_plus else before, behind, is_bracketed, has_plus)
    if not digits:
        return shown
    match = _DIGITS.fullmatch(digits)
    rest = (match["rest"] or "") if match else ""
    if not match or len(rest) > _MOST_DIGITS:
        return None
    whole = match["whole"] or ""
    decimals = len(rest) if set(rest) <= {"0"} else None
    return replace(shown, decimals=decimals, has_groups="," in whole, digits=max(1, whole.count("0")))


def _sections(code: str) -> list[list[re.Match[str]]]:
    """Return the tokens of each section: that of numbers, of those below zero, of zeros and of texts."""
    sections: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token["code"] == ";":
            sections.append([])
        else:
            sections[-1].append(token)
    return sections


def _parts(tokens: Iterable[re.Match[str]]) -> tuple[str, str, str]:
    """Return what a section shows before a number, its code of digits and what it shows behind.

    The code of digits is empty for a number as it is. Raises _NotPlain.
    """
    around, digits = ["", ""], None
    for token in tokens:
        code = token["digits"] or ("" if token["general"] else None)
        if code is None:
            around[digits is not None] += _shown(token)
        elif digits is None:
            digits = code
        else:
            raise _NotPlain  # words among the digits, as in telephone numbers
    if digits is None:
        raise _NotPlain
    before, behind = (re.sub(" +", " ", one) for one in around)
    return before.lstrip(), digits, behind.rstrip()


def _shown(token: re.Match[str]) -> str:
    """Return what a token shows. A percent sign is none: its numbers are shares. Raises _NotPlain."""
    if (code := token["code"]) is not None:
        if code in _NOT_PLAIN:
            raise _NotPlain
        return code.replace("%", "")
    if (inside := token["inside"]) is not None:
        if currency := _CURRENCY.fullmatch(inside):
            return currency["sign"]
        if _CHOOSING.match(inside):
            raise _NotPlain
        return ""
    if token["space"]:
        return " "
    return token["words"] or token["one"] or ""
