"""Mappings with known keys: what `language.deck` and `language.theme` are written in, and how they are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Final, Generic, NoReturn, TypeVar, overload

from deckmaker.language.kinds import Kind, Location, Mistake, Schema

T = TypeVar("T")
E = TypeVar("E", bound="Entry")

REQUIRED: Final = object()
"""In place of a default: the key must be there."""


class Key(Generic[T]):
    """A key of a mapping: its kind of value, what an editor says of it, and its value where it is not written.

    Where None stands for a key that is not written, it may also be written so.
    """

    def __init__(self, kind: Kind[Any], description: str, default: Any) -> None:
        self.kind, self.description, self.default = kind, description, default

    # An entry's own values hide its class's keys, so that to get one takes no call; this is for whoever reads types.
    @overload
    def __get__(self, entry: None, model: type[Entry]) -> Key[T]: ...
    @overload
    def __get__(self, entry: Entry, model: type[Entry]) -> T: ...
    def __get__(self, entry: Entry | None, model: type[Entry]) -> Key[T] | T:
        return self

    @property
    def is_required(self) -> bool:
        """Whether the key must be there."""
        return self.default is REQUIRED

    def schema(self, name: str, models: dict[str, Schema]) -> Schema:
        """Return the JSON Schema of what the key takes, with what editors show of it."""
        schema = self.kind.schema(models)
        if self.default is None:
            schema = {"anyOf": [*schema.get("anyOf", [schema]), {"type": "null"}]}
        if not isinstance(self.kind, EntryOf):  # those have titles of their own
            schema["title"] = name.replace("_", " ").title()
        if not self.is_required and self.default not in ([], {}):
            schema["default"] = self.default
        return {**schema, "description": self.description}


def required(kind: Kind[T], description: str) -> Key[T]:
    """Return a key that must be there."""
    return Key(kind, description, REQUIRED)


def with_default(kind: Kind[T], default: T, description: str) -> Key[T]:
    """Return a key with a default, which nobody has to write; one that is empty stays out of the schema."""
    return Key(kind, description, default)


def optional(kind: Kind[T], description: str) -> Key[T | None]:
    """Return a key that may be missing, or empty."""
    return Key(kind, description, None)


class Entry:
    """What all mappings of the language share: no unknown keys, no changes after reading."""

    keys: ClassVar[dict[str, Key[Any]]] = {}
    _defaults: ClassVar[dict[str, Any]] = {}

    def __init_subclass__(cls) -> None:
        # A key that is a word of Python has an underscore behind it here, and none in decks.
        cls.keys = cls.keys | {name.rstrip("_"): key for name, key in vars(cls).items() if isinstance(key, Key)}
        cls._defaults = {name: key.default for name, key in cls.keys.items()}

    def __init__(self, values: Mapping[str, Any]) -> None:
        self.__dict__.update(values)

    def __setattr__(self, name: str, value: Any) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} does not change after reading")

    @classmethod
    def read(cls: type[E], value: Any, at: Location, mistakes: list[Mistake]) -> E | None:
        """Return a mapping as an entry; add every mistake in it to `mistakes`, and return None if there is any."""
        before = len(mistakes)
        if not isinstance(value, dict):
            mistakes.append(Mistake("mapping", at, value))
            return None
        values = cls._defaults.copy()
        for name, key in cls.keys.items():
            if name in value:
                written = value[name]
                if written is not None or key.default is not None:
                    values[name] = key.kind.read(written, (*at, name), mistakes)
            elif key.is_required:
                mistakes.append(Mistake("missing", (*at, name), value))
        for name in value:
            if name not in cls.keys:
                mistakes.append(Mistake("unknown", (*at, name), value[name]))
        return cls(values) if len(mistakes) == before else None

    @classmethod
    def schema(cls, models: dict[str, Schema]) -> Schema:
        """Return the mapping's JSON Schema; those of the mappings in it go to `models`."""
        return {
            "type": "object",
            "title": _title(cls.__name__),
            "description": cls.__doc__,
            "additionalProperties": False,
            "properties": {name: key.schema(name, models) for name, key in cls.keys.items()},
            **({"required": needed} if (needed := [name for name, key in cls.keys.items() if key.is_required]) else {}),
        }


def _title(name: str) -> str:
    """Return a class's name as editors show it over a key: `ImageEntry` is an image."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name.removesuffix("Entry"))


def with_values(model: type[E], **values: Any) -> E:
    """Return an entry with these values, which are read already, and defaults for all other keys."""
    return model(model._defaults | values)


class EntryOf(Kind[E]):
    """A mapping with the keys of an entry; with a `shorthand`, a bare text stands for the value of that key.

    A union would report one mistake once for each branch; a single long form reports it once.
    """

    def __init__(self, model: type[E], shorthand: str | None = None) -> None:
        self._model, self._shorthand = model, shorthand

    @property
    def shorthand(self) -> str | None:
        return self._shorthand

    @property
    def known(self) -> tuple[str, ...]:
        return tuple(self._model.keys)

    def inside(self, step: str | int) -> Kind[Any]:
        return self._model.keys[str(step)].kind

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if self._shorthand and isinstance(value, str):
            value = {self._shorthand: value}
        return self._model.read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        name = self._model.__name__
        if name not in models:
            models[name] = {}  # blocks hold blocks: the reference back finds the name taken
            found = self._model.schema(models)
            del models[name]
            models[name] = found
        reference = {"$ref": f"#/$defs/{name}"}
        return {"anyOf": [{"type": "string"}, reference]} if self._shorthand else reference


def is_pair(value: Any, model: type[Entry]) -> bool:
    """Tell whether an entry is written as one key that is none of its own, and what belongs to that."""
    return isinstance(value, dict) and len(value) == 1 and not (value.keys() & model.keys.keys())


def pair_schema(value: Schema) -> Schema:
    """Return the JSON Schema of such a pair, with a value of that schema."""
    return {"type": "object", "minProperties": 1, "maxProperties": 1, "additionalProperties": value}


def keys_at(model: type[Entry], location: Location) -> list[str]:
    """List the keys that the language allows at `location`, in the order of the documentation."""
    return list(_kind_at(model, location).known)


def shorthand_at(model: type[Entry], location: Location) -> str | None:
    """Return the key whose value a bare text at `location` is, None where no text stands for a mapping."""
    return _kind_at(model, location).shorthand


def fits(model: type[Entry], location: Location, value: Any) -> bool:
    """Tell whether `value` is of the kind that belongs at `location`, whatever is wrong inside it."""
    mistakes: list[Mistake] = []
    _kind_at(model, location).read(value, location, mistakes)
    return all(len(one.location) > len(location) for one in mistakes)


def _kind_at(model: type[Entry], location: Location) -> Kind[Any]:
    kind: Kind[Any] = EntryOf(model)
    for step in location:
        kind = kind.inside(step)
    return kind


def json_schema(model: type[Entry]) -> Schema:
    """Return a model's JSON Schema, whole in itself, as `deckmaker schema` prints it for editors.

    Keywords are in alphabetical order, keys in that of the language.
    """
    models: dict[str, Schema] = {}
    schema = model.schema(models)
    ordered: Schema = _ordered({**schema, "$defs": models})
    return ordered


def _ordered(schema: Any, are_names: bool = False) -> Any:
    if isinstance(schema, list):
        return [_ordered(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    names = schema if are_names else sorted(schema)
    return {name: _ordered(schema[name], are_names=name == "properties" and not are_names) for name in names}
