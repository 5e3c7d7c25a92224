"""The structure tree of a PDF (ISO 32000-1, 14.7 and 14.8): what its content is, in reading order.

It is written while pages are: what stays in memory is a number or two a page, and the elements that are still open.
PDF/UA-1 is built on this edition of the standard, and so are the clauses that are named here.
"""

from __future__ import annotations

from collections.abc import Iterable

from deckmaker.render.pdf.text_strings import text_string
from deckmaker.render.pdf.writing import StreamedDocument

_LEAF = 256
"""Entries of the parent tree in one leaf: readers look pages up, and never need all."""


class Element:
    """An element: its standard type, such as P, its number in the file, and what it holds so far, in reading order.

    `entries` are those of its dictionary besides, as they read there. It `has_content` if some of its kids are content
    of its page.
    """

    __slots__ = ("entries", "has_content", "kids", "number", "parent", "tag")

    def __init__(self, tag: str, number: int, parent: int, entries: str) -> None:
        self.tag, self.number, self.parent, self.entries = tag, number, parent, entries
        self.kids: list[str] = []
        self.has_content = False

    def own(self, content: int) -> None:
        """Make marked content of the page, by its identifier (MCID), the last thing that the element holds."""
        self.kids.append(str(content))
        self.has_content = True

    def written(self, page: int) -> str:
        """Return its dictionary; `page` is the number of the page that its content is on."""
        on = f"/Pg {page} 0 R" if self.has_content else ""
        kids = f"/K {self.kids[0]}" if len(self.kids) == 1 else f"/K[{' '.join(self.kids)}]" if self.kids else ""
        return f"<</S/{self.tag}/P {self.parent} 0 R{self.entries}{on}{kids}>>"


class Structure:
    """The structure tree of one document, in which the element `document` holds all others."""

    def __init__(self, document: StreamedDocument) -> None:
        self._document = document
        self._root = document.new_number()
        self.document = Element("Document", document.new_number(), self._root, "")
        self._open: list[Element] = []
        self.kept: Element | None = None
        """The element that goes on on the next page, which has no content but its kids'."""
        self._owners: list[int] = []
        self._leaves: list[str] = []
        self._keys = 0
        self._ids: list[tuple[str, int]] = []

    def open(self, tag: str, parent: Element, entries: str = "") -> Element:
        """Begin an element, the last that its parent holds. It is written with the page that it is on."""
        element = Element(tag, self._document.new_number(), parent.number, entries)
        parent.kids.append(f"{element.number} 0 R")
        self._open.append(element)
        return element

    def open_note(self, parent: Element, name: str) -> Element:
        """Begin a footnote, which PDF/UA-1 (7.9) wants a name of its own for, in the document."""
        note = self.open("Note", parent, f"/ID {text_string(name)}")
        self._ids.append((name, note.number))
        return note

    def key(self, owner: int) -> int:
        """Return the key by which a page or an annotation finds its owner, an object of that number: for a page a list
        of elements, by the identifiers of its content."""
        self._owners.append(owner)
        self._keys += 1
        if len(self._owners) == _LEAF:
            self._write_leaf()
        return self._keys - 1

    def page_key(self, owners: Iterable[Element]) -> int:
        """Return the key of a page whose marked content belongs to elements, in the order of its identifiers."""
        number = self._document.new_number()
        self._document.write_numbered(number, f"[{' '.join([f'{one.number} 0 R' for one in owners])}]")
        return self.key(number)

    def hold(self, element: Element, annotation: int, page: int) -> int:
        """Make an annotation on a page, by their numbers, an element's (14.7.4.3); return its key."""
        element.kids.append(f"<</Type/OBJR/Obj {annotation} 0 R/Pg {page} 0 R>>")
        return self.key(element.number)

    def close(self, page: int) -> None:
        """Write all elements that are open but the one that is kept; their content is on the page of that number."""
        kept = self.kept
        closed = [element for element in self._open if element is not kept]
        self._document.write_all([one.number for one in closed], [one.written(page) for one in closed])
        self._open = [self.kept] if self.kept else []

    def _write_leaf(self) -> None:
        first = self._keys - len(self._owners)
        pairs = " ".join(f"{key} {owner} 0 R" for key, owner in enumerate(self._owners, start=first))
        number = self._document.new_number()
        self._document.write_numbered(number, f"<</Limits[{first} {self._keys - 1}]/Nums[{pairs}]>>")
        self._leaves.append(f"{number} 0 R")
        self._owners = []

    def finish(self) -> None:
        """Write what had to wait, and have the catalogue say that the document is tagged."""
        if self._owners:
            self._write_leaf()
        written = self._document.write_numbered
        written(self.document.number, self.document.written(0))
        tree = f"/ParentTree<</Kids[{' '.join(self._leaves)}]>>/ParentTreeNextKey {self._keys}"
        if self._ids:
            names = " ".join(f"{text_string(name)} {number} 0 R" for name, number in sorted(self._ids))
            tree += f"/IDTree<</Names[{names}]>>"
        written(self._root, f"<</Type/StructTreeRoot/K {self.document.number} 0 R{tree}>>")
        self._document.Catalog.StructTreeRoot = f"{self._root} 0 R"
        self._document.Catalog.MarkInfo = "<</Marked true>>"
