"""Comments on a slide, with the replies to them: no deck has a place for these, and they ask for something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import NamedTuple
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.template.names import local
from deckmaker.template.package import NotATemplate, Package

_LONGEST = 60
"""Characters that a message has of a comment."""

_MOST = 5
"""Comments of one message."""


class _Comment(NamedTuple):
    """Who wrote a comment, and what: nothing where a presentation does not say it."""

    author: str
    words: str


def comments_told(part: SlidePart, package: Package) -> str:
    """Return what is said of the comments on a slide; nothing where there are none."""
    found = list(_comments(part, package))
    if not found:
        return ""
    what = "a comment is left out" if len(found) == 1 else f"{len(found):,} comments are left out"
    shown = list(filter(None, map(_shown, found)))
    if not shown:
        return what
    return f"{what}: {'; '.join(shown[:_MOST])}{'; …' if len(shown) > _MOST else ''}"


def _shown(comment: _Comment) -> str:
    words = f"`{comment.words}`" if comment.words else ""
    return ", ".join(filter(None, (comment.author, words)))


def _comments(part: SlidePart, package: Package) -> Iterator[_Comment]:
    """Yield the comments of a slide in the old form (19.4.4) and in that of today (MS-PPTX, 2.6): one for a part that
    is broken, for something is there."""
    names = _authors(package)
    for to in part.relations.values():
        if to.kind == "comments" and not to.is_external and package.has(to.target):
            try:
                root = package.xml(to.target)
            except NotATemplate:
                yield _Comment("", "")
                continue
            for one in root.iter():
                if local(one.tag) in ("cm", "reply"):
                    yield _Comment(names.get(one.get("authorId", ""), ""), _cut(_words(one), _LONGEST))


def _authors(package: Package) -> Mapping[str, str]:
    """Return the names of those who commented, by their ids in both forms."""
    found = {}
    for to in package.relationships(package.main).values():
        if to.kind in ("commentAuthors", "authors") and not to.is_external and package.has(to.target):
            with suppress(NotATemplate):
                for one in package.xml(to.target):
                    found[one.get("id", "")] = _cut(one.get("name", ""), _LONGEST)
    return found


def _words(comment: Element) -> str:
    """Return the words of a comment without those of its replies."""
    own = [one for one in comment if local(one.tag) in ("text", "txBody")]
    texts = (one.text or "" for body in own for one in body.iter() if local(one.tag) in ("text", "t"))
    return " ".join(texts)


def _cut(text: str, longest: int) -> str:
    shown = " ".join(text.replace("`", "'").split())
    return shown if len(shown) <= longest else f"{shown[: longest - 1].rstrip()}…"
