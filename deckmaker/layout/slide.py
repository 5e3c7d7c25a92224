"""One slide to one page: reserve the strip, fit the texts, place the pictures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.diagnostic import nearest
from deckmaker.layout.contents import Content, slide_contents
from deckmaker.layout.context import REPEATED, Context
from deckmaker.layout.document import Page, PictureItem, Placed, TextItem
from deckmaker.layout.order import in_order
from deckmaker.layout.pictures import place_picture
from deckmaker.layout.reports import report_characters, report_fit, report_towers
from deckmaker.layout.strip import rects_above_strip, strip_frame, strip_room
from deckmaker.layout.vacancies import filled_rects
from deckmaker.model import Picture, Slide
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText, fit
from deckmaker.text.breaking import SAFE_MARGIN
from deckmaker.theme import SlideLayout, TextStyle

SIBLINGS = (("body-1", "body-2"), ("heading-1", "heading-2"))
"""Slots whose texts are set at the same size."""


def layout_slide(slide: Slide, name: str, number: int, context: Context, diagnostics: Diagnostics) -> Page | None:
    """Return the slide's page in the layout `name`; report and return None when there is no such layout."""
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
    placed = _Placer(contents, layout, context, number, diagnostics).placed()
    title = slide.title.text if slide.title else ""
    items = in_order(placed, layout, theme, context.deck.logo)
    return Page(number, title, slide.section, layout, items, slide.notes, slide.credits)


@dataclass(frozen=True)
class _Placer:
    """Puts the contents of one slide into the slots of its layout."""

    contents: dict[str, Content]
    layout: SlideLayout
    context: Context
    number: int
    diagnostics: Diagnostics

    def placed(self) -> dict[str, Placed]:
        """Return the placed items by slot. The strip comes first: what it needs, the others do without."""
        rects = filled_rects(self.contents.keys(), self.layout)
        placed: dict[str, Placed] = {}
        if "credits" in self.contents:
            frame, placed["credits"] = self._strip(rects["credits"])
            rects = rects_above_strip(frame, rects, self.layout)
        for names in _groups(name for name, content in self.contents.items() if content.paragraphs):
            if names != ("credits",):
                for name, fitted in zip(names, self._fitted(names, rects), strict=True):
                    placed[name] = self._text(name, rects[name], fitted)
        if content := self.contents.get("picture"):
            placed["picture"] = self._picture(content, rects["picture"])
        return placed

    def _strip(self, slot: Rect) -> tuple[Rect, Placed]:
        """Return the strip and its frame, in which the longer of its texts, on a screen and on paper, has room."""
        room, content = strip_room(slot), self.contents["credits"]
        (screen,) = self._fitted(("credits",), {"credits": room})
        printed = self._printed(content, room) if content.printed else None
        height = max(one.setting.height + one.shift for one in (screen, printed) if one)
        frame = strip_frame(slot, height)
        strip = self._text("credits", frame, screen)
        return frame, replace(strip, printed=self._text("credits", frame, printed)) if printed else strip

    def _printed(self, content: Content, room: Rect) -> Fitted:
        """Fit what the strip says on paper, and report it if it does not fit."""
        fitted = self.context.fit_repeated(FrameText(content.printed, self._style("credits"), room))
        if not fitted.fits:
            report_fit(fitted, "credits on paper", content.span, self.number, self.diagnostics)
        return fitted

    def _fitted(self, names: tuple[str, ...], rects: dict[str, Rect]) -> list[Fitted]:
        """Fit sibling texts together and report those that do not fit."""
        frames = [FrameText(self.contents[name].paragraphs, self._style(name), rects[name]) for name in names]
        for name, frame in zip(names, frames, strict=True):
            report_characters(frame, self.contents[name].span, self.number, self.context.theme, self.diagnostics)
        if names[0] in REPEATED:
            fitted = [self.context.fit_repeated(frame) for frame in frames]
        else:
            fitted = fit(frames, self.context.theme)
        for name, one in zip(names, fitted, strict=True):
            report_fit(one, name, self.contents[name].span, self.number, self.diagnostics)
            report_towers(one, name, self.contents[name].span, self.number, self.diagnostics)
        return fitted

    def _text(self, name: str, rect: Rect, fitted: Fitted) -> Placed:
        """Return a set text in its frame, narrowed to the width in which its breaks are safe."""
        setting, style = fitted.setting, self._style(name)
        x = rect.right - setting.width if style.align == "right" else rect.x - setting.outdent
        offset = rect.height - setting.height - fitted.shift if style.anchor == "bottom" else fitted.shift
        # Lines that are kept as they are need no exact width, and must not be too wide for another program's box.
        spare = 0.0 if setting.safe or style.align != "left" else SAFE_MARGIN
        frame = replace(rect, x=x, width=setting.width + spare)
        return Placed(frame, TextItem(style, setting, offset), name, self.contents[name].span)

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
