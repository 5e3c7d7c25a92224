"""A theme file as written, when all that it extends is laid under it. Reference: docs/themes.md.

Field descriptions are the user's documentation in editors, through `deckmaker schema theme`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from deckmaker.language.entry import Entry, Text

COLOR = r"^#[0-9A-Fa-f]{6}$"
Color = Annotated[str, Field(pattern=COLOR)]
Columns = Annotated[list[Annotated[int, Field(ge=1)]], Field(min_length=2, max_length=2)]
Positive = Annotated[int, Field(ge=1)]
Length = Annotated[float, Field(ge=0)]
Bleed = Literal["left", "right", "both"]


class FontsEntry(Entry):
    """Families that every Office has; PDF and HTML embed open ones of the same widths."""

    heading: str = Field(description="The family of styles whose `font` is `heading`.")
    body: str = Field(description="The family of styles whose `font` is `body`, and of list markers.")
    code: str = Field(description="The family of texts between backticks.")


class GridEntry(Entry):
    """Margins, columns and the space between them, and the step of the baseline grid."""

    left: Length = Field(description="The left margin, in points.")
    right: Length = Field(description="The right margin, in points.")
    columns: int = Field(ge=1, description="How many columns of equal width stand between the margins.")
    gutter: Length = Field(
        description="The space between two columns, in points; pictures shown whole keep as far from top and bottom."
    )
    baseline: float = Field(
        gt=0, description="The step of the baseline grid, in points: line heights, gaps and baselines are whole steps."
    )


class StyleEntry(Entry):
    """How a kind of text is set."""

    like: str | None = Field(
        None, description="Another style of the theme, from which this one takes what it does not say itself."
    )
    font: Literal["heading", "body"] = Field(description="Which of the theme's `fonts` it is set in.")
    size: Positive = Field(description="The usual size, in points.")
    min: Positive = Field(description="The smallest size that fitting may use, in points.")
    short: Positive | None = Field(
        None,
        description="The size of texts that take up to 0.55 of their place's height at it, in points.",
    )
    drop: Annotated[float, Field(ge=0, le=1)] = Field(
        0, description="How much of the room that a text of up to 0.35 of its place's height leaves free is above it."
    )
    leading: Annotated[float, Field(gt=0)] = Field(
        description="From baseline to baseline, in multiples of the size, raised to whole steps of the baseline grid."
    )
    gap: Length = Field(0, description="The space before a paragraph, in multiples of the size, to the nearest step.")
    bold: bool = Field(False, description="Whether it is bold.")
    italic: bool = Field(False, description="Whether it is italic.")
    color: str = Field(description="Its colour, by its name in `palette`.")
    tracking: float = Field(0, description="The space added between letters, in points; negative to tighten.")
    balance: bool = Field(False, description="Whether its lines are made about equally long, as suits titles.")


class ListsEntry(Entry):
    """How bulleted and numbered lists are set."""

    indent: Length = Field(description="How far each level is indented, in multiples of the size.")
    shrink: int = Field(ge=0, description="By how many points each nested level is smaller than the one around it.")
    nested_gap: Length = Field(description="The space before a nested item, in multiples of the size.")
    bullet: Text = Field(description="The marker of the first level, the third and so on.")
    bullet_nested: Text = Field(description="The marker of the second level, the fourth and so on.")
    color: str = Field(description="The markers' colour in texts that are `ink`, by its name in `palette`.")


class LinkEntry(Entry):
    """How links are set."""

    color: str = Field(description="The links' colour in texts that are `ink`, by its name in `palette`.")


class PlaceEntry(Entry):
    """A place on the page: grid columns, and two of top, bottom and height."""

    columns: Columns = Field(description="The first and the last column of the grid that it spans, counted from 1.")
    top: Length | None = Field(None, description="How far it keeps from the page's top, in points.")
    bottom: Length | None = Field(None, description="How far it keeps from the page's bottom, in points.")
    height: Annotated[float, Field(gt=0)] | None = Field(None, description="How high it is, in points.")
    bleed: Bleed | None = Field(None, description="On which sides it reaches over the margin to the page's edge.")


class SlotEntry(PlaceEntry):
    """A place for a part of a slide; what it says of type differs from its style."""

    style: str | None = Field(None, description="One of the theme's `styles`; pictures have none.")
    size: Positive | None = Field(None, description="The usual size here, in points, in place of the style's.")
    short: Positive | None = Field(None, description="The size of short texts here, in points.")
    color: str | None = Field(None, description="The colour here, by its name in `palette`.")
    align: Literal["left", "right", "center"] = Field("left", description="To which side the lines are aligned.")
    anchor: Literal["top", "bottom"] = Field(
        "top", description="At which edge of its place a text stands; what grows moves away from that edge."
    )
    fit: Literal["cover", "contain"] = Field(
        "cover", description="Whether pictures fill the place and are cropped, or are shown whole within the margins."
    )


class ShapeEntry(PlaceEntry):
    """A filled rectangle that belongs to a layout."""

    color: str = Field(description="Its colour, by its name in `palette`.")
    width: Annotated[float, Field(gt=0)] | None = Field(
        None, description="How wide it is, in points, from its left edge; without it, as wide as its columns."
    )
    outset: Length = Field(0, description="How far it reaches to the right beyond its columns, in points.")
    fade: Length = Field(0, description="Over how many points, on its right, it fades out.")
    opacity: float = Field(1, ge=0, le=1, description="From 0, which nobody sees, to 1, which hides what is below.")
    scrim: bool = Field(
        False, description="Whether it grows more opaque than `opacity` where texts over a picture need that."
    )
    over: Literal["picture"] | None = Field(None, description="Draws it above the slide's picture, below its texts.")


class LayoutEntry(Entry):
    """A kind of slide."""

    background: str = Field("paper", description="The page's colour, by its name in `palette`.")
    without_picture: str | None = Field(
        None, description="The layout that slides take instead when they have no picture for this one."
    )
    slots: dict[str, SlotEntry] = Field(description="The places for the parts of a slide.")
    shapes: list[ShapeEntry] = Field(default_factory=list, description="Rectangles, in the order of drawing.")


class ThemeEntry(Entry):
    """How decks look: fonts, colours, grid, styles of text and layouts of slides."""

    name: Text = Field(description="What messages call it; by default its file's name without ending.")
    extends: Text | None = Field(
        None, description="A built-in theme, or the path of a theme file beside this one, that this one changes."
    )
    mode: Literal["light", "dark"] = Field(
        "light", description="Which of its colours a deck has that names no `mode` itself."
    )
    fonts: FontsEntry = Field(description="The families, by what they are for.")
    palette: dict[str, Color] = Field(description="The colours of light pages, by name, as #RRGGBB in quotes.")
    dark: dict[str, Color] = Field(
        default_factory=dict, description="What of the palette is another colour on dark pages."
    )
    grid: GridEntry = Field(description="Margins, columns and the baseline grid.")
    styles: dict[str, StyleEntry] = Field(description="The styles of text, by name.")
    lists: ListsEntry = Field(description="How lists are set.")
    link: LinkEntry = Field(description="The colour of links.")
    layouts: dict[str, LayoutEntry] = Field(description="The kinds of slides, by the names that decks use.")
