"""Places: each key and value knows the stretch of the file that it came from."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.source import parse_yaml

TREE = parse_yaml(SourceFile("deck.yaml", "title: A\nslides:\n  - title: 漢 B\n    bullets: [x, yy]\n"), Diagnostics())


@pytest.mark.parametrize(
    ("path", "stretch"),
    [
        (("title",), (1, 8, 1, 9)),
        (("slides", 0, "title"), (3, 12, 3, 15)),
        (("slides", 0, "bullets"), (4, 14, 4, 21)),
        (("slides", 0, "bullets", 1), (4, 18, 4, 20)),
        (("slides", 0, "bullets", 1, "text"), (4, 18, 4, 20)),
        (("slides", 0, "nowhere"), (3, 5, 5, 1)),
    ],
)
def test_a_value_knows_its_place(path, stretch):
    """Lines and columns are 1-based, ends exclusive; what is not in the file takes the place around it."""
    span = TREE.value_span(path)
    assert (span.line, span.column, span.end_line, span.end_column) == stretch


@pytest.mark.parametrize(("path", "stretch"), [(("slides",), (2, 1, 2, 7)), (("slides", 0, "bullets"), (4, 5, 4, 12))])
def test_a_key_knows_its_place(path, stretch):
    """The key's span is the word before the colon."""
    span = TREE.key_span(path)
    assert (span.line, span.column, span.end_line, span.end_column) == stretch


def test_an_item_of_a_list_has_no_key_and_takes_its_value():
    """What has no key of its own is marked as a whole."""
    assert TREE.key_span(("slides", 0, "bullets", 0)) == TREE.value_span(("slides", 0, "bullets", 0))
