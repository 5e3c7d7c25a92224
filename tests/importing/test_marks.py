"""Marks beside one another: one that has no form in a deck takes none of the others along."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics, SourceFile, Span
from deckmaker.importing.marks import with_marks
from deckmaker.model import Run
from deckmaker.resolve.inline import parse_inline

HERE = Span(SourceFile("", ""), 1, 1, 1, 1)
LINK = Run("page", link="https://example.org/")


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([Run("Note:", bold=True), Run("text "), LINK], "**Note**:text [page](https://example.org/)"),
        ([Run("注意：", bold=True), Run("请访问"), LINK], "**注意**：请访问[page](https://example.org/)"),
        ([Run("see"), Run("(this)", bold=True), Run("or "), LINK], "see(**this**)or [page](https://example.org/)"),
        ([Run("(this)", bold=True), Run("or "), LINK], "(**this**)or [page](https://example.org/)"),
        ([Run("a"), Run("“b", italic=True), Run("c "), Run("d", bold=True)], "a“*b*c **d**"),
        ([Run("a", bold=True), Run("b", italic=True), Run("c"), Run("d", bold=True)], "**a***b*c**d**"),
        (
            [Run("a", italic=True), Run("b "), Run("...", bold=True), Run("c "), LINK],
            "*a*b ...c [page](https://example.org/)",
        ),
        ([Run("5*", bold=True), Run("x"), Run("*"), Run(" y "), LINK], "**5**\\*x\\* y [page](https://example.org/)"),
    ],
)
def test_a_mark_without_a_form_leaves_the_others(runs, text):
    """It leaves out the signs at its ends, or goes alone."""
    assert with_marks(runs) == text


@given(
    st.lists(
        st.builds(
            Run,
            st.text("ab *:)(`[]!", min_size=1, max_size=3),
            bold=st.booleans(),
            italic=st.booleans(),
            link=st.sampled_from([None, "https://example.org/", "https://example.com/a_(b)"]),
        ),
        max_size=6,
    )
)
def test_all_words_and_links_stay(runs):
    """Whatever stands beside them."""
    read = parse_inline(with_marks(runs), HERE, Diagnostics(), may_break=True)
    assert _linked(read) == _linked(runs)


def _linked(runs):
    return [(sign, run.link) for run in runs for sign in run.text if not sign.isspace()]
