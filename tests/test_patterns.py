"""Patterns that are compiled when they are first used: as `re` has them, and once."""

from __future__ import annotations

import re

import pytest

from deckmaker.patterns import pattern


def test_a_pattern_does_as_the_compiled_one():
    """In what it finds, in flags and in what it says of itself."""
    word, compiled = pattern(r"(?P<first>k)\w+", re.IGNORECASE), re.compile(r"(?P<first>k)\w+", re.IGNORECASE)
    assert word.findall("Kai, ein Kran") == compiled.findall("Kai, ein Kran") == ["K", "K"]
    assert word.sub("-", "ein Kai") == "ein -"
    assert (word.pattern, word.flags, word.groupindex) == (compiled.pattern, compiled.flags, {"first": 1})


def test_a_pattern_is_compiled_when_it_is_first_used(monkeypatch):
    """Not before, and not again."""
    written = []
    monkeypatch.setattr(re, "compile", lambda *given, compiles=re.compile: written.append(given) or compiles(*given))
    word = pattern("[a-z]+")
    assert written == []
    assert word.match("kai") and word.match("8") is None and word.search("8 kai")
    assert written == [("[a-z]+", 0)]


def test_what_no_pattern_is_raises_with_its_first_use():
    """The error of `re`, each time."""
    broken = pattern("(")
    for _ in range(2):
        with pytest.raises(re.error):
            broken.match("a")
