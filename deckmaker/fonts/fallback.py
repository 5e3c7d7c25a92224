"""Which face draws each part of a text: its own, and where that lacks a glyph another that has it.

A word is set in one face where one has all of it: two in a word are seen. deckmaker's own families come first, which
every Office has; then those that are installed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb

from deckmaker.fonts.clusters import clusters
from deckmaker.fonts.face import face
from deckmaker.fonts.families import SUBSTITUTES
from deckmaker.fonts.installed import characters_in, installed_families
from deckmaker.fonts.invisible import needing_glyphs
from deckmaker.fonts.own_families import own_family
from deckmaker.fonts.script import joined_script, script_of
from deckmaker.fonts.source import FaceKey

_NEXT = {
    "Georgia": ("Times New Roman", "Arial"),
    "Times New Roman": ("Arial",),
    "Calibri": ("Arial", "Times New Roman"),
    "Arial": ("Times New Roman",),
    "Courier New": ("Arial", "Times New Roman"),
}
"""The families of most characters that are nearest in looks."""


class Stretch(NamedTuple):
    """A part of a text and the face that draws it; `missing` says that none does."""

    text: str
    face: FaceKey
    missing: bool = False


@lru_cache(maxsize=16_384)
def stretches(text: str, key: FaceKey) -> tuple[Stretch, ...]:
    """Return a text cut where its face changes, and within other faces than its own where its script does.

    A text whose own face has all of it, as nearly all have, is one stretch and is not looked at again. A line end is a
    stretch of its own, in the text's own face, which need not have it.
    """
    if "\n" in text:
        lines = (part for part in re.split("(\n)", text) if part)
        return tuple(one for part in lines for one in ([Stretch(part, key)] if part == "\n" else stretches(part, key)))
    if face(key).covers(text):
        return (Stretch(text, key),)
    groups: list[list[Stretch]] = []
    script = ""
    for one in _by_word(text, key):
        both = joined_script(script, one.text)
        alike = groups and groups[-1][-1][1:] == one[1:]
        if alike and (both is not None or one.face == key):
            groups[-1].append(one)
        else:
            groups.append([one])
            both = None
        script = script_of(one.text) if both is None else both
    return tuple(group[0]._replace(text="".join(one.text for one in group)) for group in groups)


def forget_texts() -> None:
    """Forget how texts are cut: who makes many decks, each with texts of its own, needs few again."""
    stretches.cache_clear()
    _drawing.cache_clear()


def _by_word(text: str, key: FaceKey) -> Iterator[Stretch]:
    """Yield words of one script whole where they can be, signs of no script one by one."""
    last = key
    for script, group in groupby(clusters(text), script_of):
        parts = list(group)
        word = "".join(parts)
        whole = _drawing(word, key) if script else None
        for part in [word] if whole else parts:
            for one in [Stretch(part, whole)] if whole else _by_cluster(part, key, last):
                yield one
                last = one.face


def _by_cluster(cluster: str, key: FaceKey, last: FaceKey) -> Iterator[Stretch]:
    """Yield a cluster in its own face, in that of the words before it, or in the first that has it."""
    if last != key and not face(key).draws(cluster) and face(last).draws(cluster):
        yield Stretch(cluster, last)
    elif drawn := _drawing(cluster, key):
        yield Stretch(cluster, drawn)
    else:  # its characters, each by itself, may still be in faces that lack the others
        for character in cluster:
            own = _drawing(character, key)
            yield Stretch(character, own or key, missing=own is None)


def _office_families_beside(key: FaceKey) -> tuple[str, ...]:
    """Return the families that Office has in the order in which they stand in: those of a like kind first."""
    if key.is_office:
        return _NEXT[key.family]
    nearest = SUBSTITUTES[own_family(key.origin).generic]
    return (nearest, *_NEXT[nearest])


_judged: dict[FaceKey, bool] = {}
"""Installed faces that were chosen once, and whether they could be used."""


def _is_usable(key: FaceKey, text: str) -> bool:
    """Tell whether an installed face can go into every output: judged by the first text that it has, and once."""
    if key not in _judged:
        from deckmaker.fonts.soundness import is_sound  # which few decks need

        _judged[key] = is_sound(face(key), text)
    return _judged[key]


@lru_cache(maxsize=16_384)
def _drawing(text: str, key: FaceKey) -> FaceKey | None:
    """Return the face that shows all of a text: the given one or the first other; None if there is none.

    Scripts that have no italics are upright in fonts whose Latin letters have some.
    """
    needed = needing_glyphs(text)
    if not needed or face(key).draws(text):
        return key
    for family in _office_families_beside(key):
        other = FaceKey(family, key.bold, key.italic)
        if face(other).draws(text):
            return other
    codes = hb.Set(map(ord, needed))
    for bold, italic in dict.fromkeys([(key.bold, key.italic), (key.bold, False), (False, False)]):
        for installed in installed_families().values():
            if characters_in(installed.source(bold, italic)).issuperset(codes):
                other = installed.key(bold, italic)
                if _is_usable(other, text) and face(other).draws(text):
                    return other
    return None
