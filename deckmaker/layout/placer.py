"""What a slide holds, put into the slots of its layout: strip, texts, table and picture."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from deckmaker.diagnostics import Diagnostics, Span
from deckmaker.layout.contents import Content, footnotes_of
from deckmaker.layout.context import REPEATED, Context
from deckmaker.layout.decision import Change, Decision, Fit, Stages
from deckmaker.layout.document import PictureItem, Placed
from deckmaker.layout.fitted_strip import FittedStrip, StripSetter
from deckmaker.layout.overflow import BODIES, LEADING, fitting_style, overflow_of, shrunk_to
from deckmaker.layout.pictures import place_picture
from deckmaker.layout.reports import (
    report_characters,
    report_fit,
    report_found_towers,
    report_towers,
    report_undrawable,
)
from deckmaker.layout.strip import rects_above_strip
from deckmaker.layout.strip_reports import report_strip
from deckmaker.layout.texts import placed_text
from deckmaker.layout.vacancies import filled_rects, stacked_slots
from deckmaker.model import Paragraph, Slide, Table
from deckmaker.model.geometry import Rect
from deckmaker.text import Fitted, FrameText, SizeReason, fit
from deckmaker.text.fitting import TOLERANCE
from deckmaker.theme import SlideLayout, TextStyle
from deckmaker.theme.slots import FOOTNOTES

if TYPE_CHECKING:
    from deckmaker.layout.footnotes import Foot
    from deckmaker.layout.tables.frame import TableFrame
    from deckmaker.layout.tables.setting import TableSetter
    from deckmaker.layout.tables.stack import Stack

SIBLINGS = (("body-1", "body-2"), ("heading-1", "heading-2"))
"""Slots whose texts are set at the same size."""


class Overfull(NamedTuple):
    """The smallest size, in points, at which something has no room, and whether it is too wide at its style's least."""

    size: int
    is_too_wide: bool


@dataclass(frozen=True)
class Placer:
    """Puts the contents of one slide into the slots of its layout.

    Where it is `sketched`, a table that is far too long is placed without its cells: it is to be split.
    """

    slide: Slide
    contents: dict[str, Content]
    layout: SlideLayout
    context: Context
    number: int
    diagnostics: Diagnostics
    sketched: bool = False
    overfull: dict[str, Overfull] = field(default_factory=dict)
    _known: dict[tuple[Rect, ...], dict[str, Fitted]] = field(default_factory=dict)
    _stacks: dict[tuple[Rect, ...], Stack] = field(default_factory=dict)

    def strip(self, gives_way: bool) -> FittedStrip | None:
        """Return the slide's strip, None where it has none; report what is wrong with it.

        It `gives_way` to what else needs the room.
        """
        setter = self._strip_setter
        if setter is None:
            return None
        strip = setter.fitted(self._fits_above) if gives_way else setter.whole
        report_strip(strip, setter.undrawable, self.slide.credits_span, self.number, self.diagnostics)
        return strip

    @property
    def _strip_setter(self) -> StripSetter | None:
        """What sets the slide's strip, if it has one."""
        slot = self.layout.slots.get("credits")
        if slot is None or not self.slide.credits or self.context.deck.credits.where == "end":
            return None
        return self.context.strip_setter(self.slide.credits, slot)

    @cached_property
    def _whole_strip(self) -> Rect | None:
        """The frame of a strip which says all that it has room for itself, None where the slide has none."""
        return self._strip_setter.whole.frame if self._strip_setter else None

    def title_frame(self) -> FrameText | None:
        """Return the title in its place above a strip which says all."""
        if "title" not in self.contents:
            return None
        return self._frame("title", self._rects(self._whole_strip))

    def body_frames(self) -> dict[str, FrameText]:
        """Return the texts that may go on on another slide, in places that give way to the strip, not to footnotes."""
        rects = self._rects(self._whole_strip, footnotes=False)
        frames = {name: self._frame(name, rects) for name in BODIES if name in self.contents}
        if self.slide.part:
            return frames
        return {name: replace(frame, style=self._style(name)) for name, frame in frames.items()}

    def foot(self) -> Foot | None:
        """Return the foot of the slide above a strip which says all, None where it has no footnotes."""
        rects = self._above(self._whole_strip)
        return self._foot(rects) if FOOTNOTES in rects else None

    def table_frame(self) -> TableFrame:
        """Return where the table stands, above a strip which says all, and what of it has room there."""
        from deckmaker.layout.tables.frame import TableFrame
        from deckmaker.layout.tables.stack import stacked

        assert self._setter, "the slide has a table"
        base = self._above(self._whole_strip)

        def fits(own: TableSetter) -> bool:
            given = {name: base[name] for name in base if name != "caption" or own.table.caption}
            if FOOTNOTES in given:
                foot, footnotes = self._foot(given), self._footnotes_with(own.table)
                if not foot.has_room(footnotes):
                    return False
                given = {name: rect for name, rect in foot.raised(footnotes).items() if name != FOOTNOTES}
            rects = self._rooms(given, own)
            texts = self._texts(rects)
            return stacked(rects, texts, self.layout, own).table.fits and all(one.fits for one in texts.values())

        return TableFrame(self._style("table"), base["table"], self._setter, fits)

    def placed(self, strip: FittedStrip | None) -> Iterator[Placed]:
        """Yield the placed items. What the strip and footnotes need, the others do without."""
        above = strip.frame if strip else None
        rooms = self._rects(above)
        texts, stack = self._texts(rooms), self._stack(rooms)
        rects = stack.rects if stack else rooms
        if stack:
            yield self._table(stack, self._changes("table", above, stack.place))
        for name, fitted in texts.items():
            span, style = self.contents[name].span, self._style(name)
            frame = FrameText(self.contents[name].paragraphs, style, rects[name])
            overflow = overflow_of(self.slide, name) if name in BODIES else None
            report_fit(fitted, name, span, self.number, self.diagnostics, overflow)
            if not fitted.fits:
                self.overfull[name] = _overfull(fitted.setting.size, fitted.setting.excess_width, style)
            self._report_letters(name, frame, fitted, span)
            changed = self._changes(name, above, rooms[name])
            if name == FOOTNOTES:
                changed = tuple(Change.STRIP_GROWN if one is Change.FOOTNOTES else one for one in changed)
            room = replace(rooms[name], y=min(rooms[name].y, rects[name].y))  # a caption goes up with its table's end
            yield placed_text(name, rects[name], fitted, style, span, changed, room=room)
        if FOOTNOTES in rects:
            yield self._rule(rects[FOOTNOTES])
        if content := self.contents.get("picture"):
            changed = self._changes("picture", above, rects["picture"])
            yield self._picture(content, rects["picture"], changed)

    def _changes(self, name: str, strip: Rect | None, room: Rect) -> tuple[Change, ...]:
        """Return why the room of what fills a slot, above a strip, is not the slot's own place."""
        own, filled, raised = self.layout.slots[name].rect, self._above(None), self._above(strip)
        noted = self._foot(raised).raised(self.contents[FOOTNOTES].paragraphs) if FOOTNOTES in raised else raised
        is_stacked = "table" in self.layout.slots and name in stacked_slots(self.layout)
        return Stages(own, filled[name], raised[name], noted[name], room).changes(is_stacked)

    def _report_letters(self, name: str, frame: FrameText, fitted: Fitted, span: Span) -> None:
        """Report what cannot be drawn of a text, or not as it should be."""
        if name in REPEATED:
            undrawable, piled = self.context.faults_of_repeated(frame)
            report_undrawable(undrawable, span, self.number, self.diagnostics)
            report_found_towers(piled, name, span, self.number, self.diagnostics)
        else:
            report_characters(frame, span, self.number, self.context.theme, self.diagnostics)
            report_towers(fitted, name, span, self.number, self.diagnostics)

    def _rects(self, strip: Rect | None, footnotes: bool = True) -> dict[str, Rect]:
        rects = self._above(strip)
        if footnotes and FOOTNOTES in rects:
            rects = self._foot(rects).raised(self.contents[FOOTNOTES].paragraphs)
        return self._rooms(rects, self._setter) if self._setter else rects

    def _above(self, strip: Rect | None) -> dict[str, Rect]:
        rects = filled_rects(self.contents.keys(), self.layout)
        return rects_above_strip(strip, rects, self.layout) if strip else rects

    def _foot(self, rects: dict[str, Rect]) -> Foot:
        from deckmaker.layout.footnotes import Foot

        return Foot(self.layout, self.context, rects)

    def _footnotes_with(self, part: Table) -> tuple[Paragraph, ...]:
        """Return the footnotes of the slide with a part of its table for all of it."""
        beside = {name: one for name, one in self.contents.items() if name not in ("table", "caption", FOOTNOTES)}
        captions = (part.caption,) if part.caption else ()
        return footnotes_of([*beside.values(), Content(part.span, captions, table=part)])

    def _rule(self, rect: Rect) -> Placed:
        from deckmaker.layout.footnotes import rule_above

        return rule_above(rect, self._style(FOOTNOTES).color)

    def _rooms(self, rects: dict[str, Rect], setter: TableSetter) -> dict[str, Rect]:
        from deckmaker.layout.tables.stack import rooms

        return rooms(rects, self.layout, setter)

    def _fits_above(self, strip: Rect) -> bool:
        """Tell whether all texts and tables fit that a strip in this frame leaves room for."""
        rects = self._rects(strip)
        stack = self._stack(rects)
        return all(one.fits for one in self._texts(rects).values()) and (stack is None or stack.table.fits)

    @property
    def is_sketch(self) -> bool:
        """Whether a table is placed without its cells, as it is far too long."""
        if self._setter is None or not self.sketched:
            return False
        from deckmaker.layout.tables.fitting import is_endless

        return is_endless(self._setter)

    @cached_property
    def _setter(self) -> TableSetter | None:
        """What sets the slide's table, if it has one."""
        content = self.contents.get("table")
        if content is None or content.table is None:
            return None
        from deckmaker.layout.tables.setting import TableSetter

        style = fitting_style(self.slide, "table", self._style("table"))
        columns = self.slide.part.table_columns if self.slide.part else ()
        return TableSetter(content.table, style, self.context.theme, columns, self.sketched)

    def _stack(self, rects: dict[str, Rect]) -> Stack | None:
        """Fit the table between the texts around it; once for the same places."""
        if self._setter is None:
            return None
        from deckmaker.layout.tables.stack import stacked

        key = tuple(rects.values())
        if key not in self._stacks:
            self._stacks[key] = stacked(rects, self._texts(rects), self.layout, self._setter)
        return self._stacks[key]

    def _table(self, stack: Stack, changed: tuple[Change, ...]) -> Placed:
        from deckmaker.layout.tables.reports import report_table

        span = self.contents["table"].span
        table = stack.table
        report_table(table, span, self.number, self.context.theme, self.diagnostics, overflow_of(self.slide, "table"))
        if not table.fits:
            self.overfull["table"] = _overfull(table.size, table.excess_width, self._style("table"))
        return Placed(stack.table.rect, stack.table.item, "table", span, decision=Decision(stack.place, changed))

    def _texts(self, rects: dict[str, Rect]) -> dict[str, Fitted]:
        """Fit all texts, siblings together; each once for the same places."""
        key = tuple(rects.values())
        if key in self._known:
            return self._known[key]
        fitted = self._known[key] = {}
        for names in _groups(name for name, content in self.contents.items() if content.paragraphs and name in rects):
            shrunk = shrunk_to(fitted, self._style) if names[0] in LEADING else 1.0
            frames = [self._frame(name, rects, shrunk) for name in names]
            if names[0] in REPEATED:
                fitted[names[0]] = self.context.fit_repeated(frames[0])
            else:
                found = fit(frames, self.context.theme)
                reasons = map(self._reason, names, frames, found)
                told = [replace(one, reason=reason) for one, reason in zip(found, reasons, strict=True)]
                fitted.update(zip(names, told, strict=True))
        return fitted

    def _reason(self, name: str, frame: FrameText, fitted: Fitted) -> SizeReason:
        """Return why a text is of its size: fitting knows no more than the sizes that it was allowed."""
        own, allowed = self._style(name).size, frame.style.size
        if not fitted.setting.size == allowed < own:
            return fitted.reason
        if self.slide.part and name in BODIES:
            return SizeReason.WORDS if fitted.fits else fitted.reason
        return SizeReason.ALIKE if self.slide.part and name == "title" else SizeReason.IN_PROPORTION

    def _frame(self, name: str, rects: Mapping[str, Rect], shrunk: float = 1.0) -> FrameText:
        style = fitting_style(self.slide, name, self._style(name), shrunk)
        return FrameText(self.contents[name].paragraphs, style, rects[name])

    def _style(self, name: str) -> TextStyle:
        style = self.layout.slots[name].style
        assert style is not None, f"slot {name} holds text and has no style"
        return style

    def _picture(self, content: Content, rect: Rect, changed: tuple[Change, ...]) -> Placed:
        assert content.picture is not None
        slot = self.layout.slots["picture"]
        fit = content.picture.fit or slot.fit
        room = rect.within(slot.inner) if fit == "contain" else rect
        frame, crop = place_picture(content.picture, room, fit)
        item = PictureItem(content.picture.file, content.picture.alt, crop, content.picture.credit)
        changed = (*changed, *([Change.MARGINS] if room != rect else []))
        decision = Decision(room, changed, fit=Fit(fit, asked=content.picture.fit is not None))
        return Placed(frame, item, "picture", content.span, decision=decision)


def _overfull(size: int, excess_width: float, style: TextStyle) -> Overfull:
    return Overfull(size, excess_width > TOLERANCE and size == style.minimum)


def _groups(names: Iterable[str]) -> list[tuple[str, ...]]:
    """Group slots whose texts are set together; the others stand alone. What follows the size of others comes last."""
    present = set(names)
    siblings = [tuple(name for name in group if name in present) for group in SIBLINGS]
    alone = sorted(present - {name for group in siblings for name in group})
    groups = [*(group for group in siblings if group), *((name,) for name in alone)]
    return sorted(groups, key=lambda group: group[0] in LEADING)
