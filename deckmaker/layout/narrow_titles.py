"""Titles in narrow places, as beside a picture: a little smaller where they take fewer lines so."""

from __future__ import annotations

from itertools import islice

from deckmaker.dataclasses import replace
from deckmaker.model import Paragraph
from deckmaker.text import Fitted, FrameText, KnownTexts, SizeReason, fit
from deckmaker.text.fitting import FURTHER, sizes
from deckmaker.theme import Slot, Theme
from deckmaker.theme.baselines import line_height

NARROW, FEW = 0.7, 2
"""Of the width of titles on plain slides: a title with less that takes more than so many lines is up to `FURTHER` steps
smaller to take fewer."""


def on_fewer_lines(frame: FrameText, fitted: Fitted, theme: Theme, texts: KnownTexts) -> Fitted:
    """Return a title in a narrow place, which breaks into many short lines there, a little smaller on fewer.

    What is known of titles' `texts` is not worked out again.
    """
    usual, lines = theme.plain.slots.get("title"), len(fitted.setting.lines)
    if lines <= FEW or usual is None or frame.rect.width >= NARROW * usual.rect.width:
        return fitted
    for size in islice(sizes(replace(frame.style, size=fitted.setting.size)), 1, 1 + FURTHER):
        (smaller,) = fit([replace(frame, style=frame.style.only(size))], theme, texts)
        if smaller.fits and smaller.setting.safe and not smaller.awkward and len(smaller.setting.lines) < lines:
            return replace(smaller, reason=SizeReason.BETTER)
    return fitted


def fewer_lines(title: Paragraph, slot: Slot, lines: int, size: int, theme: Theme, texts: KnownTexts) -> int:
    """Return how many lines a title will have that has so many at this size: fewer where it is set smaller for that.

    The slot may have less room: it is that of other titles, and this one's is sought.
    """
    if lines <= FEW or slot.style is None:
        return lines
    room = replace(slot.rect, height=max(slot.rect.height, (lines + 1) * line_height(slot.style.percent, size)))
    frame = FrameText((title,), replace(slot.style, size=size), room)
    (fitted,) = fit([replace(frame, style=slot.style.only(size))], theme, texts)
    return len(on_fewer_lines(frame, fitted, theme, texts).setting.lines) if fitted.fits else lines
