"""What an author writes by hand may hold: decks, themes and settings, as YAML."""

from __future__ import annotations

from deckmaker.budget.bound import Bound

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
"""Of texts and keys that the aliases of one file stand for: a credit line of 400 on each of 5,000 slides. What follows
works on each as on one that is written out."""

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

THEME_POINTS = Bound(4_032, "points", "a length in a theme")
"""The side of PowerPoint's largest page: nothing on a page is longer, and what is far longer makes decks no end."""

THEME_LINE = Bound(400, "points", "the thickness of a line in a theme")
"""PowerPoint's have up to 1,584 points, and some are drawn thicker than the theme has them. Honest ones have ten."""

THEME_SIZES = Bound(10, "times the size of its text", "a space in a theme")
"""Between paragraphs, rows and columns of tables, for instance. Built-in themes have up to 1.6."""
