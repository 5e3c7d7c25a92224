"""Numbers as people and programs type them, and which of their signs is the decimal one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from deckmaker.localization.exact import shifted
from deckmaker.patterns import pattern

MISSING = frozenset(
    {"", "-", "–", "—", "−", "…", "...", "..", ".", "n/a", "na", "nan", "null", "none", "k. a.", "s. o."}
)
"""What stands, in small letters, for a number that is not known: itself none, and no mistake."""

_MOST_LENGTH = 60
"""Characters of a number; what is longer is an identifier, and would be rounded by nobody."""

_DIGIT = pattern("[0-9]")
_WORD = pattern(r"[^\W\d_]{5}")
"""More letters than any sign of money has."""

_OPEN = pattern("[1-9][0-9]{0,2}[.,][0-9]{3}")
"""Numbers under both signs, and never the same: there are very many of them, where thousands are parted."""

_NUMBERING = pattern(r"[0-9]{1,2}\.[0-9]{1,2}")
"""Numbers of chapters, times and days, `2.1`, `10.30`, `24.12`: they have a point where decimals have a comma, too."""

_ENOUGH = 1_000
"""Numbers that tell of their decimal sign: those after them tell nothing else."""

_SPACES = " \u00a0\u2007\u2009\u202f"
"""Of which one may stand in a number, or between it and a sign: thin ones, and those that lines do not end at, too."""

_SIGN = "(?P<sign>[+\\-−–]?)[ \u00a0]?"
_END = f"(?P<power>[eE][+\\-]?0?[0-9]{{1,2}})?(?P<percent>[{_SPACES}]?%)?"
_GROUPED = "[1-9][0-9]{{0,2}}(?:[{0}][0-9]{{3}})+"
_INDIAN = "[1-9][0-9]?(?:,[0-9]{2}){1,8},[0-9]{3}"
"""Lakhs and crores: groups of two before the last one of three."""
_SPACED = _GROUPED.format(f"'’{_SPACES}")
_FORMS = {
    "point": pattern(
        f"{_SIGN}(?P<whole>{_GROUPED.format(',')}|{_INDIAN}|{_SPACED}|[0-9]+|(?=\\.))(?:\\.(?P<rest>[0-9]+))?{_END}"
    ),
    "comma": pattern(f"{_SIGN}(?P<whole>{_GROUPED.format('.')}|{_SPACED}|[0-9]+|(?=,))(?:,(?P<rest>[0-9]+))?{_END}"),
}
"""A number by its decimal sign. Thousands stand between signs of one kind; a first group does not begin with zero."""


_SPACE = f"[{_SPACES}]?"
_CURRENCY = (
    "(?:(?:US|A|AU|C|CA|HK|NZ|R|S)?\\$|[€£¥₹₩₽₺₫฿₴₦₱₪₡₲₵₸₼₾]|kr\\.?|Kr\\.?|Fr\\.?|Rs\\.?|zł|Kč|Ft|лв\\.?|руб\\.?"
    "|EUR|USD|GBP|CHF|JPY|CNY|INR|AUD|BRL|CAD|CZK|DKK|HKD|HUF|IDR|ILS|ISK|KRW|MXN|MYR|NOK|NZD|PHP|PLN|RON|RUB|SEK|SGD"
    "|THB|TRY|TWD|UAH|ZAR|RMB)"
)
"""Signs, abbreviations and codes (ISO 4217) of money. Any three capitals would make numbers of names of things."""

_DRESSED = pattern(
    f"(?P<open>\\()?(?P<sign>[+\\-−–]?){_SPACE}(?P<before>{_CURRENCY}{_SPACE})?(?P<inner>\\()?"
    f"(?P<core>[+\\-−–]?{_SPACE}[0-9.,][^()]*?)"
    f"(?P<outer>\\))?(?P<behind>{_SPACE}{_CURRENCY})?(?P<close>\\))?"
)
"""A number with money's signs before or behind it, or between brackets, as accountants write what is below zero."""


class Read(NamedTuple):
    """A number's value, and what it was typed with; `decimal_suffix` counts the characters from the decimal sign on.

    An amount of money has its currency `before` or `behind` it; `is_bracketed` is one below zero between brackets.
    """

    value: Decimal
    has_plus: bool
    is_percent: bool
    decimal_suffix: int
    before: str = ""
    behind: str = ""
    is_bracketed: bool = False


def number_in(text: str, decimal: str) -> Read | None:
    """Return the number that a text is, under a decimal sign (point or comma); None where it is none."""
    text = text.strip()
    if not text or len(text) > _MOST_LENGTH:
        return None
    return _plain(text, decimal) or _dressed(text, decimal)


def _dressed(text: str, decimal: str) -> Read | None:
    """Return an amount of money, or a number between brackets."""
    match = _DRESSED.fullmatch(text)
    if match is None or text.count("(") != text.count(")"):
        return None
    is_bracketed, is_money = "(" in text, bool(match["before"] or match["behind"])
    core = _plain(match["core"], decimal)
    if core is None or not (is_bracketed or is_money):
        return None
    signs = [*filter(None, (match["open"], match["inner"], match["sign"], match["core"][0].strip("0123456789.,")))]
    if len(signs) > 1 or (match["before"] and match["behind"]) or (is_money and core.is_percent):
        return None
    is_below = is_bracketed or match["sign"] in ("-", "−", "–")
    return Read(
        core.value.copy_negate() if is_below else core.value,
        core.has_plus or match["sign"] == "+",
        core.is_percent,
        core.decimal_suffix + len(text) - match.end("core"),
        match["before"] or "",
        match["behind"] or "",
        is_bracketed,
    )


def _plain(text: str, decimal: str) -> Read | None:
    match = _FORMS[decimal].fullmatch(text)
    if match is None:
        return None
    whole = match["whole"]
    if not whole.isdigit():
        whole = re.sub("[^0-9]", "", whole)
    sign = "-" if match["sign"] in ("-", "−", "–") else ""
    value = Decimal(f"{sign}{whole or '0'}.{match['rest'] or ''}{match['power'] or ''}")
    if match["percent"]:
        value = shifted(value, -2)
    return Read(value, match["sign"] == "+", bool(match["percent"]), len(text) - match.end("whole"))


class Evidence(NamedTuple):
    """How many texts are numbers under one decimal sign alone, and how many under both, with different values.

    Of those under a point, `numberings` may be no numbers at all.
    """

    points: int
    commas: int
    open_points: int
    open_commas: int
    numberings: int = 0

    @property
    def decimal(self) -> str | None:
        """The sign under which more texts are numbers; None where they leave it open."""
        if not self.points and not self.commas:
            return None
        return "point" if self.points >= self.commas else "comma"

    def beside(self, usual: str) -> str | None:
        """Return the sign that this whole table tells a column that leaves its own open.

        Where a comma is `usual`, a budget whose chapters are called 1.1 and 1.2 has `1.234` for more than a thousand.
        """
        if usual == "comma" and self.decimal == "point":
            sure = self.points - self.numberings
            return "point" if sure and sure >= self.commas else None
        return self.decimal

    @property
    def is_open(self) -> bool:
        """Whether there is a number that depends on the sign."""
        return bool(self.open_points or self.open_commas)

    @property
    def whether(self) -> Evidence:
        """The same without numbers of texts: 1 for any."""
        return Evidence(*(min(1, count) for count in self))

    def plain(self, usual: str) -> str | None:
        """Return what to take where nothing else tells, in a language whose decimal sign is `usual`; None for neither.

        A lone point is a decimal sign where the language has it so, as programs do. Where it has a comma, people part
        thousands with a point; and a lone comma before three digits may be either anywhere.
        """
        if usual == "comma":
            return None if self.is_open else "point"
        return "point" if self.open_points or (self.numberings and not self.points) or not self.open_commas else None


def settled(told: Sequence[Evidence], typed: Collection[int] = (), together: bool = True) -> tuple[Evidence, ...]:
    """Return what is to be taken of the columns of one table, which have `told` this.

    A column that leaves its sign open has that of the whole table, if they are judged `together`; the language decides
    whether that counts where only numberings tell it. Columns in `typed`, by their indexes, have a point. How many
    texts tell something is left out: the same table with a row more has the same columns.
    """
    sums = map(sum, zip(*(one for index, one in enumerate(told) if index not in typed), strict=True))
    whole = Evidence(*sums) if together and len(told) > len(typed) else NOTHING
    return tuple(SAID["point"] if index in typed else _settled(one, whole) for index, one in enumerate(told))


def _settled(one: Evidence, whole: Evidence) -> Evidence:
    decimal = one.decimal or (whole.beside("comma") if one.is_open else None)
    if decimal:
        return SAID[decimal]
    return one.whether._replace(numberings=int(one.is_open and whole.decimal == "point"))


NOTHING = Evidence(0, 0, 0, 0)
"""What texts tell of which none depends on the sign."""

SAID = {"point": Evidence(1, 0, 0, 0), "comma": Evidence(0, 1, 0, 0)}
"""What there is where somebody says which sign it is."""


EITHER = Evidence(0, 0, 0, 1)
"""What there is where a number may be one of two in all languages."""


class Telling:
    """Texts that tell of their decimal sign, one after the other."""

    def __init__(self) -> None:
        self._points = self._commas = self._open_points = self._open_commas = self._numberings = 0

    @property
    def evidence(self) -> Evidence:
        """What the texts so far tell."""
        return Evidence(self._points, self._commas, self._open_points, self._open_commas, self._numberings)

    @property
    def is_enough(self) -> bool:
        """Whether further texts would tell nothing else."""
        return self._points + self._commas >= _ENOUGH

    def take(self, text: str) -> None:
        """Take a text."""
        if not text or text.isdigit() or not _DIGIT.search(text):
            return  # a whole number is one under either sign, and a word under none
        if _OPEN.fullmatch(text):
            self._open_points += "." in text
            self._open_commas += "," in text
            return
        if _WORD.search(text):
            return
        point, comma = number_in(text, "point"), number_in(text, "comma")
        if point and comma:
            is_open = point.value != comma.value
            self._open_points += is_open and "." in text
            self._open_commas += is_open and "," in text
        else:
            self._points += point is not None
            self._numberings += bool(_NUMBERING.fullmatch(text))
            self._commas += comma is not None


def evidence(texts: Iterable[str]) -> Evidence:
    """Return what texts tell of their decimal sign."""
    telling = Telling()
    for text in texts:
        telling.take(text)
        if telling.is_enough:
            break
    return telling.evidence
