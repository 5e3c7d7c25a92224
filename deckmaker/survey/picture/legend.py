"""The line at a picture's foot: which slide it is, which layout it has and why, and what the lines over it mean."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from deckmaker.model.geometry import Rect
from deckmaker.survey.picture.elements import line, rectangle
from deckmaker.survey.picture.glyphs import Outlines
from deckmaker.survey.picture.labels import Label
from deckmaker.survey.picture.overlay import DASHES, FRAME, HAIRLINE, SLOT
from deckmaker.survey.survey import DeckSurvey, PageSurvey
from deckmaker.survey.words import layout_in_words
from deckmaker.theme import Theme

LEGEND_HEIGHT = 20.0
"""Points."""

_GROUND, _INK = "#202124", "#FFFFFF"
_SIZE = 8.0
_MARGIN, _SAMPLE, _GAP = 12.0, 18.0, 5.0

_KEY = (
    ("slot", {"stroke_width": SLOT, "stroke_dasharray": DASHES}),
    ("frame", {"stroke_width": FRAME}),
    ("baseline", {"stroke_width": HAIRLINE}),
)


def legend(survey: PageSurvey, deck: DeckSurvey, theme: Theme, outlines: Outlines) -> Iterator[Element]:
    """Yield the line below the page: words at the left, as many as there is room for, the key at the right."""
    yield rectangle(Rect(0, theme.height, theme.width, LEGEND_HEIGHT), fill=_GROUND)
    middle = theme.height + LEGEND_HEIGHT / 2
    baseline = middle + _SIZE * 0.35  # half the height of capitals
    x = theme.width - _MARGIN
    for name, stroke in reversed(_KEY):
        label = Label(name, _SIZE)
        x -= label.width
        yield from label.drawn(x, baseline, _INK, outlines)
        x -= _GAP
        yield line((x - _SAMPLE, middle), (x, middle), stroke=_INK, **stroke)
        x -= _SAMPLE + _MARGIN
    yield from Label(_said(survey, deck), _SIZE).within(x - _MARGIN).drawn(_MARGIN, baseline, _INK, outlines)


def _said(survey: PageSurvey, deck: DeckSurvey) -> str:
    part = f" ({survey.part[0]}/{survey.part[1]})" if survey.part else ""
    place = f"{survey.source.file}:{survey.source.line}" if survey.source else deck.deck
    layout = layout_in_words(survey).replace("`", "")
    return f"slide {survey.number} of {deck.last}{part}  ·  {place}  ·  layout {layout}"
