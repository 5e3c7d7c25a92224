"""Texts that deckmaker writes into YAML: YAML's readers read them, whatever they hold, and editors show all of it."""

from __future__ import annotations

import json

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.source import parse_yaml
from deckmaker.source.quoting import quoted, visible

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)


@given(TEXTS)
@example("\x7f")  # JSON leaves it, and those below, as they are
@example("a\x85b\u2028c\u2029d")  # ends of lines in YAML 1.1
@example("\x00\x1b[31m\x9b31m")
@example("\ufeff \ufffe \U0001f600 \U000e0041")
@example("a\u202eb\u2066c: # \"\\'{}\n\r\t")
def test_a_quoted_text_is_read_back_as_it_was(text):
    """By our reader, and by two of PyYAML's; in a mapping, and in one that is written in a line."""
    for document in (f"a: {quoted(text)}\n", f"{{a: {quoted(text)}, b: c}}\n"):
        diagnostics = Diagnostics()
        tree = parse_yaml(SourceFile("theme.yaml", document), diagnostics)
        assert not list(diagnostics)
        assert tree
        assert tree.data["a"] == text
        assert yaml.load(document, yaml.SafeLoader)["a"] == text
        assert yaml.load(document, yaml.CSafeLoader)["a"] == text


@given(TEXTS)
def test_all_of_a_quoted_text_is_seen(text):
    """Nothing that is invisible, ends a line or turns the direction of a text stands in the file as it is."""
    assert quoted(text).isprintable()
    assert visible(text).isprintable()


@pytest.mark.parametrize("text", ["Title and Content", "Überschrift", "見出し", "a 'b'", "a/b:c"])
def test_what_is_seen_is_written_as_it_is(text):
    """A person confirms the names: they are no escapes without need."""
    assert quoted(text) == json.dumps(text, ensure_ascii=False) == f'"{text}"'
