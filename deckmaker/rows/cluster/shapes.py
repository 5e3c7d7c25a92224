"""Whether a value that another machine has sent is what its annotations say, through all that it holds.

Python makes what it is sent without a look at it: of a class that is as it should be, with anything for its fields.
Knows no Dask.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Mapping
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Union, get_args, get_origin, get_type_hints

from deckmaker.dataclasses import fields, is_dataclass

Test = Callable[[Any], bool]


def is_of(value: object, kind: Any) -> bool:
    """Tell whether a value is of a kind: a class, or what an annotation says with `tuple`, `list`, `dict`, `Mapping`
    and `|`. Subclasses are none: they may say anything of themselves."""
    return _test_of(kind)(value)


@cache
def _test_of(kind: Any) -> Test:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        tests = [_test_of(one) for one in arguments]
        return lambda value: any(test(value) for test in tests)
    if origin is tuple:
        return _tuple_test(arguments)
    if origin is list:
        (inner,) = arguments
        return lambda value: type(value) is list and all(map(_test_of(inner), value))
    if origin in (dict, Mapping):
        key, content = map(_test_of, arguments)
        return lambda value: type(value) is dict and all(map(key, value)) and all(map(content, value.values()))
    if kind is object:
        return lambda value: True
    if kind is float:
        return lambda value: type(value) in (float, int) and math.isfinite(value)
    if kind is Path:
        return lambda value: type(value) is type(Path())
    if hasattr(kind, "_fields"):
        return _record_test(kind, kind._fields)
    if isinstance(kind, type) and is_dataclass(kind):
        return _record_test(kind, tuple(one.name for one in fields(kind)))
    if isinstance(kind, type) and (issubclass(kind, Enum) or kind in (str, int, bool, bytes, types.NoneType)):
        return lambda value: type(value) is kind
    raise TypeError(f"nothing tells what is a {kind}")


def _tuple_test(arguments: tuple[Any, ...]) -> Test:
    first, rest = arguments
    assert rest is ...  # no other are sent
    return lambda value: type(value) is tuple and all(map(_test_of(first), value))


def _record_test(kind: type, names: tuple[str, ...]) -> Test:
    """Return the test of a class with these fields: a pickle may leave some out, or have more."""
    hints = get_type_hints(kind)

    def is_record(value: Any) -> bool:
        if type(value) is not kind or (isinstance(value, tuple) and len(value) != len(names)):
            return False
        return all(hasattr(value, name) and _test_of(hints[name])(getattr(value, name)) for name in names)

    return is_record
