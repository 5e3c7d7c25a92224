"""Mutants: the mistakes that are made, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mutation.__main__ import changed_lines, near_tests
from tests.mutation.mutants import mutants


@pytest.mark.parametrize(
    ("line", "mistakes"),
    [
        ("a < b", ["a <= b"]),
        ("a  is  not b", ["a  is b"]),
        ("(a) not in (b)", ["(a) in (b)"]),
        ("a + é * b", ["a - é * b", "a + é / b"]),
        ("a and b", ["True and b", "a and True"]),
        ("a or b", ["False or b", "a or False"]),
        ("not a", ["a"]),
        ("x = 3 if a else 0", ["x = 0 if a else 0", "x = 3 if (not (a)) else 0", "x = 3 if a else 1"]),
        ("if a: b", ["if (not (a)): b"]),
        ("f(a, AIR)", ["f(a, 0)"]),
        ("max(a, b)", ["min(a, b)", "max(a, a)", "max(b, b)"]),
        ("sorted(a, key=b)", ["sorted(a)"]),
        ("f(True)", ["f(False)"]),
        ("a: int = b", []),
        ("def f(a: A[1]) -> 3: ...", []),
        ("'''A text of 3 > 2.'''", []),
        ("f'{a}: {b + c}'", ["f'{a}: {b - c}'"]),
    ],
)
def test_each_is_one_small_mistake(line, mistakes):
    """The rest stays as it is written."""
    assert sorted(one.text for one in mutants(line)) == sorted(mistakes)


def test_only_those_on_some_lines():
    """Those that changed."""
    assert [(one.line, one.before, one.after) for one in mutants("a < b\nc < d\n", {2})] == [(2, "<", "<=")]


DIFF = """\
--- a/deckmaker/layout/deck.py
+++ b/deckmaker/layout/deck.py
@@ -3,0 +4,2 @@ def f
+a
+b
@@ -9 +11 @@
-c
+d
@@ -20,2 +21,0 @@
-e
-f
--- a/docs/deck.md
+++ b/docs/deck.md
@@ -1 +1 @@
-g
+h
"""


def test_changed_lines_are_those_that_are_new():
    """What is gone cannot be broken, and docs are no modules."""
    assert changed_lines(DIFF) == {Path("deckmaker/layout/deck.py"): {4, 5, 11}}


def test_tests_are_near_that_name_the_module_or_mirror_its_folder():
    """Those that name it come first, since they fail first."""
    near = near_tests(Path("deckmaker/layout/memory.py"))
    assert "tests/layout/test_memory.py" in near[:-1] and near[-1] == "tests/layout"
