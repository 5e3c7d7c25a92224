"""How high the headings of cells side by side are: a line, more where one of them has no room on a line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from deckmaker.model import Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText
from deckmaker.text.fitting import STEP, sizes
from deckmaker.theme import TextStyle

if TYPE_CHECKING:
    from deckmaker.layout.context import Context

_MOST_LINES = 2
"""Of a heading, unless it has more at its smallest size."""

_MOST_SHARE = 0.25
"""Of the page's height: what headings may take. One that needs more is a text in the wrong place."""


def headings_height(
    headings: Sequence[tuple[Paragraph, float]], style: TextStyle, line: float, context: Context
) -> float:
    """Return the height in points of a row's headings, each with the width in points that it has.

    That is a `line`, on which they may be set a step smaller. Where one of them has no room on it even so, they keep
    the largest size at which none has a third line.
    """
    theme, least = context.theme, max(style.minimum, style.size - STEP)
    # No letter is wider than its size is high: of nearly all headings that tells that they have room.
    long = [(text, width) for text, width in headings if len(text.text) * least > width]
    frames = [FrameText((text,), style.no_smaller_than(least), Rect(0.0, 0.0, width, line)) for text, width in long]
    if not frames or all(one.fits for one in context.fit(frames)):
        return line
    for size in sizes(style):
        own = style.only(size)
        fitted = context.fit([FrameText((text,), own, Rect(0.0, 0.0, width, theme.height)) for text, width in long])
        if all(len(one.setting.lines) <= _MOST_LINES for one in fitted):
            break
    # And the step that may bring their lines onto the page's grid.
    height = max(one.shift + one.setting.height + theme.baseline for one in fitted)
    return line if height > _MOST_SHARE * theme.height else max(line, height)
