"""A slide's footnotes: each one that assistive technology knows for one, with a number that leads back to its mark.

The links lead to places in the same slide. reveal.js takes a click on one for a wish to see the slide that holds its
target, which is on the screen already; deck.js moves the focus there instead, and leaves the address alone.
"""

from __future__ import annotations

from deckmaker.render.html.blocks import marker_attributes, paragraph_attributes, words_html
from deckmaker.render.html.inline import footnote_id, mark_id
from deckmaker.render.html.markup import NOTHING, Html, element, joined, words
from deckmaker.text import SetParagraph, TextLayout


def footnotes_html(setting: TextLayout, color: str, page: int) -> Html:
    """Return the footnotes of the page of that number (DPUB-ARIA 1.1, `doc-footnote` and `doc-backlink`)."""
    return joined(_footnote(one, setting, color, page) for one in setting.paragraphs)


def _footnote(one: SetParagraph, setting: TextLayout, color: str, page: int) -> Html:
    number, back = one.paragraph.number, NOTHING
    if one.marker:
        link = {"href": f"#{mark_id(page, number)}", "role": "doc-backlink"}
        back = element("a", words(one.style.marker), marker_attributes(one, one.marker, color) | link)
    inner = joined((back, words_html(one, color, setting.safe, page)))
    paragraph = element("p", inner, paragraph_attributes(one, setting))
    return element("div", paragraph, {"id": footnote_id(page, number), "role": "doc-footnote"})
