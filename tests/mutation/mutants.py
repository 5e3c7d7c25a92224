"""Small mistakes made in a module on purpose: a bound moved, a condition left out, a number changed, a key dropped.

A mutant is the module's text with one of them. Where no test fails of it, nothing holds what it changed.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

_BOTH_WAYS = ("< <=", "> >=", "== !=", "+ -", "* /", "min max", "any all")
_PAIRS = [pair.split() for pair in _BOTH_WAYS] + [["in", "not in"], ["is", "is not"]]
SWAPPED = {one: other for pair in _PAIRS for one, other in (pair, pair[::-1])} | {"//": "*", "%": "*"}
"""Operators and functions, and what a slip would put in their places."""


@dataclass(frozen=True)
class Mutant:
    """A module's text with one small mistake, on a line of the original counted from 1."""

    line: int
    before: str
    after: str
    text: str


def mutants(text: str, lines: Collection[int] | None = None) -> list[Mutant]:
    """Return the mutants of a module's text on some lines, by default on all, in their order.

    None is of an annotation or a docstring: no test could fail of it.
    """
    source = _Source(text)
    found = {}
    for node in _running(ast.parse(text)):
        if isinstance(node, ast.expr) and not source.holds(node):
            continue
        for begin, end, after in _mistakes(node, source):
            line = source.line_of(begin)
            if lines is None or line in lines:
                found[begin, end, after] = Mutant(line, source[begin:end], after, source.with_part(begin, end, after))
    return [one for _, one in sorted(found.items()) if one.before != one.after and _is_python(one.text)]


class _Source:
    """A module's text by bytes, in which Python counts columns."""

    def __init__(self, text: str) -> None:
        self._bytes = text.encode()
        self._starts = [0]
        for line in text.splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line.encode()))

    def __getitem__(self, part: slice) -> str:
        return self._bytes[part].decode()

    def begin(self, node: ast.expr) -> int:
        """Return where a node begins."""
        return self._starts[node.lineno - 1] + node.col_offset

    def end(self, node: ast.expr) -> int:
        """Return where a node ends."""
        assert node.end_lineno is not None and node.end_col_offset is not None, "parsed nodes have an end"
        return self._starts[node.end_lineno - 1] + node.end_col_offset

    def of(self, node: ast.expr) -> str:
        """Return what is written for a node."""
        return self[self.begin(node) : self.end(node)]

    def holds(self, node: ast.expr) -> bool:
        """Tell whether a node is where it says: Python 3.11 is wrong about some in f-strings."""
        try:
            written = ast.parse(f"({self.of(node)})", mode="eval").body
        except (SyntaxError, UnicodeDecodeError):
            return False
        return ast.unparse(written) == ast.unparse(node)

    def line_of(self, place: int) -> int:
        """Return the number of the line that a place is on."""
        return self._bytes.count(b"\n", 0, place) + 1

    def with_part(self, begin: int, end: int, other: str) -> str:
        """Return the whole text with another part."""
        return (self._bytes[:begin] + other.encode() + self._bytes[end:]).decode()


Mistake = tuple[int, int, str]
"""Where a mistake begins and ends, and what it writes there."""


def _running(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield the nodes that do something when the module runs: none of annotations."""
    for name, value in ast.iter_fields(tree):
        if name in ("annotation", "returns", "type_params"):
            continue
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, ast.AST):
                yield one
                yield from _running(one)


def _mistakes(node: ast.AST, source: _Source) -> Iterator[Mistake]:
    match node:
        case ast.Compare(left=left, comparators=[right]):
            yield from _swapped(source, left, right)
        case ast.BinOp(left=left, right=right):
            yield from _swapped(source, left, right)
        case ast.BoolOp(values=values):
            yield from ((source.begin(one), source.end(one), _neutral(node)) for one in values)
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield source.begin(node), source.end(node), source.of(operand)
        case ast.IfExp(test=test) | ast.If(test=test):
            yield source.begin(test), source.end(test), f"(not ({source.of(test)}))"
        case ast.Constant(value=bool(value)):
            yield source.begin(node), source.end(node), str(not value)
        case ast.Constant(value=int() | float() as value):
            yield source.begin(node), source.end(node), "0" if value else "1"
        case ast.Name(id=name, ctx=ast.Load()) if name.isupper() and len(name) > 1:
            yield source.begin(node), source.end(node), "0"
        case ast.Call(func=function, args=arguments, keywords=keywords):
            yield from _called(source, function, arguments, keywords)
        case _:
            return


def _neutral(node: ast.BoolOp) -> str:
    """Return what makes the others of a condition decide alone."""
    return "True" if isinstance(node.op, ast.And) else "False"


def _swapped(source: _Source, left: ast.expr, right: ast.expr) -> Iterator[Mistake]:
    """Yield another operator between two operands, where there is one to swap it for."""
    begin, end = source.end(left), source.begin(right)
    operator = re.search(r"not\s+in|is\s+not|[a-z]+|[^\s()]+", source[begin:end])
    if operator and " ".join(operator[0].split()) in SWAPPED:
        other = SWAPPED[" ".join(operator[0].split())]
        yield begin + operator.start(), begin + operator.end(), other


def _called(
    source: _Source, function: ast.expr, arguments: list[ast.expr], keywords: list[ast.keyword]
) -> Iterator[Mistake]:
    """Yield another function of the same arguments, and calls without one of their arguments."""
    if isinstance(function, ast.Name) and function.id in SWAPPED:
        yield source.begin(function), source.end(function), SWAPPED[function.id]
        if len(arguments) == 2:
            begin, end = source.begin(arguments[0]), source.end(arguments[1])
            yield from ((begin, end, f"{source.of(one)}, {source.of(one)}") for one in arguments)
    for before, keyword in zip(
        [*arguments, *(one.value for one in keywords)][len(arguments) - 1 :], keywords, strict=False
    ):
        if arguments and keyword.arg in ("key", "reverse", "default"):
            yield source.end(before), source.end(keyword.value), ""


def _is_python(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True
