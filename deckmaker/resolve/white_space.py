"""White space in a paragraph of Markdown: hard line breaks and the spaces of code are kept, all else is one space.

Source: CommonMark 0.31.2, 6.1 (code spans) and 6.7 (hard line breaks).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from deckmaker.patterns import pattern
from deckmaker.resolve.characters import SPACES

HARD_BREAK = "\u2028"
"""Stands for a hard line break, between two spaces, until the marks are read; no text holds one otherwise."""

TAB = "    "
"""What a tab in code is shown as."""

_BREAK = "\x00"
"""The same while white space is joined: U+2028 is white space itself, and no text that was checked holds this."""

_BACKTICKS = pattern(r"(?<!\\)(\\*+)(`++)")


def spaced(text: str) -> str:
    """Return a paragraph in which white space is one space, but for that in code and for hard breaks."""
    if "`" not in text and "\n" not in text:
        return SPACES.sub(" ", text).strip(" ")
    parts, end = [], 0
    for begin, stop in code_spans(text):
        parts += [_spaced_words(text[end:begin]), _spaced_code(text[begin:stop])]
        end = stop
    return "".join([*parts, _spaced_words(text[end:])]).strip(f" {HARD_BREAK}")


def with_breaks(text: str, end: str) -> str:
    """Return a stretch of a paragraph with an `end` of line in place of each hard break and the spaces around it."""
    first, *others = text.split(HARD_BREAK)
    if not others:
        return text
    *between, last = (one.lstrip(" ") for one in others)
    return end.join([first.rstrip(" "), *(one.rstrip(" ") for one in between), last])


def code_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each code span of a paragraph begins and ends, its backticks included."""
    runs = [(found.start(2), found.end(2), len(found[1]) % 2) for found in _BACKTICKS.finditer(text)]
    closing: dict[int, list[tuple[int, int]]] = {}
    for begin, stop, _ in runs:
        closing.setdefault(stop - begin, []).append((begin, stop))
    end = 0
    for begin, stop, is_escaped in runs:
        opens = begin + is_escaped  # a backslash takes the first of them
        if begin < end or opens == stop:
            continue
        others = closing.get(stop - opens, [])
        index = bisect_right(others, (stop, stop))
        if index < len(others):
            end = others[index][1]
            yield opens, end


def _spaced_words(text: str) -> str:
    *lines, last = text.split("\n")
    return SPACES.sub(" ", "".join([*map(_with_end, lines), last])).replace(_BREAK, HARD_BREAK)


def _with_end(line: str) -> str:
    """Return a line with what its end is: a space, or a hard break where a backslash or two spaces make it one."""
    words = line.rstrip(" \t\r")
    spaces = line[len(words) :].rstrip("\r")
    backslashes = len(words) - len(words.rstrip("\\"))
    if backslashes % 2 and not spaces:
        return f"{words[:-1]} {_BREAK} "
    return f"{words} {_BREAK} " if spaces.startswith("  ") else f"{words} "


def code_lines(text: str) -> str:
    """Return lines of code with the spaces before and between their words, also empty ones."""
    lines = text.replace("\t", TAB).split("\n")
    return "\n".join(SPACES.sub(lambda found: " " * len(found[0]), line).rstrip(" ") for line in lines)


def _spaced_code(text: str) -> str:
    """Return a code span whose line ends are spaces; its other spaces are as typed, a tab as four."""
    return re.sub(r"[\r\x85\u2028\u2029]", " ", re.sub(r"\r?\n[ \t]*", " ", text)).replace("\t", "    ")
