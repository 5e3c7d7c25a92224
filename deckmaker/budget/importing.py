"""What is imported may hold: files of other tools."""

from __future__ import annotations

from deckmaker.budget.bound import Bound

MARKDOWN_BYTES = Bound(2 * 1024 * 1024, "bytes", "a Markdown file to import")
"""A talk of 100 slides has 50 kB, a book of 700 pages 1.5 MB."""

MARKDOWN_LEVELS = Bound(60, "levels", "a Markdown file to import")
"""Lists, quotations and marks inside one another. A deck's lists have nine."""

REPEATED_CHARACTERS = Bound(200_000, "characters", "what a Markdown file repeats")
"""Of footnotes, and of addresses that have a name, to which several texts refer: each has them written out."""

MARKDOWN_BRACKETS = Bound(100_000, "opening brackets", "a Markdown file to import")
"""Each may begin a link, which is looked for: some 20 to 100 microseconds. A book of 700 pages with ten links on each
has 7,000."""

MARKDOWN_EMPHASIS = Bound(400_000, "signs of emphasis", "a Markdown file to import")
"""Each `*` and `_` is looked at by itself, in 25 microseconds and a kilobyte of memory. A book of 300,000 words has a
fifth of them in bold with as many."""

MARKDOWN_BARS = Bound(100_000, "vertical bars", "a Markdown file to import")
"""Each may begin a cell of a table, which takes two kilobytes. A book with a hundred tables of 40 rows of eight has
a third as many."""
