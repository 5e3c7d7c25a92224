"""The texts that have slots of their own on a slide, such as its title: fitted, placed, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from deckmaker.credits import words_for
from deckmaker.dataclasses import dataclass, field, replace
from deckmaker.layout.contents import Contents
from deckmaker.layout.context import REPEATED, Context
from deckmaker.layout.document import Change, Placed, changes
from deckmaker.layout.findings import Finding, text_findings
from deckmaker.layout.narrow_titles import on_fewer_lines
from deckmaker.layout.place import OverflowFinding, Part
from deckmaker.layout.roles import SLOT_ROLES
from deckmaker.layout.set_texts import placed_text
from deckmaker.model import Overflow, OverflowPolicy, Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText, SizeReason, fit
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import SlideLayout, TextStyle
from deckmaker.theme.slots import FOOTNOTES

Rects = Mapping[str, Rect]


@dataclass(frozen=True)
class SlotTexts:
    """The texts of one slide, or a part of one, in the slots of its layout; what has been set is kept.

    `overflow` says what becomes of the slide's footnotes without room; all else has one place.
    """

    contents: Contents
    layout: SlideLayout
    context: Context
    overflow: Overflow
    part: Part | None
    _kept: dict[tuple[tuple[str, Rect], ...], dict[str, Fitted]] = field(default_factory=dict)

    def fitted(self, rects: Rects) -> dict[str, Fitted]:
        """Fit the texts in these places of their slots; once for the same places."""
        key = tuple((name, rects[name]) for name in self.contents.texts)
        if key not in self._kept:
            self._kept[key] = {name: self._fitted(name, rects[name]) for name in self.contents.texts}
        return self._kept[key]

    def frame(self, name: str, rect: Rect) -> FrameText:
        """Return a slot's text in a place, in the style of the slot."""
        return FrameText(self.contents.texts[name].paragraphs, self.style(name), rect)

    def _fitted(self, name: str, rect: Rect) -> Fitted:
        frame = self.frame(name, rect)
        if name in REPEATED:
            return self.context.fit_repeated(frame)
        if name == "title":
            return self._fitted_title(frame)
        return fit([frame], self.context.theme)[0]

    def _fitted_title(self, frame: FrameText) -> Fitted:
        """Fit the title at the size that those of all slides have, or all parts of this one; smaller without room."""
        size = self.part.title_size if self.part else None
        theme, texts = self.context.theme, self.context.titles(self.part)
        if frame.style.short is None or size:
            own = replace(frame, style=frame.style.only(size or frame.style.size))
            (fitted,) = fit([own], theme, texts)
            if size and size != frame.style.size:
                return replace(fitted, reason=SizeReason.ALIKE)
            if size:
                return fitted
            if fitted.fits:
                return on_fewer_lines(frame, fitted, theme, texts)
        return fit([frame], theme, texts)[0]

    def style(self, name: str) -> TextStyle:
        """Return the style of a slot that holds text."""
        style = self.layout.slots[name].style
        assert style is not None, f"slot {name} holds text and has no style"
        return style

    def placed(self, name: str, fitted: Fitted, rects: Rects, after_credits: Rects) -> Placed:
        """Return a slot's text in its place, of which credits, and then footnotes, took some."""
        own = self.layout.slots[name].rect
        changed = tuple(changes(own, after_credits[name], rects[name]))
        if name == FOOTNOTES:
            changed = tuple(Change.STRIP_GROWN if one is Change.FOOTNOTES else one for one in changed)
        span = self.contents.texts[name].span
        return placed_text(name, rects[name], fitted, self.style(name), span, changed, role=SLOT_ROLES[name])

    def findings(self, name: str, placed: Placed, rect: Rect) -> Iterable[Finding]:
        """Return what is wrong with a slot's text; of one that stands on every slide, it is looked for once."""
        content, context = self.contents.texts[name], self.context
        if name not in REPEATED:
            return text_findings(placed, content.span, context.theme)
        key = name, self.frame(name, rect)
        if key not in context.findings_of_repeated:
            context.findings_of_repeated[key] = tuple(text_findings(placed, content.span, context.theme))
        return context.findings_of_repeated[key]

    def overflow_finding(self, name: str, fitted: Fitted) -> OverflowFinding:
        """Return what is said of a slot's text that has no room."""
        style, span = self.style(name), self.contents.texts[name].span
        overflow = self.overflow if name == FOOTNOTES else Overflow(OverflowPolicy.ERROR)
        too_wide = fitted.setting.excess_width > TOLERANCE and fitted.setting.size == style.minimum
        return OverflowFinding(fitted.setting.size, too_wide, overflow, span)


def numbered_title(title: Paragraph, number: str, language: str) -> Paragraph:
    """Return the title of a part of a slide, with which part that is, such as `2/3`, in brackets behind it."""
    return replace(title, runs=(*title.runs, Run(words_for(language).part.format(number))))
