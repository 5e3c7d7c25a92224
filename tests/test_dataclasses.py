"""Dataclasses of the package: what they have in common with the standard library's, and what they do without."""

from __future__ import annotations

import dataclasses
import functools
import pickle

import pytest

from deckmaker.dataclasses import cached_property, dataclass, field, fields, is_dataclass, replace


@dataclass(frozen=True, slots=True)
class Point:
    """A place."""

    x: float
    y: float = 0.0
    note: str = field(default="", compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Named(Point):
    """A place with a name."""

    name: str = ""


@dataclass(slots=True)
class Counter:
    """A number that changes."""

    count: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Marker:
    """Something that is itself alone."""

    name: str


@dataclass(frozen=True)
class Alone:
    """One value, and none."""

    value: object


@dataclass(frozen=True)
class Empty:
    """No value."""


def test_instances_are_equal_by_the_values_that_are_compared():
    assert Point(1, 2, "a") == Point(1, 2, "b") != Point(2, 2)
    assert hash(Point(1, 2, "a")) == hash(Point(1, 2, "b"))
    assert len({Point(1), Point(1.0), Point(2)}) == 2


def test_instances_of_other_classes_are_never_equal():
    """Of derived ones neither, nor what looks alike."""
    assert Point(1, 2) != Named(1, 2) and Named(1, 2) != Point(1, 2)
    assert Point(1, 2) != (1, 2) and Alone(1) != 1 and Alone(1) != Point(1)
    assert Empty() == Empty() and hash(Empty()) == hash(Empty())


def test_without_equality_each_is_itself_alone():
    one = Marker("a")
    assert one == one != Marker("a") and one in {one}


def test_what_may_change_has_no_hash():
    """It would be lost in a set."""
    with pytest.raises(TypeError, match="unhashable"):
        hash(Counter())
    assert Counter(1) == Counter(1)


def test_an_instance_shows_its_fields():
    assert repr(Named(1, name="a")) == "Named(x=1, y=0.0, name='a')" and repr(Empty()) == "Empty()"


def test_a_copy_takes_all_other_fields():
    one = replace(Named(1, 2, "n", "a"), y=3)
    assert (one.x, one.y, one.note, one.name) == (1, 3, "n", "a")
    with pytest.raises(TypeError):
        replace(Point(1), z=1)  # type: ignore[call-arg]


def test_a_class_says_itself_how_it_is_shown_and_compared():
    @dataclass(frozen=True)
    class Rounded:
        value: float

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Rounded) and round(self.value) == round(other.value)

        def __hash__(self) -> int:
            return hash(round(self.value))

        def __repr__(self) -> str:
            return "about it"

    assert Rounded(1.1) == Rounded(0.9) and hash(Rounded(1.1)) == hash(Rounded(0.9)) and repr(Rounded(1)) == "about it"


def test_instances_go_to_another_process_whole():
    assert pickle.loads(pickle.dumps(Named(1, 2, "n", "a"))) == Named(1, 2, "n", "a")


def test_the_standard_library_takes_them_for_its_own():
    assert is_dataclass(Point) and [one.name for one in fields(Point)] == ["x", "y", "note"]
    assert dataclasses.asdict(Point(1)) == {"x": 1, "y": 0.0, "note": ""}


def test_one_method_is_compiled_for_a_class(monkeypatch):
    """That is the whole point: of six."""
    compiled = []
    real = dataclasses._create_fn  # type: ignore[attr-defined]
    monkeypatch.setattr(
        dataclasses, "_create_fn", lambda *args, **keys: compiled.append(args[0]) or real(*args, **keys)
    )

    @dataclass(frozen=True, slots=True)
    class Tried:
        """Anything."""

        x: int

    assert compiled == ["__init__"] and Tried(1) == Tried(1)


class Counted:
    """It counts how often its value is computed."""

    computed = 0

    @cached_property
    def value(self) -> int:
        """How often it has been computed, this time included."""
        self.computed += 1
        return self.computed


def test_a_cached_property_is_computed_once_for_each_instance():
    """It is an attribute then, and the property itself on the class."""
    one, other = Counted(), Counted()
    assert (one.value, one.value, other.value) == (1, 1, 1)
    assert vars(one) == {"computed": 1, "value": 1}
    assert isinstance(vars(Counted)["value"], functools.cached_property)
    assert Counted.value is vars(Counted)["value"]
