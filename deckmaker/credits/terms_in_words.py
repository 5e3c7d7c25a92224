"""Terms as people write them in words, in English, German, French, Spanish, Hebrew, Arabic
and Chinese."""

from __future__ import annotations

import re

from deckmaker.patterns import pattern


def _words(*patterns: str) -> re.Pattern[str]:
    return pattern("|".join(patterns), re.IGNORECASE)


_NOT_COMMERCIAL = _words(
    r"\b(?:not?|non)(?: for)?[- ]?commercial",
    r"nicht[- ]?kommerziell",
    r"\bkeine kommerzielle",
    r"pas d[’']utilisations? commerciale",
    r"\bnon commerciale",
    r"\bno[ -]?comercial",
    r"לא[- ־]מסחרי",
    r"غير (?:ال)?تجاري",
    r"非商业",
)
_COMMERCIAL = _words(r"commercial", r"kommerziell", r"comercial", r"מסחרי", r"تجاري", r"商业")
_EDITORIAL = _words(r"editorial", r"redaktionell", r"éditorial", r"编辑")
_NOT_EDITORIAL = _words(r"\b(?:not?|non)(?: for)?[- ]editorial", r"nicht[- ]redaktionell", r"non éditorial")
_PUBLIC_DOMAIN = _words(
    r"public domain", r"gemeinfrei", r"domaine public", r"dominio público", r"נחלת הכלל", r"ملك(?:ية)? عام", r"公有领域"
)

ELEMENTS = {
    "BY": _words(
        r"\battribution", r"namensnennung", r"reconocimiento", r"\batribución", r"ייחוס", r"نسب المصنف", r"署名"
    ),
    "NC": _NOT_COMMERCIAL,
    "ND": _words(
        r"no[- ]?deriv",
        r"keine[- ]bearbeitung",
        r"pas de modification",
        r"pas d[’'](?:œ|oe)uvre dérivée",
        r"sin[- ]?(?:obra[- ]?)?derivad",
        r"(?:ללא|איסור) יצירות נגזרות",
        r"منع الاشتقاق",
        r"禁止演绎",
    ),
    "SA": _words(
        r"share[- ]?alike",
        r"weitergabe unter gleichen bedingungen",
        r"partage dans les mêmes conditions",
        r"compartir[- ]?igual",
        r"שיתוף זהה",
        r"الترخيص بالمثل",
        r"相同方式共享",
    ),
}
"""Names of the elements of Creative Commons licences."""


def is_noncommercial(license: str) -> bool:
    """Tell whether a licence permits no commercial use; one that names commercial use beside it does."""
    return bool(_NOT_COMMERCIAL.search(license)) and not _COMMERCIAL.search(_NOT_COMMERCIAL.sub("", license))


def is_editorial(license: str) -> bool:
    """Tell whether a licence is for editorial use; one for commercial use, too, is not."""
    left = _NOT_COMMERCIAL.sub("", license)
    return bool(_EDITORIAL.search(_NOT_EDITORIAL.sub("", left))) and not _COMMERCIAL.search(left)


def is_public_domain(license: str) -> bool:
    """Tell whether it is no licence, but says that nobody owns the work."""
    return bool(_PUBLIC_DOMAIN.search(license))
