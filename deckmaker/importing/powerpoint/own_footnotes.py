"""Footnotes of our own presentations: at the foot of a slide, each back in the text in which its mark stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from deckmaker.importing.marks import in_a_footnote
from deckmaker.importing.powerpoint.parts import Part
from deckmaker.importing.powerpoint.shapes import Shape
from deckmaker.importing.powerpoint.texts import Paragraph
from deckmaker.importing.powerpoint.title_lines import line_of
from deckmaker.importing.prose import Prose
from deckmaker.patterns import pattern

_NAME = "Footnotes"

_MARK = pattern(r"\^(\d{1,3}(?:, ?\d{1,3})*+)\^")
"""Raised numbers: the mark of a footnote or of several, or the power of a unit."""

_POWER = pattern(r"(?:^|[^^\w])(?:\d+|[^\W\d_]{1,2})$")
"""What stands before a power: a number, or a unit of one or two letters."""

_AS_TYPED = ("code", "equation", "diagram", "file", "credit", "notes", "id")
"""Keys of what has no marks."""

NO_MARKS = (
    "footnotes are there as a list: which number leads to which cannot be told",
    "write each where its mark is, as in `^[Own estimate.]`",
)
"""What is said of footnotes whose marks are not known, and what helps."""


def are_footnotes(shape: Shape) -> bool:
    """Tell whether a shape is called as the footnotes of our own slides."""
    return shape.kind == "sp" and shape.name == _NAME and shape.body is not None


class OwnFootnotes:
    """The footnotes of a slide, by the numbers of their marks."""

    def __init__(self, paragraphs: Sequence[Paragraph] = ()) -> None:
        self._notes = {one.number or 0: in_a_footnote(line_of([one])) for one in paragraphs}
        self._has_powers: dict[str, bool] = {}
        self._are_numbered = bool(paragraphs) and len(self._notes) == len(paragraphs) and 0 not in self._notes

    def are_marked_in(self, texts: Sequence[str | Part]) -> bool:
        """Tell whether each footnote has one mark in texts, beside which there may be powers."""
        marks = [mark for text in texts for words in _strings(text) for mark in _marks(words)]
        all_marks = Counter(number for numbers, _ in marks for number in numbers)
        sure = Counter(number for numbers, is_power in marks if not is_power for number in numbers)
        for number in self._notes:
            self._has_powers[str(number)] = all_marks[str(number)] > 1
            if 1 not in (all_marks[str(number)], sure[str(number)]):
                return False
        known = set(self._has_powers)
        are_whole = all(known.issuperset(one) or known.isdisjoint(one) for one, _ in marks)
        return self._are_numbered and are_whole

    def put_back(self, value: Any, key: str = "") -> Any:
        """Return a slide's keys, or what stands under one of them, with its footnotes where their marks were."""
        if isinstance(value, str):
            return _MARK.sub(self._footnotes, value) if key not in _AS_TYPED else value
        if isinstance(value, list):
            return [self.put_back(one, key) for one in value]
        if isinstance(value, dict):
            return {name: self.put_back(one, name) if name not in _AS_TYPED else one for name, one in value.items()}
        return value

    def _footnotes(self, found: re.Match[str]) -> str:
        numbers = _numbers(found)
        is_power = _is_power(found)
        if not all(one in self._has_powers and not (is_power and self._has_powers[one]) for one in numbers):
            return found[0]
        return "".join(f"^[{self._notes[int(one)]}]" for one in numbers)


def _marks(text: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the numbers of each mark in a text, and whether it may be a power."""
    for found in _MARK.finditer(text):
        yield _numbers(found), _is_power(found)


def _numbers(found: re.Match[str]) -> list[str]:
    return [str(int(one)) for one in found[1].split(",")]


def _is_power(found: re.Match[str]) -> bool:
    before = found.string[max(0, found.start() - 12) : found.start()]
    return _POWER.search(before) is not None


def _strings(value: Any) -> Iterator[str]:
    """Yield the texts of what a slide holds, in which marks may stand."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        yield from _strings(value[1]) if value[0] not in _AS_TYPED else ()
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from _strings(one) if key not in _AS_TYPED else ()
    elif isinstance(value, list):
        for one in value:
            yield from _strings(one)
    elif isinstance(value, Prose):
        yield value.markdown
