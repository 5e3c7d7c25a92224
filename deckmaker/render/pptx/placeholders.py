"""Slots as placeholders. An index joins a slide's placeholder to its layout's (ECMA-376 Part 1, 19.3.1.36)."""

from __future__ import annotations

from typing import NamedTuple

from deckmaker.theme import SlideLayout


class Placeholder(NamedTuple):
    """A kind of placeholder. `prompt` is what an empty one says in the layout."""

    type: str
    number: int
    name: str
    prompt: str

    def xml(self) -> str:
        """Return the `p:ph` element."""
        index = f' idx="{self.number}"' if self.number else ""
        return f'<p:ph type="{self.type}"{index}/>'


# Credits are a body placeholder with an index of their own: "Header & Footer, Apply to All" overwrites footers.
PLACEHOLDERS = {
    "title": Placeholder("title", 0, "Title", "Click to edit the title"),
    "body": Placeholder("body", 1, "Text", "Click to edit the text"),
    "footer": Placeholder("ftr", 11, "Footer", ""),
    "number": Placeholder("sldNum", 12, "Slide number", ""),
    "picture": Placeholder("pic", 13, "Picture", "Click the icon to add a picture"),
    "heading-1": Placeholder("body", 14, "Left heading", "Heading"),
    "body-1": Placeholder("body", 15, "Left text", "Click to edit the text"),
    "heading-2": Placeholder("body", 16, "Right heading", "Heading"),
    "body-2": Placeholder("body", 17, "Right text", "Click to edit the text"),
    "table": Placeholder("tbl", 24, "Table", "Click the icon to add a table"),
    "caption": Placeholder("body", 25, "Caption", "Caption"),
    "meta": Placeholder("body", 18, "Author and date", "Author and date"),
    "footnotes": Placeholder("body", 26, "Footnotes", "Footnotes"),
    "credits": Placeholder("body", 20, "Credits", "Credits"),
    "trail": Placeholder("body", 21, "Trail", "Trail"),
}


_TITLE_PAGE = {
    "title": PLACEHOLDERS["title"]._replace(type="ctrTitle"),
    "body": PLACEHOLDERS["body"]._replace(type="subTitle"),
}
# LibreOffice draws footers and numbers with the master, under whatever the slide holds: under a picture that fills the
# page nobody would see them (docs/analysis/libreoffice-text.md).
_OVER_PICTURE = {
    "footer": PLACEHOLDERS["footer"]._replace(type="body", number=22),
    "number": PLACEHOLDERS["number"]._replace(type="body", number=23),
}


def placeholder_for(slot: str, layout: SlideLayout) -> Placeholder:
    """Return the placeholder of a layout's slot, of the type that the kind of slide asks for."""
    if "meta" in layout.slots and slot in _TITLE_PAGE:
        return _TITLE_PAGE[slot]
    if layout.draws_over_picture and slot in _OVER_PICTURE:
        return _OVER_PICTURE[slot]
    return PLACEHOLDERS[slot]


def holds_lists(slot: str) -> bool:
    """Tell whether a slot's paragraphs are list items unless they say otherwise."""
    return slot.startswith("body")
