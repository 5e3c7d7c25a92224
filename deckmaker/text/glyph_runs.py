"""Styled text to glyphs, and to the running width before each character. Widths in points."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby, pairwise, repeat
from operator import mul
from typing import NamedTuple

from deckmaker.dataclasses import dataclass, replace
from deckmaker.fonts import Shaped, face
from deckmaker.fonts.face import ALONE
from deckmaker.text.styling import InlineStyle

_CONTEXT = 5
"""Characters beside a stretch that HarfBuzz looks at."""


class StyledText(NamedTuple):
    """A stretch of text drawn in one way; a hard line break is a piece of its own, of which nothing is drawn.

    On an odd `level` it runs from right to left: see `bidi`. Its letters join those `beside` it, before and behind it.
    """

    text: str
    style: InlineStyle
    level: int = 0
    beside: tuple[str, str] = ALONE

    def part(self, start: int, end: int) -> StyledText:
        """Return the stretch from one character to before another; ends that are cut join nothing."""
        text = self.text[start:end]
        if self.beside is ALONE:
            return self._replace(text=text)
        before, behind = self.beside
        return self._replace(text=text, beside=(before if start <= 0 else "", behind if end >= len(self.text) else ""))


@dataclass(frozen=True, slots=True)
class GlyphRun:
    """Glyphs of one style on one line, from left to right. `x` is from the line's left end; `advances` are in points,
    tracking included.

    `offsets`, in ems, are how far glyphs are drawn from where the pen stands; empty where none is.
    """

    text: str
    style: InlineStyle
    x: float
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    clusters: tuple[int, ...]
    offsets: tuple[tuple[float, float], ...] = ()

    @property
    def width(self) -> float:
        return sum(self.advances)

    def part(self, begin: int, end: int) -> GlyphRun:
        """Return what is drawn of its characters from one to before another, where it stands: shaped with the rest."""
        if (begin, end) == (0, len(self.text)):
            return self
        kept = [index for index, cluster in enumerate(self.clusters) if begin <= cluster < end]
        drawn = slice(kept[0], kept[-1] + 1) if kept else slice(0)
        return replace(
            self,
            text=self.text[begin:end],
            x=self.x + sum(self.advances[: drawn.start]),
            glyphs=self.glyphs[drawn],
            advances=self.advances[drawn],
            clusters=tuple(one - begin for one in self.clusters[drawn]),
            offsets=self.offsets[drawn],
        )


def levelled(pieces: Iterable[StyledText], base: int) -> tuple[StyledText, ...]:
    """Return the pieces of a paragraph whose own level is `base` on their levels, each cut where its text turns.

    Letters that join are not tracked.
    """
    pieces = tuple(pieces)
    text = "".join(one.text for one in pieces)
    if not base and text.isascii():
        return pieces
    from deckmaker.text.bidi import is_cursive, levels, may_turn  # which texts in English do without

    if not base and not may_turn(text):
        return pieces
    found, start, known = [], 0, levels(text, base)
    joins = is_cursive(text)
    for one in pieces:
        for level, group in groupby(range(start, start + len(one.text)), known.__getitem__):
            indexes = list(group)
            part, style = text[indexes[0] : indexes[-1] + 1], one.style
            if joins and style.tracking and is_cursive(part):
                style = replace(style, tracking=0.0)
            found.append(StyledText(part, style, level))
        start += len(one.text)
    return tuple(_joining(found) if joins else found)


def _joining(pieces: Sequence[StyledText]) -> Iterator[StyledText]:
    """Yield pieces with the letters beside them that theirs join, if a word is in several styles (CSS Text 3, 7.3)."""
    from deckmaker.text.bidi import is_cursive

    texts = [one.text if one.level % 2 else "" for one in pieces]
    joined = [is_cursive(one[-1:]) and is_cursive(other[:1]) for one, other in pairwise(texts)]
    for index, one in enumerate(pieces):
        before = texts[index - 1][-_CONTEXT:] if index and joined[index - 1] else ""
        behind = texts[index + 1][:_CONTEXT] if index < len(joined) and joined[index] else ""
        yield one._replace(beside=(before, behind)) if before or behind else one


def glyph_runs(pieces: Iterable[StyledText]) -> tuple[GlyphRun, ...]:
    """Return pieces shaped, in the order in which they are read: one behind the other, as far as none is turned."""
    runs: list[GlyphRun] = []
    on: list[int] = []
    x = 0.0
    for text, style, level, beside in pieces:
        shaped = face(style.face).shape(text, turned=level % 2 == 1, beside=beside)
        advances = _advances(shaped, style)
        runs.append(GlyphRun(text, style, x, shaped.glyphs, tuple(advances), shaped.clusters, shaped.offsets))
        on.append(level)
        x += sum(advances)
    return tuple(_in_visual_order(runs, on) if any(on) else runs)


def _in_visual_order(runs: list[GlyphRun], on: list[int]) -> list[GlyphRun]:
    """Return the runs of a line, each `on` its level, where they stand."""
    from deckmaker.text.bidi import visual_order

    placed, x = list(runs), 0.0
    for index in visual_order(on):
        placed[index] = replace(runs[index], x=x)
        x += runs[index].width
    return placed


def running_widths(pieces: Iterable[StyledText], kerned: bool, step: float = 0.0) -> array[float]:
    """Return the width of the text before each of its characters, and last the width of all.

    With a `step` in points each glyph is as wide as the nearest whole number of steps.
    """
    widths: list[float] = []
    for text, style, level, beside in pieces:
        if text == "\n":
            widths.append(0.0)
            continue
        shaped = face(style.face).shape(text, kerned, level % 2 == 1, beside)
        own = advances = _in_steps(shaped, style, step) if step else _advances(shaped, style)
        if not shaped.plain:
            own = [0.0] * len(text)
            for advance, cluster in zip(advances, shaped.clusters, strict=True):
                own[cluster] += advance
        if widths:
            widths += own
        else:
            widths = own
    return array("d", accumulate(widths, initial=0.0))  # a quarter of a list's memory, for each letter of each cell


def _in_steps(shaped: Shaped, style: InlineStyle, step: float) -> list[float]:
    """Return the advances of shaped glyphs on a grid, each tracked."""
    known, tracking = _steps(style.size, step), style.tracking
    if len(known) > _MOST_STEPS:
        known.clear()
    return [known[advance] + tracking for advance in shaped.advances]


_MOST_STEPS = 4_096
"""Advances that are kept of one size: a face has some hundred, and pairs that are kerned some more."""


class _Steps(dict[float, float]):
    """Advances on a grid, in points, by what they are in ems: the same few come again in each text."""

    def __init__(self, size: float, step: float) -> None:
        self._scale, self._step = size / step, step

    def __missing__(self, advance: float) -> float:
        self[advance] = found = int(advance * self._scale + 0.5) * self._step
        return found


_steps = lru_cache(maxsize=32)(_Steps)


def _advances(shaped: Shaped, style: InlineStyle) -> list[float]:
    """Return the advances of shaped glyphs in points, each cluster tracked once: a letter's marks move with it."""
    size, tracking = style.size, style.tracking
    if shaped.plain:
        scaled = map(mul, shaped.advances, repeat(size))
        return [advance + tracking for advance in scaled] if tracking else list(scaled)
    ends = (*shaped.clusters, -1)[1:]
    return [
        advance * size + (tracking if cluster != following else 0.0)
        for advance, cluster, following in zip(shaped.advances, shaped.clusters, ends, strict=True)
    ]
