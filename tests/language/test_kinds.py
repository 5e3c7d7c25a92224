"""Kinds of values: what each makes of what was typed, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from deckmaker.language.entry import Entry, EntryOf, json_schema, keys_at, optional, required, with_default
from deckmaker.language.kinds import Boolean, Choice, Integer, Kind, ListOf, MappingOf, Mistake, Number, Pattern, Text


class Inner(Entry):
    """What stands in another."""

    word = required(Choice("a", "b"), "One of two.")


class Outer(Entry):
    """Keys of several kinds."""

    title = required(Text(), "Must be there.")
    note = optional(Text(), "May be missing.")
    size = with_default(Number(least=0), 1.0, "Has a usual value.")
    inner = optional(EntryOf(Inner, shorthand="word"), "Short or long.")
    more = with_default(ListOf(EntryOf(Inner)), [], "Several.")


def read(kind: Kind[Any], value: object) -> object:
    """Return what a kind makes of a value, or the kinds of its mistakes."""
    mistakes: list[Mistake] = []
    found = kind.read(value, (), mistakes)
    return [one.kind for one in mistakes] or found


@pytest.mark.parametrize(
    ("text", "number"),
    [("7", 7), (" 7 ", 7), ("+3", 3), ("-1", -1), ("010", 10), ("1_000", 1000), ("2.00", 2), ("\u00a05", 5)],
)
def test_whole_numbers_are_read_as_people_write_them(text, number):
    """Signs, leading zeros, thousands parted by a line, and zeros behind a point."""
    found = read(Integer(), text)
    assert found == number and type(found) is int


@pytest.mark.parametrize("text", ["", "a", "1.", ".5", "2.5", "1e3", "0x10", "1__0", "1 000", "--1", "inf", "٣"])
def test_what_is_no_whole_number_is_refused(text):
    """Nothing is cut off, and nothing guessed."""
    assert read(Integer(), text) == ["integer"]


def test_a_whole_number_of_endless_digits_is_refused():
    """To read it takes the square of their number."""
    assert read(Integer(), "9" * 5_000) == ["digits"]
    assert read(Integer(most=10**9), "9" * 400) == ["most"]


@pytest.mark.parametrize(
    ("text", "number"), [("1.", 1.0), (".5", 0.5), ("1e3", 1000.0), (" -2\t", -2.0), ("1_0", 10.0)]
)
def test_numbers_are_read_as_people_write_them(text, number):
    """Points at either end and powers of ten too."""
    assert read(Number(), text) == number


@pytest.mark.parametrize("value", ["", "a", "inf", "NaN", "1e400", "0x10", "٣", None, [], {}])
def test_what_is_no_number_is_refused(value):
    """Nor is one without end."""
    assert read(Number(), value) == ["number"]


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (Number(least=0), "-0.1", ["least"]),
        (Number(above=0), "0", ["above"]),
        (Number(most=1), "1.1", ["most"]),
        (Number(least=0, most=1), "1", 1.0),
        (Integer(least=1), "0", ["least"]),
    ],
)
def test_numbers_keep_their_bounds(kind, text, found):
    """`least` and `most` belong to them, `above` does not."""
    assert read(kind, text) == found


@pytest.mark.parametrize(("text", "truth"), [("yes", True), ("On", True), ("1", True), ("FALSE", False), ("n", False)])
def test_truths_are_read_in_all_of_yamls_words(text, truth):
    """Whatever their capitals."""
    assert read(Boolean(), text) is truth


@pytest.mark.parametrize("value", ["", "true ", "2", None, ["true"], {}])
def test_what_is_no_truth_is_refused(value):
    """A list as much as another word."""
    assert read(Boolean(), value) == ["truth"]


def test_a_pattern_matches_the_whole_text():
    """A line break behind it is one character more."""
    assert read(Pattern("[a-z]+"), "abc") == "abc"
    assert read(Pattern("[a-z]+"), "abc\n") == ["pattern"]


def test_every_mistake_of_a_mapping_is_found():
    """Keys in the language's order, then those that it does not know; each with its place and value."""
    mistakes: list[Mistake] = []
    value = {"x": None, "size": "-1", "inner": ["a"], "more": [{"word": "a"}, {"word": "c"}, {}]}
    assert Outer.read(value, ("at",), mistakes) is None
    assert [(one.kind, *one.location[1:]) for one in mistakes] == [
        ("missing", "title"),
        ("least", "size"),
        ("mapping", "inner"),
        ("word", "more", 1, "word"),
        ("missing", "more", 2, "word"),
        ("unknown", "x"),
    ]
    assert {one.location[0] for one in mistakes} == {"at"} and mistakes[2].value == ["a"]


def test_an_entry_has_what_is_written_and_what_is_usual():
    """Nothing stands for a key that may be missing; a text for the one key that it is short for."""
    entry = Outer.read({"title": "A", "note": None, "inner": "b"}, (), [])
    assert entry and (entry.title, entry.note, entry.size, entry.more) == ("A", None, 1.0, [])
    assert entry.inner and entry.inner.word == "b"


def test_an_entry_does_not_change():
    """Phases return new values."""
    entry = Inner.read({"word": "a"}, (), [])
    with pytest.raises(AttributeError):
        entry.word = "b"


@pytest.mark.parametrize(
    ("kind", "value", "found"),
    [
        (ListOf(Integer(), least=1), [], ["few"]),
        (ListOf(Integer(), least=2, most=2), ["1", "2", "3"], ["many"]),
        (ListOf(Integer(), least=2), ["a"], ["integer"]),
        (ListOf(Integer()), "1", ["list"]),
        (MappingOf(Integer()), {"a": "1", "b": "x", "c": "y"}, ["integer", "integer"]),
        (MappingOf(Integer()), ["1"], ["mapping"]),
    ],
)
def test_lists_and_mappings_say_what_is_wrong_in_them_or_with_them(kind, value, found):
    """Of a list with mistakes in it, its length is said another time."""
    assert read(kind, value) == found


def test_the_keys_of_each_place_are_known():
    """For whoever mistypes one."""
    assert keys_at(Outer, ()) == ["title", "note", "size", "inner", "more"]
    assert keys_at(Outer, ("more", 3)) == keys_at(Outer, ("inner",)) == ["word"]
    assert keys_at(Outer, ("title",)) == []


def test_the_schema_says_what_a_model_takes():
    """Defaults, bounds, short forms, and what is required."""
    schema = json_schema(Outer)
    assert schema["required"] == ["title"] and schema["additionalProperties"] is False
    assert schema["properties"]["size"] == {
        "default": 1.0,
        "description": "Has a usual value.",
        "minimum": 0,
        "title": "Size",
        "type": "number",
    }
    reference = {"$ref": "#/$defs/Inner"}
    assert schema["properties"]["inner"]["anyOf"] == [{"type": "string"}, reference, {"type": "null"}]
    assert schema["properties"]["more"]["items"] == reference and list(schema["$defs"]) == ["Inner"]
