"""One slide in one layout: what stands where. It follows from the slide, the layout, the part and the context alone.

Contents ─above the credits, above the footnotes→ places ─fit→ placed items ─number, order→ Page
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from deckmaker.credits import credit_text
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.choice import Choice
from deckmaker.layout.contents import Contents, slide_contents
from deckmaker.layout.context import REPEATED, Context
from deckmaker.layout.decision import Change, Decision, Fit, changes
from deckmaker.layout.document import GroupItem, Page, PictureItem, Placed
from deckmaker.layout.findings import Finding, report_findings
from deckmaker.layout.fitted_strip import FittedStrip, fitted_strip
from deckmaker.layout.flow import SetFlow, Stack, fit_flows, is_alone, is_wide
from deckmaker.layout.names import with_own_names
from deckmaker.layout.order import in_order
from deckmaker.layout.pictures import place_picture
from deckmaker.layout.place import REGION, Overfull, Part, Place
from deckmaker.layout.region_items import in_region
from deckmaker.layout.reports import FIT_CODES, text_findings
from deckmaker.layout.roles import Role
from deckmaker.layout.set_texts import in_proportion
from deckmaker.layout.strip import rects_above_strip
from deckmaker.layout.strip_reports import strip_findings
from deckmaker.layout.texts import placed_text
from deckmaker.model import Credit, Overflow, Picture, Run, Slide, Way
from deckmaker.model.geometry import Rect
from deckmaker.model.text import Paragraph
from deckmaker.text import Fitted, FrameText, SizeReason, fit
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import SlideLayout, TextStyle
from deckmaker.theme.flow_styles import NOTE, FlowStyles
from deckmaker.theme.slots import FOOTNOTES

if TYPE_CHECKING:
    from deckmaker.layout.footnotes import Foot

Rects = dict[str, Rect]

_ROLES = {
    "title": Role.TITLE,
    "meta": Role.META,
    FOOTNOTES: Role.FOOTNOTES,
    "trail": Role.TRAIL,
    "footer": Role.FOOTER,
    "number": Role.NUMBER,
}
"""What the texts of slots are."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A slide in a layout, before its number is known: what is placed, and what is wrong with it.

    `left_out` are the credits of which its strip does not say all, `overfull` what has no room, by names.
    """

    slide: Slide
    layout: SlideLayout
    choice: Choice
    part: Part | None
    placed: tuple[Placed, ...]
    left_out: tuple[Credit, ...]
    overfull: dict[str, Overfull]
    findings: tuple[Finding, ...]

    def page(self, number: int, context: Context, entries: Iterable[Placed] = ()) -> Page:
        """Return the page of that number; `entries` are what else stands on it, in its places."""
        theme, slide = context.theme, self.slide
        unsaid = tuple(credit_text(one, context.deck.language) for one in self.left_out)
        placed = [*self.placed, *entries, *placed_number(number, self.layout, slide, context)]
        items = in_order(placed, self.layout, theme, context.deck.logo)
        part = (self.part.number, self.part.count) if self.part else None
        title = slide.title.unmarked if slide.title else ""
        return Page(
            number,
            title,
            slide.section,
            self.layout,
            items,
            slide.notes,
            slide.credits,
            unsaid,
            part,
            self.choice,
            slide.span,
        )

    def report(self, number: int, diagnostics: Diagnostics) -> None:
        """Report what is wrong with it as the slide of that number."""
        report_findings(self.findings, number, diagnostics)


def placed_number(number: int, layout: SlideLayout, slide: Slide, context: Context) -> Iterator[Placed]:
    """Yield a slide's number in its slot, if the layout has one: all else is known without it."""
    slot = layout.slots.get("number")
    if slot and slot.style:
        frame = FrameText((Paragraph((Run(str(number)),)),), slot.style, slot.rect)
        fitted = context.fit_repeated(frame)
        yield placed_text("number", slot.rect, fitted, slot.style, slide.span, role=Role.NUMBER)


def layout_slide(
    slide: Slide, choice: Choice, context: Context, part: Part | None = None, strip_gives_way: bool = True
) -> LaidOut:
    """Return a slide, or a part of one, in the layout that was chosen.

    A strip that does not give way says all it has room for itself, whatever is left to the rest. Raises KeyError where
    the theme has no such layout.
    """
    return SlideSetter.of(slide, choice, context, part).laid_out(strip_gives_way)


@dataclass(frozen=True)
class SlideSetter:
    """Sets one slide in one layout; what has been set for the same places is kept."""

    slide: Slide
    choice: Choice
    layout: SlideLayout
    contents: Contents
    context: Context
    part: Part | None
    _flows: dict[Rect, SetFlow] = field(default_factory=dict)
    _texts: dict[tuple[tuple[tuple[str, Rect], ...], float], dict[str, Fitted]] = field(default_factory=dict)

    @classmethod
    def of(cls, slide: Slide, choice: Choice, context: Context, part: Part | None = None) -> SlideSetter:
        """Return what sets a slide in the layout that was chosen, or the form of it for a slide without picture."""
        layout = context.theme.form_of(choice.name, slide.has(Picture))
        contents = slide_contents(slide, context.deck, layout, context.theme)
        return cls(slide, choice, layout, contents, context, part)

    # --- Places -------------------------------------------------------------------------------

    @cached_property
    def stack(self) -> Stack:
        """The blocks of the region, in its whole place."""
        return Stack.of(self.contents.blocks, self.region(self._slot_rects))

    @cached_property
    def _slot_rects(self) -> Rects:
        """The places of what is there, before credits or footnotes take from them."""
        slots = self.layout.slots
        rects = {name: slots[name].rect for name in self.contents.names if name in slots}
        if REGION in rects and self._is_wide:
            rects[REGION] = slots[REGION].wide or rects[REGION]
        return rects

    @cached_property
    def _is_wide(self) -> bool:
        return self.part.wide if self.part else is_wide(self.contents.blocks)

    def rects(self, strip: Rect | None, footnotes: bool = True) -> Rects:
        """Return the places of all that is there, above a strip and, as a rule, above the footnotes."""
        rects = rects_above_strip(strip, self._slot_rects, self.layout) if strip else self._slot_rects
        if footnotes and FOOTNOTES in rects:
            return self.foot_of(rects).raised(self.contents.texts[FOOTNOTES].paragraphs)
        return rects

    def foot_of(self, rects: Rects) -> Foot:
        """Return the foot of the slide, given the places of all else."""
        from deckmaker.layout.footnotes import Foot  # few decks have any

        return Foot(self.layout, self.context, rects)

    def region(self, rects: Rects) -> Place:
        """Return the place of the region's blocks."""
        slot = self.layout.slots[REGION]
        styles = FlowStyles(self.context.theme, self.layout, slot)
        cut = rects[REGION].bottom < slot.rect.bottom - TOLERANCE
        bottom = rects[REGION].bottom
        rect, wide = (replace(one, height=bottom - one.y) for one in (slot.rect, slot.wide or slot.rect))
        return Place(
            rect,
            wide,
            top=slot.top,
            bottom=bottom if cut else slot.top + slot.rect.height,
            limit=bottom if cut else float("inf"),
            name=REGION,
            text=self._text_style(styles),
            styles=styles,
            overflow=self.slide.overflow,
            context=self.context,
            part=self.part,
            may_shrink=self.slide.overflow.way is Way.SHRINK,
        )

    def _text_style(self, styles: FlowStyles) -> TextStyle:
        """Return the style of the region's texts: its own where one has it to itself."""
        if self._is_wide:
            return styles.beside
        alone = self.part.alone if self.part else is_alone(self.contents.blocks)
        return styles.text if alone else replace(styles.text, short=None, drop=0.0, anchor="top")

    # --- Credits ------------------------------------------------------------------------------

    def strip(self, gives_way: bool) -> FittedStrip | None:
        """Return the slide's strip, None where it has none. It `gives_way` to what else needs the room."""
        return self._strip(self._fits_above if gives_way else lambda _: True)

    def _strip(self, leaves_room: Callable[[Rect], bool]) -> FittedStrip | None:
        deck, slot = self.context.deck, self.layout.slots.get("credits")
        if slot is None or not self.slide.credits or deck.credits.where == "end":
            return None
        return fitted_strip(self.slide.credits, deck, slot, self.context.fit_repeated, leaves_room)

    @cached_property
    def whole_strip(self) -> Rect | None:
        """The frame of a strip which says all that it has room for itself, None where the slide has none."""
        strip = self._strip(lambda _: True)
        return strip.frame if strip else None

    def _fits_above(self, strip: Rect) -> bool:
        """Tell whether all that a strip in this frame leaves room for fits."""
        rects = self.rects(strip)
        flow = self.flow(rects)
        return not any(block.overfull for block in flow.blocks) and all(
            one.fits for one in self.texts(rects, self._shrunk(flow)).values()
        )

    # --- What is set --------------------------------------------------------------------------

    def flow(self, rects: Rects) -> SetFlow:
        """Set the blocks of the region; once for the same place."""
        if REGION not in rects:
            return SetFlow((), 0.0)
        key = rects[REGION]
        if key not in self._flows:
            (self._flows[key],) = fit_flows([Stack.of(self.contents.blocks, self.region(rects))])
        return self._flows[key]

    def _shrunk(self, flow: SetFlow) -> float:
        return min((block.shrunk for block in flow.blocks), default=1.0)

    def texts(self, rects: Rects, shrunk: float) -> dict[str, Fitted]:
        """Fit the texts of slots, the title in proportion to texts that are `shrunk`; once for the same places."""
        key = tuple((name, rects[name]) for name in self.contents.texts), shrunk
        if key not in self._texts:
            self._texts[key] = {name: self._fitted(name, rects[name], shrunk) for name in self.contents.texts}
        return self._texts[key]

    def _fitted(self, name: str, rect: Rect, shrunk: float) -> Fitted:
        frame = FrameText(self.contents.texts[name].paragraphs, self._slot_style(name, shrunk), rect)
        if name in REPEATED:
            return self.context.fit_repeated(frame)
        (fitted,) = fit([frame], self.context.theme)
        return replace(fitted, reason=SizeReason.IN_PROPORTION) if name == "title" and shrunk < 1 else fitted

    def _slot_style(self, name: str, shrunk: float) -> TextStyle:
        style = self._own_style(name)
        if name != "title":
            return style
        if self.part and self.part.title_size:
            return style.only(self.part.title_size)
        return in_proportion(style, shrunk) if shrunk < 1 else style

    def _own_style(self, name: str) -> TextStyle:
        style = self.layout.slots[name].style
        assert style is not None, f"slot {name} holds text and has no style"
        return style

    def title_frame(self) -> FrameText | None:
        """Return the title in its place above a strip which says all."""
        if "title" not in self.contents.texts:
            return None
        rect = self.rects(self.whole_strip)["title"]
        return FrameText(self.contents.texts["title"].paragraphs, self._slot_style("title", 1.0), rect)

    # --- The slide ----------------------------------------------------------------------------

    def laid_out(self, strip_gives_way: bool) -> LaidOut:
        """Return the slide with all that is placed on it, and all that is wrong with it."""
        strip = self.strip(strip_gives_way)
        above = strip.frame if strip else None
        rects, raised = self.rects(above), self.rects(above, footnotes=False)
        flow = self.flow(rects)
        texts = self.texts(rects, self._shrunk(flow))
        found = list(self.contents.findings)
        if strip:
            found += strip_findings(strip, self.context.deck, self.slide.credits_span, self.context.theme)
        no_room: dict[str, Overfull] = {}
        placed: list[Placed] = []
        for name, fitted in texts.items():
            one = self._text(name, fitted, rects, raised)
            placed.append(one)
            found += text_findings(one, self.contents.texts[name].span, self.context.theme)
            if not fitted.fits:
                no_room[name] = self._overfull(name, fitted)
        if FOOTNOTES in rects:
            placed.append(self._rule(rects[FOOTNOTES]))
        beside = ("picture",) if self.contents.picture else ()
        set_blocks = with_own_names([one for block in flow.blocks for one in block.placed], beside)
        placed += in_region(set_blocks, self._region_changes(rects, raised))
        no_room |= {name: one for block in flow.blocks for name, one in block.overfull}
        found += self._block_findings(set_blocks, no_room)
        found += [one for block in flow.blocks for one in block.findings]
        if picture := self.contents.picture:
            shown = self._picture(picture, rects["picture"], raised["picture"])
            placed.append(shown)
            found += self._block_findings([shown], {})
        if strip:
            placed.append(strip.placed(self.slide.credits_span))
        left_out = strip.text.left_out if strip else ()
        return LaidOut(self.slide, self.layout, self.choice, self.part, tuple(placed), left_out, no_room, tuple(found))

    def _text(self, name: str, fitted: Fitted, rects: Rects, raised: Rects) -> Placed:
        own = self.layout.slots[name].rect
        changed = tuple(changes(own, raised[name], rects[name]))
        if name == FOOTNOTES:
            changed = tuple(Change.STRIP_GROWN if one is Change.FOOTNOTES else one for one in changed)
        style, span = self._own_style(name), self.contents.texts[name].span
        return placed_text(name, rects[name], fitted, style, span, changed, role=_ROLES[name])

    def _rule(self, footnotes: Rect) -> Placed:
        from deckmaker.layout.footnotes import rule_above

        return rule_above(footnotes, self._own_style(FOOTNOTES).color)

    def _overfull(self, name: str, fitted: Fitted) -> Overfull:
        style, span = self._own_style(name), self.contents.texts[name].span
        overflow = Overflow(Way.SHRINK, Way.SPLIT) if name == FOOTNOTES else Overflow(Way.ERROR)
        too_wide = fitted.setting.excess_width > TOLERANCE and fitted.setting.size == style.minimum
        return Overfull(fitted.setting.size, too_wide, self.slide.overflow if name == FOOTNOTES else overflow, span)

    def _region_changes(self, rects: Rects, raised: Rects) -> tuple[Change, ...]:
        if REGION not in rects:
            return ()
        own = self._slot_rects[REGION]
        return tuple(changes(own, raised[REGION], rects[REGION]))

    def _block_findings(self, placed: Iterable[Placed], no_room: dict[str, Overfull]) -> Iterator[Finding]:
        for one in placed:
            for text in one.texts:
                known = no_room.get(text.slot or "")
                overflow = known.overflow if known else self.slide.overflow
                found = text_findings(text, text.span or one.span or self.slide.span, self.context.theme, overflow)
                # Of a table without room that is said, and not how its cells would break there.
                is_moot = known is not None and text.role is Role.TABLE
                yield from (each for each in found if not (is_moot and each.code in FIT_CODES))

    def _picture(self, picture: Picture, rect: Rect, raised: Rect) -> Placed:
        """Return the picture in the layout's own place for one, above its caption if it has one."""
        slot = self.layout.slots["picture"]
        caption = self._caption(picture, rect) if picture.caption else None
        place = rect if caption is None else replace(rect, height=caption[0] - rect.y)
        fit_name = picture.fit or slot.fit
        room = place.within(slot.inner) if fit_name == "contain" else place
        frame, crop = place_picture(picture, room, fit_name)
        item = PictureItem(picture.file, picture.alt, crop, picture.credit)
        moved = (*changes(slot.rect, raised, rect), *([Change.SHARED] if caption else []))
        changed = (*moved, *([Change.MARGINS] if room != place else []))
        decision = Decision(room, changed, fit=Fit(fit_name, asked=picture.fit is not None))
        shown = Placed(frame, item, Role.PICTURE, "picture", picture.span, decision=decision, region="picture")
        if caption is None:
            return shown
        below = caption[1]
        if below.decision:
            below = replace(below, decision=replace(below.decision, changes=moved))
        group, whole = GroupItem((shown, below)), Decision(rect, moved)
        return Placed(rect, group, Role.FIGURE, None, picture.span, decision=whole, region="picture")

    def _caption(self, picture: Picture, rect: Rect) -> tuple[float, Placed]:
        """Return where a picture ends for its caption, and the caption, at the foot of the place and within margins."""
        assert picture.caption
        slot, theme = self.layout.slots["picture"], self.context.theme
        style = FlowStyles(theme, self.layout, self.layout.slots.get(REGION) or self.layout.slots["title"]).named(NOTE)
        inner = rect.within(slot.inner)
        room = replace(inner, y=inner.y + inner.height / 2, height=inner.height / 2)
        (fitted,) = fit([FrameText((picture.caption,), replace(style, anchor="bottom"), room)], theme)
        own = replace(style, anchor="bottom")
        span = picture.caption.span or picture.span
        top = room.bottom - fitted.shift - fitted.setting.height + fitted.excess_height
        lines = replace(room, y=top, height=room.bottom - top)
        placed = placed_text("picture caption", lines, fitted, own, span, role=Role.CAPTION)
        return top - theme.flow.caption_gap, replace(placed, region="picture")
