"""Alternative texts: what somebody said of shapes for those who cannot see them (ECMA-376 part 1, 20.1.2.2.8, `descr`).

Decks have them for pictures, charts, diagrams and equations. Those of all else are told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.shapes import Shape, description_of, own_properties, plain_words
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.told import Told
from deckmaker.patterns import pattern
from deckmaker.resolve.charts.alt_words import tells_data
from deckmaker.template.names import A, P
from deckmaker.template.numbers import flag

_MADE_BY_PROGRAMS = pattern(
    r"Description automatically generated(?: with \w+ confidence)?|AI-generated content may be incorrect\.?"
)
"""What PowerPoint adds to descriptions that it writes."""

_LONGEST = 100
"""Characters that a message has of one."""

_UNSPELLED = pattern(r"[\s{}]")
"""What a formula may have more or less of."""

_ARROWS = (" → ", " ↔ ", " – ")


def said_of(description: str) -> str:
    """Return what somebody said, on one line and without what programs add."""
    return " ".join(_MADE_BY_PROGRAMS.sub(" ", description).split())


def tells_arrows(description: str) -> bool:
    """Tell whether a description is the one that our own diagrams have of their arrows."""
    return any(arrow in description for arrow in _ARROWS)


def is_spelling(description: str, tex: str) -> bool:
    """Tell whether a description is a formula's LaTeX, spelled in another way than it is read, and no words of it."""
    bare, own = (_UNSPELLED.sub("", one) for one in (description, tex))
    return "\\" in description or bare == own


def tell_alternative_texts(
    part: SlidePart, shapes: Sequence[Shape], kept: Collection[str], is_ours: bool, told: Told
) -> None:
    """Tell what is said of shapes and groups of a slide but for what is `kept`, or stands there in words, too, such as
    the heads of a table. In a presentation that `is_ours`, what follows the data of charts is nobody's."""
    found = dict.fromkeys(filter(None, map(said_of, _descriptions(part, shapes))))
    if not found:
        return
    texts = {plain_words(line) for one in shapes for line in (one.element, *one.element.iter(f"{A}p"))}
    for one in found:
        is_there = one in kept or one in texts or all(piece.strip() in texts for piece in one.split(","))
        if not is_there and not (is_ours and tells_data(one)):
            tell_alternative_text(one, part, told)


def tell_alternative_text(said: str, part: SlidePart, told: Told) -> None:
    """Tell what was said of something for which a deck has no alternative text."""
    what = "an alternative text for which a deck has no place is left out: NAMES"
    shown = said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
    told.note(part.number, what, "say it in a `caption`, a `text` or the `notes`", shown)


def _descriptions(part: SlidePart, shapes: Sequence[Shape]) -> Iterator[str]:
    for one in shapes:
        if one.kind in ("sp", "cxnSp") or (one.kind == "graphicFrame" and not _is_chart(one.element)):
            yield one.description
    for group in part.root.iter(f"{P}grpSp"):
        own = own_properties(group)
        said = description_of(own)
        if not flag(own, "hidden") and not tells_arrows(said):
            yield said


def _is_chart(frame: Element) -> bool:
    data = frame.find(f"{A}graphic/{A}graphicData")
    return data is not None and (data.get("uri") or "").rpartition("/")[2] in ("chart", "chartex")
