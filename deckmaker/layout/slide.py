"""One slide to one page: reserve the strip, fit the texts, place the pictures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout.choice import choose_layout
from deckmaker.layout.contents import Content, slide_contents
from deckmaker.layout.document import Page, PictureItem, Placed, ShapeItem, TextItem
from deckmaker.layout.pictures import place_picture
from deckmaker.layout.reports import report_fit
from deckmaker.model import Deck, PictureFile, Slide
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, fit
from deckmaker.theme import SlideLayout, Slot, TextStyle, Theme

READING_ORDER = (
    "title",
    "heading-1",
    "body-1",
    "heading-2",
    "body-2",
    "body",
    "picture",
    "meta",
    "credits",
    "trail",
    "footer",
    "number",
)
SIBLINGS = (("body-1", "body-2"), ("heading-1", "heading-2"))
"""Slots whose texts are set at the same size."""

STRIP_GAP = 10.0
"""Points between the strip of credits and what stands above it, once the strip needs more than its slot."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the layout of a slide depends on besides the slide."""

    deck: Deck
    theme: Theme


def layout_slide(slide: Slide, number: int, context: Context, diagnostics: Diagnostics) -> Page | None:
    """Return the slide's page; report and return None when its layout is unknown."""
    theme = context.theme
    name = choose_layout(slide, number == 1)
    layout = theme.layouts.get(name)
    if layout is None:
        diagnostics.report(
            "unknown-layout",
            f"theme `{theme.name}` has no layout `{name}`",
            slide.span,
            help=f"layouts: {', '.join(theme.layouts)}",
        )
        return None
    contents = slide_contents(slide, number, context.deck, layout, diagnostics)
    rects = {slot: layout.slots[slot].rect for slot in contents}
    placed = _texts({"credits"} & contents.keys(), contents, rects, layout, context, number, diagnostics)
    if placed:
        rects = _above_strip(placed["credits"].rect, rects, layout)
    placed |= _texts(
        {s for s in contents if s not in placed and not contents[s].picture},
        contents,
        rects,
        layout,
        context,
        number,
        diagnostics,
    )
    if picture := contents.get("picture"):
        placed["picture"] = _picture(picture, layout.slots["picture"], rects["picture"])
    return Page(
        number,
        slide.title.text if slide.title else "",
        slide.section,
        layout,
        _in_order(placed, layout, context.deck.logo),
        slide.notes,
    )


def _texts(
    names: set[str],
    contents: dict[str, Content],
    rects: dict[str, Rect],
    layout: SlideLayout,
    context: Context,
    number: int,
    diagnostics: Diagnostics,
) -> dict[str, Placed]:
    """Fit the texts of the named slots, siblings together, and report those that do not fit."""
    placed: dict[str, Placed] = {}
    for group in _groups(names):
        frames = [
            FrameText(contents[n].paragraphs, _style(layout.slots[n]), rects[n].width, _room(n, rects[n]))
            for n in group
        ]
        for name, fitted in zip(group, fit(frames, context.theme), strict=True):
            report_fit(fitted, name, contents[name].span, number, diagnostics)
            rect = _frame(rects[name], fitted.setting.width, fitted.setting.height, layout.slots[name], name)
            offset = rect.height - fitted.setting.height if _style(layout.slots[name]).anchor == "bottom" else 0.0
            item = TextItem(_style(layout.slots[name]), fitted.setting, offset)
            placed[name] = Placed(rect, item, name, contents[name].span)
    return placed


def _groups(names: set[str]) -> list[tuple[str, ...]]:
    siblings = [tuple(n for n in group if n in names) for group in SIBLINGS]
    alone = [(n,) for n in sorted(names) if not any(n in group for group in siblings)]
    return [group for group in siblings if group] + alone


STRIP_LINES_ROOM = 120.0
"""Points that the strip may grow to, upward; far more than any reasonable number of credits needs."""


def _room(name: str, rect: Rect) -> float:
    return max(rect.height, STRIP_LINES_ROOM) if name == "credits" else rect.height


def _frame(rect: Rect, width: float, height: float, slot: Slot, name: str) -> Rect:
    """Return the frame of a set text: its slot, narrowed to its safe width, the strip grown upward as it needs."""
    x = rect.right - width if _style(slot).align == "right" else rect.x
    if name == "credits" and height > rect.height:
        return Rect(x, rect.bottom - height, width, height)
    return replace(rect, x=x, width=width)


def _above_strip(strip: Rect, rects: dict[str, Rect], layout: SlideLayout) -> dict[str, Rect]:
    """Make room for a strip that has grown beyond its slot: texts that stand at the bottom of theirs move up, whatever
    else reaches down to it ends higher. Pictures that lie under the strip stay."""
    if strip.height <= layout.slots["credits"].rect.height:
        return rects
    under = any(shape.over_picture for shape in layout.shapes)
    obstacles, raised = [strip], dict(rects)
    for name in sorted(rects, key=lambda one: rects[one].bottom, reverse=True):
        if name == "credits" or (name == "picture" and under):
            continue
        for obstacle in tuple(obstacles):
            top = obstacle.y - STRIP_GAP
            if not raised[name].overlaps(replace(obstacle, y=top, height=obstacle.height + STRIP_GAP)):
                continue
            style = layout.slots[name].style
            if style and style.anchor == "bottom":
                raised[name] = replace(raised[name], y=top - raised[name].height)
                obstacles.append(raised[name])
            else:
                raised[name] = replace(raised[name], height=top - raised[name].y)
    return raised


def _style(slot: Slot) -> TextStyle:
    assert slot.style is not None, f"slot {slot.name} holds text and has no style"
    return slot.style


def _picture(content: Content, slot: Slot, rect: Rect) -> Placed:
    picture = content.picture
    assert picture is not None
    frame, crop = place_picture(picture, rect, slot.fit)
    return Placed(frame, PictureItem(picture.file, picture.alt, crop), "picture", content.span)


def _in_order(placed: dict[str, Placed], layout: SlideLayout, logo: PictureFile | None) -> tuple[Placed, ...]:
    """Return items in reading order, which is drawing order too: what lies under others comes first."""
    under = [Placed(s.rect, ShapeItem(s.color, s.opacity), None, None) for s in layout.shapes if not s.over_picture]
    over = [Placed(s.rect, ShapeItem(s.color, s.opacity), None, None) for s in layout.shapes if s.over_picture]
    names = [name for name in READING_ORDER if name in placed]
    if over and "picture" in names:
        names.remove("picture")
        under.append(placed["picture"])
    items = [*under, *over, *(placed[name] for name in names)]
    if logo and (slot := layout.slots.get("logo")):
        items.append(Placed(logo_frame(logo, slot.rect), PictureItem(logo, "", (0.0, 0.0, 0.0, 0.0)), "logo", None))
    return tuple(items)


def logo_frame(logo: PictureFile, rect: Rect) -> Rect:
    """Fit the logo into its slot, against the right edge."""
    scale = min(rect.width / logo.width, rect.height / logo.height)
    width, height = logo.width * scale, logo.height * scale
    return Rect(rect.right - width, rect.y, width, height)
