"""What a file says of itself: dates that PowerPoint can read, or it repairs the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from lxml import etree

from deckmaker.patterns import pattern

_dates = etree.XPath(
    "//dcterms:created/text() | //dcterms:modified/text()",
    namespaces={"dcterms": "http://purl.org/dc/terms/"},
    smart_strings=False,
)
_FORM = pattern(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?")
_REST = {4: "-01-01", 7: "-01"}
"""What a year or a month lacks of a day, by its length."""


def date_faults(name: str, tree: etree._Element) -> Iterator[str]:
    """Yield the dates of a file that are none in W3C's form of ISO 8601 (W3CDTF; ECMA-376 Part 2, 8.3.3)."""
    found: Any = _dates(tree)
    for written in found:
        if not _is_date(written):
            yield f"`{name}` has a date `{written}`, which is no date"


def _is_date(written: str) -> bool:
    try:
        datetime.fromisoformat(written + _REST[len(written)] if len(written) in _REST else written)
    except ValueError:
        return False
    return bool(_FORM.fullmatch(written))
