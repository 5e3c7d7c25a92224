"""HTML in Markdown: its texts, its pictures and its comments. Tags say nothing that a deck could show.

It is read by lxml, in time that grows with its length, however it is broken.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from deckmaker.dataclasses import dataclass, field
from deckmaker.patterns import pattern

_TAG = pattern(r"<(/?)([a-zA-Z][\w-]*)")
_SPACES = pattern(r"\s++")
_SILENT = ("script", "style", "svg", "math", "template", "noscript")
_EMBEDDED = ("iframe", "video", "audio", "embed", "object", "source", "canvas")
_APART = (
    *("address", "article", "aside", "blockquote", "br", "center", "dd", "details", "div", "dl", "dt", "figcaption"),
    *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p"),
    *("pre", "section", "summary", "table", "td", "th", "tr", "ul"),
)
"""Elements that stand on lines of their own, or in cells: what stands beside them is another text."""


@dataclass(slots=True)
class ReadHtml:
    """What a piece of HTML holds: texts, pictures as `(src, alt, title)`, comments, and the names of its tags.

    Texts are in pieces, each with the address that it leads to, or ''. `titles` are what shows where a pointer rests on
    words, `lost` the tags of elements of which nothing is left.
    """

    pieces: list[list[tuple[str, str]]] = field(default_factory=list)
    pictures: list[tuple[str, str, str]] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)

    @property
    def texts(self) -> list[str]:
        """The texts without their links."""
        return ["".join(words for words, _ in text) for text in self.pieces]

    @property
    def lost(self) -> tuple[str, ...]:
        """The names of elements of which nothing is left."""
        return tuple(tag for tag in self.tags if tag in _SILENT or tag in _EMBEDDED)


def read_tag(written: str) -> ReadHtml:
    """Return what one tag or one comment says, as it stands among words."""
    if written.startswith("<!--"):
        return ReadHtml(comments=[written.removeprefix("<!--").removesuffix("-->").strip()])
    found = _TAG.match(written)
    if not found:
        return ReadHtml()
    name = found[2].lower()
    if found[1]:
        return ReadHtml(closed=[name])
    return read_html(written) if name in ("img", "a") or "title" in written.lower() else ReadHtml(tags=[name])


def read_html(written: str) -> ReadHtml:
    """Return what a piece of HTML holds."""
    from lxml import etree

    found = ReadHtml()
    parser = etree.HTMLParser(no_network=True)
    try:
        root = etree.fromstring(f"<body>{written}</body>", parser)
    except (etree.LxmlError, ValueError):  # signs that XML forbids, which are no text either
        root = None
    if root is None:
        return found
    words: list[tuple[str, str]] = []
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event == "start":
            _begin(element, found, words)
        elif event == "comment":
            found.comments.append((element.text or "").strip())
        if event != "start" and element.tag in _APART:
            _end_text(words, found)
        if event != "start" and element.tail and not _is_silent(element.getparent()):
            words.append((element.tail, _address(element.getparent())))
    _end_text(words, found)
    return found


def _begin(element: Any, found: ReadHtml, words: list[tuple[str, str]]) -> None:
    tag = str(element.tag)
    if tag not in ("html", "body"):
        found.tags.append(tag)
    if tag == "a":
        found.addresses.append(element.get("href", ""))
    if tag != "img" and (title := " ".join(element.get("title", "").split())):
        found.titles.append(title)
    if tag == "img":
        found.pictures.append((element.get("src", ""), element.get("alt", ""), element.get("title", "")))
    if tag in _APART:
        _end_text(words, found)
    if element.text and not _is_silent(element):
        words.append((element.text, _address(element)))


def _is_silent(element: Any) -> bool:
    return any(one.tag in _SILENT for one in _with_ancestors(element))


def _with_ancestors(element: Any) -> Iterator[Any]:
    while element is not None:
        yield element
        element = element.getparent()


def _address(element: Any) -> str:
    """Return where words in an element lead."""
    links = (one.get("href", "").strip() for one in _with_ancestors(element) if one.tag == "a")
    return next(links, "")


def _end_text(words: list[tuple[str, str]], found: ReadHtml) -> None:
    """End a text, which stands alone."""
    text: list[tuple[str, str]] = []
    for address, group in groupby(words, lambda one: one[1]):
        piece = _SPACES.sub(" ", "".join(one for one, _ in group))
        if not text or text[-1][0].endswith(" "):
            piece = piece.removeprefix(" ")
        if piece:
            text.append((piece, address))
    if text:
        text[-1] = (text[-1][0].rstrip(), text[-1][1])
    if kept := [one for one in text if one[0]]:
        found.pieces.append(kept)
    words.clear()
