"""What is called other: the series or the part that is left, which has no hue of its own in any chart."""

from __future__ import annotations

from deckmaker.localization.lookup import looked_up

OTHERS = {
    "en": {"other", "others", "the rest", "rest", "all others", "all other"},
    "de": {"andere", "anderes", "alle anderen", "sonstige", "sonstiges", "übrige", "übriges", "rest"},
    "fr": {"autre", "autres", "reste", "le reste", "divers"},
    "es": {"otro", "otros", "otra", "otras", "resto", "el resto", "los demás", "las demás"},
    "he": {"אחר", "אחרים", "אחרות", "שאר", "השאר", "יתר", "היתר"},
    "ar": {"أخرى", "آخر", "آخرون", "غير ذلك", "الباقي", "البقية"},
    "zh": {"其他", "其它", "其余", "其餘"},
}
"""What is left is called so, by language, in small letters."""


def is_other(name: str, language: str) -> bool:
    """Tell whether something is called what is left, in the language of the deck."""
    return name.strip().casefold() in looked_up(OTHERS, language)
