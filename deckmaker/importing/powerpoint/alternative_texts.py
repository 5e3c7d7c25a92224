"""Alternative texts: what somebody said of shapes for those who cannot see them (ECMA-376 part 1, 20.1.2.2.8, `descr`).

Decks have them for pictures, charts, diagrams and equations. Those of all else are told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.equations import formula_in, outlined_formula
from deckmaker.importing.powerpoint.shapes import Shape, description_of, own_properties, plain_words
from deckmaker.importing.powerpoint.slide_parts import SlidePart
from deckmaker.importing.told import Counts, Told
from deckmaker.patterns import pattern
from deckmaker.resolve.charts.alt_words import tells_data
from deckmaker.template.names import A, P
from deckmaker.template.numbers import flag

_MADE_BY_PROGRAMS = pattern(
    r"Description automatically generated(?: with \w+ confidence)?|AI-generated content may be incorrect\.?"
)
"""What PowerPoint adds to descriptions that it writes."""

_HELP = "say it in a `caption`, a `text` or the `notes`"
_LONGEST = 100
"""Characters that a message has of one."""

_UNSPELLED = pattern(r"[\s{}]")
"""What a formula may have more or less of."""

_DASH = " – "
_ARROWS = (" → ", " ↔ ", _DASH)


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
    part: SlidePart, shapes: Sequence[Shape], blocks: Sequence[Any], is_ours: bool, told: Told
) -> None:
    """Tell what is said of shapes and groups of a slide but for what its `blocks` say as `alt`, or stands there in
    words, too, such as the heads of a table. In a presentation that `is_ours`, what follows the data of charts and the
    arrows of diagrams is nobody's."""
    values = [one[1] for one in blocks if isinstance(one, tuple)]
    kept = {value["alt"] for value in values if isinstance(value, dict) and "alt" in value}
    for one, is_own in _descriptions(part, shapes, is_ours).items():
        if is_own and one not in kept:
            tell_alternative_text(one, part, told)


def tell_compared_texts(part: SlidePart, shapes: Sequence[Shape], told: Told) -> None:
    """Tell what is said of shapes and groups of a slide that is compared: those that we make ourselves, and those that
    stand there in words, answer for themselves on the other side, where words may have changed."""
    for one, is_own in _descriptions(part, shapes, is_ours=True).items():
        counts = Counts.WHERE_EDITED if is_own else Counts.NOWHERE
        told.note(part.number, "an alternative text: NAMES", _HELP, _shown(one), counts=counts)


def tell_alternative_text(said: str, part: SlidePart, told: Told) -> None:
    """Tell what was said of something for which a deck has no alternative text."""
    what = "an alternative text for which a deck has no place is left out: NAMES"
    told.note(part.number, what, _HELP, _shown(said))


def _shown(said: str) -> str:
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def _descriptions(part: SlidePart, shapes: Sequence[Shape], is_ours: bool) -> dict[str, bool]:
    """Return what is said of shapes and groups, each once, and whether it is somebody's own, and nowhere in words."""
    found = [(said, is_own) for one, is_own in _all_descriptions(part, shapes) if (said := said_of(one))]
    if not found:
        return {}
    texts = {plain_words(line) for one in shapes for line in (one.element, *one.element.iter(f"{A}p"))}
    own: dict[str, bool] = {}
    for said, is_own in found:
        is_there = said in texts or all(piece.strip() in texts for piece in said.split(","))
        is_made = is_ours and (tells_data(said) or _tells_edges(said, texts))
        own[said] = own.get(said, False) or (is_own and not is_there and not is_made)
    return own


def _tells_edges(said: str, texts: Collection[str]) -> bool:
    """Tell whether a description is that of a diagram of ours; people write dashes, too, but not behind each text."""
    if any(arrow in said for arrow in _ARROWS if arrow != _DASH):
        return True
    return all(_DASH in edge and edge.partition(_DASH)[0] in texts for edge in said.split("; "))


def _all_descriptions(part: SlidePart, shapes: Sequence[Shape]) -> Iterator[tuple[str, bool]]:
    """Yield what is said of each shape and group but for pictures and charts, and whether it says more than their
    signs: equations may have their LaTeX as that."""
    for one in shapes:
        if one.kind == "graphicFrame" and not _is_chart(one.element):
            yield one.description, True
        elif one.kind in ("sp", "cxnSp"):
            tex = formula_in(one.body) or outlined_formula(one)
            yield one.description, not (tex and is_spelling(said_of(one.description), tex))
    for group in part.root.iter(f"{P}grpSp"):
        own = own_properties(group)
        if not flag(own, "hidden"):
            yield description_of(own), True


def _is_chart(frame: Element) -> bool:
    data = frame.find(f"{A}graphic/{A}graphicData")
    return data is not None and (data.get("uri") or "").rpartition("/")[2] in ("chart", "chartex")
