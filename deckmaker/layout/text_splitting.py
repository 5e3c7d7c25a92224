"""A text on a part of a split slide: what of it has room, and the rest."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.layout.room import Room
from deckmaker.layout.text_rests import TextRest, WholeText
from deckmaker.model import Footnote, Paragraph
from deckmaker.text import FrameText, fit
from deckmaker.text.fitting import most_lines
from deckmaker.text.parting import READ, HeightFor, part
from deckmaker.theme import TextStyle, Theme

Texts = tuple[Paragraph, ...]


def split_text(
    paragraphs: Texts, room: Room, reserved: float = 0.0, style: TextStyle | None = None
) -> tuple[Texts, Texts]:
    """Return what of a text has room, and the rest; nothing where no line does.

    It leaves `reserved` points to footnotes of others. Its `style` is that of the place's texts where none is given. No
    more of it is looked at than one part holds.
    """
    whole = TextRest(WholeText(paragraphs))
    beginning = whole.beginning
    first, left = _split_beginning(beginning, room, reserved, style)
    return (first, whole.behind(beginning, left).all) if first else ((), paragraphs)


def _split_beginning(paragraphs: Texts, room: Room, reserved: float, style: TextStyle | None) -> tuple[Texts, Texts]:
    rect = replace(room.place.rect, y=room.top, height=room.place.rect.bottom - room.top)
    if rect.height <= 0:
        return (), paragraphs
    frame = FrameText(paragraphs, style or room.place.text_style, rect)
    fixed = room.fixed if room.is_untouched else 0
    if room.foot is None:
        return parted(frame, room.place.styles.theme, fixed)

    def height_for(footnotes: tuple[Footnote, ...]) -> float:
        return room.bottom(footnotes, reserved) - room.top

    def most_for(footnotes: tuple[Footnote, ...]) -> float:
        return room.highest_bottom(footnotes, reserved) - room.top

    return parted(frame, room.place.styles.theme, fixed, height_for, most_for)


def parted(
    frame: FrameText,
    theme: Theme,
    fixed: int,
    height_for: HeightFor | None = None,
    most_for: HeightFor | None = None,
) -> tuple[Texts, Texts]:
    """Return what of a text fits its place, and the rest; nothing where no line does behind the `fixed` paragraphs.

    Of its place there is what `height_for` its footnotes is left; `most_for` tells quickly how much that is at most.
    What is set takes a line more at times than was measured.
    """
    if sum(len(one.text) for one in frame.paragraphs) <= READ and _fits(frame, theme, height_for):
        return frame.paragraphs, ()
    height, rect = frame.rect.height, frame.rect
    while True:
        first, rest = part(replace(frame, rect=replace(rect, height=height)), theme, fixed, height_for, most_for)
        if not first or _fits(replace(frame, paragraphs=first), theme, height_for):
            return first, rest
        height -= frame.style.size


def _fits(frame: FrameText, theme: Theme, height_for: HeightFor | None) -> bool:
    if len(frame.paragraphs) > most_lines(frame, theme):
        return False
    if height_for:
        height = height_for(tuple(footnote for one in frame.paragraphs for footnote in one.footnotes))
        if height <= 0:
            return False
        frame = replace(frame, rect=replace(frame.rect, height=min(frame.rect.height, height)))
    return fit([frame], theme)[0].fits
