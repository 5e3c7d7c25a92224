"""A slide in a layout, before its number is known, and its page: names, regions and order of all that is placed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from deckmaker.dataclasses import dataclass, replace
from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.choice import Choice
from deckmaker.layout.context import Context
from deckmaker.layout.document import Change, Decision, GroupItem, Page, Placed, ShapeItem
from deckmaker.layout.findings import Finding, report_findings
from deckmaker.layout.logo import place_logo
from deckmaker.layout.place import REGION, OverflowFinding, Part
from deckmaker.layout.plates import with_plates
from deckmaker.layout.rims import with_rims
from deckmaker.layout.roles import Role
from deckmaker.layout.scrim import scrim_opacity
from deckmaker.layout.set_texts import placed_text
from deckmaker.model import Credit, Logo, Run, Slide
from deckmaker.model.text import Paragraph
from deckmaker.text import FrameText
from deckmaker.theme import Shape, SlideLayout, Theme
from deckmaker.theme.slots import SLOT_NAMES


def with_own_names(placed: Iterable[Placed], taken: Iterable[str] = ()) -> list[Placed]:
    """Return items of a region with names of their own: of two tables, the second is `table 2`.

    Names that are `taken` elsewhere on the page count as the first.
    """
    counts = Counter(taken)
    return [_named(one, counts) for one in placed]


def _named(placed: Placed, taken: Counter[str]) -> Placed:
    if isinstance(placed.item, GroupItem):
        children = tuple(_named(one, taken) for one in placed.item.children)
        return replace(placed, item=replace(placed.item, children=children))
    if placed.slot is None:
        return placed
    taken[placed.slot] += 1
    count = taken[placed.slot]
    return replace(placed, slot=placed.slot if count == 1 else f"{placed.slot} {count}")


def in_region(placed: Iterable[Placed], moved: tuple[Change, ...]) -> list[Placed]:
    """Return items, and all that groups among them hold, as those of the region, whose own place `moved` changed.

    Where there are several, they share it.
    """
    items = list(placed)
    seen = [leaf for one in items for leaf in one.leaves if leaf.role is not Role.DECORATION]
    changes = (*moved, Change.SHARED) if len(seen) > 1 else moved
    return [_in_region(one, changes) for one in items]


def _in_region(placed: Placed, changes: tuple[Change, ...]) -> Placed:
    item, decision = placed.item, placed.decision
    if isinstance(item, GroupItem):
        item = replace(item, children=tuple(_in_region(one, changes) for one in item.children))
    if changes and decision and placed.role is not Role.DECORATION:
        decision = replace(decision, changes=tuple(dict.fromkeys((*changes, *decision.changes))))
    return replace(placed, item=item, decision=decision, region=REGION)


def in_order(placed: Iterable[Placed], layout: SlideLayout, theme: Theme, logo: Logo | None) -> tuple[Placed, ...]:
    """Return a page's items with the layout's shapes and the logo: what lies under others comes first.

    Those in one slot keep their order.
    """
    in_slots = sorted(placed, key=lambda one: SLOT_NAMES.index(one.region or one.slot or ""))
    rules = [one for one in in_slots if one.role is Role.DECORATION and one.slot is None]
    in_slots = [one for one in in_slots if one not in rules]
    under = [*shapes_under(layout), *rules]
    opacities = (
        (shape, scrim_opacity(shape, in_slots, layout.background, theme) if shape.scrim else shape.opacity)
        for shape in layout.shapes
        if shape.over_picture
    )
    over = [_shape(shape, opacity) for shape, opacity in opacities if opacity]
    pictures = [one for one in in_slots if one.region == "picture"] if layout.draws_over_picture else []
    content = [*pictures, *over, *(one for one in in_slots if one not in pictures)]
    items = with_rims(with_plates(under, content, layout, theme), layout, theme)
    if placed_logo := place_logo(logo, layout, theme, items):
        items.append(placed_logo)
    return tuple(items)


def shapes_under(layout: SlideLayout) -> list[Placed]:
    """Return the shapes of a layout that lie under all else on a page."""
    return [_shape(shape, shape.opacity) for shape in layout.shapes if not shape.over_picture]


def _shape(shape: Shape, opacity: float) -> Placed:
    decision = Decision(shape.rect, least=shape.opacity if shape.scrim else None)
    return Placed(
        shape.rect,
        ShapeItem(shape.color, opacity, shape.fade, turned=shape.turned),
        Role.DECORATION,
        None,
        None,
        decision=decision,
    )


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A slide in a layout, before its number is known: what is placed, and what is wrong with it.

    `left_out` are the credits of which its strip does not say all, `unsaid` the same in words; `overfull` is what has
    no room, by names.
    """

    slide: Slide
    layout: SlideLayout
    choice: Choice
    part: Part | None
    placed: tuple[Placed, ...]
    left_out: tuple[Credit, ...]
    unsaid: tuple[str, ...]
    overfull: dict[str, OverflowFinding]
    findings: tuple[Finding, ...]

    def page(self, number: int, context: Context, entries: Iterable[Placed] = ()) -> Page:
        """Return the page of that number; `entries` are what else stands on it, in its places."""
        theme, slide = context.theme, self.slide
        placed = [*self.placed, *entries, *placed_number(number, self.layout, slide, context)]
        items = in_order(placed, self.layout, theme, context.deck.logo)
        if slide.marking:
            from deckmaker.layout.markings import placed_markings  # few decks have any

            items += placed_markings(slide, context)
        if slide.incremental:
            from deckmaker.layout.steps import with_steps

            items = tuple(with_steps(items))
        part = (self.part.number, self.part.count) if self.part and self.part.count > 1 else None
        title = slide.title.unmarked if slide.title else ""
        return Page(
            number,
            title,
            slide.section,
            self.layout,
            items,
            slide.notes,
            slide.credits,
            self.unsaid,
            part,
            self.choice,
            slide.span,
            slide.minutes and slide.minutes / (part[1] if part else 1),
            slide.hidden,
            slide.appendix,
            slide.id if not part or part[0] == 1 else None,
            slide.marking,
        )

    def tell(self, number: int, diagnostics: Diagnostics) -> None:
        """Report what is wrong with it, as the slide that its author counts as `number`."""
        report_findings(self.findings, number, diagnostics)


def placed_number(number: int, layout: SlideLayout, slide: Slide, context: Context) -> Iterator[Placed]:
    """Yield a slide's number in its slot, if the layout has one: all else is known without it."""
    slot = layout.slots.get("number")
    if slot and slot.style:
        frame = FrameText((Paragraph((Run(str(number)),)),), slot.style, slot.rect)
        fitted = context.fit_repeated(frame)
        yield placed_text("number", slot.rect, fitted, slot.style, slide.span, role=Role.NUMBER)
