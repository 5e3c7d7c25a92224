"""What a template may not hold, since presentations made in it would: what runs programs, or is fetched unasked.

Its parts are copied as they are. So PowerPoint follows in each deck what they refer to, whatever is drawn here.
Knows packages alone.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from deckmaker.patterns import pattern
from deckmaker.template.kept_parts import kept_parts
from deckmaker.template.names import P
from deckmaker.template.package import NotATemplate, Package, Relationship

_SAFE = pattern("(?:https?://|mailto:)", re.IGNORECASE)
"""How addresses begin that reach neither files nor other computers of a network by its own protocols, nor run code."""

_ASKED_FOR = ("hyperlink", "image", "audio", "video", "media")
"""What may lie on the web: PowerPoint opens it on a click, or asks before it fetches it. Not so linked objects."""

_RUNS = ("control", "activeXControlBinary", "vbaProject", "webextension")
"""Kinds of relationships to code (ECMA-376 part 1, 15.2.2 and 15.2.9; [MS-OWEXML], 2.1.2)."""

_ACTIONS = ("ppaction://program", "ppaction://macro", "ppaction://ole")
"""What a click on a shape may start (`action`, ECMA-376 part 1, 21.1.2.3.5), an embedded file among it, which may be a
program."""

_LEADS_OUT = pattern(r"[\\:\x00-\x1f]")
"""What is a step, a drive or a stream to the system that a deck is unpacked on, and no sign of a name."""

_LINK_HELP = "break that link in PowerPoint, in File > Info > Edit Links to Files, or take what has it out"
_NAME_HELP = "save it anew in PowerPoint"
_RUN_HELP = "take it out in PowerPoint: it does nothing for what is drawn"


def refuse_unsafe_links(package: Package) -> None:
    """Raise NotATemplate where a part that decks would have runs code, or leads to what nobody asked for."""
    for part in kept_parts(package):
        if not _stays_inside(part):
            raise NotATemplate(f"has a part called `{part[:60]}`, which leads out of a package", _NAME_HELP)
        for one in package.relationships(part).values():
            if one.kind in _RUNS:
                raise NotATemplate(f"holds a control or macro, in `{part}`", _RUN_HELP)
            if one.is_external and not _is_harmless(one):
                raise NotATemplate(f"refers to `{one.target[:60]}` in `{part}`, which decks may not", _LINK_HELP)
        if _is_xml(package, part) and _starts_something(package, part):
            raise NotATemplate(f"has a shape that starts a program, macro or embedded file, in `{part}`", _RUN_HELP)


def _stays_inside(part: str) -> bool:
    """Tell whether a part's name is a path below where a deck is unpacked, however its escapes are read."""
    name = unquote(part)
    return not _LEADS_OUT.search(name) and all(step.strip(". ") for step in name.split("/"))


def _is_xml(package: Package, part: str) -> bool:
    """Tell whether a part says to be XML: each such part is read, so that it is, and within the bounds of templates.

    Not so pictures: SVG files may have what packages may not, and PowerPoint runs nothing in them.
    """
    # Types have no capitals (RFC 6838, 4.2), and may have parameters behind them.
    kind = package.content_type(part).partition(";")[0].strip().casefold()
    if package.is_read(part):  # whatever it says to be
        return True
    return not kind.startswith("image/") and (kind.endswith(("+xml", "/xml")) or part.casefold().endswith(".xml"))


def _is_harmless(one: Relationship) -> bool:
    return one.kind in _ASKED_FOR and bool(_SAFE.match(one.target))


def _starts_something(package: Package, part: str) -> bool:
    return any(
        one.get("action", "").strip().casefold().startswith(_ACTIONS)
        or (one.tag == f"{P}cmd" and one.get("type") == "verb")  # to an embedded file, without a click (19.5.17)
        for one in package.xml(part).iter()
    )
