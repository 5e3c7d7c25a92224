"""What it takes to normalise one drawing, counted while it is done: hostile ones end early."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.etree.ElementTree import Element

from deckmaker.assets.drawings.vectors.drawing import Step, Unsaid
from deckmaker.budget.drawings import VECTOR_CHARACTERS, VECTOR_ELEMENTS, VECTOR_STEPS

ELEMENT = 8
"""Lines and curves that take as long as an element: some 100 microseconds while it is read, and in each format."""

_AGAIN = "those that are used again counted again"


class Work:
    """Elements, characters of attributes, and steps of outlines, each counted every time that it is looked at."""

    def __init__(self) -> None:
        self._elements = self._characters = self._steps = 0

    @property
    def lines(self) -> int:
        """How many lines and curves were looked at, and as many as take as long as the elements."""
        return self._elements * ELEMENT + self._steps

    def element(self, element: Element) -> None:
        """Count an element. Raises Unsaid where there are too many."""
        self._elements += 1
        if self._elements > VECTOR_ELEMENTS.most:
            raise Unsaid(f"more than {VECTOR_ELEMENTS.limit}, {_AGAIN}")

    def attributes(self, written: Mapping[str, str]) -> None:
        """Count what is written in an element's attributes, names too. Raises Unsaid where that is too much."""
        self._characters += sum(map(len, written)) + sum(map(len, written.values()))
        if self._characters > VECTOR_CHARACTERS.most:
            raise Unsaid(f"more than {VECTOR_CHARACTERS.limit}, {_AGAIN}")

    def steps(self, count: int) -> None:
        """Count so many steps, letters or colours. Raises Unsaid where there are too many."""
        self._steps += count
        if self._steps > VECTOR_STEPS.most:
            raise Unsaid(f"more than {VECTOR_STEPS.limit}")

    def counted(self, outline: Iterable[Step]) -> Iterator[Step]:
        """Yield steps, and count them."""
        for step in outline:
            self._steps += 1
            if self._steps > VECTOR_STEPS.most:
                raise Unsaid(f"more than {VECTOR_STEPS.limit}")
            yield step
