"""Sizes that the slides of a deck share: of titles, and of texts. They are settled before a slide is laid out.

They become those of the theme, for this deck. A slide that is full still sets its own text smaller, and a title that
has no room even so is smaller alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import floor

from deckmaker.dataclasses import replace
from deckmaker.layout.choice import Choice
from deckmaker.layout.deck_line import LONGEST_TITLE, Slots, TitleLines, is_far_shorter, lines_of, with_deck_line
from deckmaker.layout.place import REGION
from deckmaker.model import Block, Cells, Deck, Paragraph, Picture, Slide, TextBlock
from deckmaker.text import KnownTexts
from deckmaker.text.fitting import SHORT_SHARE, STEP, TOLERANCE
from deckmaker.text.measuring import measure
from deckmaker.theme import Slot, TextStyle, Theme
from deckmaker.theme.baselines import grid_shift, line_box, line_height
from deckmaker.theme.flow_styles import CALLOUT, COLUMN, HEADING

SMALLEST_SHARE = 0.75
"""Of their style's size: what titles are at least for the sake of one of them."""

LINE_SHARE = 5 / 6
"""Of their style's size: what titles are at least where each has a line so."""

SECTION = "section"
"""The layout of slides that begin a section."""

MOST_SHARE = 0.75
"""Of the slides with texts: how many have short ones in a deck whose texts are larger for it."""

TEXT_SHARE = 0.8
"""Of the size of titles: what texts of callouts are at most, short as they may be."""

_LETTER = 0.5
"""Ems that a letter takes, about: enough to tell short texts from long ones without shaping them."""


def with_deck_sizes(theme: Theme, deck: Deck, choices: Sequence[Choice], lines: TitleLines, texts: KnownTexts) -> Theme:
    """Return a theme whose titles of slides have the largest size at which all of the deck's have room.

    They are up to a sixth smaller where none has a second line then.
    Its texts have the size for short ones where most are short: those that are not are set smaller, or begin higher.
    What is known of titles' `lines`, and of them as `texts`, is not worked out again.
    """
    own = theme.plain.slots["title"].style
    assert own is not None, "slots that hold text have a style"
    pairs = zip(deck.slides, choices, strict=True)
    known = [(slide, choice) for slide, choice in pairs if choice.name in theme.layouts]
    all_slots = [(slide, theme.form_of(choice.name, slide.has(Picture)).slots) for slide, choice in known]
    slides = [(slide, slots) for slide, slots in all_slots if _has_title(slots, own)]
    titles = [(slide.title, slots) for slide, slots in slides if slide.title]
    most = _line_size(titles, own, theme, texts)
    size = _title_size([(title, slots["title"]) for title, slots in titles], own, theme, most, texts)
    going_on = [slide.title for slide, slots in all_slots if slide.title and "meta" in slots and _may_go_on(slide)]
    theme = with_deck_line(theme, titles, going_on, size, lines, texts)
    short = [_is_short(slide.blocks, slots[REGION], theme) for slide, slots in slides if REGION in slots]
    theme = _with_section_size(theme, [(slide.title, choice.name) for slide, choice in known if slide.title])
    are_short = short.count(True) >= MOST_SHARE * (len(short) - short.count(None))
    return _Sizes(theme, own, size, are_short).theme()


def _may_go_on(slide: Slide) -> bool:
    """Tell whether a title page has more than a picture: what is too much for it goes on in the plain layout."""
    return any(not isinstance(one, Picture) for one in slide.blocks)


def _with_section_size(theme: Theme, titles: Iterable[tuple[Paragraph, str]]) -> Theme:
    """Return a theme whose titles of sections have the size for short ones where all of the deck's are short."""
    layout = theme.layouts.get(SECTION)
    slot = layout.slots.get("title") if layout else None
    if layout is None or slot is None or slot.style is None or not (short := slot.style.short):
        return theme
    most = SHORT_SHARE * slot.rect.height
    own = [title for title, name in titles if name == SECTION]
    if all(measure((one,), slot.style, short, theme).set(slot.rect.width).height <= most for one in own):
        return theme
    title = replace(slot, style=replace(slot.style, short=None))
    return replace(theme, layouts={**theme.layouts, SECTION: replace(layout, slots={**layout.slots, "title": title})})


def _has_title(slots: Slots, own: TextStyle) -> bool:
    """Tell whether a layout's title is that of a slide like others: as large as on plain ones."""
    style = slots["title"].style if "title" in slots else None
    return style is not None and style.size == own.size


def _line_size(titles: Sequence[tuple[Paragraph, Slots]], own: TextStyle, theme: Theme, texts: KnownTexts) -> int:
    """Return the largest size at which all titles across a page have a line each, if that is about as large as they are
    else; otherwise that of their style."""
    wide = [
        (title, slots["title"]) for title, slots in titles if REGION in slots and slots[REGION].rect.y < theme.flow.line
    ]
    size, least = own.size, max(own.minimum, LINE_SHARE * own.size)
    for title, slot in wide:
        while lines_of(title, slot, 1, size, texts) > 1:
            size -= STEP
            if size < least:
                return own.size
    return size


def _title_size(
    titles: Iterable[tuple[Paragraph, Slot]], own: TextStyle, theme: Theme, most: int, texts: KnownTexts
) -> int:
    least = max(own.minimum, own.size - int((1 - SMALLEST_SHARE) * own.size // STEP) * STEP)
    size = most
    for title, slot in titles:
        while size > least and not _has_room(title, slot, size, theme, texts):
            size = max(least, size - STEP)
    return size


def _has_room(title: Paragraph, slot: Slot, size: int, theme: Theme, texts: KnownTexts) -> bool:
    """Tell whether a title is no taller than its place. What no size in question changes does not count."""
    assert slot.style is not None, "slots that hold text have a style"
    rect = slot.rect
    lines = int(rect.height / line_height(slot.style.percent, size))
    if is_far_shorter(title, lines, rect.width, size) or len(title.text) > LONGEST_TITLE:
        return True
    height = texts.of((title,), slot.style, size).height(rect.width)
    shift = grid_shift(rect, slot.style.anchor, line_box(slot.style, size, theme.families), theme.baseline)
    return shift + height <= rect.height + TOLERANCE


def _is_short(blocks: Sequence[Block], slot: Slot, theme: Theme) -> bool | None:
    """Tell whether texts have room below the optical line at the size for short ones, about; None without any."""
    style = slot.style
    if style is None or style.short is None:
        return None
    height = _height(blocks, slot.rect.width, style, style.short)
    return height <= slot.rect.bottom - max(slot.rect.y, theme.flow.line) if height else None


def _height(blocks: Iterable[Block], width: float, style: TextStyle, size: int) -> float:
    """Return how high texts are, about; those in columns as high as the longest."""
    height, letters = 0.0, max(1.0, width / (_LETTER * size))
    for block in blocks:
        if isinstance(block, TextBlock):
            lines = sum(1 + len(one.text) // letters for one in block.paragraphs)
            height += lines * line_height(style.percent, size) + len(block.paragraphs) * style.gap * size
        elif isinstance(block, Cells):
            rows = -(-len(block.flows) // block.across)
            flows = (_height(flow.blocks, width / block.across, style, size) for flow in block.flows)
            height += rows * max(flows, default=0.0)
    return height


class _Sizes:
    """Gives a theme the sizes of a deck."""

    def __init__(self, theme: Theme, title: TextStyle, title_size: int, are_short: bool) -> None:
        self._theme, self._title, self._title_size, self._are_short = theme, title, title_size, are_short
        bodies = (
            one.slots[REGION] for one in theme.layouts.values() if _has_title(one.slots, title) and REGION in one.slots
        )
        self._bodies = {COLUMN, HEADING, *(slot.style.name for slot in bodies if slot.style)}
        body, column = theme.plain.slots[REGION].style, theme.styles.get(COLUMN)
        self._beside = [one for one in (body, column) if one]

    def theme(self) -> Theme:
        styles = {name: self._style(style) for name, style in self._theme.styles.items()}
        layouts = {name: one.map_slots(self._slots) for name, one in self._theme.layouts.items()}
        return replace(self._theme, styles=styles, layouts=layouts)

    def _slots(self, slots: Slots) -> Slots:
        return {name: replace(one, style=self._style(one.style)) if one.style else one for name, one in slots.items()}

    def _style(self, style: TextStyle) -> TextStyle:
        if style.name in self._bodies:
            return replace(style, size=self._shared(style), short=None)
        if style.size == self._title.size and style.short is None and style.font == self._title.font:
            return replace(style, size=self._title_size)
        return self._called_out(style) if style.name.startswith(CALLOUT) else style

    def _shared(self, style: TextStyle) -> int:
        """Return the one size that texts of a style have in the deck."""
        return (self._are_short and style.short) or style.size

    def _called_out(self, style: TextStyle) -> TextStyle:
        """Return a style of callouts that become larger with texts beside them, where the theme has them no smaller.

        Their short texts are no larger than titles, under which they stand.
        """
        size = max([style.size, *(self._shared(one) for one in self._beside if one.size <= style.size)])
        share = TEXT_SHARE if style.name == CALLOUT else 1.0
        most = floor(share * self._title_size / STEP) * STEP
        return replace(style, size=size, short=style.short and max(size, min(style.short, most)))
