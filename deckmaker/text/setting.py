"""Paragraphs as set at one size in one width: lines with baselines and total height."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import pairwise

from deckmaker.dataclasses import dataclass
from deckmaker.model import Paragraph
from deckmaker.text.belonging import PARTED, names_in_parts, prices
from deckmaker.text.glyph_runs import GlyphRun
from deckmaker.text.lines import Line
from deckmaker.text.styling import ParagraphStyle, is_code

SHORT = 0.4
"""Of the longest line: how long a word alone on a paragraph's last line must be not to look lost."""

STUB = 0.22
"""Of the longest line: how long a last line of several words must be."""

NO_BREAK = "\u00a0"
"""A space at which no line ends, in whatever engine."""

EVEN = 0.6
"""Of the longest line: how long the shortest of lines is that are about equally long."""

MANY_LINES = 2
"""Lines of a title of which one may be far shorter than the other."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """A line in its frame: `x` of its left end and `baseline`, from the frame's top left corner."""

    line: Line
    x: float
    baseline: float


@dataclass(frozen=True, slots=True)
class SetParagraph:
    """A paragraph's meaning with its lines. The marker's `x` is from the frame's left edge, on the first baseline.

    In a centred text or one aligned at its end, the first line is `pushed` away from where it would begin otherwise,
    and the marker with it.
    """

    paragraph: Paragraph
    style: ParagraphStyle
    lines: tuple[SetLine, ...]
    marker: GlyphRun | None
    pushed: float = 0.0

    @property
    def glyph_runs(self) -> Iterator[GlyphRun]:
        """All that is drawn: the marker, then the runs of each line."""
        if self.marker:
            yield self.marker
        for one in self.lines:
            yield from one.line.runs


def is_one_word(line: Line) -> bool:
    """Tell whether a line has no space, of those that may end lines and of those that may not."""
    return " " not in line.text and NO_BREAK not in line.text


def ends_lost(last: Line, before: Iterable[Line]) -> bool:
    """Tell whether a paragraph's last line is so short against those before it that it looks lost."""
    least = SHORT if is_one_word(last) else STUB
    return last.width < least * max([line.width for line in before], default=0.0)


def _behind_hard_break(lines: list[Line]) -> list[Line]:
    """Return the lines behind the last hard line break, all of them where there is none. Behind one that ends the text
    there is no line."""
    broken = [index for index, line in enumerate(lines[:-1]) if line.is_broken]
    return lines[broken[-1] + 1 :] if broken else lines


class Narrowing(Enum):
    """Why a text is set narrower than its place."""

    SAFE = "safe"
    WIDOWS = "widows"
    TOGETHER = "together"
    EVEN = "even"


@dataclass(frozen=True, slots=True)
class TextLayout:
    """A text set at `size` for a frame of `width`; `safe` says whether its breaks hold in every engine.

    The frame reaches `outdent` points out of its slot on the left, for punctuation that hangs there. `narrowed` is None
    for a frame as wide as its slot.
    """

    size: int
    width: float
    height: float
    outdent: float
    paragraphs: tuple[SetParagraph, ...]
    excess_width: float
    safe: bool
    narrowed: Narrowing | None = None

    @property
    def lines(self) -> tuple[Line, ...]:
        """All lines, in order."""
        return tuple(set_line.line for one in self.paragraphs for set_line in one.lines)

    @property
    def widows(self) -> int:
        """How many paragraphs end with a last line so short that it looks lost; a hard line break begins anew."""
        return sum([ends_lost(last, before) for *before, last in self._last_lines])

    @property
    def lone_words(self) -> int:
        """How many paragraphs end with a single word that looks lost."""
        return sum([is_one_word(last) and ends_lost(last, before) for *before, last in self._last_lines])

    @property
    def wrapped_code(self) -> int:
        """How many paragraphs of code have a line that goes on in the next: to a reader, these are two."""
        several = (one for one in self.paragraphs if len(one.lines) > 1)
        return sum(
            [is_code(one.paragraph) and not all(each.line.is_broken for each in one.lines[:-1]) for one in several]
        )

    @property
    def _last_lines(self) -> Iterator[list[Line]]:
        """The lines behind the last hard line break of each paragraph that has several."""
        for paragraph in self.paragraphs:
            if len(paragraph.lines) > 1:
                yield _behind_hard_break([one.line for one in paragraph.lines])

    @property
    def parts_pairs(self) -> bool:
        """Whether a line ends between what belongs together, such as a number and its unit."""
        return any(
            prices(f"{first.text} {second.text}").get(len(first.text) + 1, 0) >= PARTED
            for first, second in pairwise(self.lines)
        )

    @property
    def parts_names(self) -> bool:
        """Whether a line ends at the hyphen of a name, such as `Felbab-Brown`, or at the dash of a range of numbers."""
        pairs = (pair for one in self.paragraphs for pair in pairwise(each.line.text for each in one.lines))
        return any(
            line.endswith(("-", "‐", "–")) and len(line) in names_in_parts(f"{line}{following}")
            for line, following in pairs
        )

    @property
    def uneven(self) -> bool:
        """Tell whether a line is far shorter than another."""
        widths = [line.width for line in self.lines]
        return min(widths, default=0.0) < EVEN * max(widths, default=0.0)

    @property
    def ragged(self) -> bool:
        """Tell whether a line before the last is far shorter than another, where one glance should read all of them."""
        paragraphs = (_behind_hard_break([one.line for one in paragraph.lines]) for paragraph in self.paragraphs)
        return any(
            len(lines) > MANY_LINES
            and min(line.width for line in lines[:-1]) < EVEN * max(line.width for line in lines)
            for lines in paragraphs
        )

    @property
    def awkward(self) -> bool:
        """Tell whether a title would look amiss: a word broken at its hyphen, or a short one alone on the last line."""
        return bool(self.widows) or self.breaks_words

    @property
    def breaks_words(self) -> bool:
        """Whether a line ends at the hyphen of a word."""
        return any(line.text.endswith(("-", "‐")) for line in self.lines[:-1])
