"""Tags of HTML among words of Markdown that are marks in a deck, where they are opened and closed in the same words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from deckmaker.importing.markdown.html import read_tag
from deckmaker.importing.markdown.plain_text import plain_text

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

HTML_MARKS = {"b": "**", "strong": "**", "em": "*", "i": "*", "sub": "~", "sup": "^"}
_SCRIPTS = ("sub", "sup")


def paired_tags(nodes: Sequence[SyntaxTreeNode]) -> dict[int, str]:
    """Return the marks for tags that have one."""
    marks: dict[int, str] = {}
    opened: dict[str, int] = {}
    for index, node in enumerate(nodes):
        if node.type != "html_inline":
            continue
        read = read_tag(node.content)
        for tag in read.tags:
            opened[tag] = index
        for tag in read.closed:
            begin = opened.pop(tag, None)
            if begin is not None and tag in HTML_MARKS and _takes_mark(tag, nodes[begin + 1 : index]):
                marks[begin] = marks[index] = HTML_MARKS[tag]
    return marks


def _takes_mark(tag: str, inner: Sequence[SyntaxTreeNode]) -> bool:
    """Tell whether words may stand between a tag's marks: some do, and raised ones have no spaces."""
    words = "".join(one.content if one.type == "text" else plain_text([one]) for one in inner)
    return bool(words.strip()) and words == words.strip() and not (tag in _SCRIPTS and " " in words)


def paired_links(nodes: Sequence[SyntaxTreeNode], target: Callable[[str], str]) -> dict[int, str]:
    """Return the marks for tags of links around words. `target` returns what stands behind the words of one, nothing
    where it leads nowhere."""
    marks: dict[int, str] = {}
    opened: tuple[int, str] | None = None
    for index, node in enumerate(nodes):
        if node.type != "html_inline":
            continue
        read = read_tag(node.content)
        if "a" in read.tags:
            opened = (index, read.addresses[0].strip())
        elif "a" in read.closed and opened:
            begin, address = opened
            opened = None
            inner = nodes[begin + 1 : index]
            has_link = any(one.type == "link" for part in inner for one in part.walk())
            if plain_text(inner) and not has_link and (behind := target(address)):
                marks[begin], marks[index] = "[", f"]{behind}"
    return marks
