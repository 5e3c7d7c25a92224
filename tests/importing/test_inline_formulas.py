"""Formulas among words of Markdown: decks have none there, and none of their signs is a mark."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.importing.markdown import inline_formulas
from deckmaker.resolve.inline import parse_inline
from tests.importing.markdown_decks import imported

NOWHERE = Span(SourceFile("", ""), 1, 1, 1, 1)
TOLD = "formulas among words stay as they are typed"


@pytest.mark.parametrize(
    "formula",
    [
        "$x^2+y^2=z^2$",
        r"\\(x^a+y^a\\)",
        r"\\[x^a+y^a\\]",
        "$a*b*c$",
        "$a~b~$",
        "$[a](b)$",
        "$x<y>z$",
        r"$\frac{1}{2}\$x^2^$",
        "$$x^2+y^2$$",
        "$x$",
        "$x$/$y$",
    ],
)
@pytest.mark.parametrize("text", ["Circles {} here", "{}, and words", "- {}", "| A |\n|---|\n| {} |"])
def test_formulas_among_words_stay_as_they_are_typed(formula, text):
    """Wherever they stand, which is told."""
    found = imported(f"# T\n\n## S\n\n{text.format(formula)}\n\n## E\n\ny\n")
    value = found.slides[0]
    words = (
        value["table"]["rows"][1][0]
        if "table" in value
        else value["bullets"][0]
        if "bullets" in value
        else value["text"]
    )
    runs = parse_inline(words, NOWHERE, Diagnostics())
    assert formula in "".join(run.text for run in runs)
    assert not any(run.bold or run.italic or run.script or run.link for run in runs)
    assert [one[1].partition(":")[0] for one in found.messages] == [TOLD]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It costs $5 and $6.", "It costs $5 and $6."),
        ("$5/$6 *so*", "$5/$6 *so*"),
        ("US$ 5^th^ and A$ 6", "US$ 5^th^ and A$ 6"),
        (r"\(a *note*\)", "(a *note*)"),
        (r"\[Ctrl_L\] = {}", r"\[Ctrl_L\] = {}"),
        (r"\(a^2 = b\)", "(a^2 = b)"),
        (r"\[[it](https://e.org/a_b)\]", r"\[[it](https://e.org/a_b)\]"),
        (r"\\(a_b [it](https://e.org/a_b)\\)", r"\\(a_b [it](https://e.org/a_b)\\)"),
        ("$a [it](https://e.org/) b$", "$a [it](https://e.org/) b$"),
        ("$a <https://e.org/> b$", "$a <https://e.org/> b$"),
        ("Set $HOME/*bin*:$PATH", "Set $HOME/*bin*:$PATH"),
        (r"\$x^2^$", "$x^2^$"),
        ("$`x`$", "$`x`$"),
        ("`$x^2$`", "`$x^2$`"),
        ("$ x^2^ $", "$ x^2^ $"),
        ("$$", "$$"),
    ],
)
def test_prices_and_brackets_are_no_formulas(text, expected):
    """Their words keep their marks."""
    found = imported(f"# T\n\n## S\n\n{text}\n\n## E\n\ny\n")
    assert found.slides[0]["text"] == expected
    assert found.messages == []


def test_formulas_in_a_file_are_told_once():
    """With some of them; in notes, which have no marks, nothing changes."""
    found = imported("# T\n\n---\n\n# $a^2$\n\n$b^2$\n\n::: notes\n$c^2$\n:::\n\n---\n\n# E\n\ny")
    assert found.messages == [(5, f"{TOLD}: `$a^2$`, `$b^2$`")]
    assert found.slides[0] == {"title": r"$a\^2$", "text": r"$b\^2$", "notes": "$c^2$"}


@pytest.mark.parametrize("text", ["x ", "\\\\(x ", "\\[", "$$x"])
def test_no_end_of_a_formula_is_looked_for_far_away(text):
    """Else the time grows with the square of a text in which many begin."""
    line = text * 2000
    assert inline_formulas._length(f"\\\\({line}^\\\\)", 0, r"\\(", r"\\)") is None
