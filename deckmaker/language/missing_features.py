"""Words that are no keys of decks, though somebody may look for them: what is to come, and what is written otherwise.

A line for each. One of `TO_COME` goes when its block comes; a kind of block that another package offers comes first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from deckmaker.language.chart_guesses import chart_guess


class ToCome(NamedTuple):
    """A key that is still to come: what it is called, what else other tools call it, and what to write meanwhile."""

    what: str
    others: tuple[str, ...]
    meanwhile: str


TO_COME = {
    "sankey": ToCome(
        "a diagram whose arrows are as wide as what flows", (), "make an SVG of it, and show that as `image`"
    ),
}
"""By key."""

_HTML = "text and blocks are all that a deck holds, so that every output shows them"
_LOOKS = "looks come from the `theme` and the `layout`"
_MOVES = "slides do not move; with `incremental: true`, items of lists appear one by one"
_COLUMNS = "write `columns:`, a list, with each column behind a `- `"
_STRESS = "put what is to be stressed between `**` and `**`"
_FOUR = "write `grid: {across: 2, cells: […]}`, each cell with a `heading` and `bullets`"
_DASHED = "lines of charts are not dashed: say in its name what a series is, and mark a forecast's time with `bands:`"
_DASHES = ("dash", "dashed", "dashes", "linestyle", "line_style")
_MEDIA = "outputs hold no film and no sound; link to it in a `text`"

OTHERWISE = {
    "animate": _MOVES,
    "animated": _MOVES,
    "animation": _MOVES,
    "animations": _MOVES,
    "audio": _MEDIA,
    "background-color": _LOOKS,
    "bibliography": "write each source under `sources`, by a key, as in `sources: {board: {title: …, url: …}}`",
    "cite": "name a source of the deck, as in `credit: {source: …}`",
    "color": _LOOKS,
    "colors": _LOOKS,
    "colour": _LOOKS,
    "colours": _LOOKS,
    "css": _LOOKS,
    "font": _LOOKS,
    "gantt": "write it as `timeline`, with `scale: time` above its `events:`",
    "highlight": _STRESS,
    "html": _HTML,
    "iframe": _HTML,
    "institute": "write it behind the name, as in `author: A. Lind, Port Authority`",
    "javascript": _HTML,
    "js": _HTML,
    "left": _COLUMNS,
    "links": 'write each as a bullet, as in `bullets: ["[words](https://…)"]`',
    "organization": "write it behind the name, as in `author: A. Lind, Port Authority`",
    "matrix": _FOUR,
    "quadrants": _FOUR,
    "references": "write `credits: {where: end}` above `slides:`, and the list of all credits ends the deck",
    "right": _COLUMNS,
    "risk-matrix": _FOUR,
    "risk_matrix": _FOUR,
    "script": _HTML,
    "style": _LOOKS,
    "swot": _FOUR,
    "timing": "write it into the `notes`",
    "transition": _MOVES,
    "transitions": _MOVES,
    "two-columns": _COLUMNS,
    "two_columns": _COLUMNS,
    "video": _MEDIA,
}
"""How to write what decks have under no key of that name; a key of the place that is meant comes first."""

_OF_PLACES: Mapping[str, Callable[[list[str]], bool]] = {
    "references": lambda known: "sources" in known,
    **dict.fromkeys(("color", "colour"), lambda known: "series" in known),
    **dict.fromkeys(("left", "right", "two-columns", "two_columns"), lambda known: "columns" not in known),
}
"""Words that mean something else in some places, by the keys of which these are known."""

_NAMES: Mapping[str, str] = {word: key for key, one in TO_COME.items() for word in (key, *one.others)}


def to_come(word: str) -> ToCome | None:
    """Return what is still to come under a word, None where nothing is known of it."""
    key = _NAMES.get(word.lower())
    return TO_COME[key] if key else None


def written_otherwise(word: str, value: Any, known: list[str]) -> str | None:
    """Return how to write what a word stands for elsewhere, given its value and the keys of its place."""
    word = word.lower()
    if word == "figures" and "images" in known and isinstance(value, list) and value:
        return "did you mean `images`?" if all(isinstance(one, str) for one in value) else None
    if word in _DASHES:
        return "write `line: dashed`" if "line" in known else _DASHED if {"values", "y"} & {*known} else None
    if "categories" in known and (found := chart_guess(word, value, known)):
        return found
    if word in _OF_PLACES and _OF_PLACES[word](known):
        return None
    return OTHERWISE.get(word)
