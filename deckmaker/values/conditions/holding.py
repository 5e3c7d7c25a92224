"""Whether a condition holds for the values of a scope."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from deckmaker.dataclasses import cached_property
from deckmaker.localization.typed_numbers import MISSING, number_in
from deckmaker.localization.written_days import written_day
from deckmaker.values.conditions.terms import AllOf, AnyOf, Comparison, Constant, Not, Operand, Term
from deckmaker.values.evaluation import number_of, quoted
from deckmaker.values.expression import Expression
from deckmaker.values.looks import composed
from deckmaker.values.lookup import LOST, Cell, looked_up
from deckmaker.values.mistake import UNUSABLE, ValueMistake
from deckmaker.values.scope import column_of
from deckmaker.values.stand_ins import one_line

_ORDERS: Mapping[str, Callable[[Any, Any], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}

_FALSE = frozenset({"false", "no"})
"""Words, in small letters, that as a value alone mean that it does not hold; so do what is empty, and zero."""


def holds(term: Term, expressions: Iterable[Expression], scope: Mapping[str, Any], language: str) -> bool:
    """Tell whether a term, with all the expressions in it, holds. Raises ValueMistake, also for a name that is not
    known and would not matter."""
    values: dict[int, _Value] = {}
    read: dict[tuple[tuple[str, ...], str | None], _Read] = {}  # a condition may ask for one value in each of its parts
    for one in expressions:
        name = one.path, one.default
        try:
            if name not in read:
                read[name] = _Read(one, looked_up(one, scope), language)
        except ValueMistake as mistake:
            mistake.column = column_of(one, scope)
            raise
        values[one.begin] = _Value(one, read[name])
    if any(value.is_lost for value in read.values()):
        return True
    try:
        return _Holding(values).term(term)
    except ValueMistake as mistake:
        found = values.get(mistake.begin)
        mistake.column = column_of(found.expression, scope) if found else None
        raise


class _Read:
    """What is found by a name, as a text in one line, read once as a number or a day where it is asked to be."""

    def __init__(self, expression: Expression, cell: Cell, language: str) -> None:
        self.is_lost = cell is LOST
        self._cell, self._language = cell, language
        self.text = one_line(cell.text)
        if not self.text and expression.default:
            self.text, self._cell = one_line(expression.default), Cell(expression.default)
        self._numbers: list[Decimal | None] = []

    def number(self, expression: Expression) -> Decimal | None:
        """Return the number that it is. Raises ValueMistake where it may be one of two, each time anew: it tells where
        it was asked for."""
        if not self._numbers:
            self._numbers.append(number_of(self._cell, self.text, expression, self._language))
        return self._numbers[0]

    @cached_property
    def day(self) -> date | None:
        """The day that it is."""
        return written_day(self.text, self._language)

    @cached_property
    def is_missing(self) -> bool:
        """Whether it is empty, or stands for a number that is not known."""
        return self.text.lower() in MISSING


class _Value:
    """What is found by a name that stands at one place of a condition."""

    def __init__(self, expression: Expression, read: _Read) -> None:
        self.expression, self._read = expression, read

    @property
    def text(self) -> str:
        """It as a text in one line."""
        return self._read.text

    @property
    def is_missing(self) -> bool:
        """Whether it is empty, or stands for a number that is not known."""
        return self._read.is_missing

    @property
    def number(self) -> Decimal | None:
        """The number that it is. Raises ValueMistake where it may be one of two."""
        return self._read.number(self.expression)

    @property
    def day(self) -> date | None:
        """The day that it is."""
        return self._read.day

    def unfit(self, expected: str) -> ValueMistake:
        """Return that it is compared with what it cannot be compared with."""
        name = ".".join(self.expression.path)
        message = f"`{name}` is `{quoted(self.text)}`: expected {expected}"
        help = "mend the value, or ask first whether it is one that counts"
        return ValueMistake(UNUSABLE, message, self.expression.begin, self.expression.end, help)


class _Holding:
    """Looks at terms, from left to right, as far as they matter."""

    def __init__(self, values: Mapping[int, _Value]) -> None:
        """Begin with what is found by the names of a condition, by where each begins in it."""
        self._values = values

    def term(self, term: Term) -> bool:
        """Tell whether a term holds."""
        match term:
            case Comparison():
                return self._compared(term) != term.is_not
            case Not(term=one):
                return not self.term(one)
            case AllOf(terms=terms):
                return all(self.term(one) for one in terms)
            case AnyOf(terms=terms):
                return any(self.term(one) for one in terms)

    def _compared(self, asked: Comparison) -> bool:
        left = self._of(asked.left)
        match asked.sign:
            case "true":
                return _is_true(left)
            case "empty":
                return not _text(left)
            case "in":
                return any(self._equal(left, self._of(one)) for one in asked.right)
            case "contains":
                return _text(self._of(asked.right[0])) in _text(left)
            case "=":
                return self._equal(left, self._of(asked.right[0]))
            case sign:
                return self._ordered(left, self._of(asked.right[0]), _ORDERS[sign])

    def _of(self, operand: Operand) -> _Value | Constant:
        return operand if isinstance(operand, Constant) else self._values[operand.begin]

    def _equal(self, left: _Value | Constant, right: _Value | Constant) -> bool:
        for one, other in ((left, right), (right, left)):
            if isinstance(one, Constant) and isinstance(one.value, bool | str):
                text = _text(other)
                return text == _text(one) if isinstance(one.value, str) else text.lower() == str(one.value).lower()
        numbers = _number(left), _number(right)
        if None not in numbers:
            return numbers[0] == numbers[1]
        days = _day(left), _day(right)
        return days[0] == days[1] if None not in days else _text(left) == _text(right)

    def _ordered(self, left: _Value | Constant, right: _Value | Constant, order: Callable[[Any, Any], bool]) -> bool:
        """Tell whether two operands are in an order; nothing that is missing is in any."""
        if any(one.is_missing if isinstance(one, _Value) else one.value == "" for one in (left, right)):
            return False
        kinds: tuple[tuple[Callable[[_Value | Constant], Any], str], ...] = (
            (_number, "a number"),
            (_day, "a day, as in 2026-11-27"),
        )
        for read, expected in kinds:
            found = read(left), read(right)
            if None not in found:
                return order(*found)
            for one, known, other in ((left, found[0], right), (right, found[1], left)):
                is_text = isinstance(one, Constant) and isinstance(one.value, str)
                if known is not None and not is_text and isinstance(other, _Value):
                    raise other.unfit(expected)
        return order(_text(left), _text(right))


def _is_true(one: _Value | Constant) -> bool:
    if isinstance(one, Constant):
        return bool(one.value)
    read = number_in(one.text, "point") or number_in(one.text, "comma")
    return bool(one.text) and one.text.lower() not in _FALSE and not (read and read.value == 0)


def _text(one: _Value | Constant) -> str:
    return composed(one.text if isinstance(one, _Value) else str(one.value))


def _number(one: _Value | Constant) -> Decimal | None:
    if isinstance(one, _Value):
        return one.number
    if isinstance(one.value, str):
        return _number_between_quotes(one.value)
    return one.value if isinstance(one.value, Decimal) else None


def _day(one: _Value | Constant) -> date | None:
    if isinstance(one, _Value):
        return one.day
    if isinstance(one.value, str):
        return _day_between_quotes(one.value)
    return one.value if isinstance(one.value, date) else None


@lru_cache(maxsize=512)  # as many as a condition has room for, each asked for with each row
def _number_between_quotes(text: str) -> Decimal | None:
    read = number_in(text, "point")
    return read.value if read else None


@lru_cache(maxsize=512)
def _day_between_quotes(text: str) -> date | None:
    return written_day(text, "en")
