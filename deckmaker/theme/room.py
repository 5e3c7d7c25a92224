"""Places that a page has no room for: columns that the grid lacks, heights that say too little, shapes too wide."""

from __future__ import annotations

from collections.abc import Callable

from deckmaker.diagnostics import Diagnostics
from deckmaker.language.theme import GridEntry, PlaceEntry
from deckmaker.model.geometry import Rect
from deckmaker.source import Tree
from deckmaker.theme.parts import Parts, ShapePart, SlotPart
from deckmaker.theme.places import Findings, likeliest

Part = SlotPart | ShapePart
RectOf = Callable[[PlaceEntry], Rect]

_GRID = ("columns", "gutter", "left", "right")
_TOLERANCE = 0.01  # points; rounding of sums


def check_room(
    parts: Parts, size: str, extent: tuple[float, float], rect_of: RectOf | None, tree: Tree, diagnostics: Diagnostics
) -> None:
    """Report places in the sound parts of a theme that have no room, or cannot be found, on a page of this size.

    `size` is its name, `extent` its width and height in points.

    `rect_of` says where they lie on the page; None where the grid is not sound.
    """
    _Checker(parts, size, extent, rect_of, tree, Findings(diagnostics)).check()


class _Checker:
    """Holds the theme and the page while its places are looked at."""

    def __init__(
        self,
        parts: Parts,
        size: str,
        extent: tuple[float, float],
        rect_of: RectOf | None,
        tree: Tree,
        findings: Findings,
    ) -> None:
        self._parts, self._rect_of, self._tree, self._findings = parts, rect_of, tree, findings
        self._size, (self._width, self._height) = size, extent

    def check(self) -> None:
        grid, places = self._parts.grid, self._parts.places
        # Where the grid is at fault, what would reach over an edge is only a consequence.
        judged = grid and self._grid_has_room(grid) and all(self._grid_reaches(part, grid) for part in places)
        for part in places:
            in_grid = grid is not None and self._has_columns(part, grid)
            if isinstance(part, SlotPart) and part.entry.wide and grid and judged:
                self._is_wide(part, part.entry.wide, grid)
            if self._has_extent(part) and in_grid and judged and self._rect_of:
                self._fits(part, self._rect_of(part.entry))
            if isinstance(part, ShapePart) and part.entry.scrim and part.entry.over is None:
                span = self._tree.value_span((*part.path, "scrim"))
                message = f"{part} is a `scrim`, and lies over no picture"
                self._findings.add("scrim", message, span, help="add `over: picture`")

    def _grid_has_room(self, grid: GridEntry) -> bool:
        taken = grid.left + grid.right + grid.gutter * (grid.columns - 1)
        if taken < self._width:
            return True
        span = likeliest(self._tree, [("grid", key) for key in _GRID])
        message = f"`grid` leaves no room for columns on a {self._size} page: "
        message += f"margins and gutters take {taken:g} of its {self._width:g} points"
        self._findings.add("grid", message, span)
        return False

    def _grid_reaches(self, part: Part, grid: GridEntry) -> bool:
        """Tell whether the grid has the columns of an inherited place; report a theme that has made it narrower."""
        if part.entry.columns is None:
            return True
        own, last = (*part.path, "columns"), part.entry.columns[1]
        if last <= grid.columns:
            return True
        span = likeliest(self._tree, [own, ("grid", "columns")])
        if span == self._tree.value_span(own):
            return True
        message = f"the grid has {grid.columns} `columns`, and {part} reaches to column {last}"
        self._findings.add("grid", message, span)
        return False

    def _has_columns(self, part: Part, grid: GridEntry) -> bool:
        if part.entry.columns is None:
            return self._has_sides(part)
        first, last = part.entry.columns
        if first <= last <= grid.columns:
            return True
        span = self._tree.value_span((*part.path, "columns"))
        if first > last or self._grid_reaches(part, grid):
            message = f"`columns` go from 1 to {grid.columns}, not {first} to {last}"
            self._findings.add("columns", message, span)
        return False

    def _has_sides(self, part: Part) -> bool:
        """Tell whether a place without columns says where it begins and ends; report one that says neither."""
        if part.entry.left is not None and part.entry.right is not None:
            return True
        message = f"{part} takes `columns`, or `left` and `right`"
        self._findings.add("sides", message, self._tree.value_span(part.path), "add `columns:`")
        return False

    def _is_wide(self, part: SlotPart, wide: list[int], grid: GridEntry) -> None:
        """Report a wider place that leaves the grid."""
        first, last = wide
        if not first <= last <= grid.columns:
            span = likeliest(self._tree, [(*part.path, "wide"), ("grid", "columns")])
            message = f"`wide` of {part} goes from 1 to {grid.columns}, not {first} to {last}"
            self._findings.add("wide", message, span)

    def _has_extent(self, part: Part) -> bool:
        given = [key for key in ("top", "bottom", "height") if getattr(part.entry, key) is not None]
        if len(given) == 2:
            return True
        found = {0: "none", 3: "all three"}.get(len(given)) or f"`{given[0]}` alone"
        help = "`null` drops one that is inherited, as in `bottom: null`" if len(given) == 3 else None
        message = f"{part} takes two of `top`, `bottom` and `height`, found {found}"
        self._findings.add("extent", message, self._tree.value_span(part.path), help)
        return False

    def _fits(self, part: Part, rect: Rect) -> None:
        path = part.path
        vertical = [(*path, key) for key in ("top", "bottom", "height")]
        horizontal = [(*path, key) for key in ("width", "outset", "columns", "align")]
        horizontal += [("grid", key) for key in _GRID]
        if rect.width <= 0:
            message = f"{part} has no room on a {self._size} page"
            self._findings.add("room", message, likeliest(self._tree, [(*path, "left"), (*path, "right"), *horizontal]))
        elif rect.height <= 0:
            message = f"{part} has no room on a {self._size} page"
            self._findings.add("room", message, likeliest(self._tree, vertical))
        elif rect.y < -_TOLERANCE or rect.bottom > self._height + _TOLERANCE:
            message = f"{part} reaches over the edge of a {self._size} page, which is {self._height:g} points high"
            self._findings.add("edge", message, likeliest(self._tree, vertical))
        elif rect.x < -_TOLERANCE or rect.right > self._width + _TOLERANCE:
            message = f"{part} reaches over the edge of a {self._size} page, which is {self._width:g} points wide"
            self._findings.add("edge", message, likeliest(self._tree, horizontal))
        if isinstance(part, ShapePart) and part.entry.fade > rect.width:
            message = f"{part} has a `fade` of {part.entry.fade:g} points, and is {rect.width:g} wide"
            self._findings.add("fade", message, likeliest(self._tree, [(*path, "fade"), *horizontal]))
