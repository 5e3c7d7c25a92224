"""Numbers before items of lists that are written as Markdown: where items come or go, they go on counting."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from deckmaker.patterns import pattern

_ITEM = pattern(r"(?P<space>[ ]*)(?:(?P<number>\d{1,9})(?P<sign>[.)])|[-*+])[ ]")
_FENCE = pattern(r"[ ]*(?:```|~~~)")


class _Number(NamedTuple):
    """A number before an item, and where it stands in its text."""

    begin: int
    end: int
    value: int


def counted_on(old: str, new: str) -> str:
    """Return a text that was changed with its lists counted on, if those of the text as it was count: others have
    numbers that somebody chose, such as `1.` before each item."""
    if not all(one.value == run[0].value + at for run in _lists(old) for at, one in enumerate(run)):
        return new
    found, behind = list[str](), 0
    counts = chain.from_iterable(((one, run[0].value + at) for at, one in enumerate(run)) for run in _lists(new))
    for one, value in sorted(counts):
        found += [new[behind : one.begin], str(value)]
        behind = one.end
    return "".join([*found, new[behind:]])


def _lists(text: str) -> list[list[_Number]]:
    """Return the numbers of each numbered list of a text. A line further left ends one only behind an empty line."""
    found: list[list[_Number]] = []
    runs: dict[tuple[int, str], list[_Number]] = {}  # those that go on, by how far in they stand, and their sign
    at, is_code, is_apart = 0, False, True
    for line in text.split("\n"):
        item = None if is_code else _ITEM.match(line)
        space = len(line) - len(line.lstrip(" "))
        if line.strip() and not is_code and (item or is_apart):
            key = (space, item["sign"] or "") if item else None
            runs = {one: run for one, run in runs.items() if one[0] < space or one == key}
        if item and item["number"]:
            number = _Number(at + item.start("number"), at + item.end("number"), int(item["number"]))
            if (space, item["sign"]) not in runs:
                found.append(runs.setdefault((space, item["sign"]), []))
            runs[space, item["sign"]].append(number)
        is_code ^= bool(_FENCE.match(line))
        is_apart = not line.strip()
        at += len(line) + 1
    return found
