"""Where modules hand patterns to `re`, found without a walk over all that they hold: tests are collected with it.

Those handed to `deckmaker.patterns` are compiled by `re` later.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

FUNCTIONS = ("compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub")
_WRITTEN = re.compile(rf"\bre\.(?:{'|'.join(FUNCTIONS)})\(|(?<![.\w])pattern\(")


def nodes_about_patterns(text: str) -> Iterator[ast.AST]:
    """Yield each node of those outermost statements of a module in which `re` is called, or `pattern`."""
    lines = {text.count("\n", 0, found.start()) + 1 for found in _WRITTEN.finditer(text)}
    for statement in ast.parse(text).body if lines else ():
        end = statement.end_lineno or statement.lineno
        if any(statement.lineno <= line <= end for line in lines):
            yield from ast.walk(statement)


def calls_in(nodes: Iterator[ast.AST] | list[ast.AST]) -> Iterator[tuple[ast.Call, str]]:
    """Yield each call of a function of `re`, with the function's name: `compile` for a pattern to be compiled later."""
    for node in nodes:
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id == "pattern":
            yield node, "compile"
        if isinstance(function := node.func, ast.Attribute):
            of_re = isinstance(function.value, ast.Name) and function.value.id == "re"
            if of_re and function.attr in FUNCTIONS:
                yield node, function.attr
