"""A theme file as written. Reference: docs/themes.md."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from deckmaker.language.deck import Entry

COLOR = r"^#[0-9A-Fa-f]{6}$"
Color = Annotated[str, Field(pattern=COLOR)]
Columns = Annotated[list[Annotated[int, Field(ge=1)]], Field(min_length=2, max_length=2)]
Positive = Annotated[int, Field(ge=1)]
Bleed = Literal["left", "right", "both"]


class FontsEntry(Entry):
    """Families that every Office has; deckmaker embeds their metric twins."""

    heading: str
    body: str
    code: str


class GridEntry(Entry):
    """Margins, number of columns and the space between them, in points."""

    left: float
    right: float
    columns: int = Field(ge=1)
    gutter: float


class StyleEntry(Entry):
    """A text style."""

    font: Literal["heading", "body"]
    size: Positive
    min: Positive
    leading: Annotated[float, Field(gt=0)]
    gap: Annotated[float, Field(ge=0)] = 0
    bold: bool = False
    italic: bool = False
    color: str
    tracking: float = 0
    balance: bool = False


class ListsEntry(Entry):
    """How lists are set."""

    indent: float
    shrink: int
    nested_gap: float
    bullet: str
    bullet_nested: str
    color: str


class LinkEntry(Entry):
    """How links are set."""

    color: str


class PlaceEntry(Entry):
    """A place on the page: grid columns, and two of top, bottom and height."""

    columns: Columns
    top: float | None = None
    bottom: float | None = None
    height: float | None = None
    bleed: Bleed | None = None


class SlotEntry(PlaceEntry):
    """A slot; what it says of type differs from its style."""

    style: str | None = None
    size: Positive | None = None
    color: str | None = None
    align: Literal["left", "right", "center"] = "left"
    anchor: Literal["top", "bottom"] = "top"
    fit: Literal["cover", "contain"] = "cover"


class ShapeEntry(PlaceEntry):
    """A drawn rectangle. `outset` widens it on the right; `over: picture` draws it above the slide's picture."""

    color: str
    width: float | None = None
    outset: float = 0
    opacity: float = Field(1, ge=0, le=1)
    over: Literal["picture"] | None = None


class LayoutEntry(Entry):
    """A slide layout."""

    background: str = "paper"
    slots: dict[str, SlotEntry]
    shapes: list[ShapeEntry] = Field(default_factory=list)


class ThemeEntry(Entry):
    """A theme."""

    name: str
    extends: str | None = None
    fonts: FontsEntry
    palette: dict[str, Color]
    grid: GridEntry
    styles: dict[str, StyleEntry]
    lists: ListsEntry
    link: LinkEntry
    layouts: dict[str, LayoutEntry]
