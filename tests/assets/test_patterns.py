"""No pattern of the pictures' readers goes back: so no text makes one take longer than its length.

Calls do not show what a pattern does, so its structure is looked at: what repeats without a bound keeps what it took.
Those that are searched for begin with letters of their own, so that no stretch is tried from each of its letters.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from re import _constants as code  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

import deckmaker.assets
from tests.calls_of_re import calls_in, nodes_about_patterns

FOLDER = Path(deckmaker.assets.__file__).parent
_FEW = 64
"""Repetitions at most that cost nothing, however often they are tried."""


def patterns() -> dict[str, str | bytes]:
    """Return every pattern in the package's code, by file and line; texts of module variables count as patterns."""
    found: dict[str, str | bytes] = {}
    for path in sorted(FOLDER.rglob("*.py")):
        for node, _ in calls_in(nodes_about_patterns(path.read_text(encoding="utf-8"))):
            for one in _constants(node.args[0], path):
                found[f"{path.relative_to(FOLDER)}:{one.lineno}"] = one.value
    from deckmaker.assets import kinds

    for number, one in enumerate(
        [kinds._DRAWING, *(mark for _, mark in kinds._KINDS), *(row[0] for row in kinds._OTHERS)]
    ):
        found[f"kinds.py, {number}"] = one
    return found


def _constants(argument: ast.expr, path: Path) -> Iterator[ast.Constant]:
    """Yield the texts in an argument; one that is put together of others is what they make in its module."""
    if isinstance(argument, ast.JoinedStr):
        module = import_module("deckmaker.assets." + ".".join(path.relative_to(FOLDER).with_suffix("").parts))
        value = eval(compile(ast.Expression(argument), str(path), "eval"), vars(module))
        yield ast.Constant(value, lineno=argument.lineno, col_offset=argument.col_offset)
        return
    for one in ast.walk(argument):
        if isinstance(one, ast.Constant) and isinstance(one.value, str | bytes):
            yield one


def loose(pattern: str | bytes) -> list[str]:
    """Return what repeats in a pattern without a bound and could give back what it took."""
    return list(_loose(parser.parse(pattern)))


def _loose(parts: Any) -> Iterator[str]:
    for operation, argument in parts:
        if operation in (code.MAX_REPEAT, code.MIN_REPEAT):
            _, most, inner = argument
            if most > _FEW:
                yield f"{operation} of {inner}"
            yield from _loose(inner)
        elif operation is code.POSSESSIVE_REPEAT:
            yield from _loose(argument[2])
        elif operation is code.SUBPATTERN:
            yield from _loose(argument[-1])
        elif operation is code.ATOMIC_GROUP:
            yield from _loose(argument)
        elif operation is code.BRANCH:
            for branch in argument[1]:
                yield from _loose(branch)
        elif operation in (code.ASSERT, code.ASSERT_NOT):
            yield from _loose(argument[1])


PATTERNS = patterns()


@pytest.mark.parametrize("where", PATTERNS)
def test_a_pattern_gives_nothing_back(where: str) -> None:
    """What repeats in it without a bound is possessive."""
    assert loose(PATTERNS[where]) == []


def test_patterns_are_found_in_the_code() -> None:
    """Of drawings, of Exif, of JPEGs and of kinds of files."""
    files = {where.partition(":")[0].partition(",")[0] for where in PATTERNS}
    assert {"drawings/references.py", "drawings/size.py", "drawings/text.py", "rights/exif.py", "kinds.py"} <= files
    assert len(PATTERNS) > 20


@pytest.mark.parametrize("pattern", [r"\s*a", r"(?:\d+)?x", r"(a|b+)c", r".*?b", rb"(?>a{0,999})b", r"(?=a*)b"])
def test_a_loose_pattern_would_be_noticed(pattern: str | bytes) -> None:
    """Wherever what repeats stands in it."""
    assert loose(pattern) and re.compile(pattern)


@pytest.mark.parametrize("pattern", [r"\s*+a", r"(?:\d++)?x", r"[a-f]{1,6}b", r"(?!a*+)b"])
def test_a_pattern_that_keeps_what_it_took_passes(pattern: str) -> None:
    """Or that takes a few."""
    assert loose(pattern) == []
