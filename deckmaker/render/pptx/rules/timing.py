"""Animations and connectors name shapes by their ids: a target that is gone makes PowerPoint drop the whole timing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

_NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
}
_targets = etree.XPath(
    "//p:timing//@spid | //a:stCxn/@id | //a:endCxn/@id", namespaces=_NAMESPACES, smart_strings=False
)


def target_faults(name: str, tree: etree._Element, shapes: Iterable[str]) -> Iterator[str]:
    """Yield the targets of a part's animations, and the ends of its connectors, that are none of its `shapes`' ids.

    ECMA-376 Part 1, 19.5.72 (`spTgt`), 19.5.15 to 19.5.17 (builds), 20.1.2.2.5 and 20.1.2.2.32 (connections).
    """
    found: Any = _targets(tree)
    for id in sorted({*found} - {*shapes}):
        yield f"`{name}` animates or connects a shape {id}, which it does not have"
