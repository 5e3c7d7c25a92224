"""What stands in the regions of a page, and how it is arranged: what slides that share a layout have in common.

It is what an author chose: which things, in which order, in which columns. How high they are follows from their words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from deckmaker.dataclasses import dataclass
from deckmaker.layout import (
    Change,
    ConnectorsItem,
    EquationItem,
    GroupItem,
    Page,
    PictureItem,
    Placed,
    Role,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.chart_item import ChartItem
from deckmaker.layout.place import REGION
from deckmaker.patterns import pattern
from deckmaker.theme.slots import COLUMNS_LAYOUT, ENTRIES, TABLE_LAYOUT

_CELL = pattern(r"([^\W\d]+) (\d+)(?= |$)")
"""The beginning of a name of what stands in one of several cells: `column 2 heading`, `cell 3`."""


SHARING = ("column", "cell")
"""What cells are called that may hold anything."""


class Spot(NamedTuple):
    """A place: its name on the page, what stands there, the cell that it is in, '' for none, and its region."""

    name: str
    role: Role
    cell: str = ""
    region: str = REGION

    @property
    def words(self) -> str:
        """Its name as a colleague reads it: `Column 2 heading`, `Text 2`, `Table`."""
        name = self.name
        if self.role is Role.TEXT and name.partition(" ")[0] == REGION:
            name = f"text{name[len(REGION) :]}"
        elif self.role is Role.TEXT and self.cell:
            name = f"{self.cell} text{name[len(self.cell) :]}"
        elif self.role is Role.PICTURE and self.cell.startswith("image"):
            name = self.cell
        return name[:1].upper() + name[1:]


class Column(NamedTuple):
    """Where a cell stands across the page, in whole points; a `width` of 0 is not known."""

    left: int
    width: int


@dataclass(frozen=True, slots=True)
class Arrangement:
    """The places in the regions of one of the theme's layouts, in reading order, and the columns of its cells.

    `shaped` names the cells that hold a composition of shapes, which has no place.
    """

    layout: str
    spots: tuple[Spot, ...]
    columns: tuple[tuple[str, Column], ...]
    shaped: tuple[str, ...] = ()

    @property
    def is_two_columns(self) -> bool:
        """Whether it is two columns of text side by side, under headings or not, and nothing else."""
        texts = [spot.cell for spot in self.spots if spot.role is Role.TEXT]
        others = [spot for spot in self.spots if spot.role not in (Role.TEXT, Role.HEADING) or not spot.cell]
        return texts == ["column 1", "column 2"] and not (others or self.shaped)

    def holds(self, other: Arrangement) -> bool:
        """Tell whether it has all places of another one, in the same order and columns of the same layout."""
        spots = iter(self.spots)
        in_order = all(spot in spots for spot in other.spots)
        return self.layout == other.layout and in_order and {*other.columns} <= {*self.columns}


def arrangements_of(pages: Iterable[Page]) -> Iterator[tuple[Page, Arrangement | None]]:
    """Yield pages, each with its arrangement.

    Parts of one slide may lack what another one has, such as a column that has ended: they have that one's.
    """
    for _, parts in groupby(pages, key=_slide_of):
        own = [(page, arrangement_of(page)) for page in parts]
        fullest = sorted((one for _, one in own if one), key=lambda one: len(one.spots), reverse=True)
        for page, arrangement in own:
            yield page, arrangement and next(one for one in fullest if one.holds(arrangement))


def _slide_of(page: Page) -> tuple[int, bool]:
    """Return what is the same for all parts of a slide, and for no other page beside them."""
    return (page.number - page.part[0], True) if page.part else (page.number, False)


def arrangement_of(page: Page) -> Arrangement | None:
    """Return how a page's regions are arranged, None where the theme's layout as it is has all places that they need.

    That is so for one text or nothing, and a picture without caption in a place for pictures, but in the layouts that
    the theme has for arrangements alone.
    """
    standing = [(placed, spot_of(placed)) for placed in standing_in_regions(page)]
    spots = tuple(spot for _, spot in standing)
    composed = [one for one in in_regions(page) if _is_composed(one)]
    if not (spots or composed) and page.layout.name not in (COLUMNS_LAYOUT, TABLE_LAYOUT):
        return None
    shaped = [(one, _cell_of(one)) for one in composed] if spots else []
    columns: dict[str, Column] = {}
    in_columns = ((placed, spot.cell or _side_of(placed)) for placed, spot in standing)
    for placed, cell in (*in_columns, *shaped):
        if cell and cell not in columns:
            room = placed.decision.room if placed.decision else None
            columns[cell] = Column(round((room or placed.rect).x), round(room.width) if room else 0)
    in_cells = dict.fromkeys(cell for _, cell in shaped if cell)
    return Arrangement(page.layout.name, spots, tuple(columns.items()), tuple(in_cells))


def _side_of(placed: Placed) -> str:
    """Return what is said of the column in which headings stand, or texts beside them; '' of what is in none."""
    is_beside = placed.decision and Change.SIDE in placed.decision.changes
    return f"{placed.role.value} at the side" if is_beside else ""


def _is_composed(placed: Placed) -> bool:
    """Tell whether something is made of several shapes and no part of what has a place: of a chart, annotations are."""
    match placed.item:
        case GroupItem():
            return placed.role is not Role.ANNOTATIONS
        case ChartItem(plots=plots):
            return len(plots) > 1
        case EquationItem() | ConnectorsItem():
            return True
        case TextItem() | PictureItem() | TableItem() | ShapeItem():
            return False


def _cell_of(composition: Placed) -> str:
    """Return the cell that a composition is in, as its texts are named; '' where it is in none."""
    name = next((leaf.slot for leaf in composition.leaves if leaf.slot), "")
    cell = _CELL.match(name)
    return cell[0] if cell and cell[1] in SHARING else ""


def in_regions(page: Page) -> Iterator[Placed]:
    """Yield all that is drawn in regions that hold more than the theme's layout has places for, in drawing order."""
    objects = [one for one in page.objects if one.region is not None and one.region not in ENTRIES]
    arranged = {one.region for one in objects if not _has_place(one)}
    return (one for one in objects if one.region in arranged)


def _has_place(placed: Placed) -> bool:
    """Tell whether an item fills the place that the theme's layout has in the item's region."""
    match placed.item:
        case TextItem():
            return placed.slot == placed.region == REGION
        case PictureItem():
            return placed.slot == placed.region and placed.region != REGION
        case TableItem() | ChartItem() | EquationItem() | ConnectorsItem() | ShapeItem() | GroupItem():
            return False


def standing_in_regions(page: Page) -> Iterator[Placed]:
    """Yield what in those regions fills a place of its own."""
    for placed in in_regions(page):
        match placed.item:
            case TextItem() if placed.role is Role.DECORATION:
                pass  # a mark before a quotation: nobody would fill its place
            case TextItem() | PictureItem() | TableItem():
                yield placed
            case ChartItem(plots=plots):
                if len(plots) == 1:  # small multiples are a group
                    yield placed
            case EquationItem() | ConnectorsItem() | ShapeItem() | GroupItem():
                pass  # a drawing, or a composition of shapes that PowerPoint has no placeholder for


def decorations_of(page: Page) -> Iterator[Placed]:
    """Yield the shapes in those regions that say nothing and lie under all else, so that a layout may draw them."""
    above: list[Placed] = []
    for placed in in_regions(page):
        if placed.role is Role.DECORATION and isinstance(placed.item, ShapeItem):
            if not any(placed.rect.overlaps(one.rect) for one in above):
                yield placed
        else:
            above.append(placed)


def spot_of(placed: Placed) -> Spot:
    """Return the place in which something stands."""
    assert placed.slot is not None, f"{placed.role} in a region has no name"
    role, name = _role(placed), placed.slot
    cell = _CELL.match(name)
    is_cell = cell and cell[1] not in (REGION, role.value)
    return Spot(name, role, cell[0] if cell and is_cell else "", placed.region or REGION)


def _role(placed: Placed) -> Role:
    """Return an item's role, by which its placeholder is chosen: pictures and tables need one of theirs."""
    match placed.item:
        case PictureItem():
            return Role.PICTURE
        case TableItem():
            return Role.TABLE
        case ChartItem():
            return Role.CHART
        case TextItem() | EquationItem() | ConnectorsItem() | ShapeItem() | GroupItem():
            return Role.TEXT if placed.role in (Role.PICTURE, Role.TABLE) else placed.role


def is_same_everywhere(decoration: Placed, pages: Iterable[Iterable[Placed]]) -> bool:
    """Tell whether each of several pages has the same shape in the same place."""
    return all(any(one.rect == decoration.rect and one.item == decoration.item for one in page) for page in pages)
