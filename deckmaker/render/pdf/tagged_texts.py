"""Which elements of the structure tree the paragraphs of a text are: paragraphs, items of lists, footnotes, or a part
of what the text belongs to (ISO 32000-1, 14.8.4)."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from deckmaker.model import Marker, Paragraph
from deckmaker.render.pdf.content import Owner
from deckmaker.render.pdf.structure import Element, Structure


class Part(NamedTuple):
    """Whose the words of a paragraph are from the end of the part before to before the `end`, a place in its text."""

    end: int
    owner: Owner


class Owners(NamedTuple):
    """Whose a paragraph's marker is, and whose its words are; where these are several's, that of each of their parts,
    in order."""

    label: Owner
    body: Owner
    parts: tuple[Part, ...] = ()


class TextTags(Protocol):
    """Says of each paragraph of a text, in their order, whose it is.

    Where an owner `is_shared` with other texts, a space parts them.
    """

    is_shared: bool

    def owners(self, paragraph: Paragraph) -> Owners: ...


class Whole:
    """A text that is all one owner's: a heading, a caption, an artifact, a label of a chart, which is one of many."""

    def __init__(self, owner: Owner, is_shared: bool = False) -> None:
        self._owners = Owners(owner, owner)
        self.is_shared = is_shared

    def owners(self, paragraph: Paragraph) -> Owners:
        return self._owners


class Blocks:
    """Paragraphs, and lists within lists; a text that follows another goes its lists on."""

    is_shared = False

    def __init__(self, structure: Structure, parent: Element) -> None:
        self._structure, self._parent = structure, parent
        self._lists: list[_List] = []

    def owners(self, paragraph: Paragraph) -> Owners:
        if paragraph.marker is Marker.NONE:
            self._lists = []
            own = self._structure.open("P", self._parent)
            return Owners(own, own)
        depth = paragraph.level + 1
        if paragraph.continues and len(self._lists) >= depth:
            del self._lists[depth:]
            own = self._structure.open("P", self._lists[-1].body)
            return Owners(own, own)
        self._reach(paragraph, depth)
        return self._item(paragraph)

    def _reach(self, paragraph: Paragraph, depth: int) -> None:
        """Close and open lists until one of the paragraph's kind is open at its depth."""
        del self._lists[depth:]
        if len(self._lists) == depth:
            last = self._lists[-1]
            begins_again = paragraph.marker is Marker.NUMBER and paragraph.number != last.number + 1
            if last.marker is not paragraph.marker or begins_again:
                self._lists.pop()
        while len(self._lists) < depth:  # of outer items, some stand on the slide before
            above = self._lists[-1].body if self._lists else self._parent
            element = self._structure.open("L", above, _numbering(paragraph.marker, len(self._lists)))
            body = element
            if len(self._lists) < depth - 1:
                body = self._structure.open("LBody", self._structure.open("LI", element))
            self._lists.append(_List(element, body, paragraph.marker, 0))

    def _item(self, paragraph: Paragraph) -> Owners:
        item = self._structure.open("LI", self._lists[-1].element)
        label: Owner = item if paragraph.continues else self._structure.open("Lbl", item)
        body = self._structure.open("LBody", item)
        self._lists[-1] = self._lists[-1]._replace(body=body, number=paragraph.number)
        return Owners(label, body)


class _List(NamedTuple):
    """A list that goes on: its element, the body of its last item, and of which kind and number that is."""

    element: Element
    body: Element
    marker: Marker
    number: int


def _numbering(marker: Marker, level: int) -> str:
    """Return the attributes of a list whose items have such markers (14.8.5.5)."""
    if marker is Marker.NUMBER:
        return list_numbering("LowerAlpha" if level % 2 else "Decimal")
    return list_numbering("Circle" if level % 2 else "Disc")


def list_numbering(kind: str) -> str:
    """Return the attributes of a list whose labels are of that kind."""
    return f"/A<</O/List/ListNumbering/{kind}>>"


class Notes:
    """Footnotes of the slide of a number: each a note whose label leads back to its mark."""

    is_shared = False

    def __init__(self, structure: Structure, parent: Element, slide: int) -> None:
        self._structure, self._parent, self._slide = structure, parent, slide

    def owners(self, paragraph: Paragraph) -> Owners:
        note = self._structure.open_note(self._parent, f"note-{self._slide}-{paragraph.number}")
        return Owners(self._structure.open("Lbl", note), self._structure.open("P", note))
