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
    """A text as set. `excess_height` is what hangs out at the smallest size; `missing` are characters without glyph."""

    setting: Setting
    excess_height: float
    missing: tuple[str, ...]

    @property
    def fits(self) -> bool:
        return self.excess_height <= _TOLERANCE and self.setting.excess_width <= _TOLERANCE


_TOLERANCE = 0.01  # points; rounding of sums, nothing that an eye could see


def fit(frames: list[FrameText], theme: Theme) -> list[Fitted]:
    """Set sibling frames, all shrunk by the same number of points until each fits or is at its style's minimum.

    Where the breaks are not safe in every engine, one point smaller is tried, and taken if they are safe there.
    """
    deepest = max(0, *(frame.style.size - frame.style.minimum for frame in frames))
    unsafe: list[Fitted] | None = None
    for shrink in range(deepest + 1):
        fitted = [_set(frame, max(frame.style.minimum, frame.style.size - shrink), theme) for frame in frames]
        if all(one.fits for one in fitted):
            if all(one.setting.safe for one in fitted):
                return fitted
            if unsafe:
                break
            unsafe = fitted
    return unsafe or fitted


def _set(frame: FrameText, size: int, theme: Theme) -> Fitted:
    text: MeasuredText = measure(frame.paragraphs, frame.style, size, theme)
    setting = text.set(frame.width)
    missing = tuple(dict.fromkeys(c for paragraph in text.measured for c in paragraph.missing))
    return Fitted(setting, max(0.0, setting.height - frame.height), missing)
