"""Kinds of values that keys take: each reads what is written, notes every mistake in it, and has a JSON Schema.

A mistake is a kind of its own that `validation` has words for, its place, and the value.

A tree holds texts, lists, mappings and None: what is a number or a truth is a text in it, and becomes one here.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Mapping
from math import isfinite
from typing import Any, Generic, NamedTuple, TypeVar

from deckmaker.budget.bound import Bound
from deckmaker.budget.source import MISTAKES, WHOLE_DIGITS
from deckmaker.dataclasses import cached_property
from deckmaker.patterns import BLANK

T = TypeVar("T")
Schema = dict[str, Any]

_TRUTHS = dict.fromkeys(("true", "yes", "on", "t", "y", "1"), True)
_TRUTHS |= dict.fromkeys(("false", "no", "off", "f", "n", "0"), False)
_WITHIN = {"most": operator.le, "least": operator.ge, "above": operator.gt}

Location = tuple[str | int, ...]
"""Keys and 0-based indices from the file's mapping to a value, all shorthands written out."""


class Mistake(NamedTuple):
    """One mistake: its kind, where it is, the value as written, and what was expected, by the kind's own names."""

    kind: str
    location: Location
    value: Any
    expected: Mapping[str, Any] = {}


class EnoughMistakes(Exception):
    """There are as many mistakes as are reported; the last of them is where reading ended."""


class Mistakes(list[Mistake]):
    """The mistakes in a file, as far as they are reported: one more than MISTAKES ends the reading."""

    def append(self, mistake: Mistake) -> None:
        """Add a mistake. Raises EnoughMistakes."""
        super().append(mistake)
        if len(self) > MISTAKES.most:
            raise EnoughMistakes


class Kind(Generic[T]):
    """A kind of value. What `read` returns for a value with mistakes is of no use to anybody."""

    @property
    def shorthand(self) -> str | None:
        """The key of a mapping whose value a bare text is; None where no text stands for a mapping."""
        return None

    @property
    def known(self) -> tuple[str, ...]:
        """The keys of a mapping, where the language knows them."""
        return ()

    def inside(self, step: str | int) -> Kind[Any]:
        """Return the kind of what a key or an index leads to; of what holds nothing, itself."""
        return self

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        """Return a value of the kind; add every mistake in it to `mistakes`. `at` is where it stands."""
        raise NotImplementedError

    def schema(self, models: dict[str, Schema]) -> Schema:
        """Return the kind's JSON Schema; the mappings with names of their own go to `models`."""
        raise NotImplementedError


class String(Kind[str]):
    """A text that names something; whether there is such a thing, others ask."""

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if not isinstance(value, str):
            mistakes.append(Mistake("text", at, value))
        return value

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"type": "string"}


class Text(Kind[str]):
    """A text with something to read in it.

    YAML tools read `2019` or `true` as other kinds; the deck language keeps what was typed, so the schema allows them.
    """

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if not isinstance(value, str):
            mistakes.append(Mistake("text", at, value))
        elif BLANK.fullmatch(value):
            mistakes.append(Mistake("blank", at, value))
        return value

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"type": ["string", "number", "boolean"]}


class Pattern(Kind[str]):
    """A text that matches all of a pattern."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if not isinstance(value, str):
            mistakes.append(Mistake("text", at, value))
        elif not re.fullmatch(self._pattern, value):
            mistakes.append(Mistake("pattern", at, value, {"pattern": self._pattern}))
        return value

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"type": "string", "pattern": f"^{self._pattern}$"}


class Choice(Kind[str]):
    """One of a few words."""

    def __init__(self, *words: str) -> None:
        self.words = words

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if value not in self.words:
            mistakes.append(Mistake("word", at, value, {"words": self.words}))
        return value

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"type": "string", **({"enum": list(self.words)} if len(self.words) > 1 else {"const": self.words[0]})}


class Boolean(Kind[bool]):
    """Yes or no, in any of YAML's words, and as 1 or 0."""

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        truth = _TRUTHS.get(value.lower()) if isinstance(value, str) else None
        if truth is None:
            mistakes.append(Mistake("truth", at, value))
        return truth

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"type": "boolean"}


class Bounded(Kind[T]):
    """A number within bounds: `least`, `above`, `most`."""

    name: str

    def __init__(self, least: float | None = None, above: float | None = None, most: float | None = None) -> None:
        bounds = {"most": most, "least": least, "above": above}
        self._bounds = {bound: limit for bound, limit in bounds.items() if limit is not None}

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        text = value.strip() if isinstance(value, str) else ""
        number = self._number(text) if text.isascii() else None
        if number is None:
            mistakes.append(Mistake(self.name, at, value))
            return None
        for bound, limit in self._bounds.items():
            if not _WITHIN[bound](number, limit):
                mistakes.append(Mistake(bound, at, value, {"limit": limit}))
                break
        return number

    def within(self, text: str) -> str:
        """Return a number as written, or the bound that is nearest to it; what is no number as it is."""
        number = self._number(text)
        least, most = self._bounds.get("least"), self._bounds.get("most")
        if number is None:
            return text
        if least is not None and number < least:
            return f"{least:g}"
        return f"{most:g}" if most is not None and number > most else text

    def _number(self, text: str) -> float | None:
        raise NotImplementedError

    def schema(self, models: dict[str, Schema]) -> Schema:
        names = {"least": "minimum", "above": "exclusiveMinimum", "most": "maximum"}
        return {"type": self.name, **{names[bound]: limit for bound, limit in self._bounds.items()}}


class Number(Bounded[float]):
    """A number."""

    name = "number"

    def _number(self, text: str) -> float | None:
        try:
            number = float(text)
        except ValueError:
            return None
        return number if isfinite(number) else None


class Integer(Bounded[int]):
    """A whole number; `2.0` is one."""

    name = "integer"

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if isinstance(value, str) and len(value) > WHOLE_DIGITS.most:
            mistakes.append(Mistake("digits", at, value))
            return None
        return super().read(value, at, mistakes)

    def _number(self, text: str) -> int | None:
        digits, point, zeros = text.partition(".")
        try:
            return int(digits) if not point or (zeros and not zeros.strip("0")) else None
        except ValueError:
            return None


class ListOf(Kind[list[T]]):
    """A list of values of one kind, `least` to `most` of them, or as many as a `bound` on work allows."""

    def __init__(self, kind: Kind[T], least: int = 0, most: int | None = None, bound: Bound | None = None) -> None:
        self._kind, self._least, self._most, self._bound = kind, least, most, bound

    def inside(self, step: str | int) -> Kind[Any]:
        return self._kind

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if not isinstance(value, list):
            mistakes.append(Mistake("list", at, value))
            return None
        if self._most is not None and len(value) > self._most:
            mistakes.append(Mistake("many", at, value, {"least": self._least, "most": self._most}))
            return None
        if self._bound and len(value) > self._bound.most:  # told at the first beyond it, and none of them is read
            mistakes.append(Mistake("endless", (*at, self._bound.most), value, {"bound": self._bound}))
            return None
        before = len(mistakes)
        found = [self._kind.read(item, (*at, index), mistakes) for index, item in enumerate(value)]
        if len(value) < self._least and len(mistakes) == before:
            mistakes.append(Mistake("few", at, value, {"least": self._least, "most": self._most}))
        return found

    def schema(self, models: dict[str, Schema]) -> Schema:
        counts = {"minItems": self._least} if self._least else {}
        if self._most is not None:
            counts["maxItems"] = self._most
        return {"type": "array", "items": self._kind.schema(models), **counts}


class MappingOf(Kind[dict[str, T]]):
    """A mapping from any names to values of one kind."""

    def __init__(self, kind: Kind[T]) -> None:
        self._kind = kind

    def inside(self, step: str | int) -> Kind[Any]:
        return self._kind

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        if not isinstance(value, dict):
            mistakes.append(Mistake("mapping", at, value))
            return None
        return {name: self._kind.read(one, (*at, name), mistakes) for name, one in value.items()}

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"type": "object", "additionalProperties": self._kind.schema(models)}


class OrValue(Kind[T]):
    """A kind in whose place a text with `{{ }}` may stand while a deck is written: for editors, which know no values.

    Values are there before a deck is read.
    """

    def __init__(self, kind: Kind[T]) -> None:
        self._kind = kind

    @property
    def known(self) -> tuple[str, ...]:
        return self._kind.known

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        return self._kind.read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return {"anyOf": [self._kind.schema(models), {"type": "string", "pattern": r"\{\{"}]}


class Deferred(Kind[Any]):
    """A kind that is made when it is first used: what holds blocks that may hold blocks knows all kinds only then."""

    def __init__(self, make: Callable[[], Kind[Any]]) -> None:
        self._make = make

    @cached_property
    def _kind(self) -> Kind[Any]:
        return self._make()

    @property
    def shorthand(self) -> str | None:
        return self._kind.shorthand

    @property
    def known(self) -> tuple[str, ...]:
        return self._kind.known

    def inside(self, step: str | int) -> Kind[Any]:
        return self._kind.inside(step)

    def read(self, value: Any, at: Location, mistakes: list[Mistake]) -> Any:
        return self._kind.read(value, at, mistakes)

    def schema(self, models: dict[str, Schema]) -> Schema:
        return self._kind.schema(models)
