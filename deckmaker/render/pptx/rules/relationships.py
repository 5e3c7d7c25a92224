"""Which parts lead to which: how many of a kind a part has, where they lead back to, and what uses them.

The counts are those of ECMA-376 Part 1, 13.3, of each part of a presentation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from posixpath import dirname, join, normpath, split
from typing import Any, NamedTuple

from lxml import etree

from deckmaker.render.pptx.rules.addresses import is_address
from deckmaker.template.conventions import is_relationship_id

_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE_KINDS = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
_users = etree.XPath("//*[@r:*]", namespaces={"r": _KINDS.rstrip("/")})

_IMPLICIT = {
    "ppt": ("presProps", "viewProps", "tableStyles", "theme", "customXml"),
    "ppt/slides": ("slideLayout", "notesSlide"),
    "ppt/slideLayouts": ("slideMaster",),
    "ppt/slideMasters": ("theme",),
    "ppt/notesSlides": ("notesMaster", "slide"),
    "ppt/notesMasters": ("theme",),
    "ppt/handoutMasters": ("theme",),
    "customXml": ("customXmlProps",),
}
"""By the folder of a part: relationships that its XML does not name (ECMA-376 Part 1, 13.3: “implicit”).

Those of the package itself are all so: it has no XML.
"""

_NEEDS: dict[str, dict[str, tuple[int, int | None]]] = {
    "": {"officeDocument": (1, 1), "core-properties": (0, 1), "thumbnail": (0, 1)},
    "ppt/presentation.xml": {"slideMaster": (1, None), "notesMaster": (0, 1), "theme": (1, 1)},
    "ppt/slides": {"slideLayout": (1, 1), "notesSlide": (0, 1)},
    "ppt/slideLayouts": {"slideMaster": (1, 1)},
    "ppt/slideMasters": {"slideLayout": (1, None), "theme": (1, 1)},
    "ppt/notesSlides": {"notesMaster": (1, 1), "slide": (1, 1)},
    "ppt/notesMasters": {"theme": (1, 1)},
}
"""By a part, or its folder: how many relationships of a kind it has at least and at most."""

_BACK = {"notesSlide": "slide", "slideLayout": "slideMaster"}
"""Kinds of relationships whose targets have one of another kind back to where those come from."""

_FOR = {
    ("sldId", "id"): "slide",
    ("sldMasterId", "id"): "slideMaster",
    ("sldLayoutId", "id"): "slideLayout",
    ("notesMasterId", "id"): "notesMaster",
    ("blip", "embed"): "image",
    ("svgBlip", "embed"): "image",
    ("chart", "id"): "chart",
}
_JUMP = "ppaction://hlinksldjump"


class Use(NamedTuple):
    """A relationship's id in a part's XML, and the kind that it has to be of there; empty where any will do."""

    id: str
    kind: str


class Relationship(NamedTuple):
    """One of a part's relationships; `kind` is the last word of its type, the whole where that is none of Office's."""

    id: str
    kind: str
    target: str
    outside: bool


def relationship(one: etree._Element) -> Relationship:
    """Return what an element of a part of relationships says."""
    kind = one.get("Type", "")
    for start in (_KINDS, _PACKAGE_KINDS):
        kind = kind.removeprefix(start)
    return Relationship(one.get("Id", ""), kind, one.get("Target", ""), one.get("TargetMode") == "External")


def source_of(name: str) -> str:
    """Return the part whose relationships a part holds, '' for the package's own: `a/_rels/b.xml.rels` to `a/b.xml`."""
    folder, file = split(name)
    return join(dirname(folder), file.removesuffix(".rels"))


def target_of(source: str, one: Relationship) -> str:
    """Return the name of the part to which a relationship within the package leads.

    Dots are taken out of any target, with a slash before it or without (RFC 3986, 5.2.4).
    """
    return normpath(join("/", dirname(source), one.target)).lstrip("/")


def uses_in(tree: etree._Element) -> list[Use]:
    """Return the relationships that a part's XML uses."""
    users: Any = _users(tree)
    return [
        Use(id, _kind_for(user, name.rpartition("}")[2]))
        for user in users
        for name, id in user.attrib.items()
        if name.startswith(f"{{{_KINDS.rstrip('/')}}}")
    ]


def _kind_for(user: etree._Element, attribute: str) -> str:
    local = etree.QName(user).localname
    if local in ("hlinkClick", "hlinkHover", "hlinkMouseOver"):
        action = user.get("action")
        return "slide" if action == _JUMP else "" if action else "hyperlink"
    return _FOR.get((local, attribute), "")


def outside_faults(source: str, one: Relationship) -> Iterator[str]:
    """Yield what is wrong with a relationship that leads out of the package."""
    if one.kind != "hyperlink":
        yield f"`{source}` leads outside the package to `{one.target}`"
    elif not is_address(one.target):
        yield f"`{source}` links to `{one.target}`, which is no URI"


def use_faults(source: str, uses: Sequence[Use], relationships: Sequence[Relationship]) -> Iterator[str]:
    """Yield the ids that a part's XML and its relationships do not share, those that are there twice, or of a kind
    that is not the one they are used for."""
    listed = Counter(one.id for one in relationships)
    kinds = {one.id: one.kind for one in relationships}
    implicit = _IMPLICIT.get(dirname(source), ())
    used = {use.id for use in uses} - {""}
    yield from (f"`{source}` has two relationships `{id}`" for id, count in listed.items() if count > 1)
    yield from (f"`{source}` has a relationship `{id}`, which is no id" for id in listed if not is_relationship_id(id))
    yield from (f"`{source}` uses a relationship `{id}` that it does not have" for id in sorted(used - {*listed}))
    for use in sorted({*uses}):
        if use.kind and use.id in kinds and kinds[use.id] != use.kind:
            yield f"`{source}` uses its relationship `{use.id}` as {use.kind}, which is {kinds[use.id]}"
    for one in relationships:
        if source and one.id not in used and one.kind not in implicit:
            yield f"`{source}` has a relationship `{one.id}` that it does not use"


def count_faults(source: str, relationships: Sequence[Relationship]) -> Iterator[str]:
    """Yield the kinds of relationships of which a part has too few or too many."""
    counts = Counter(one.kind for one in relationships)
    for kind, (least, most) in _NEEDS.get(source if source in _NEEDS else dirname(source) or source, {}).items():
        if counts[kind] < least:
            yield f"`{source}` has no relationship {kind}"
        elif most is not None and counts[kind] > most:
            yield f"`{source}` has {counts[kind]} relationships {kind}"


def return_faults(relationships: Mapping[str, Sequence[Relationship]]) -> Iterator[str]:
    """Yield the notes that do not lead back to their slide, and the layouts that do not lead back to their master."""
    for source, ones in relationships.items():
        for one in ones:
            back = _BACK.get(one.kind)
            if back is None or one.outside or (one.kind, dirname(source)) == ("slideLayout", "ppt/slides"):
                continue
            target = target_of(source, one)
            returns = [target_of(target, other) for other in relationships.get(target, ()) if other.kind == back]
            if returns and source not in returns:
                yield f"`{source}` has `{target}`, which is that of `{returns[0]}`"
