"""A condition's tokens to what it asks.

condition  alternative { "or" alternative }
alternative  test { "and" test }
test       "not" test  |  "(" condition ")"  |  operand [ comparison ]
comparison ( ">" | ">=" | "<" | "<=" | "=" | "==" | "!=" | [ "not" ] "contains" ) operand
           | [ "not" ] "in" "(" operand { "," operand } ")"
           | "is" [ "not" ] ( "empty" | operand )
operand    "{{ path | default … }}"  |  name  |  number  |  day  |  "text"  |  true  |  false
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from deckmaker.budget.values import CONDITION_CHARACTERS, CONDITION_DEPTH
from deckmaker.dataclasses import dataclass, replace
from deckmaker.localization.typed_numbers import number_in
from deckmaker.patterns import pattern
from deckmaker.values.conditions.holding import holds
from deckmaker.values.conditions.terms import AllOf, AnyOf, Comparison, Constant, Not, Operand, Term, paths
from deckmaker.values.conditions.tokens import Token, tokens
from deckmaker.values.expression import Expression, parsed
from deckmaker.values.mistake import CONDITION, UNKNOWN, ValueMistake

_COMPARISONS = (">", ">=", "<", "<=", "=", "==", "!=", "contains")
_CLOSING = {"(": ")", "[": "]"}
_OPERANDS = ("hole", "name", "number", "day", "text", "true", "false")
_THOUSANDS = pattern(r"[+-]?[1-9][0-9]{0,2}\.[0-9]{3}")
"""What may be a number of thousands, or one with three decimals."""
_SHAPE = 'a condition compares values and calculates nothing, as in `{{ sales }} > 0 and region = "North"`'
_NUMBERS = "without signs between thousands, and with a decimal point"
_QUOTES = 'put quotes around a text, as in `"North"`'
_PART = 'write `contains` for a part of a text, as in `region contains "North"`'
_RANGE = "write both ends, as in `sales >= 10 and sales <= 20`"
_SAID = {
    **dict.fromkeys(("like", "ilike", "matches", "startswith", "endswith", "has", "includes"), _PART),
    **dict.fromkeys(("equals", "eq"), "write `=`"),
    **dict.fromkeys(("gt", "above", "over"), "write `>`"),
    **dict.fromkeys(("lt", "below", "under"), "write `<`"),
    "between": _RANGE,
}
"""What people write for a comparison in words, and what to write."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a condition asks; `text` is as it is written."""

    text: str
    term: Term
    expressions: tuple[Expression, ...]
    """What it asks for, in its order."""

    def holds(self, scope: Mapping[str, Any], language: str) -> bool:
        """Tell whether it holds for the values of a scope, whose numbers and days are read as a language (a BCP 47 tag)
        has them. Raises ValueMistake, its offsets being those in `text`.

        It holds where what it asks for is lost: why that is so is reported elsewhere.
        """
        try:
            return holds(self.term, self.expressions, scope, language)
        except ValueMistake as mistake:
            if mistake.code == UNKNOWN and not self.text.startswith("{{", mistake.begin):
                mistake.help = f"{mistake.help}; {_QUOTES}"
            raise


def condition(text: str) -> Condition:
    """Return the condition that a text is. Raises ValueMistake."""
    if len(text) > CONDITION_CHARACTERS.most:
        help = "ask for less, or give the answer a column of its own"
        raise ValueMistake(CONDITION, f"the condition {CONDITION_CHARACTERS.excess(len(text))}", 0, len(text), help)
    parser = _Parser(text)
    term = parser.whole()
    return Condition(text, term, tuple(paths(term)))


class _Parser:
    """Reads tokens from left to right, each once; how deep it may go is bounded."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens: Iterator[Token] = tokens(text)
        self._now = next(self._tokens)
        self._depth = 0

    def whole(self) -> Term:
        """Return the whole condition."""
        if self._now.kind == "end":
            help = "write what to ask, as in `{{ sales }} > 0`"
            raise ValueMistake(CONDITION, "the condition is empty", 0, len(self._text), help)
        term = self._alternatives()
        if self._now.kind != "end":
            raise self._unexpected("`and`, `or` or the end", self._help_behind(term))
        return term

    def _take(self) -> Token:
        token = self._now
        if token.kind != "end":
            self._now = next(self._tokens)
        return token

    def _takes(self, kind: str) -> bool:
        if self._now.kind != kind:
            return False
        self._take()
        return True

    def _alternatives(self) -> Term:
        terms = [self._all()]
        while self._takes("or"):
            terms.append(self._all())
        return AnyOf(tuple(terms)) if len(terms) > 1 else terms[0]

    def _all(self) -> Term:
        terms = [self._test()]
        while self._takes("and"):
            terms.append(self._test())
        return AllOf(tuple(terms)) if len(terms) > 1 else terms[0]

    def _test(self) -> Term:
        begin = self._now
        if begin.kind not in ("not", "("):
            return self._comparison()
        self._depth += 1
        if self._depth > CONDITION_DEPTH.most:
            help = "parentheses and `not` around all of it may go"
            raise ValueMistake(CONDITION, f"the condition {CONDITION_DEPTH.excess()}", begin.begin, begin.end, help)
        self._take()
        if begin.kind == "not":
            term: Term = Not(self._test())
        else:
            term = self._alternatives()
            if not self._takes(")"):
                raise self._unexpected("`)`", self._help_behind(term))
        self._depth -= 1
        return term

    def _comparison(self) -> Comparison:
        left = self._operand()
        begin = self._now
        if begin.kind == "is":
            return self._being(left)
        is_not = self._takes("not")
        sign = self._now.kind
        if sign == "in":
            self._take()
            return Comparison(left, "in", self._list(), is_not)
        if sign == "contains" or (sign in _COMPARISONS and not is_not):
            self._take()
            right = (self._operand(),)
            return Comparison(left, "=" if sign in ("==", "!=") else sign, right, is_not or sign == "!=")
        if is_not:
            whole = "`not` stands before the whole comparison, as in `not sales > 0`"
            is_empty = self._text[self._now.begin :].lower().startswith("empty")
            raise self._unexpected("`in` or `contains`", "write `is not empty`" if is_empty else whole)
        if isinstance(left, Constant) and not isinstance(left.value, bool):
            raise self._alone(left)
        return Comparison(left, "true")

    def _alone(self, constant: Constant) -> ValueMistake:
        """Return what is wrong with a text, number or day that stands alone: whether it holds never depends on a row.
        It may be the whole condition, between quotes that neither a shell nor YAML took away."""
        written = self._text[constant.begin : constant.end]
        help = 'to ask for one of several, write `in`, as in `region in ("North", "South")`'
        if written == self._text.strip():
            help = f"leave the quotes out, as in `{constant.value}`" if isinstance(constant.value, str) else _SHAPE
        return ValueMistake(CONDITION, f"`{written}` alone asks nothing", constant.begin, constant.end, help)

    def _being(self, left: Operand) -> Comparison:
        self._take()
        is_not = self._takes("not")
        if self._takes("empty"):
            return Comparison(left, "empty", (), is_not)
        if self._takes("in"):
            return Comparison(left, "in", self._list(), is_not)
        return Comparison(left, "=", (self._operand(),), is_not)

    def _list(self) -> tuple[Operand, ...]:
        closing = _CLOSING.get(self._now.kind)
        if closing is None:
            raise self._unexpected("`(`", 'write a list behind `in`, as in `in ("North", "South")`')
        self._take()
        found = [self._operand()]
        while self._takes(","):
            found.append(self._operand())
        if not self._takes(closing):
            raise self._unexpected(f"`,` or `{closing}`", None)
        return tuple(found)

    def _operand(self) -> Operand:
        token = self._now
        if token.kind not in _OPERANDS:
            raise self._unexpected("a name or a value", None)
        self._take()
        match token.kind:
            case "hole":
                return _between_braces(self._text, token.begin, token.end)
            case "name":
                return parsed(self._text, token.begin, token.end)
            case "number":
                return Constant(_number(token), token.begin, token.end)
            case "day":
                return Constant(_day(token), token.begin, token.end)
            case "text":
                return self._quoted(token)
            case _:
                return Constant(token.kind == "true", token.begin, token.end)

    def _quoted(self, token: Token) -> Constant:
        text = token.text[1:-1]
        bare, opens = text.strip(), text.find("{{")
        if opens >= 0 and text.find("}}", opens + 2) >= 0:
            is_one = token.text == self._text.strip() or (bare.startswith("{{") and bare.endswith("}}"))
            help = f"leave the quotes out, as in `{text.strip()}`" if is_one else "compare with a value alone"
            message = "a value between quotes would be its name"
            raise ValueMistake(CONDITION, message, token.begin, token.end, help)
        return Constant(text, token.begin, token.end)

    def _unexpected(self, expected: str, help: str | None) -> ValueMistake:
        token = self._now
        found = f"`{token.text}`" if token.text else "the end"
        begin = token.begin if token.text else max(0, token.begin - 1)
        message = f"expected {expected}, and here is {found}"
        return ValueMistake(CONDITION, message, begin, max(token.end, begin), help or _SHAPE)

    def _help_behind(self, term: Term) -> str | None:
        """Return what to write where a name or a text of several words has no braces, or no quotes."""
        if isinstance(term, Comparison) and term.sign == "true" and self._now.kind in _OPERANDS:
            if said := _SAID.get(self._now.text.lower()):
                return said
            name = self._text[term.left.begin : self._now.end]
            return f"put a name of several words between two braces, as in `{{{{ {name} }}}}`"
        last = term.right[-1:] if isinstance(term, Comparison) else ()
        if not last:
            return None
        if isinstance(last[0], Expression):
            return _QUOTES if self._now.kind in _OPERANDS else None
        return f"write numbers {_NUMBERS}" if self._now.kind == "," else None


def _between_braces(text: str, begin: int, end: int) -> Expression:
    """Return an expression whose place is that of its braces, as in texts."""
    try:
        expression = parsed(text, begin + 2, end - 2)
    except ValueMistake as mistake:
        mistake.begin, mistake.end = begin, end
        raise
    if expression.format is not None:
        help = "leave its format out: numbers and days are compared as such, as in `{{ sales }} > 1500`"
        raise ValueMistake(CONDITION, "a value that is compared has no format", begin, end, help)
    return replace(expression, begin=begin, end=end)


def _number(token: Token) -> Decimal:
    read = number_in(token.text, "point")
    if read is None:  # more figures than a number may have
        help = "put quotes around a text, and leave figures out of a number"
        raise ValueMistake(CONDITION, "this is too long for a number", token.begin, token.end, help)
    if _THOUSANDS.fullmatch(token.text):
        help = f"write `{token.text.replace('.', '')}`, or `{token.text}0` where the point is a decimal one"
        message = f"`{token.text}` may be one of two numbers"
        raise ValueMistake(CONDITION, message, token.begin, token.end, help)
    return read.value


def _day(token: Token) -> date:
    try:
        return date.fromisoformat(token.text)
    except ValueError:
        message = f"there is no day `{token.text}`"
        raise ValueMistake(CONDITION, message, token.begin, token.end, "put quotes around a text") from None
