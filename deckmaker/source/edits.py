"""Edits of YAML files by the places that the reader keeps: keys added, values put elsewhere, and not one byte else."""

from __future__ import annotations

import re
from collections.abc import Mapping

from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Edit, Span
from deckmaker.diagnostics.edit import LONGEST, literal, scalar
from deckmaker.patterns import pattern
from deckmaker.source.tree import DataPath, Tree, value_at

_BETWEEN = pattern(r"[ \t]*:[ \t]+")
_FLOW_SIGNS = pattern(r"[,\[\]{}#:]")


def with_value(tree: Tree, path: DataPath, text: str) -> tuple[Edit, ...]:
    """Return the edit that writes `text`, which is YAML, in place of the plain or quoted text at `path`."""
    written = value_at(tree.data, path)
    span = tree.values.get(path)
    if span is None or not isinstance(written, str) or literal(span, written) is None:
        return ()
    return (Edit(span, text),)


def before_value(tree: Tree, path: DataPath, key: str) -> tuple[Edit, ...]:
    """Return the edit that makes the value of a list's entry at `path`, on one line, the value of a key of its own."""
    span = tree.values.get(path)
    if span is None or span.line != span.end_line or not (path and isinstance(path[-1], int)):
        return ()
    behind_dash = re.fullmatch(r"[ \t]*(?:- +)+", span.source.line(span.line)[: span.column - 1])
    return (Edit(replace(span, end_column=span.column), f"{key}: "),) if behind_dash else ()


def as_rows(tree: Tree, path: DataPath, key: str) -> tuple[Edit, ...]:
    """Return the edit that puts the list at `path`, the value of a key, under a key of its own."""
    span = tree.values.get(path)
    if span is None:
        return ()
    line = span.source.line(span.line)
    begin = replace(span, end_line=span.line, end_column=span.column)
    if line[span.column - 1 : span.column] == "[":
        end = replace(span, line=span.end_line, column=span.end_column)
        return Edit(begin, f"{{{key}: "), Edit(end, "}")
    key_span = tree.keys.get(path)
    if line[: span.column - 1].strip() or key_span is None or span.column <= key_span.column:
        return ()  # a list in the column of its key: what is below that key would have to move
    return (Edit(begin, f"{key}:{_line_end(span)}{line[: span.column - 1]}"),)


def quoted_pair(tree: Tree, path: DataPath) -> tuple[Edit, ...]:
    """Return the edit that puts quotes around a list's entry that has `: ` in it, so that it is one text again."""
    value = value_at(tree.data, path)
    if not (isinstance(value, dict) and len(value) == 1 and isinstance(text := next(iter(value.values())), str)):
        return ()
    inner = (*path, next(iter(value)))
    key, its = tree.keys.get(inner), tree.values.get(inner)
    if key is None or its is None or key.line != its.end_line or literal(its, text) != its:
        return ()
    whole = replace(key, end_column=its.end_column)
    written = key.source.line(key.line)[whole.column - 1 : whole.end_column - 1]
    begins_there = tree.values[path].column == key.column  # and not at a bracket
    return (Edit(whole, f'"{written}"'),) if begins_there and not set(written) & {'"', "\\"} else ()


def added(tree: Tree, path: DataPath, beside: str, entries: Mapping[str, str]) -> tuple[Edit, ...]:
    """Return the edit that adds keys to the mapping at `path`, behind its key `beside`.

    The entries' values are YAML. Where a bare text stands for the mapping, that becomes the value of `beside`.
    """
    value, span = value_at(tree.data, path), tree.values.get(path)
    if span is None or max(map(len, entries.values())) > LONGEST:
        return ()
    pairs = [f"{key}: {text}" for key, text in entries.items()]
    if isinstance(value, str):
        if literal(span, value) is None:
            return ()
        text = span.source.line(span.line)[span.column - 1 : span.end_column - 1]
        if text == value and _FLOW_SIGNS.search(text):
            text = scalar(value)
        return (Edit(span, f"{{{', '.join([f'{beside}: {text}', *pairs])}}}"),)
    key, its = tree.keys.get((*path, beside)), tree.values.get((*path, beside))
    if not isinstance(value, dict) or key is None or its is None:
        return ()
    if key.line != its.end_line or literal(its, str(value[beside])) is None:
        return ()
    line = key.source.line(key.line)
    if not _BETWEEN.fullmatch(line[key.end_column - 1 : its.column - 1]):
        return ()
    if span.source.line(span.line)[span.column - 1 : span.column] == "{":
        return (Edit(replace(its, column=its.end_column), "".join(f", {pair}" for pair in pairs)),)
    if key.column != span.column:  # behind an anchor or a tag
        return ()
    end = Span(key.source, key.line, len(line) + 1, key.line, len(line) + 1)
    return (Edit(end, "".join(f"{_line_end(span)}{' ' * (key.column - 1)}{pair}" for pair in pairs)),)


def _line_end(span: Span) -> str:
    """Return how the lines of a file end: as the first does."""
    found = re.search("\r\n?|\n", span.source.text)
    return found[0] if found else "\n"
