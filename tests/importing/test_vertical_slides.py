"""Slides of reveal.js that stand below others: `--` parts them, as `---` parts those beside one another."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


@pytest.mark.parametrize("notes", ["", "Note:\nRemember.\n\n", "text\n\n"])
@pytest.mark.parametrize("heading", ["### Below", "# Below", ""])
def test_two_dashes_begin_a_slide(notes, heading):
    """Also behind notes, which end there."""
    found = imported(f"# T\n\n---\n\n## S\n\n- a\n\n{notes}--\n\n{heading}\n\nwords\n\n--\n\n## Last\n\nx\n")
    below = {"title": "Below"} if heading else {}
    first = {"text": "text"} if notes.startswith("text") else {"notes": "Remember."} if notes else {}
    assert found.slides == [
        {"title": "S", "bullets": ["a"], **first},
        {**below, "text": "words"},
        {"title": "Last", "text": "x"},
    ]


@pytest.mark.parametrize(
    "text",
    ["# T\n\n## S\n\n--\n\nwords\n", "---\nmarp: true\n---\n\n# T\n\n---\n\n# S\n\n--\n\nwords\n"],
)
def test_two_dashes_are_words_where_slides_are_parted_otherwise(text):
    """By headings, or by Marp and Slidev."""
    assert imported(text).slides == [{"title": "S", "text": "--\n\nwords\n"}]


FIRST = "# T\n\n---\n\n## S\n\n"


@pytest.mark.parametrize(
    ("above", "expected"),
    [("words", {"text": "words"}), ("- a\n- b", {"bullets": ["a", "b"]}), ("> q", {"quote": "q"})],
)
@pytest.mark.parametrize("dashes", ["--", "--\n", "\n--", "--\nmore\n---", "--\nmore\n---\n"])
def test_dashes_close_below_a_text_begin_a_slide(above, expected, dashes):
    """The text is no heading, and no word of it is lost."""
    found = imported(f"{FIRST}{above}\n{dashes}\n## E\n\nx\n")
    between = [{"text": "more"}] if "more" in dashes else []
    assert found.slides == [{"title": "S", **expected}, *between, {"title": "E", "text": "x"}]


@pytest.mark.parametrize(
    ("cover", "heading"),
    [("Talk\n====", "Q1\n--"), ("Talk\n====", "Q1\n---"), ("# Talk", "Q1\n----"), ("# Talk", "Q1\n-------------")],
)
@pytest.mark.parametrize("dashes", ["--", "---"])
def test_dashes_close_below_a_text_are_an_underline_in_a_file_that_has_others(cover, heading, dashes):
    """And those of two apart from a text begin a slide there, too."""
    found = imported(f"{cover}\n\n---\n\n{heading}\n\nx\n\n--\n\nQ2\n--\n\ny\n\nQ3\n{dashes}\n\nz\n")
    assert found.slides == [{"title": f"Q{one}", "text": text} for one, text in zip((1, 2, 3), "xyz", strict=True)]


def test_many_dashes_apart_from_a_text_underline_nothing():
    """They part slides, as others do."""
    found = imported("# Talk\n\n---\n\na\n--\nb\n\n----\n\nc\n")
    assert found.slides == [{"text": "a"}, {"text": "b"}, {"text": "c"}]


@pytest.mark.parametrize("held", ["```\na\n--\n```", "<!--\na\n--\n-->"])
def test_dashes_in_code_and_comments_are_words(held):
    """Also in files that rules part."""
    found = imported(f"{FIRST}{held}\n\n---\n\n## E\n\nx\n")
    assert len(found.slides) == 2
    assert "a\n--" in found.slides[0].get("notes", found.slides[0].get("text", ""))


SLIDEV = "---\ndrawings: x\n---\n\n"


def test_a_file_of_slidev_may_have_one_slide():
    """And no dashes."""
    assert imported(f"{SLIDEV}# A\n\nx\n").deck["slides"]


@pytest.mark.parametrize("front", [SLIDEV, ""])
def test_dashes_of_slidev_begin_a_slide_close_below_a_text(front):
    """Also with front matter below them; those that end it begin none."""
    first = "# T\n\n---\nlayout: default\n---\n\n# A\n\n- a\n---\n"
    others = "# B\nwords\n---\nlayout: center\nhide: true\n---\n# C\n\nx\n"
    assert imported(f"{front}{first}{others}").slides == [
        {"title": "A", "bullets": ["a"]},
        {"title": "B", "text": "words"},
        {"title": "C", "hidden": "true", "text": "x"},
    ]


@pytest.mark.parametrize(
    ("beside", "below"), [("<!--s-->", "<!--v-->"), ("'^\\n---\\n$'", "'----'"), ("'===='", "'%%%%'")]
)
def test_lines_of_reveal_md_begin_slides(beside, below):
    """Which its front matter names; notes behind `Note:` are notes then."""
    line, under = (one.strip("'").replace("\\n", "").strip("^$") for one in (beside, below))
    front = f"---\nseparator: {beside}\nverticalSeparator: {below}\n---\n"
    found = imported(f"{front}# T\n\n{line}\n\na\n\nNote: say\n\n{under}\n\nb\n{line}\n\nc\n")
    assert found.slides == [{"text": "a", "notes": "say"}, {"text": "b"}, {"text": "c"}]
    assert found.messages == []


def test_slidev_is_known_by_front_matter_of_a_slide_close_below_a_text():
    """And by a key that no other program has."""
    found = imported("---\ntheme: x\n---\n# T\n---\n---\n# A\nx\n---\nlayout: section\n---\n# B\ny\n")
    assert found.slides == [{"title": "A", "text": "x"}, {"title": "B", "text": "y"}]
