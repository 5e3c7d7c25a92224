"""Numbers of charts in the language of the deck, and the format codes by which spreadsheets write them alike."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from deckmaker.localization.numerals import MINUS, numeral, numerals_for
from deckmaker.model.chart import NumberStyle

DIGITS = 15
"""Significant digits that a float always has, and that workbooks keep: more would write 0.1 + 0.2 as
0.30000000000000004."""

_UNTOLD = 2
"""Decimals of numbers in millions where nothing says how many: no code keeps those that they have."""

_LARGEST, _SMALLEST = 21, -20
"""Powers of ten from which on, and below which, nobody counts the zeros of a number."""

MOST_DECIMALS = 2 - _SMALLEST
"""Digits behind the decimal sign of three figures of the smallest number that is written out."""

CURRENCY_SIGNS = "$€£¥₹₩₽₺₫฿₴₦₱₪₡₲₵₸₼₾"

_MOST_KNOWN = 4_096
"""Numbers whose words are kept: an axis, labels, a table and an alternative text say the same ones."""


@lru_cache(maxsize=_MOST_KNOWN)
def format_number(value: float, style: NumberStyle) -> str:
    """Return a finite number as it is shown, such as `1,234.5 kWh`; without `decimals` it keeps those it has.

    What has more zeros than anybody counts is written with a power of ten, as spreadsheets do: `1.5E+308`.
    """
    exact = Decimal(f"{value:.{DIGITS}g}")
    is_share = style.percent or style.unit == "%"
    if style.power:
        exact = exact.scaleb(-style.power).normalize()  # 2,500,000 is 2.5, and not 2.500000
    exact = exact.scaleb(-2) if is_share and not style.percent else exact
    exact = _with_most_decimals(exact, style, is_share)
    decimals = None if style.decimals is not None and style.decimals > MOST_DECIMALS else style.decimals
    power = _power(exact.scaleb(2) if is_share else exact, decimals)
    return numeral(
        exact.scaleb(-power),
        numerals_for(style.language),
        None if power else decimals,
        style.thousands,
        is_share,
        None if is_share else style.unit,
        currency=(_before(style.prefix), ""),
        power=power,
    ).text


def _with_most_decimals(exact: Decimal, style: NumberStyle, is_share: bool) -> Decimal:
    """Return a number without the decimals that nobody wants to see, where its style says how many these are."""
    exponent = exact.as_tuple().exponent
    if style.decimals is not None or style.most_decimals is None or not isinstance(exponent, int):
        return exact
    least = -style.most_decimals - 2 * is_share
    return exact if exponent >= least else exact.quantize(Decimal(1).scaleb(least), ROUND_HALF_UP).normalize()


def _power(exact: Decimal, decimals: int | None) -> int:
    """Return the power of ten that a number is written with, 0 for none; one that rounds to zero needs none."""
    power = exact.adjusted()
    if not exact or not (power >= _LARGEST or (power < _SMALLEST and decimals is None)):
        return 0
    return power


def format_code(style: NumberStyle) -> str:
    """Return the format code (ECMA-376 part 1, 18.8.31) of numbers of a style.

    A program shows it with the decimal sign and the groups of its own language. Without `decimals`, numbers keep those
    they have, and thousands are not parted.
    """
    decimals = _UNTOLD if style.power and style.decimals is None else style.decimals
    if decimals is None:
        body = "General"
    else:
        body = ("#,##0" if style.thousands else "0") + ("." + "0" * decimals if decimals else "")
        body += "," * (style.power // 3)  # each divides by a thousand
    before, behind = _around(style)
    shown = f"{before}{body}{behind}"
    return "General" if shown == "General" else f'{shown};"{MINUS}"{shown}'


def unit_parts(unit: str, language: str) -> tuple[str, str]:
    """Return what of a unit stands before a number and what behind it: a dollar in English texts stands before it."""
    is_money = unit[:1] in CURRENCY_SIGNS and numerals_for(language).money.startswith("¤") if unit else False
    if not is_money:
        return "", unit
    space = "\u00a0" if "\u00a0" in numerals_for(language).money else ""
    return unit[0] + space, unit[1:].strip()


def _before(prefix: str) -> str:
    """Return what stands before a number; a word has a space behind it, a sign has none."""
    return f"{prefix} " if prefix[-1:].isalpha() else prefix


def _around(style: NumberStyle) -> tuple[str, str]:
    """Return the codes of what stands before a number and behind it."""
    signs, prefix = numerals_for(style.language), _before(style.prefix).replace(" ", "\u00a0")
    if style.percent:  # a sign outside of quotes multiplies by a hundred
        before, behind = ("%".join(map(_quoted, part.split("%"))) for part in signs.percent.split("{}"))
        return _quoted(prefix) + before, behind
    unit = style.unit
    one = numeral(Decimal(1), signs, unit=unit).text
    before, behind = signs.percent.split("{}") if unit == "%" else ("", one.removeprefix("1"))
    return _quoted(prefix + before), _quoted(behind)


def _quoted(words: str) -> str:
    """Return words as a format code has them: no quote may stand within quotes."""
    return "".join(f'"{part}"' if part else "" for part in words.split('"')[:1]) + "".join(
        f'\\""{part}"' if part else '\\"' for part in words.split('"')[1:]
    )
