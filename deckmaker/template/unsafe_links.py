"""What a template may not hold, since presentations made in it would: what runs programs, or is fetched unasked.

Its parts are copied as they are. So PowerPoint follows in each deck what they refer to, whatever is drawn here.
Knows packages alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from deckmaker.template.kept_parts import kept_parts
from deckmaker.template.names import P
from deckmaker.template.package import NotATemplate, Package, Relationship

_SAFE = re.compile("(?:https?://|mailto:)", re.IGNORECASE)
"""How addresses begin that reach neither files nor other computers of a network by its own protocols, nor run code."""

_ASKED_FOR = ("hyperlink", "image", "audio", "video", "media")
"""What may lie on the web: PowerPoint opens it on a click, or asks before it fetches it. Not so linked objects."""

_RUNS = ("control", "activeXControlBinary", "vbaProject", "webextension")
"""Kinds of relationships to code (ECMA-376 part 1, 15.2.2 and 15.2.9; [MS-OWEXML], 2.1.2)."""

_DRAWN = (
    *("slideMaster", "slideLayout", "notesMaster", "handoutMaster"),
    *("diagramData", "diagramDrawing", "chartUserShapes"),
)
"""Kinds of relationships to parts that hold shapes."""

_ACTIONS = ("ppaction://program", "ppaction://macro", "ppaction://ole")
"""What a click on a shape may start (`action`, ECMA-376 part 1, 21.1.2.3.5), an embedded file among it, which may be a
program."""

_LINK_HELP = "break that link in PowerPoint, in File > Info > Edit Links to Files, or take what has it out"
_RUN_HELP = "take it out in PowerPoint: it does nothing for what is drawn"


def refuse_unsafe_links(package: Package) -> None:
    """Raise NotATemplate where a part that decks would have runs code, or leads to what nobody asked for."""
    parts = kept_parts(package)
    drawn = {one.target.casefold() for part in (package.main, *parts) for one in _leading_to_shapes(package, part)}
    for part in parts:
        for one in package.relationships(part).values():
            if one.kind in _RUNS:
                raise NotATemplate(f"holds a control or macro, in `{part}`", _RUN_HELP)
            if one.is_external and not _is_harmless(one):
                raise NotATemplate(f"refers to `{one.target[:60]}` in `{part}`, which decks may not", _LINK_HELP)
        if part.casefold() in drawn and _starts_something(package, part):
            raise NotATemplate(f"has a shape that starts a program, macro or embedded file, in `{part}`", _RUN_HELP)


def _leading_to_shapes(package: Package, part: str) -> Iterator[Relationship]:
    return (one for one in package.relationships(part).values() if one.kind in _DRAWN and not one.is_external)


def _is_harmless(one: Relationship) -> bool:
    return one.kind in _ASKED_FOR and bool(_SAFE.match(one.target))


def _starts_something(package: Package, part: str) -> bool:
    return any(
        one.get("action", "").strip().casefold().startswith(_ACTIONS)
        or (one.tag == f"{P}cmd" and one.get("type") == "verb")  # to an embedded file, without a click (19.5.17)
        for one in package.xml(part).iter()
    )
