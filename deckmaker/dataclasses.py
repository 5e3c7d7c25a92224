"""Dataclasses that cost little: the standard library's, which compile but one method each; and their properties.

Of a frozen dataclass the standard library compiles six methods. A build imports 140 classes, and to compile theirs
took a tenth of the time of 16 slides; fields set by `object.__setattr__` took as much of that of 1,000. So classes
share the methods that compare, hash and show. That nobody changes a frozen instance is mypy's to see, to which these
are the standard library's.

Of values that are computed once, the standard library up to 3.11 computes one at a time, under a lock. No two threads
compute values here, and a lock for each took a part in thirty of the time of laying out.
"""

from __future__ import annotations

import dataclasses
import functools
from dataclasses import field, fields, is_dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

__all__ = ["cached_property", "dataclass", "field", "fields", "is_dataclass", "replace"]

if TYPE_CHECKING:
    from dataclasses import dataclass, replace
    from functools import cached_property
else:

    def dataclass(cls=None, /, *, frozen=False, slots=False, eq=True):
        """Make a class a dataclass, with the standard library's meaning of `frozen`, `slots` and `eq`."""
        if cls is None:
            return lambda own: dataclass(own, frozen=frozen, slots=slots, eq=eq)
        own = set(vars(cls))
        made = dataclasses.dataclass(cls, slots=slots, repr=False, eq=False)
        if "__repr__" not in own:
            made.__repr__ = _shown
        if eq and "__eq__" not in own:
            values = _values(made)
            made.__eq__ = lambda self, other: (
                values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented
            )
            if "__hash__" not in own:
                made.__hash__ = (lambda self: hash(values(self))) if frozen else None
        return made

    def replace(instance, /, **changes):
        """Return a copy with other values of some fields."""
        for name in instance.__match_args__:
            if name not in changes:
                changes[name] = getattr(instance, name)
        return instance.__class__(**changes)

    class cached_property(functools.cached_property):  # as it is called in the standard library
        """A property whose value is computed once, and is an attribute of the instance from then on."""

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            value = instance.__dict__[self.attrname] = self.func(instance)
            return value


def _values(cls: type) -> Any:
    """Return what gives the values of an instance that it is compared by: a tuple, or the value of one field alone."""
    names = [one.name for one in fields(cls) if one.compare]
    return attrgetter(*names) if names else lambda self: ()


def _shown(self: Any) -> str:
    shown = (f"{one.name}={getattr(self, one.name)!r}" for one in fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"
