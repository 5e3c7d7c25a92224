"""`overflow`: what each way of writing it asks for, and what contradicts itself."""

from __future__ import annotations

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from deckmaker.diagnostics import Diagnostics
from deckmaker.diagnostics.printer import full
from deckmaker.language.entry import Entry, json_schema, optional
from deckmaker.language.overflow import OVERFLOW
from deckmaker.language.validation import validate
from deckmaker.model import Overflow, OverflowPolicy
from deckmaker.resolve.overflow import resolve_overflow
from deckmaker.source import parse_yaml
from tests.projects import place


class Holder(Entry):
    """What has an `overflow`."""

    overflow = optional(OVERFLOW, "What becomes of text that has no room.")


def read(text: str) -> tuple[Overflow | None, str]:
    """Return what a YAML text asks for, and every message about it."""
    diagnostics = Diagnostics()
    tree = parse_yaml(place(text).source, diagnostics)
    entry = tree and validate(Holder, tree, diagnostics)
    found = resolve_overflow(entry.overflow, ("overflow",), tree, diagnostics) if tree and entry else None
    return found, "\n\n".join(full(one) for one in diagnostics)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("shrink", Overflow(OverflowPolicy.SHRINK, OverflowPolicy.SPLIT, asked=True)),
        ("split", Overflow(OverflowPolicy.SPLIT, asked=True)),
        ("error", Overflow(OverflowPolicy.ERROR, asked=True)),
        ("{then: error}", Overflow(OverflowPolicy.SHRINK, OverflowPolicy.ERROR, asked=True)),
        ("{way: split, picture: each}", Overflow(OverflowPolicy.SPLIT, picture_on_each=True, asked=True)),
        ("{picture: first}", Overflow(asked=True)),
        ("", None),
    ],
)
def test_a_word_or_a_mapping_says_what_is_done(written, meant):
    """Shrink first, then split, the picture on the first part: what is not said."""
    assert read(f"overflow: {written}\n") == (meant, "")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "shirnk",
            """\
error[wrong-value]: `overflow` is `shrink`, `split` or `error`, not `shirnk`
 --> deck.yaml:1:11
  |
1 | overflow: shirnk
  |           ^^^^^^
  = help: did you mean `shrink`?""",
        ),
        (
            "[split]",
            """\
error[wrong-value]: `overflow` is `shrink`, `split` or `error`, not a list
 --> deck.yaml:1:11
  |
1 | overflow: [split]
  |           ^^^^^^^""",
        ),
        (
            "{then: shrink}",
            """\
error[wrong-value]: `then` is `split` or `error`, not `shrink`
 --> deck.yaml:1:18
  |
1 | overflow: {then: shrink}
  |                  ^^^^^^""",
        ),
        (
            "{way: split, then: error}",
            """\
error[wrong-value]: `then` says what follows `shrink`, and `way` is `split`
 --> deck.yaml:1:30
  |
1 | overflow: {way: split, then: error}
  |                              ^^^^^
  = help: remove `then:`, or write `way: shrink`, `then: error`""",
        ),
    ],
)
def test_what_it_does_not_take_is_told(written, said):
    """Whole messages."""
    assert read(f"overflow: {written}\n")[1] == said


@pytest.mark.parametrize(("value", "is_right"), [("split", True), ({"then": "error"}, True), ("shirnk", False)])
def test_editors_know_the_words(value: Any, is_right):
    """The schema takes what deckmaker takes."""
    assert Draft202012Validator(json_schema(Holder)).is_valid({"overflow": value}) is is_right
