"""Links in HTML within Markdown lead where they led."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported

TOLD = "a link in HTML is a text now"


def read(body: str) -> tuple[str, list[str]]:
    """Return the text of a slide, and what is said of it."""
    found = imported(f"# T\n\n## S\n\n{body}\n\n## E\n\n- y\n")
    return found.slides[0]["text"], [message for _, message in found.messages]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ('<p>See <a href="https://e.org/">the *words*</a>, and</p>', r"See [the \*words\*](https://e.org/), and"),
        ('<div><a href="https://e.org/a_(b)">\n  x <b>y</b>\n</a></div>', "[x y](<https://e.org/a_(b)>)"),
        ('<p>a <a href="#e">b</a></p>', "a [b](#e)"),
        ('<p><a href="mailto:a@e.org">x</a><a href="https://e.org">y</a></p>', "[x](mailto:a@e.org)[y](https://e.org)"),
        ('See <a href="https://e.org/">the *words*</a>, and', "See [the *words*](https://e.org/), and"),
        ('w[^1]\n\n[^1]: <p>See <a href="https://e.org/">it</a></p>', "w^[See [it](https://e.org/)]"),
    ],
)
def test_a_link_in_html_is_a_link(html, text):
    """In blocks, among words and in footnotes."""
    assert read(html) == (text, [])


@pytest.mark.parametrize("address", ["a.md", "javascript:x()", "#nowhere"])
@pytest.mark.parametrize("html", ['<p>See <a href="{}">it</a></p>', 'See <a href="{}">it</a>'])
def test_a_link_in_html_that_leads_nowhere_is_told(html, address):
    """Its words stay."""
    assert read(html.format(address)) == ("See it", [TOLD])


def test_a_link_in_notes_has_its_address_behind_it():
    """Notes are plain text."""
    body = '<p>See <a href="https://e.org/">it</a> now</p>\n\nAnd <a href="https://e.org/b">that</a>.'
    found = imported(f"# T\n\n---\n\n# S\n\nx\n\n::: notes\n{body}\n:::\n")
    assert found.slides[0]["notes"] == "See it (https://e.org/) now\n\nAnd that (https://e.org/b).\n"
