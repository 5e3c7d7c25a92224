"""YAML to a `Tree`. Every scalar stays the text that the author typed: `no`, `12:30`, `010` and dates stay words.

Numbers and booleans are read by the model where it expects them. PyYAML composes nodes (its C parser is 16 times
faster than the Python one); this module never constructs objects, so no tag can run code.
"""

from __future__ import annotations

from typing import Any

import yaml

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.source.mistakes import Loader, place_of, way_out
from deckmaker.source.tree import DataPath, Tree

MOST_NODES = 200_000
"""Expanded nodes in one file. 1,000 slides with twenty bullets each take about 30,000; alias bombs take billions."""

MOST_LEVELS = 100
"""Values inside values. The deepest deck has a list in a list in a list in a slide: about twelve levels."""

_STANDARD_TAGS = tuple(
    f"tag:yaml.org,2002:{kind}"
    for kind in ("str", "null", "bool", "int", "float", "timestamp", "map", "seq", "merge", "value")
)
_MERGE = "tag:yaml.org,2002:merge"
_NULLS = ("", "~", "null", "Null", "NULL")


DECK_BEGINS = "begin with `title:` and `slides:`"


def parse_yaml(source: SourceFile, diagnostics: Diagnostics, begins: str = DECK_BEGINS) -> Tree | None:
    """Parse one document; report what is not usable YAML and return None when nothing can be read.

    `begins` tells the author of an empty file how to begin one.
    """
    try:
        loader = Loader(source.text)
        root = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        _report_syntax(source, error, diagnostics)
        return None
    except yaml.YAMLError as error:  # a character that YAML forbids, found before there are marks
        problem = getattr(error, "reason", error)
        diagnostics.report("yaml-syntax", f"not YAML: {problem}", _forbidden_character(source))
        return None
    if root is None:
        diagnostics.report("yaml-syntax", f"`{source.name}` is empty", help=begins)
        return None
    reader = _Reader(source, root, diagnostics)
    try:
        data = reader.read(root, ())
    except _TooMany as limit:
        diagnostics.report("yaml-feature", str(limit), reader.span(limit.node))
        return None
    return Tree(data, reader.values, reader.keys)


def _report_syntax(source: SourceFile, error: yaml.MarkedYAMLError, diagnostics: Diagnostics) -> None:
    problem = error.problem or "cannot be parsed"
    mark = place_of(source, error)
    span = Span(source, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2) if mark else None
    if "but found another document" in problem:
        diagnostics.report(
            "yaml-feature",
            "a deck is one YAML document, and here a second one begins",
            span,
            help="remove the `---`, or make it a file of its own",
        )
        return
    context = f"{error.context}: " if error.context else ""
    diagnostics.report("yaml-syntax", f"not YAML: {context}{problem}", span, help=way_out(source, error))


def _forbidden_character(source: SourceFile) -> Span | None:
    """Return the place of the first character that no YAML file may hold."""
    found = yaml.reader.Reader.NON_PRINTABLE.search(source.text)
    if not found:
        return None
    before = source.text[: found.start()]
    line, column = before.count("\n") + 1, found.start() - before.rfind("\n")
    return Span(source, line, column, line, column + 1)


class _TooMany(Exception):
    """The expanded tree passed MOST_NODES or MOST_LEVELS, at `node`."""

    def __init__(self, message: str, node: yaml.Node) -> None:
        super().__init__(message)
        self.node = node


class _Reader:
    """Walks composed nodes once, noting the span of each key and value."""

    def __init__(self, source: SourceFile, root: yaml.Node, diagnostics: Diagnostics) -> None:
        self._source = source
        self._root = root
        self._diagnostics = diagnostics
        self._open: set[int] = set()
        self._count = 0
        self.values: dict[DataPath, Span] = {}
        self.keys: dict[DataPath, Span] = {}

    def span(self, node: yaml.Node) -> Span:
        start, end = node.start_mark, node.end_mark
        return Span(self._source, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def read(self, node: yaml.Node, path: DataPath) -> Any:
        self._count += 1
        if self._count > MOST_NODES:
            raise _TooMany(f"aliases expand to more than {MOST_NODES:,} values", self._root)
        if len(path) > MOST_LEVELS:
            raise _TooMany(f"values are nested more than {MOST_LEVELS} levels deep", node)
        span = self.values[path] = self.span(node)
        if node.tag not in _STANDARD_TAGS:
            self._diagnostics.report(
                "yaml-feature",
                f"tag `{node.tag}` is not part of the deck language",
                span,
                help="remove the tag",
            )
        if isinstance(node, yaml.ScalarNode):
            return None if not node.style and node.value in _NULLS else node.value
        if id(node) in self._open:
            self._diagnostics.report("yaml-feature", "an anchor holds itself", span)
            return None
        self._open.add(id(node))
        data: Any
        if isinstance(node, yaml.SequenceNode):
            data = [self.read(item, (*path, index)) for index, item in enumerate(node.value)]
        else:
            assert isinstance(node, yaml.MappingNode)  # YAML has no fourth kind
            data = self._read_mapping(node, path)
        self._open.discard(id(node))
        return data

    def _read_mapping(self, node: yaml.MappingNode, path: DataPath) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in node.value:
            span = self.span(key)
            if not isinstance(key, yaml.ScalarNode):
                self._diagnostics.report(
                    "wrong-type",
                    "expected a text as key, found a list or mapping",
                    span,
                    help="quote the key if it begins with `{` or `[`",
                )
            elif key.tag == _MERGE:
                self._diagnostics.report(
                    "yaml-feature", "merge key `<<` is not part of the deck language", span, help="write the keys out"
                )
            elif key.value in data:
                first = self.keys[*path, key.value]
                self._diagnostics.report(
                    "duplicate-key",
                    f"key `{key.value}` stands here twice",
                    span,
                    help="keep one of the two",
                    notes=(f"it was first given on line {first.line}",),
                )
            else:
                self.keys[*path, key.value] = span
                data[key.value] = self.read(value, (*path, key.value))
        return data
