"""The trail of a slide: the deck's own, and as its last part the section in which the slide stands.

The deck's own has to fit, as all that is the same on every slide. A section's name has room on one layout and none on
another: there the parts before it give way, then it loses its last words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from deckmaker.fonts.clusters import clusters
from deckmaker.model import Slide
from deckmaker.model.deck import TRAIL_CUT as LEFT_OUT
from deckmaker.model.deck import TRAIL_SEPARATOR as SEPARATOR
from deckmaker.theme import SlideLayout

MOST_CLUSTERS = 400
"""Of a section's name that are looked at: no page has room for more on a line."""

Fits = Callable[[str], bool]


OPENING_OR_CLOSING = frozenset({"title", "title-only", "closing", "closing-only"})
"""Layouts of slides that belong to the whole deck, whatever section goes on there."""


def section_of(slide: Slide, layout: SlideLayout) -> str | None:
    """Return the section that a slide is shown to stand in, None where it stands in none or says so itself."""
    return None if layout.name in OPENING_OR_CLOSING else slide.within


def trail_text(trail: Sequence[str], section: str | None, fits: Fits, at_its_size: Fits | None = None) -> str:
    """Return what a slide shows of a deck's trail and its section, '' for nothing; `fits` says what has room.

    Parts give way before it is set smaller, if `at_its_size` says what has room without. A trail that has no room by
    itself stays as it is, and is reported where it is set.
    """
    own = SEPARATOR.join(trail)
    if not section or (own and not fits(own)):
        return own
    for has_room in (at_its_size, fits) if at_its_size else (fits,):
        for text in _with_section(trail, section):
            if has_room(text):
                return text
    return _cut(section, fits) or own


def _with_section(trail: Sequence[str], section: str) -> Iterator[str]:
    """Yield the trail up to the section, then with fewer and fewer of its first parts."""
    yield SEPARATOR.join((*trail, section))
    for start in range(1, len(trail) + 1):
        yield SEPARATOR.join((LEFT_OUT, *trail[start:], section))
    if trail:
        yield section


def _cut(section: str, fits: Fits) -> str:
    """Return as many words of a section's name as have room; letters, where not one has any; '' for none at all."""
    signs = [one for one, _ in zip(clusters(section), range(MOST_CLUSTERS), strict=False)]
    ends = [end for end in range(1, len(signs)) if signs[end].isspace()]
    for cuts in (ends, range(1, len(signs))):
        texts = ["".join(signs[:end]).rstrip() + LEFT_OUT for end in cuts]
        if held := bisect_left(texts, True, key=lambda text: not fits(text)):
            return texts[held - 1]
    return ""
