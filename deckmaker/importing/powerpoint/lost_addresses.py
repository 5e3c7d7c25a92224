"""Links of words that no deck has: what is told of them, with their addresses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.patterns import pattern
from deckmaker.template.names import R
from deckmaker.template.package import Relationship

_SCHEME = pattern(r"[a-z][a-z0-9+.-]+:", re.IGNORECASE)
"""A single letter is a drive of Windows."""

_TO_SLIDES = ("ppaction://hlinkshowjump", "ppaction://hlinksldjump")
"""What leads to a slide, by its place or its name (ECMA-376 part 1, 21.1.2.3.5, `action`)."""

_LONGEST = 100
"""Characters that a message has of an address."""


class LostLink(NamedTuple):
    """What is said of a link, what helps, and its address, which stands for NAMES in what is said."""

    message: str
    help: str
    address: str = ""


def lost_link(click: Element, relations: Mapping[str, Relationship]) -> LostLink:
    """Return what is told of words on which a click leads where no deck leads: to a slide, a file or a program, or to
    an address that may not stand in an output."""
    to, action = relations.get(click.get(f"{R}id", "")), click.get("action") or ""
    if to and to.is_external:
        written = _cut(to.target)
        if not _SCHEME.match(to.target) or to.target.lower().startswith("file:"):
            return LostLink("a link to a file is a text now: NAMES", "link to a page of the web, in full", written)
        return LostLink("a link to what decks do not lead to is a text now: NAMES", "see whether it is meant", written)
    if to or not action or action.startswith(_TO_SLIDES):
        return LostLink("a link to a slide is a text now", "link to a slide, as in `[costs](#costs)`")
    return LostLink("a link that starts something is a text now: NAMES", "see whether it is meant", _cut(action))


def _cut(written: str) -> str:
    address = " ".join(written.split())
    return address if len(address) <= _LONGEST else f"{address[: _LONGEST - 1]}…"
