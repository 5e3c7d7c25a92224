"""What a deck's file says that none of its pages shows: comments, notes, and what is there for some readers alone."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.diagnostics.line_index import lines_of
from deckmaker.source.composer import Loader
from deckmaker.source.tree import DataPath, Tree, value_at
from deckmaker.source.yaml_reader import parse_yaml

_KEYS = frozenset({"audiences", "hidden", "if", "most", "notes", "only", "reason", "variables", "where"})
"""Keys under which stands what only some readers see, or none. A column of a table may be called so, too: better a file
that is kept back than one that is given away."""

_PICKING = ("columns", "name", "series", "size", "x", "y")
"""Keys beside rows that pick some of their columns."""


def not_for_readers(source: SourceFile) -> tuple[Span, str] | None:
    """Return the first such thing in a deck's file, and what it is called; None where there is none."""
    tree = parse_yaml(source, Diagnostics())
    if tree is None:
        return None
    found = [(span, f"`{path[-1]}`") for path, span in tree.keys.items() if _hides(path, tree)]
    found += [(span, "a comment") for span in _comments(source)]
    return min(found, key=lambda one: (one[0].line, one[0].column), default=None)


def _hides(path: DataPath, tree: Tree) -> bool:
    """Tell whether the key at a path leaves something off the pages: `rows` do of a deck, and where some are picked."""
    if path[-1] != "rows":
        return path[-1] in _KEYS
    around = value_at(tree.data, path[:-1])
    return len(path) == 1 or any(key in around for key in _PICKING)


def _comments(source: SourceFile) -> Iterator[Span]:
    """Yield the places of comments: what begins with `#` and is part of no text (YAML 1.2, 6.6)."""
    text, behind = source.text, 0
    for token in yaml.scan(text, Loader=Loader):
        if isinstance(token, yaml.ScalarToken):
            begin, end = token.start_mark.index, token.end_mark.index
            yield from _first(source, behind, begin)
            if token.style in ("|", ">"):
                yield from _first(source, begin, text.find("\n", begin))
            behind = end
    yield from _first(source, behind, len(text))


def _first(source: SourceFile, begin: int, end: int) -> Iterator[Span]:
    at = source.text.find("#", begin, end)
    if at >= 0:
        line, column = lines_of(source.text).place(at)
        yield Span(source, line, column, line, column + 1)
