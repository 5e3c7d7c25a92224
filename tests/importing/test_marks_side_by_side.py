"""Marks of Markdown that stand side by side, for which a deck's stars have no form: no star is seen."""

from __future__ import annotations

import pytest

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.resolve.inline import parse_inline
from tests.importing.markdown_decks import imported

NOWHERE = Span(SourceFile("", ""), 1, 1, 1, 1)


@pytest.mark.parametrize("marks", ["_alpha_*beta*", "__alpha__**beta**"])
@pytest.mark.parametrize(
    ("beside", "kept"),
    [
        ("one", "one"),
        ("one <!-- c -->", "one"),
        ("one[^1]", "one^[foot *so*]"),
        ("10^2^", None),
        ("H~2~O", None),
        ("one^[in **it**]", "one^[in **it**]"),
    ],
)
def test_marks_side_by_side_leave_no_stars(marks, beside, kept):
    """Whatever stands beside them; they are told, and footnotes stay."""
    found = imported(f"# T\n\n## S\n\n{marks} {beside}\n\n- end\n\n## E\n\n- y\n\n[^1]: foot *so*\n")
    text = found.slides[0]["text"]
    assert [one for _, one in found.messages if "lose" in one] == ["words lose their bold and italics"]
    assert "*" not in "".join(run.text for run in parse_inline(text, NOWHERE, Diagnostics()))
    assert text == f"alphabeta {kept}" if kept else text.startswith("alphabeta ")


@pytest.mark.parametrize("words", ["*a* b[^1]", "**a**~2~*b*", "*a*^2^ **b**", "*a*[^1]*b*", "**a***b* x[^1]"])
def test_marks_beside_others_stay(words):
    """Where a deck reads them as Markdown does."""
    found = imported(f"# T\n\n## S\n\n{words}\n\n- end\n\n[^1]: foot *so*\n")
    assert found.slides[0]["text"] == words.replace("[^1]", "^[foot *so*]")
    assert "lose" not in str(found.messages)
