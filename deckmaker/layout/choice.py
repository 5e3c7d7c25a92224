"""Which layouts slides take when they name none. The rule is printed in docs/deck.md; a test keeps the two alike."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import NamedTuple

from deckmaker.model import Cells, Picture, Slide, Table
from deckmaker.theme import Theme

SIDES = {"picture-right": "picture-left", "picture-left": "picture-right", "feature": "picture-left"}
"""Each layout with a picture at one side, and the one that follows it where the author leaves the side open."""


class Reason(Enum):
    """Why a slide has its layout."""

    NAMED = "named"
    FIRST = "first"
    COLUMNS = "columns"
    TABLE = "table"
    PICTURE_AND_TEXT = "picture-and-text"
    PICTURE_AND_TABLE = "picture-and-table"
    PICTURE = "picture"
    TEXT = "text"
    TITLE = "title"
    CREDITS = "credits"
    CONTINUED = "continued"


class Choice(NamedTuple):
    """A layout by name, and why it is that one."""

    name: str
    reason: Reason


def choose_layouts(slides: Iterable[Slide], theme: Theme) -> list[Choice]:
    """Return each slide's layout: its own, else the first of these that fits.

    1. The first slide: title, if that has a place for its picture, as it has in the built-in themes. 2. With columns, a
    grid or several pictures: columns. 3. A picture with another block: picture-right; in a theme whose pictures
    alternate, picture-left where the last such slide has picture-right or feature. 4. With a table: table. 5. A picture
    without: picture. 6. With any other block: content. 7. A title alone: section.
    """
    choices: list[Choice] = []
    side = "picture-left"
    for slide in slides:
        own = slide.layout and Choice(slide.layout, Reason.NAMED)
        beside = SIDES[side] if theme.pictures.alternate else "picture-right"
        choice = own or _fitting(slide, first=not choices and not _lacks_place(theme, slide), side=beside)
        choices.append(choice)
        side = choice.name if choice.name in SIDES and slide.has(Picture) else side
    return choices


def layout_after_the_first(slide: Slide) -> str:
    """Return the layout that the first slide would have in another place."""
    return _fitting(slide, first=False, side="picture-right").name


def _fitting(slide: Slide, first: bool, side: str) -> Choice:
    if first:
        return Choice("title", Reason.FIRST)
    pictures = sum(isinstance(block, Picture) for block in slide.blocks)
    if slide.has(Cells) or pictures > 1:
        return Choice("columns", Reason.COLUMNS)
    if pictures and len(slide.blocks) > 1:
        return Choice(side, Reason.PICTURE_AND_TABLE if _is_table_alone(slide) else Reason.PICTURE_AND_TEXT)
    if slide.has(Table):
        return Choice("table", Reason.TABLE)
    if pictures:
        return Choice("picture", Reason.PICTURE)
    return Choice("content", Reason.TEXT) if slide.blocks else Choice("section", Reason.TITLE)


def _lacks_place(theme: Theme, slide: Slide) -> bool:
    """Tell whether title pages have no place for the picture of a slide, as in templates whose titles take all."""
    title = theme.layouts.get("title")
    return title is not None and slide.has(Picture) and "picture" not in title.slots


def _is_table_alone(slide: Slide) -> bool:
    """Tell whether a slide has nothing but a table beside its picture."""
    return all(isinstance(block, Picture | Table) for block in slide.blocks)
