"""Fenced divs of Markdown that are called as callouts are: they become such, with their titles."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


def slide(body: str) -> tuple[dict[str, object], list[str]]:
    """Return the slide of a text, without its title, and what is said."""
    found = imported(f"# T\n\n## S\n\n{body}\n\n## E\n\n- y\n")
    return {key: value for key, value in found.slides[0].items() if key != "title"}, [one for _, one in found.messages]


@pytest.mark.parametrize(
    ("fence", "kind", "title"),
    [
        ("::: warning Watch out", "warning", "Watch out"),
        ('::: {.callout-note title="Watch *out*"}', "note", r"Watch \*out\*"),
        ("::: {.callout-important title='Watch' collapse=true}", "finding", "Watch"),
        (":::{note} Watch out", "note", "Watch out"),
        (":::note[Watch out]", "note", "Watch out"),
        (":::danger[Watch]{.wide}", "warning", "Watch"),
        ("::: tip", "note", ""),
        ("::: {.callout-caution #id}", "warning", ""),
        ("::::: Question ::::::", "question", ""),
        ("::: warning columns", "warning", "columns"),
    ],
)
def test_a_div_that_warns_is_a_callout(fence, kind, title):
    """As Pandoc, Quarto, Docusaurus, VitePress and MyST have them."""
    end = ":" * (len(fence) - len(fence.lstrip(":")))
    titled = {"title": title} if title else {}
    assert slide(f"{fence}\nwords *so*\n\nmore\n{end}\n\nafter") == (
        {"callout": {"kind": kind, **titled, "text": "words *so*\n\nmore\n"}, "text": "after"},
        [],
    )


def test_the_heading_that_begins_a_callout_is_its_title():
    """As Quarto has it."""
    found = slide("::: {.callout-tip}\n### A *head*\n\nwords\n:::")
    assert found == ({"callout": {"kind": "note", "title": "A *head*", "text": "words"}}, [])


def test_what_a_callout_cannot_hold_stands_below_it():
    """Which is told."""
    found, said = slide("::: warning Watch out\nwords\n\n- a\n:::")
    assert found == {"callout": {"kind": "warning", "title": "Watch out", "text": "words"}, "bullets": ["a"]}
    assert said == ["what a callout cannot hold stands below it"]


def test_callouts_with_titles_end_where_they_end_in_other_divs():
    """In columns, one of which they would end."""
    body = ":::: columns\n::: column\n::: warning Watch out\na\n:::\nb\n:::\n::: column\nc\n:::\n::::"
    columns = [{"callout": {"kind": "warning", "title": "Watch out", "text": "a"}, "text": "b"}, {"text": "c"}]
    assert slide(body) == ({"columns": columns}, [])


@pytest.mark.parametrize(
    ("column", "expected", "said"),
    [
        ('.callout-note title="Watch out"', {"callout": {"kind": "note", "title": "Watch out", "text": "a"}}, []),
        (".callout-warning", {"callout": {"kind": "warning", "text": "a"}}, []),
        ('.fragment title="Watch out"', {"text": "a"}, ["words behind the colons of a div are left out: `Watch out`"]),
    ],
)
def test_a_column_that_is_more_is_that_as_well(column, expected, said):
    """A callout, with its title."""
    body = f':::: columns\n::: {{.column {column} width="50%"}}\na\n:::\n::: column\nb\n:::\n::::'
    assert slide(body) == ({"columns": [expected, {"text": "b"}]}, said)


def test_a_column_may_say_how_its_list_comes():
    """One by one."""
    body = ":::: columns\n::: {.column .incremental}\n- a\n- c\n:::\n::: column\nb\n:::\n::::"
    assert slide(body) == ({"incremental": "true", "columns": [{"bullets": ["a", "c"]}, {"text": "b"}]}, [])


@pytest.mark.parametrize(
    "fence", ["details Watch out", '{.theorem title="Watch out"}', "{figure} Watch out", "x[Watch out]"]
)
def test_the_title_of_another_div_is_told(fence):
    """What it holds is there as if it stood alone."""
    assert slide(f"::: {fence}\nwords\n:::") == (
        {"text": "words"},
        ["words behind the colons of a div are left out: `Watch out`"],
    )
