"""Edits of a deck's file: texts written anew in their style, items of lists and keys added and taken away.

What is done here is tried by whoever asks for it: the file is read again, and has to say what was meant.
"""

from __future__ import annotations

import json
import textwrap
from difflib import SequenceMatcher
from itertools import groupby
from typing import Any, NamedTuple

from deckmaker.budget.merging import MERGED_PIECES
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Edit, Span
from deckmaker.diagnostics.line_index import lines_of
from deckmaker.importing.deck_text import scalar_text
from deckmaker.merging.pieces import Leaf
from deckmaker.merging.quoted import in_double_quotes
from deckmaker.patterns import pattern
from deckmaker.source.tree import DataPath, Tree, value_at

_WIDTH = 100
"""Characters of a line of text that is written anew."""

_OVER = 20
"""Characters more that a line may have whose end stays."""

_DASHES = pattern(r"(?P<before>[ ]*(?:- +)*)- +")
_LONE_DASH = pattern(r"(?P<before>[ ]*(?:- +)*)-(?:[ ]+#[^\n]*|[ ]*)")
_ALIAS = pattern(r"[ ]*:[ ]+\*[^\s,\[\]{}]+")
_OPENING = pattern(r"(?:&\S+\s+)?[\[{]")
_BLOCK = pattern(r"[|>][-+0-9]*[ ]*(?:#[^\n]*)?")


class Lines(NamedTuple):
    """An entry of a list as YAML that is ready, without the dash and without indentation, what it says, and the comment
    that stands above it."""

    text: str
    data: Any
    comment: str = ""


def text_written(tree: Tree, leaf: Leaf, new: str) -> Edit | None:
    """Return the edit that writes a text in place of another, in the style in which that is written."""
    span = (tree.keys if leaf.is_key else tree.values).get(leaf.path)
    if span is None:
        return None
    raw = Edit(span, "").replaced.replace("\r\n", "\n")
    is_flow = in_flow(tree, leaf.path[:-1])
    if not raw or raw[0] in "&*!":
        return None
    if raw[0] in "|>" and not is_flow:
        body = _block(raw, new)
        return Edit(span, _with_line_ends(span, body)) if body else None
    has_lines = raw[0] == '"' and ("\\n" in raw or "\n" in raw)
    if "\n" in new and not is_flow and not leaf.is_key and not has_lines:
        indent = _indent(tree, leaf.path) + 2
        head, texts = "|", new.rstrip("\n").split("\n")
        if "\n" in raw:  # whose lines end where they did
            head = ">" if new.endswith("\n") else ">-"
            texts = _folded([line.strip(" '") for line in raw.split("\n")], texts)
        lines = "".join(f"\n{' ' * indent}{text}".rstrip(" ") for text in texts)
        line = span.source.line(span.end_line)
        whole = replace(span, end_column=len(line) + 1)  # with a comment, which stays beside the text
        return Edit(whole, _with_line_ends(span, f"{head}{line[span.end_column - 1 :]}{lines}"))
    written = _in_style(raw, str(leaf.path[-1]) if leaf.is_key else value_at(tree.data, leaf.path), new, is_flow)
    if "\n" in raw and "\n" not in new:
        old = raw.split("\n")
        indent = len(old[1]) - len(old[1].lstrip(" "))
        written = f"\n{' ' * indent}".join(_rewrapped([line.strip() for line in old], written))
    return Edit(span, _with_line_ends(span, written))


def _in_style(raw: str, old: str, new: str, is_flow: bool) -> str:
    if raw[0] == '"':
        return in_double_quotes(raw, old, new)
    if "\n" in new:
        return json.dumps(new, ensure_ascii=False)
    if raw[0] == "'":
        return "'" + new.replace("'", "''") + "'"
    return scalar_text(new, is_flow)


def _block(raw: str, new: str) -> str | None:
    """Return a block of lines with another text in it; the lines behind it, which are empty, stay."""
    head, _, body = raw.partition("\n")
    if not _BLOCK.fullmatch(head.rstrip()):
        return None
    lines = body.split("\n")
    indent = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
    behind = body[len(body.rstrip()) :]
    texts = new.rstrip("\n").split("\n")
    if head[0] == ">":
        texts = _folded([line.strip() for line in lines], texts)
    shown = "".join(f"\n{' ' * indent}{text}" if text else "\n" for text in texts)
    return f"{head}{shown}{behind}"


def _folded(lines: list[str], texts: list[str]) -> list[str]:
    """Return the lines of a folded block whose text has these lines: each ends with an empty one, but for the last."""
    old = [list(group) for is_text, group in groupby(lines, bool) if is_text]
    new = [text for text in texts if text]
    before = dict(zip(new, old, strict=True)) if len(old) == len(new) else {" ".join(one): one for one in old}
    shown: list[str] = []
    for index, text in enumerate(texts):
        shown += [""] if index else []
        shown += _rewrapped(before[text], text) if text in before else _wrapped(text) if text else []
    return shown


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False) or [text]


def _rewrapped(lines: list[str], new: str) -> list[str]:
    """Return a text on lines that end where those of the old one do: so few of them change."""
    words = [(word, number) for number, line in enumerate(lines) for word in line.split(" ")]
    texts = new.split(" ")
    at: list[int] = []  # the line of each new word
    is_long = len(words) + len(texts) > MERGED_PIECES.most
    matcher = SequenceMatcher(None, [] if is_long else [word for word, _ in words], texts, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        before = words[min(first, len(words) - 1)][1] if tag == "replace" else at[-1] if at else 0
        at += [number for _, number in words[first:last]] if tag == "equal" else [before] * (end - start)
    kept = [
        " ".join(word for word, own in zip(texts, at, strict=True) if own == number) for number in range(len(lines))
    ]
    if "" not in kept and max(map(len, kept)) <= _WIDTH + _OVER:
        return kept
    return _wrapped(new)


def entry_added(tree: Tree, path: DataPath, index: int, value: Any) -> Edit | None:
    """Return the edit that adds an entry to the list at `path`, before the one at `index` or behind the last one."""
    entries = value_at(tree.data, path)
    if not isinstance(entries, list) or not entries:
        return None
    beside = (*path, min(index, len(entries) - 1))
    is_behind = index >= len(entries)
    begin, end = _stretch(tree, beside)
    text = tree.values[beside].source.text
    if in_flow(tree, path):
        if "#" in _gap(tree, path, index):  # a comment would stand beside it then
            return None
        written = _flow(value)
        if is_behind:
            return _insertion(tree, beside, end, f", {written}")
        return _insertion(tree, beside, begin, f"{written}, ")
    dash = _dash(text, begin)
    if dash is None:
        return None
    column = dash - _line_begin(text, dash)
    if is_behind or index > 0:  # behind the one before: so a comment above the next one stays there
        before = beside if is_behind else (*path, index - 1)
        end = _comments_below(text, _stretch(tree, before)[1], column)
        apart = "\n" if isinstance(value, Lines) and _is_apart(text, end if not is_behind else begin) else ""
        entry = f"{apart}{' ' * column}{_comment_of(value, column)}{_block_entry(value, column)}\n"
        return _lines_added(tree, beside, end, entry)
    entry = f"{_comment_of(value, column)}{_block_entry(value, column)}\n"
    first = _line_begin(text, dash)
    if text[first:dash].strip():  # the first entry of a list in another
        return _insertion(tree, beside, dash, _with_line_ends(tree.values[beside], f"{entry}{' ' * column}"))
    first -= len(_comment_above(text, first, column))
    return _insertion(tree, beside, first, _with_line_ends(tree.values[beside], f"{' ' * column}{entry}"))


def entry_removed(tree: Tree, path: DataPath, index: int) -> Edit | None:
    """Return the edit that takes an entry out of the list at `path`, which keeps another, with the comment right
    above it."""
    entries = value_at(tree.data, path)
    if not isinstance(entries, list) or len(entries) < 2:
        return None
    one = (*path, index)
    begin, end = _stretch(tree, one)
    text = tree.values[one].source.text
    if in_flow(tree, path):
        if "#" in _gap(tree, path, index) + _gap(tree, path, index + 1):  # whose comment that is, is not sure
            return None
        if index + 1 < len(entries):
            return _change(tree, one, begin, _stretch(tree, (*path, index + 1))[0])
        return _change(tree, one, _stretch(tree, (*path, index - 1))[1], end)
    dash = _dash(text, begin)
    if dash is None or text[_line_begin(text, dash) : dash].strip():
        return None
    first = _line_begin(text, dash)
    last = _behind_line(text, _comments_below(text, end, dash - first))
    first -= len(_comment_above(text, first, dash - first))
    if not text[last:].strip():
        first = _behind_line(text, len(text[:first].rstrip()))
    elif text[:first].endswith(("\n\n", "\r\n\r\n")):  # one empty line is enough between the two beside it
        last += len(text[last:]) - len(text[last:].lstrip("\r\n"))
    return _change(tree, one, first, last)


def key_removed(tree: Tree, path: DataPath) -> Edit | None:
    """Return the edit that takes a key and its value out of a mapping, which keeps another.

    The first key of most mappings says what the others are about, and stays; not that of a slide.
    """
    around = value_at(tree.data, path[:-1])
    key = tree.keys.get(path)
    if not isinstance(around, dict) or len(around) < 2 or key is None:
        return None
    text = key.source.text
    begin, keys = _offset(key, key.line, key.column), list(around)
    is_flow, is_of_slide = in_flow(tree, path[:-1]), path[:1] == ("slides",) and len(path) == len(("slides", 0, "key"))
    if is_flow and keys[0] != path[-1]:
        before = _stretch(tree, (*path[:-1], keys[keys.index(path[-1]) - 1]))[1]
        if "#" in text[before:begin]:  # a comment, of the key before it or of its own
            return None
        return _change(tree, path, before, _stretch(tree, path)[1])
    end = _behind_line(text, _stretch(tree, path)[1])
    if not is_flow and not text[_line_begin(text, begin) : begin].strip():
        return _change(tree, path, _line_begin(text, begin), end)
    if keys[0] != path[-1] or not is_of_slide:
        return None
    next_key = _key_begin(tree, path[:-1], keys[1])  # which takes its place
    if not is_flow and text[end:next_key].strip():  # a comment about that, which stays above it
        return _change(tree, path, len(text[:begin].rstrip(" ")), _line_end(text, end - 1))
    if is_flow and "#" in text[_stretch(tree, path)[1] : next_key]:
        return None
    return _change(tree, path, begin, next_key)


def _key_begin(tree: Tree, path: DataPath, key: str) -> int:
    span = tree.keys[(*path, key)]
    return _offset(span, span.line, span.column)


def key_added(tree: Tree, path: DataPath, key: str, value: str, behind: str = "") -> Edit | None:
    """Return the edit that adds a key with a text to the mapping at `path`, behind the key `behind`, else its last."""
    around = value_at(tree.data, path)
    if not isinstance(around, dict) or not around:
        return None
    first = tree.keys.get((*path, next(iter(around))))
    if first is None:
        return None
    end = _stretch(tree, path)[1]
    if in_flow(tree, (*path, key)):
        return _insertion(tree, path, end - 1, f", {key}: {_flow(value)}")
    if behind in around:
        end = _stretch(tree, (*path, behind))[1]
    column = first.column - 1
    if "\n" in value:
        shown = "|" + "".join(f"\n{' ' * (column + 2)}{line}".rstrip(" ") for line in value.split("\n"))
    else:
        shown = scalar_text(value, False)
    return _lines_added(tree, path, end, f"{' ' * column}{key}: {shown}\n")


def entry_lines(tree: Tree, path: DataPath) -> str | None:
    """Return an entry of a list as it is written, without the dash and without indentation; None for what stands
    between brackets, or further left than it begins."""
    begin, end = _stretch(tree, path)
    text = tree.values[path].source.text
    dash = _dash(text, begin)
    if dash is None or in_flow(tree, path[:-1]):
        return None
    column = begin - _line_begin(text, begin)
    end = _comments_below(text, end, dash - _line_begin(text, dash))
    written = text[dash + 1 : _line_end(text, end)].replace("\r\n", "\n").lstrip(" ")
    first, *others = written.split("\n")
    if any(line[:column].strip() for line in others):
        return None
    return "\n".join([first, *(line[column:] for line in others)])


def comment_above(tree: Tree, path: DataPath) -> str:
    """Return the lines of the comment above an entry of a list in a block, without indentation; '' where there is none.
    One with an empty line below it says something of more than that."""
    begin, _ = _stretch(tree, path)
    text = tree.values[path].source.text
    dash = _dash(text, begin)
    if dash is None:
        return ""
    first = _line_begin(text, dash)
    return "".join(f"{line.strip()}\n" for line in _comment_above(text, first, dash - first).splitlines())


def _comment_above(text: str, first: int, column: int) -> str:
    """Return the lines that are comments of a column, from 0, and end where the line of an entry begins."""
    begin = first
    while begin and text.startswith(f"{' ' * column}#", above := _line_begin(text, begin - 1)):
        begin = above
    return text[begin:first]


def _comments_below(text: str, end: int, column: int) -> int:
    """Return where a value ends, with the comments below it that are deeper than a column, from 0: as an entry is."""
    deeper = " " * (column + 1)
    while (line := text[(begin := _behind_line(text, end)) : _line_end(text, begin)]).startswith(deeper):
        if not line.lstrip().startswith("#"):
            break
        end = begin + len(line)
    return end


def becomes_block(tree: Tree, path: DataPath) -> bool:
    """Tell whether the text at `path` is written as a block of lines once it has several, and is none yet."""
    span = tree.values.get(path)
    return span is not None and Edit(span, "").replaced[:1] not in ("|", ">") and not in_flow(tree, path[:-1])


def in_flow(tree: Tree, path: DataPath) -> bool:
    """Tell whether the value at `path`, or one around it, is written between brackets."""
    for length in range(len(path) + 1):
        span = tree.values.get(path[:length])
        if span is not None and _OPENING.match(Edit(span, "").replaced):
            return True
    return False


def _gap(tree: Tree, path: DataPath, number: int) -> str:
    """Return what stands before the entry of a number in a list between brackets, or behind its last one: a bracket, a
    comma, comments."""
    begin, end = _stretch(tree, path)
    if number:
        begin = _stretch(tree, (*path, number - 1))[1]
    if number < len(value_at(tree.data, path)):
        end = _stretch(tree, (*path, number))[0]
    return tree.values[path].source.text[begin:end]


def _stretch(tree: Tree, path: DataPath) -> tuple[int, int]:
    """Return where a value begins and ends, in characters of the file, without spaces and comments behind it."""
    span = tree.values[path]
    begin = _offset(span, span.line, span.column)
    last: DataPath = path
    while not _OPENING.match(span.source.text, _offset(its := tree.values[last], its.line, its.column)):
        value = value_at(tree.data, last)
        if not isinstance(value, (dict, list)) or not value:
            break
        last = (*last, next(reversed(value)) if isinstance(value, dict) else len(value) - 1)
        if alias := _alias(tree, last):  # what it stands for is written elsewhere
            return begin, alias
    its = tree.values[last]
    end = _offset(its, its.end_line, its.end_column)
    if end == _offset(its, its.line, its.column) and (key := tree.keys.get(last)):  # nothing behind the key
        end = _offset(key, key.end_line, key.end_column) + 1
    return begin, begin + len(span.source.text[begin:end].rstrip())


def _alias(tree: Tree, path: DataPath) -> int | None:
    """Return where the alias ends that stands behind a key; None where there is none."""
    key = tree.keys.get(path)
    found = _ALIAS.match(key.source.text, _offset(key, key.end_line, key.end_column)) if key else None
    return found.end() if found else None


def _offset(span: Span, line: int, column: int) -> int:
    return lines_of(span.source.text).offset(line, column)


def _dash(text: str, begin: int) -> int | None:
    """Return where the dash of a list's entry stands that begins at a place: before it on its line, or above that with
    nothing but comments between them; None where that is not sure."""
    line = _line_begin(text, begin)
    if found := _DASHES.fullmatch(text[line:begin]):
        return line + len(found["before"])
    above = text[line:begin]
    while line and (not above.strip() or above.lstrip().startswith("#")):
        line, end = _line_begin(text, line - 1), _line_end(text, line - 1)
        above = text[line:end]
    found = _LONE_DASH.fullmatch(above)
    return line + len(found["before"]) if found else None


def _line_begin(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    end = len(text) if found < 0 else found
    return end - 1 if text[end - 1 : end] == "\r" else end


def _behind_line(text: str, offset: int) -> int:
    found = text.find("\n", offset)
    return len(text) if found < 0 else found + 1


def _is_apart(text: str, offset: int) -> bool:
    """Tell whether an empty line parts the entries of a list beside a place: behind it, or before it."""
    behind = text[_behind_line(text, offset) :]
    return behind.startswith(("\n", "\r\n")) or text[: _line_begin(text, offset)].endswith(("\n\n", "\r\n\r\n"))


def _lines_added(tree: Tree, path: DataPath, end: int, lines: str) -> Edit:
    """Return the edit that adds lines below the one on which a value ends."""
    text = tree.values[path].source.text
    at = _behind_line(text, end)
    if not text[:at].endswith("\n"):  # the last line, without an end
        lines = f"\n{lines[:-1]}"
    return _insertion(tree, path, at, _with_line_ends(tree.values[path], lines))


def _insertion(tree: Tree, path: DataPath, at: int, text: str) -> Edit:
    return _change(tree, path, at, at, text)


def _change(tree: Tree, path: DataPath, begin: int, end: int, text: str = "") -> Edit:
    source = tree.values[path].source
    lines = lines_of(source.text)
    (line, column), (end_line, end_column) = lines.place(begin), lines.place(end)
    return Edit(Span(source, line, column, end_line, end_column), text)


def _indent(tree: Tree, path: DataPath) -> int:
    """Return the column, from 0, of the key or dash of a value."""
    if key := tree.keys.get(path):
        return key.column - 1
    span = tree.values[path]
    text = span.source.text
    begin = _offset(span, span.line, span.column)
    dash = _dash(text, begin)
    return span.column - 1 if dash is None else dash - _line_begin(text, dash)


def _flow(value: Any) -> str:
    if isinstance(value, Lines):  # whose comments have no place between brackets
        return _flow(value.data)
    if isinstance(value, str):
        return scalar_text(value, True)
    return "[" + ", ".join(map(_flow, value)) + "]"


def _comment_of(value: Any, column: int) -> str:
    """Return the comment above an entry, each line with the indentation of the next one."""
    return value.comment.replace("\n", f"\n{' ' * column}") if isinstance(value, Lines) else ""


def _block_entry(value: Any, column: int) -> str:
    """Return an entry of a list in a block, with its dash: a text, a row between brackets, or lines of YAML that are
    given."""
    if isinstance(value, Lines):
        first, *others = value.text.split("\n")
        return "".join([f"- {first}".rstrip(" "), *(f"\n{' ' * (column + 2)}{line}".rstrip(" ") for line in others)])
    return f"- {scalar_text(value, False) if isinstance(value, str) else _flow(value)}"


def _with_line_ends(span: Span, text: str) -> str:
    return text.replace("\n", "\r\n") if "\r\n" in span.source.text else text
