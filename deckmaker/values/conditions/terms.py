"""What a condition asks, as a tree."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from deckmaker.dataclasses import dataclass
from deckmaker.values.expression import Expression


@dataclass(frozen=True, slots=True)
class Constant:
    """A number, a day, a text or a truth that stands in the condition itself, and where."""

    value: Decimal | date | str | bool
    begin: int
    end: int


Operand = Expression | Constant


@dataclass(frozen=True, slots=True)
class Comparison:
    """Whether operands compare so, or `is_not` so.

    `sign` is `<`, `<=`, `>`, `>=`, `=`, `contains`, `in`, `empty`, or `true` for an operand alone. All but the last two
    have operands on the right, `in` several.
    """

    left: Operand
    sign: str
    right: tuple[Operand, ...] = ()
    is_not: bool = False


@dataclass(frozen=True, slots=True)
class Not:
    """Whether a term does not hold."""

    term: Term


@dataclass(frozen=True, slots=True)
class AllOf:
    """Whether each of two or more terms holds."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Whether one of two or more terms holds."""

    terms: tuple[Term, ...]


Term = Comparison | Not | AllOf | AnyOf


def paths(term: Term) -> Iterator[Expression]:
    """Yield all expressions of a term, in their order."""
    match term:
        case Comparison(left=left, right=right):
            yield from (one for one in (left, *right) if isinstance(one, Expression))
        case Not(term=one):
            yield from paths(one)
        case AllOf(terms=terms) | AnyOf(terms=terms):
            for one in terms:
                yield from paths(one)
