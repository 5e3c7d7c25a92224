"""The sign between the cells of a file that does not say which it is.

Python's `csv.Sniffer` takes letters and spaces for delimiters where a file has few lines or long texts, and fails on
columns of one word; this asks instead by which of four signs the file falls into records as long as its first, or as
the first below its titles.
"""

from __future__ import annotations

from itertools import islice

from deckmaker.patterns import pattern
from deckmaker.source.delimited.records import OpenQuote, Record, TooManyCells, records
from deckmaker.source.delimited.titles import title_count

DELIMITERS = {"tab": "\t", "semicolon": ";", "pipe": "|", "comma": ","}
"""By their names, those first that seldom stand in a text or a number: they win where two signs fit as well."""

_RECORDS = 200
"""Of which the sign is found: a delimiter that shows in none of them is none."""

_SAID = pattern(r"(\"?)sep=([^\r\n\"])\1(?:\r\n|\r|\n)")


def said_delimiter(text: str) -> tuple[str | None, int]:
    """Return the sign that a first line `sep=;`, which Excel writes and obeys, says; and where the records begin."""
    found = _SAID.match(text)
    return (found[2], found.end()) if found else (None, 0)


def found_delimiter(text: str, begin: int = 0) -> str | None:
    """Return the sign by which most records from an offset on have as many cells as the first below the titles.

    None where all are one cell.
    """
    shares = {sign: _share(text, sign, begin) for sign in DELIMITERS.values()}
    best = max(shares, key=lambda sign: shares[sign])
    return best if shares[best] else None


def _share(text: str, sign: str, begin: int) -> float:
    """Return which part of the records is as long as the first one, 0 where that is a single cell.

    A sign that only shows below titles may stand in texts below a name, a comma above all: it counts less.
    """
    found: list[Record] = []
    try:
        found.extend(islice(records(text, sign, begin), _RECORDS))
    except OpenQuote:
        pass  # all records before the one that opens it are found
    except TooManyCells:
        return 1.0  # read by this sign, the file is refused; by another, it would be one of endless cells
    titles = title_count(found)
    body = found[titles:]
    if not body or len(body[0].cells) == 1 or (titles and _is_in_texts(body)):
        return 0.0
    share = sum(one.is_clean and len(one.cells) == len(body[0].cells) for one in body) / len(body)
    return share * (1.0 if not titles else 0.1 if sign == "," else 0.9)


def _is_in_texts(found: list[Record]) -> bool:
    """Tell whether a space follows most of the signs between cells, as in `Lind, A.`"""
    behind = [cell for record in found for cell in record.cells[1:] if cell]
    return sum(cell.startswith(" ") for cell in behind) * 2 > len(behind)
