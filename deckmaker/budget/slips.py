"""How long what was mistyped is looked for."""

from __future__ import annotations

from deckmaker.budget.bound import Bound

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
