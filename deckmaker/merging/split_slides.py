"""The data of slides that layout split: their pages, as one slide of which each has a part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckmaker.comparison.split_slides import without_number

_OF_EACH = ("title", "credit", "credits")
"""Keys of pages that each of them has."""


def are_pages(slides: Sequence[Any]) -> bool:
    """Tell whether imported slides that are written as one are its pages, as the numbers of their titles say."""
    titles = [slide.get("title") for slide in slides if isinstance(slide, dict)]
    return len(titles) > 1 and all(isinstance(one, str) and without_number(one) != one for one in titles)


def as_one(pages: Sequence[Any]) -> list[Any]:
    """Return the data of pages without what each has for itself: one title, which the first one says, the same credits,
    and the header of a table that goes on."""
    found, header = [], None
    for index, page in enumerate(pages):
        own = {key: one for key, one in page.items() if not index or key not in _OF_EACH}
        table = page.get("table")
        rows = table.get("rows") if isinstance(table, dict) else None
        if index and rows and rows[0] == header:
            own["table"] = {**table, "rows": rows[1:]}
        header = rows[0] if rows else None
        found.append(own)
    return found
