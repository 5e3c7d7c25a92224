"""Attributes behind headings of Markdown, as Pandoc, Quarto and Kramdown have them, are no words."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported

BEHIND = "what is behind a slide is left out"


@pytest.mark.parametrize(
    ("attributes", "said"),
    [
        ('{background-image="sea.png" background-opacity=0.3}', f"{BEHIND}: `sea.png`"),
        ("{.wide background-video='a_b_c.mp4'}", f"{BEHIND}: `a_b_c.mp4`"),
        ("{#id data-background-iframe=https://e.org/a}", f"{BEHIND}: `https://e.org/a`"),
        ('{background-color="red"}', ""),
        ("{data-state=x}", ""),
        ("{-}", ""),
        ("{.unnumbered .unlisted}", ""),
        ("{: .kramdown}", ""),
    ],
)
@pytest.mark.parametrize("heading", ["## Costs {}", "## Costs   {} ##", "## Other\n\n### Costs {}\n\nx"])
def test_attributes_behind_headings_are_no_words(heading, attributes, said):
    """Of titles and of headings below them; files behind slides are told."""
    found = imported(f"# T\n\n## A\n\n- a\n\n{heading.replace('{}', attributes)}\n\ntext\n\n## E\n\nx\n")
    slide = found.slides[1]
    assert slide.get("heading", slide["title"]) == "Costs"
    assert [message for _, message in found.messages] == ([said] if said else [])


def test_a_heading_may_be_attributes_alone():
    """Its slide has no title."""
    found = imported('# T\n\n---\n\n# {data-state="x" .wide}\n\ntext\n\n---\n\n# E\n\nx\n')
    assert found.slides[0] == {"text": "text"}


@pytest.mark.parametrize(
    "words",
    [
        *("Costs {in euros}", "Sets { }", "Sets {a=b", "Use {x}", "{}", "A {{x}}", "f{1}"),
        *("Solutions {x=1, y=2}", "Solutions {x=1,y=2}", "Hello {name=me and more}", "Files {.env here}"),
        *("/users/{id=a}", "/users/{#id}", "f{.x}", "Sets {a=b} c", 'Say {a="b}', "Sets {a=b}{c=d}"),
    ],
)
def test_other_braces_in_titles_are_words(words):
    """Which are not wholly attributes, or stand close to a word."""
    found = imported(f"# T\n\n## {words}\n\ntext\n\n## E\n\nx\n")
    assert found.slides[0]["title"].replace("\\", "") == words
