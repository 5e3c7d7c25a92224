"""A run of prose as blocks of a deck: each under its key where that says it all, else together in one `text`.

A `text` of a deck is Markdown with paragraphs, lists, headings, quotations and code. So what stands in a row is kept
in its order, and short forms such as `bullets` are used where the order allows.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckmaker.dataclasses import dataclass
from deckmaker.importing.imported import Block
from deckmaker.language.code import HIGHLIGHT
from deckmaker.patterns import pattern
from deckmaker.resolve.text_markdown import may_begin_block

_NUMBERED = pattern(r"\s*+\d{1,9}(?=[.)])")


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph, a list, a quotation … as Markdown, and as a block of its own, where it can be one."""

    markdown: str
    block: Block | None = None
    is_heading: bool = False

    @property
    def is_paragraph(self) -> bool:
        """Tell whether it is a text like those beside it."""
        return self.block is not None and self.block[0] == "text"


def paragraph(words: str) -> Prose:
    """Return a paragraph, no line of which begins another block."""
    text = "\n".join(_no_block(line) for line in words.split("\n"))
    return Prose(text, ("text", text))


def heading(words: str) -> Prose:
    """Return a heading within a slide."""
    return Prose(f"## {words}", ("heading", words), is_heading=True)


def code(content: str, info: str) -> Prose:
    """Return lines of code, between longer fences than they hold."""
    lines = content.rstrip("\n").expandtabs(4)
    longest = max((len(run) for run in pattern("`{3,}").findall(lines)), default=2)
    fence = "`" * (longest + 1)
    said = [] if "`" in info else [*HIGHLIGHT.sub(" ", info).split()[:1], *(one[0] for one in HIGHLIGHT.finditer(info))]
    return Prose(f"{fence}{' '.join(said)}\n{lines}\n{fence}")


def quotation(paragraphs: Sequence[str], by: str) -> Prose:
    """Return a quotation of one paragraph or several, and who said it."""
    lines = "\n\n".join([paragraph(one).markdown for one in paragraphs] + ([f"— {by}"] if by else []))
    markdown = "\n".join(f"> {line}".rstrip() for line in lines.split("\n"))
    value: Any = {"text": paragraphs[0], "by": by} if by else paragraphs[0]
    return Prose(markdown, ("quote", value) if len(paragraphs) == 1 else None)


def blocks_of(run: Sequence[Prose]) -> list[Block]:
    """Return the blocks of a run of prose. A heading at its end introduces what follows, and is a block of its own."""
    if not run:
        return []
    if run[-1].is_heading:
        return [*blocks_of(run[:-1]), ("heading", run[-1].markdown.removeprefix("## "))]
    apart: list[Block] = []
    for one in run:
        if one.block is None:
            break
        if one.is_paragraph and apart and apart[-1][0] == "text":
            apart[-1] = ("text", f"{apart[-1][1]}\n\n{one.markdown}")
        else:
            apart.append(one.block)
    else:
        kinds = [key for key, _ in apart]
        if len(set(kinds)) == len(kinds):
            return apart
    return [("text", "\n\n".join(one.markdown for one in run))]


def _no_block(line: str) -> str:
    """Return a line of a paragraph with a backslash where it would begin another block."""
    if not may_begin_block(line):
        return line
    number = _NUMBERED.match(line)
    return f"{number[0]}\\{line[number.end() :]}" if number else f"\\{line}"
