"""The words of the page's own interface: in the deck's language, all of them, as data that can become no markup."""

from __future__ import annotations

import json
import re

import pytest

from deckmaker.render.html.interface_words import PARTS, interface_words, words_element
from deckmaker.render.html.scripts import own_scripts
from deckmaker.render.pptx.prompts import PROMPTS
from tests.render.html.decks import tree


@pytest.mark.parametrize(
    ("language", "word"),
    [
        ("en-GB", "Next slide"),
        ("de-AT", "Nächste Folie"),
        ("fr", "Diapositive suivante"),
        ("es-MX", "Diapositiva siguiente"),
        ("zh-CN", "下一张幻灯片"),
        ("zh-TW", "下一張投影片"),
        ("zh-Hant-MO", "下一張投影片"),
        ("fi", "Next slide"),
    ],
)
def test_words_are_in_the_decks_language(language: str, word: str) -> None:
    """Where it has none of its own, in English."""
    assert interface_words(language)["next"] == word


@pytest.mark.parametrize("part", PARTS)
def test_every_language_has_every_word(part) -> None:
    """All languages that the prompts of presentations have, and each the same words, with the same numbers in them."""
    assert {*part, "zh-hk", "zh-mo", "zh-tw"} == {*PROMPTS, "en"}
    for words in part.values():
        assert words.keys() == part["en"].keys()
        assert all(words.values())
        for name, word in words.items():
            assert sorted(re.findall(r"\{\w+\}", word)) == sorted(re.findall(r"\{\w+\}", part["en"][name])), word


def test_no_name_has_two_words() -> None:
    """The parts share one object in the page."""
    names = [name for part in PARTS for name in part["en"]]
    assert len(names) == len(set(names))


def test_every_word_has_a_script_that_says_it() -> None:
    """By its name, or as the name of a key, a group or a command, which are put together or in quotes."""
    scripts = own_scripts()
    for name in interface_words("en"):
        assert re.search(rf"\b{name}\b", scripts) or name.startswith("key"), name


def test_every_word_that_a_script_says_is_there() -> None:
    """As `DeckWords.name`."""
    said = set(re.findall(r"DeckWords\.(\w+)", own_scripts()))
    assert said
    assert said <= interface_words("en").keys()


def test_the_page_carries_them_as_data() -> None:
    """What is read back from the page is what was meant; nothing in it could end the element."""
    (data,) = tree("showcase").xpath("//script[@id='deck-words']")
    assert data.get("type") == "application/json"
    assert json.loads(data.text) == interface_words("en")
    for language in PROMPTS:
        assert words_element(language).count("<") == 2
