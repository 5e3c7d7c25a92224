"""Which lines of a Markdown file are no code between fences, and no comments."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckmaker.patterns import pattern

_COMMENT = pattern(r"[ ]{0,3}<!--")
_FENCE = pattern(r"[ ]{0,3}(`{3,}|~{3,})")


def outside_fences(lines: Sequence[str]) -> Iterator[int]:
    """Yield the numbers of the lines, from 0, that are no code and begin or end none."""
    fence = ""
    for index, line in enumerate(lines):
        if found := _FENCE.match(line):
            if not fence:
                fence = found[1]
            elif found[1].startswith(fence) and not line.strip("`~ \t\r"):
                fence = ""
        elif not fence:
            yield index


def outside_comments(lines: Sequence[str], free: Iterable[int]) -> Iterator[int]:
    """Yield those of the `free` lines that are not in a comment which begins on a line of its own."""
    is_comment = False
    for index in free:
        is_comment = is_comment or bool(_COMMENT.match(lines[index]))
        if not is_comment:
            yield index
        is_comment = is_comment and "-->" not in lines[index]
