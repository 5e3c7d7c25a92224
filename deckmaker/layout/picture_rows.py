"""Pictures in rows: all equally high and equally far apart, their captions level below them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from deckmaker.dataclasses import cached_property, dataclass, replace
from deckmaker.layout.cells import CellSetter
from deckmaker.layout.document import PictureItem
from deckmaker.layout.figures import LEAST, caption_takes, set_figure
from deckmaker.layout.place import Place, SetBlock
from deckmaker.model import Images, Picture
from deckmaker.model.geometry import Rect
from deckmaker.theme.flow_styles import NOTE

CLOSENESS = 0.5
"""Pictures stand closer than columns of text: half a gutter apart, and so do their rows."""

MOST_ACROSS = 8

NEARLY = 0.9
"""Of the largest area that pictures can have: with so much, they stand in as few rows as they can."""

EMPTY, LOWER, LESS = 1 / 3, 0.8, 0.72
"""Where pictures leave more than this share of the width, one sees an empty side: then they stand in fewer rows, if
they have so much of their height there, and all together so much of the page."""

NARROWEST = 96.0
"""Points that a caption has at least for its lines, be its picture narrower."""

BEFORE = {"left": 0.0, "center": 0.5, "right": 1.0}
"""Of the width that pictures leave: what is before them, by the side to which titles are aligned."""

PASSES = 3
"""Times that columns are made as narrow as their pictures, whose captions may then need a line more."""


def set_rows(images: Images, place: Place, word: str) -> SetBlock:
    """Set pictures in rows of equal height, in as many columns as show most of them and leave no side empty."""
    count = len(images.flows)
    # As many in each row as can be: none stands alone below four.
    evenly = {-(-count // rows) for rows in range(1, count + 1)}
    ways = [PictureRows(images, place, word, one).set() for one in sorted(evenly) if one <= MOST_ACROSS]
    best = max(map(_least_area, ways))
    number = max(n for n, one in enumerate(ways) if _least_area(one) >= NEARLY * best)
    own = ways[number]
    fuller = [
        one
        for one in ways[number + 1 :]
        if _height(one) >= LOWER * _height(own) and _taken(one, place) >= LESS * _taken(own, place)
    ]
    is_empty = _free(own, place) > EMPTY * place.wide.width
    return fuller[0] if is_empty and fuller else own


def _pictures_in(block: SetBlock) -> list[tuple[Rect, PictureItem]]:
    leaves = [one for placed in block.placed for one in placed.leaves]
    return [(one.rect, one.item) for one in leaves if isinstance(one.item, PictureItem)]


def _height(block: SetBlock) -> float:
    """Return the height of the lowest picture, in points."""
    return min(rect.height for rect, _ in _pictures_in(block))


def _free(block: SetBlock, place: Place) -> float:
    """Return how much of a place's width, in points, pictures leave beside them."""
    shown = [rect for rect, _ in _pictures_in(block)]
    return place.wide.width - max(one.right for one in shown) + min(one.x for one in shown)


def _taken(block: SetBlock, place: Place) -> float:
    """Return how much of the page pictures take with all that is between them, in square points."""
    return (place.wide.width - _free(block, place)) * block.height


def _least_area(block: SetBlock) -> float:
    """Return the area of the smallest picture, in square points, times how much of it is shown.

    One that is cropped to a strip is large for nothing: what it is of has no room in it.
    """
    return min(rect.width * rect.height * _shown(item) for rect, item in _pictures_in(block))


def _shown(item: PictureItem) -> float:
    left, top, right, bottom = item.crop
    return (1 - left - right) * (1 - top - bottom)


@dataclass(frozen=True)
class PictureRows:
    """Pictures `across` side by side in a place.

    Those that are shown whole have columns as wide as they are, from where titles begin, on all slides alike.
    """

    images: Images
    place: Place
    word: str
    across: int

    def set(self) -> SetBlock:
        """Set the rows one below the other from the top of the place."""
        places = self._columns()
        height, captions = self._height(places), self._captions(places)
        tops = [*accumulate((height + one + self._gap for one in captions), initial=self.place.top)]
        blocks = []
        for index, (picture, place) in enumerate(zip(self._pictures, places, strict=True)):
            row = index // self.across
            own = replace(place.within(tops[row], tops[row] + height + captions[row]), holds_one=False)
            blocks.append(set_figure(picture, own, height))
        deepest = max((one.rect.bottom for block in blocks for one in block.placed), default=self.place.rect.y)
        return SetBlock(
            tuple(one for block in blocks for one in block.placed),
            height=deepest - self.place.rect.y,
            excess=max((block.excess for block in blocks), default=0.0),
            overfull=tuple(one for block in blocks for one in block.overfull),
            findings=tuple(one for block in blocks for one in block.findings),
        )

    @cached_property
    def _pictures(self) -> list[Picture]:
        return [block for flow in self.images.flows for block in flow.blocks if isinstance(block, Picture)]

    @property
    def _gap(self) -> float:
        return self.place.styles.theme.columns.gutter * CLOSENESS

    @property
    def _covers(self) -> bool:
        """Whether a picture is cropped to its place: then all columns are of equal width."""
        return any(picture.fit == "cover" for picture in self._pictures)

    def _in_column(self, index: int) -> list[Picture]:
        return self._pictures[index :: self.across]

    def _columns(self) -> list[Place]:
        """Return the place of each picture, all of the height that there is, in columns that are as wide as need be."""
        shares = [max(map(_ratio, self._in_column(index))) for index in range(self.across)]
        flows = [
            replace(flow, share=1.0 if self._covers else shares[index % self.across])
            for index, flow in enumerate(self.images.flows)
        ]
        images = replace(self.images, flows=tuple(flows), across=self.across)
        setter = CellSetter(images, self.place, self.word, ruled=False, closeness=CLOSENESS)
        rows = len(setter.rows)
        cells = setter.placed([self.place.top] * rows, [self.place.bottom] * rows)
        note = self.place.styles.named(NOTE)
        places = [replace(cell.stack.place, text=note) for cell in cells]
        for _ in range(0 if self._covers else PASSES):
            places = self._narrowed(places)
        return places

    def _narrowed(self, places: Sequence[Place]) -> list[Place]:
        """Return the places in columns as wide as the widest picture in each, or as its caption needs."""
        height = self._height(places)
        widths = [
            max([self._least(index, places[index]), *(height * _ratio(one) for one in self._in_column(index))])
            for index in range(self.across)
        ]
        lefts = [*accumulate((width + self._gap for width in widths), initial=self._start(widths))]
        narrowed = []
        for index, place in enumerate(places):
            column = index % self.across
            rect = replace(place.rect, x=lefts[column], width=widths[column])
            narrowed.append(replace(place, rect=rect, wide=rect))
        return narrowed

    def _start(self, widths: Sequence[float]) -> float:
        """Return where the first column begins: below the start of the title, or about the middle where titles are."""
        wide, title = self.place.wide, self.place.styles.layout.slots.get("title")
        free = wide.width - sum(widths) - self._gap * (self.across - 1)
        return wide.x + free * BEFORE[title.style.align if title and title.style else "left"]

    def _least(self, index: int, place: Place) -> float:
        """Return the width in points that captions in a column need."""
        has_captions = any(picture.caption for picture in self._in_column(index))
        return min(NARROWEST, place.rect.width) if has_captions else 0.0

    def _height(self, places: Sequence[Place]) -> float:
        """Return the height of all pictures: what captions and the rows leave, but not so much that a picture which is
        shown whole would be wider than its column."""
        captions = self._captions(places)
        left = self.place.bottom - self.place.top - self._gap * (len(captions) - 1) - sum(captions)
        whole = [
            place.rect.width / _ratio(picture)
            for picture, place in zip(self._pictures, places, strict=True)
            if picture.fit != "cover"
        ]
        return min([max(LEAST, left / len(captions)), *whole])

    def _captions(self, places: Sequence[Place]) -> list[float]:
        """Return what captions take below each row."""
        takes = [caption_takes(picture, place) for picture, place in zip(self._pictures, places, strict=True)]
        return [max(takes[start : start + self.across]) for start in range(0, len(takes), self.across)]


def _ratio(picture: Picture) -> float:
    return picture.file.width / picture.file.height
