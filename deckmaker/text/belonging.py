"""Words that belong together, and at what a reader pays for a line that ends between them.

Nothing of this keeps words on a line by force: of several ways to break a text into as many lines, layout takes the one
at the least price.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from deckmaker.patterns import pattern

PARTED = 3
"""Price of a line that parts a number from its unit or its noun, or a name from what stands before it."""

WEAK = 1
"""Price of a line that ends with a word which leads on, such as `the`."""

LABELLED = 2
"""Price of a line that ends with a label, such as `Text after:`, whose credit begins the next."""

ALONE = 2
"""Price of a last line of one word."""

LOST = 4
"""Price of a last line so short that it looks lost."""

_UNITS = (
    r"[%‰°€£¥$]|(?:[kMGT]?(?:W|Wh|Hz|B|J|V|A)|[kcm]?m[²³]?|[mµ]?[gs]|kg|t|ha|l|h|min|bn|dB(?:\(A\))?|CO₂|pt|px)\b"
    r"|(?:hundred|thousand|million|billion|trillion|percent|per cent|points?|a\.m\.|p\.m\.)(?!\w)"
    r"|(?:(?:Tsd|Mio|Mrd|Bio)\b|(?:mn|tn|mln|Euros?|euros?|EUR|USD|GBP|CHF)\b)"
    r"|(?:Tausend|Million(?:en|s)?|Milliarden?|Prozent(?:punkten?)?|Punkten?|Uhr|Grad)\b"  # German
    r"|(?:millions|milliards?|pour cent|millones|mil|por ciento)\b"  # French and Spanish
)
_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)\b"
)
_ORDINAL = (
    r"(?:Quartals?|Halbjahre?s?|Jahrhunderts?|Jahrzehnts?|Monate?s?|Woche|Tage?s?|Kapitel|Klasse|Platz|Rang|Januar|Februar|März"
    r"|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
"""What a German number with a point before it counts, as in `4. Quartal`."""

_NUMBERED = (
    r"Appendix|Article|Berths?|Box|Briefs?|Case|Chapters?|Class|Columns?|Days?|Equations?|Figures?|Figs?\.|Gates?|Group|Grade|Items?"
    r"|Levels?|Lines?|Nos?\.|Notes?|Options?|Pages?|Pp?\.|Parts?|Phases?|Piers?|Platforms?|Quarter|Rooms?|Rows?|Sections?|Slides?"
    r"|Stages?|Steps?|Tables?|Teams?|Tier|Unit|Version|Vol\.|Week|Zones?"
    r"|Abb\.|Abbildung|Abs\.|Absatz|Abschnitt|Art\.|Artikel|Folie|Gleis|Gruppe|Kap\.|Kapitel|Klasse|Nr\.|Nummer|Quartal|Raum"
    r"|Schritt|Seite|Stufe|Tab\.|Tabelle|Teil|Woche"
)
_TOGETHER = pattern(
    rf"\d (?=(?:{_UNITS}|{_MONTHS}|[QH][1-4]\b))"
    rf"|\b\d{{1,2}}\. (?={_ORDINAL})"
    r"|\b(?:Tsd|Mio|Mrd|Bio|bn|mn)\.? (?=[€£¥$])"
    r"|[€£¥$] (?=\d)"
    r"| (?=· )"
    r"|\b[A-Z]\. (?=[A-Z])"
    r"|\bCC (?=BY\b)"
    r"|\b(?:Mr|Mrs|Ms|Dr|Prof|St)\. (?=[A-Z])"
)
_BEFORE_NUMBER = pattern(r" (?=\d)")
_COUNTED = pattern(rf"\b(?:(?i:{_NUMBERED})|[A-Z]{{2}}[A-Z0-9]*|[QH][1-4])\Z|§\Z")
"""A noun whose number follows, at the end of a word: looked for before numbers alone, since it takes longest."""

_LEADING_ON = pattern(r"\b(?:a|an|the|of|in|from|to|at|by|for|on|with) |(?<=[.!?] )[^\W\d]+ ")
"""Words that lead on to the next: those, and the first of a sentence."""

_BEGUN = pattern(r"(?<=[,;:–—] )[^\W\d]+ ")
"""The first word of a clause."""

_NAME = pattern(r"(?<![^\W_])([^\W\d_])[^\W\d_]+ (?=([^\W\d_])[^\W\d_])")
"""Two words, and the letters that they begin with: where both are capitals, a name as a rule, such as `Xi Jinping`."""

_COMPOUND = pattern(r"(?<=[\w.])[-‐–](?=([^\W\d_]))")
"""A hyphen within a word, and the letter behind it: where that is a capital, a name, such as `U.S.-China`."""

_NAME_IN_PARTS = pattern(r"(?<![\w.’'-])([^\W\d_])[\w.’']*[-‐](?=([^\W\d_]))")
"""A word and the hyphen behind it, and the letters that it and the next begin with: two capitals are a name's, such as
`Felbab-Brown`."""

_LABEL = pattern(r"(?<=· )[^·:]{1,40}: ")
"""What one of several credits is for, such as `Text after: `, and the space before the credit."""

_RANGE = pattern(r"(?<![\w–])\d{1,4}–(?=\d{1,4}(?![\w–]))")
"""The first of two numbers with an en dash between them, such as the years of `2013–2019`, and the dash."""


@lru_cache(maxsize=1_024)  # a text is broken at several sizes and widths, one after the other
def names_in_parts(text: str) -> frozenset[int]:
    """Return the positions of a text behind the hyphens of names and the dashes of ranges of numbers, where a line that
    ends parts them."""
    names = {match.end() for match in _NAME_IN_PARTS.finditer(text) if (match[1] + match[2]).isupper()}
    return frozenset(names | {match.end() for match in _RANGE.finditer(text)})


@lru_cache(maxsize=1_024)  # a text is broken at several sizes and widths, one after the other
def prices(text: str) -> Mapping[int, int]:
    """Return what a line costs that ends at a position of a text, for positions at which it costs anything."""
    found = {match.end(): WEAK for match in _NAME.finditer(text) if (match[1] + match[2]).isupper()}
    found |= {match.end(): WEAK for match in _LEADING_ON.finditer(text)}
    found |= {match.end(): PARTED for match in _COMPOUND.finditer(text) if match[1].isupper()}
    found |= {match.end(): PARTED for match in _RANGE.finditer(text)}
    for label in _LABEL.finditer(text):
        found |= {place: WEAK for place in range(label.start() + 1, label.end()) if text[place - 1] == " "}
        found[label.end()] = LABELLED
    found |= dict.fromkeys(_behind_counted(text), PARTED)
    return found | {match.end(): PARTED for match in _TOGETHER.finditer(text)}


def _behind_counted(text: str) -> Iterator[int]:
    """Yield the positions of numbers that count the noun before them, such as `berth 4`."""
    for match in _BEFORE_NUMBER.finditer(text):
        space = match.start()
        if _COUNTED.search(text[text.rfind(" ", 0, space) + 1 : space]):
            yield match.end()


@lru_cache(maxsize=1_024)
def begun_clauses(text: str) -> frozenset[int]:
    """Return the positions of a text behind a clause's first word, where a line of a title ends amiss."""
    return frozenset(match.end() for match in _BEGUN.finditer(text))
