"""Small changes to the parts of a sound package, each of which makes it unsound."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

from tests.render.pptx.decks import find

Parts = dict[str, bytes]
Change = Callable[[Parts], Parts]

OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def part_in(found: Parts, name: str) -> str:
    """Return the part of a name, or the first of a slide that has these words: slides of a deck change places."""
    of_slides = (one for one, content in found.items() if one.startswith("ppt/slides/") and name.encode() in content)
    return name if name in found else next(of_slides)


def changed(name: str, old: bytes, new: bytes, encoding: str = "utf-8") -> Change:
    """Return a change: in one part, the first `old` becomes `new`; the part is written in an `encoding` then."""

    def change(found: Parts) -> Parts:
        part = part_in(found, name)
        assert old in found[part], found[part].decode()
        text = found[part].replace(old, new, 1).decode()
        return found | {part: text.replace("UTF-8", encoding.upper(), 1).encode(encoding)}

    return change


def edited(name: str, path: str, edit: Callable[[Any], None]) -> Change:
    """Return a change: in one part, something is done to the first element that an XPath finds."""

    def change(found: Parts) -> Parts:
        part = part_in(found, name)
        tree = etree.fromstring(found[part])
        edit(find(tree, path)[0])
        return found | {part: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)}

    return change


def removed(name: str, path: str) -> Change:
    """Return a change: in one part, the first element that an XPath finds is gone."""
    return edited(name, path, lambda one: one.getparent().remove(one))


def set_to(name: str, path: str, attribute: str, value: str) -> Change:
    """Return a change: in one part, the first element that an XPath finds has another attribute."""
    return edited(name, path, lambda one: one.set(attribute, value))


def without(*names: str) -> Change:
    """Return a change: these parts are missing."""
    return lambda found: {name: content for name, content in found.items() if name not in names}


def added(name: str, content: bytes = b"<a/>") -> Change:
    """Return a change: there is a part more, or it has other content."""
    return lambda found: found | {name: content}


def related(source: str, id: str, target: str, kind: bytes = b"image", mode: str = "") -> Change:
    """Return a change: a part has a relationship more."""
    folder, _, file = source.rpartition("/")
    one = f'<Relationship Id="{id}" Target="{target}" {mode} Type="'.encode() + OFFICE + kind + b'"/></Relationships>'
    return changed(f"{folder}/_rels/{file}.rels", b"</Relationships>", one)


def both(*changes: Change) -> Change:
    """Return these changes, one after the other."""

    def change(found: Parts) -> Parts:
        for one in changes:
            found = one(found)
        return found

    return change


def packed(parts: Parts) -> bytes:
    """Return parts as a zip file."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()
