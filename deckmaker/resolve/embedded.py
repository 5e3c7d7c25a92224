"""Credits that pictures bring in their files: they complete what a deck says, which wins field by field."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any

from deckmaker.assets import Rights, rights_in
from deckmaker.credits.licenses import is_license
from deckmaker.credits.terms import named_in
from deckmaker.dataclasses import replace
from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.model import Credit, PictureFile
from deckmaker.patterns import pattern
from deckmaker.resolve.addresses import address_of
from deckmaker.resolve.characters import check_line
from deckmaker.resolve.origins import is_wholly_by_ai, says_ai

COMPLETED = ("title", "creator", "license", "url", "copyright", "ai")
"""Fields of a credit that a file may fill in."""

_STAYS = ("url", "ai")
"""Fields that a line of the author's own does not get: it stands as typed, and would get a link, or not say it."""

_LONGEST, _LONGEST_WORD = 300, 60
"""Characters of a text, and of a word of it; more is terms and descriptions, which are no credit."""

_ON_FILM = pattern(r"\S+\.(?:jpe?g|png|tiff?|webp|gif|psd|dng)|[A-Z]{1,4}[-_ ]?\d[\d_-]*", re.IGNORECASE)
"""Titles that are names of files, such as `DSC_0123`."""

_NOWHERE = Span(SourceFile("", ""), 1, 1, 1, 1)
"""Of what is said of a file's texts, nothing is told."""

_TOWER = pattern("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{4}")


_are_silent: ContextVar[bool] = ContextVar("are_silent", default=False)


@contextmanager
def silent_files() -> Iterator[None]:
    """Resolve decks as if the files of their pictures said nothing: what stands on the slides of a presentation that
    was imported is all that it says, while its files still have what the deck said once."""
    before = _are_silent.set(True)
    try:
        yield
    finally:
        _are_silent.reset(before)


def rights_said(file: PictureFile) -> Rights:
    """Return what a picture's file says of its rights; nothing of `silent_files`."""
    return Rights() if _are_silent.get() else rights_in(file)


def credit_in(rights: Rights, span: Span) -> Credit:
    """Return all that a file says for its credit, the line that its owner wants as `text`.

    What no slide can show is left out: it is no mistake of the deck, and must not stop it.
    """
    return replace(_credit_in(rights), span=span)


@lru_cache(maxsize=256)  # a picture may stand on all slides
def _credit_in(rights: Rights) -> Credit:
    def line(*texts: str) -> str | None:
        return next((shown for text in texts if (shown := _line(text))), None)

    title = line(rights.title)
    return Credit(
        "picture",
        text=line(rights.credit_line),
        title=None if title and _ON_FILM.fullmatch(title) else title,
        creator=line(", ".join(rights.creator), rights.attribution_name, *rights.owner, *rights.copyright_owner),
        license=license_in(rights),
        url=next((url for one in (rights.attribution_url, rights.licensor_url) if (url := address_of(one))), None),
        copyright=line(rights.copyright_notice),
        ai="yes" if is_wholly_by_ai(rights) else None,
    )


def alt_in(rights: Rights, span: Span) -> str | None:
    """Return what a file says that the picture shows, None where it says nothing that can be read out."""
    found = Diagnostics()
    text = check_line(rights.alt_text, span, found)
    return None if found.failed() else text or None


def license_in(rights: Rights) -> str | None:
    """Return the licence that a file names: Creative Commons' field, or a web statement that is a licence's address."""
    for one in (rights.license, rights.web_statement):
        if is_license(one):
            return one
    address = address_of(rights.license)
    return address if address and len(address) <= _LONGEST else None


def names_somebody(found: Credit) -> bool:
    """Tell whether what a file says is a credit: who made it, who owns it, or what to write beside it."""
    if found.text or found.creator or not found.copyright:
        return bool(found.text or found.creator)
    from deckmaker.credits.agreement import names_owner

    return names_owner(found.copyright)


def completed(typed: Credit, found: Credit) -> Credit:
    """Return a typed credit with what the file says besides."""
    if typed.role != "picture" or typed.nobody is not None:
        return typed
    if not typed.says_something:
        return replace(_own_credit(found), kind=typed.kind, span=typed.span)
    empty = {name for name in COMPLETED if getattr(typed, name) is None}
    if typed.text:
        empty -= {*_STAYS, "license"} if named_in(typed.text) else {*_STAYS}
    if says_ai(typed):
        empty -= {"ai"}
    given: dict[str, Any] = {name: getattr(found, name) for name in empty}
    return replace(typed, **given)


def _own_credit(found: Credit) -> Credit:
    """Return the credit of a picture for which the deck types none: its owner's line, unless there is more to be said.

    A line says neither the licence, as licences ask, nor that AI made it.
    """
    if found.license or found.ai:
        return replace(found, text=None, creator=found.creator or found.text)
    return found


def _line(text: str) -> str | None:
    """Return a text as one line of a slide, None for one that is too long for it or that no font may have."""
    found = Diagnostics()
    line = check_line(text, _NOWHERE, found)
    if found.failed() or not line or len(line) > _LONGEST or max(map(len, line.split())) > _LONGEST_WORD:
        return None
    return None if _TOWER.search(line) or any(_is_unfit(one) for one in line) else line


def _is_unfit(character: str) -> bool:
    """Tell whether a character is private or not assigned."""
    return unicodedata.category(character) in ("Co", "Cn")
