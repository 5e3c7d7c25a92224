"""What stands for texts may come to: variables and conditions, and slides of other files."""

from __future__ import annotations

from deckmaker.budget.bound import MEGABYTE, Bound

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
