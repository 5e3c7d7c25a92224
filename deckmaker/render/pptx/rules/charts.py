"""Charts name their axes by numbers: a series of an axis that is not there makes PowerPoint drop the chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from lxml import etree

_NAMESPACES = {"c": "http://schemas.openxmlformats.org/drawingml/2006/chart"}


def _path(path: str) -> etree.XPath:
    return etree.XPath(path, namespaces=_NAMESPACES, smart_strings=False)


_used = _path("//c:plotArea/*[not(self::c:catAx or self::c:valAx or self::c:dateAx or self::c:serAx)]/c:axId/@val")
_own = _path("//c:plotArea/*[self::c:catAx or self::c:valAx or self::c:dateAx or self::c:serAx]/c:axId/@val")
_crossed = _path("//c:plotArea/*/c:crossAx/@val")
_caches = _path("//c:numCache | //c:strCache")


def chart_faults(name: str, tree: etree._Element) -> Iterator[str]:
    """Yield the axes that a chart's series or other axes refer to and that are not there, and points beyond its data.

    ECMA-376 Part 1, 21.2.2.9 (`axId`), 21.2.2.40 (`crossAx`), 21.2.2.149 (`ptCount`).
    """
    own: Any = _own(tree)
    used: Any = _used(tree)
    crossed: Any = _crossed(tree)
    yield from (f"`{name}` has {count} axes {axis}" for axis, count in Counter(own).items() if count > 1)
    yield from (f"`{name}` needs an axis {axis}, which it does not have" for axis in sorted({*used, *crossed} - {*own}))
    caches: Any = _caches(tree)
    for cache in caches:
        count = cache.find("{*}ptCount")
        if count is None:
            continue
        places = [one.get("idx", "") for one in cache.findall("{*}pt")]
        if any(not place.isdecimal() or int(place) >= int(count.get("val", "0")) for place in places):
            yield f"`{name}` has a point beyond the {count.get('val')} that its data have"
