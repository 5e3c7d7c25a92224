"""What a deck may cost: every bound on work and memory, in one place.

Time and memory grow no faster than the input, and the input has these bounds. So no deck, table or picture, however it
was made, can fill a machine's memory or keep it busy for long. Each bound is far beyond what honest decks need; what
passes one is reported at its place, with what was too much, how much there is and how much there may be.

Knows numbers and words only, so that every stage may import it. `docs/limits.md` lists the bounds for users.
"""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Bound:
    """The most of one thing that a file, deck, slide, table or picture may hold.

    `unit` is a plural noun, such as cells; `holder` a noun with its article, such as a table; `most` counts units.
    """

    most: int
    unit: str
    holder: str

    @property
    def limit(self) -> str:
        """The bound in words: `1,000,000 cells`."""
        return f"{self.most:,} {self.unit}"

    def excess(self, found: int | None = None) -> str:
        """Return what is said of what holds too much, behind its name: `found` units, where that is known."""
        held = f"{found:,} {self.unit}" if found is not None else f"more than {self.limit}"
        return f"has {held}: {self.holder} may have {self.most:,}"


# --- Files that an author writes ----------------------------------------------------------------

SOURCE_BYTES = Bound(64 * 1024 * 1024, "bytes", "a deck or theme file")
"""A deck of 1,000 slides with twenty bullets each takes about one megabyte."""

SOURCE_LEVELS = Bound(100, "levels", "a deck or theme file")
"""Values inside values. The deepest deck has a list in a list in a list in a slide: about twelve levels."""

ALIASED_VALUES = Bound(200_000, "values from aliases", "a deck or theme file")
"""Values that the aliases of one file stand for, beside those that are written in it. Alias bombs take billions."""

TEXT_CHARACTERS = Bound(1_000_000, "characters", "a text")
"""Of one text: a dozen novels. XML's readers, PowerPoint's among them, give up on ten million."""

# --- Tables -------------------------------------------------------------------------------------

TABLE_FILE_BYTES = Bound(50 * MEGABYTE, "bytes", "a table's file")
"""A file of this size is read whole."""

TABLE_FILE_CELLS = Bound(1_000_000, "cells", "a table's file")
"""Of one CSV file, before rows and columns are picked from it."""

TABLE_ROWS = Bound(10_000, "rows", "a table")
"""Of a table as it is shown."""

TABLE_COLUMNS = Bound(50, "columns", "a table")
"""Of a table as it is shown: more than a slide has room for."""

# --- Pictures -----------------------------------------------------------------------------------

PICTURE_BYTES = Bound(200 * MEGABYTE, "bytes", "a picture")
"""A file of this size is read whole, so it must fit in memory with room to spare."""

PICTURE_PIXELS = Bound(120_000_000, "pixels", "a picture")
"""More than the largest cameras of medium format take (102 million); decoded with transparency, 480 MB."""

DRAWING_BYTES = Bound(10 * MEGABYTE, "bytes", "a drawing")
"""Drawings are text: a detailed map is 3 MB."""

DRAWING_MEMORY = Bound(3_000 * MEGABYTE, "bytes", "the process that draws")
"""Address space; a drawing of 3,200 pixels square with some filters takes 0.3 billion."""

XML_ELEMENTS = Bound(200_000, "elements", "a drawing or a packet of rights")
"""A map of all the world's borders in detail has some 5,000."""

PROFILE_BYTES = Bound(4 * MEGABYTE, "bytes", "a colour profile")
"""Colour profiles of printing presses are the largest: 0.5 to 2.5 MB."""

RIGHTS_BYTES = Bound(1 * MEGABYTE, "bytes", "a packet of rights")
"""An XMP packet of 1 MB is read in 20 ms; those with rights and nothing else are 2 kB."""

CONVERTED_BYTES = Bound(128 * MEGABYTE, "bytes", "the store of converted pictures")
"""Converted pictures that are kept for the next format: about forty photos of a phone."""

# --- Fonts --------------------------------------------------------------------------------------

FONT_FILES = Bound(10_000, "font files", "a machine")
"""Those that are looked at when a glyph is missing, 0.2 ms each; whoever draws letters has some thousand."""

FONT_FOLDER_FILES = Bound(100_000, "files", "a folder of fonts")
"""Names that are looked at for font files: somebody may name the root of the file system."""

FONT_FACES = Bound(256, "faces", "a collection of fonts")
"""The largest, Noto Sans CJK of all weights and languages, has 63."""

FONT_NAME_CHARACTERS = Bound(100, "characters", "the family name of an installed font")
"""Windows knows 31, and the longest of Google's families has 40."""

# --- Messages and help --------------------------------------------------------------------------

MESSAGE_CHARACTERS = Bound(500, "characters", "a message, a note or a help")
"""Once control characters are escaped. The longest that quotes no text without end has 210."""

MESSAGE_NOTES = Bound(4, "notes", "a message")
"""No message has more than one; plug-ins may report their own."""

EXCERPT_CHARACTERS = Bound(480, "characters", "a line that a message shows")
"""Three for each of the 160 columns: letters with a mark or two each, as in scripts that need them."""

FILE_NAME_CHARACTERS = Bound(4_096, "characters", "a file's name in a message for programs")
"""Linux opens no longer paths (PATH_MAX)."""


FILES_LOOKED_AT = Bound(20_000, "files", "a project")
"""Files among which one that a deck names wrongly is looked for; no message, the search ends."""
