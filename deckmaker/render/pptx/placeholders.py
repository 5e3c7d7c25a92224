"""Places as placeholders. An index joins a slide's placeholder to its layout's (ECMA-376 Part 1, 19.3.1.36).

When a colleague gives a slide another layout, a text goes where that has the same index. So the first text of every
arrangement has the index of a page's only one, the second that of a second column, and all other things have ranges
of their own.
"""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from deckmaker.layout import Role
from deckmaker.render.pptx.levels import Form
from deckmaker.render.pptx.xml import Xml
from deckmaker.theme import SlideLayout, Theme
from deckmaker.theme.slots import PLAIN_LAYOUT

BOX = "text box"
"""What is small is no placeholder: placeholders for text are in the outline, those of headers and footers are
overwritten by "Header & Footer, Apply to All", and LibreOffice takes the first of a layout for its text."""


class Placeholder(NamedTuple):
    """A kind of placeholder. `prompt` is what an empty one says in the layout, `form` what its levels are.

    Without a `type` it is one for any object: text, or what the icons in it insert. One of type `BOX` is a text box.
    """

    type: str
    number: int
    prompt: str
    form: Form = Form.PLAIN

    @property
    def autofits(self) -> bool:
        """Whether PowerPoint makes what a colleague adds smaller until it fits: in titles and texts, not in furniture.

        It does so while somebody types. What a file holds stays as it is until then (docs/analysis/powerpoint.md).
        """
        return self.form is not Form.PLAIN or self.type in ("title", "ctrTitle")

    @property
    def is_box(self) -> bool:
        """Whether it is a text box instead, at a place that layouts have all the same."""
        return self.type == BOX

    def xml(self) -> Xml:
        """Return the `p:ph` element."""
        type = f' type="{self.type}"' if self.type else ""
        index = f' idx="{self.number}"' if self.number else ""
        return Xml(f"<p:ph{type}{index}/>")


BODY = Placeholder("body", 1, "Click to edit the text", Form.LIST)
"""The main text, as the master has it."""

DATE = "date"
"""Where a colleague's date stands; no slide has one until then, and no theme a slot for it."""

_SMALL = Placeholder(BOX, 0, "")

SLOTS = {
    "title": Placeholder("title", 0, "Click to edit the title"),
    "body": BODY,
    "footer": Placeholder("ftr", 11, ""),
    "number": Placeholder("sldNum", 12, ""),
    "picture": Placeholder("pic", 13, "Click the icon to add a picture"),
    **dict.fromkeys(("meta", "credits", "trail", "footnotes"), _SMALL),
    DATE: Placeholder("dt", 10, ""),
}
"""The placeholders of a theme's slots."""

_TITLE_PAGE = {
    "title": SLOTS["title"]._replace(type="ctrTitle"),
    "body": BODY._replace(type="subTitle", form=Form.TEXT),
}
_STATEMENTS = ("section", "closing", "closing-only")
"""Layouts whose text is a sentence or two: a colleague who types there wants no bullet."""

_TEXTS_IN_ROW = 9
"""Texts whose indexes are their numbers; those of the furniture begin soon after."""

_RANGE = 1000
"""From the first index of one kind to that of the next: more than a slide has of any."""

_KINDS = {
    Role.TEXT: Placeholder("", _RANGE, BODY.prompt, Form.LIST),
    Role.HEADING: Placeholder("body", 2 * _RANGE, "Heading", Form.TEXT),
    Role.CAPTION: _SMALL,
    Role.QUOTATION: Placeholder("body", 4 * _RANGE, "Quotation", Form.TEXT),
    Role.ATTRIBUTION: Placeholder("body", 5 * _RANGE, "Who said it", Form.TEXT),
    Role.PICTURE: SLOTS["picture"]._replace(number=6 * _RANGE),
    Role.TABLE: Placeholder("tbl", 7 * _RANGE, "Click the icon to add a table"),
    Role.CHART: Placeholder("chart", 9 * _RANGE, "Click the icon to add a chart"),
    Role.SUBTITLE: Placeholder("body", 10 * _RANGE, "What is measured, and its unit", Form.TEXT),
}
_OTHER_TEXT = Placeholder("body", 8 * _RANGE, "Text", Form.TEXT)

ALL_PLACEHOLDERS = (*SLOTS.values(), *_TITLE_PAGE.values(), *_KINDS.values(), _OTHER_TEXT)


def slot_placeholder(slot: str, layout: SlideLayout, theme: Theme) -> Placeholder:
    """Return the placeholder of a layout's slot, of the type that the kind of slide asks for."""
    if "meta" in layout.slots and slot in _TITLE_PAGE:
        return _TITLE_PAGE[slot]
    if slot == "body":
        # On coloured pages stand only texts: there is nothing else to insert.
        type = "" if layout.background == theme.layouts[PLAIN_LAYOUT].background else BODY.type
        return BODY._replace(type=type, form=Form.TEXT if layout.name in _STATEMENTS else Form.LIST)
    return SLOTS[slot]


class Numbering:
    """Gives the placeholders of one arrangement their indexes, in reading order."""

    def __init__(self, layout: SlideLayout) -> None:
        self._counts: Counter[Placeholder] = Counter()
        self._has_picture = "picture" in layout.slots

    def placeholder(self, role: Role) -> Placeholder:
        """Return the placeholder of the next item, which has that role."""
        kind = _KINDS.get(role, _OTHER_TEXT)
        if kind.is_box:
            return kind
        self._counts[kind] += 1
        count = self._counts[kind]
        if role is Role.TEXT and count <= _TEXTS_IN_ROW:
            return kind._replace(number=count)
        if role is Role.PICTURE and count == 1 and not self._has_picture:
            return kind._replace(number=SLOTS["picture"].number)
        return kind._replace(number=kind.number + count)
