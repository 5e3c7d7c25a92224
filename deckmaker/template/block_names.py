"""What the texts of blocks are called in our own presentations: in words for PowerPoint's Selection Pane, by which an
import knows the blocks again.

A name says the cell, the block with the number of the item, and which of its texts it is, as in `Column 2 key figure 1
value`. What the look of a text says besides stands in brackets: `Callout title (warning)`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

METRIC, EVENT, STEP, SECTION = "metric", "event", "step", "section"
CALLOUT, CODE, QUOTATION, ATTRIBUTION = "callout", "code", "quotation", "attribution"

QUOTE_MARK = "Mark "
"""How the names of large marks before quotations begin."""

_ITEMS = {METRIC: "key figure", EVENT: "event", STEP: "step", SECTION: "agenda entry"}
"""What layout calls items of blocks, with the words of names."""

_ALONE = (CALLOUT, CODE, QUOTATION, ATTRIBUTION)
_PARTS = ("value", "label", "change", "time", "title", "text", "number")

_LOOKS = {
    **{f"metric-change-{tone}": tone for tone in ("good", "bad")},
    **{f"callout-title-{kind}": kind for kind in ("note", "warning", "question")},
    "callout-title": "finding",
}
"""What styles of texts say, by their names (`theme.flow_styles`)."""

_LONGEST = 200
"""Characters of a name that is looked at."""


class BlockText(NamedTuple):
    """A text of a block: its cell, '' for none, its block or what that calls its items, the number of the item, 0 for
    none, which of its texts it is, and what its look says. A text that is called as others before it has a number
    from 2, else it is 0."""

    cell: str
    kind: str
    number: int = 0
    part: str = ""
    again: int = 0
    look: str = ""


def name_of_block_text(slot: str, style: str) -> str | None:
    """Return the name of a text by what layout calls it, and by its style; None for one that is in no such block."""
    found = _read(slot, {one: one for one in _ITEMS})
    if found is None:
        return None
    words = _ITEMS.get(found.kind, found.kind)
    part = found.part or ("text" if found.kind in (CALLOUT, CODE) else "")
    number, count = (str(one or "") for one in (found.number, found.again))
    look = f"({_LOOKS[style]})" if style in _LOOKS else ""
    name = " ".join(filter(None, (found.cell, words, number, part, count, look)))
    return name[:1].upper() + name[1:]


def block_text(name: str) -> BlockText | None:
    """Return which text of a block a shape of ours is by its name; None for one of no block."""
    words, bracket, look = name[:_LONGEST].lower().partition(" (")
    found = _read(words, {said: kind for kind, said in _ITEMS.items()})
    return found and found._replace(look=look.rstrip(")") if bracket else "")


def _read(name: str, items: Mapping[str, str]) -> BlockText | None:
    """Return which text a name says; `items` are the words for items, with what layout calls them."""
    words = name.split(" ")
    count = int(words.pop()) if len(words) > 2 and _is_number(words[-1]) and _may_be_counted(words[-2]) else 0
    part = words.pop() if words[-1] in _PARTS else ""
    number = int(words.pop()) if words and _is_number(words[-1]) else 0
    for said, kind in items.items():
        length = said.count(" ") + 1
        if number and words[-length:] == said.split(" "):
            return BlockText(" ".join(words[:-length]), kind, number, part, count)
    if words and words[-1] in _ALONE:
        return BlockText(" ".join(words[:-1]), words[-1], 0, part, count or number)
    return None


def _may_be_counted(word: str) -> bool:
    """Tell whether a number behind a word says that it comes again, and is not that of an item."""
    return word in _PARTS or _is_number(word)


def _is_number(word: str) -> bool:
    return word.isascii() and word.isdecimal() and len(word) < 5  # of more digits, nobody reads any
