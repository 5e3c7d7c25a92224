"""Our own decks against themselves and each other, in every form."""

from __future__ import annotations

import json
from functools import cache
from itertools import product

import pytest
from jsonschema import Draft202012Validator

from deckmaker.comparison.comparing import compare
from deckmaker.comparison.facts import DeckFacts
from deckmaker.comparison.json_form import json_of
from deckmaker.comparison.page.page import comparison_page
from deckmaker.comparison.text_form import text_of
from tests.comparison.facts import described
from tests.projects import DECKS, ROOT

NAMES = [path.name for path in DECKS]


@cache
def facts(name: str) -> DeckFacts:
    """Return what one of our decks says."""
    return described((ROOT / "decks" / name).read_text(encoding="utf-8"), ROOT / "decks", name)


@pytest.mark.parametrize(("old", "new"), list(product(NAMES, NAMES)))
def test_a_deck_is_the_same_as_itself_alone(old, new):
    """Of two that have nothing in common, every slide is told, and every form holds what there is."""
    comparison = compare(facts(old), facts(new))
    assert comparison.is_same == (old == new)
    text, page = text_of(comparison), comparison_page(comparison, {})
    told = json.loads(json_of(comparison))
    Draft202012Validator(json.loads((ROOT / "docs" / "diff.schema.json").read_text(encoding="utf-8"))).validate(told)
    assert page.count(b"<section") == len(told["slides"]) + bool(told["deck"])
    assert text.count("\nslide ") == len(told["slides"])
    olds = [slide["old"] for slide in told["slides"] if slide["old"]]
    news = [slide["new"] for slide in told["slides"] if slide["new"]]
    assert len({*olds}) + told["unchanged_slides"] == len(facts(old).slides)
    assert len({*news}) + told["unchanged_slides"] == len(facts(new).slides)
    assert news == sorted(news)
