"""Prefixes that values of attributes name: of namespaces that programs may pass over, or have to know.

A prefix there that is not declared makes the part one that PowerPoint does not read. Nothing else in the part may use
it, so that whoever writes XML anew may take it for one that is not needed. Source: ECMA-376 Part 3, 7 (attributes) and
7.5 (`AlternateContent`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from deckmaker.template.names import MC

COMPATIBILITY = MC.strip("{}").encode()
"""What is in the bytes of each part that has such attributes."""

_LISTS = ("Ignorable", "MustUnderstand", "ProcessContent", "PreserveElements", "PreserveAttributes")
_naming = etree.XPath(
    f"//*[{' or '.join(f'@mc:{name}' for name in _LISTS)}] | //mc:Choice", namespaces={"mc": MC.strip("{}")}
)


def undeclared_prefixes(tree: etree._Element) -> tuple[str, ...]:
    """Return the prefixes that a part's values name and that are not declared where they name them, each once."""
    found: Any = _naming(tree)
    lost = {one: None for element in found for one in _named_by(element) if one not in element.nsmap}
    return tuple(lost)


def _named_by(element: etree._Element) -> Iterator[str]:
    """Yield the prefixes in an element's attributes: lists of them, or of names that begin with them."""
    for name in _LISTS:
        yield from (one.partition(":")[0] for one in element.get(f"{MC}{name}", "").split())
    if element.tag == f"{MC}Choice":
        yield from element.get("Requires", "").split()
