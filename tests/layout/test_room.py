"""The room of a part of a split slide: what footnotes take of it, and what is left to those of other columns."""

from __future__ import annotations

from dataclasses import replace

import pytest

from deckmaker.layout.context import Context
from deckmaker.layout.footnotes import AIR, RULE_ABOVE, FootnoteArea
from deckmaker.layout.place import REGION, Place
from deckmaker.layout.splitting import Room, split_text
from deckmaker.model import Footnote, Overflow, Paragraph, Run
from deckmaker.theme.flow_styles import FlowStyles
from deckmaker.theme.footnote_layout import with_footnotes
from deckmaker.theme.slots import FOOTNOTES
from tests.layout.tables.tables import deck
from tests.projects import briefing, place

THEME = with_footnotes(briefing())
LAYOUT = THEME.layouts["content"]
RESERVED = 48.0


def room() -> Room:
    """Return all the room of a page without credits."""
    context = Context(deck(), THEME)
    rects = {name: slot.rect for name, slot in LAYOUT.slots.items() if name in ("title", REGION, FOOTNOTES)}
    body = LAYOUT.slots[REGION]
    styles = FlowStyles(THEME, LAYOUT, body)
    own = Place(rects[REGION], rects[REGION], rects[REGION].y, REGION, body.style, styles, Overflow(), context)
    return Room(own, FootnoteArea(LAYOUT, context, rects))


def footnote() -> Footnote:
    """Return a footnote of one line."""
    return Footnote((Run("All of them."),), 1, place())


def test_footnotes_have_air_above_their_rule():
    """What stands above ends so far from the rule."""
    whole = room()
    foot = whole.foot.places_above_height(RESERVED)[FOOTNOTES]
    assert foot.height == RESERVED
    assert whole.bottom(reserved=RESERVED) == foot.y - RULE_ABOVE - AIR
    assert whole.highest_bottom(reserved=RESERVED) == pytest.approx(foot.y - RULE_ABOVE - AIR, abs=0.02)


def test_what_is_reserved_is_left_beside_footnotes_of_its_own():
    """So many points more, whether it has any itself or not."""
    whole = room()
    own = whole.bottom((footnote(),))
    assert own < whole.bottom()
    assert whole.bottom((footnote(),), RESERVED) == own - RESERVED
    assert whole.highest_bottom((footnote(),), RESERVED) <= whole.highest_bottom((footnote(),)) - RESERVED + 1


def test_a_text_leaves_what_is_reserved():
    """It ends so many lines earlier as these points are, in which footnotes of other columns stand."""
    text = tuple(Paragraph((Run(f"{number} of many lines."),)) for number in range(60))
    whole, left = (split_text(text, room(), reserved)[0] for reserved in (0.0, RESERVED * 2))
    assert 0 < len(left) < len(whole) < len(text)


def test_more_than_all_the_room_leaves_none():
    """Nothing is taken there."""
    whole = room()
    too_much = whole.foot.room.height + 1
    assert whole.bottom(reserved=too_much) == whole.highest_bottom(reserved=too_much) == float("-inf")
    assert split_text((Paragraph((Run("A"),)),), replace(whole), too_much) == ((), (Paragraph((Run("A"),)),))
