"""Which lines of a Markdown file are no code between fences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.patterns import pattern

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
