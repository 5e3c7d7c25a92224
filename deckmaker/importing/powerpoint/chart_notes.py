"""Lines about charts, which deckmaker writes below the notes of a slide: they follow it, and are no notes of a deck."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from deckmaker.importing.powerpoint.chart_rows import ChartRows, Known, spaced
from deckmaker.importing.told import Told
from deckmaker.localization.chart_notes import AXIS, DATA

Lines: TypeAlias = Sequence[str]

_HEADINGS = frozenset(DATA.values())
_NO_DATA = _HEADINGS | {*AXIS.values()}

_HELP = "the next build writes them anew: change the chart itself, with *Edit Data*"


class ChartNotes:
    """Takes lines about charts from notes; the `taken` ones are those of each slide that has some.

    Of a presentation that somebody may have edited, `known` are those of what it was made of, or of a later state of
    that. Else they are told by their form.
    """

    def __init__(self, known: Sequence[Lines] = ()) -> None:
        self._known = [(frozenset(map(spaced, lines)), lines) for lines in dict.fromkeys(map(tuple, known))]
        self.taken: list[Lines] = []

    def again(self) -> ChartNotes:
        """Return what takes the same from the notes of a slide once more."""
        return ChartNotes([lines for _, lines in self._known])

    def without(self, lines: Lines, number: int, charts: ChartRows, told: Told) -> list[str]:
        """Return lines of the notes of a slide, by its number, but for those about its `charts`; tell which were
        changed."""
        there = frozenset(map(spaced, lines)) - _NO_DATA
        likest, known = max(self._known, key=lambda one: len(there & one[0]), default=(_NO_DATA, ()))
        if there.isdisjoint(likest):
            return self._by_form(lines)
        self.taken.append(known)
        return list(_without(lines, known, number, charts, told))

    def _by_form(self, lines: Lines) -> list[str]:
        """Return lines but for those about charts: numbers with tabs between, below a heading."""
        own, taken, is_data = list[str](), list[str](), False
        for line, below in pairwise((*lines, "")):
            is_data = (line in _HEADINGS and "\t" in below) or (is_data and "\t" in line)
            (taken if is_data or line in AXIS.values() else own).append(line)
        if taken:
            self.taken.append(taken)
        return own


def _without(lines: Lines, known: Lines, number: int, charts: ChartRows, told: Told) -> Iterator[str]:
    """Yield lines but for known ones, of which the last stand below all notes, and what was typed beside these."""
    missing = Counter(map(spaced, known))
    others, begin = set[int](), len(lines)
    for at, line in reversed([*enumerate(lines)]):
        if missing[spaced(line)]:
            missing[spaced(line)] -= 1
            begin = at
        else:
            others.add(at)
    missing = +missing
    rows, tabs = _Rows(known, charts), 0
    for at, line in enumerate(lines):
        tabs = 0 if at < begin or line in _HEADINGS else tabs or line.count("\t")  # as the header of its table has
        if at not in others or (0 < tabs == line.count("\t") and rows.take(line, missing)):
            continue
        if typed := _typed_beside(line, missing):
            yield typed
        elif _is_changed(line, [one for one in dict.fromkeys(known) if missing[spaced(one)]]):
            told.note(number, "lines about a chart were changed in notes: NAMES", _HELP, spaced(line))
        else:
            yield line


class _Rows:
    """Known lines about the `charts` of a slide, some of which have been others: their charts have changed since in the
    deck, and not in the presentation."""

    def __init__(self, known: Lines, charts: ChartRows) -> None:
        self._lines, self._charts = frozenset(map(spaced, known)), charts
        self._known, self._below = Known(known), Known(filter(_name, known))
        self._by_name: dict[str, list[str]] = {}
        for one in known:
            self._by_name.setdefault(_name(one), []).append(one)
        self._gone = Counter[str]()

    def take(self, line: str, missing: Counter[str]) -> bool:
        """Tell whether a line is what a missing one has been, and take that; or is of a name that has gone.

        It has what the charts say, and none of the missing ones with its name says that of other numbers: it would have
        become this one.
        """
        if spaced(line) in self._lines or not self._charts.say(line, self._known):
            return False
        if _name(line) not in self._by_name:
            self._gone[spaced(line)] += 1
            return self._gone[spaced(line)] <= self._charts.count
        own = self._charts.numbers_in(line)
        others = [one for one in self._by_name[_name(line)] if missing[spaced(one)]]
        if any(self._charts.numbers_in(one) != own and self._charts.say(one, self._below) for one in others):
            return False
        missing.subtract(map(spaced, others[:1]))
        return bool(others)


def _name(line: str) -> str:
    return spaced(line.partition("\t")[0])


def _typed_beside(line: str, missing: Counter[str]) -> str:
    """Return the words behind or before one of the missing lines, and take that; none where a number may have become
    another one."""
    words = line.split()
    for count in {len(one.split()) for one in missing}:
        for own, other in ((words[count:], words[:count]), (words[:-count], words[-count:])):
            if missing[" ".join(other)] and any(sign.isalpha() for word in own for sign in word):
                missing[" ".join(other)] -= 1
                return " ".join(own)
    return ""


def _is_changed(line: str, missing: Iterable[str]) -> bool:
    """Tell whether a line is one of the missing ones in other words: those with tabs are rows of a table."""
    tabs, words = line.count("\t"), set(line.split())
    return any(
        tabs == one.count("\t") and (tabs or 2 * len(words & set(one.split())) >= max(len(words), len(one.split())))
        for one in missing
    )
