"""What a template's parts are, as PowerPoint asks for it: their roots, what stands in these, and what they list.

They are copied as they are. So PowerPoint would repair each deck that is made with a template of which this is not so,
though all that is drawn of it could be read. Knows packages alone. Source: ECMA-376 part 1, 19.3, 20.1.6 and annex A.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from xml.etree.ElementTree import Element

from deckmaker.template.conventions import called_as_folders
from deckmaker.template.kept_parts import kept_parts
from deckmaker.template.names import ROOTS, A, P, R, local
from deckmaker.template.package import NotATemplate, Package
from deckmaker.template.scheme import COLORS

PRESENTATION = (
    "sldMasterIdLst",
    "notesMasterIdLst",
    "handoutMasterIdLst",
    "sldIdLst",
    "sldSz",
    "notesSz",
    "smartTags",
    "embeddedFontLst",
    "custShowLst",
    "photoAlbum",
    "custDataLst",
    "kinsoku",
    "defaultTextStyle",
    "modifyVerifier",
    "extLst",
)
"""The elements of `p:presentation` in the order that the schema wants (19.2.1.26)."""

_CONTENTS = {
    f"{P}presentation": PRESENTATION,
    f"{P}sldMaster": ("cSld", "clrMap", "sldLayoutIdLst", "transition", "timing", "hf", "txStyles", "extLst"),
    f"{P}sldLayout": ("cSld", "clrMapOvr", "transition", "timing", "hf", "extLst"),
    f"{P}notesMaster": ("cSld", "clrMap", "hf", "notesStyle", "extLst"),
    f"{P}handoutMaster": ("cSld", "clrMap", "hf", "extLst"),
    f"{P}cSld": ("bg", "spTree", "custDataLst", "controls", "extLst"),
    f"{A}theme": ("themeElements", "objectDefaults", "extraClrSchemeLst", "custClrLst", "extLst"),
    f"{A}themeElements": ("clrScheme", "fontScheme", "fmtScheme", "extLst"),
    f"{A}themeOverride": ("clrScheme", "fontScheme", "fmtScheme"),
    f"{A}clrScheme": (*COLORS, "extLst"),
}
"""What stands in an element, in the schema's order, each once at most."""

_NEEDED = {
    f"{P}sldMaster": ("cSld", "clrMap"),
    f"{P}sldLayout": ("cSld",),
    f"{P}notesMaster": ("cSld", "clrMap"),
    f"{P}handoutMaster": ("cSld", "clrMap"),
    f"{P}cSld": ("spTree",),
    f"{A}theme": ("themeElements",),
    f"{A}themeElements": ("clrScheme", "fontScheme", "fmtScheme"),
    f"{A}clrScheme": COLORS,
}
"""Of these, what none is without."""

_LISTS = ("sldMasterIdLst", "sldLayoutIdLst", "notesMasterIdLst", "handoutMasterIdLst")
_MAPPED = ("bg1", "tx1", "bg2", "tx2", *COLORS[4:])
"""The names that a colour map explains, each by one of the scheme's (20.1.6.8)."""

_NUMBER = re.compile(r"[0-9]{1,10}")
_LEAST_ID, _MOST_ID = 2**31, 2**32 - 1
"""Of masters and layouts, which share one range: ST_SlideMasterId and ST_SlideLayoutId."""

_ONE = {
    f"{P}sldMaster": "theme",
    f"{P}sldLayout": "slideMaster",
    f"{P}notesMaster": "theme",
    f"{P}handoutMaster": "theme",
}
"""By the root of a part: the kind of which it has one relationship (13.3)."""

FOLDERS = (
    *("_rels", "docProps", "ppt", "ppt/_rels", "ppt/charts", "ppt/embeddings", "ppt/media", "ppt/notesMasters"),
    *("ppt/notesSlides", "ppt/slides", "ppt/theme"),
)
"""Where decks have parts of their own."""

_ANEW = "save it anew in PowerPoint"


def refuse_unsound_parts(package: Package) -> None:
    """Raise NotATemplate where a part that decks would have is none of its kind, or has what none of its kind has."""
    _refuse_folders(package)
    taken: set[int] = set()
    for part, wanted in judged_parts(package).items():
        root = package.xml(part)
        if root.tag != wanted:
            raise NotATemplate(f"is broken: `{part}` holds `{local(root.tag)[:60]}`, not `{local(wanted)}`", _ANEW)
        for fault in chain(
            _misplaced(root),
            _listed_twice(package, part, root),
            _lost(package, part, root),
            _doubled(package, part, root),
            _misnumbered(root, taken),
            _unmapped(root),
        ):
            raise NotATemplate(f"is broken: `{part}` {fault}", _ANEW)


def _refuse_folders(package: Package) -> None:
    """Raise NotATemplate where a part is called as a folder of others is, be they the deck's."""
    parts = (package.main, *kept_parts(package))
    lists = (f"{one.rpartition('/')[0]}/_rels/".lstrip("/") for one in parts)
    for part, _ in called_as_folders((*parts, *lists, *(f"{one}/" for one in FOLDERS))):
        raise NotATemplate(f"has a part called `{package.stored(part)[:60]}`, as a folder of others is", _ANEW)


def judged_parts(package: Package) -> dict[str, str]:
    """Return the parts whose kinds are known, with the root that each has. Raises NotATemplate."""
    kept = kept_parts(package)
    names = {one.casefold(): one for one in kept}
    found = {package.main: f"{P}presentation"}
    for source in ("", package.main, *kept):
        for one in package.relationships(source).values():
            name = names.get(one.target.casefold())
            if name and one.kind in ROOTS and not one.is_external:
                found.setdefault(name, ROOTS[one.kind])
    return found


def _misplaced(element: Element) -> Iterator[str]:
    """Yield what is missing in an element, and what stands there twice, behind its place, or is none of it.

    Elements of other namespaces may stand anywhere: programs pass over those that they do not know.
    """
    order = _CONTENTS.get(element.tag, ())
    if not order:
        return
    space = element.tag.partition("}")[0]
    here = [(one, local(one.tag)) for one in element if one.tag.partition("}")[0] == space]
    names = [name for _, name in here]
    for name in _NEEDED.get(element.tag, ()):
        if name not in names:
            yield f"has no `{name}` in `{local(element.tag)}`"
    left = iter(order)
    for one, name in here:
        if name not in left:  # which takes all before it out, too
            yield f"has `{name[:60]}` in `{local(element.tag)}`, where none may stand"
        yield from _misplaced(one)


def _listed_twice(package: Package, part: str, root: Element) -> Iterator[str]:
    """Yield the lists of a part that name a master or layout twice."""
    known = package.relationships(part)
    for name in _LISTS:
        entries = root.findall(f"{P}{name}/*")
        targets = [known[to].target.casefold() for one in entries if (to := one.get(f"{R}id", "")) in known]
        if len({*targets}) < len(targets):
            yield f"has one twice in `{name}`"


def _lost(package: Package, part: str, root: Element) -> Iterator[str]:
    """Yield the masters, layouts and themes to which a part leads, and which the template does not have.

    What the presentation's own part leads to is left behind where it is not there: that part is written anew.
    """
    known = package.relationships(part)
    if part == package.main:
        return
    for one in known.values():
        if one.kind in ROOTS and not one.is_external and not package.has(one.target):
            yield f"refers to `{one.target}`, which it does not have"
    for entry in root.iterfind(f"{P}sldLayoutIdLst/*"):
        to = known.get(entry.get(f"{R}id", ""))
        if to is None or to.kind != "slideLayout" or to.is_external:
            yield "has an entry in `sldLayoutIdLst` that is no layout"


def _doubled(package: Package, part: str, root: Element) -> Iterator[str]:
    """Yield the kind of which a part may have one relationship and has more: programs would follow either."""
    kind = _ONE.get(root.tag)
    if kind and sum(one.kind == kind for one in package.relationships(part).values()) > 1:
        yield f"has two relationships `{kind}`"


def _misnumbered(root: Element, taken: set[int]) -> Iterator[str]:
    """Yield the ids of masters and layouts that another of the template has, or that none may have."""
    for one in (*root.iterfind(f"{P}sldMasterIdLst/*"), *root.iterfind(f"{P}sldLayoutIdLst/*")):
        if (id := one.get("id")) is None:
            continue
        number = int(id) if _NUMBER.fullmatch(id) else 0
        if not _LEAST_ID <= number <= _MOST_ID or number in taken:
            yield f"has a wrong `id` in `{local(one.tag)}`, or that of another master or layout"
        taken.add(number)


def _unmapped(root: Element) -> Iterator[str]:
    """Yield what a part's colour map does not explain, and a layout's that is not one."""
    own = root.find(f"{P}clrMapOvr")
    if own is not None and [one.tag for one in own] not in ([f"{A}masterClrMapping"], [f"{A}overrideClrMapping"]):
        yield "has another number of colour maps in `clrMapOvr` than one"
    for colors in (*root.iterfind(f"{P}clrMap"), *root.iterfind(f"{P}clrMapOvr/{A}overrideClrMapping")):
        for name in _MAPPED:
            if colors.get(name) not in COLORS:
                yield f"has no colour of the theme for `{name}` in `{local(colors.tag)}`"
