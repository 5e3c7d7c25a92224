"""The sign between the cells of a file that does not say which it is.

Python's `csv.Sniffer` takes letters and spaces for delimiters where a file has few lines or long texts, and fails on
columns of one word; this asks instead by which of four signs the file falls into records as long as its first, or as
the first below its titles.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from deckmaker.patterns import pattern
from deckmaker.source.delimited.records import OpenQuote, Record, TooManyCells, records
from deckmaker.source.delimited.titles import title_count

DELIMITERS = {"tab": "\t", "semicolon": ";", "pipe": "|", "comma": ","}
"""By their names, those first that seldom stand in a text or a number: they win where nothing else tells."""

_RECORDS = 200
"""Of which the sign is found: a delimiter that shows in none of them is none."""

_MONEY = r"(?:[^\w\s.,;|()'\"+-]|[A-Z]{0,2}\$|[A-Z]{3}|[Kk]r\.?|Fr\.?)"
_NUMBER = pattern(
    rf"\s*\(?[+−–-]?\s?(?:{_MONEY}\s?)?[0-9]+(?:[.,'’\s][0-9]{{2,3}})*(?:[.,][0-9]+)?(?:\s?(?:%|{_MONEY}))?\)?\s*"
)
"""A number as people type it, under either decimal sign, with what may stand around it, such as a currency."""

_ANY_SIGN = pattern(r"[\t;|,]")

_SAID = pattern(r"(\"?)sep=([^\r\n\"])\1(?:\r\n|\r|\n)")


def said_delimiter(text: str) -> tuple[str | None, int]:
    """Return the sign that a first line `sep=;`, which Excel writes and obeys, says; and where the records begin."""
    found = _SAID.match(text)
    return (found[2], found.end()) if found else (None, 0)


def found_delimiter(text: str, begin: int = 0) -> str | None:
    """Return the sign by which most records from an offset on have as many cells as the first below the titles.

    None where all are one cell.
    """
    fits = {sign: _fit(text, sign, begin) for sign in DELIMITERS.values()}
    best = max(fits, key=lambda sign: fits[sign])
    return best if fits[best].share else None


class _Fit(NamedTuple):
    """How a file falls into records by a sign: which part of them is as long as the first one.

    Where two signs fit as well, that is better by which each has more `numbers`: `Kiel;SH,1,2` has two by its commas.
    """

    share: float
    numbers: float = 0.0


def _fit(text: str, sign: str, begin: int) -> _Fit:
    """Return how a sign fits; its share is 0 where the first record is a single cell.

    A sign that only shows below titles may stand in texts below a name, a comma above all: it counts less.
    """
    found: list[Record] = []
    try:
        found.extend(islice(records(text, sign, begin), _RECORDS))
    except OpenQuote:
        pass  # all records before the one that opens it are found
    except TooManyCells:
        return _Fit(1.0)  # read by this sign, the file is refused; by another, it would be one of endless cells
    titles = title_count(found)
    body = found[titles:]
    if not body or len(body[0].cells) == 1 or (titles and _is_in_texts(body)):
        return _Fit(0.0)
    share = sum(one.is_clean and len(one.cells) == len(body[0].cells) for one in body) / len(body)
    numbers = sum(_number_count(record.cells, sign) for record in body[1:]) / len(body)
    return _Fit(share * (1.0 if not titles else 0.1 if sign == "," else 0.9), numbers)


def _number_count(cells: Sequence[str], sign: str) -> int:
    """Return how many cells are numbers.

    One behind a comma and a text that ends in a digit is none: `Kiel;ca. 12,5` would be a text and a 5. But of
    `Kiel;12,5` both signs make a number.
    """
    count, is_cut = 0, False
    for cell in cells:
        is_number = bool(_NUMBER.fullmatch(cell))
        count += is_number and not is_cut
        is_cut = sign == "," and cell[-1:].isdecimal() and not _NUMBER.fullmatch(_ANY_SIGN.split(cell)[-1])
    return count


def _is_in_texts(found: list[Record]) -> bool:
    """Tell whether a space follows most of the signs between cells, as in `Lind, A.`"""
    behind = [cell for record in found for cell in record.cells[1:] if cell]
    return sum(cell.startswith(" ") for cell in behind) * 2 > len(behind)
