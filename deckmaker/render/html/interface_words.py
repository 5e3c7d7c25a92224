"""The words of the page's own interface, in the languages that deckmaker knows words of. Knows no page.

Each part of the interface has its table in a module of its own, by language and by the name that its script calls.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from deckmaker.localization.lookup import looked_up
from deckmaker.render.html import words_keys, words_read, words_speaker
from deckmaker.render.html.markup import Html, raw_element
from deckmaker.text.bidi import runs_right_to_left

PARTS: tuple[Mapping[str, Mapping[str, str]], ...] = (
    words_keys.WORDS,
    words_read.WORDS,
    words_speaker.WORDS,
)

_TRADITIONAL = ("zh-hk", "zh-mo", "zh-tw")
"""Tags of places where Chinese is written in the traditional way."""


def interface_words(language: str) -> dict[str, str]:
    """Return all words by name, in a language, a BCP 47 tag: English where others are not known."""
    found: dict[str, str] = {}
    for words in PARTS:
        found |= looked_up({**words, **dict.fromkeys(_TRADITIONAL, words["zh-hant"])}, language)
    return found


def words_element(language: str) -> Html:
    """Return the words as data in the page, whose id is `deck-words`; it says which way they run."""
    words = interface_words(language)
    data = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    turned = runs_right_to_left(words["next"])  # not the deck's own way: words for it may be known in English alone
    return raw_element(
        "script", data, {"type": "application/json", "id": "deck-words", "dir": "rtl" if turned else None}
    )
