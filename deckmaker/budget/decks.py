"""What a deck may hold, and each of its slides."""

from __future__ import annotations

from deckmaker.budget.bound import MEGABYTE, Bound

DECK_SLIDES = Bound(10_000, "slides", "a deck")
"""As they are written. Ten times as many as are measured for docs/performance.md."""

DECK_TEXTS = Bound(200_000, "stretches of text", "a deck")
"""Paragraphs, items and cells, each counted anew where its marks change: twenty on each of 10,000 slides. Laid out, a
short one takes up to a millisecond and 2.5 kB."""

DECK_AGENDA_NAMES = Bound(2_000, "names of sections", "the agendas of a deck")
"""Forty-four agendas of forty-four sections. Each shows all of them for two words in the deck; laid out, a name takes
some six milliseconds."""

DECK_CHARACTERS = Bound(5_000_000, "characters", "a deck")
"""Of all its texts: a thousand on each of 5,000 slides. Laid out, each takes some 6 microseconds and 120 bytes."""

LETTER_MARKS = Bound(30, "marks", "a letter")
"""As Unicode's Stream-Safe Text Format has it (UAX 15, 13), and no language needs more. To put them in order, as
its normal forms do, takes the square of their number."""

TEXT_CHARACTERS = Bound(1_000_000, "characters", "a text")
"""Of one text: a dozen novels. XML's readers, PowerPoint's among them, give up on ten million."""

DECK_CODE = Bound(100_000, "characters", "the code with colours of a deck")
"""Of all of its code whose language is said."""

DECK_FORMULA_PARTS = Bound(20_000, "parts", "the formulas of a deck")
"""Letters, numbers, signs, and what holds them. A lecture of 100 slides, with 40 in the formula of each, has 4,000."""

DECK_EDGES = Bound(1_500, "arrows", "the diagrams of a deck")
"""Each is led around boxes at several sizes of their words; sixty take up to half a second. A hundred slides
with a diagram of fifteen arrows have as many."""

DECK_EVENTS = Bound(2_000, "events", "the timelines of a deck")
"""Each is set at several sizes, side by side and below one another: up to fifteen milliseconds. A hundred slides with a
timeline of twenty events have as many."""

DECK_STEPS = Bound(3_000, "steps", "the processes of a deck")
"""Each is set at several sizes, side by side, below one another and in two columns: two milliseconds, nine where
their slide goes on on others. Six hundred slides with a process of five steps have as many."""

DECK_FIGURES = Bound(5_000, "figures", "the key figures of a deck")
"""Each is set at several sizes, in several rows: three milliseconds, eight in columns that go on on other slides. Eight
hundred slides with six of them have as many."""

FORMULA_CHARACTERS = Bound(2_000, "characters", "a formula")
"""A page of mathematics has fewer; it has to have room on a slide."""

FORMULA_EXPANSIONS = Bound(100, "uses of its own commands", "a formula")
"""Of commands that it defines itself, which may hold each other and double at each step."""

FORMULA_PARTS = Bound(1_500, "parts", "a formula")
"""Letters, numbers, signs, and what holds them. To draw so many takes a second."""

FORMULA_DEPTH = Bound(40, "parts within each other", "a formula")
"""A continued fraction of twelve levels has thirty. What draws them goes through the inner ones once for each."""

CODE_FILE_BYTES = Bound(MEGABYTE, "bytes", "a file of code")
"""A file of this size is read whole, also where a slide shows ten lines of it: it has some 25,000."""

CODE_LINES = Bound(10_000, "lines", "a code")
"""As many as a table has rows: some 500 pages. Laid out, each takes some two milliseconds."""

CODE_PART = Bound(2_000, "characters", "code that is read at once for its colours")
"""Twenty lines that are as long as slides are wide. What reads them are patterns of others, of which some may take the
square of the length (at this one, less than a second): longer code is read part by part."""

SLIDE_BLOCKS = Bound(2_000, "blocks", "a slide")
"""Those in columns and cells too. A page holds some twenty, and a slide goes on over 1,200."""

PARTS = Bound(1_200, "pages", "a slide")
"""What has no room on one goes on on others: a text of 10,000 words takes some ninety, a table of 10,000 rows 1,112. A
page takes up to a tenth of a second and 100 kB."""
