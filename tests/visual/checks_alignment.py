"""Alignment: texts begin, or end, where columns do, and short rules and the trail where their title does."""

from __future__ import annotations

from collections.abc import Iterator

from deckmaker.layout import Document, Page, Placed, ShapeItem
from deckmaker.layout.credits_pages import BESIDE, THUMBNAIL
from deckmaker.layout.roles import Role
from deckmaker.theme.slots import ENTRIES
from tests.visual.placed_lines import PlacedLine, page_lines, page_name
from tests.visual.theme_grid import Grid, grid_of

TOLERANCE = 0.05
"""Points; sums of advances are rounded."""

INSET = 0.15
"""Ems that a bullet is moved by, so that its ink stands where letters' do."""

RULE_HEIGHT, RULE_WIDTH = 6, 100
"""Points up to which a shape is a short rule."""


def misaligned(document: Document) -> list[str]:
    """Return a finding for each line that stands on no edge of the grid, and for what begins apart from its title."""
    grid = grid_of(document.theme)
    return [finding for page in document.pages for finding in (*_lines_off(page, grid), *_apart_from_title(page))]


def _lines_off(page: Page, grid: Grid) -> Iterator[str]:
    for line in page_lines(page):
        if line.placed.role is Role.TABLE:
            continue  # whose columns are its own
        align = line.item.style.align
        if align == "right" and _off(line.box.right, grid.column_rights) > TOLERANCE:
            yield f"{line}: ends {_off(line.box.right, grid.column_rights):.1f} points off any column's right edge"
        if align == "left" and _at_edge(line):
            allowed = INSET * line.size if line.is_marker else 0.0
            edges = grid.column_lefts if line.slot not in ENTRIES else (*grid.column_lefts, *_beside_pictures(page))
            if (off := _off(line.x, edges)) > allowed + TOLERANCE:
                yield f"{line}: begins {off:.1f} points off any column's left edge"


def _beside_pictures(page: Page) -> Iterator[float]:
    """Yield where the words of credits begin that are listed beside pictures: as far from each column's edge."""
    columns = (page.layout.slots[name].rect.x for name in ENTRIES if name in page.layout.slots)
    yield from (x + THUMBNAIL[0] + BESIDE for x in columns)


def _at_edge(line: PlacedLine) -> bool:
    """Tell whether a line begins at its text's edge: no list's words, no nested marker, nothing that hangs."""
    paragraph = line.paragraph.paragraph
    return paragraph.level == 0 and not line.hangs and line.is_marker == (line.paragraph.marker is not None)


def _apart_from_title(page: Page) -> Iterator[str]:
    """Yield the short rules, and the trail, that begin elsewhere than the title does."""
    edges = {line.slot: line.x for line in page_lines(page) if line.item.style.align == "left" and _at_edge(line)}
    if "title" not in edges:
        return
    beginnings = [("a short rule", placed.rect.x) for placed in page.leaves if _is_short_rule(placed)]
    if "trail" in edges:
        beginnings.append(("the trail", edges["trail"]))
    for name, x in beginnings:
        if (off := abs(x - edges["title"])) > TOLERANCE:
            yield f"{page_name(page)}: {name} begins {off:.1f} points from where the title does"


def _is_short_rule(placed: Placed) -> bool:
    rect = placed.rect
    return isinstance(placed.item, ShapeItem) and rect.height <= RULE_HEIGHT and rect.width <= RULE_WIDTH


def _off(x: float, edges: tuple[float, ...]) -> float:
    return min(abs(x - edge) for edge in edges)
