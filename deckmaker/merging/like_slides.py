"""Slides that somebody made of one of the deck, as *Duplicate Slide* does: they are written as that one is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.merging.changes import Change, TextChanged, changes_of, grids_of, rows_of, series_of
from deckmaker.merging.editing import Key, Step, applied, steps_of
from deckmaker.merging.finding import Effort, Finder
from deckmaker.merging.hiding import HIDDEN, hiding
from deckmaker.merging.pieces import languages_of, words_of
from deckmaker.merging.places import Lines, entry_lines
from deckmaker.source.tree import DataPath, Tree
from deckmaker.source.yaml_reader import parse_yaml

_LIKE_ENOUGH = 0.7
"""Of the words of both: a copy in which some were changed, and not another slide about the same."""

_OF_ONE = ("id", "section", "appendix")
"""Keys that a copy does not have."""

_PLAIN = (*_OF_ONE, HIDDEN, "title", "subtitle", "text", "bullets", "numbered", "notes", "layout", "only", "if")
"""Keys that say nothing of the kind of a block that a presentation would not say, too."""


class Originals:
    """The imported slides of a `base` of which others may be copies: those that are at `places` in the file, but for
    those of a slide that was split. They are found by their rarer words: a copy has some of these."""

    def __init__(self, base: Sequence[Any], places: Mapping[int, int]) -> None:
        self.base, self.places = base, places
        counts = Counter(places.values())
        first: dict[frozenset[tuple[str, int]], int] = {}
        for old, there in sorted(places.items()):
            if counts[there] == 1:
                first.setdefault(frozenset(_words(base[old]).items()), old)  # of twins, the first one
        self._words = {old: Counter(dict(words)) for words, old in first.items()}
        self._having: dict[str, list[int]] = {}
        for old, words in self._words.items():
            for word in words:
                self._having.setdefault(word, []).append(old)

    def likest(self, new: Any) -> int | None:
        """Return the index of the slide that says the most of what a new one says, if it is like enough."""
        words = _words(new)
        holders = sorted((self._having[word] for word in words if word in self._having), key=len)
        shared = Counter(old for some in holders if len(some) <= _MOST for old in some)
        held = {old for old, _ in shared.most_common(_MOST)} | {old for some in holders[:1] for old in some[:_MOST]}
        found = [(_likeness(words, self._words[old]), -old) for old in held]
        likeness, old = max(found, default=(0, 0))
        return -old if likeness >= _LIKE_ENOUGH else None


_MOST = 40
"""Slides that a new one is held against for its rarer words; a word that more of them have tells little."""


def as_copied(tree: Tree, originals: Originals, new: Any) -> Lines | None:
    """Return a slide that came as the one of the file is written that it was made of, with the words that differ; None
    where there is none, where one of these has no sure place there, where more than words differ, or where it is of no
    kind that would be lost."""
    old = originals.likest(new)
    if old is None:
        return None
    base, places = originals.base, originals.places
    path: DataPath = ("slides", places[old])
    slide = tree.data["slides"][places[old]]
    if not isinstance(slide, dict) or not set(_kinds(slide)) - {*_PLAIN, *_kinds(new)}:
        return None
    finder = Finder(slide, path, [base[old]], Effort())
    steps: list[Step] = [Key(path, key, None) for key in _OF_ONE if key in slide]
    hides = [*hiding(base[old], new, slide, tree, path)]
    if not hides and (HIDDEN in base[old]) != (HIDDEN in new):
        return None  # such as where a value says it
    steps += hides
    was, now = ({key: one for key, one in some.items() if key not in (*_OF_ONE, HIDDEN)} for some in (base[old], new))
    if _grid_sizes(was) != _grid_sizes(now):
        return None  # no change says that columns or numbers came or went
    for change in changes_of(was, now):
        found = steps_of(change, finder, tree, path)
        if not found and not _is_of_one_file(change):
            return None
        steps += found
    text, made = applied(tree, [steps])
    again = parse_yaml(SourceFile("", text), Diagnostics()) if len(made) == len(steps) else None
    lines = entry_lines(again, path) if again else None
    return Lines(lines, again.data["slides"][places[old]]) if again and lines is not None else None


def _kinds(value: Any) -> Iterator[str]:
    """Yield what says of which kinds the blocks in a value are: all keys, and the languages of code between fences."""
    if isinstance(value, str):
        yield from languages_of(value)
    if isinstance(value, dict):
        yield from value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for one in inner:
        yield from _kinds(one)


def _grid_sizes(slide: Any) -> list[Any]:
    """Return how many columns the tables of a slide have, and how many texts each list of its charts."""
    columns = [{len(row) for row in rows_of(one)} for one in grids_of(slide, "table")]
    return [columns, [[len(texts) for texts in series_of(one)] for one in grids_of(slide, "chart")]]


def _words(slide: Any) -> Counter[str]:
    return Counter((words_of(slide) or "").split())


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    return 2 * (one & other).total() / max(one.total() + other.total(), 1)


def _is_of_one_file(change: Change) -> bool:
    """Tell whether nothing but the folder of a picture is another one."""
    match change:
        case TextChanged(piece, new) if piece.role == "file":
            return PurePosixPath(piece.text).name == PurePosixPath(new).name
        case _:
            return False
