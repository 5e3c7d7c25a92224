"""Quarters as people type them: by a letter, a word or its abbreviation, with figures or Roman numerals."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from deckmaker.localization.date_words import DATE_WORDS
from deckmaker.localization.lookup import looked_up
from deckmaker.patterns import pattern
from deckmaker.resolve.charts.typed_months import bare, first_of, whole_year

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_NUMBER = "(?P<quarter>[1-4]|III?|IV|I)"
_NTH = f"{_NUMBER}(?:\\.?[ºª°]|\\.|-?[йи]|st|nd|rd|th|er|re|e|ème|eme)?"
_WORD = (
    "(?:quarter|quartal|vierteljahr|vj|trimestre|trim|tri|kwartaal|kwartał|kwartal|kw|kvartal|kvartál|kvt|kv|čtvrtletí"
    "|квартал|кв|nelj|n\\.év|negyedév|çeyrek)\\.?"
)
_YEAR = "(?P<year>[0-9]{4}|(?<![0-9])[0-9]{2})"
_WHOLE_YEAR = "(?P<year>[0-9]{4})"
_APART = "[ \\-/'’,]{0,2}"
_OF = "(?: (?:of|de|del) |[ \\-/'’]{0,2})"

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_IN_WORDS = pattern(r"(?P<ordinal>first|second|third|fourth) quarter(?: of|,)? (?P<year>[0-9]{4})", re.IGNORECASE)
_CHINESE = pattern(r"(?P<year>[0-9]{4})年第?(?P<quarter>[1-4])季度?")
_KOREAN = pattern(r"(?P<year>[0-9]{4})년 ?(?P<quarter>[1-4])분기")


def quarter_in(text: str, language: str) -> date | None:
    """Return the first day of the quarter that a text is, None where it is none."""
    text = bare(text)
    for form in _forms(language):
        if found := form.fullmatch(text):
            number = _ROMAN.get(found["quarter"].casefold()) or int(found["quarter"])
            return first_of(whole_year(found["year"]), 3 * number - 2)
    if words := _IN_WORDS.fullmatch(text):
        return first_of(int(words["year"]), 3 * _ORDINALS[words["ordinal"].casefold()] - 2)
    return None


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    """Return how quarters are written. A year has two digits only beside `Q`, a word, or the letter of the language.

    `1K` is a thousand, and no quarter.
    """
    own = looked_up(DATE_WORDS, language).quarters[0]
    own_letter = own if own.isalpha() and own != "I" else ""
    sources = []
    for letters, year in ((f"[Q{own_letter}]", _YEAR), ("[QT]", _WHOLE_YEAR)):
        sources += [
            f"{year}年?{_APART}{letters}(?P<quarter>[1-4])",
            f"{letters}(?P<quarter>[1-4]){_OF}{year}",
            f"(?P<quarter>[1-4])\\.? ?{letters}{_OF}{year}",
            f"{year} (?P<quarter>[1-4]){letters}",
        ]
    sources += [
        f"{_WHOLE_YEAR}{_APART}K(?P<quarter>[1-4])",
        f"K(?P<quarter>[1-4]){_OF}{_WHOLE_YEAR}",
        f"{_YEAR}{_APART}{_WORD} ?(?P<quarter>[1-4])",
        f"{_WORD} ?(?P<quarter>[1-4])\\.?{_OF}{_YEAR}",
        f"{_NTH} ?{_WORD}{_OF}{_YEAR}",
        f"{_WHOLE_YEAR}\\.?[ \\-]?{_NTH} ?{_WORD}",
    ]
    return (*(re.compile(form, re.IGNORECASE) for form in sources), _CHINESE, _KOREAN)
