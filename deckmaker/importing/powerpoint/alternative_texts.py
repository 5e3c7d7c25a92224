"""Alternative texts: what somebody said of shapes for those who cannot see them (ECMA-376 part 1, 20.1.2.2.8, `descr`).

Decks have them for pictures, charts, diagrams and equations. Those of all else are told, and of what is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from xml.etree.ElementTree import Element

from deckmaker.importing.powerpoint.equations import formula_in, outlined_formula
from deckmaker.importing.powerpoint.parts import Part
from deckmaker.importing.powerpoint.shapes import (
    Shape,
    description_of,
    descriptions_in,
    own_properties,
    plain_words,
    shapes_of,
)
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


class AlternativeTexts:
    """Tells what is said of all that stands on the slides of a presentation, but for what their blocks say as `alt`, or
    stands there in words, too, such as the heads of a table."""

    def __init__(self, told: Told, is_compared: bool) -> None:
        self._told, self._is_compared = told, is_compared
        self._of_theme: set[str] = set()
        self._of_parts: list[str] = []

    def take(self, root: Element) -> None:
        """Take what is said in a part of its own that the next slide shows, such as drawings on a chart."""
        self._of_parts += descriptions_in(root)

    def tell(
        self, part: SlidePart, shapes: Sequence[Shape], of_theme: Sequence[Shape], blocks: Iterable[Part], is_ours: bool
    ) -> None:
        """Tell what is said of shapes and groups of a slide, of what it has of the theme, and on its page of notes.

        In a presentation that `is_ours`, what follows the data of charts and the arrows of diagrams is nobody's. Of one
        that is compared, what we make ourselves, and what stands there in words, answers for itself on the other side,
        where words may have changed. What many slides have of the theme is told once, but where slides are compared.
        """
        values = [one[1] for one in blocks if isinstance(one, tuple)]
        kept = {value["alt"] for value in values if isinstance(value, dict) and "alt" in value}
        new = [one for one in of_theme if self._is_compared or one.description not in self._of_theme]
        self._of_theme.update(one.description for one in new)
        on_notes = [] if part.notes_page is None else shapes_of(part.notes_page)
        others, self._of_parts = self._of_parts, []
        for one, is_own in _descriptions(part, [*shapes, *new, *on_notes], others, is_ours).items():
            if one in kept:
                continue
            if self._is_compared:
                counts = Counts.WHERE_EDITED if is_own else Counts.NOWHERE
                self._told.note(part.number, "an alternative text: NAMES", _HELP, _shown(one), counts=counts)
            elif is_own:
                what = "an alternative text for which a deck has no place is left out: NAMES"
                self._told.note(part.number, what, _HELP, _shown(one))


def _shown(said: str) -> str:
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"


def _descriptions(part: SlidePart, shapes: Sequence[Shape], others: Sequence[str], is_ours: bool) -> dict[str, bool]:
    """Return what is said of shapes and groups, and `others`, each once, and whether it is somebody's own, and nowhere
    in words."""
    every = (*_all_descriptions(part, shapes), *((one, True) for one in others))
    found = [(said, is_own) for one, is_own in every if (said := said_of(one))]
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
    """Yield what is said of each shape, control and group, and whether it says more than their signs: equations may
    have their LaTeX as that. Of a picture that is marked as decorative, nothing is said."""
    for one in (found for shape in shapes for found in (shape, shape.instead) if found is not None):
        if one.kind in ("sp", "cxnSp"):
            tex = formula_in(one.body) or outlined_formula(one)
            yield one.description, not (tex and is_spelling(said_of(one.description), tex))
        elif one.kind != "pic" or not one.is_decorative:  # what a frame holds may have descriptions of its own
            yield from ((said, True) for said in descriptions_in(one.element))
    for control in part.root.iterfind(f"{P}cSld//{P}control"):
        yield from ((said, True) for said in descriptions_in(control))
    for root in (part.root, *([] if part.notes is None else [part.notes])):
        for group in root.iter(f"{P}grpSp"):
            own = own_properties(group)
            if not flag(own, "hidden"):
                yield description_of(own), True
