"""Pandoc's title block: title, authors and date behind `%`, on the first lines of a file.

Source: Pandoc's manual, "Extension: pandoc_title_block".
"""

from __future__ import annotations

from deckmaker.patterns import pattern

_FIELD = pattern(r"%(?:[ \t].*)?(?:\n[ \t]+\S.*)*(?:\n|\Z)")
_KEYS = ("title", "author", "date")


def without_title_block(text: str) -> tuple[dict[str, str], str]:
    """Return what a title block says, by the keys of front matter, and the file with empty lines in its place. Without
    one, there are no keys."""
    found: dict[str, str] = {}
    at = 0
    for key in _KEYS:
        field = _FIELD.match(text, at)
        if not field:
            break
        lines = [one.strip() for one in field[0].removeprefix("%").split("\n")]
        found[key] = (", " if key == "author" else " ").join(filter(None, lines))
        at = field.end()
    found["author"] = ", ".join(filter(None, map(str.strip, found.get("author", "").split(";"))))
    said = {key: value for key, value in found.items() if value}
    return (said, "\n" * text.count("\n", 0, at) + text[at:]) if said else ({}, text)
