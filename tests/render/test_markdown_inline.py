"""Inline Markdown: what is written is read back by a CommonMark parser, under the same marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from deckmaker.model import Run
from deckmaker.model.text import join_runs
from deckmaker.render.markdown_inline import inline

TEXTS = st.text("ab1 ,.!(…“*_€|。\\`é\u00a0\u0301", min_size=1, max_size=4)
LINKS = st.sampled_from([None, None, None, "https://example.org/a_(b)", "https://example.org/c|d"])
RUNS = st.lists(
    st.builds(Run, TEXTS, st.booleans(), st.booleans(), st.integers(0, 4).map(lambda n: n == 0), LINKS, st.just(0)),
    max_size=6,
)
B, Y = {"bold": True}, {"italic": True}


def read(markdown: str) -> list[tuple[str, bool, bool, bool, str | None]]:
    """Return each character with its marks: bold, italic, code and link."""
    found, bold, italic, link = [], 0, 0, None
    for token in MarkdownIt("commonmark").parseInline(markdown)[0].children or ():
        bold += token.nesting * (token.tag == "strong")
        italic += token.nesting * (token.tag == "em")
        if token.tag == "a":
            link = token.attrs.get("href")
        elif token.type in ("text", "code_inline"):
            code = token.type == "code_inline"
            found += [(one, bold > 0, italic > 0, code, link) for one in token.content]
        assert token.type != "image"
    return found


def typed(runs: tuple[Run, ...]) -> list[tuple[str, bool, bool, bool, str | None]]:
    """Return the same for runs."""
    links = {one.link: one.link and one.link.replace("|", "%7C") for one in runs}
    return [(one, run.bold, run.italic, run.code, links[run.link]) for run in runs for one in run.text]


@given(RUNS.map(join_runs))
def test_marks_are_read_back(runs):
    """All words, and each letter under its marks; spaces and punctuation at the edges of an emphasis may be outside."""
    found, meant = read(inline(runs, 1)), typed(runs)
    assert "".join(one[0] for one in found) == "".join(one[0] for one in meant)
    assert [one for one in found if one[0].isalnum()] == [one for one in meant if one[0].isalnum()]


@given(st.lists(st.builds(Run, st.text("ab ,", min_size=1, max_size=3), st.booleans(), st.booleans())).map(join_runs))
def test_nothing_but_edges_loses_its_marks(runs):
    """Of bold words, all that is between the first and the last letter is bold."""
    found, meant = read(inline(runs, 1)), typed(runs)
    for index in range(1, len(meant) - 1):
        if all(one[0].isalpha() and one[1] for one in (meant[index - 1], meant[index + 1])) and meant[index][1]:
            assert found[index][1]


@pytest.mark.parametrize(
    ("runs", "markdown"),
    [
        ([Run("x", **B), Run(", ", **B), Run("y", bold=True, italic=True)], "**x, *y***"),
        ([Run("CO", **B), Run("2", bold=True, script=-1), Run(" a", **B)], "**CO~2~ a**"),
        (
            [Run("see ", **B), Run("here", bold=True, link="https://x.org"), Run(".")],
            "**see [here](<https://x.org>)**.",
        ),
        ([Run("a "), Run("all of it", link="https://x.org"), Run(" b", link="https://x.org", **B)], None),
        ([Run("a,", **B), Run("b")], "**a**,b"),
        ([Run("句。", **B), Run("后")], "**句**。后"),
        ([Run(" a ", **B), Run("b")], " **a** b"),
        ([Run("a", **B), Run("b", **Y)], "**a**<!-- -->*b*"),
        ([Run("a", **B), Run("b", bold=True, italic=True), Run("c", **B)], "**a*b*c**"),
        ([Run("a"), Run("b", **Y), Run("c")], "a*b*c"),
        ([Run("f()", code=True, **B), Run("s")], "**`f()`**<!-- -->s"),
        ([Run("wow!"), Run("a", link="https://x.org")], "wow\\![a](<https://x.org>)"),
        ([Run("2", script=1), Run(" ", script=-1), Run("c", italic=True, script=-1)], "^2^ ~*c*~"),
        (
            [Run("def ", code=True, syntax="keyword"), Run("f", code=True, syntax="name"), Run("()", code=True)],
            "`def f()`",
        ),
    ],
)
def test_markdown_is_as_plain_as_it_can_be(runs, markdown):
    """Neighbours are under one mark; only where marks would run into one another are they set apart."""
    assert inline(runs, 1) == (markdown or "a [all of it **b**](<https://x.org>)")
