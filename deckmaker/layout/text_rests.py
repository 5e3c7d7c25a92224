"""A text from which parts are taken, one after the other: as much of its beginning as one part may hold, and the rest.

Taking a part costs what the part holds, however long the rest is: nothing of that is copied or counted.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate

from deckmaker.model import Paragraph, Run
from deckmaker.model.text import join_runs
from deckmaker.text.cuts import READ
from deckmaker.text.fitting import MANY

_SHOWN = READ + 1
"""Characters of a beginning: one more than are looked at for one part, so that what is cut off here is on none.

There are no more than `MANY` paragraphs in it, either.
"""


@dataclass(frozen=True)
class WholeText:
    """A text's paragraphs, and where their runs begin, each worked out once."""

    paragraphs: tuple[Paragraph, ...]
    _starts: dict[int, list[int]] = field(default_factory=dict)

    def starts(self, index: int) -> list[int]:
        """Return where each run of a paragraph begins, in characters, and last where the paragraph ends."""
        if index not in self._starts:
            self._starts[index] = list(accumulate((len(run.text) for run in self.paragraphs[index].runs), initial=0))
        return self._starts[index]


@dataclass(frozen=True, slots=True)
class TextRest:
    """What is left of a text: from a paragraph on, and in that from a character on."""

    whole: WholeText
    paragraph: int = 0
    position: int = 0

    def __bool__(self) -> bool:
        """Tell whether anything is left."""
        return self.paragraph < len(self.whole.paragraphs)

    @property
    def beginning(self) -> tuple[Paragraph, ...]:
        """Its first paragraphs: more than one part holds. The last may be cut short."""
        taken: list[Paragraph] = []
        room = _SHOWN
        for index in range(self.paragraph, len(self.whole.paragraphs)):
            start = self.position if index == self.paragraph else 0
            length = self.whole.starts(index)[-1] - start
            one = self.whole.paragraphs[index]
            taken.append(one if not start and length <= room else self._stretch(index, start, start + room))
            room -= length
            if room <= 0 or len(taken) >= MANY:
                break
        return tuple(taken)

    @property
    def all(self) -> tuple[Paragraph, ...]:
        """All of its paragraphs; the first may be the end of one."""
        if not self:
            return ()
        behind = self.whole.paragraphs[self.paragraph + 1 :]
        one = self.whole.paragraphs[self.paragraph]
        return (self._stretch(self.paragraph, self.position, len(one.text)) if self.position else one, *behind)

    def behind(self, beginning: Sequence[Paragraph], left: Sequence[Paragraph]) -> TextRest:
        """Return what is left behind a part that leaves these paragraphs of its beginning."""
        taken = max(0, len(beginning) - len(left))
        start = self.position if not taken else 0
        if taken < len(beginning):
            start += len(beginning[taken].text) - len(left[0].text)
        return TextRest(self.whole, self.paragraph + taken, start)

    def _stretch(self, index: int, start: int, end: int) -> Paragraph:
        """Return a paragraph from one character to another; marks of footnotes are whole."""
        one, starts = self.whole.paragraphs[index], self.whole.starts(index)
        first, beyond = bisect_right(starts, start) - 1, bisect_left(starts, end)
        runs = [_between(run, at, start, end) for run, at in zip(one.runs[first:beyond], starts[first:], strict=False)]
        return replace(one, runs=join_runs(runs), continues=start > 0 or one.continues)


def _between(run: Run, at: int, start: int, end: int) -> Run:
    """Return what of a run that begins `at` a character lies between two others."""
    if run.footnote or (start <= at and at + len(run.text) <= end):
        return run
    return replace(run, text=run.text[max(0, start - at) : end - at])
