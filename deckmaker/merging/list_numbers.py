"""Numbers before items of lists that are written as Markdown: where items come or go, they go on counting."""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.patterns import pattern

_ITEM = pattern(r"(?P<space>[ ]*)(?:(?P<number>\d{1,9})(?P<sign>[.)])|[-*+])[ ]")
_FENCE = pattern(r"[ ]*(?:```|~~~)")


class _Number(NamedTuple):
    """A number before an item, where it stands in its text, and the words behind it."""

    begin: int
    end: int
    value: int
    words: str


def counted_on(old: str, new: str) -> str:
    """Return a text that was changed with its lists counted on from the first numbers that they had, if those of the
    text as it was count: others have numbers that somebody chose, such as `1.` before each item. Lists that came have
    the numbers that they came with."""
    left = _lists(old)
    if not all(one.value == run[0].value + at for run in left for at, one in enumerate(run)):
        return new
    counts: list[tuple[_Number, int]] = []
    for run in _lists(new):
        words = {one.words for one in run}
        of = next((one for one in left if not words.isdisjoint(item.words for item in one)), None)
        if of is not None:
            left.remove(of)  # of a list that was parted, what is below goes on
            counts += ((one, of[0].value + at) for at, one in enumerate(run))
    found, behind = list[str](), 0
    for one, value in sorted(counts):
        found += [new[behind : one.begin], str(value)]
        behind = one.end
    return "".join([*found, new[behind:]])


def _lists(text: str) -> list[list[_Number]]:
    """Return the numbers of each numbered list of a text. A line further left ends one only behind an empty line. Below
    words, none begins but with 1 (CommonMark 0.31, 5.3): a line that begins with a day or a year goes on with them."""
    found: list[list[_Number]] = []
    runs: dict[tuple[int, str], list[_Number]] = {}  # those that go on, by how far in they stand, and their sign
    begins: list[int] = []  # how far in the words of the items stand that are open
    at, is_code, is_apart = 0, False, True
    for line in text.split("\n"):
        item = None if is_code else _ITEM.match(line)
        space = len(line) - len(line.lstrip(" "))
        goes_on = not is_apart and space >= (begins[-1] if begins else 0)
        if item and item["number"] and int(item["number"]) != 1 and goes_on:
            item = None
        if line.strip() and not is_code and (item or is_apart):
            key = (space, item["sign"] or "") if item else None
            runs = {one: run for one, run in runs.items() if one[0] < space or one == key}
            begins = [one for one in begins if one <= space]
        if item:
            begins.append(item.end())
        if item and item["number"]:
            words = line[item.end() :].strip()
            number = _Number(at + item.start("number"), at + item.end("number"), int(item["number"]), words)
            if (space, item["sign"]) not in runs:
                found.append(runs.setdefault((space, item["sign"]), []))
            runs[space, item["sign"]].append(number)
        is_code ^= bool(_FENCE.match(line))
        is_apart = not line.strip()
        at += len(line) + 1
    return found
