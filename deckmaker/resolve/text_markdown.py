"""What a text holds that may be Markdown: paragraphs, as nearly all do, or blocks that a reader of Markdown finds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.diagnostics import Span
from deckmaker.patterns import pattern
from deckmaker.resolve.passages import Passage
from deckmaker.resolve.stray_marks import marks_within, stray_marks
from deckmaker.resolve.text_parts import ReadText, Running, Words

BLANKS = " \t\r\u00a0\u3000"
"""What a line that looks empty may hold. Python's own list has control characters too, which are to be reported."""

_MAY_BEGIN_BLOCK = pattern(
    r"^[ \t]*+(?:[-+*][ \t]++\S|\d{1,9}[.)][ \t]++\S|#{1,6}[ \t]++\S|>|```|~~~"
    r"|(?:\*[ \t]*+){3,}+$|(?:_[ \t]*+){3,}+$|(?:-[ \t]*+){3,}+$|\|?[ \t]*+:?-++:?[ \t]*+\|)",
    re.MULTILINE,
)
"""Lines with which something else than a paragraph may begin, or the header of a table end."""

DEEPEST = 9
"""List levels that a PowerPoint paragraph can have (ECMA-376 Part 1, 20.1.10.75)."""

MOST_NUMBER = 32_767
"""The largest number with which PowerPoint begins a list (ECMA-376 Part 1, 20.1.10.74)."""

DEEPEST_MARKS = 120
"""Lists and quotations inside one another, as far as they are read: far more than slides show, and that is told."""


def may_begin_block(text: str) -> bool:
    """Tell whether a text may hold anything but paragraphs; most do not, and Markdown takes long to load."""
    return bool(_MAY_BEGIN_BLOCK.search(text))


def read_text(text: str, span: Span) -> ReadText:
    """Read the blocks of a text that is written at `span`."""
    if may_begin_block(text):
        from deckmaker.resolve.markdown_blocks import BlockReader  # with a parser, which takes long to load

        read = BlockReader(text, span).read()
    else:
        read = ReadText([Running(tuple(Words(one) for one in passages_of(text, span)), span)])
    for words in read.words:
        read.flaws += stray_marks(words)
    return read


def read_paragraphs(text: str, span: Span) -> ReadText:
    """Read a text of paragraphs alone: what would begin another block stays as typed, and is told where it is lost
    among other words."""
    read = ReadText([Running(tuple(Words(one) for one in passages_of(text, span)), span)])
    for words in read.words:
        read.flaws += marks_within(words.passage)
    return read


def passages_of(text: str, span: Span) -> Iterator[Passage]:
    """Yield the paragraphs of a text, between which there are blank lines."""
    for begin, end in stretches_of(text):
        yield Passage(text[begin:end], text, span, ((begin, end - begin),))


def stretches_of(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of a text between blank lines begins and ends."""
    begin = end = None
    place = 0
    for line in text.split("\n"):  # not `splitlines`: it knows more line ends than an author, and swallows them
        if line.strip(BLANKS):
            begin = place if begin is None else begin
            end = place + len(line)
        elif begin is not None and end is not None:
            yield begin, end
            begin = None
        place += len(line) + 1
    if begin is not None and end is not None:
        yield begin, end
