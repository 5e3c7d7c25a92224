"""The package looked over before it is handed on: what PowerPoint answers with “repair”, though schemas let it pass.

Only the parts as they will be in the file count, not what wrote them. What names, content types and relationships
must be is in ECMA-376 Part 2 (Open Packaging Conventions); ids have a module of their own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from posixpath import dirname, join, normpath, split

from lxml import etree

from deckmaker.render.pptx.identifiers import id_faults, texts

Trees = dict[str, etree._Element]

CONTENT_TYPES = "[Content_Types].xml"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_ids_used = etree.XPath("//@r:*", namespaces={"r": _KINDS.rstrip("/")})

_IMPLICIT = {
    "": ("officeDocument", "core-properties", "extended-properties"),
    "ppt": ("presProps", "viewProps", "tableStyles", "theme"),
    "ppt/slides": ("slideLayout", "notesSlide"),
    "ppt/slideLayouts": ("slideMaster",),
    "ppt/slideMasters": ("theme",),
    "ppt/notesSlides": ("notesMaster", "slide"),
    "ppt/notesMasters": ("theme",),
}
"""By the folder of a part: relationships that its XML does not name (ECMA-376 Part 1, 13.3: “implicit”)."""


def faults(entries: Sequence[tuple[str, bytes]]) -> list[str]:
    """Return what is unsound in a package, given the names and contents of its zip entries; nothing if it is sound."""
    parts = dict(entries)
    counts = Counter(name.lower() for name, _ in entries)
    found = [f"two parts are called `{name}`" for name, count in counts.items() if count > 1]
    trees: Trees = {}
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")):
            try:
                trees[name] = etree.fromstring(content)
            except etree.XMLSyntaxError as error:
                found.append(f"`{name}` is not XML: {error.msg}")
    if len(trees) < sum(name.endswith((".xml", ".rels")) for name in parts) or CONTENT_TYPES not in trees:
        return found or [f"`{CONTENT_TYPES}` is missing"]
    return [*found, *_type_faults(parts, trees), *_relationship_faults(parts, trees), *id_faults(trees)]


def _type_faults(parts: dict[str, bytes], trees: Trees) -> Iterator[str]:
    types = trees[CONTENT_TYPES]
    defaults = {one.get("Extension", "").lower() for one in types.iterfind("{*}Default")}
    overrides = [one.get("PartName", "").lstrip("/") for one in types.iterfind("{*}Override")]
    yield from (f"`{name}` has two content types" for name, count in Counter(overrides).items() if count > 1)
    yield from (f"a content type is given to `{name}`, which is not there" for name in overrides if name not in parts)
    own = set(overrides)
    for name in parts:
        extension = name.rpartition(".")[2].lower()
        # The default for .xml says no more than that it is XML.
        if name != CONTENT_TYPES and name not in own and (extension == "xml" or extension not in defaults):
            yield f"`{name}` has no content type"


def _relationship_faults(parts: dict[str, bytes], trees: Trees) -> Iterator[str]:
    targets: dict[str, list[str]] = {}
    lists = {_source(name): tree for name, tree in trees.items() if name.endswith(".rels")}
    for source, relationships in lists.items():
        if source and source not in parts:
            yield f"relationships are those of `{source}`, which is not there"
        targets[source] = []
        for one in relationships:
            kind, written = one.get("Type", ""), one.get("Target", "")
            if one.get("TargetMode") == "External":
                if kind != f"{_KINDS}hyperlink":
                    yield f"`{source}` leads outside the package to `{written}`"
                continue
            target = written[1:] if written.startswith("/") else normpath(join(dirname(source), written))
            targets[source].append(target)
            if target not in parts:
                yield f"`{source}` leads to `{target}`, which is not there"
    for source in dict.fromkeys([*lists, *trees]):
        if not source.endswith(".rels"):
            yield from _use_faults(source, trees.get(source), lists.get(source))
    reached, fresh = {CONTENT_TYPES}, {""}
    while fresh:
        reached |= fresh
        fresh = {target for source in fresh for target in targets.get(source, ())} - reached
    lost = (name for name in parts if name not in reached and not name.endswith(".rels"))
    yield from (f"nothing leads to `{name}`" for name in lost)


def _use_faults(source: str, tree: etree._Element | None, relationships: etree._Element | None) -> Iterator[str]:
    """Yield the ids that a part's XML and its relationships do not share, and those that are there twice."""
    listed = Counter(one.get("Id", "") for one in (relationships if relationships is not None else ()))
    used = set(texts(_ids_used, tree)) if tree is not None else set()
    implicit = {f"{_KINDS}{kind}" for kind in _IMPLICIT.get(dirname(source), ())}
    yield from (f"`{source}` has two relationships `{id}`" for id, count in listed.items() if count > 1)
    yield from (f"`{source}` uses a relationship `{id}` that it does not have" for id in sorted(used - {*listed, ""}))
    for one in relationships if relationships is not None else ():
        kind = one.get("Type", "").replace("package/2006/relationships/metadata", "officeDocument/2006/relationships")
        if one.get("Id") not in used and kind not in implicit:
            yield f"`{source}` has a relationship `{one.get('Id')}` that it does not use"


def _source(name: str) -> str:
    """Return the part whose relationships a part holds, '' for the package's own: `a/_rels/b.xml.rels` to `a/b.xml`."""
    folder, file = split(name)
    return join(dirname(folder), file.removesuffix(".rels"))
