"""Runs to inline Markdown. Knows CommonMark's rules of emphasis, and nothing of what runs stand in.

Source: CommonMark 0.31.2, 6.2: a run of `*` opens emphasis where no space follows it, nor a sign of punctuation behind
a letter; and closes it the other way round.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from itertools import groupby, pairwise
from typing import NamedTuple

from deckmaker.dataclasses import replace
from deckmaker.model import Footnote, Run
from deckmaker.model.text import without_colors
from deckmaker.render.markdown_text import APART, escaped, escaped_characters

HARD_BREAK = "\\\n"
"""A backslash at a line's end, which all readers know (CommonMark 0.31.2, 6.7)."""


class _Kind(Enum):
    SPACE = "space"
    WORD = "word"
    PUNCTUATION = "punctuation"
    SYMBOL = "symbol"
    """A sign that CommonMark takes for punctuation since 0.31, and for a part of a word before."""
    WHOLE = "whole"
    """A code span, a link or a script, between signs of punctuation."""


_WORDLY = (_Kind.WORD, _Kind.SYMBOL)


class _Atom(NamedTuple):
    """What no emphasis begins or ends in: a character, or what stands between marks of its own."""

    markup: str
    kind: _Kind
    bold: bool
    italic: bool


class _Stretch(NamedTuple):
    """The atoms from `begin` to before `end` under one mark."""

    begin: int
    end: int
    mark: str


def footnote_label(page: int, number: int) -> str:
    """Return what marks a footnote. Slides have numbers of their own, a Markdown file has one sequence."""
    return f"[^{page}-{number}]"


def inline(runs: Iterable[Run], page: int) -> str:
    """Return runs of the slide of that number as inline Markdown: neighbours under the same mark are under one.

    Each line end in it is that of a hard line break.

    What stands at the edges of an emphasis and would hide its marks is left outside: spaces, and punctuation beside a
    letter.
    """
    runs = without_colors(runs)  # or each word of code would stand between marks of its own
    if not any(any(run.marks) for run in runs):  # as in most texts
        return escaped("".join(run.text for run in runs)).replace("\n", HARD_BREAK)
    atoms = list(_atoms(runs, page))
    for index, (atom, following) in enumerate(pairwise(atoms)):
        if atom.markup == "!" and following.markup.startswith("["):  # or the link would be a picture
            atoms[index] = atom._replace(markup="\\!")
        if atom.markup.startswith("[^") and following.markup in ("(", ":"):  # or the footnote a link, or defined here
            atoms[index + 1] = following._replace(markup=f"\\{following.markup}")
    return "".join(_marked(atoms, _stretches(atoms)))


def _atoms(runs: Iterable[Run], page: int) -> Iterator[_Atom]:
    def kind(run: Run) -> tuple[Footnote | None, str | None, int]:
        return run.footnote, run.address, 0 if run.address else run.script

    for (footnote, link, script), group in groupby(runs, key=kind):
        if footnote:
            yield _Atom(footnote_label(page, footnote.number), _Kind.WHOLE, False, False)
        elif link:
            yield from _whole([replace(run, link=None) for run in group], page, "[", f"](<{link}>)")
        elif script:
            mark = "^" if script > 0 else "~"
            yield from _whole([replace(run, script=0) for run in group], page, mark, mark)
        else:
            yield from (atom for run in group for atom in _run_atoms(run))


def _whole(runs: list[Run], page: int, opening: str, closing: str) -> Iterator[_Atom]:
    """Yield runs as one, between marks; spaces at its ends, and emphasis of all of it, stand outside."""
    bold, italic = all(run.bold for run in runs), all(run.italic for run in runs)
    plain = (replace(run, bold=run.bold and not bold, italic=run.italic and not italic) for run in runs)
    words = inline(plain, page)
    return _between(words, opening, closing, bold, italic)


def _run_atoms(run: Run) -> Iterator[_Atom]:
    if not run.code:
        escapes = escaped_characters(run.text)
        marked = zip((HARD_BREAK if one == "\n" else one for one in escapes), run.text, strict=True)
        yield from (_Atom(markup, _kind(one), run.bold, run.italic) for markup, one in marked)
        return
    for index, line in enumerate(run.text.split("\n")):
        if index:
            yield _Atom(HARD_BREAK, _Kind.SPACE, run.bold, run.italic)
        if line:
            yield _Atom(_code_span(line), _Kind.WHOLE, run.bold, run.italic)


def _code_span(text: str) -> str:
    """Return code between more backticks than stand in it; of spaces at both ends readers take away one each."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    is_padded = "`" in text or (text[0] == text[-1] == " " and text.strip(" "))
    space = " " if is_padded else ""
    return f"{fence}{space}{text}{space}{fence}"


def _between(text: str, opening: str, closing: str, bold: bool, italic: bool) -> Iterator[_Atom]:
    core = text.strip()
    before, behind = text.split(core, 1) if core else (text, "")
    yield from (_Atom(space, _Kind.SPACE, bold, italic) for space in before)
    if core:
        yield _Atom(f"{opening}{core}{closing}", _Kind.WHOLE, bold, italic)
    yield from (_Atom(space, _Kind.SPACE, bold, italic) for space in behind)


def _kind(character: str) -> _Kind:
    if character.isspace():
        return _Kind.SPACE
    category = unicodedata.category(character)
    if category[0] == "S" and not character.isascii():
        return _Kind.SYMBOL
    return _Kind.PUNCTUATION if category[0] in "PS" else _Kind.WORD


def _stretches(atoms: list[_Atom]) -> list[_Stretch]:
    """Return what is bold and what is italic, such that of two that share an atom one holds the other."""
    bold = _trimmed(atoms, _under(atoms, "**", lambda atom: atom.bold))
    italic = _trimmed(atoms, _under(atoms, "*", lambda atom: atom.italic))
    parts: list[_Stretch] = []
    for one in italic:
        cuts = {edge for other in bold if _cross(one, other) for edge in other[:2] if one.begin < edge < one.end}
        edges = [one.begin, *sorted(cuts), one.end]
        parts += [_Stretch(begin, end, "*") for begin, end in pairwise(edges)]
    return [*bold, *_trimmed(atoms, parts)]


def _cross(one: _Stretch, other: _Stretch) -> bool:
    return one.begin < other.begin < one.end < other.end or other.begin < one.begin < other.end < one.end


def _under(atoms: list[_Atom], mark: str, is_marked: Callable[[_Atom], bool]) -> Iterator[_Stretch]:
    """Yield the longest stretches of atoms under a mark."""
    begin = 0
    for marked, group in groupby(atoms, key=is_marked):
        end = begin + len(list(group))
        if marked:
            yield _Stretch(begin, end, mark)
        begin = end


def _trimmed(atoms: list[_Atom], stretches: Iterable[_Stretch]) -> list[_Stretch]:
    """Return stretches without what may not stand at their edges, those of which anything is left."""
    found = []
    for one in stretches:
        begin, end = one.begin, one.end
        while begin < end and _hides(atoms[begin], _at(atoms, begin - 1)):
            begin += 1
        while begin < end and _hides(atoms[end - 1], _at(atoms, end)):
            end -= 1
        if begin < end:
            found.append(_Stretch(begin, end, one.mark))
    return found


def _at(atoms: list[_Atom], index: int) -> _Atom:
    """Return the atom there; what surrounds all of them is no word."""
    return atoms[index] if 0 <= index < len(atoms) else _Atom("", _Kind.SPACE, False, False)


def _hides(edge: _Atom, beyond: _Atom) -> bool:
    """Tell whether marks between an edge and what is beyond it are none, and leaving the edge out helps."""
    is_sign = edge.kind in (_Kind.PUNCTUATION, _Kind.SYMBOL)
    return edge.kind is _Kind.SPACE or (is_sign and beyond.kind in _WORDLY)


def _marked(atoms: list[_Atom], stretches: list[_Stretch]) -> Iterator[str]:
    """Yield the atoms and their marks, set apart where one mark would run into another, or be none."""
    opened: list[_Stretch] = []
    waiting = sorted(stretches, key=lambda one: (-one.begin, one.end, len(one.mark)))
    for index in range(len(atoms) + 1):
        closing, opening = [], []
        while opened and opened[-1].end == index:
            closing.append(opened.pop().mark)
        while waiting and waiting[-1].begin == index:
            opened.append(waiting.pop())
            opening.append(opened[-1].mark)
        before, behind = _at(atoms, index - 1), _at(atoms, index)
        # Where `***` opens two and one of them is closed, marks within the other would close that one, too.
        is_double = len(opening) > 1 and bool(waiting) and waiting[-1].begin < opened[0].end
        is_hidden = (
            (closing and before.kind is _Kind.WHOLE and behind.kind in _WORDLY)
            or (opening and behind.kind is _Kind.WHOLE and before.kind in _WORDLY)
            or (is_double and before.kind in _WORDLY)
        )
        yield from closing
        if is_hidden or (closing and opening):
            yield APART
        yield (APART if is_double else "").join(opening)
        yield behind.markup
