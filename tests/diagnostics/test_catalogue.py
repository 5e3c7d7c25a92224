"""The catalogue: what can be reported can be explained, and the other way round."""

from __future__ import annotations

import ast

import pytest

from deckmaker.diagnostics import CATALOGUE
from tests.projects import ROOT, run


def reported_codes() -> set[str]:
    """Return the first argument of every `….report(…)` in the package; each must be a literal."""
    codes = set()
    for path in (ROOT / "deckmaker").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "report":
                assert isinstance(node.args[0], ast.Constant), f"{path.name}:{node.lineno}: no literal code"
                codes.add(node.args[0].value)
    return codes


def test_every_reported_code_is_catalogued():
    """A message never carries a code that `deckmaker explain` does not know."""
    assert reported_codes() - CATALOGUE.keys() == set()


def test_every_catalogued_code_is_reported_somewhere():
    """The catalogue explains nothing that cannot happen. `cannot-render` is for renderers, ours or others'."""
    assert CATALOGUE.keys() - reported_codes() - {"cannot-render"} == set()


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_is_a_few_words_with_sentences_about_it(code):
    """Codes are lower-case words; meaning and mending are sentences."""
    entry = CATALOGUE[code]
    assert code == code.lower() and all(part.isalpha() for part in code.split("-"))
    assert entry.meaning.endswith(".") and entry.mend.endswith(".")


def test_explain_prints_meaning_and_mending():
    """`deckmaker explain` answers for a code that a message shows."""
    result = run("explain", "duplicate-key")
    assert result.exit_code == 0
    assert result.stdout == (
        "duplicate-key (error)\n\n"
        "A mapping has the same key twice; YAML would silently keep only one.\n\n"
        "To mend it: Remove or rename one of the two.\n"
    )


def test_explain_names_the_nearest_code():
    """A slip in the code is a usage error with a suggestion."""
    result = run("explain", "duplicate-keys")
    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == ("Error: no code `duplicate-keys`; did you mean `duplicate-key`?")
