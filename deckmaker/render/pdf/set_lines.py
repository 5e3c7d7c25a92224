"""Lines of a paragraph against its text: what stands between them, and whose their runs are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise

from deckmaker.render.pdf.content import Owner
from deckmaker.render.pdf.tagged_texts import Part
from deckmaker.text import GlyphRun, SetParagraph


def spaced_lines(paragraph: SetParagraph, at_end: bool = False) -> Iterable[bool]:
    """Say of each line of a paragraph whether a space, or a hard line break, stands between it and the next one, and
    of the last one whether there is to be one `at_end`.

    Layout has left it out, and whoever hears the words or copies them needs it (ISO 32000-1, 14.8.2.5). There is none
    behind a hyphen, in an address, and in scripts without spaces.
    """
    if len(paragraph.lines) == 1:
        return (at_end,)
    return [*(begin > end for (_, end), (begin, _) in pairwise(_places(paragraph))), at_end]


def _places(paragraph: SetParagraph) -> Iterator[tuple[int, int]]:
    """Yield where in its text each line of a paragraph begins, and where it ends."""
    text, position = paragraph.paragraph.text, 0
    for one in paragraph.lines:
        end = position + len(one.line.text)
        yield position, end
        position = end
        while text[position : position + 1] == " ":
            position += 1
        position += one.line.is_broken


OwnedRuns = Sequence[tuple[GlyphRun, Owner]]
"""Runs of a line, each with its owner."""


def owned_runs(paragraph: SetParagraph, body: Owner, parts: Sequence[Part]) -> Iterator[OwnedRuns]:
    """Yield the runs of each line. All are the body's, or cut where a part ends, each piece its part's."""
    if not parts:
        yield from ([(run, body) for run in one.line.runs] for one in paragraph.lines)
        return
    for one, (begin, _) in zip(paragraph.lines, _places(paragraph), strict=True):
        runs = one.line.runs
        begins = accumulate((len(run.text) for run in runs), initial=begin)
        yield [piece for run, start in zip(runs, begins, strict=False) for piece in _cut(run, start, parts)]


def _cut(run: GlyphRun, begin: int, parts: Sequence[Part]) -> Iterator[tuple[GlyphRun, Owner]]:
    """Yield the pieces of a run that begins at a place in its paragraph's text."""
    start = begin
    for end, owner in parts:
        stop = min(end, begin + len(run.text))
        if start < stop:
            yield run.part(start - begin, stop - begin), owner
            start = stop
