"""Columns in Markdown, and what stands above, between and below them."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


@pytest.mark.parametrize("between", ["", "between\n\n", "<!-- for me -->\n\n"])
def test_what_stands_beside_columns_in_their_div_is_above_or_below_them(between):
    """Where the columns begin is the border: between them is no place."""
    columns = f":::: column\nleft\n::::\n\n{between}:::: column\nright\n::::"
    found = imported(f"# T\n\n---\n\n# S\n\n::: columns\nabove\n\n{columns}\n\nbelow\n:::\n\n---\n\n# E\n\ny")
    words = ["between\n\nbelow\n"] if between.startswith("b") else ["below"]
    wanted = ["above", {"columns": [{"text": "left"}, {"text": "right"}]}, *words]
    assert found.slides[0]["content"] == wanted
    assert found.slides[0].get("notes", "") == ("for me" if "<" in between else "")
    assert found.messages == []


@pytest.mark.parametrize("around", ["{}", "::: warning\nmind\n\n{}\n:::"])
def test_columns_in_a_column_stand_below_one_another(around):
    """A column of a deck holds none, which is told."""
    inner = "::: columns\n::: column\n- a\n:::\n::: column\n| b |\n|---|\n| c |\n:::\nd\n:::"
    text = f"::: columns\n::: column\n{around.format(inner)}\n:::\n::: column\ne\n:::\n:::"
    found = imported(f"# T\n\n## S\n\n{text}\n")
    first, second = found.slides[0]["columns"]
    assert [first["bullets"], first["table"]["rows"], first["text"].strip()] == [["a"], [["b"], ["c"]], "d"]
    assert "columns" not in first
    assert second == {"text": "e"}
    assert "columns in a column stand below one another" in [message for _, message in found.messages]


def test_notes_in_a_div_of_columns_are_notes():
    """And no column."""
    text = "::: columns\n:::: column\na\n::::\n:::: column\nb\n::::\n:::: notes\nSay it.\n::::\n:::"
    slide = imported(f"# T\n\n## S\n\n{text}\n").slides[0]
    assert slide == {"title": "S", "columns": [{"text": "a"}, {"text": "b"}], "notes": "Say it."}


@pytest.mark.parametrize("slot", ["footer", "bottom", "my-own", " spaced "])
@pytest.mark.parametrize("left", ["", "::left::\n\nl\n\n"])
def test_all_slots_of_slidev_are_on_the_slide(slot, left):
    """Those that are no columns stand below them, by whatever names a layout has them."""
    text = (
        f"---\nlayout: two-cols-header\n---\n\n# T\n\n---\n\n# S\n\nd\n\n{left}::right::\n\nr\n\n::{slot}::\n\nlast\n"
    )
    slide = imported(text).slides[0]
    columns = {"columns": [{"text": "l" if left else "d"}, {"text": "r"}]}
    assert slide == (
        {"title": "S", "content": ["d", columns, "last"]} if left else {"title": "S", **columns, "text": "last"}
    )


@pytest.mark.parametrize("above", ["left", "- left", "> left", "| left |\n|---|\n| b |", "# left", "::default::\nleft"])
@pytest.mark.parametrize(
    "below", ["right", "right\n\n::bottom::\n---", "- right", "## right", "![right](p.png)", "```\nright\n```"]
)
@pytest.mark.parametrize("gaps", [("\n", "\n"), ("\n", "\n\n"), ("\n\n", "\n")])
def test_marks_of_slots_need_no_empty_lines_around_them(above, below, gaps):
    """Slidev reads them line by line."""
    text = f"---\nlayout: cover\n---\n# T\n\n---\nlayout: two-cols\n---\n\n# S\n\n{above}"
    one, other = imported(f"{text}{gaps[0]}::right::{gaps[1]}{below}\n").slides[0]["columns"]
    assert ["left" in str(one), "right" in str(other), "::" in f"{one}{other}"] == [True, True, False]


def test_marks_of_slots_are_words_in_code_and_in_other_files():
    """And within a line."""
    code = "---\nlayout: cover\n---\n# T\n\n---\n\n# S\n\n```\na\n::right::\nb\n```\n\nx ::right:: y\n"
    assert imported(code).slides[0]["text"].count("::right::") == 2
    assert "::right::" in imported("# T\n\n---\n\n# S\n\na\n::right::\nb\n").slides[0]["text"]
