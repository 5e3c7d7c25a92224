"""How cells show their numbers: the decimals, groups and signs of their formats, where these are plain.

Source: ECMA-376 part 1, 18.8.31. Formats that divide, count in powers or fractions, or choose by conditions are not
taken over: a number is shown as it is then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from decimal import ROUND_HALF_UP, Decimal, localcontext
from itertools import takewhile
from typing import NamedTuple
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

_BUILT_IN_MONEY = {5, 6, 7, 8, 42, 44}

_DIGITS = pattern(r"(?P<whole>[#0?,]*[#0?])?(?:\.(?P<rest>[#0?]*))?")
_CURRENCY = pattern(r"\$(?P<sign>[^\-]*)(?:-.*)?", re.DOTALL)
_CHOOSING = pattern(r"[<>=]|[hms]+", re.IGNORECASE)
"""What is in brackets, but for currencies and colours: conditions, and elapsed time."""

_CONDITIONS = ("<", ">", "=")

_NOT_PLAIN = frozenset("eE/@,ymdhsqwYMDHSQW")
"""What makes a code one of powers, fractions, texts or dates, or divides."""

_SIGNS = " +-−–()"
"""What tells numbers above and below zero apart, and is none of the words around them."""

_MOST_DIGITS = 30
"""Decimals that a spreadsheet shows at most."""

_PRECISION = 200
"""Digits: more than any number of a cell has before and behind its sign."""

_LONGEST = 255
"""Characters of a code that a spreadsheet takes."""


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """How a cell shows numbers; without `decimals` it shows all that they have, else so many at most.

    It shows `least` decimals at least, without these all. A text may stand `instead` of the number, or nothing.
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
    least: int | None = None
    instead: str | None = None

    def decimals_of(self, value: Decimal) -> int | None:
        """Return with how many decimals a number is shown: of `0.##`, 1.50 is 1.5."""
        if self.decimals is None or self.least is None:
            return self.decimals
        with localcontext(prec=_PRECISION):
            rounded = value.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)
        return max(self.least, len(f"{rounded:f}".partition(".")[2].rstrip("0")))

    @property
    def is_plain(self) -> bool:
        """Whether it tells how a number is shown."""
        return self.digits > 0


AS_IT_IS = NumberFormat(digits=0)


class NotPlain(Exception):
    """A code is none of a plain number."""


def number_format(format_id: int, code: str | None) -> NumberFormat | None:
    """Return how cells show numbers, by the number of their format and its code; None where it is not plain."""
    found = sections_of(format_id, code)
    if not found:
        return None
    above, below = [*found, []][:2]
    try:
        before, digits, behind = _parts(above)
    except NotPlain:
        return None
    has_plus = before.startswith("+")
    if {"-", "−"} & {*before}:
        return None
    before, behind = _of_both((before.removeprefix("+").lstrip() if has_plus else before, behind), below)
    is_bracketed = _is_between_brackets(below)
    shown = NumberFormat(None, False, before, behind, is_bracketed, has_plus)
    if not digits:
        return shown
    match = _DIGITS.fullmatch(digits)
    rest = (match["rest"] or "") if match else ""
    if not match or len(rest) > _MOST_DIGITS:
        return None
    whole = match["whole"] or ""
    least = None if set(rest) <= {"0"} else len(rest.rstrip("#?"))
    if digits.endswith("."):  # Swiss amounts, as in `5.-`: the point is there without decimals
        shown = replace(shown, behind=f".{behind}")
    return replace(shown, decimals=len(rest), has_groups="," in whole, digits=max(1, whole.count("0")), least=least)


def is_of_readers_currency(format_id: int, code: str | None) -> bool:
    """Tell whether a format shows the currency of whoever reads: by its number, without a code that says which."""
    return code is None and format_id in _BUILT_IN_MONEY


class Formats(NamedTuple):
    """How a cell shows numbers above zero, below zero and zero itself."""

    above: NumberFormat | None
    below: NumberFormat | None
    zero: NumberFormat | None

    def of(self, value: str) -> NumberFormat | None:
        """Return how a number is shown, as it stands in a file."""
        if self.above is self.below is self.zero:
            return self.above
        with suppress(ValueError):
            number = float(value)
            return self.above if number > 0 else self.below if number < 0 else self.zero
        return self.above


def number_formats(format_id: int, code: str | None) -> Formats:
    """Return how cells show numbers as `number_format` does, and where they show words in place of them, or nothing."""
    shown, found = number_format(format_id, code), sections_of(format_id, code)
    if not found:
        return Formats(shown, shown, shown)
    if any(one.kind is Kind.BRACKETS and one.text[:1] in _CONDITIONS for tokens in found for one in tokens):
        return Formats(shown, shown, shown)
    words = [_words(one, is_zero=number == 2) for number, one in enumerate(found[:3])]
    plain = NumberFormat() if shown is None and words[0] is not None else shown
    above = _in_place(plain, words[0])
    below = _in_place(plain, words[1]) if len(words) > 1 else plain
    if len(words) > 2:
        return Formats(above, below, _in_place(plain, words[2]))
    is_empty = _words(found[0], is_zero=True) == ""
    return Formats(above, below, _in_place(plain, "") if is_empty else above)


def _in_place(shown: NumberFormat | None, words: str | None) -> NumberFormat | None:
    return shown if words is None else replace(shown or AS_IT_IS, instead=words)


def sections_of(format_id: int, code: str | None) -> list[list[Token]]:
    """Return the sections of a format, by its number or code; none of one that nobody knows, or that is too long."""
    code = _BUILT_IN.get(format_id, "" if format_id else "General") if code is None else code
    return sections(code) if code and len(code) <= _LONGEST else []


def _words(tokens: Iterable[Token], is_zero: bool) -> str | None:
    """Return what a section shows if it shows no number, None where it does.

    Places that only digits take, `#` and `?`, show none of zero.
    """
    words = ""
    for token in tokens:
        if token.kind is Kind.GENERAL or (token.kind is Kind.DIGITS and not (is_zero and _is_blank(token.text))):
            return None
        try:
            words += shown_of(token)
        except NotPlain:
            return None
    return re.sub(" +", " ", "".join(filter(is_seen, words))).strip()


def _is_blank(digits: str) -> bool:
    return not {"0", "."} & {*digits}


class Parted(NamedTuple):
    """Places for single digits, with words between and around them: of a number that is a name, as that of a telephone.

    `0` is shown where no digit is left for it, `#` is not.
    """

    tokens: tuple[Token, ...]

    def filled(self, value: str) -> str | None:
        """Return a number's text as it stands in a file; None of one that is not whole, or below zero."""
        if not (value.isascii() and value.isdigit()):
            return None
        left, shown = value.lstrip("0"), list[str]()
        first = next(token for token in self.tokens if token.kind is Kind.DIGITS)
        for token in reversed(self.tokens):
            if token.kind is not Kind.DIGITS:
                shown.append(shown_of(token))
                continue
            for place in reversed(token.text):
                shown.append(left[-1:] or ("0" if place == "0" else ""))
                left = left[:-1]
            if token is first:
                shown.append(left)
        return " ".join("".join(filter(is_seen, "".join(reversed(shown)))).split())


def parted(format_id: int, code: str | None) -> Parted | None:
    """Return the places of a code that begins with a zero and parts digits by words; None of any other.

    What parts them as the decimal sign or as thousands does makes a number of them.
    """
    found = sections_of(format_id, code)
    if len(found) != 1 or _words([one for one in found[0] if one.kind is not Kind.DIGITS], is_zero=False) is None:
        return None
    places = [number for number, one in enumerate(found[0]) if one.kind is Kind.DIGITS]
    groups = [found[0][number].text for number in places]
    if len(groups) < 2 or not groups[0].startswith("0") or any({*one} - {*"0#"} for one in groups):
        return None
    between = "".join(one.text if one.kind is not Kind.SPACE else " " for one in found[0][places[0] : places[-1]])
    are_thousands = not between.strip("0# ") and all(len(one) == 3 for one in groups[1:])
    return None if are_thousands or {"%", ".", ","} & {*between} else Parted(tuple(found[0]))


def _is_between_brackets(tokens: list[Token]) -> bool:
    """Tell whether a section shows its number between brackets, however these are written: `(0)` or `\\(0\\)`."""
    around = ["", ""]
    has_digits = False
    for token in tokens:
        if token.kind in (Kind.CODE, Kind.WORDS):
            around[has_digits] += token.text
        has_digits |= token.kind in (Kind.DIGITS, Kind.GENERAL)
    return (
        [sign for one in around for sign in one if sign in "()"] == ["(", ")"] and "(" in around[0] and ")" in around[1]
    )


def _of_both(around: tuple[str, str], below: list[Token]) -> tuple[str, str]:
    """Return what stands before and behind numbers above zero, as far as those below zero have the same.

    Of `0" t";0" t (neg)"`, that is ` t`. Of `▲0;▼0`, neither arrow is taken over: that of the others would say the
    opposite.
    """
    try:
        before, _, behind = _parts(below)
    except NotPlain:  # words alone, such as `none`, or nothing: the number is shown
        return around
    first, last = around
    if first.strip(_SIGNS) != before.strip(_SIGNS):
        first = " ".join(_shared(first.split(" ")[::-1], before.split(" ")[::-1])[::-1])
    if last.strip(_SIGNS) != behind.strip(_SIGNS):
        last = " ".join(_shared(last.split(" "), behind.split(" ")))
    return first, last


def _shared(words: list[str], others: list[str]) -> list[str]:
    """Return the words with which both begin."""
    return [one for one, _ in takewhile(lambda pair: pair[0] == pair[1], zip(words, others, strict=False))]


def _parts(tokens: Iterable[Token]) -> tuple[str, str, str]:
    """Return what a section shows before a number, its code of digits and what it shows behind.

    The code of digits is empty for a number as it is. Raises NotPlain.
    """
    around, digits = ["", ""], None
    for token in tokens:
        if token.kind not in (Kind.DIGITS, Kind.GENERAL):
            around[digits is not None] += shown_of(token)
        elif digits is None:
            digits = token.text if token.kind is Kind.DIGITS else ""
        else:
            raise NotPlain  # words among the digits, as in telephone numbers
    if digits is None:
        raise NotPlain
    before, behind = (re.sub(" +", " ", "".join(filter(is_seen, one))) for one in around)
    return before.lstrip(), digits, behind.rstrip()


def is_seen(character: str) -> bool:
    """Tell whether a character shows something, if only a space: signs of direction and of control do not."""
    return category(character) not in ("Cc", "Cf", "Cs", "Cn")


def shown_of(token: Token) -> str:
    """Return what a token shows. A percent sign is none: its numbers are shares. Raises NotPlain."""
    match token.kind:
        case Kind.CODE:
            if token.text in _NOT_PLAIN:
                raise NotPlain
            return token.text.replace("%", "")
        case Kind.BRACKETS:
            if currency := _CURRENCY.fullmatch(token.text):
                return currency["sign"]
            if _CHOOSING.match(token.text):
                raise NotPlain
            return ""
        case Kind.SPACE:
            return " "
        case Kind.WORDS:
            return token.text
        case Kind.FILL | Kind.GENERAL | Kind.DIGITS:
            return ""
