"""Links within a Markdown file: to headings, as Pandoc and GitHub name them, and to slides by their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from deckmaker.importing.ids import OwnIds, id_of_title
from deckmaker.importing.markdown.attributes import ATTRIBUTES, attributes_of
from deckmaker.importing.markdown.parting import Part
from deckmaker.importing.markdown.plain_text import plain_text
from deckmaker.model.text import may_be_name
from deckmaker.patterns import pattern
from deckmaker.resolve.slide_links import slug

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

_CLOSE = pattern(r"\{[^{}\n]*\}")
"""Attributes close behind a word, which stay words, and name the heading for other programs."""


class Anchors:
    """The slides that links of a file may lead to, from 0; those that one leads to are `used`, with their ids."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.used: dict[int, str] = {}
        self._ids = OwnIds()
        self._names: dict[str, int] = {}
        self._titles: list[str] = []
        for index, part in enumerate(parts):
            self._titles.append("")
            for heading in (part.title, *part.nodes):
                if heading is not None and heading.type == "heading":
                    self._add(heading, index, heading is part.title)

    def _add(self, heading: SyntaxTreeNode, index: int, is_title: bool) -> None:
        behind = [one.content for one in heading.walk() if one.type == ATTRIBUTES]  # a link or a picture
        words = plain_text(heading.children)
        if close := _CLOSE.search("".join(one.content for one in heading.walk() if one.type == "text")):
            words = words.partition(close[0])[0]
            behind.append(close[0])
        for one in " ".join([attributes_of(heading), *behind]).replace("{", " ").replace("}", " ").split():
            if one.startswith("#"):
                self._names.setdefault(_key(one), index)
        self._names.setdefault(_key(words), index)
        if is_title:
            self._titles[index] = id_of_title(words)

    def id_of(self, address: str) -> str | None:
        """Return the id of the slide that an address within the file leads to; None where it leads to none."""
        name = unquote(address[1:]).removeprefix("/") if address.startswith("#") else ""
        index = self._names.get(_key(name)) if name else None
        if index is None and name.isdecimal() and 0 < int(name[:9]) <= len(self._titles):
            index, name = int(name[:9]) - 1, ""
        if index is None:
            return None
        if index not in self.used:
            wished = [one for one in (name, self._titles[index]) if may_be_name(one) and not one.isdecimal()]
            self.used[index] = self._ids.own(*wished, f"slide-{index + 1}")
        return self.used[index]


def _key(name: str) -> str:
    """Return what of a name all programs agree about: its letters and digits."""
    return slug(name).replace("-", "")
