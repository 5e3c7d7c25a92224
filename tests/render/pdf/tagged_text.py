"""A PDF's structure tree as text: elements by pikepdf, their words by pdfplumber, by the identifiers of content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pdfplumber
import pikepdf

from tests.render.pdf.structure_check import is_element, kids


@dataclass
class Read:
    """An element as read back: its type, and in order its words and its elements; `said` is its text alternative."""

    tag: str
    kids: list[str | Read] = field(default_factory=list)
    said: str = ""
    attributes: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All words in it, as they follow one another."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    @property
    def elements(self) -> list[Read]:
        """The elements that it holds."""
        return [kid for kid in self.kids if isinstance(kid, Read)]

    def walk(self) -> Iterator[Read]:
        """Yield it and all elements within it, in reading order."""
        yield self
        for kid in self.elements:
            yield from kid.walk()

    def outline(self) -> str:
        """Return its elements without their words, such as `L(LI(Lbl LBody(P)))`."""
        inner = " ".join(kid.outline() for kid in self.elements)
        return f"{self.tag}({inner})" if inner else self.tag

    @property
    def blocks(self) -> Iterator[str]:
        """The texts of its blocks, in reading order: inline elements are a part of theirs."""
        if all(kid.tag in _INLINE for kid in self.elements):
            if text := self.text.strip():
                yield text
            return
        loose: list[str] = []
        for kid in self.kids:
            if isinstance(kid, str) or kid.tag in _INLINE:
                loose.append(kid if isinstance(kid, str) else kid.text)
                continue
            if text := "".join(loose).strip():
                yield text
            loose = []
            yield from kid.blocks
        if text := "".join(loose).strip():
            yield text


_INLINE = ("Link", "Reference", "Span")


def read_tagged(file: bytes) -> list[Read]:
    """Return the sections of a document, a page each."""
    with pikepdf.open(BytesIO(file)) as pdf, pdfplumber.open(BytesIO(file)) as pages:
        texts = {page.objgen: _texts(pages.pages[index]) for index, page in enumerate(pdf.pages)}
        return [_read(kid, texts) for kid in kids(pdf.Root.StructTreeRoot.K)]


def _texts(page: pdfplumber.page.Page) -> dict[int, str]:
    """Return the words of each marked content, in the order in which they are drawn."""
    found: dict[int, list[str]] = {}
    for char in page.chars:
        if char["mcid"] is not None:
            found.setdefault(char["mcid"], []).append(char["text"])
    return {mcid: "".join(parts) for mcid, parts in found.items()}


def _read(element: pikepdf.Object, texts: dict[tuple[int, int], dict[int, str]]) -> Read:
    said = str(element.get("/Alt", ""))
    attributes = {key.removeprefix("/"): str(value) for key, value in element.get("/A", {}).items()}
    read = Read(str(element.S).removeprefix("/"), said=said, attributes=attributes)
    for kid in kids(element):
        if is_element(kid):
            read.kids.append(_read(kid, texts))
        elif not isinstance(kid, pikepdf.Dictionary):
            read.kids.append(texts[element.Pg.objgen].get(int(kid), ""))
    return read
