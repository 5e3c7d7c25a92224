"""Whether two sources say the same of whose a work is, however they spell it.

Case, spaces, signs, Unicode's forms and the order of words count for nothing, in notices neither do years.
"""

from __future__ import annotations

import unicodedata

from deckmaker.credits.licenses import license_name
from deckmaker.credits.terms import Terms, choices
from deckmaker.patterns import pattern

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = pattern(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+")
"""Chinese, Japanese and Korean put no spaces between words: each sign is one."""

_OF_EVERY_NOTICE = pattern(
    "c|copyright|by|all|rights|reserved|alle|rechte|vorbehalten|tous|droits|réservés|todos|los|derechos|reservados"
    r"|(?:19|20)\d\d"
)
"""Words that name no owner, and years."""


def same_name(one: str, other: str) -> bool:
    """Tell whether all words of one text are in the other: `A. Lind` is in `Photo: Lind, A. / Harbour Press`."""
    return _within(_words(one), _words(other))


def same_notice(one: str, other: str) -> bool:
    """Tell whether two copyright notices name the same owner, or one of them none."""
    first, second = (_owner(text) for text in (one, other))
    return not first or not second or _within(first, second)


def names_owner(notice: str) -> bool:
    """Tell whether a copyright notice says whose the right is, not only that there is one."""
    return bool(_owner(notice))


def same_license(one: str, other: str) -> bool:
    """Tell whether two ids, addresses, names or expressions mean a licence in common."""
    if _words(license_name(one)) == _words(license_name(other)):
        return True
    return any(_alike(first, second) for first in choices(one) for second in choices(other))


def _words(text: str) -> frozenset[str]:
    folded = unicodedata.normalize("NFKC", text).casefold()
    return frozenset(_WORD.findall(unicodedata.normalize("NFKC", folded)))


def _owner(notice: str) -> frozenset[str]:
    return frozenset(word for word in _words(notice) if not _OF_EVERY_NOTICE.fullmatch(word))


def _within(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether one holds all of the other; nothing is in nothing alone."""
    return (one <= other or other <= one) and bool(one) == bool(other)


def _alike(one: Terms, other: Terms) -> bool:
    if one.public_domain and other.public_domain:
        return True
    versions = (one.version, other.version)
    return bool(one.family) and one.family == other.family and ((0, 0) in versions or versions[0] == versions[1])
