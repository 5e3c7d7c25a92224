"""What is known of a language, by its tag."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


def looked_up(table: Mapping[str, T], language: str) -> T:
    """Return what a table has for a BCP 47 tag: of the tag, else of what it begins with, else of English.

    The table's tags are in small letters. Source: RFC 4647, 3.4, Lookup.
    """
    tag = language.casefold()
    while tag and tag not in table:
        tag = tag.rpartition("-")[0]
    return table[tag or "en"]
