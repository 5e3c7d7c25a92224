"""What a presentation may have changed, to be written into its deck."""

from __future__ import annotations

from deckmaker.budget.bound import Bound

MERGED_PIECES = Bound(6_000, "words and signs", "a text that was changed in a presentation")
"""Of both states together: they are held against each other, which takes their product in time."""

MERGED_STEPS = Bound(40_000_000, "steps", "a text that was changed in a presentation")
"""What it takes to find what both states have in common where words come often. Of a text of 1,400 words with 35
changes it takes 32,000,000; these take some five seconds."""

MERGED_CHANGES = Bound(2_000, "changes", "a presentation to merge")
"""Texts and rows of tables that were changed, added or removed; a talk of 60 slides that was gone through has 200."""

MERGED_SIGNS = Bound(2_000_000, "signs of likely texts", "a presentation to merge")
"""Texts of a deck that a changed one is held against, sign by sign, where none reads as it did. A talk of 60 slides
with 200 such changes takes 600,000; these take some eight seconds."""

MERGED_SLIDES = Bound(2_400, "slides built", "a presentation to merge")
"""Where what was changed does not fit as a whole, parts of it are tried, and each try builds all slides: first of what
changed on slides, then of which slides came, went and moved. These take some seven seconds; a talk of 60 slides has 40
tries."""
