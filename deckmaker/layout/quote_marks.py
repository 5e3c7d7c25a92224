"""What stands before a quotation: a large mark, which says at a glance that somebody else speaks, or a bar.

Neither is a part of the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Span
from deckmaker.fonts import Ink, face
from deckmaker.fonts.line_descent import line_descent
from deckmaker.layout.compositions import shape
from deckmaker.layout.document import NOT_ALONE, Decision, Placed, TextItem
from deckmaker.layout.place import Place, SetBlock
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import in_proportion, placed_text
from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText, GlyphRun
from deckmaker.theme import TextStyle
from deckmaker.theme.flow_styles import HEADING, QUOTATION, QUOTE_MARK

BY_LANGUAGE = "language"
"""What themes name instead of a mark: the one of the deck's language."""

_MARKS = {
    **dict.fromkeys(("bg", "cs", "da", "de", "et", "hr", "hu", "is", "lt", "lv", "pl", "ro", "sk", "sl", "sr"), "„"),
    **dict.fromkeys(("be", "ca", "el", "es", "fr", "it", "nb", "nn", "no", "pt-pt", "ru", "uk"), "«"),
    **dict.fromkeys(("ar", "fi", "he", "sv", "ur"), "”"),
    "fa": "»",  # which opens there, since it is turned
    **dict.fromkeys(("ja", "zh-hant", "zh-hk", "zh-tw"), "「"),
}
"""Opening marks by languages (Unicode CLDR, quotationStart); all others have `“`."""

_OPENING = frozenset("\"'“”„‟‘‚‹«»›「『〝《〈")
"""What a text begins with that has quotation marks of its own."""

_LEAST_LEADING = 0.6
"""Of the mark's size: nobody has measured what PowerPoint does with baselines in far lower lines."""


@dataclass(frozen=True)
class QuoteMark:
    """A mark in a place, of a style, and where its ink is: in ems, from where its line begins and from the baseline."""

    text: str
    place: Place
    style: TextStyle
    ink: Ink

    @property
    def width(self) -> float:
        """How wide its ink is, in points."""
        return (self.ink.right - self.ink.left) * self.style.size

    @property
    def height(self) -> float:
        """How high its ink is, in points."""
        return (self.ink.top - self.ink.bottom) * self.style.size

    def placed_beside(self, words: Placed, span: Span) -> Placed:
        """Return it as placed: its ink begins where its place does, level with the capitals of the first line.

        That line is empty where all that it held is none that a text may hold.
        """
        item, size = words.item, self.style.size
        assert isinstance(item, TextItem)
        first = item.setting.paragraphs[0].lines[0]
        capitals = max(
            (one.style.size * face(one.style.face).metrics.cap_height for one in first.line.runs[:1]), default=0
        )
        top = words.rect.y + item.offset + first.baseline - capitals
        alone = _placed(self.text, self.style, self.place, span)
        own = alone.item
        assert isinstance(own, TextItem)
        line = own.setting.paragraphs[0].lines[0]
        start = self.place.rect.x - line.x - self.ink.left * size
        # Its frame ends before the words: on them, it would be in the way of who edits them.
        rect = Rect(start, top + self.ink.top * size - line.baseline, words.rect.x - start, own.setting.height)
        # As shapes have none, it has no place's name: nobody would fill its place.
        item, decision = replace(own, offset=0.0), Decision(rect, NOT_ALONE)
        return replace(alone, rect=rect, item=item, slot=None, decision=decision)


def opening_mark(place: Place, paragraphs: tuple[Paragraph, ...], step: int) -> QuoteMark | None:
    """Return the mark before a quotation whose words are `step` points smaller than their style.

    It is as much smaller than its style. There is none where the theme has nothing there, or the words their own,
    and where no font has it.
    """
    mark = place.styles.theme.panels.quote_mark
    if not mark or paragraphs[0].text[:1] in _OPENING:
        return None
    text = mark_of(place.context.deck.language) if mark == BY_LANGUAGE else mark
    words, whole, own = place.style(QUOTATION), place.styles.named(QUOTATION), place.styles.named(QUOTE_MARK)
    largest = max(whole.size, whole.short or 0)  # on a part of a slide, words have that part's size alone
    style = in_proportion(own, min(max(words.size - step, words.minimum), largest) / largest)
    run = _run(_fitted(text, style, place))
    if 0 in run.glyphs:
        return None
    ink = face(run.style.face).ink(run.glyphs[0])
    # The frame begins where the ink does: one as high as a usual line would lie on what stands above.
    return QuoteMark(text, place, replace(style, leading=_leading(ink.top, style, place)), ink)


def _leading(top: float, style: TextStyle, place: Place) -> float:
    """Return the leading of a mark whose ink reaches up to `top` above its baseline, in ems (`powerpoint_baseline`)."""
    descent = line_descent(place.styles.theme.families[style.font].face(False, False))
    return max(min(top * 4 / 3, top + descent), _LEAST_LEADING)


def behind_start(place: Place, mark: QuoteMark | None) -> Place:
    """Return the place for a quotation's words: behind its mark, else behind the bar if the theme has one."""
    look = place.styles.theme.panels
    taken = mark.width if mark else look.quote_bar
    start = taken + look.inset if taken else 0.0
    rect = replace(place.rect, x=place.rect.x + start, width=max(place.rect.width - start, 1.0))
    return replace(place, rect=rect)


def start_of(parts: Sequence[SetBlock], place: Place, mark: QuoteMark | None, span: Span) -> Iterator[Placed]:
    """Yield what stands before a quotation's parts in a place: its mark, else a bar as high as they are."""
    width = place.styles.theme.panels.quote_bar
    if mark:
        yield mark.placed_beside(parts[0].placed[0], span)
    elif width:
        height = sum(part.height for part in parts)
        yield shape(replace(place.rect, width=width, height=height), place.style(HEADING).color)


def mark_of(language: str) -> str:
    """Return the opening quotation mark of a language, which is a tag such as `en-GB` (BCP 47)."""
    tag = language.lower()
    while tag and tag not in _MARKS:
        tag = tag.rpartition("-")[0]
    return _MARKS.get(tag, "“")


def _placed(mark: str, style: TextStyle, place: Place, span: Span) -> Placed:
    return placed_text("quotation mark", _room(style), _fitted(mark, style, place), style, span, role=Role.DECORATION)


def _fitted(mark: str, style: TextStyle, place: Place) -> Fitted:
    """Return a mark as set at the size of its style, which is done once for all quotations of a deck."""
    frame = FrameText((Paragraph((Run(mark),)),), style.only(style.size), _room(style))
    return place.context.fit_repeated(frame)


def _room(style: TextStyle) -> Rect:
    """Return a place with room for a mark: its breaks do not matter, nor does the room that it has on its page."""
    return Rect(0.0, 0.0, 2.0 * style.size, 2.0 * style.size)


def _run(fitted: Fitted) -> GlyphRun:
    return fitted.setting.paragraphs[0].lines[0].line.runs[0]
