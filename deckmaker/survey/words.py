"""What layout decided in words: whole remarks about an item, and numbers as people read them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from deckmaker.layout import Change, Outline, Reason
from deckmaker.layout.chart_item import AxisScale
from deckmaker.layout.document import HAIR
from deckmaker.model.geometry import Rect
from deckmaker.survey.survey import (
    AxisSurvey,
    ChartSurvey,
    ItemSurvey,
    PageSurvey,
    PictureSurvey,
    ShapeSurvey,
    TextSurvey,
)
from deckmaker.text import Narrowing, SizeReason

REASONS = {
    Reason.NAMED: "`layout:` says so",
    Reason.FIRST: "the first slide",
    Reason.COLUMNS: "it has columns, a grid or several pictures",
    Reason.TABLE: "it has a table",
    Reason.PICTURE_AND_TEXT: "a picture with text; the sides take turns",
    Reason.PICTURE_AND_TABLE: "a picture with a table; the sides take turns",
    Reason.PICTURE: "a picture without text",
    Reason.TEXT: "it has text",
    Reason.TITLE: "a title alone",
    Reason.CREDITS: "it lists credits",
    Reason.CONTINUED: "it goes on from a title page",
}

_CHANGES = {
    Change.STRIP: "makes room for the strip of credits",
    Change.STRIP_GROWN: "grown upward",
    Change.FOOTNOTES: "makes room for the footnotes",
    Change.MARGINS: "within the page's margins, as it is shown whole",
    Change.LOWERED: "begins lower, as it has room there",
    Change.COLUMNS: "in two columns, as its items are short",
    Change.SIDE: "a heading at the side of its text",
    Change.SHARED: "shares its slot with others",
}

_NARROWED = {
    Narrowing.SAFE: "so that every program breaks its lines alike",
    Narrowing.WIDOWS: "so that no last line looks lost",
    Narrowing.TOGETHER: "so that what belongs together stands on one line",
    Narrowing.EVEN: "so that its lines are about equally long",
}

_NO_BREAK = "\u00a0"

_SIDES = ("left", "top", "right", "bottom")

_FORMS = {Outline.ROUNDED: "its corners are rounded", Outline.ELLIPSE: "an ellipse"}
"""What is said of forms whose names do not go behind `a`."""


def number(value: float) -> str:
    """Return a number to a tenth, without a nought at its end."""
    return f"{round(value, 1) or 0:.1f}".removesuffix(".0")  # `or 0`: -0.0 is less than nothing in print alone


def count(many: int, thing: str) -> str:
    """Return such as `1 line` or `3 lines`."""
    return f"{many} {thing}{'' if many == 1 else 's'}"


def box(rect: Rect) -> str:
    """Return a box such as `440 × 96 at 60, 52.5`."""
    return f"{number(rect.width)} × {number(rect.height)} at {number(rect.x)}, {number(rect.y)}"


def layout_in_words(page: PageSurvey) -> str:
    """Return a page's layout and why it has it."""
    reason = f" ({REASONS[page.reason]})" if page.reason else ""
    if page.chosen == page.layout:
        return f"{page.layout}{reason}"
    return f"{page.layout}, in place of {page.chosen}{reason}: it has no picture"


OF_REGIONS = (Change.STRIP, Change.FOOTNOTES, Change.LOWERED, Change.COLUMNS, Change.SIDE, Change.SHARED)
"""What is said once of a region in which several items stand, and not of each of them."""


def shared_regions(page: PageSurvey) -> dict[str, list[ItemSurvey]]:
    """Return the regions in which items of several names stand, each with its items."""
    found: dict[str, list[ItemSurvey]] = {}
    for item in page.items:
        if item.region and item.slot and Change.SHARED in item.changes:
            found.setdefault(item.region, []).append(item)
    return {name: items for name, items in found.items() if any(one.slot != name for one in items)}


def region_in_words(name: str, items: Sequence[ItemSurvey]) -> str:
    """Return what a region is shared by, where it is, and what took from its place."""
    boxes = [one.slot_box for one in items if one.slot_box]
    widest = max(boxes, key=lambda one: one.width)
    taken = {change for one in items for change in one.changes if change is not Change.SHARED}
    told = [_CHANGES[one] for one in OF_REGIONS if one in taken]
    told.append(f"shared by {', '.join(one.slot or one.kind for one in items)}")
    return f"{name} ({box(widest)}): {'; '.join(told)}"


def remarks(item: ItemSurvey, said_already: Collection[Change] = ()) -> Iterator[str]:
    """Yield what there is to say of an item besides its numbers and changes that have been told, a remark a line."""
    if item.text:
        yield from _of_text(item, item.text)
    if item.picture:
        yield from _of_picture(item.picture)
    if item.shape:
        yield from _of_shape(item.shape)
    if item.table:
        yield f"columns {_list(item.table.columns)}; rows {_list(item.table.rows)}"
        if not item.table.breaks_are_safe:
            yield _UNSAFE
    if item.chart:
        yield from _of_chart(item.chart)
    if item.equation:
        yield f"{item.equation.size} points"
    for change in item.changes:
        if change in said_already:
            continue
        slot = item.slot_box if change is not Change.SHARED else None
        yield _CHANGES[change] + (f" (slot: {box(slot)})" if slot else "")
    if item.lacking:
        *first, last = item.lacking
        yield f"shortened: without {' and '.join((', '.join(first), last) if first else (last,))}"
    if item.on_paper and item.on_paper.text:
        yield f"on paper {count(len(item.on_paper.text.lines), 'line')}, in {box(item.on_paper.box)}"


_UNSAFE = "no width keeps its line breaks safe: they are written into the PPTX"


def _of_text(item: ItemSurvey, text: TextSurvey) -> Iterator[str]:
    if text.room_left < 0 or text.too_wide:
        yield f"does not fit: {' and '.join(_excess(text))}"
    if text.size != text.style_size and text.reason:
        yield size_in_words(text)
    room = item.room.width + text.outdent
    if text.narrowed and number(item.box.width) != number(room):
        yield f"{number(item.box.width)} of {number(room)} points wide, {_NARROWED[text.narrowed]}"
    if text.outdent:
        yield f"what hangs at its left reaches {number(text.outdent)} points out of its slot"
    if not text.breaks_are_safe and not (text.room_left < 0 or text.too_wide):
        yield _UNSAFE
    if text.widows:
        yield f"{count(text.widows, 'paragraph')} with a last line that looks lost"


def _excess(text: TextSurvey) -> Iterator[str]:
    if text.room_left < 0:
        yield f"{number(-text.room_left)} points ({count(-text.lines_left, 'line')}) too tall"
    if text.too_wide:
        yield f"{number(text.too_wide)} points too wide"


def size_in_words(text: TextSurvey) -> str:
    """Return why a text is not of its style's size."""
    own = f"{text.style_size} points of style `{text.style}`"
    match text.reason:
        case SizeReason.SHORT:
            return f"a short text: {text.size} points instead of the {own}"
        case SizeReason.BETTER:
            return f"{text.size} of the {own}: what is larger has room, but breaks that are not safe or look amiss"
        case SizeReason.IN_PROPORTION:
            return f"{text.size} of the {own}, in proportion to the text below"
        case SizeReason.ALIKE:
            return f"{text.size} of the {own}, as on all parts of its slide"
        case SizeReason.WORDS:
            return f"{text.size} of the {own}, so that its longest words have room"
        case SizeReason.LEAST:
            return f"{text.size} of the {own}, the least that it allows"
        case SizeReason.SHRUNK | SizeReason.OWN | None:
            pass
    return f"shrunk to fit, to {text.size} of the {own}, whose least is {text.least_size}"


def _of_picture(picture: PictureSurvey) -> Iterator[str]:
    cut = [
        f"{share * 100:.0f}{_NO_BREAK}% at the {side}"
        for share, side in zip(picture.cut, _SIDES, strict=True)
        if share > HAIR / 2
    ]
    said = [f"`{picture.file}`"]
    if picture.fit:
        said.append(f"{picture.fit}, as the deck says" if picture.asked else picture.fit)
    if cut:
        said.append(f"cut off: {', '.join(cut)}")
    yield "; ".join(said)


def _of_shape(shape: ShapeSurvey) -> Iterator[str]:
    if shape.outline is not Outline.RECTANGLE:
        yield _FORMS.get(shape.outline, f"a {shape.outline.value}")
    if shape.least_opacity is not None:
        raised = shape.opacity > shape.least_opacity
        why = f", more than the theme's {shape.least_opacity:g}, so that texts over it can be read" if raised else ""
        yield f"a scrim of opacity {shape.opacity:g}{why}"
    elif shape.opacity < 1:
        yield f"opacity {shape.opacity:g}"


def _of_chart(chart: ChartSurvey) -> Iterator[str]:
    for plot in chart.plots:
        name = f"plot `{plot.name}`" if plot.name else "plot"
        axes = zip(_AXES, (plot.x_axis, plot.y_axis, plot.second_axis), strict=True)
        said = [f"{name} {box(plot.box)}", *(f"{which} {axis_in_words(axis)}" for which, axis in axes if axis)]
        yield "; ".join(said)
    kinds = Counter(one.says.value for one in chart.labels)
    if kinds:
        yield f"labels: {', '.join(f'{many} {says}' for says, many in kinds.items())}"


_AXES = ("x axis", "y axis", "second axis")


def axis_in_words(axis: AxisSurvey) -> str:
    """Return between which ends an axis counts, and how: dates as calendars have them."""
    match axis.scale:
        case AxisScale.NAMES:
            return "of names" + _reversed(axis)
        case AxisScale.DATES:
            least, most = (date.fromordinal(round(one)).isoformat() for one in (axis.least, axis.most))
            return f"from {least} to {most}" + _reversed(axis)
        case AxisScale.NUMBERS:
            return f"from {axis.least:g} to {axis.most:g} in steps of {axis.step:g}" + _reversed(axis)
        case AxisScale.LOG:
            return f"from {axis.least:g} to {axis.most:g}, each step times {axis.step:g}" + _reversed(axis)


def _reversed(axis: AxisSurvey) -> str:
    return ", reversed" if axis.reversed else ""


def _list(lengths: Iterable[float]) -> str:
    return ", ".join(map(number, lengths))
