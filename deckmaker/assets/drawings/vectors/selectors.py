"""Selectors of CSS that drawings use: names, classes, ids and attributes, inside one another (Selectors 3)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.etree.ElementTree import Element

from deckmaker.assets.drawings.vectors.drawing import Unsaid
from deckmaker.dataclasses import dataclass
from deckmaker.patterns import pattern

_PARTS = pattern(r"(\*|[\w-]++)?+((?:[.#][\w-]++|\[[\w-]++(?:=(?:\"[^\"]*+\"|'[^']*+'|[\w-]++))?+\]|:[\w-]++)*+)")
_MARK = pattern(r"([.#:])([\w-]++)|\[([\w-]++)(=?)[\"']?+([^\"'\]]*+)[\"']?+\]")
_NEVER = {"hover", "active", "focus", "visited", "target", "link"}
"""Pseudo-classes of what somebody does with a drawing; nobody does."""
_QUOTED = 30


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound selector of CSS: the conditions that one element must meet.

    `child` says that the element before it must be its parent, not only around it.
    """

    name: str
    ids: frozenset[str]
    classes: frozenset[str]
    attributes: tuple[tuple[str, str | None], ...]
    first: bool
    never: bool
    child: bool

    @property
    def conditions(self) -> int:
        """How many there are, at least one."""
        return 1 + len(self.classes) + len(self.attributes)

    def fits(self, element: Element, parent: Element | None) -> bool:
        """Tell whether an element is so."""
        if self.never or (self.name and local_name(element) != self.name):
            return False
        if self.ids and self.ids != {element.get("id")}:
            return False
        if self.classes and not self.classes <= set((element.get("class") or "").split()):
            return False
        if self.first and (parent is None or next(iter(parent), None) is not element):
            return False
        return all(key in element.attrib and value in (None, element.get(key)) for key, value in self.attributes)


Selector = tuple[Compound, ...]
"""Compounds from the outermost to the element itself."""


def read_selector(written: str) -> Selector:
    """Return a selector. Raises Unsaid for one that is not known here."""
    compounds: list[Compound] = []
    child = False
    for word in written.replace(">", " > ").split():
        if word == ">":
            child = True
            continue
        found = _PARTS.fullmatch(word)
        if not found:
            raise Unsaid(f"a style for `{written.strip()[:_QUOTED]}`")
        compounds.append(_compound(found[1] or "", found[2], child))
        child = False
    if not compounds or child:
        raise Unsaid(f"a style for `{written.strip()[:_QUOTED]}`")
    return tuple(compounds)


def _compound(name: str, marks: str, child: bool) -> Compound:
    ids: set[str] = set()
    classes: set[str] = set()
    pseudo: set[str] = set()
    attributes: list[tuple[str, str | None]] = []
    for sign, word, key, equal, value in _MARK.findall(marks):
        if sign == "#":
            ids.add(word)
        elif sign == ".":
            classes.add(word)
        elif sign == ":":
            pseudo.add(word)
        else:
            attributes.append((key, value if equal else None))
    if unknown := pseudo - _NEVER - {"first-child", "root"}:
        raise Unsaid(f"a style for `:{min(unknown)[:_QUOTED]}`")
    if "root" in pseudo:
        name = "svg"
    never = bool(pseudo & _NEVER) or len(ids) > 1
    own = "" if name == "*" else name
    return Compound(own, frozenset(ids), frozenset(classes), tuple(attributes), "first-child" in pseudo, never, child)


def specificity(selector: Selector) -> tuple[int, int, int]:
    """Return how much a selector weighs: ids, then classes and attributes, then names (Selectors 3, 9)."""
    return (
        sum(len(one.ids) for one in selector),
        sum(len(one.classes) + len(one.attributes) + one.first for one in selector),
        sum(bool(one.name) for one in selector),
    )


def matches(
    selector: Selector, element: Element, parents: Mapping[Element, Element], count: Callable[[int], None]
) -> bool:
    """Tell whether an element, in its tree, is one that a selector means; `count` is told how many conditions are
    looked at."""
    count(selector[-1].conditions)
    if not selector[-1].fits(element, parents.get(element)):
        return False
    if len(selector) == 1:
        return True
    above = [element]
    while (parent := parents.get(above[-1])) is not None:
        above.append(parent)
    count(len(above) * sum(one.conditions for one in selector))
    # Where on the way up each compound may be found: the one behind it at any of `places`.
    places = {0}
    for compound, inner in zip(reversed(selector[:-1]), reversed(selector), strict=False):
        if inner.child:
            wanted = {place + 1 for place in places if place + 1 < len(above)}
        else:
            wanted = set(range(min(places) + 1, len(above)))
        places = {place for place in wanted if compound.fits(above[place], parents.get(above[place]))}
        if not places:
            return False
    return True


def local_name(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]
