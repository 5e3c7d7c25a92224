"""Runs and paragraphs: text with its inline marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum

from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note that a mark in a text refers to. `number` is that on its slide, from 1; 0 until slides are laid out."""

    runs: tuple[Run, ...]
    number: int = 0
    span: Span | None = field(default=None, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class SlideLink:
    """A link to a slide of the deck, counted from 0 as they are written.

    `page` is the number of the page on which that begins, and 0 until slides are laid out. One that an author wrote
    has the `id` of its slide, and looks like any link; others look like the text around them. Of one that is only read
    yet, `slide` is -1. `span` is where it is written.
    """

    slide: int
    page: int = 0
    id: str = ""
    span: Span | None = field(default=None, repr=False, compare=False)


LEFT_TO_RIGHT = "\u200e"
"""A sign that nobody sees. At both ends of words, it has all between run as Latin letters do (UAX 9, 2.6)."""

RIGHT_TO_LEFT = "\u200f"
"""Its like for the other way."""

_LONGEST_NAME = 100
"""Letters of an id that is a name, too."""


def may_be_name(id: str) -> bool:
    """Tell whether presentations can have the id of a slide as its name: letters, digits and `_.-`."""
    return 0 < len(id) <= _LONGEST_NAME and all(one.isalnum() or one in "_.-" for one in id)


def looks_linked(link: str | SlideLink | None) -> bool:
    """Tell whether words look like a link: those with an address, and those that an author had lead to a slide."""
    return bool(link.id if isinstance(link, SlideLink) else link)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks; a line end in it is a hard line break.

    `script` is 1 for superscript, -1 for subscript.

    Its `link` is an address or a slide.

    `syntax` says what kind of word it is in a programming language, `keyword` for one; empty for plain words.
    In lines beside those that stand out, it is `aside`.

    The mark of a `footnote` has its number for text, once it has one, and is empty before; it begins with a comma where
    another mark precedes it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    code: bool = False
    link: str | SlideLink | None = None
    script: int = 0
    footnote: Footnote | None = None
    syntax: str = ""

    @property
    def address(self) -> str | None:
        """The address that it links to, None where that is a slide or nothing."""
        return self.link if isinstance(self.link, str) else None

    @property
    def marks(self) -> tuple[object, ...]:
        """All but the text."""
        return (self.bold, self.italic, self.code, self.link, self.script, self.footnote, self.syntax)


def join_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours under the same marks and drop empty ones: every engine kerns across such a seam.

    Marks of footnotes stay, each of them.
    """
    joined: list[tuple[Run, list[str]]] = []  # the first of each, and the texts of all
    last = None
    for run in runs:
        marks = run.marks
        if not run.footnote and marks == last:
            joined[-1][1].append(run.text)
        elif run.text or run.footnote:
            joined.append((run, [run.text]))
            last = marks
    return tuple([replace(run, text="".join(texts)) if texts[1:] else run for run, texts in joined])


ASIDE = "aside"
"""What words of code are in lines beside those that stand out, which are bold."""


def highlighted(runs: Iterable[Run]) -> list[int]:
    """Return the numbers, from 1, of the lines of code that stand out against others of it."""
    found: list[int] = []
    number, has_others = 1, False
    for run in runs:
        has_others |= run.syntax == ASIDE
        for index, part in enumerate(run.text.split("\n")):
            number += index > 0
            if run.bold and part.strip() and found[-1:] != [number]:
                found.append(number)
    return found if has_others else []


def without_colors(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs whose words of a programming language are code alone: where it has no colours, code is one run."""
    runs = tuple(runs)
    is_bold = not any(run.syntax == ASIDE for run in runs)
    return join_runs(
        [replace(run, syntax="", bold=run.bold and is_bold) if run.syntax or run.code else run for run in runs]
    )


def split_runs(runs: Sequence[Run], position: int) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """Return the runs of the first `position` characters, and those of the others."""
    return runs_before(runs, position), runs_behind(runs, position)


def runs_before(runs: Sequence[Run], position: int) -> tuple[Run, ...]:
    """Return the runs of the first `position` characters."""
    index, within = _place_in(runs, position)
    cut = (replace(runs[index], text=runs[index].text[:within]),) if within else ()
    return join_runs((*runs[:index], *cut))


def runs_behind(runs: Sequence[Run], position: int) -> tuple[Run, ...]:
    """Return the runs of all characters behind the first `position`."""
    index, within = _place_in(runs, position)
    if not within:
        return join_runs(runs[index:])
    return join_runs((replace(runs[index], text=runs[index].text[within:]), *runs[index + 1 :]))


def _place_in(runs: Sequence[Run], position: int) -> tuple[int, int]:
    """Return the run before which `position` characters end, and how many of its own come before that."""
    for index, run in enumerate(runs):
        if not position:
            return index, 0
        length = len(run.text)
        if position < length and not run.footnote:  # no line parts a mark from the word before it
            return index, position
        position = max(0, position - length)
    return len(runs), 0


class Marker(Enum):
    """The sign that stands before a paragraph: none, a bullet, its number in a list, or the number of a footnote."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"
    FOOTNOTE = "footnote"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs in order. `level` is 0 for plain text and the outermost list; `number` is 1-based within its list, and of a
    footnote its own.

    Lines of code have the name of their `language`, where that is known.

    No line parts a phrase of `together`. A `printed` text stands on paper alone, where its links may be broken. What
    `continues` an item that began on another slide stands as items do, without a marker.
    """

    runs: tuple[Run, ...]
    level: int = 0
    marker: Marker = Marker.NONE
    number: int = 0
    span: Span | None = field(default=None, repr=False, compare=False)
    together: tuple[str, ...] = ()
    printed: bool = False
    continues: bool = False
    language: str = ""

    @property
    def text(self) -> str:
        """The words alone, with the numbers that mark footnotes."""
        return "".join([run.text for run in self.runs])

    @property
    def unmarked(self) -> str:
        """The words without those numbers."""
        return "".join([run.text for run in self.runs if not run.footnote])

    @property
    def all_runs(self) -> Iterator[Run]:
        """Its runs, and those of its footnotes."""
        for run in self.runs:
            yield run
            if run.footnote:
                yield from run.footnote.runs

    @property
    def footnotes(self) -> tuple[Footnote, ...]:
        """The footnotes that are marked in it, in order."""
        return tuple([run.footnote for run in self.runs if run.footnote])
