"""Codes about what decks use again: variables."""

from __future__ import annotations

from deckmaker.budget import EXPRESSION_CHARACTERS, VALUE_CHARACTERS, VARIABLES_BYTES
from deckmaker.diagnostics.catalogue.code import Code, DeckExample, E

REUSE = {
    "unknown-variable": Code(
        E,
        "A text names a variable, a row, a column or a key that there is not.",
        "Use one that help names, add it under `variables`, or write `\\{{` where the signs themselves are meant.",
        DeckExample("""\
title: Night noise
variables: {nights: 212}
slides:
  - title: On {{ night }} nights it was too loud
"""),
    ),
    "variable-syntax": Code(
        E,
        "What stands between `{{` and `}}` is no name and no format that there is, or the `}}` is missing. It may have "
        f"{EXPRESSION_CHARACTERS.limit} at most.",
        "Write names parted by points, and behind a bar a format such as `,.0f`, or `default` and a text in quotes.",
        DeckExample("""\
title: Night noise
variables: {nights: 212}
slides:
  - title: On {{ nights | upper }} nights it was too loud
"""),
    ),
    "unusable-variable": Code(
        E,
        "A value cannot be shown so: it is empty, a whole row or table, no number where a format of numbers is asked "
        f"for, or longer than {VALUE_CHARACTERS.limit}. Or a file of variables cannot be read, or has more than "
        f"{VARIABLES_BYTES.limit}.",
        "Name the cell that is meant, say what stands for an empty value, or mend the file.",
        DeckExample("""\
title: Night noise
variables: {nights: n/a}
slides:
  - title: On {{ nights | ,.0f }} nights it was too loud
"""),
    ),
}
