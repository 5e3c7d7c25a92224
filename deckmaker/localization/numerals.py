"""How numbers are written in each language, by BCP 47 tag in small letters.

Source: Unicode CLDR 45, numbers: the symbols `decimal`, `group` and the patterns of decimals and percents, and
`minimumGroupingDigits`. The minus is U+2212 in all of them, as in the patterns of Swedish and Norwegian, and as
typography has it elsewhere. Spaces are no-break spaces (U+00A0) or narrow ones (U+202F), as CLDR has them.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import NamedTuple

from deckmaker.dataclasses import dataclass, replace
from deckmaker.localization.exact import shifted
from deckmaker.localization.lookup import looked_up

_NO_BREAK, _NARROW = "\u00a0", "\u202f"
MINUS = "−"
BEFORE, SPACED, BEHIND = "¤{}", f"¤{_NO_BREAK}{{}}", f"{{}}{_NO_BREAK}¤"
_PRECISION = 200
"""Digits: more than any number that is read has, which are 60, to the 99th power of ten, with 20 behind the sign."""

_CLOSE = ("°", "′", "″", "'", '"', "%", "‰")
"""Units that stand at their number without a space (SI Brochure, 5.4.3): of angles. `°C` is none of them."""


@dataclass(frozen=True, slots=True)
class Numerals:
    """A language's signs. `percent` is a pattern; `least` digits stand before the first group for it to be parted.

    `money` is how a currency's sign stands: before the number, behind it, or before it with a space between them.
    """

    decimal: str = "."
    group: str = ","
    percent: str = "{}%"
    least: int = 1
    is_indian: bool = False
    money: str = BEFORE

    @property
    def usual(self) -> str:
        """The name that a deck gives the decimal sign."""
        return "comma" if self.decimal == "," else "point"


_POINT = Numerals()
_COMMA = Numerals(",", ".", money=BEHIND)
_GERMAN = Numerals(",", ".", f"{{}}{_NO_BREAK}%", money=BEHIND)
_SPACED = Numerals(",", _NO_BREAK, f"{{}}{_NO_BREAK}%", money=BEHIND)
_SWISS = Numerals(".", "’", money=SPACED)
_FRENCH = Numerals(",", _NARROW, f"{{}}{_NARROW}%", money=BEHIND)
_SPANISH = replace(_GERMAN, least=2)
_AMERICAN_SPANISH = Numerals(percent=f"{{}}{_NO_BREAK}%")

NUMERALS = {
    "en": _POINT,
    "en-ch": _SWISS,
    "en-in": replace(_POINT, is_indian=True),
    "de": _GERMAN,
    "de-at": replace(_GERMAN, group=_NO_BREAK, money=SPACED),
    "de-ch": _SWISS,
    "de-li": _SWISS,
    "fr": _FRENCH,
    "fr-ca": _SPACED,
    "fr-ch": replace(_FRENCH, percent="{}%"),
    "es": _SPANISH,
    **{f"es-{region}": _AMERICAN_SPANISH for region in ("419", "do", "gt", "hn", "ni", "pa", "pe", "pr", "sv", "us")},
    "es-mx": _POINT,
    "zh": _POINT,
    "it": _COMMA,
    "it-ch": _SWISS,
    "nl": replace(_COMMA, money=SPACED),
    "pt": replace(_COMMA, money=SPACED),
    "pt-pt": Numerals(",", _NO_BREAK, least=2, money=BEHIND),
    "da": _GERMAN,
    "sv": _SPACED,
    "nb": _SPACED,
    "nn": _SPACED,
    "no": _SPACED,
    "fi": _SPACED,
    "cs": _SPACED,
    "sk": _SPACED,
    "ru": _SPACED,
    "uk": Numerals(",", _NO_BREAK, money=BEHIND),
    "hu": Numerals(",", _NO_BREAK, money=BEHIND),
    "pl": Numerals(",", _NO_BREAK, least=2, money=BEHIND),
    "el": _COMMA,
    "tr": Numerals(",", ".", "%{}"),
    "he": replace(_POINT, money=BEHIND),
    "ar": replace(_POINT, money=BEHIND),
    "ja": _POINT,
    "ko": _POINT,
}


def numerals_for(language: str) -> Numerals:
    """Return the signs for a BCP 47 tag."""
    return looked_up(NUMERALS, language)


class Numeral(NamedTuple):
    """A number as it is shown; `decimal_suffix` counts the characters behind its integer part."""

    text: str
    decimal_suffix: int


def numeral(
    value: Decimal,
    signs: Numerals,
    decimals: int | None = None,
    thousands: bool = True,
    is_percent: bool = False,
    unit: str | None = None,
    has_plus: bool = False,
    currency: tuple[str, str] = ("", ""),
    is_bracketed: bool = False,
    power: int = 0,
    digits: int = 1,
) -> Numeral:
    """Return a number in words of figures.

    It is rounded half away from zero to that many `decimals`, as readers do it; without them it keeps those it has. A
    percent is a hundredth. A unit, and a percent sign, are never parted from their number by the end of a line; nor is
    a `currency`, before or behind it. One below zero is between brackets in place of a minus if it `is_bracketed`. A
    `power` of ten that it is to be multiplied by stands behind its digits. So many `digits` stand before its decimal
    sign at least: of three, 7 is 007.
    """
    with localcontext(prec=_PRECISION):
        shown = shifted(value, 2) if is_percent else value
        exponent = shown.as_tuple().exponent
        assert isinstance(exponent, int)
        places = max(0, -exponent) if decimals is None else decimals
        shown = shown.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, rest = f"{shown.copy_abs():f}".partition(".")
    whole = whole.zfill(digits)
    sign = MINUS if shown < 0 else "+" if has_plus and shown > 0 else ""
    body = _grouped(whole, signs) if thousands else whole
    end = signs.decimal + rest if rest else ""
    if power:
        end += f"E{MINUS if power < 0 else '+'}{abs(power)}"
    before, behind = signs.percent.split("{}") if is_percent else ("", "")
    if unit:
        behind += unit if unit.startswith(_CLOSE) and unit[:2] not in ("°C", "°F") else _NO_BREAK + _held(unit)
    before, behind = _held(currency[0]) + before, behind + _held(currency[1])
    if is_bracketed and sign == MINUS:
        sign, behind = "(", f"{behind})"
    return Numeral(f"{sign}{before}{body}{end}{behind}", len(end) + len(behind))


def _held(unit: str) -> str:
    """Return a unit of several words as one that no line parts."""
    return unit.replace(" ", _NO_BREAK)


def _grouped(whole: str, signs: Numerals) -> str:
    if len(whole) < 3 + signs.least:
        return whole
    groups = [whole[-3:]]
    size = 2 if signs.is_indian else 3
    rest = whole[:-3]
    while rest:
        groups.insert(0, rest[-size:])
        rest = rest[:-size]
    return signs.group.join(groups)
