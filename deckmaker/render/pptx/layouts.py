"""The layouts of a presentation: those of the theme, and one for each arrangement that its slides have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckmaker.dataclasses import dataclass, replace
from deckmaker.layout import Document, Page, Placed, Role, ShapeItem, TextItem
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.logo import is_on_every_slide
from deckmaker.layout.place import REGION
from deckmaker.model import Marker
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.arrangement import (
    Arrangement,
    Spot,
    arrangement_of,
    arrangements_of,
    decorations_of,
    is_same_everywhere,
    spot_of,
    standing_in_regions,
)
from deckmaker.render.pptx.arrangement_words import arrangement_name, free_name, layout_name
from deckmaker.render.pptx.chart_frames import chart_rect
from deckmaker.render.pptx.levels import Form
from deckmaker.render.pptx.offered import (
    TABLE_BELOW_TEXT,
    columns_page,
    empty_layouts,
    offers_columns,
    offers_table,
    table_places,
)
from deckmaker.render.pptx.placeholders import DATE, SLOTS, Numbering, Placeholder, slot_placeholder
from deckmaker.theme import SlideLayout, TextStyle
from deckmaker.theme.slots import COLUMNS_LAYOUT, ENTRIES, PLAIN_LAYOUT, TABLE_LAYOUT

_TYPES = {"title": "title", "title-only": "title", "content": "obj", "section": "secHead"}
"""What PowerPoint calls some layouts of themes (ECMA-376 Part 1, 19.7.15)."""

_DATE_WIDTH = 9
"""Ems that a date has: `30 September 2026`, and some room."""

_NAMES = {"body": "Text", "number": "Slide number", "meta": "Author and date"}


@dataclass(frozen=True, slots=True)
class Place:
    """A place of a layout, which a placeholder holds free: its name on pages, and in words.

    `style` is None for what holds no text.
    """

    name: str
    words: str
    placeholder: Placeholder
    rect: Rect
    style: TextStyle | None


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout of the presentation, made from one of the theme: its places by their names, in reading order.

    `decorations` are the shapes that it draws besides the theme's own. `type` is PowerPoint's word for what it is, ''
    where there is none.
    """

    name: str
    base: SlideLayout
    places: Mapping[str, Place]
    type: str
    decorations: tuple[Placed, ...] = ()

    def draws(self, placed: Placed) -> bool:
        """Tell whether the layout draws an item: its shapes, and the logo where no slide's picture comes near it."""
        if placed.slot == "logo":
            return is_on_every_slide(self.base)
        return isinstance(placed.item, ShapeItem) and (
            any(shape.rect == placed.rect and not shape.over_picture for shape in self.base.shapes)
            or is_same_everywhere(placed, [self.decorations])
        )


class Layouts:
    """The layouts of one document, in the order in which they are offered: arrangements behind what they are made of.

    The theme's layouts for columns and for tables are there as the arrangements that they are for; behind all others
    stand those for slides which a colleague fills alone.
    """

    def __init__(self, document: Document) -> None:
        self._theme = document.theme
        self._arrangements = {page.number: one for page, one in arrangements_of(document.pages)}
        self._plain: dict[str, Layout] = {}
        for base in self._theme.layouts.values():
            if base.name not in (COLUMNS_LAYOUT, TABLE_LAYOUT):
                name = layout_name(base, [one.name for one in self._plain.values()])
                self._plain[base.name] = Layout(name, base, self._with_slots(base), _TYPES.get(base.name, ""))
        names = [one.name for one in self._plain.values()]
        self._empty = [
            Layout(free_name([name], names), base, self._with_slots(base), type)
            for name, type, base in empty_layouts(self._theme)
        ]
        self._arranged: dict[Arrangement, Layout] = {}
        for arrangement, pages in self._uses(document).items():
            self._arranged[arrangement] = self._of_pages(arrangement, pages)
        if offers_table(self._arranged, self._theme):
            self._arranged[TABLE_BELOW_TEXT] = self._table_below_text()

    def of(self, page: Page) -> Layout:
        """Return the layout of a page."""
        arrangement = self._arrangements[page.number]
        return self._arranged[arrangement] if arrangement else self._plain[page.layout.name]

    @property
    def plain(self) -> Layout:
        """The layout of slides with a text."""
        return self._plain[PLAIN_LAYOUT]

    def __iter__(self) -> Iterator[Layout]:
        for name in self._theme.layouts:
            if name in self._plain:
                yield self._plain[name]
            yield from (one for one in self._arranged.values() if one.base.name == name)
        yield from self._empty

    def _uses(self, document: Document) -> dict[Arrangement, list[Page]]:
        """Return the pages that have each arrangement."""
        uses: dict[Arrangement, list[Page]] = {}
        for page in document.pages:
            if arrangement := self._arrangements[page.number]:
                uses.setdefault(arrangement, []).append(page)
        if offers_columns(uses, self._theme) and (arrangement := arrangement_of(page := columns_page(self._theme))):
            uses[arrangement] = [page]
        return uses

    def _of_pages(self, arrangement: Arrangement, pages: Sequence[Page]) -> Layout:
        base = pages[0].layout
        decorations: list[Placed] = []
        if not base.draws_over_picture:
            first, *others = [[*decorations_of(page)] for page in pages]
            decorations = [one for one in first if is_same_everywhere(one, others)]
        standing: dict[Spot, list[Placed]] = {spot: [] for spot in arrangement.spots}
        # Places are those of the first page that has all: those of several might lie over one another.
        for on_page in sorted(([*standing_in_regions(page)] for page in pages), key=len, reverse=True):
            for placed in on_page:
                standing[spot_of(placed)].append(placed)
        layout = self._layout(arrangement, base, self._places(standing, base), decorations)
        text = pages[0].slot(REGION)
        if not text or any(spot.region == REGION for spot in arrangement.spots):
            return layout
        # A text beside what is arranged stands in the theme's place, perhaps narrower: Reset keeps its lines.
        return replace(layout, places={**layout.places, REGION: replace(layout.places[REGION], rect=text.rect)})

    def _places(self, standing: Mapping[Spot, Sequence[Placed]], base: SlideLayout) -> Iterator[Place]:
        """Yield the places of an arrangement, given what stands in each on the pages that have it: as on the first.

        A text's style is the largest in which it is set, since parts of slides are set smaller.
        """
        numbering = Numbering(base)
        in_cells, in_region = (
            _form(one for spot, ones in standing.items() if bool(spot.cell) == inside for one in ones)
            for inside in (True, False)
        )
        for spot, ones in standing.items():
            if spot.name == spot.region != REGION:
                placeholder = slot_placeholder(spot.name, base, self._theme)
            else:
                placeholder = numbering.placeholder(spot.role)
            if spot.role is Role.TEXT:
                placeholder = placeholder._replace(form=in_cells if spot.cell else in_region)
            styles = [one.item.style for one in ones if isinstance(one.item, TextItem)]
            style = max(styles, key=lambda one: one.size, default=None)
            first = ones[0]
            rect = chart_rect(first) if isinstance(first.item, ChartItem) else first.rect
            yield Place(spot.name, spot.words, placeholder, rect, style)

    def _table_below_text(self) -> Layout:
        base = self._theme.layouts[TABLE_LAYOUT]
        numbering, spots = Numbering(base), TABLE_BELOW_TEXT.spots
        places = [
            Place(spot.name, spot.words, numbering.placeholder(spot.role), rect, style)
            for spot, (rect, style) in zip(spots, table_places(self._theme), strict=True)
        ]
        places[0] = replace(places[0], placeholder=places[0].placeholder._replace(form=Form.TEXT))
        return self._layout(TABLE_BELOW_TEXT, base, places)

    def _layout(
        self, arrangement: Arrangement, base: SlideLayout, places: Iterable[Place], decorations: Sequence[Placed] = ()
    ) -> Layout:
        """Return the layout of an arrangement, given a place for each of its spots."""
        taken = [one.name for one in (*self._plain.values(), *self._empty, *self._arranged.values())]
        name = arrangement_name(arrangement, base, taken)
        arranged = zip((spot.region for spot in arrangement.spots), places, strict=True)
        return Layout(name, base, self._with_slots(base, arranged), _type(arrangement), tuple(decorations))

    def _with_slots(self, base: SlideLayout, arranged: Iterable[tuple[str, Place]] = ()) -> dict[str, Place]:
        """Return the places of a theme's layout by name; those of a region in the stead of its one, where given."""
        regions: dict[str, list[Place]] = {}
        for region, place in arranged:
            regions.setdefault(region, []).append(place)
        places: dict[str, Place] = {}
        for slot in base.slots.values():
            if slot.name in regions:
                places |= {place.name: place for place in regions[slot.name]}
            elif slot.name not in ("logo", *ENTRIES):
                words = _NAMES.get(slot.name, slot.name.capitalize())
                placeholder = slot_placeholder(slot.name, base, self._theme)
                places[slot.name] = Place(slot.name, words, placeholder, slot.rect, slot.style)
        if date := date_place(base):
            places[DATE] = date
        if "picture" in places and not base.draws_over_picture:
            # LibreOffice has the text of a new slide where its layout's first place for text or a picture is.
            places["picture"] = places.pop("picture")
        return places


def date_place(base: SlideLayout) -> Place | None:
    """Return where a colleague's date stands: above the number or what is above that, set as it, up to the same edge.

    None where a layout has no number.
    """
    number = base.slots.get("number")
    if number is None or number.style is None:
        return None
    width = max(number.rect.width, _DATE_WIDTH * number.style.size)
    rect = replace(number.rect, x=number.rect.right - width, y=number.rect.y - number.rect.height, width=width)
    passed = (REGION, "picture") if base.draws_over_picture else (REGION,)  # all words stand over such a picture
    others = [one.rect for one in base.slots.values() if one is not number and one.name not in passed]
    for other in sorted(others, key=lambda one: one.y, reverse=True):
        if rect.overlaps(other):
            rect = replace(rect, y=other.y - rect.height)
    return Place(DATE, "Date", SLOTS[DATE], rect, number.style)


def _type(arrangement: Arrangement) -> str:
    """Return what PowerPoint calls an arrangement: it knows two columns, which both have a heading or neither."""
    types = {4: "twoTxTwoObj", 2: "twoObj"}
    return types.get(len(arrangement.spots), "") if arrangement.is_two_columns else ""


def _form(standing: Iterable[Placed]) -> Form:
    """Return the form of texts among what stands in cells, or beside them: a list where most paragraphs are items.

    All have the same, as a colleague expects of columns.
    """
    items = plain = 0
    for placed in standing:
        if placed.role is Role.TEXT and isinstance(placed.item, TextItem):
            first = [one.paragraph for one in placed.item.setting.paragraphs if not one.paragraph.level]
            plain += sum(one.marker is Marker.NONE for one in first)
            items += sum(one.marker is not Marker.NONE for one in first)
    return Form.LIST if items > plain else Form.TEXT
