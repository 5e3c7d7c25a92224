"""The sign between the cells of a file that does not say which it is.

Python's `csv.Sniffer` takes letters and spaces for delimiters where a file has few lines or long texts, and fails on
columns of one word; this asks instead by which of four signs the file falls into records as long as its first.
"""

from __future__ import annotations

import re
from contextlib import suppress
from itertools import islice

from deckmaker.source.delimited.records import OpenQuote, Record, records

DELIMITERS = {"tab": "\t", "semicolon": ";", "pipe": "|", "comma": ","}
"""By their names, those first that seldom stand in a text or a number: they win where two signs fit as well."""

_RECORDS = 200
"""Of which the sign is found: a delimiter that shows in none of them is none."""

_SAID = re.compile(r"(\"?)sep=([^\r\n\"])\1(?:\r\n|\r|\n)")


def said_delimiter(text: str) -> tuple[str | None, int]:
    """Return the sign that a first line `sep=;`, which Excel writes and obeys, says; and where the records begin."""
    found = _SAID.match(text)
    return (found[2], found.end()) if found else (None, 0)


def found_delimiter(text: str) -> str | None:
    """Return the sign by which most records have as many cells as the first; None where all are one cell."""
    shares = {sign: _share(text, sign) for sign in DELIMITERS.values()}
    best = max(shares, key=lambda sign: shares[sign])
    return best if shares[best] else None


def _share(text: str, sign: str) -> float:
    """Return which part of the records is as long as the first one, 0 where that is a single cell."""
    found: list[Record] = []
    with suppress(OpenQuote):  # all records before the one that opens it are found
        found.extend(islice(records(text, sign), _RECORDS))
    if not found or len(found[0].cells) == 1:
        return 0.0
    return sum(one.is_clean and len(one.cells) == len(found[0].cells) for one in found) / len(found)
