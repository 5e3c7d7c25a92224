"""Texts that those at the back of a room cannot read, and texts that nobody can.

A capital has to be seen under 16 minutes of arc at least (ISO 9241-303, character height). Those who have to read
details off a screen sit at most four times its height away (the rule of 4, 6 and 8 for meeting rooms). With capitals of
0.7 em, that asks for 14 points on a page 540 points high.

Credits are read at a desk or on paper, where slides are about as large as their pages, and so is any text of a handout.
The least that the European Union asks of print on small packages is an x-height of 0.9 mm (Regulation 1169/2011,
article 13), with letters of half an em 5 points.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import radians, tan
from typing import NamedTuple

from deckmaker.accessibility.places import Found, further_places, slides_of
from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.diagnostics.listing import slides_listed
from deckmaker.layout import Document, Page, Placed, Role, TextItem
from deckmaker.layout.roles import AROUND
from deckmaker.layout.written_numbers import written_numbers

_ANGLE = radians(16 / 60)
_HEIGHTS = 4
_CAPITAL = 0.7
"""The height of capitals, in ems: from 0.66 (Tinos) to 0.73 (Arimo)."""

LEAST_ON_PAPER = 5
"""The least size of any text in points."""

_NOT_READ = AROUND | {Role.CREDITS, Role.ENTRY, Role.FOOTNOTES, Role.META}
"""What nobody has to read from the back: it says whose things are, and where to look them up."""


def least_size(height: float) -> int:
    """Return the least size, in whole points, of texts on a page of that height in points."""
    return int(_HEIGHTS * height * tan(_ANGLE) / _CAPITAL)


class SmallestText(NamedTuple):
    """A text's size in points, and what it is, or is of: a text, a table, a chart."""

    size: int
    owner: Placed
    span: Span | None


def smallest_text(page: Page) -> SmallestText | None:
    """Return the smallest text of a page that is for reading from afar, None where there is none."""
    found = (
        SmallestText(one.item.setting.size, leaf, one.span or leaf.span)
        for leaf in page.leaves
        if leaf.role not in _NOT_READ
        for one in leaf.texts
        if isinstance(one.item, TextItem)
    )
    return min(found, key=lambda one: one.size, default=None)


def report_small_texts(document: Document, diagnostics: Diagnostics) -> None:
    """Report texts that are too small to be read from the back, once for the deck, where the smallest is; not those
    that nobody can read at all."""
    least = least_size(document.theme.height)
    small, numbers = [], written_numbers(document.pages)
    for page in document.pages:
        text = smallest_text(page)
        if text and LEAST_ON_PAPER <= text.size < least and (span := text.span or page.span):
            small.append((text.size, Found(numbers[page.number], span, text.owner.role.value)))
    if not small:
        return
    small.sort(key=lambda one: (one[0], one[1].slide))
    size, first = small[0]
    found = [one for _, one in small]
    slides = slides_listed(sorted(slides_of(found)))
    message = f"{slides}: texts are smaller than {least} points; of the {first.words} on slide {first.slide}, {size}"
    help = "shorten the text, split the slide, or hand out what is for reading at a desk"
    diagnostics.report("small-text", message, first.span, help, further_places(found))


def report_small_credits(document: Document, diagnostics: Diagnostics) -> None:
    """Report credits that are too small to be read on paper, once for the deck, where the first are."""
    found = [*_unreadable(document, is_credit=True)]
    if found:
        diagnostics.report("small-credits", _message("credits", found), found[0].place.span, _help(found))


def report_tiny_texts(document: Document, diagnostics: Diagnostics) -> None:
    """Report other texts that are too small to be read on paper, once for the deck, where the first are. What stands at
    the edges of slides does not count."""
    found = [*_unreadable(document, is_credit=False)]
    if found:
        others = further_places([one.place for one in found])
        diagnostics.report("tiny-text", _message("texts", found), found[0].place.span, _help(found), others)


class _Unreadable(NamedTuple):
    """A text that nobody can read: where it is, and the style that it is set in."""

    place: Found
    style: str


def _unreadable(document: Document, is_credit: bool) -> Iterator[_Unreadable]:
    """Yield credits, or all other texts, that nobody can read."""
    numbers = written_numbers(document.pages)
    for page in document.pages:
        for leaf in page.leaves:
            if leaf.role in AROUND or (leaf.role is Role.CREDITS) is not is_credit:
                continue
            for one in leaf.texts:
                span = page.span if is_credit else one.span or leaf.span or page.span
                if span and isinstance(one.item, TextItem) and one.item.setting.size < LEAST_ON_PAPER:
                    yield _Unreadable(Found(numbers[page.number], span), one.item.style.name)


def _message(what: str, found: Sequence[_Unreadable]) -> str:
    slides = slides_listed(sorted(slides_of([one.place for one in found])))
    return f"{slides}: {what} are smaller than {LEAST_ON_PAPER} points, and nobody can read that"


def _help(found: Sequence[_Unreadable]) -> str:
    return f"give the theme's style `{found[0].style}` a larger `size` and `min`"
