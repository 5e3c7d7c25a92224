"""What shapes hold, and the blocks that come of several: texts that follow one another, columns with their headings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from deckmaker.importing.imported import Block
from deckmaker.importing.prose import Prose, blocks_of, heading
from deckmaker.patterns import pattern

Part: TypeAlias = list[Prose] | Block
"""What a shape holds: prose, or a block of its own."""

_LONGEST_HEADING = 80
"""Characters of a line that may stand above a column."""

_NARROW = 0.5
"""The part of the width of what stands at their right that labels have at most, if nothing else tells what they are."""

_MARKED = pattern(r"(?P<stars>\*{1,3})(?P<words>(?:[^*\\]|\\.)+)(?P=stars)")
"""A line that is bold or in italics as a whole, which is the look of a heading."""


def single_block(part: Part) -> Block:
    """Return a part that is no prose."""
    assert isinstance(part, tuple)
    return part


_OF_TEXTS = ("agenda", "callout", "code", "metrics", "process", "quote", "timeline")
"""Blocks that are texts on a slide."""


def is_of_texts(part: Part) -> bool:
    """Tell whether a part is prose, or a block of ours that is drawn as texts."""
    return isinstance(part, list) or part[0] in _OF_TEXTS


def flat(parts: Sequence[Part]) -> list[Block]:
    """Return parts as blocks, with texts that follow one another as one run of prose."""
    found: list[Block] = []
    run: list[Prose] = []
    for part in parts:
        if isinstance(part, list):
            run += part
        else:
            found += [*blocks_of(run), part]
            run = []
    return [*found, *blocks_of(run)]


def _is_short(part: Part) -> bool:
    """Tell whether a part is a line that may be a heading."""
    if not isinstance(part, list) or len(part) != 1 or not part[0].is_paragraph:
        return False
    return "\n" not in part[0].markdown and len(part[0].markdown) <= _LONGEST_HEADING


def labelled_rows(columns: Sequence[tuple[float, Sequence[Part]]]) -> list[Part] | None:
    """Return headings at the left, each with what stands at its right; None where columns, with their widths, are
    columns."""
    if len(columns) != 2 or len(columns[0][1]) != len(columns[1][1]) or len(columns[0][1]) < 2:
        return None
    (width, left), (other_width, right) = columns
    if not all(map(_is_short, left)) or all(map(_is_short, right)):
        return None
    if _is_short(right[0]) and not _are_labels(left, right, width <= _NARROW * other_width):
        return None
    return [part for label, of_it in zip(left, right, strict=True) for part in (_heading(label), of_it)]


def _are_labels(left: Sequence[Part], right: Sequence[Part], is_narrow: bool) -> bool:
    """Tell whether short lines are labels of what stands at their right, and none the heading of those below it, as the
    first one at the right may be: bold or italic ones tell, else whether their column `is_narrow`."""
    first, second, beside = (_is_marked(one) for one in (*left[:2], right[0]))
    if first and second != beside:
        return second
    return is_narrow


def _is_marked(part: Part) -> bool:
    return _is_short(part) and _MARKED.fullmatch(_words(part)) is not None


def _words(part: Part) -> str:
    assert isinstance(part, list)
    return part[0].markdown


def _heading(part: Part) -> Part:
    words = _words(part)
    found = _MARKED.fullmatch(words)
    return [heading(found["words"] if found else words)]


def headed(parts: Sequence[Part], is_compared: bool) -> list[Block]:
    """Return the parts of a column as blocks; a short line is the heading of one part, or of longer ones. Where a deck
    `is_compared`, it is that of all parts: how many and how long these are, somebody may have changed."""
    is_headed = len(parts) > 1 and _is_short(parts[0])
    if not is_compared:
        is_headed = is_headed and (len(parts) == 2 or not all(map(_is_short, parts)))
    return flat([_heading(parts[0]), *parts[1:]] if is_headed else parts)
