"""Words in brackets with attributes, and code with some, as Pandoc and Quarto have them: attributes are no words."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported


def text(words: str) -> tuple[object, list[str]]:
    """Return the text of a slide, and what is said."""
    found = imported(f"# T\n\n## S\n\n{words}\n\n## E\n\n- y\n")
    return found.slides[0]["text"], [message for _, message in found.messages]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ('[so *it* is]{.alert style="color: red"} then', "so *it* is then"),
        ("a[b]{.x}c", "abc"),
        ("[a [b]{.x} c]{#id}", "a b c"),
        ("*a [b]{.x}*", "*a b*"),
        ("[[a](https://e.org)]{.x}", "[a](https://e.org)"),
        ("a []{#id} b", "a  b"),
        ("`x`{.python} and `y`{}", "`x` and `y`{}"),
        *((one, one) for one in ("[a]{}", "[a] {.x}", "[a]{in euros}", r"\[a]{.x}", "[a{.x}")),
    ],
)
def test_attributes_of_words_in_brackets_are_no_words(words, expected):
    """The brackets are none either. What is none of Pandoc's attributes stays as it is typed."""
    found, said = text(words)
    assert str(found).replace("\\", "") == expected.replace("\\", "")
    assert said == []


def test_titles_of_words_in_brackets_are_told():
    """As those of links."""
    assert text('[WHO]{title="World Health"} says') == (
        "WHO says",
        ["titles of words in brackets are left out: `World Health`"],
    )


def test_a_heading_may_have_words_in_brackets():
    """Which links lead to."""
    found = imported("# T\n\n## A [plan]{.x}\n\nx\n\n## E\n\n[y](#a-plan)\n")
    assert [one["title"] for one in found.slides] == ["A plan", "E"]
    assert found.slides[1]["text"] == "[y](#a-plan)"


def test_brackets_may_stand_deep_in_one_another():
    """However many there are."""
    assert imported(f"# T\n\n## S\n\n{'[' * 9000}x{']{.a}' * 9000}\n").deck
