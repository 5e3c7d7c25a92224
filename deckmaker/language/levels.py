"""The severities that a deck sets, read whatever else is wrong in it."""

from __future__ import annotations

from deckmaker.diagnostics import CATALOGUE, Diagnostics, Severity
from deckmaker.diagnostics.levels import FIXED, LEVELS, code_help, is_lowered
from deckmaker.source import Tree


def read_levels(tree: Tree, diagnostics: Diagnostics) -> dict[str, Severity]:
    """Return the severities under `severity`, by codes; report codes that there are not or that cannot be lowered.

    What is no level is left to validation.
    """
    written = tree.data.get("severity") if isinstance(tree.data, dict) else None
    levels = {}
    for code, word in written.items() if isinstance(written, dict) else ():
        level = LEVELS.get(word) if isinstance(word, str) else None
        if code not in CATALOGUE:
            span = tree.key_span(("severity", code))
            diagnostics.report("unknown-code", f"no code `{code}`", span, code_help(code))
        elif level and is_lowered(code, level):
            span = tree.value_span(("severity", code))
            help = "mend the mistake itself, and remove this line"
            diagnostics.report("fixed-severity", f"`{code}` is always an error", span, help, (FIXED,))
        elif level:
            levels[code] = level
    return levels
