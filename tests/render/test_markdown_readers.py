"""Markdown read back by CommonMark's readers, GitHub's and Pandoc's: a text is that text, and nothing is made of it."""

from __future__ import annotations

import pytest

from deckmaker.render.markdown_text import APART, block, described, escaped, labelled
from tests.render.markdown_readers import READERS
from tests.samples import mostly_slow
from tests.soak.checks import project_with_pictures
from tests.soak.markdown import BEGINNINGS, PIECES, PLACES, MarkedDeck, check_marked

TEXTS = [text for text in (*(f"{one}x".strip() for one in BEGINNINGS), *BEGINNINGS, *PIECES) if text.strip("- ")]


@pytest.mark.alike(every=2)
@pytest.mark.parametrize("first", mostly_slow(range(0, len(TEXTS), 12), quick=0))
def test_every_text_is_read_as_it_is_at_every_place(first, tmp_path):
    """Footnotes, lines, items, cells, titles, captions, credits, notes, headings and descriptions."""
    project = project_with_pictures(tmp_path)
    for text in TEXTS[first : first + 12]:
        check_marked(MarkedDeck(dict.fromkeys(PLACES, " ".join(text.split()))), project)


@pytest.mark.parametrize("name", READERS)
def test_what_would_be_made_of_plain_words_is_seen(name):
    """The readers here can fail: each makes something of a text as it is typed."""
    read = READERS[name]
    if read is None:
        pytest.skip("this reader is not installed")
    found = read("- [a](b) `c`\n\n> <b>\n\n# d\n\n[x]: y")
    assert [found.kinds[one] for one in ("item", "link", "code", "quote", "heading")] == [1] * 5
    assert found.kinds["html"] and "[x]" not in found.words


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("javascript:x", f"javascript:x {APART}"),
        ('javascript:x "title"', f'javascript:x "title" {APART}'),
        ("x (y", f"x (y {APART}"),
        ("a word and another", "a word and another"),
        ("1. x", "1\\. x"),
    ],
)
def test_a_footnote_of_one_word_defines_no_link(text, markdown):
    """What follows it makes it none; others stay as plain as they are."""
    assert labelled("[^3-1]", escaped(text)) == f"[^3-1]: {markdown}"


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("A. Lind, at 10:30:00, for 5 € (half)", "A. Lind, at 10:30:00, for 5 € (half)"),
        ("see https://x.org", "see https:\\//x\\.org"),
        ("a@b.com", f"a{APART}\\@b\\.com"),
        ("www.example.berlin", "www\\.example.berlin"),
        ("a. x", "a\\. x"),
        ("(iv) x", "(iv\\) x"),
        ("Table: x", "Table\\: x"),
        ("[x] done", f"\\[{APART}x\\] done"),
    ],
)
def test_a_text_stays_as_readable_as_it_can(text, markdown):
    """Only what begins something is escaped."""
    assert block(escaped(text)) == markdown


def test_a_description_holds_no_comment():
    """Readers that show it as words would show that too."""
    assert described("a@b.com") == "a\\@b\\.com"
