"""The severities that a deck sets, read whatever else is wrong in it."""

from __future__ import annotations

from deckmaker.diagnostics import CATALOGUE, Diagnostics, Severity
from deckmaker.diagnostics.edit import respelled
from deckmaker.diagnostics.levels import FIXED, LEVELS, code_help, is_lowered, needs_reason
from deckmaker.source import DataPath, Tree


def read_levels(tree: Tree, diagnostics: Diagnostics) -> dict[str, Severity]:
    """Return the severities under `severity`, by codes; report those that cannot be, or that lack their reason.

    What is no level is left to validation.
    """
    written = tree.data.get("severity") if isinstance(tree.data, dict) else None
    levels = {}
    for code, entry in written.items() if isinstance(written, dict) else ():
        here: DataPath = ("severity", code)
        word, said = entry, False
        if isinstance(entry, dict):
            # A reason under another key, or an empty one, is a mistake of its own.
            word, said, here = entry.get("level"), len(entry) > 1, (*here, "level")
        level = LEVELS.get(word) if isinstance(word, str) else None
        if code not in CATALOGUE:
            span = tree.key_span(("severity", code))
            help = code_help(code)
            edits = respelled(span, code, help, CATALOGUE)
            diagnostics.report("unknown-code", f"no code `{code}`", span, help, edits=edits)
        elif level and is_lowered(code, level):
            span = tree.value_span(here)
            help = "mend the mistake itself, and remove this line"
            diagnostics.report("fixed-severity", f"`{code}` is always an error", span, help, (FIXED,))
        elif level:
            levels[code] = level
            if not said and needs_reason(code, level):
                message = f"`{code}` is `{level.value}` here, and nothing says why"
                help = f"say why, as in `{{level: {level.value}, reason: permission of A. Lind}}`"
                diagnostics.report("missing-reason", message, tree.value_span(here), help)
    return levels
