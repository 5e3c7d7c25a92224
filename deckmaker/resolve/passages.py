"""A paragraph's words, and where they stand in the text that an author wrote: its lines may begin behind marks."""

from __future__ import annotations

from itertools import accumulate

from deckmaker.dataclasses import cached_property, dataclass
from deckmaker.diagnostics import Span
from deckmaker.source.scalars import span_within


@dataclass(frozen=True)
class Passage:
    """The words of a paragraph. `pieces` say where in the `whole` text, which is written at `span`, its lines begin.

    Each piece is the beginning of a line, or of several that follow one another without marks, and its length.
    """

    text: str
    whole: str
    span: Span
    pieces: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str, span: Span) -> Passage:
        """Return a text that is a paragraph as a whole."""
        return cls(text, text, span, ((0, len(text)),))

    def place(self, clean: str, begin: int, end: int) -> Span:
        """Return where `clean[begin:end]` stands; `clean` are the words with other spaces between them.

        Where some of the words were left out, the paragraph as a whole is meant.
        """
        counts = self._counts(clean)
        if counts[-1] != len(self._offsets):
            first, last = self.pieces[0], self.pieces[-1]
            return span_within(self.span, self.whole, first[0], last[0] + last[1])
        signs = self._offsets[counts[begin] : counts[end]]
        return span_within(self.span, self.whole, signs[0], signs[-1] + 1) if signs else self.span

    @cached_property
    def _offsets(self) -> list[int]:
        """Where each of the words' signs that are no spaces stands in the whole text."""
        return [
            index
            for begin, length in self.pieces
            for index in range(begin, begin + length)
            if not self.whole[index].isspace()
        ]

    def _counts(self, clean: str) -> list[int]:
        """Return for each place of `clean` how many signs stand before it."""
        if clean not in self._counted:
            self._counted.clear()
            self._counted[clean] = list(accumulate((not one.isspace() for one in clean), initial=0))
        return self._counted[clean]

    @cached_property
    def _counted(self) -> dict[str, list[int]]:
        return {}
