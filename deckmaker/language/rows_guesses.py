"""What people type who look for a deck for each row of a table, and how that is written here."""

from __future__ import annotations

from typing import Any

from deckmaker.diagnostics.near import did_you_mean

_FOR_EACH = ("batch", "each", "for_each", "foreach", "loop", "mail_merge", "mailmerge", "merge", "records", "repeat")
"""Words of mail merge and of templates."""

_AS_OPTION = {
    "limit": "--limit 3",
    "most": "--limit 3",
    "head": "--limit 3",
    "first": "--limit 3",
    "sample": "--sample 3",
}
"""Keys that are options of the command, since they are tried out and not kept."""

_MEANT = {
    **dict.fromkeys(("as", "filename", "filenames", "names", "output", "outputs", "pattern", "save_as"), "name"),
    **dict.fromkeys(("condition", "if", "only", "when"), "where"),
}

TABLE_ON_A_SLIDE = (
    "it takes a file, as in `rows: regions.csv`; a table that stands on a slide is written there, as `table: {rows: …}`"
)
CONDITION = 'write a condition in quotes, as in `where: "{{ sales }} > 0"`'


def rows_guess(word: str, value: Any, known: list[str]) -> str | None:
    """Return how to write what an unknown key of a deck, or of its `rows`, is taken for; None of most."""
    if "slides" in known:
        if word == "body":
            return "write it on a slide, below `slides:`, as `text`"
        if word in ("data", "values") and not _is_file(value):
            return did_you_mean("variables")
        return did_you_mean("rows") if word in _FOR_EACH else None
    if "skip" in known and "name" in known and "columns" not in known:
        if option := _AS_OPTION.get(word):
            return f"say it when you build, as in `deckmaker build {option}`"
        return did_you_mean(_MEANT[word]) if word in _MEANT else None
    return None


def _is_file(value: Any) -> bool:
    return isinstance(value, str) or (isinstance(value, dict) and "file" in value)
