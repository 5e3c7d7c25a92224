"""The regular expressions of the package: none goes back and forth, on whatever a deck, a table or a picture holds.

Those that read drawings are looked at where drawings are.
"""

from __future__ import annotations

import ast
import importlib
import re
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from deckmaker.language.deck import LANGUAGE_TAG
from deckmaker.localization.typed_numbers import _FORMS
from deckmaker.resolve.charts.typed_quarters import _forms
from tests.calls_of_re import FUNCTIONS, calls_in, nodes_about_patterns
from tests.hostile.steps import Endless, Steps, hostile_texts
from tests.projects import ROOT

pytestmark = pytest.mark.slow  # all of the package is read to find them

PACKAGE = ROOT / "deckmaker"

OWN = ("patterns.py", "render/html/speaker.py")
"""What compiles for all others, and what reads files of deckmaker's own and nothing else."""

_USES_RE = re.compile(r"^ *(?:import re|from deckmaker\.patterns import pattern)$", re.MULTILINE)

GIVEN = {
    "LANGUAGE_TAG": LANGUAGE_TAG,
    "agreed": "(?<=a)(?=b)",
    "anywhere": "a-z",
    "delimiter": ";",
    "form": "[0-9]{4}",  # each of quarters is looked at by itself
    "labels": {"Photo", "Image"},
    "mark": b"\\x89PNG",
    "patterns": (r"\bnon[- ]?commercial", "非商业"),
    "phrase": "a b",
    "self": type("Any", (), {"_pattern": "#[0-9A-Fa-f]{6}"}),
    "value": "a",
}
"""What names within functions may stand for, where a pattern is made of them."""


class Pattern(NamedTuple):
    """A pattern, where it stands, and each way in which it is used."""

    place: str
    pattern: str | bytes
    flags: int
    uses: tuple[str, ...]


def patterns() -> list[Pattern]:
    """Return every pattern that the package hands to `re`."""
    found = []
    for path in sorted(PACKAGE.rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        if "drawings" not in path.parts and path.relative_to(PACKAGE).as_posix() not in OWN and _USES_RE.search(text):
            found += _patterns_in(path, text)
    return found


def _patterns_in(path: Path, text: str) -> list[Pattern]:
    nodes = [*nodes_about_patterns(text)]
    names = {
        id(node.value): node.targets[0].id
        for node in nodes
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
    }
    found = []
    for node, function in calls_in(nodes):
        module = vars(importlib.import_module(module_name(path)))
        pattern = eval(ast.unparse(node.args[0]), module | {key: GIVEN[key] for key in GIVEN.keys() - module.keys()})
        flags = [one for one in ("IGNORECASE", "DOTALL", "MULTILINE") if one in ast.unparse(node)]
        uses = (function,)
        if function == "compile":
            uses = tuple(sorted({*re.findall(rf"\b{names.get(id(node), '-')}\.(\w+)\(", text)} & {*FUNCTIONS}))
        place = f"{path.relative_to(PACKAGE)}:{node.lineno}"
        if not isinstance(pattern, (str, bytes)):
            flags, pattern = [], pattern.pattern
        found.append(Pattern(place, pattern, sum(getattr(re, one) for one in flags), uses or ("search",)))
    return found


def module_name(path: Path) -> str:
    """Return the name under which a file of the package is imported."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


QUARTERS = [
    Pattern(f"a form of quarters, {number}", one.pattern, re.IGNORECASE, ("fullmatch",))
    for number, one in enumerate(_forms("de"))
]
PATTERNS = [*patterns(), *QUARTERS]
SIZE, ENOUGH = 16, 3


def growths(pattern: str | bytes, flags: int, use: str) -> list[str]:
    """Return the texts on which a pattern takes more than its share of steps where they are twice as long."""
    steps = Steps(pattern, flags, use)
    found = []
    for once, twice in zip(hostile_texts(pattern, SIZE, flags), hostile_texts(pattern, 2 * SIZE, flags), strict=True):
        try:
            if steps.count(twice) > 2.7 * steps.count(once) + 60:
                found.append(once)
        except Endless:
            found.append(once)
        if len(found) == ENOUGH:
            break
    return found


@pytest.mark.alike(every=5)
@pytest.mark.parametrize("one", PATTERNS, ids=[one.place for one in PATTERNS])
def test_a_pattern_does_not_go_back_and_forth(one, monkeypatch):
    """Texts twice as long take twice the steps, whatever they are made of."""
    monkeypatch.setattr(sys, "setrecursionlimit", sys.setrecursionlimit)
    sys.setrecursionlimit(20_000)
    assert {use: growths(one.pattern, one.flags, use) for use in one.uses} == {use: [] for use in one.uses}


def test_patterns_that_are_put_together_do_not_either():
    """Those of numbers, by their decimal sign."""
    for form in _FORMS.values():
        assert growths(form.pattern, 0, "fullmatch") == []


def test_all_patterns_are_found():
    """There are about a hundred."""
    assert len(PATTERNS) > 80


@pytest.mark.parametrize(
    ("pattern", "use"),
    [
        ("(a+)+b", "match"),
        ("(a|a)*b", "match"),
        (r"\s*\S+\s*=", "search"),
        (r"\s+$", "search"),
        ("a*a*b", "match"),
        (r"/\*.*?\*/", "search"),
        (r"(?:\d+\.?\d*)+x", "fullmatch"),
        ("[a-z]+[.]", "search"),
    ],
)
def test_a_pattern_that_goes_back_is_found(pattern, use):
    """Or the others would mean nothing."""
    assert growths(pattern, 0, use)


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        ("a+b|c", "aab", True),
        (r"(?<=a)\bx?", "ab", False),
        (r"[^\W\d]+(?=!)", "abc!", True),
        ("(?:ab){2,}+c", "ababab", False),
        ("(?i)[a-c]+$", "ABC\n", True),
        (r"(?<!\d)1", "1", True),
    ],
)
def test_steps_are_those_of_the_pattern(pattern, text, found):
    """What is counted finds what Python finds."""
    assert bool(re.match(pattern, text)) == found
    steps = Steps(pattern, 0, "match")
    steps._text = text
    assert (next(steps._run(steps._nodes, 0, 0), None) is not None) == found
