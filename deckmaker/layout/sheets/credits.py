"""Credits at the foot of sheets, where those on the slides are too small to be read on paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from deckmaker.credits import credit_runs
from deckmaker.dataclasses import dataclass
from deckmaker.layout.credits_pages import slides_in_words
from deckmaker.layout.document import Document, Page, Placed, TextItem
from deckmaker.layout.roles import Role
from deckmaker.layout.sheets.column import ColumnLine, height_of, lines_within, placed_lines, set_column
from deckmaker.layout.sheets.furniture import rule
from deckmaker.layout.sheets.look import GUTTER, HAIRLINE, LEGIBLE, text_style
from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.model.text import join_runs
from deckmaker.theme import Theme

STYLE = text_style(7)

_ABOVE = 9.0
"""Points between slides and the line above credits, and half of it between that and them."""

MOST = 0.3
"""Of a sheet's height: what its credits may take at most. The others follow on sheets of their own."""

_COLUMNS = 2
_GAP = 2.0
"""Points between two credits."""


def are_legible(document: Document, scale: float) -> bool:
    """Tell whether every credit that slides show can be read where they are `scale` times as large."""
    texts = (one.on_paper for page in document.pages for one in page.leaves if one.role in (Role.CREDITS, Role.ENTRY))
    sizes = {one.item.setting.size for one in texts if isinstance(one.item, TextItem)}
    return all(size * scale >= LEGIBLE for size in sizes)


@dataclass(frozen=True, slots=True)
class Foot:
    """The credits of a sheet as set: its columns, those that have room first and `left` what has none."""

    columns: tuple[tuple[ColumnLine, ...], ...] = ()
    left: tuple[ColumnLine, ...] = ()
    width: float = 0.0

    @property
    def height(self) -> float:
        """Points that it takes, with the line above it."""
        own = max(map(height_of, self.columns), default=0.0)
        return own + _ABOVE * 1.5 if own else 0.0

    def placed(self, area: Rect) -> Iterator[Placed]:
        """Yield the line above it and its columns, at the foot of what a sheet has between its margins."""
        if not self.columns:
            return
        top = area.bottom - self.height + _ABOVE
        yield rule(Rect(area.x, top, area.width, HAIRLINE))
        for index, column in enumerate(self.columns):
            place = Rect(area.x + index * (self.width + GUTTER), top + _ABOVE / 2, self.width, 0)
            yield placed_lines(column, place, STYLE, Role.CREDITS)


def credit_lines(pages: Iterable[Page], document: Document, theme: Theme, width: float) -> list[ColumnLine]:
    """Return the credits of slides, each once and with their numbers, as lines for a column of a sheet."""
    numbers: dict[tuple[Run, ...], list[int]] = {}
    form = "paper" if document.prints_addresses else "screen"
    for page in pages:
        for runs in dict.fromkeys(credit_runs(one, document.language, form) for one in page.credits):
            numbers.setdefault(runs, []).append(page.number)
    paragraphs = [
        Paragraph(join_runs((Run(f"{slides_in_words(own, document.language)} ", bold=True), *runs)), printed=True)
        for runs, own in numbers.items()
    ]
    found: list[ColumnLine] = []
    for one in paragraphs:  # each by itself: what stands first takes no space before
        lines = set_column((one,), STYLE, column_width(width), theme)
        found += [lines[0]._replace(before=_GAP), *lines[1:]]
    return found


def column_width(width: float) -> float:
    """Return how wide a column of credits is on a sheet with so many points between its margins."""
    return (width - (_COLUMNS - 1) * GUTTER) / _COLUMNS


def foot_of(lines: Sequence[ColumnLine], width: float, most: float) -> Foot:
    """Return lines in columns about equally long, as many as have room in `most` points."""
    if not lines:
        return Foot()
    room = most - _ABOVE * 1.5
    target = max(height_of(lines) / _COLUMNS, *(one.style.leading for one in lines))
    while True:
        columns, rest = _filled(lines, min(target, room))
        if not rest or target >= room:
            return Foot(tuple(columns), tuple(rest), column_width(width))
        target += lines[0].style.leading / 2


def _filled(lines: Sequence[ColumnLine], height: float) -> tuple[list[tuple[ColumnLine, ...]], Sequence[ColumnLine]]:
    """Return columns of a height, and the lines that have no room in them."""
    columns: list[tuple[ColumnLine, ...]] = []
    while lines and len(columns) < _COLUMNS:
        count = max(1, lines_within(lines, height))
        columns.append(tuple(lines[:count]))
        lines = lines[count:]
    return columns, lines
