"""The largest whole-point size at which texts fit their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from deckmaker.dataclasses import dataclass, replace
from deckmaker.model import Paragraph
from deckmaker.model.geometry import Rect
from deckmaker.text.breaking import MeasuredText
from deckmaker.text.known import KnownTexts
from deckmaker.text.setting import TextLayout
from deckmaker.text.styling import least_leading
from deckmaker.theme import TextStyle, Theme
from deckmaker.theme.baselines import grid_shift, middle_shift


@dataclass(frozen=True, slots=True)
class FrameText:
    """A text and its place on the page."""

    paragraphs: tuple[Paragraph, ...]
    style: TextStyle
    rect: Rect


class SizeReason(Enum):
    """Why a text is of its size: its style's own, that for short texts, the largest that fits, or a smaller one with
    safer breaks or a better look; the least, where no size fits; or one in proportion to another that is shrunk. Of
    parts of a slide, that of all of its titles, or one at which the words of a text have room."""

    OWN = "own"
    SHORT = "short"
    SHRUNK = "shrunk"
    BETTER = "better"
    LEAST = "least"
    IN_PROPORTION = "in-proportion"
    ALIKE = "alike"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A text as set, `shift` points into its place from the edge at which it is anchored.

    `excess_height` hangs out at the smallest size; `awkward` says that a title looks amiss, `ragged` that one which
    stands alone, as on a cover, has lines of very different lengths.
    """

    setting: TextLayout
    shift: float
    excess_height: float
    awkward: bool
    reason: SizeReason = SizeReason.OWN
    ragged: bool = False

    @property
    def fits(self) -> bool:
        return self.excess_height <= TOLERANCE and self.setting.excess_width <= TOLERANCE


TOLERANCE = 0.01  # points; rounding of sums, nothing that an eye could see


SHORT_SHARE = 0.55
"""Of its place's height: what a text may take at the size for short texts."""


LONG_TEXT = 4_000
"""Characters from which a text is looked at as one that may be far too long. A page of small type has 2,500."""


MANY = 200
"""Paragraphs from which a text is looked at so, too: more than any place has lines."""


MOST_KEPT = 200_000
"""Characters that are kept at once. The items of a list of steps or events, which are tried most, have some twenty, and
stand in two hundred places until it is known how many of them a page holds."""

Key = tuple[tuple[tuple[int, ...], TextStyle, float, float, float], ...]
"""Of each text its own paragraphs, its style, and the top, width and height of its place: across, it fits anywhere."""


STEP, LARGE = 3, 18
"""Texts of at least `LARGE` points shrink by `STEP`: fewer sizes in a deck, and those whose widths LibreOffice keeps
(docs/analysis/libreoffice-text.md)."""


FURTHER, FURTHER_ALONE = 2, 4
"""Steps by which a title may be smaller for the sake of its breaks: one that shares its size with others, and one that
shares it with none."""


def sizes(style: TextStyle) -> Iterator[int]:
    """Yield the sizes that fitting may use, from the style's own down."""
    step = STEP if style.size >= LARGE else 1
    yield from range(style.size, style.minimum, -step)
    yield style.minimum


def fit(frames: list[FrameText], theme: Theme, texts: KnownTexts | None = None) -> list[Fitted]:
    """Set sibling frames: at the size for short texts where each is one, else at a size at which all fit.

    What is known of their `texts` is not worked out again.
    """
    texts = texts or KnownTexts(theme)
    if any(_is_hopeless(frame, theme, texts) for frame in frames):
        least = [_set(frame, _measured(frame, frame.style.minimum, texts), theme) for frame in frames]
        return _because(SizeReason.LEAST, least)
    return _set_short(frames, theme, texts) or _set_fitting(frames, theme, texts)


def most_lines(frame: FrameText, theme: Theme) -> int:
    """Return how many lines a text has at most that fits its place, at whatever size; each paragraph takes one."""
    return int((frame.rect.height + TOLERANCE) / least_leading(frame.style, frame.style.minimum))


def _is_hopeless(frame: FrameText, theme: Theme, texts: KnownTexts) -> bool:
    """Tell whether a text is far too long for its place: it is set once, at the least size, to say by how much.

    All that is tried for other texts, some hundred widths at ten sizes, would take minutes for a whole book.
    """
    if len(frame.paragraphs) > max(MANY, 2 * most_lines(frame, theme)):
        return True
    if sum(len(one.text) for one in frame.paragraphs) < LONG_TEXT:
        return False
    return _is_far_too_tall(_measured(frame, frame.style.minimum, texts), frame)


def _is_too_tall(text: MeasuredText, frame: FrameText) -> bool:
    """Tell, before any line is shaped, whether a text is too tall at whatever width it is broken."""
    return text.height(frame.rect.width) > frame.rect.height + TOLERANCE


def _is_far_too_tall(text: MeasuredText, frame: FrameText) -> bool:
    if len(text.paragraphs) > MANY and sum(one.leading for one in text.styles) > 2 * frame.rect.height:
        return True
    return text.least_height(frame.rect.width) > 2 * frame.rect.height


def _set_short(frames: list[FrameText], theme: Theme, texts: KnownTexts) -> list[Fitted] | None:
    """Set short texts at their style's own size for such; return None where one is not short, or has a flaw there.

    Their lines are made about equally long where the last would look lost.
    """
    fitted = []
    for frame in frames:
        if frame.style.short is None:
            return None
        text = _measured(frame, frame.style.short, texts)
        if text.height(frame.rect.width) > frame.rect.height * SHORT_SHARE + TOLERANCE:
            return None
        one = _set(frame, text, theme)
        if one.setting.widows:
            one = _set(frame, text, theme, balance=True)
        crowded = one.setting.height > frame.rect.height * SHORT_SHARE
        if crowded or not one.fits or not one.setting.safe or one.awkward or one.ragged or one.setting.wrapped_code:
            return None
        fitted.append(replace(one, reason=SizeReason.SHORT))
    return fitted


def _set_fitting(frames: list[FrameText], theme: Theme, known: KnownTexts) -> list[Fitted]:
    """Set frames all shrunk by the same number of points until each fits or is at its style's minimum.

    Of the largest size that fits and a little smaller ones the first best is taken: with breaks that are safe in every
    engine, and for titles with none that look amiss. For lines of code that stay whole, one much smaller is.
    """
    deepest = max(0, *(frame.style.size - frame.style.minimum for frame in frames))
    step = STEP if any(frame.style.size >= LARGE for frame in frames) else 1
    for shrink in range(0, deepest, step):
        texts = _shrunk(frames, shrink, known)
        if any(map(_is_too_tall, texts, frames)):
            continue
        fitted = _set_all(frames, texts, theme)
        if all(one.fits for one in fitted):
            smaller = range(shrink + step, deepest + step, step)
            settings = (_set_all(frames, _shrunk(frames, min(one, deepest), known), theme) for one in smaller)
            if _wraps_code(fitted) and (whole := next(filter(_is_whole, settings), None)):
                return _because(SizeReason.SHRUNK, whole)
            further = _further(frames, step, max(0, texts[0].size - _title_size(theme)))
            sizes = (_shrunk(frames, min(shrink + one, deepest), known) for one in further)
            best = _best(fitted, (_set_all(frames, texts, theme) for texts in sizes))
            if best is not fitted:
                return _because(SizeReason.BETTER, best)
            fitted = [_with_whole_words(*one, known, theme) for one in zip(frames, fitted, strict=True)]
            return _because(SizeReason.SHRUNK, fitted) if shrink else fitted
    least = _set_all(frames, _shrunk(frames, deepest, known), theme)
    if all(one.fits for one in least):
        return _because(SizeReason.SHRUNK, least) if deepest else least
    return _because(SizeReason.LEAST, least)


def _wraps_code(fitted: list[Fitted]) -> bool:
    return any(one.setting.wrapped_code for one in fitted)


def _is_whole(fitted: list[Fitted]) -> bool:
    return all(one.fits for one in fitted) and not _wraps_code(fitted)


def _stands_alone(style: TextStyle) -> bool:
    """Tell whether a style is that of a title which no other slide shares its size with, such as a cover's."""
    return style.balance and style.short is not None


def _further(frames: list[FrameText], step: int, larger: int) -> Iterable[int]:
    """Return by how many points less than the largest size that fits others are tried, if that has a flaw.

    A title that stands alone is so much `larger` than those of slides, and need not end more than a step below them.
    """
    if not any(frame.style.balance for frame in frames):
        return (1,)
    alone = all(_stands_alone(frame.style) for frame in frames)
    most = min(step * FURTHER_ALONE, larger + step) if alone else 0
    return range(step, max(step * FURTHER, most) + 1, step)


def _title_size(theme: Theme) -> int:
    """Return the size of the titles of slides, in points."""
    slot = theme.plain.slots.get("title")
    return slot.style.size if slot and slot.style else 0


def _because(reason: SizeReason, fitted: list[Fitted]) -> list[Fitted]:
    return [replace(one, reason=reason) for one in fitted]


def _best(fitted: list[Fitted], smaller: Iterable[list[Fitted]]) -> list[Fitted]:
    """Return what has the fewest flaws, the larger first; smaller sizes are set only while there is one."""
    others = iter(smaller)
    while any(_flaws(fitted)) and (other := next(others, None)):
        if all(one.fits for one in other) and _flaws(other) < _flaws(fitted):
            fitted = other
    return fitted


def _shrunk(frames: list[FrameText], points: int, texts: KnownTexts) -> list[MeasuredText]:
    return [_measured(frame, max(frame.style.minimum, frame.style.size - points), texts) for frame in frames]


def _measured(frame: FrameText, size: int, texts: KnownTexts) -> MeasuredText:
    return texts.of(frame.paragraphs, frame.style, size)


def _set_all(frames: list[FrameText], texts: list[MeasuredText], theme: Theme) -> list[Fitted]:
    return [_set(frame, text, theme) for frame, text in zip(frames, texts, strict=True)]


def _flaws(fitted: list[Fitted]) -> tuple[int, int, int]:
    return (
        sum(not one.setting.safe for one in fitted),
        sum(one.awkward for one in fitted),
        sum(one.ragged for one in fitted),
    )


def _set(frame: FrameText, text: MeasuredText, theme: Theme, balance: bool = False) -> Fitted:
    style, width = frame.style, frame.rect.width
    if _is_far_too_tall(text, frame):
        setting = text.set_at_full_width(width)
    else:
        setting = text.set_balanced(width) if style.balance or balance else text.set(width)
    fitted = _in_frame(frame, setting, theme)
    whole = text.set_with_whole_names(width, setting) if fitted.fits and setting.safe else None
    better = _in_frame(frame, whole, theme) if whole else fitted
    return better if better.fits else fitted


def _with_whole_words(frame: FrameText, fitted: Fitted, texts: KnownTexts, theme: Theme) -> Fitted:
    """Return a title that stands alone so that no word is broken at its hyphen, where no smaller size is without that.

    Its breaks are not safe, and are written into the file that another engine breaks.
    """
    if not (_stands_alone(frame.style) and fitted.setting.safe and fitted.setting.breaks_words):
        return fitted
    text = _measured(frame, fitted.setting.size, texts)
    whole = text.set_with_whole_words(frame.rect.width, fitted.setting)
    better = _in_frame(frame, whole, theme) if whole else fitted
    return better if better.fits and not better.awkward else fitted


def _in_frame(frame: FrameText, setting: TextLayout, theme: Theme) -> Fitted:
    style = frame.style
    at_edge = setting.paragraphs[-1 if style.anchor == "bottom" else 0].style
    shift = grid_shift(frame.rect, style.anchor, at_edge.line, theme.baseline)
    lower = shift
    if style.anchor == "middle":
        lower = middle_shift(frame.rect.height, setting.height, shift, theme.baseline)
    return Fitted(
        setting,
        lower,
        excess_height=max(0.0, shift + setting.height - frame.rect.height),
        awkward=style.balance and setting.awkward,
        ragged=_stands_alone(style) and setting.ragged,
    )


class KnownFits:
    """The texts of a slide as fitted, by their own paragraphs and their places."""

    def __init__(self, theme: Theme, texts: KnownTexts) -> None:
        self._theme, self._texts = theme, texts
        self._known: dict[Key, tuple[list[FrameText], list[Fitted]]] = {}
        self._characters = 0

    def of(self, frames: list[FrameText]) -> list[Fitted]:
        """Return sibling frames as `fit` sets them."""
        key = tuple(
            (tuple(map(id, one.paragraphs)), one.style, one.rect.y, one.rect.width, one.rect.height) for one in frames
        )
        if known := self._known.get(key):
            return [*known[1]]
        fitted = fit(frames, self._theme, self._texts)
        self._keep(key, frames, fitted)
        return [*fitted]

    def _keep(self, key: Key, frames: list[FrameText], fitted: list[Fitted]) -> None:
        more = sum(1 + len(text.text) for one in frames for text in one.paragraphs)
        if self._characters + more > MOST_KEPT:
            self.let_go()
        if more <= MOST_KEPT:
            self._known[key] = frames, fitted
            self._characters += more

    def let_go(self) -> None:
        """Let go of all of them."""
        self._known.clear()
        self._characters = 0
