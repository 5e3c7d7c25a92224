"""Whether a condition holds for the values of a scope."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from deckmaker.localization.typed_numbers import MISSING, number_in
from deckmaker.localization.written_days import written_day
from deckmaker.values.conditions.terms import AllOf, AnyOf, Comparison, Constant, Not, Operand, Term
from deckmaker.values.evaluation import number_of, quoted
from deckmaker.values.expression import Expression
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
    values: dict[Expression, _Value] = {}
    for one in expressions:
        try:
            values[one] = _Value(one, looked_up(one, scope), language)
        except ValueMistake as mistake:
            mistake.column = column_of(one, scope)
            raise
    if any(value.is_lost for value in values.values()):
        return True
    try:
        return _Holding(values, language).term(term)
    except ValueMistake as mistake:
        mistake.column = next((column_of(one, scope) for one in values if one.begin == mistake.begin), None)
        raise


class _Value:
    """A value of the scope, as a text in one line, read as a number or a day where it is asked to be."""

    def __init__(self, expression: Expression, cell: Cell, language: str) -> None:
        self.is_lost = cell is LOST
        self.expression, self._cell, self._language = expression, cell, language
        self.text = one_line(cell.text)
        if not self.text and expression.default:
            self.text, self._cell = one_line(expression.default), Cell(expression.default)

    @property
    def is_missing(self) -> bool:
        """Whether it is empty, or stands for a number that is not known."""
        return self.text.lower() in MISSING

    @property
    def number(self) -> Decimal | None:
        """The number that it is. Raises ValueMistake where it may be one of two."""
        return number_of(self._cell, self.text, self.expression, self._language)

    @property
    def day(self) -> date | None:
        """The day that it is."""
        return written_day(self.text, self._language)

    def unfit(self, expected: str) -> ValueMistake:
        """Return that it is compared with what it cannot be compared with."""
        name = ".".join(self.expression.path)
        message = f"`{name}` is `{quoted(self.text)}`: expected {expected}"
        help = "mend the value, or ask first whether it is one that counts"
        return ValueMistake(UNUSABLE, message, self.expression.begin, self.expression.end, help)


class _Holding:
    """Looks at terms, from left to right, as far as they matter."""

    def __init__(self, values: Mapping[Expression, _Value], language: str) -> None:
        self._values, self._language = values, language

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
        return operand if isinstance(operand, Constant) else self._values[operand]

    def _equal(self, left: _Value | Constant, right: _Value | Constant) -> bool:
        for one, other in ((left, right), (right, left)):
            if isinstance(one, Constant) and isinstance(one.value, bool):
                return _text(other).lower() == str(one.value).lower()
            if isinstance(one, Constant) and isinstance(one.value, str):
                return _text(other) == one.value
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
    return one.text if isinstance(one, _Value) else str(one.value)


def _number(one: _Value | Constant) -> Decimal | None:
    if isinstance(one, _Value):
        return one.number
    if isinstance(one.value, str):
        read = number_in(one.value, "point")
        return read.value if read else None
    return one.value if isinstance(one.value, Decimal) else None


def _day(one: _Value | Constant) -> date | None:
    if isinstance(one, _Value):
        return one.day
    if isinstance(one.value, str):
        return written_day(one.value, "en")
    return one.value if isinstance(one.value, date) else None
