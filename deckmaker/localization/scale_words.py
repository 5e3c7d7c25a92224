"""Words for powers of ten behind numbers, by BCP 47 tag in small letters, and how a unit joins them."""

from __future__ import annotations

from deckmaker.localization.lookup import looked_up

_WORDS = {
    "en": {3: "thousand", 6: "million", 9: "billion"},
    "de": {3: "Tsd.", 6: "Mio.", 9: "Mrd."},
    "fr": {3: "milliers", 6: "millions", 9: "milliards"},
    "es": {3: "miles", 6: "millones", 9: "miles de millones"},
    "he": {3: "אלפי", 6: "מיליוני", 9: "מיליארדי"},
    "ar": {3: "ألف", 6: "مليون", 9: "مليار"},
    "zh": {3: "千", 6: "百万", 9: "十亿"},
    "zh-hant": {3: "千", 6: "百萬", 9: "十億"},
    "zh-tw": {3: "千", 6: "百萬", 9: "十億"},
}
_JOINED = {"en": "{} {}", "fr": "{} de {}", "es": "{} de {}", "zh": "{}{}"}
_ELIDED = "aeiouyhéèê€"
"""What a French unit begins with before which `de` loses its vowel: of `€`, one says euros."""


def scaled_unit(unit: str, power: int, language: str) -> str:
    """Return a unit with the word for a power of ten before it, such as `million kWh`; the word alone without one."""
    word = looked_up(_WORDS, language)[power]
    if not unit:
        return word
    joined = looked_up(_JOINED, language)
    if language.casefold().startswith("fr") and unit[0].casefold() in _ELIDED:
        joined = "{} d’{}"
    return joined.format(word, unit)
