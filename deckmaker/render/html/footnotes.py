"""A slide's footnotes: each one that assistive technology knows for one, with a number that leads back to its mark.

The links lead to places in the same slide. reveal.js takes a click on one for a wish to see the slide that holds its
target, which is on the screen already; deck.js moves the focus there instead, and leaves the address alone.
"""

from __future__ import annotations

from deckmaker.render.html.blocks import declarations, marker_attributes
from deckmaker.render.html.inline import footnote_id, inline_html, mark_id
from deckmaker.render.html.markup import NOTHING, Html, element, joined, style, words
from deckmaker.text import SetParagraph, TextLayout


def footnotes_html(setting: TextLayout, color: str, page: int) -> Html:
    """Return the footnotes of the page of that number (DPUB-ARIA 1.1, `doc-footnote` and `doc-backlink`)."""
    return joined(_footnote(one, setting, color, page) for one in setting.paragraphs)


def _footnote(one: SetParagraph, setting: TextLayout, color: str, page: int) -> Html:
    number, back = one.paragraph.number, NOTHING
    if one.marker:
        link = {"href": f"#{mark_id(page, number)}", "role": "doc-backlink"}
        back = element("a", words(one.marker.text), marker_attributes(one, one.marker, color) | link)
    attributes = {"style": style(declarations(one.style, setting.paragraphs[0].style))}
    paragraph = element("p", joined((back, inline_html(one, color, setting.safe, page))), attributes)
    return element("div", paragraph, {"id": footnote_id(page, number), "role": "doc-footnote"})
