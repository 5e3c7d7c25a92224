"""A whole picture: the page, over it what layout decided, and below it a line that says what is what."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from deckmaker.layout import Page
from deckmaker.survey.picture.elements import element, length
from deckmaker.survey.picture.glyphs import Outlines
from deckmaker.survey.picture.legend import LEGEND_HEIGHT, legend
from deckmaker.survey.picture.looks import Shown, as_it_is, page_looks
from deckmaker.survey.picture.overlay import overlay
from deckmaker.survey.survey import DeckSurvey, PageSurvey
from deckmaker.theme import Theme


def drawing(page: Page, survey: PageSurvey, deck: DeckSurvey, theme: Theme, plain: bool = False) -> Element:
    """Return a page's picture as `<svg>`, in points; of a `plain` one, the page alone. Raises PictureLost."""
    if plain:
        return page_drawing(page, theme)
    outlines = Outlines()
    parts = [
        element("g", {"id": "page"}, page_looks(page, theme, outlines)),
        element("g", {"id": "overlay"}, overlay(survey, theme, outlines)),
        element("g", {"id": "legend"}, legend(survey, deck, theme, outlines)),
    ]
    return _whole(theme.width, theme.height + LEGEND_HEIGHT, outlines, parts)


def page_drawing(page: Page, theme: Theme, shown: Shown = as_it_is) -> Element:
    """Return a page alone as `<svg>`, in points; `shown` gives the bytes of its pictures. Raises PictureLost."""
    outlines = Outlines()
    looks = element("g", {"id": "page"}, page_looks(page, theme, outlines, shown))
    return _whole(theme.width, theme.height, outlines, [looks])


def _whole(width: float, height: float, outlines: Outlines, parts: list[Element]) -> Element:
    attributes = {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": length(width),
        "height": length(height),
        "viewBox": f"0 0 {length(width)} {length(height)}",
    }
    return element("svg", attributes, [outlines.definitions(), *parts])
