"""Placeholders of layouts and masters, from which those of slides take places and texts (19.3.1.36).

Each layout and master is looked through once, however many slides and shapes stand on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from deckmaker.template.names import P
from deckmaker.template.placeholders import placeholder_of

TITLES = ("title", "ctrTitle")


class Placeholders:
    """The placeholders of a layout or a master, by their indices and by their kinds: the first of each."""

    def __init__(self, root: Element | None) -> None:
        self._by_index: dict[str, Element] = {}
        self._by_kind: dict[str, Element] = {}
        for element, type, index in _placeholders(root):
            self._by_index.setdefault(index, element)
            self._by_kind.setdefault(_kind(type), element)

    def of_index(self, type: str, index: str) -> Element | None:
        """Return that of the same index, else that of the same kind."""
        found = self._by_index.get(index) if index else None
        return self.of_kind(type) if found is None else found

    def of_kind(self, type: str) -> Element | None:
        """Return that of the same kind."""
        return self._by_kind.get(_kind(type))


def _placeholders(root: Element | None) -> Iterator[tuple[Element, str, str]]:
    for one in root.iterfind(f"{P}cSld/{P}spTree/*") if root is not None else ():
        if (found := placeholder_of(one)) is not None:
            yield one, found.get("type") or "obj", found.get("idx") or ""


def _kind(type: str) -> str:
    """Return what a placeholder is a kind of in a master: a title, a piece of furniture, or a body."""
    return "title" if type in TITLES else type if type in ("dt", "ftr", "sldNum", "hdr") else "body"


NO_PLACEHOLDERS = Placeholders(None)
