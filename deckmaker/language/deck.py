"""The deck as written: keys, kinds of value and allowed words. Reference: docs/deck.md.

Field descriptions are the user's documentation in editors, through `deckmaker schema`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from deckmaker.language.entry import Entry, Text
from deckmaker.language.severity import Levels
from deckmaker.language.shorthand import ITEM_SHORTHAND, Shorthand

LANGUAGE_TAG = r"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"


class CreditEntry(Entry):
    """A credit: who made something, where it comes from, and under which licence."""

    text: Text | None = Field(None, description="The credit line as it must stand.")
    role: Literal["picture", "data", "text", "original"] | None = Field(
        None,
        description="What is credited; a credit on a picture is for the picture, one on a slide for its text.",
    )
    kind: Literal["picture", "photo", "illustration", "map", "chart", "diagram", "screenshot"] | None = Field(
        None, description="What kind of picture it is; names it in the strip."
    )
    title: Text | None = Field(None, description="The work's title.")
    creator: Text | None = Field(None, description="Who made it.")
    publisher: Text | None = Field(None, description="Who published it.")
    dataset: Text | None = Field(None, description="The name of the data.")
    source: Text | None = Field(None, description="A key of the deck's `sources`, or the name of the source.")
    via: Text | None = Field(None, description="Where it was found, when that is not where it comes from.")
    license: Text | None = Field(None, description="An SPDX id such as CC-BY-4.0, the licence's address, or its name.")
    url: Text | None = Field(None, description="Where it comes from, as an address.")
    year: Text | None = Field(None, description="When it was made.")
    date: Text | None = Field(None, description="What day or time data are of.")
    retrieved: Text | None = Field(None, description="When data were fetched.")
    copyright: Text | None = Field(None, description="The copyright notice, such as `© 2026 A. Lind`.")
    modified: Text | None = Field(None, description="How it was changed, such as `cropped`.")
    ai: Text | None = Field(None, description="The AI that made it, or `yes` where its name is not known.")
    note: Text | None = Field(None, description="What else must be said, such as a disclaimer.")
    none: Text | None = Field(
        None, description="Why nobody is credited, such as `own work` or `the source names none`; then nothing else is."
    )


CreditField = Annotated[CreditEntry, Shorthand("text")]


class ImageEntry(Entry):
    """A picture: its file, what it shows, whose it is, and what must stay visible when it is cropped."""

    file: Text = Field(description="Path of a JPEG, PNG, WebP, TIFF, GIF or SVG file, relative to the deck.")
    alt: Text | None = Field(None, description="What the picture shows, for those who cannot see it.")
    credit: CreditField | None = Field(None, description="Whose picture it is.")
    fit: Literal["cover", "contain"] | None = Field(
        None, description="Fill the place and be cropped, or be shown whole; without it the layout decides."
    )
    focus: Literal["center", "left", "right", "top", "bottom"] = Field(
        "center", description="The part that stays visible when the picture is cropped."
    )


ImageField = Annotated[ImageEntry, Shorthand("file")]


class ItemEntry(Entry):
    """One item of a list; `children` are nested one level deeper."""

    text: Text
    children: list[ItemField] = Field(default_factory=list, min_length=1, validate_default=False)


ItemField = Annotated[
    ItemEntry,
    ITEM_SHORTHAND,
    WithJsonSchema(
        {
            "anyOf": [
                {"type": ["string", "number", "boolean"]},
                {
                    "type": "object",
                    "minProperties": 1,
                    "maxProperties": 1,
                    "additionalProperties": {"type": "array", "minItems": 1},
                },
            ],
            "description": "A text, or one key with the list of its nested items.",
        }
    ),
]
ItemEntry.model_rebuild()

Items = Annotated[list[ItemField], Field(min_length=1)]


class TextEntry(Entry):
    """Blocks of text, shown in the order in which they are written."""

    text: Text | None = Field(None, description="Paragraphs, a blank line between them; inline Markdown.")
    bullets: Items | None = Field(None, description="A bulleted list.")
    numbered: Items | None = Field(None, description="A numbered list.")


class ColumnEntry(TextEntry):
    """One of two columns."""

    heading: Text | None = Field(None, description="The column's heading.")


class SlideEntry(TextEntry):
    """One slide."""

    title: Text | None = Field(None, description="The slide's title.")
    section: Text | None = Field(None, description="A section of this name starts with this slide.")
    layout: Text | None = Field(None, description="One of the theme's layouts; without it a rule chooses.")
    image: ImageField | None = Field(None, description="The slide's picture: a path or a mapping.")
    columns: Annotated[list[ColumnEntry], Field(min_length=2, max_length=2)] | None = Field(
        None, description="Two columns side by side."
    )
    credit: CreditField | None = Field(None, description="Whom the slide's text follows.")
    credits: list[CreditField] = Field(default_factory=list, description="Further credits of the slide.")
    notes: Text | None = Field(None, description="What the presenter says; never shown on the slide.")


class CreditsEntry(Entry):
    """Where the deck shows its credits, and how they read on paper."""

    where: Literal["slide", "end", "both"] = Field(
        "slide", description="On each slide, on slides of their own at the end, or on both."
    )
    print: Literal["names", "urls"] = Field(
        "names", description="On paper, links stand behind names, or addresses are written out."
    )


class DefaultsEntry(Entry):
    """What holds where a slide or picture says nothing else."""

    credit: CreditField | None = Field(None, description="The credit of pictures that neither bring nor name one.")


class DeckEntry(Entry):
    """A deck: its title page facts, its furniture and its slides."""

    title: Text = Field(description="The deck's title; also the title of the files made from it.")
    subtitle: Text | None = Field(None, description="Stands below the title on the title slide.")
    author: Text | None = Field(None, description="Who answers for the deck.")
    date: Text | None = Field(None, description="The deck's date, shown as typed.")
    language: Annotated[str, Field(pattern=LANGUAGE_TAG)] = Field("en", description="BCP 47 tag such as en-GB.")
    theme: Text = Field("briefing", description="A built-in theme's name, or the path of a theme file.")
    mode: Literal["light", "dark", "auto"] | None = Field(
        None, description="Colours for light or dark pages; auto follows the setting of whoever opens the HTML."
    )
    size: Literal["16:9", "4:3", "A4"] = Field("16:9", description="The page's proportions.")
    trail: list[Text] = Field(default_factory=list, description="A breadcrumb shown small on each slide.")
    footer: Text | None = Field(None, description="A line at the foot of each slide.")
    logo: Text | None = Field(
        None, description="Path of a picture, of any format that `image` takes, shown small on slides."
    )
    sources: dict[str, CreditEntry] = Field(default_factory=dict, description="Credits named once, used by key.")
    credits: CreditsEntry | None = Field(None, description="Where credits are shown, and how they read on paper.")
    defaults: DefaultsEntry | None = Field(None, description="What holds where a slide or picture says nothing else.")
    use: Literal["commercial", "editorial", "noncommercial"] | None = Field(
        None, description="What the deck is for; licences may rule it out."
    )
    license: Text | None = Field(None, description="The deck's own licence, written as that of a credit is.")
    severity: Levels = Field(
        default_factory=dict, description="How bad a kind of mistake is in this deck, by its code, and why."
    )
    slides: Annotated[list[SlideEntry], Field(min_length=1)] = Field(description="The slides, in order.")
