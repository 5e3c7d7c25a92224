"""What each element of a drawing states of its look: attributes, then style sheets, then its own style."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.assets.drawings.reading import SVG
from deckmaker.assets.drawings.references import without_comments
from deckmaker.assets.drawings.vectors.drawing import Unsaid
from deckmaker.assets.drawings.vectors.lengths import length
from deckmaker.assets.drawings.vectors.selectors import Selector, local_name, matches, read_selector, specificity
from deckmaker.assets.drawings.vectors.work import Work
from deckmaker.budget.drawings import SELECTOR_CHARACTERS, STYLES_TRIED

INHERITED = {
    "fill": "black",
    "fill-opacity": "1",
    "fill-rule": "nonzero",
    "stroke": "none",
    "stroke-opacity": "1",
    "stroke-width": "1",
    "stroke-linecap": "butt",
    "stroke-linejoin": "miter",
    "stroke-miterlimit": "4",
    "stroke-dasharray": "none",
    "stroke-dashoffset": "0",
    "clip-rule": "nonzero",
    "color": "black",
    "visibility": "visible",
    "paint-order": "normal",
    "marker-start": "none",
    "marker-mid": "none",
    "marker-end": "none",
    "font-family": "",
    "font-size": "16",
    "font-weight": "400",
    "font-style": "normal",
    "font-variant": "normal",
    "text-anchor": "start",
    "letter-spacing": "normal",
    "word-spacing": "normal",
    "writing-mode": "lr-tb",
    "direction": "ltr",
    "text-decoration": "none",
    "dominant-baseline": "auto",
    "white-space": "",
    "xml:space": "default",
}
"""Properties that children take over, with what they are at the root (SVG 2, appendix F)."""

_OWN = frozenset(
    {
        "opacity",
        "clip-path",
        "mask",
        "filter",
        "display",
        "mix-blend-mode",
        "stop-color",
        "stop-opacity",
        "transform",
        "transform-origin",
        "alignment-baseline",
        "baseline-shift",
    }
)
_SHORT = {"font", "marker"}
_ATTRIBUTES = frozenset(INHERITED) | _OWN
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
ROOT_SIZE = 16.0
"""The size of a font that nobody states, in user units."""

_LONGEST_CLASS = 1_000
"""Characters of an element's classes, which are looked at for each rule."""

_LONGEST_VALUE = 2_000
"""Characters of one property: a list of dashes or fonts has some hundred."""

Look = dict[str, str]
"""Values of properties by their names."""


class _Rule(NamedTuple):
    selector: Selector
    weight: tuple[int, int, int]
    place: int
    stated: Look
    important: Look


class Cascade:
    """The styles of one drawing. Rules are looked for by what the element itself must be, so that few are tried.

    What elements state is counted as work each time that it is asked for: others may refer to one again and again.
    """

    def __init__(self, root: Element, work: Work) -> None:
        self._work = work
        if any(len(element.get("class", "")) > _LONGEST_CLASS for element in root.iter()):
            raise Unsaid("too many classes")
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._rules: defaultdict[str, list[_Rule]] = defaultdict(list)
        self._looks: dict[Element, tuple[Look, float]] = {}
        self._tried = 0
        count = 0
        for sheet in root.iter(f"{SVG}style"):
            for selector, stated, important in _read_sheet("".join(sheet.itertext())):
                rule = _Rule(selector, specificity(selector), count, stated, important)
                self._rules[_key(selector)].append(rule)
                count += 1

    def look_of(self, element: Element) -> tuple[Look, float]:
        """Return what an element hands on to its children where it stands, and the size of its font."""
        if element in self._looks:
            return self._looks[element]
        around = [element]
        while (parent := self._parents.get(around[-1])) is not None:
            around.append(parent)
        look, size = dict(INHERITED), ROOT_SIZE
        for one in reversed(around):
            stated = self.stated(one)
            look, size = inherited(look, stated), font_size(stated, size)
        self._looks[element] = look, size
        return look, size

    def stated(self, element: Element) -> Look:
        """Return what is stated of an element itself. Raises Unsaid where that takes too long to find."""
        self._work.attributes(element.attrib)
        found = {key: value for key, value in element.attrib.items() if key in _ATTRIBUTES}
        if space := element.get(_SPACE):
            found["xml:space"] = space
        if not self._rules and "style" not in element.attrib:
            return _bounded(found)
        rules = sorted(self._matching(element), key=lambda rule: (rule.weight, rule.place)) if self._rules else []
        for rule in rules:
            found |= rule.stated
        own, important = _declarations(element.get("style", ""))
        found |= own
        for rule in rules:
            found |= rule.important
        return _bounded(found | important)

    def _matching(self, element: Element) -> Iterator[_Rule]:
        classes = [f".{one}" for one in dict.fromkeys((element.get("class") or "").split())]
        for key in (f"#{element.get('id', '')}", *classes, local_name(element), "*"):
            for rule in self._rules.get(key, ()):
                if matches(rule.selector, element, self._parents, self._count):
                    yield rule

    def _count(self, tried: int) -> None:
        self._tried += tried
        if self._tried > STYLES_TRIED.most:
            raise Unsaid("too many styles")


def _bounded(look: Look) -> Look:
    """Return a look whose values can be looked at again for each element that takes them over."""
    if any(len(value) > _LONGEST_VALUE for value in look.values()):
        raise Unsaid("a style without end")
    return look


def _key(selector: Selector) -> str:
    """Return what an element surely has that a selector means."""
    last = selector[-1]
    if last.ids:
        return f"#{min(last.ids)}"
    if last.classes:
        return f".{min(last.classes)}"
    return last.name or "*"


def _read_sheet(text: str) -> Iterator[tuple[Selector, Look, Look]]:
    """Yield the rules of a style sheet. Raises Unsaid for rules of other kinds."""
    plain = without_comments(text).replace("<!--", " ").replace("-->", " ")
    if "@" in plain:
        raise Unsaid("styles for some screens alone")
    left = SELECTOR_CHARACTERS.most
    for rule in plain.split("}"):
        selectors, _, body = rule.partition("{")
        left -= len(selectors)
        if left < 0:
            raise Unsaid(f"more than {SELECTOR_CHARACTERS.limit}")
        stated, important = _declarations(body)
        if stated or important:
            for one in selectors.split(","):
                yield read_selector(one), stated, important


def _declarations(written: str) -> tuple[Look, Look]:
    """Return what declarations say of properties that count here, and what they say is important."""
    plain: Look = {}
    important: Look = {}
    if "/*" in written:
        written = without_comments(written)
    for one in written.split(";"):
        name, colon, value = one.partition(":")
        key = name.strip().lower()
        if not colon or key not in _ATTRIBUTES | _SHORT:
            continue
        said, mark, _ = value.partition("!")
        target = important if mark else plain
        if key == "font":  # `prepare_text` has said at length what it can
            raise Unsaid("a `font` in short form")
        if key == "marker":
            target |= {f"marker-{place}": said.strip() for place in ("start", "mid", "end")}
        else:
            target[key] = said.strip()
    return plain, important


def font_size(stated: Mapping[str, str], parent: float) -> float:
    """Return the size of a font, in user units, by what an element states and its parent's size."""
    written = stated.get("font-size")
    if not written or written == "inherit":
        return parent
    return ROOT_SIZE if written == "medium" else length(written, parent, parent)


def inherited(parent: Mapping[str, str], stated: Mapping[str, str]) -> Look:
    """Return what an element hands on to its children."""
    own = {key: value for key, value in stated.items() if key in INHERITED and value != "inherit"}
    return {**parent, **own}
