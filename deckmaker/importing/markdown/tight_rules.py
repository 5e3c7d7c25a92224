"""Lines of dashes that begin slides close below a text, where Markdown has underlined headings or words.

reveal.js and Slidev part a file by its lines, before they read Markdown. Sources: reveal.js, "Markdown", with `--` for
slides below others; reveal-md, `separator` and `verticalSeparator`; Slidev's parser.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from deckmaker.importing.markdown.fences import outside_comments, outside_fences
from deckmaker.importing.markdown.front_matter import slide_settings
from deckmaker.patterns import pattern

_RULE = "***"
"""A rule of Markdown that ends a text above it."""

_BELOW = "--"
_BESIDE = "---"
_UNDERLINE = pattern(r"(?:={2,}|-{4,})[ \t]*+")
"""What close below a text makes a heading of it, and parts no slides."""

_SLIDEV_RULE = pattern(r"-{3,}[ \t]*+")


def with_rules_for(text: str, separators: Sequence[str]) -> str:
    """Return a file with a rule for each of the lines that part its slides."""
    if not separators:
        return text
    lines = text.split("\n")
    for index in outside_fences(lines):
        if lines[index].strip() in separators:
            lines[index] = _RULE
    return "\n".join(lines)


def with_rules_of_slidev(text: str) -> str:
    """Return a file of Slidev in which each line of dashes is a rule but those that end front matter of a slide."""
    lines = text.split("\n")
    dashes = [index for index in outside_fences(lines) if _SLIDEV_RULE.fullmatch(lines[index])]
    ended = -1  # where the last front matter ends
    for index, following in zip_longest(dashes, dashes[1:], fillvalue=0):
        if index == ended:
            continue
        if index and lines[index - 1].strip():
            lines[index] = _RULE
        content = "\n".join(lines[index + 1 : following])
        if content.strip() and slide_settings(content) is not None:
            ended = following
    return "\n".join(lines)


def with_rules_of_reveal(text: str) -> str:
    """Return a file that rules part into slides with a rule for each `--`.

    One close below a text is none in a file with headings above lines of `==` or `----`: that may be an underline,
    too. Where somebody puts `--` close below texts, so does `---` stand there.
    """
    lines = text.split("\n")
    free = list(outside_comments(lines, outside_fences(lines)))
    has_underlines = any(index and lines[index - 1].strip() and _UNDERLINE.fullmatch(lines[index]) for index in free)
    apart = [index for index in _lines_of(lines, free, _BELOW) if not _is_tight(lines, index) or not has_underlines]
    if any(_is_tight(lines, index) for index in apart):
        apart += _lines_of(lines, free, _BESIDE)
    for index in apart:
        lines[index] = _RULE
    return "\n".join(lines)


def _lines_of(lines: Sequence[str], free: Sequence[int], dashes: str) -> Iterator[int]:
    return (index for index in free if lines[index].rstrip() == dashes)


def _is_tight(lines: Sequence[str], index: int) -> bool:
    return index > 0 and bool(lines[index - 1].strip())
