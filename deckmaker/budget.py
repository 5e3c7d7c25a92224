"""What a deck may cost: every bound on work and memory, in one place.

Time and memory grow no faster than the input, and the input has these bounds. So no deck, table or picture, however it
was made, can fill a machine's memory or keep it busy for long. Each bound is far beyond what honest decks need; what
passes one is reported at its place, with what was too much, how much there is and how much there may be.

Knows numbers and words only, so that every stage may import it. `docs/limits.md` lists the bounds for users.
"""

from __future__ import annotations

from deckmaker.dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, eq=False)
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

SETTINGS_BYTES = Bound(1 * 1024 * 1024, "bytes", "a project's `deckmaker.yaml`")
"""It holds some twenty keys, and is read anew for each deck."""

SOURCE_LEVELS = Bound(100, "levels", "a deck or theme file")
"""Values inside values. The deepest deck has a list in a list in a list in a slide: about twelve levels."""

SOURCE_VALUES = Bound(1_000_000, "values", "a deck or theme file")
"""Texts, lists, mappings and keys; read and validated, they take up to 600 MB. A deck of 5,000 slides has 200,000."""

YAML_DIRECTIVES = Bound(100, "tags that are declared", "a deck or theme file")
"""Lines `%TAG`, each of which libyaml compares with all before it. No deck needs one."""

ALIASED_VALUES = Bound(200_000, "values from aliases", "a deck or theme file")
"""Values that the aliases of one file stand for, beside those that are written in it. Alias bombs take billions."""

ALIASED_CHARACTERS = Bound(2_000_000, "characters from aliases", "a deck or theme file")
"""Of texts and keys that the aliases of one file stand for: a credit line of 400 on each of 5,000 slides."""

CAUSE_LINES = Bound(10_000, "lines", "the search for what is amiss in YAML")
"""Before the place where the parser gave up. The cause is mostly on that line or the one before."""

MISTAKES = Bound(10_000, "mistakes of one kind", "the report on a deck")
"""Each is some half a kilobyte. Further ones are counted; 50 are shown, unless somebody asks for all."""

WHOLE_DIGITS = Bound(4_300, "digits", "a whole number")
"""Python reads no more, for the time that it takes; what a key takes is mostly far less."""

THEME_CHAIN = Bound(20, "themes, each of which extends the next", "a chain")
"""An office's theme, a department's and an event's are three."""

STYLE_POINTS = Bound(400, "points", "a size in a theme")
"""Texts are tried at each size down to the smallest. The largest page is 595 points high."""

# --- Decks --------------------------------------------------------------------------------------

DECK_SLIDES = Bound(10_000, "slides", "a deck")
"""As they are written. Ten times as many as are measured for docs/performance.md."""

DECK_TEXTS = Bound(200_000, "stretches of text", "a deck")
"""Paragraphs, items and cells, and their parts of other marks. Laid out, each takes up to a millisecond and 2.5 kB."""

DECK_CHARACTERS = Bound(5_000_000, "characters", "a deck")
"""Of all its texts: a thousand on each of 5,000 slides. Laid out, each takes some 6 microseconds and 120 bytes."""

LETTER_MARKS = Bound(30, "marks", "a letter")
"""As Unicode's Stream-Safe Text Format has it (UAX 15, 13). To put them in order takes the square of their number."""

TEXT_CHARACTERS = Bound(1_000_000, "characters", "a text")
"""Of one text: a dozen novels. XML's readers, PowerPoint's among them, give up on ten million."""

# --- Values in texts, and slides of other files ---------------------------------------------------

EXPRESSION_CHARACTERS = Bound(500, "characters", "what stands between `{{` and `}}`")
"""A path of four names and a format has fifty."""

CONDITION_CHARACTERS = Bound(1_000, "characters", "a condition")
"""One with ten comparisons has three hundred."""

CONDITION_DEPTH = Bound(20, "parentheses and `not` within each other", "a condition")
"""People lose track at four."""

VALUE_CHARACTERS = Bound(10_000, "characters", "a value in a text")
"""A long paragraph has a thousand."""

FILLED_CHARACTERS = Bound(2_000_000, "characters from variables", "a deck")
"""As of aliases: a value of 400 on each of 5,000 slides."""

KEPT_TABLE_BYTES = Bound(1_000_000, "bytes", "what is kept of tables between the decks of rows")
"""Their cells take twenty times as much memory, in each process."""

INCLUDE_CHAIN = Bound(10, "files, each of which includes the next", "a chain")
"""A deck, a department's slides and an office's are three."""

INCLUDED_FILES = Bound(200, "included files", "a deck")
"""Each is read once, however often it is included; together they may be as large as one deck."""

VARIABLES_BYTES = Bound(10 * MEGABYTE, "bytes", "a deck's JSON and YAML files of variables")
"""Of all of them together, each read once, however many variables name it: they take up to thirty times as much memory.
Tables have the bounds of tables."""

# --- Tables -------------------------------------------------------------------------------------

TABLE_FILE_BYTES = Bound(50 * MEGABYTE, "bytes", "a table's file")
"""A file of this size is read whole."""

TABLE_FILE_CELLS = Bound(1_000_000, "cells", "a table's file")
"""Of one CSV file, before rows and columns are picked from it."""

TABLE_FILE_LINES = Bound(1_000_000, "lines", "a table's file")
"""Empty ones count, too: their beginnings are kept, so that cells know their places."""

WORKBOOK_PARTS = Bound(10_000, "parts", "a workbook")
"""Sheets, drawings and settings. One of a hundred sheets with a chart each has some five hundred."""

WORKBOOK_PART_BYTES = Bound(200 * MEGABYTE, "unpacked bytes", "a part of a workbook")
"""A sheet of a million cells has 40 MB; of a packed bomb, no more is unpacked than this."""

WORKBOOK_ELEMENTS = Bound(8_000_000, "elements", "a part of a workbook")
"""A cell has two or three: itself, its value and its formula."""

WORKBOOK_PER_BYTE = Bound(3, "elements a byte", "a part of a workbook")
"""Of the whole file, packed: cells that all hold the same have one. A million take some four seconds to read."""

WORKBOOK_SMALL = Bound(1_000_000, "elements", "a part of a small workbook")
"""In whatever file."""

FORMAT_CHARACTERS = Bound(1_000, "characters", "a number format of a workbook")
"""Excel takes 255. Longer ones are passed over."""

DECK_FILE_BYTES = Bound(500 * MEGABYTE, "bytes", "the files of a deck's tables")
"""Of all of its tables together, a file counted each time that it is read."""

TABLE_PLACES = Bound(1_000_000, "places", "a table as it is written")
"""Rows by columns, before any are picked: a cell takes a place in each row and column that it reaches."""

DECK_PLACES = Bound(3_000_000, "places", "the tables of a deck as they are written")
"""Of all of its tables together, a file counted each time it is read: 60 tables that pick from 10,000 rows of five
columns. A million take some four seconds to read and to go through."""

TABLE_CELLS = Bound(50_000, "cells", "a table")
"""Rows by columns as shown: 10,000 rows of five, 4,000 of twelve. Laid out, each takes up to a millisecond and 4 kB."""

TABLE_ROWS = Bound(10_000, "rows", "a table")
"""Of a table as it is shown."""

TABLE_COLUMNS = Bound(50, "columns", "a table")
"""Of a table as it is shown: more than a slide has room for."""

CHART_VALUES = Bound(20_000, "values", "a chart")
"""A mark each: more than a slide has pixels for, in three outputs."""

CHART_SERIES = Bound(100, "series", "a chart")
"""Of more, nobody tells one from another."""

CHART_SAID = Bound(100, "lines, bands and annotations", "a chart")
"""More than a slide has room for. Each is held against all marks; a year has a band for each of its weekends."""

ANNOTATED_VALUES = Bound(100_000, "values times annotations", "a chart")
"""For words at a point some hundred places are held against all marks: a daily line of ten years has room for 27."""

# --- Rows for decks -----------------------------------------------------------------------------

ROWS_FILE_BYTES = Bound(4_000 * MEGABYTE, "bytes", "a file of rows for decks")
"""Read piece by piece: ten million rows of 400 bytes. A workbook is read whole, and has the bound of a table's file."""

ROWS = Bound(10_000_000, "rows", "a file of rows for decks")
"""Ten times as many decks as anybody was heard to make at a time. To read them takes a minute or two."""

ROWS_CHARACTERS = Bound(4_000_000_000, "characters", "a file of rows for decks")
"""Of all its cells: files that say once what stands in many cells are far smaller than that. A disk holds them."""

SHEET_CELLS = Bound(8_000_000, "cells", "a sheet of rows for decks")
"""Empty ones between others count, too. Gone through row by row, some ten seconds' work."""

ROWS_EMPTY_CELLS = Bound(100_000_000, "empty cells", "a file of rows for decks")
"""They take some work, and no room in the file: a short line of JSON has a cell for each key of the lines before it."""

ROWS_EMPTY_FEW = Bound(20_000_000, "empty cells", "a small file of rows for decks")
"""Where they take no room in the file, and so cost more than what is written: some four seconds' work."""

ROWS_PER_BYTE = Bound(50, "characters a byte", "a file of rows for decks")
"""What is packed may hold a text once that stands in each of its cells; where that is honest, it is some of them."""

ROWS_UNPACKED = Bound(200_000_000, "unpacked characters", "a small file of rows for decks")
"""In whatever file: a sheet of 8,000,000 cells has 25 in each."""

ROW_COLUMNS = Bound(20_000, "columns", "a file of rows for decks")
"""More than a spreadsheet has (16,384)."""

ROW_CHARACTERS = Bound(1_000_000, "characters", "a row that a deck is made of")
"""A row is held whole; of its cells, a text shows a hundredth at most."""

PARQUET_GROUP_BYTES = Bound(1_000 * MEGABYTE, "unpacked bytes", "a row group of a Parquet file")
"""As the file says of itself. Programs write groups of some 100 MB."""

PARQUET_MEMORY = Bound(1_000 * MEGABYTE, "bytes of memory", "the process that reads a Parquet file")
"""Beside what it begins with. Pages may unpack to more than the file says of itself; programs write some of 1 MB."""

ROWS_IN_MEMORY = Bound(8 * MEGABYTE, "bytes of memory", "the rows for decks")
"""What is beyond waits in a file: some 50,000 rows of ten short cells are held."""

MANIFEST_LINE_BYTES = Bound(4 * MEGABYTE, "bytes", "a line of a manifest")
"""That of a row with three files and ten warnings has some 2,000; with 12,000 pictures of slides, so many."""

MANIFEST_NAMES = Bound(10_000_000, "rows", "a manifest")
"""As many as a file of rows may have. Each takes some 120 bytes of memory while a run goes on."""

MANIFEST_BYTES = Bound(40_000 * MEGABYTE, "bytes", "a manifest")
"""Ten million rows of 1,000 bytes, checked and built, and as many lines that no longer count."""

MANIFEST_CHARACTERS = Bound(50 * MEGABYTE, "characters of shared paths", "a manifest")
"""Held while a run goes on. Rows of one template share their paths, some 50 of 30 characters each."""

# --- Templates ----------------------------------------------------------------------------------

TEMPLATE_FILE_BYTES = Bound(200 * MEGABYTE, "bytes", "a template")
"""The file is read whole. Of 66 that were looked at the largest has 60 MB, of photos."""

TEMPLATE_PARTS = Bound(10_000, "parts", "a template")
"""Real decks that serve as templates have up to 1,500."""

TEMPLATE_PART_BYTES = Bound(150 * MEGABYTE, "unpacked bytes", "a part of a template")
"""A photo in it; its XML is far smaller. Of a packed bomb, no more is unpacked than this."""

TEMPLATE_BYTES = Bound(600 * MEGABYTE, "unpacked bytes", "a template")
"""Of all of its parts that are read."""

TEMPLATE_ELEMENTS = Bound(2_000_000, "elements", "a template")
"""Of XML, in all parts that are read; each takes some 200 bytes. 90 layouts of a hundred shapes have 300,000."""

TEMPLATE_LAYOUTS = Bound(1_000, "layouts", "a template")
"""The 66 that were looked at have 11 each, the largest 90."""

TEMPLATE_PLACEHOLDERS = Bound(10_000, "placeholders", "a template")
"""Those of a layout counted for each master that lists it; each takes some 13 kB. Ninety layouts have a thousand."""

TEMPLATE_LOOK = Bound(2_000, "elements", "a text style or theme's fill of a template")
"""Elements that are looked at again for each text or shape that is set so: nine levels of a dozen are a hundred."""

TEMPLATE_PIXELS = Bound(2_000_000_000, "pixels", "the pictures of a template that are shown")
"""Each is unpacked: two hundred photos that fill a large screen."""

PATTERN_DOTS = Bound(20_000_000, "dots of patterns", "a layout of a template")
"""Those over a whole page are two thirds of a million. More are not shown."""

TEMPLATE_SHAPES = Bound(10_000, "shapes", "a layout of a template")
"""A skyline drawn in shapes has some hundred."""

TEMPLATE_GUIDES = Bound(10_000, "guides and steps", "the outline of a shape")
"""Traced maps have some thousand."""

# --- Slides -------------------------------------------------------------------------------------

SLIDE_BLOCKS = Bound(2_000, "blocks", "a slide")
"""Those in columns and cells too. A page holds some twenty, and a slide goes on over 1,200."""

PARTS = Bound(1_200, "pages", "a slide")
"""What has no room on one goes on on others: a text of 10,000 words takes some ninety, a table of 10,000 rows 1,112. A
page takes up to a tenth of a second and 100 kB."""

# --- Pictures -----------------------------------------------------------------------------------

PICTURE_BYTES = Bound(200 * MEGABYTE, "bytes", "a picture")
"""A file of this size is read whole, so it must fit in memory with room to spare."""

PICTURE_PIXELS = Bound(120_000_000, "pixels", "a picture")
"""More than the largest cameras of medium format take (102 million); decoded with transparency, 480 MB."""

PICTURE_MEMORY = Bound(850 * MEGABYTE, "bytes of memory", "a picture that is decoded")
"""Estimated before it is. A photo of 102 million pixels is there twice while it is turned, at four bytes a pixel."""

JPEG_SEGMENTS = Bound(10_000, "segments", "a JPEG")
"""As many full ones would be 650 MB; a photo with all that phones and programs add has a few hundred."""

JPEG_SCANS = Bound(100, "scans", "a JPEG")
"""A progressive photo has ten. Decoders go through all of its blocks for each, which may be two bytes in the file."""

PNG_CHUNKS = Bound(100_000, "chunks", "a PNG")
"""Programs that write pixels in small pieces, of 4 kB, need 50,000 for the largest file."""

GIF_BLOCKS = Bound(1_000_000, "blocks", "a GIF")
"""Data come in blocks of at most 255 bytes: the largest file has 800,000 that are full."""

WEBP_CHUNKS = Bound(10_000, "chunks", "a WebP")
"""A photo has a handful, an animation one for each of its pictures."""

TIFF_ENTRIES = Bound(1_000, "entries", "a TIFF's directory")
"""Photos with all that cameras say have about a hundred."""

TIFF_PIECES = Bound(100_000, "strips or tiles", "a TIFF")
"""A strip for each row, of a picture that is far higher than any is."""

DRAWING_BYTES = Bound(10 * MEGABYTE, "bytes", "a drawing")
"""Drawings are text: a detailed map is 3 MB."""

DRAWING_MEMORY = Bound(3_000 * MEGABYTE, "bytes", "the process that draws")
"""Address space; a drawing of 3,200 pixels square with some filters takes 0.3 billion."""

DRAWING_SECONDS = Bound(30, "seconds", "the process that draws")
"""Of processor: a rich drawing takes half a second, and a slow machine ten times as long."""

SLOW_DRAWINGS_SECONDS = Bound(90, "seconds beyond the first three of each", "the drawings of a deck")
"""Of processor, once while it is read and once for each format: ten drawings of 12 seconds each."""

VECTOR_ELEMENTS = Bound(50_000, "elements", "a drawing shown as vectors")
"""Those that are used again counted each time: a plot of ten thousand points has as many. More are shown as pixels."""

VECTOR_STEPS = Bound(200_000, "lines and curves", "a drawing shown as vectors")
"""Each takes some 10 microseconds in each format, 200 bytes while it is read, and time of whoever opens the deck. A
map of the world's borders in detail has 100,000; more are shown as pixels."""

DECK_LINES = Bound(10_000_000, "elements, lines and curves", "the drawings of a deck")
"""Of all of its drawings together, one counted each time that it is shown: a hundred detailed maps of the world."""

VECTOR_CHARACTERS = Bound(20 * MEGABYTE, "characters of attributes", "a drawing shown as vectors")
"""Those of elements that are used again counted each time."""

SELECTOR_CHARACTERS = Bound(200_000, "characters of selectors", "a drawing shown as vectors")
"""Of all its style sheets. Programs write a class for each look, some hundred; each takes hundreds of bytes."""

STYLES_TRIED = Bound(500_000, "rules tried", "a drawing shown as vectors")
"""Rules of style sheets that might be those of an element, once for each element that is looked at for them."""

GRADIENT_STOPS = Bound(256, "colours", "a gradient of a drawing shown as vectors")
"""As many as a scale of colours that is drawn from a table of them."""

XML_ELEMENTS = Bound(200_000, "elements", "a drawing or a packet of rights")
"""A map of all the world's borders in detail has some 5,000."""

PROFILE_BYTES = Bound(4 * MEGABYTE, "bytes", "a colour profile")
"""Colour profiles of printing presses are the largest: 0.5 to 2.5 MB."""

RIGHTS_BYTES = Bound(1 * MEGABYTE, "bytes", "a packet of rights")
"""An XMP packet of 1 MB is read in 20 ms; those with rights and nothing else are 2 kB."""

CONVERTED_BYTES = Bound(128 * MEGABYTE, "bytes", "the store of converted pictures")
"""Converted pictures that are kept for the next format: about forty photos of a phone."""

# --- Paths and outputs ---------------------------------------------------------------------------

PATH_BYTES = Bound(4_096, "bytes", "a path")
"""Linux's own limit (PATH_MAX); no other system has files with longer paths in practice."""

PATH_LINKS = Bound(40, "links", "a path")
"""Links that lead from one to the next: Linux's own limit, behind which it calls them a circle."""

RECORD_BYTES = Bound(4 * MEGABYTE, "bytes", "the record of what was built")
"""A file takes about a hundred bytes of it."""

OUTPUT_BYTES = Bound(8_000 * MEGABYTE, "bytes", "an output that is to be replaced")
"""A file is read to see whether it was edited. A thousand photos of a large camera make two billion."""

# --- Fonts --------------------------------------------------------------------------------------

FONT_FILES = Bound(10_000, "font files", "a machine")
"""Those that are looked at when a glyph is missing, 0.2 ms each; whoever draws letters has some thousand."""

FONT_FOLDER_FILES = Bound(100_000, "files", "a folder of fonts")
"""Names that are looked at for font files: somebody may name the root of the file system."""

FONT_FACES = Bound(256, "faces", "a collection of fonts")
"""The largest, Noto Sans CJK of all weights and languages, has 63."""

FONT_BYTES = Bound(200 * MEGABYTE, "bytes", "the font files of a family")
"""Those of a theme, which are held. The largest collection, Noto Sans CJK of all weights, has 120 MB."""

FONT_FAMILY_FILES = Bound(64, "files", "a family of a theme")
"""Nine weights, each upright and italic, are 18."""

FONT_NAME_CHARACTERS = Bound(100, "characters", "the family name of an installed font")
"""Windows knows 31, and the longest of Google's families has 40."""

FONT_STEPS = Bound(500_000, "lines and curves", "what a deck draws in fonts with PostScript outlines")
"""Each becomes up to thirty of TrueType's for a PDF, in up to 0.1 milliseconds. A Chinese sign has 55: of ten thousand
different ones no deck is made."""

# --- Messages and help --------------------------------------------------------------------------

MESSAGE_CHARACTERS = Bound(500, "characters", "a message, a note or a help")
"""Once control characters are escaped. The longest that quotes no text without end has 210."""

MESSAGE_NOTES = Bound(4, "notes", "a message")
"""No message has more than one; plug-ins may report their own."""

EXCERPT_CHARACTERS = Bound(480, "characters", "a line that a message shows")
"""Three for each of the 160 columns: letters with a mark or two each, as in scripts that need them."""

FILE_NAME_CHARACTERS = Bound(4_096, "characters", "a file's name in a message for programs")
"""Linux opens no longer paths (PATH_MAX)."""

# --- Revisions ----------------------------------------------------------------------------------

REVISION_FILES = Bound(100_000, "files", "a project at a revision of git")
"""All of them are written into a folder for the time of `deckmaker diff`: 100,000 small ones take half a minute."""

REVISION_PATHS = Bound(20_000_000, "bytes of paths", "a project at a revision of git")
"""Of files and folders: those of Linux have 4 million. A thousand folders in each other lengthen all in the last."""

REVISION_BYTES = Bound(4_000_000_000, "bytes", "a project at a revision of git")
"""Room that most folders for passing files have."""

GIT_SECONDS = Bound(180, "seconds", "git, each time that it is run")
"""Of the clock: it may wait for what a repository says to be part of it. Writing out 4 GB takes a minute."""

GIT_MEMORY = Bound(3_000 * MEGABYTE, "bytes", "git, each time that it is run")
"""Of its own, beside the files of a repository, which it reads in place: it holds two states of a large file."""

SNAPSHOT_FILES = Bound(10_000, "files", "a project that is sent to machines without it")
"""Sent once to each of them, and unpacked there: beside the pictures of a project, some hundred."""

SNAPSHOT_BYTES = Bound(256 * MEGABYTE, "bytes", "a project that is sent to machines without it")
"""Held in memory while it is sent, by the scheduler for as long as the run takes. Fifty photos of a large camera."""

CARRIED_BYTES = Bound(1_000 * MEGABYTE, "bytes", "an answer of a worker")
"""Outputs of ten decks on their way to who asked for them, held by three processes at once."""

NAMES_COMPARED = Bound(1_000_000, "pairs of names", "the search for slips in a table or in a deck's sources")
"""The search ends: what may be a slip is then a name of its own. Of a deck's sources that is said."""

LICENSES_COMPARED = Bound(10_000, "licences", "the search for slips in a deck's licences")
"""Different ones. Each is compared with some seventy, which takes a third of a millisecond."""

FILES_LOOKED_AT = Bound(20_000, "files", "a project")
"""Files among which one that a deck names wrongly is looked for; no message, the search ends."""

NEAR_LETTERS = Bound(120, "letters", "a name with a slip")
"""Longer words are no slips of each other that anybody would see."""

COMPARISONS = Bound(2_000_000, "comparisons", "the help about one deck")
"""A word with a word, a letter with a letter: two seconds' work, and a thousand slips among a thousand names."""
