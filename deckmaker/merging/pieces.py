"""The texts of a slide one by one, as its data have them: paragraphs, items of lists, cells, and where each stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from deckmaker.dataclasses import dataclass, replace
from deckmaker.patterns import pattern
from deckmaker.source.tree import DataPath

_LEAD = pattern(r"(?P<space>[ ]*)(?P<mark>(?:[-*+]|\d{1,9}[.)])[ ]+|#{1,6}[ ]+|>[ ]?)?")
INDENT = 2
"""Spaces by which items of Markdown stand further in than those above them, at least."""

MARKDOWN = ("text", "notes")
"""Keys whose texts may have lists."""

_FENCE = pattern(r"[ ]*(?:```|~~~)")
_LANGUAGE = pattern(r"[ ]*(?:`{3,}+|~{3,}+)[ ]*(?P<language>[^\s`~]+)")
_TARGET = pattern(r"\]\([^()\n]*\)")
_FOOTNOTE = pattern(r"\^\[(?P<words>[^\[\]]+)\]")
_SIGNS = pattern(r"[\\*`~^\[\]<>]")

_SPACES = pattern(r"[ \t]+")

_LISTS = ("bullets", "numbered")
"""Keys whose entries are shown as items."""

_CODE = "code"
"""The key of code, in which no sign is a mark."""

_AS_CODE = ((_CODE, "text"), ("equation", "tex"))
"""Keys of what is as code is, in blocks that are written with keys."""

CONDITIONS = ("only", "if")
"""Keys of a block that say for whom it is, and when: they show nothing."""

_GRIDS = ("table", "chart")
"""Keys of what is compared row by row."""


class Leaf(NamedTuple):
    """A text of the data, by its path; of a mapping that is an item of a list, it may be the key."""

    path: DataPath
    is_key: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph, an item or a line: the part `begin` to `end` of the text at `leaf`, without the `mark` before it.

    `role` is the key under which it stands. An `is_item` is the entry of a list; `depth` counts how deep it lies there.
    """

    leaf: Leaf
    begin: int
    end: int
    text: str
    role: str
    mark: str = ""
    depth: int = 0
    is_item: bool = False

    @property
    def is_code(self) -> bool:
        """Whether it is lines of code without fences, in which no sign is a mark."""
        return self.role == _CODE

    @property
    def is_listed(self) -> bool:
        """Whether it is shown as an item of a list."""
        return (self.is_item and self.role in _LISTS) or self.mark.strip()[:1] in ("-", "*", "+") or self.is_numbered

    @property
    def is_numbered(self) -> bool:
        """Whether a number stands before it, in a list written as Markdown."""
        return self.mark[:1].isdigit()

    @property
    def place(self) -> tuple[DataPath, int]:
        """The list in which it stands, and how deep: those of the same place follow one another."""
        return (self.leaf.path[:-1], 0) if self.is_item else (self.leaf.path, self.depth)


def plain(text: str) -> str:
    """Return the words of a text without its marks, one space between them: what is compared with other files."""
    return " ".join(_SIGNS.sub("", _TARGET.sub("", text)).split())


def read_alike(text: str, other: str) -> bool:
    """Tell whether two texts that are no code read the same: several spaces are as one, but in code between backticks,
    where each counts."""
    return text == other or ("`" not in text and _SPACES.sub(" ", text) == _SPACES.sub(" ", other))


def between_fences(text: str) -> str:
    """Return the lines of code that stand between fences in Markdown; a text without fences as it is."""
    first, *lines = text.split("\n")
    return "\n".join(lines[:-1]) if lines and _FENCE.match(first) and _FENCE.match(lines[-1]) else text


def languages_of(text: str) -> list[str]:
    """Return the languages of the code between fences in Markdown, as its first lines say them."""
    return [found["language"] for line in text.split("\n") if (found := _LANGUAGE.match(line))]


def footnotes_of(piece: Piece) -> Iterator[Piece]:
    """Yield the footnotes that stand in a text, behind the words that they are about: a slide has them below."""
    for found in _FOOTNOTE.finditer(piece.text):
        begin, end = found.span("words")
        yield replace(piece, begin=piece.begin + begin, end=piece.begin + end, text=found["words"], role="footnote")


def pieces_of(value: Any, path: DataPath, with_grids: bool = True) -> list[Piece]:
    """Return the texts below a value in the order in which they stand; tables and charts may be left out."""
    return list(_below(value, path, "", 0, with_grids))


def words_of(slide: Any) -> str | None:
    """Return all words of a slide, one space between them; None where it has none."""
    return " ".join(plain(one.text) for one in pieces_of(slide, ())) or None


def _below(value: Any, path: DataPath, role: str, depth: int, with_grids: bool) -> Iterator[Piece]:
    if isinstance(value, str):
        yield from _parted(value, Leaf(path, False), role, depth)
    elif isinstance(value, list):
        for index, one in enumerate(value):
            yield from _below(one, (*path, index), role, depth, with_grids)
    elif isinstance(value, dict):
        if is_item_with_more(value, path):
            key, below = next(iter(value.items()))
            yield Piece(Leaf((*path, key), True), 0, len(key), key, role, "", depth, True)
            yield from _below(below, (*path, key), role, depth + 1, with_grids)
            return
        for key, one in value.items():
            if with_grids or key not in _GRIDS:
                own = _CODE if (*path[-1:], key) in _AS_CODE or key == "equation" else key
                yield from _below(one, (*path, key), own, 0, with_grids)


def is_item_with_more(value: dict[str, Any], path: DataPath) -> bool:
    """Tell whether a mapping is an item of a list with items below it."""
    if len(value) != 1 or not path or not isinstance(path[-1], int):
        return False
    lists = [step for step in path if step in _LISTS]
    return bool(lists) and isinstance(next(iter(value.values())), list)


def _parted(value: str, leaf: Leaf, role: str, depth: int) -> Iterator[Piece]:
    """Yield the paragraphs and items of a text, as Markdown has them; of notes, each line; code as a whole."""
    if role == _CODE:
        code = value.strip("\n")
        begin = len(value) - len(value.lstrip("\n"))
        yield Piece(leaf, begin, begin + len(code), code, role)
        return
    is_item = bool(leaf.path) and isinstance(leaf.path[-1], int)
    begin = end = 0
    mark = ""
    is_begun = is_code = False
    for line, at in _lines(value):
        lead = None if is_code else _LEAD.match(line)
        is_marked = bool(lead and _is_mark(lead["mark"] or "", role))
        is_line = role == "notes" or mark.startswith("#")  # of its own: the next one is no more of it
        if is_begun and (is_marked or is_line or not (line.strip() or is_code)):
            yield Piece(leaf, begin, end, value[begin:end], role, mark, depth, is_item)
            is_begun = False
        if line.strip():
            if not is_begun:
                space = len(line) - len(line.lstrip(" "))
                mark = (lead["mark"] or "") if lead and is_marked else ""
                begin, is_begun = at + space + len(mark), True
                depth = space // INDENT if "\n" in value.rstrip("\n") else depth
            end = max(at + len(line.rstrip()), begin)
        is_code ^= bool(_FENCE.match(line))
    if is_begun and end > begin:
        yield Piece(leaf, begin, end, value[begin:end], role, mark, depth, is_item)


def _is_mark(mark: str, role: str) -> bool:
    """Tell whether what a line begins with is a mark under a key: notes have lists, and all else in them is words."""
    is_of_item = mark[:1] not in ("", "#", ">")
    return bool(mark) and role in MARKDOWN and (is_of_item or role != "notes")


def _lines(value: str) -> Iterator[tuple[str, int]]:
    """Yield each line of a text with the place at which it begins."""
    at = 0
    for line in value.split("\n"):
        yield line, at
        at += len(line) + 1


def line_of(value: str, piece: Piece) -> tuple[int, int]:
    """Return where the lines of a piece begin and end in its text, the end of the last one left out."""
    begin = value.rfind("\n", 0, piece.begin) + 1
    end = value.find("\n", piece.end)
    return begin, len(value) if end < 0 else end
