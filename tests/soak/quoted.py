"""Decks in which a mistake is about a text that nobody would print: its messages stay readable, in every form."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml
from hypothesis import strategies as st

from deckmaker.budget.messages import EXCERPT_CHARACTERS, FILE_NAME_CHARACTERS, MESSAGE_CHARACTERS, MESSAGE_NOTES
from deckmaker.diagnostics import CATALOGUE, Diagnostic
from deckmaker.diagnostics.catalogue.code import DeckExample
from deckmaker.diagnostics.printer import full, github, json_line, short
from deckmaker.diagnostics.printer.excerpt import WIDEST
from tests.projects import Project
from tests.quick_yaml import SafeLoader

TEXTS = 2 + MESSAGE_NOTES.most
"""A message, its help and its notes."""

LABELS = 300
"""Characters of code, place, frame and colours around them."""

_PEOPLE = (TEXTS + 1) * MESSAGE_CHARACTERS.most + EXCERPT_CHARACTERS.most + WIDEST + LABELS  # one for the file's name
LONGEST = {
    "full": _PEOPLE,
    "short": 3 * MESSAGE_CHARACTERS.most + LABELS,
    "json": 12 * (TEXTS * MESSAGE_CHARACTERS.most + FILE_NAME_CHARACTERS.most) + LABELS,  # as "\\ud83d\\ude00"
    "github": TEXTS * (MESSAGE_CHARACTERS.most + 10) + 10 * FILE_NAME_CHARACTERS.most + LABELS,  # as \\U000e0001
}
"""The most characters of a message, by its form. A program's has the file's whole name."""

HOSTILE = {
    "long": "n",
    "marks": "\u0301",
    "controls": "\x1b",
    "tags": "\U000e0041",
    "percent": "%",
    "wide": "漢",
    "emoji": "👩",
    "words": "night noise ",
    "signs": "[^a](javascript:b) `c` ",
    "lines": "a\n",
}
"""What a text is made of, by what it would do to a message."""


class QuotedDeck(NamedTuple):
    """A deck as it is written, whose mistakes quote."""

    content: str


def check_quoted(deck: QuotedDeck, project: Project) -> None:
    """Fail where a message of a deck is longer than its form may be."""
    _, diagnostics = project.read(deck.content)
    for one in diagnostics:
        check_lengths(one)


def check_lengths(one: Diagnostic) -> None:
    """Fail where a message is longer than its form may be."""
    forms = {"full": full(one), "short": short(one), "json": json_line(one), "github": github(one)}
    for name, text in forms.items():
        assert len(text) <= LONGEST[name], f"{name}: {len(text)} characters of {one.code}: {text[:300]}"


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every key and every text; a key's ends with None."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key, None)
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*path, index))
    else:
        yield path


def replaced(value: Any, path: tuple[Any, ...], text: str) -> Any:
    """Return a value with the text, or the key, at a path replaced."""
    if not path:
        return text
    first, *rest = path
    if rest == [None]:
        return {(text if key == first else key): inner for key, inner in value.items()}
    if isinstance(value, dict):
        return {key: replaced(inner, tuple(rest), text) if key == first else inner for key, inner in value.items()}
    return [replaced(inner, tuple(rest), text) if index == first else inner for index, inner in enumerate(value)]


def _loaded(code: str) -> Any:
    try:
        return yaml.load(str(CATALOGUE[code].example), SafeLoader)
    except yaml.YAMLError:  # the codes about YAML itself
        return None


EXAMPLES = {
    code: data
    for code, known in CATALOGUE.items()
    if isinstance(known.example, DeckExample) and isinstance(data := _loaded(code), dict)
}
"""The decks that lead to a mistake, as data."""


def quoted(code: str, path: tuple[Any, ...], hostile: str, length: int, flow: bool = False) -> QuotedDeck:
    """Return the deck that leads to a code, with a text of that length at a path, perhaps all on one line."""
    sign = HOSTILE[hostile]
    data = replaced(EXAMPLES[code], path, (sign * length)[:length])
    how = {"default_flow_style": True, "width": 10**9} if flow else {}
    return QuotedDeck(yaml.safe_dump(data, allow_unicode=True, sort_keys=False, **how))


@st.composite
def quoted_decks(draw: st.DrawFn) -> QuotedDeck:
    """Draw a deck with a mistake, and a text without end somewhere in it."""
    code = draw(st.sampled_from(sorted(EXAMPLES)))
    path = draw(st.sampled_from(list(places(EXAMPLES[code]))))
    length = draw(st.sampled_from([100, 600, 5_000, 100_000]))
    return quoted(code, path, draw(st.sampled_from(sorted(HOSTILE))), length, draw(st.booleans()))
