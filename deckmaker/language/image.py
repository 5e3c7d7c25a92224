"""Pictures as written."""

from __future__ import annotations

from deckmaker.language.credit import CREDIT
from deckmaker.language.entry import Entry, optional, required, with_default
from deckmaker.language.guessed_choice import GuessedChoice
from deckmaker.language.kinds import Boolean, Choice, Text

_FIT_GUESSES = {
    "cover": ("fill", "full", "crop", "cropped", "stretch", "zoom"),
    "contain": ("whole", "fit", "scale", "scale-down", "inside", "none"),
}


class ImageEntry(Entry):
    """A picture: its file, what it shows, whose it is, and what must stay visible when it is cropped."""

    file = required(Text(), "Path of a JPEG, PNG, WebP, TIFF, GIF or SVG file, relative to the deck.")
    alt = optional(Text(), "What the picture shows, for those who cannot see it.")
    decorative = with_default(
        Boolean(),
        False,
        "Whether the picture shows nothing that matters; then it needs no `alt`.",
    )
    caption = optional(Text(), "What stands below the picture; inline Markdown.")
    credit = optional(CREDIT, "Whose picture it is.")
    fit = optional(
        GuessedChoice("cover", "contain", key="fit", guesses=_FIT_GUESSES),
        "Fill the place and be cropped, or be shown whole; without it the layout decides.",
    )
    focus = with_default(
        Choice("center", "left", "right", "top", "bottom"),
        "center",
        "The part that stays visible when the picture is cropped.",
    )
