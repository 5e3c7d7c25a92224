"""A Markdown file to a tree of its parts, by markdown-it-py and its plug-ins. Knows nothing of slides."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from deckmaker.budget.importing import MARKDOWN_LEVELS
from deckmaker.importing.markdown.attributes import attributes_behind, span_in_brackets, take_from_headings
from deckmaker.importing.markdown.fences import outside_fences
from deckmaker.importing.markdown.inline_formulas import formula_among_words
from deckmaker.importing.markdown.line_blocks import read_line_blocks
from deckmaker.importing.markdown.simple_tables import with_strokes
from deckmaker.importing.markdown.slots import ENDED_BY_SLOTS, SLOTS, mark_of_slot
from deckmaker.importing.markdown.surplus_cells import note_surplus_cells
from deckmaker.importing.markdown.unused_footnotes import UNUSED_FOOTNOTE, note_unused_footnotes
from deckmaker.patterns import pattern
from deckmaker.resolve.brackets import read_brackets_once

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

_DIV_FENCE = pattern(r":{3,}[ ]*+(\S.*|)\s*+")
_DEEPEST_DIV = 20
"""Divs inside one another; a slide has columns in columns, and notes."""


def read_markdown(text: str, has_slots: bool = False) -> SyntaxTreeNode:
    """Return the tree of a file: CommonMark, tables, footnotes, fenced divs and lists of definitions.

    Where it `has_slots`, lines such as `::right::` are paragraphs.
    """
    from markdown_it.token import Token
    from markdown_it.tree import SyntaxTreeNode

    tokens = _markdown().parse(_with_divs_told_apart(with_strokes(text)), {SLOTS: has_slots})
    for token in tokens:
        if token.children and _depth(token.children) > MARKDOWN_LEVELS.most:
            token.children = [Token("text", "", 0, content=token.content)]
    return SyntaxTreeNode(tokens)


def read_words(text: str) -> tuple[SyntaxTreeNode, dict[int, SyntaxTreeNode]]:
    """Return the words of one line as a part that holds them, and the footnotes in it by their numbers."""
    from markdown_it.tree import SyntaxTreeNode

    words, *footnotes = _markdown().parseInline(text, {SLOTS: False})
    return SyntaxTreeNode([words]), footnotes_of(SyntaxTreeNode(footnotes))


def footnotes_of(root: SyntaxTreeNode) -> dict[int, SyntaxTreeNode]:
    """Return the footnotes of a text by their numbers."""
    notes = (one for node in root.children if node.type == "footnote_block" for one in node.children)
    return {one.meta.get("id", -1): one for one in notes}


def too_deep(root: SyntaxTreeNode) -> SyntaxTreeNode | None:
    """Return the first part of a file that stands so deep in others that nothing in it was read."""
    return next((node for node in root.walk(include_self=False) if node.level >= MARKDOWN_LEVELS.most - 1), None)


def _depth(tokens: Sequence[Token]) -> int:
    """Return how deep marks stand in one another."""
    return max(accumulate(token.nesting for token in tokens))


def _with_divs_told_apart(text: str) -> str:
    """Return a text whose fenced divs have fewer colons the deeper they stand in others.

    Pandoc knows where one ends by its name or attributes, which its end has not; our parser by the number of colons.
    Source: Pandoc's manual, "Extension: fenced_divs".
    """
    if ":::" not in text:
        return text
    lines = text.split("\n")
    fences = list(_div_fences(lines))
    deepest = max((depth for _, depth, _ in fences), default=0)
    for index, depth, rest in fences:
        lines[index] = f"{':' * (3 + deepest - depth)} {rest}".rstrip()
    return "\n".join(lines)


def _div_fences(lines: list[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the lines on which divs begin and end, how deep they stand, and what is behind their colons."""
    depth = 0
    for index in outside_fences(lines):
        if not (found := _DIV_FENCE.fullmatch(lines[index])):
            continue
        rest = found[1].rstrip(": ")
        if rest and depth < _DEEPEST_DIV:
            yield index, depth, rest
            depth += 1
        elif not rest and depth:
            depth -= 1
            yield index, depth, ""


@cache
def _markdown() -> MarkdownIt:
    from markdown_it import MarkdownIt
    from mdit_py_plugins.container import container_plugin
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.footnote import footnote_plugin

    markdown = MarkdownIt("commonmark", {"maxNesting": MARKDOWN_LEVELS.most}).enable("table")
    markdown.use(footnote_plugin).use(deflist_plugin)
    markdown.use(container_plugin, "div", marker=":", validate=lambda *_: True)
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]  # what may not stay is told, not hidden
    markdown.block.ruler.before("lheading", "slot", mark_of_slot, {"alt": list(ENDED_BY_SLOTS)})
    read_brackets_once(markdown)
    markdown.inline.ruler.at("footnote_inline", _footnote)
    markdown.inline.ruler.before("escape", "formula", formula_among_words)
    markdown.inline.ruler.before("escape", "attributes", attributes_behind)
    markdown.inline.ruler.before("link", "span", span_in_brackets)
    markdown.core.ruler.before("footnote_tail", UNUSED_FOOTNOTE, note_unused_footnotes)
    markdown.core.ruler.after("block", "surplus_cells", note_surplus_cells)
    markdown.core.ruler.after("block", "line_blocks", read_line_blocks)
    markdown.core.ruler.after("block", "heading_attributes", take_from_headings)
    markdown.core.ruler.disable("text_join")  # which would lose what is behind a backslash
    return markdown


def _footnote(state: StateInline, silent: bool) -> bool:
    """Read `^[text]` by the plug-in's rule where it ends: that rule has a way of its own to look for ends."""
    from mdit_py_plugins.footnote.index import footnote_inline

    if not state.src.startswith("^[", state.pos) or state.md.helpers.parseLinkLabel(state, state.pos + 1) < 0:
        return False
    return footnote_inline(state, silent)
