"""The largest whole-point size at which texts fit their places."""

from __future__ import annotations

from dataclasses import dataclass

from deckmaker.model import Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.text.setting import MeasuredText, Setting, measure
from deckmaker.theme import TextStyle, Theme
from deckmaker.theme.baselines import grid_shift


@dataclass(frozen=True, slots=True)
class FrameText:
    """A text and its place on the page."""

    paragraphs: tuple[Paragraph, ...]
    style: TextStyle
    rect: Rect


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as set, `shift` points into its place from the edge at which it is anchored.

    `excess_height` hangs out at the smallest size; `awkward` says that a title looks amiss.
    """

    setting: Setting
    shift: float
    excess_height: float
    awkward: bool

    @property
    def fits(self) -> bool:
        return self.excess_height <= _TOLERANCE and self.setting.excess_width <= _TOLERANCE


_TOLERANCE = 0.01  # points; rounding of sums, nothing that an eye could see


SHORT_SHARE = 0.55
"""Of its place's height: what a text may take at the size for short texts."""


def fit(frames: list[FrameText], theme: Theme) -> list[Fitted]:
    """Set sibling frames: at the size for short texts where each is one, else at a size at which all fit."""
    return _set_short(frames, theme) or _set_fitting(frames, theme)


def _set_short(frames: list[FrameText], theme: Theme) -> list[Fitted] | None:
    """Set short texts at their style's own size for such; return None where one is not short, or has a flaw there."""
    fitted = []
    for frame in frames:
        if frame.style.short is None:
            return None
        one = _set(frame, frame.style.short, theme)
        crowded = one.setting.height > frame.rect.height * SHORT_SHARE
        if crowded or not one.fits or not one.setting.safe or one.awkward:
            return None
        fitted.append(one)
    return fitted


def _set_fitting(frames: list[FrameText], theme: Theme) -> list[Fitted]:
    """Set frames all shrunk by the same number of points until each fits or is at its style's minimum.

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
    style, width = frame.style, frame.rect.width
    setting = text.set_balanced(width) if style.balance else text.set(width)
    at_edge = setting.paragraphs[-1 if style.anchor == "bottom" else 0].style
    shift = grid_shift(frame.rect, style.anchor, at_edge.size, theme.baseline)
    return Fitted(
        setting,
        shift,
        excess_height=max(0.0, shift + setting.height - frame.rect.height),
        awkward=frame.style.balance and setting.awkward,
    )
