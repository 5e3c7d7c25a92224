"""The package looked over as it is written: what PowerPoint answers with “repair”, though schemas let it pass.

Only the parts as they will be in the file count, not what wrote them. What names, content types and relationships
must be is in ECMA-376 Part 2 (Open Packaging Conventions). What is asked of a presentation's parts is in `rules/`, a
file for each concern; ids and indexes have a module of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from posixpath import dirname

from lxml import etree

from deckmaker.render.pptx.identifiers import PartIds, id_faults, ids_of, placeholder_faults
from deckmaker.render.pptx.rules.contents import TYPES, media_type, type_faults, workbook_faults
from deckmaker.render.pptx.rules.grids import table_faults
from deckmaker.render.pptx.rules.languages import language_faults
from deckmaker.render.pptx.rules.properties import date_faults
from deckmaker.render.pptx.rules.relationships import (
    Relationship,
    Use,
    count_faults,
    outside_faults,
    relationship,
    return_faults,
    source_of,
    target_of,
    use_faults,
    uses_in,
)
from deckmaker.render.pptx.rules.timing import target_faults
from deckmaker.template.conventions import called_as_folders, is_part_name
from deckmaker.template.undeclared_prefixes import COMPATIBILITY, undeclared_prefixes

CONTENT_TYPES = "[Content_Types].xml"
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


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
        self._found: list[str] = []
        self._types: etree._Element | None = None
        self._used: dict[str, list[Use]] = {}
        self._ids: dict[str, PartIds] = {}
        self._relationships: dict[str, list[Relationship]] = {}
        self._media: dict[str, str | None] = {}

    def look_at(self, name: str, content: bytes) -> None:
        """Take note of an entry, given its name and content."""
        self._spellings[name.lower()] += 1
        self._names[name] = None
        if name != CONTENT_TYPES and not is_part_name(name):
            self._found.append(f"no part may be called `{name}`")
        if not name.endswith((".xml", ".rels")):
            self._media[name] = media_type(content)
            if name.endswith(".xlsx"):
                self._found += workbook_faults(name, content)
            return
        try:
            tree = etree.fromstring(content, _PARSER)
        except etree.XMLSyntaxError as error:
            self._broken.append(f"`{name}` is not XML: {error.msg}")
            return
        if tree.getroottree().docinfo.internalDTD is not None:
            self._broken.append(f"`{name}` has a document type, which no part may have")
        if name.endswith(".rels"):
            self._relationships[source_of(name)] = [relationship(one) for one in tree]
        elif name == CONTENT_TYPES:
            self._types = tree
        else:
            self._look_into(name, tree, content)

    def _look_into(self, name: str, tree: etree._Element, content: bytes) -> None:
        """Take note of a part of XML, and of what is wrong with it whatever the others say."""
        self._used[name] = uses_in(tree)
        self._ids[name] = ids = ids_of(tree)
        self._found += language_faults(name, tree)
        # Few parts have the others, and looking for them takes longer than looking for their names.
        if b":tbl>" in content:
            self._found += table_faults(name, tree)
        if COMPATIBILITY in content:
            lost = undeclared_prefixes(tree)
            self._found += [f"`{name}` names the prefix `{one}`, which it does not declare" for one in lost]
        if b":timing" in content or b"Cxn" in content:
            self._found += target_faults(name, tree, ids.shapes)
        if b":plotArea" in content:
            from deckmaker.render.pptx.rules.charts import chart_faults  # which few decks need

            self._found += chart_faults(name, tree)
        if b"dcterms:" in content:
            self._found += date_faults(name, tree)

    def faults(self) -> list[str]:
        """Return what is unsound in the package whose entries have all been looked at; nothing if it is sound."""
        found = [f"two parts are called `{name}`" for name, count in self._spellings.items() if count > 1]
        within = called_as_folders(self._names)
        found += [f"`{name}` is a part, and the folder of `{other}`" for name, other in within]
        found += self._broken
        if self._broken or self._types is None:
            return found or [f"`{CONTENT_TYPES}` is missing"]
        found += [*self._type_faults(self._types), *self._relationship_faults(), *id_faults(self._ids)]
        return [*found, *self._placeholder_faults(), *self._found]

    def _type_faults(self, types: etree._Element) -> Iterator[str]:
        defaults = {
            one.get("Extension", "").lower(): one.get("ContentType", "") for one in types.iterfind("{*}Default")
        }
        listed = [
            (one.get("PartName", "").lstrip("/"), one.get("ContentType", "")) for one in types.iterfind("{*}Override")
        ]
        counts = Counter(name for name, _ in listed)
        yield from (f"`{name}` has two content types" for name, count in counts.items() if count > 1)
        lost = (name for name in counts if name not in self._names)
        yield from (f"a content type is given to `{name}`, which is not there" for name in lost)
        own = dict(listed)
        known = {}
        for name in self._names:
            extension = name.rpartition(".")[2].lower()
            # The default for .xml says no more than that it is XML.
            if name in own or (extension != "xml" and extension in defaults):
                known[name] = own.get(name) or defaults[extension]
            elif name != CONTENT_TYPES:
                yield f"`{name}` has no content type"
        for name, found in self._media.items():
            yield from type_faults(name, known.get(name, ""), found)
        for source, ones in self._relationships.items():
            for one in ones:
                type = known.get(target_of(source, one))
                if not one.outside and type is not None and not type.startswith(TYPES.get(one.kind, ("",))):
                    yield f"`{source}` leads to `{target_of(source, one)}` as a {one.kind}, which is {type}"

    def _placeholder_faults(self) -> Iterator[str]:
        for name, ids in self._ids.items():
            if dirname(name) in ("ppt/slides", "ppt/slideLayouts"):
                to_layout = (one for one in self._relationships.get(name, ()) if one.kind == "slideLayout")
                layout = next((self._ids.get(target_of(name, one)) for one in to_layout), None)
                yield from placeholder_faults(name, ids, layout)

    def _relationship_faults(self) -> Iterator[str]:
        targets: dict[str, list[str]] = {}
        for source, relationships in self._relationships.items():
            if source and source not in self._names:
                yield f"relationships are those of `{source}`, which is not there"
            targets[source] = []
            for one in relationships:
                if one.outside:
                    yield from outside_faults(source, one)
                    continue
                target = target_of(source, one)
                targets[source].append(target)
                if target not in self._names:
                    yield f"`{source}` leads to `{target}`, which is not there"
        for source in dict.fromkeys(["", *self._relationships, *self._used]):
            relationships = self._relationships.get(source, [])
            yield from use_faults(source, self._used.get(source, []), relationships)
            yield from count_faults(source, relationships)
        yield from return_faults(self._relationships)
        reached, fresh = {CONTENT_TYPES}, {""}
        while fresh:
            reached |= fresh
            fresh = {target for source in fresh for target in targets.get(source, ())} - reached
        lost = (name for name in self._names if name not in reached and not name.endswith(".rels"))
        yield from (f"nothing leads to `{name}`" for name in lost)
