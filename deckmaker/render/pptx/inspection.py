"""The package looked over as it is written: what PowerPoint answers with “repair”, though schemas let it pass.

Only the parts as they will be in the file count, not what wrote them. What names, content types and relationships
must be is in ECMA-376 Part 2 (Open Packaging Conventions); ids and indexes have a module of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from posixpath import dirname, join, normpath, split
from typing import NamedTuple

from lxml import etree

from deckmaker.render.pptx.identifiers import PartIds, id_faults, ids_of, placeholder_faults, texts

CONTENT_TYPES = "[Content_Types].xml"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ids_used = etree.XPath("//@r:*", namespaces={"r": _KINDS.rstrip("/")}, smart_strings=False)

_IMPLICIT = {
    "": ("officeDocument", "core-properties", "extended-properties", "custom-properties"),
    "ppt": ("presProps", "viewProps", "tableStyles", "theme", "customXml"),
    "ppt/slides": ("slideLayout", "notesSlide"),
    "ppt/slideLayouts": ("slideMaster",),
    "ppt/slideMasters": ("theme",),
    "ppt/notesSlides": ("notesMaster", "slide"),
    "ppt/notesMasters": ("theme",),
    "ppt/handoutMasters": ("theme",),
    "customXml": ("customXmlProps",),
}
"""By the folder of a part: relationships that its XML does not name (ECMA-376 Part 1, 13.3: “implicit”)."""


class _Relationship(NamedTuple):
    id: str
    kind: str
    target: str
    outside: bool


def faults(entries: Iterable[tuple[str, bytes]]) -> list[str]:
    """Return what is unsound in a package, given the names and contents of its zip entries; nothing if it is sound."""
    inspection = Inspection()
    for name, content in entries:
        inspection.look_at(name, content)
    return inspection.faults()


class Inspection:
    """Looks at one entry of a zip file after another, and keeps of each only what the others must agree with."""

    def __init__(self) -> None:
        self._spellings: Counter[str] = Counter()
        self._names: dict[str, None] = {}  # a set in order
        self._broken: list[str] = []
        self._types: etree._Element | None = None
        self._used: dict[str, set[str]] = {}
        self._ids: dict[str, PartIds] = {}
        self._relationships: dict[str, list[_Relationship]] = {}

    def look_at(self, name: str, content: bytes) -> None:
        """Take note of an entry, given its name and content."""
        self._spellings[name.lower()] += 1
        self._names[name] = None
        if not name.endswith((".xml", ".rels")):
            return
        try:
            tree = etree.fromstring(content)
        except etree.XMLSyntaxError as error:
            self._broken.append(f"`{name}` is not XML: {error.msg}")
            return
        if name.endswith(".rels"):
            self._relationships[_source(name)] = [_relationship(one) for one in tree]
        elif name == CONTENT_TYPES:
            self._types = tree
        else:
            self._used[name] = set(texts(_ids_used, tree))
            self._ids[name] = ids_of(tree)

    def faults(self) -> list[str]:
        """Return what is unsound in the package whose entries have all been looked at; nothing if it is sound."""
        found = [f"two parts are called `{name}`" for name, count in self._spellings.items() if count > 1]
        found += self._broken
        if self._broken or self._types is None:
            return found or [f"`{CONTENT_TYPES}` is missing"]
        found += [*self._type_faults(self._types), *self._relationship_faults(), *id_faults(self._ids)]
        return [*found, *self._placeholder_faults()]

    def _type_faults(self, types: etree._Element) -> Iterator[str]:
        defaults = {one.get("Extension", "").lower() for one in types.iterfind("{*}Default")}
        overrides = [one.get("PartName", "").lstrip("/") for one in types.iterfind("{*}Override")]
        yield from (f"`{name}` has two content types" for name, count in Counter(overrides).items() if count > 1)
        lost = (name for name in overrides if name not in self._names)
        yield from (f"a content type is given to `{name}`, which is not there" for name in lost)
        own = set(overrides)
        for name in self._names:
            extension = name.rpartition(".")[2].lower()
            # The default for .xml says no more than that it is XML.
            if name != CONTENT_TYPES and name not in own and (extension == "xml" or extension not in defaults):
                yield f"`{name}` has no content type"

    def _placeholder_faults(self) -> Iterator[str]:
        for name, ids in self._ids.items():
            if dirname(name) in ("ppt/slides", "ppt/slideLayouts"):
                kind = f"{_KINDS}slideLayout"
                to_layout = (one for one in self._relationships.get(name, ()) if one.kind == kind)
                layout = next((self._ids.get(_target(name, one)) for one in to_layout), None)
                yield from placeholder_faults(name, ids, layout)

    def _relationship_faults(self) -> Iterator[str]:
        targets: dict[str, list[str]] = {}
        for source, relationships in self._relationships.items():
            if source and source not in self._names:
                yield f"relationships are those of `{source}`, which is not there"
            targets[source] = []
            for one in relationships:
                if one.outside:
                    if one.kind != f"{_KINDS}hyperlink":
                        yield f"`{source}` leads outside the package to `{one.target}`"
                    continue
                target = _target(source, one)
                targets[source].append(target)
                if target not in self._names:
                    yield f"`{source}` leads to `{target}`, which is not there"
        for source in dict.fromkeys([*self._relationships, *self._used]):
            yield from _use_faults(source, self._used.get(source, set()), self._relationships.get(source, []))
        reached, fresh = {CONTENT_TYPES}, {""}
        while fresh:
            reached |= fresh
            fresh = {target for source in fresh for target in targets.get(source, ())} - reached
        lost = (name for name in self._names if name not in reached and not name.endswith(".rels"))
        yield from (f"nothing leads to `{name}`" for name in lost)


def _use_faults(source: str, used: set[str], relationships: Sequence[_Relationship]) -> Iterator[str]:
    """Yield the ids that a part's XML and its relationships do not share, and those that are there twice."""
    listed = Counter(one.id for one in relationships)
    implicit = {f"{_KINDS}{kind}" for kind in _IMPLICIT.get(dirname(source), ())}
    yield from (f"`{source}` has two relationships `{id}`" for id, count in listed.items() if count > 1)
    yield from (f"`{source}` uses a relationship `{id}` that it does not have" for id in sorted(used - {*listed, ""}))
    for one in relationships:
        kind = one.kind.replace("package/2006/relationships/metadata", "officeDocument/2006/relationships")
        if one.id not in used and kind not in implicit:
            yield f"`{source}` has a relationship `{one.id}` that it does not use"


def _relationship(one: etree._Element) -> _Relationship:
    outside = one.get("TargetMode") == "External"
    return _Relationship(one.get("Id", ""), one.get("Type", ""), one.get("Target", ""), outside)


def _target(source: str, one: _Relationship) -> str:
    """Return the name of the part to which a relationship within the package leads."""
    return one.target[1:] if one.target.startswith("/") else normpath(join(dirname(source), one.target))


def _source(name: str) -> str:
    """Return the part whose relationships a part holds, '' for the package's own: `a/_rels/b.xml.rels` to `a/b.xml`."""
    folder, file = split(name)
    return join(dirname(folder), file.removesuffix(".rels"))
