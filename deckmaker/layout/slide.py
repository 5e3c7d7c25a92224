"""One slide to one page: reserve the strip, fit the texts, place the pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from deckmaker.credits import credit_text
from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.layout.contents import Content, slide_contents
from deckmaker.layout.context import REPEATED, Context
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

if TYPE_CHECKING:
    from deckmaker.layout.tables.setting import TableSetter
    from deckmaker.layout.tables.stack import Stack

SIBLINGS = (("body-1", "body-2"), ("heading-1", "heading-2"))
"""Slots whose texts are set at the same size."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A slide's page, and the credits of which its strip does not say all."""

    page: Page
    left_out: tuple[Credit, ...]


def layout_slide(
    slide: Slide,
    name: str,
    number: int,
    context: Context,
    diagnostics: Diagnostics,
    entries: Iterable[Placed] = (),
) -> LaidOut | None:
    """Return the slide in the layout `name`; report and return None when there is no such layout.

    `entries` are what else stands on it, in its places.
    """
    theme = context.theme
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
    page = Page(number, title, slide.section, layout, items, slide.notes, slide.credits, unsaid)
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
    _stacks: dict[tuple[Rect, ...], Stack] = field(default_factory=dict)

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
        rects = self._rects(strip.frame if strip else None)
        texts = self._texts(rects)
        if stack := self._stack(rects):
            rects = stack.rects
            yield self._table(stack)
        for name, fitted in texts.items():
            span, style = self.contents[name].span, self._style(name)
            frame = FrameText(self.contents[name].paragraphs, style, rects[name])
            report_characters(frame, span, self.number, self.context.theme, self.diagnostics)
            report_fit(fitted, name, span, self.number, self.diagnostics)
            report_towers(fitted, name, span, self.number, self.diagnostics)
            yield placed_text(name, rects[name], fitted, style, span)
        if content := self.contents.get("picture"):
            yield self._picture(content, rects["picture"])

    def _rects(self, strip: Rect | None) -> dict[str, Rect]:
        rects = filled_rects(self.contents.keys(), self.layout)
        rects = rects_above_strip(strip, rects, self.layout) if strip else rects
        if self._setter:
            from deckmaker.layout.tables.stack import rooms

            return rooms(rects, self.layout, self._setter)
        return rects

    def _fits_above(self, strip: Rect) -> bool:
        """Tell whether all texts and tables fit that a strip in this frame leaves room for."""
        rects = self._rects(strip)
        stack = self._stack(rects)
        return all(one.fits for one in self._texts(rects).values()) and (stack is None or stack.table.fits)

    @cached_property
    def _setter(self) -> TableSetter | None:
        """What sets the slide's table, if it has one."""
        content = self.contents.get("table")
        if content is None or content.table is None:
            return None
        from deckmaker.layout.tables.setting import TableSetter

        return TableSetter(content.table, self._style("table"), self.context.theme)

    def _stack(self, rects: dict[str, Rect]) -> Stack | None:
        """Fit the table between the texts around it; once for the same places."""
        if self._setter is None:
            return None
        from deckmaker.layout.tables.stack import stacked

        key = tuple(rects.values())
        if key not in self._stacks:
            self._stacks[key] = stacked(rects, self._texts(rects), self.layout, self._setter)
        return self._stacks[key]

    def _table(self, stack: Stack) -> Placed:
        from deckmaker.layout.tables.reports import report_table

        span = self.contents["table"].span
        report_table(stack.table, span, self.number, self.context.theme, self.diagnostics)
        return Placed(stack.table.rect, stack.table.item, "table", span)

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

    def _picture(self, content: Content, rect: Rect) -> Placed:
        assert content.picture is not None
        slot = self.layout.slots["picture"]
        fit = content.picture.fit or slot.fit
        frame, crop = place_picture(content.picture, rect.within(slot.inner) if fit == "contain" else rect, fit)
        item = PictureItem(content.picture.file, content.picture.alt, crop, content.picture.credit)
        return Placed(frame, item, "picture", content.span)


def _groups(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Group slots whose texts are set together; the others stand alone."""
    present = set(names)
    siblings = [tuple(name for name in group if name in present) for group in SIBLINGS]
    alone = sorted(present - {name for group in siblings for name in group})
    return [*(group for group in siblings if group), *((name,) for name in alone)]
