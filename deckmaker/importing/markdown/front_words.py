"""Words of the front matter, which are Markdown, to what the keys of a deck may hold: marks, or the words alone."""

from __future__ import annotations

from deckmaker.importing.markdown.front_matter import FrontMatter
from deckmaker.importing.markdown.inline import InlineReader
from deckmaker.importing.markdown.reading import read_words
from deckmaker.importing.markdown.told import Told
from deckmaker.importing.markdown.words import Words
from deckmaker.importing.marks import escaped

_MARKED = ("title", "subtitle")
"""Keys whose texts have marks."""

_PLAIN = ("author", "date", "footer")


def keys_of_deck(front: FrontMatter, told: Told) -> dict[str, str]:
    """Return the keys of a deck that the front matter gives.

    Pandoc and Quarto show all of these as Markdown. Marp and Slidev do so with a footer alone: what else they are told
    they show nowhere, or as it is typed.
    """
    is_typed = front.is_marp or front.is_slidev
    found = dict(front.keys)
    for key, value in front.keys.items():
        if key in _MARKED:
            found[key] = escaped(value) if is_typed else _read(value, told, has_marks=True)
        elif key == "footer" or (key in _PLAIN and not is_typed):
            found[key] = _read(value, told, has_marks=False)
    return {key: value for key, value in found.items() if value}


def _read(text: str, told: Told, has_marks: bool) -> str:
    """Return Markdown on one line, with a deck's marks or without any, where links have their addresses behind them."""
    node, footnotes = read_words(text)
    reader = InlineReader(footnotes, told)
    words = reader.read(node) if has_marks else Words()
    line = words.line if has_marks else reader.plain(node.children[0].children, words)
    if any(words.comments):
        told.tell(None, "comments are left out", "write what the presenter needs under `notes`")
    return line
