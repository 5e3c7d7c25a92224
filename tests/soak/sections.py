"""The sections that agendas of a generated deck show."""

from __future__ import annotations

from enum import IntEnum

from tests.soak.single_words import SingleWords


class Amount(IntEnum):
    """How much a block holds."""

    SHORT = 0
    NORMAL = 1
    OVERFULL = 2

    def of(self, short: int, normal: int, overfull: int) -> int:
        """Return one of three numbers."""
        return (short, normal, overfull)[self]


class Sections:
    """The deck's sections, as many as the first agenda is to show."""

    def __init__(self, words: SingleWords) -> None:
        self._words, self._said = words, list[str]()
        self.names: list[str] = []

    def shown(self, amount: Amount) -> list[str]:
        """Return the words of an agenda."""
        if not self.names:
            self.names = [self._words.text(2, 0, self._said) for _ in range(amount.of(1, 6, 30))]
        return self._said
