"""One slide in one layout: what stands where. It follows from the slide, the layout, the part and the context alone.

Contents ─above the credits, above the footnotes→ places ─fit→ placed items ─number, order→ Page
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from deckmaker.dataclasses import cached_property, dataclass, field, replace
from deckmaker.layout.choice import Choice
from deckmaker.layout.contents import Contents, slide_contents
from deckmaker.layout.context import Context
from deckmaker.layout.deck_line import form_for_title, raised_for_blocks
from deckmaker.layout.document import Change, Placed, changes
from deckmaker.layout.figures import low_pictures_once, slot_picture
from deckmaker.layout.findings import FIT_CODES, Finding, strip_findings, text_findings
from deckmaker.layout.flow import SetFlow, fit_flows, lowered
from deckmaker.layout.laid_out import LaidOut, in_region, placed_number, with_own_names
from deckmaker.layout.list_columns import in_two_columns
from deckmaker.layout.place import REGION, OverflowFinding, Part, Place
from deckmaker.layout.roles import Role
from deckmaker.layout.side_heads import with_side_heads
from deckmaker.layout.slot_texts import SlotTexts, numbered_title
from deckmaker.layout.stack import Stack, has_columns, is_alone, is_wide
from deckmaker.layout.strip import FittedStrip, StripSetter, rects_above_strip
from deckmaker.model import OverflowPolicy, Picture, Slide
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText
from deckmaker.theme import SlideLayout, TextStyle
from deckmaker.theme.flow_styles import FlowStyles
from deckmaker.theme.slots import FOOTNOTES

if TYPE_CHECKING:
    from deckmaker.layout.footnotes import FootnoteArea

Rects = dict[str, Rect]

_LONG_NUMBER = 888
"""A slide's number that is as wide as most."""

_LONGEST_NUMBER = "88/88"
"""As wide as the number of any part of a slide that most decks have, in digits that are wide."""


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

    @classmethod
    def of(
        cls,
        slide: Slide,
        choice: Choice,
        context: Context,
        part: Part | None = None,
        may_be_marked: bool | None = None,
    ) -> SlideSetter:
        """Return what sets a slide in the layout that was chosen, or the form of it for a slide without picture."""
        title = slide.title
        if title and part and not part.count:  # it will be numbered, and may take a line more for that
            title = numbered_title(title, _LONGEST_NUMBER, context.deck.language)
        form = context.theme.form_of(choice.name, slide.has(Picture))
        layout = form_for_title(form, title, context.theme, context.titles(part), part is not None)
        contents = slide_contents(slide, layout, context, may_be_marked)
        if sum(not isinstance(one, Picture) for one in slide.blocks) > 1:
            layout = raised_for_blocks(layout, title, context.theme, context.titles(part))
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
        meta = slots.get("meta")
        if meta and "meta" not in rects and REGION in rects and self.layout.template and meta.placeholder is None:
            # A template has one place there, which its theme parts in two: a text without author and date has both.
            rects[REGION] = rects[REGION].with_below(meta.rect)
        return rects

    @cached_property
    def _is_wide(self) -> bool:
        return self.part.wide if self.part else is_wide(self.contents.blocks)

    def rects(self, strip: Rect | None, footnotes: bool = True) -> Rects:
        """Return the places of all that is there, above a strip and, as a rule, above the footnotes."""
        rects = rects_above_strip(strip, self._slot_rects, self.layout) if strip else self._slot_rects
        if footnotes and FOOTNOTES in rects:
            return self.foot_of(rects).places_above(self.contents.texts[FOOTNOTES].paragraphs)
        return rects

    def foot_of(self, rects: Rects) -> FootnoteArea:
        """Return the foot of the slide, given the places of all else."""
        from deckmaker.layout.footnotes import FootnoteArea  # few decks have any

        return FootnoteArea(self.layout, self.context, rects)

    def region(self, rects: Rects) -> Place:
        """Return the place of the region's blocks."""
        slot = self.layout.slots[REGION]
        styles = FlowStyles(self.context.theme, self.layout, slot)
        bottom, own, wide = rects[REGION].bottom, slot.rect, slot.wide or slot.rect
        if bottom != wide.bottom:
            own, wide = (replace(one, height=bottom - one.y) for one in (own, wide))
        return Place(
            own,
            wide,
            top=slot.top,
            name=REGION,
            text=self._text_style(styles),
            styles=styles,
            overflow=self.slide.overflow,
            context=self.context,
            part=self.part,
            may_shrink=self.slide.overflow.way is OverflowPolicy.SHRINK,
        )

    def _text_style(self, styles: FlowStyles) -> TextStyle:
        """Return the style of the region's texts: its own where one has it to itself."""
        blocks, part = self.contents.blocks, self.part
        with_columns = part.columns if part else has_columns(blocks)
        if self._is_wide and not with_columns:
            return styles.beside
        own = styles.columns if with_columns else styles.text
        alone = part.alone if part else is_alone(blocks)
        return own if alone else replace(own, short=None, anchor="top")

    # --- Credits ------------------------------------------------------------------------------

    def strip(self, gives_way: bool) -> FittedStrip | None:
        """Return the slide's strip, None where it has none. It `gives_way` to what else needs the room."""
        setter = self._strip_setter
        if setter is None:
            return None
        return setter.fitted(self._fits_above) if gives_way else setter.whole

    @cached_property
    def _strip_setter(self) -> StripSetter | None:
        """What sets the slide's strip, if it has one."""
        slot, credits = self.layout.slots.get("credits"), self.slide.credits
        if slot is None or not credits or self.context.deck.credits.where == "end":
            return None
        return self.context.strip_setter(credits, slot)

    @cached_property
    def whole_strip(self) -> Rect | None:
        """The frame of a strip which says all that it has room for itself, None where the slide has none."""
        return self._strip_setter.whole.frame if self._strip_setter else None

    def _fits_above(self, strip: Rect) -> bool:
        """Tell whether all that a strip in this frame leaves room for fits."""
        rects = self.rects(strip)
        texts = self.texts.fitted(rects).values()
        return not any(block.overfull for block in self.flow(rects).blocks) and all(one.fits for one in texts)

    # --- What is set --------------------------------------------------------------------------

    def flow(self, rects: Rects) -> SetFlow:
        """Set the blocks of the region; once for the same place."""
        if REGION not in rects:
            return SetFlow((), 0.0)
        key = rects[REGION]
        if key not in self._flows:
            place = self.region(rects)
            stack = Stack.of(self.contents.blocks, place)
            (flow,) = fit_flows([stack])
            if not self.part:
                own = in_two_columns(flow, place, self.contents) or with_side_heads(flow, stack, self.contents)
                flow = lowered(own or flow, stack)
            self._flows[key] = flow
        return self._flows[key]

    @cached_property
    def texts(self) -> SlotTexts:
        """The texts of the slots."""
        return SlotTexts(self.contents, self.layout, self.context, self.slide.overflow, self.part)

    def title_frame(self) -> FrameText | None:
        """Return the title in its place above a strip which says all."""
        if "title" not in self.contents.texts:
            return None
        return self.texts.frame("title", self.rects(self.whole_strip)["title"])

    # --- The slide ----------------------------------------------------------------------------

    def laid_out(self, strip_gives_way: bool) -> LaidOut:
        """Return the slide with all that is placed on it, and all that is wrong with it."""
        strip = self.strip(strip_gives_way)
        above = strip.frame if strip else None
        rects, after_credits = self.rects(above), self.rects(above, footnotes=False)
        flow = self.flow(rects)
        texts = self.texts.fitted(rects)
        found = list(self.contents.findings)
        if strip and self._strip_setter:
            found += strip_findings(strip, self._strip_setter.undrawable, self.slide.credits_span)
        no_room: dict[str, OverflowFinding] = {}
        placed: list[Placed] = []
        for name, fitted in texts.items():
            one = self.texts.placed(name, fitted, rects, after_credits)
            placed.append(one)
            found += self.texts.findings(name, one, rects[name])
            if not fitted.fits:
                no_room[name] = self.texts.overflow_finding(name, fitted)
        if FOOTNOTES in rects:
            placed.append(self._rule(rects[FOOTNOTES]))
        taken = ("picture",) if self.contents.picture else ()
        set_blocks = with_own_names([one for block in flow.blocks for one in block.placed], taken)
        placed += in_region(set_blocks, self._region_changes(rects, after_credits, flow))
        no_room |= {name: one for block in flow.blocks for name, one in block.overfull}
        found += self._block_findings(set_blocks, no_room)
        found += low_pictures_once(one for block in flow.blocks for one in block.findings)
        if picture := self.contents.picture:
            shown = slot_picture(picture, rects["picture"], after_credits["picture"], self.layout, self.context.theme)
            placed.append(shown)
            found += self._block_findings([shown], {})
        if strip:
            placed.append(strip.placed(self.slide.credits_span))
        if self.slide.marking:
            from deckmaker.layout.markings import marking_findings  # few decks have any

            number = placed_number(_LONG_NUMBER, self.layout, self.slide, self.context)
            found += marking_findings(self.slide, (*placed, *number), self.context)
        left_out, unsaid = (strip.left_out, strip.unsaid) if strip else ((), ())
        return LaidOut(
            self.slide, self.layout, self.choice, self.part, tuple(placed), left_out, unsaid, no_room, tuple(found)
        )

    def _rule(self, footnotes: Rect) -> Placed:
        from deckmaker.layout.footnotes import rule_above

        return rule_above(footnotes, self.texts.style(FOOTNOTES).color)

    def _region_changes(self, rects: Rects, after_credits: Rects, flow: SetFlow) -> tuple[Change, ...]:
        if REGION not in rects:
            return ()
        own = self._slot_rects[REGION]
        return (*changes(own, after_credits[REGION], rects[REGION]), *([Change.LOWERED] if flow.down else []))

    def _block_findings(self, placed: Iterable[Placed], no_room: dict[str, OverflowFinding]) -> Iterator[Finding]:
        for one in placed:
            for text in one.texts:
                known = no_room.get(text.slot or "")
                overflow = known.overflow if known else self.slide.overflow
                found = text_findings(text, text.span or one.span or self.slide.span, self.context.theme, overflow)
                # Of a table without room that is said, and not how its cells would break there.
                is_moot = known is not None and text.role is Role.TABLE
                yield from (each for each in found if not (is_moot and each.code in FIT_CODES))
