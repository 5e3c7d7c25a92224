"""One slide to one page: reserve the strip, fit the texts, place the pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from deckmaker.credits import credit_text
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.layout.choice import Choice
from deckmaker.layout.contents import Content, slide_contents
from deckmaker.layout.context import REPEATED, Context
from deckmaker.layout.decision import Change, Decision, Fit, changes
from deckmaker.layout.document import Page, PictureItem, Placed
from deckmaker.layout.fitted_strip import FittedStrip, fitted_strip
from deckmaker.layout.order import in_order
from deckmaker.layout.pictures import place_picture
from deckmaker.layout.reports import report_characters, report_fit, report_towers
from deckmaker.layout.strip import rects_above_strip
from deckmaker.layout.strip_reports import report_strip
from deckmaker.layout.texts import placed_text
from deckmaker.layout.vacancies import filled_rects
from deckmaker.model import Credit, Picture, Slide
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText, fit
from deckmaker.theme import SlideLayout, TextStyle

SIBLINGS = (("body-1", "body-2"), ("heading-1", "heading-2"))
"""Slots whose texts are set at the same size."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A slide's page, and the credits of which its strip does not say all."""

    page: Page
    left_out: tuple[Credit, ...]


def layout_slide(
    slide: Slide,
    choice: Choice,
    number: int,
    context: Context,
    diagnostics: Diagnostics,
    entries: Iterable[Placed] = (),
) -> LaidOut | None:
    """Return the slide in the layout that was chosen; report and return None when there is no such layout.

    `entries` are what else stands on it, in its places.
    """
    theme, name = context.theme, choice.name
    layout = theme.layouts.get(name)
    if layout is None:
        diagnostics.report(
            "unknown-layout",
            f"theme `{theme.name}` has no layout `{name}`",
            slide.layout_span if slide.layout else slide.span,
            help=nearest(name, list(theme.layouts)) or f"layouts: {', '.join(theme.layouts)}",
        )
        return None
    if layout.without_picture and not slide.has(Picture):
        layout = theme.layouts[layout.without_picture]
    contents = slide_contents(slide, number, context.deck, layout, diagnostics)
    placer = _Placer(contents, layout, context, number, diagnostics)
    strip = placer.strip(slide)
    placed = [*placer.placed(strip), *entries, *([strip.placed(slide.credits_span)] if strip else [])]
    left_out = strip.text.left_out if strip else ()
    unsaid = tuple(credit_text(one, context.deck.language) for one in left_out)
    title = slide.title.text if slide.title else ""
    items = in_order(placed, layout, theme, context.deck.logo)
    page = Page(number, title, slide.section, layout, items, slide.notes, slide.credits, unsaid, choice, slide.span)
    return LaidOut(page, left_out)


@dataclass(frozen=True)
class _Placer:
    """Puts the contents of one slide into the slots of its layout."""

    contents: dict[str, Content]
    layout: SlideLayout
    context: Context
    number: int
    diagnostics: Diagnostics
    _known: dict[tuple[Rect, ...], dict[str, Fitted]] = field(default_factory=dict)

    def strip(self, slide: Slide) -> FittedStrip | None:
        """Return the slide's strip, None where it has none; report what is wrong with it."""
        deck, slot = self.context.deck, self.layout.slots.get("credits")
        if slot is None or not slide.credits or deck.credits.where == "end":
            return None
        strip = fitted_strip(slide.credits, deck, slot, self.context.fit_repeated, self._fits_above)
        report_strip(strip, deck, slide.credits_span, self.number, self.context.theme, self.diagnostics)
        return strip

    def placed(self, strip: FittedStrip | None) -> Iterator[Placed]:
        """Yield the placed items. What the strip needs, the others do without."""
        rects, filled = self._rects(strip.frame if strip else None), self._rects(None)
        for name, fitted in self._texts(rects).items():
            span, style = self.contents[name].span, self._style(name)
            frame = FrameText(self.contents[name].paragraphs, style, rects[name])
            report_characters(frame, span, self.number, self.context.theme, self.diagnostics)
            report_fit(fitted, name, span, self.number, self.diagnostics)
            report_towers(fitted, name, span, self.number, self.diagnostics)
            changed = tuple(changes(self.layout.slots[name].rect, filled[name], rects[name]))
            yield placed_text(name, rects[name], fitted, style, span, changed)
        if content := self.contents.get("picture"):
            yield self._picture(content, rects["picture"], filled["picture"])

    def _rects(self, strip: Rect | None) -> dict[str, Rect]:
        rects = filled_rects(self.contents.keys(), self.layout)
        return rects_above_strip(strip, rects, self.layout) if strip else rects

    def _fits_above(self, strip: Rect) -> bool:
        """Tell whether all texts fit that a strip in this frame leaves room for."""
        return all(one.fits for one in self._texts(self._rects(strip)).values())

    def _texts(self, rects: dict[str, Rect]) -> dict[str, Fitted]:
        """Fit all texts, siblings together; each once for the same places."""
        key = tuple(rects.values())
        if key in self._known:
            return self._known[key]
        fitted = self._known[key] = {}
        for names in _groups(name for name, content in self.contents.items() if content.paragraphs):
            frames = [FrameText(self.contents[name].paragraphs, self._style(name), rects[name]) for name in names]
            if names[0] in REPEATED:
                fitted[names[0]] = self.context.fit_repeated(frames[0])
            else:
                fitted.update(zip(names, fit(frames, self.context.theme), strict=True))
        return fitted

    def _style(self, name: str) -> TextStyle:
        style = self.layout.slots[name].style
        assert style is not None, f"slot {name} holds text and has no style"
        return style

    def _picture(self, content: Content, rect: Rect, filled: Rect) -> Placed:
        assert content.picture is not None
        slot = self.layout.slots["picture"]
        fit = content.picture.fit or slot.fit
        room = rect.within(slot.inner) if fit == "contain" else rect
        frame, crop = place_picture(content.picture, room, fit)
        item = PictureItem(content.picture.file, content.picture.alt, crop, content.picture.credit)
        changed = (*changes(slot.rect, filled, rect), *([Change.MARGINS] if room != rect else []))
        decision = Decision(room, changed, fit=Fit(fit, asked=content.picture.fit is not None))
        return Placed(frame, item, "picture", content.span, decision=decision)


def _groups(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Group slots whose texts are set together; the others stand alone."""
    present = set(names)
    siblings = [tuple(name for name in group if name in present) for group in SIBLINGS]
    alone = sorted(present - {name for group in siblings for name in group})
    return [*(group for group in siblings if group), *((name,) for name in alone)]
