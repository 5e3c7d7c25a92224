"""The largest whole-point size at which texts fit their places."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.model import Paragraph
from deckmaker.text.setting import MeasuredText, Setting, measure
from deckmaker.theme import TextStyle, Theme


@dataclass(frozen=True, slots=True)
class FrameText:
    """A text and its place: `width` and `height` in points."""

    paragraphs: tuple[Paragraph, ...]
    style: TextStyle
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as set. `excess_height` hangs out at the smallest size; `awkward` says that a title looks amiss."""

    setting: Setting
    excess_height: float
    awkward: bool

    @property
    def fits(self) -> bool:
        return self.excess_height <= _TOLERANCE and self.setting.excess_width <= _TOLERANCE


_TOLERANCE = 0.01  # points; rounding of sums, nothing that an eye could see


def fit(frames: list[FrameText], theme: Theme) -> list[Fitted]:
    """Set sibling frames, all shrunk by the same number of points until each fits or is at its style's minimum.

    A few smaller sizes are tried, and the first best taken, where the largest that fits has breaks that are not safe
    in every engine, or makes a title awkward.
    """
    deepest = max(0, *(frame.style.size - frame.style.minimum for frame in frames))
    best: list[Fitted] = []
    flaws: tuple[int, int] | None = None
    tries = max(frame.style.size // 5 if frame.style.balance else 1 for frame in frames)
    for shrink in range(deepest + 1):
        fitted = [_set(frame, max(frame.style.minimum, frame.style.size - shrink), theme) for frame in frames]
        if not all(one.fits for one in fitted):
            best = best or (fitted if shrink == deepest else [])
            continue
        found = sum(not one.setting.safe for one in fitted), sum(one.awkward for one in fitted)
        if flaws is None or found < flaws:
            best, flaws = fitted, found
        if flaws == (0, 0) or tries == 0:
            break
        tries -= 1
    return best


def _set(frame: FrameText, size: int, theme: Theme) -> Fitted:
    text: MeasuredText = measure(frame.paragraphs, frame.style, size, theme)
    setting = text.set_balanced(frame.width) if frame.style.balance else text.set(frame.width)
    return Fitted(
        setting,
        excess_height=max(0.0, setting.height - frame.height),
        awkward=frame.style.balance and setting.awkward,
    )
