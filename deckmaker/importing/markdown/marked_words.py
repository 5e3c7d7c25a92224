"""Words of Markdown in the making: signs that are no marks held apart from marks, until all of a text is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.importing.markdown.words import BREAK
from deckmaker.importing.marks import SIGN, literal
from deckmaker.resolve.inline import parse_inline

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_NO_MARK = "\1"
"""Stands before a sign that is no mark in Markdown, and could be one in a deck: nothing, or a backslash in the end."""

_NOWHERE = Span(SourceFile("", ""), 1, 1, 1, 1)


def tidy(text: str) -> str:
    """Return words without empty lines, which would begin another paragraph, and without a break at an end."""
    lines = [line.strip() for line in text.split("\n")]
    return "\n".join(line for line in lines if line.strip(BREAK)).strip(BREAK)


def held(text: str) -> str:
    """Return words as they were typed, each sign noted that a deck could take for a mark."""
    return SIGN.sub(rf"{_NO_MARK}\g<0>", text)


def as_typed(text: str) -> str:
    """Return words whose signs are as they were typed; where a deck's reader finds what may not be in them, such as a
    link that Markdown's did not find, behind backslashes."""
    bare = text.replace(_NO_MARK, "")
    if not (f"{_NO_MARK}[" in text or f"{_NO_MARK}<" in text):
        return bare
    found = Diagnostics()
    parse_inline(bare.replace(BREAK, "\\"), _NOWHERE, found, may_break=True)
    return text.replace(_NO_MARK, "\\") if found.failed(False) else bare


def is_read_as(node: SyntaxTreeNode, text: str) -> bool:
    """Tell whether a deck's reader finds the marks in words that Markdown's found.

    It does but where marks stand side by side, as in `_a_*b*`, for which stars alone have no form. Where tags of HTML
    are marks of decks, this is not asked; what raises or lowers letters is none of Markdown's.
    """
    if any(one.type == "html_inline" and not one.content.startswith("<!--") for one in node.walk()):
        return True
    runs = parse_inline(text, _NOWHERE, Diagnostics())
    found = [(sign, run.bold, run.italic) for run in runs for sign in run.text if not _is_unasked(sign)]
    signs = (found for one in node.children for found in _signs(one, False, False))
    wanted = [one for one in signs if not _is_unasked(one[0])]
    return found == wanted


def _is_unasked(sign: str) -> bool:
    return sign.isspace() or sign in "^~"


def _signs(node: SyntaxTreeNode, bold: bool, italic: bool) -> Iterator[tuple[str, bool, bool]]:
    """Yield the signs of words, and whether each is bold and italic."""
    bold, italic = bold or node.type == "strong", italic or node.type == "em"
    if node.type in ("text", "text_special", "code_inline"):
        yield from ((sign, bold, italic) for sign in node.content)
    elif node.type != "image":
        for one in node.children:
            yield from _signs(one, bold, italic)


def without_marks(node: SyntaxTreeNode, footnotes: Mapping[int, str]) -> str:
    """Return words alone, their breaks, spaces and footnotes kept."""
    if node.type in ("softbreak", "hardbreak"):
        return "\n"
    if node.type in ("text", "text_special", "code_inline"):
        return literal(node.content)
    if node.type == "footnote_ref":
        return footnotes.get(node.meta.get("id", -1), "")
    return "" if node.type == "image" else "".join(without_marks(one, footnotes) for one in node.children)


def around(inner: str, mark: str) -> str:
    """Return words between marks, the spaces at their ends outside: there, a mark would be none."""
    words = inner.strip()
    if not words:
        return inner
    before, after = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    return f"{before}{mark}{words}{mark}{after}"
