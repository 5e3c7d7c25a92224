"""Notes of Markdown, which are plain text in a deck: nothing that the author wrote for the speaker is lost."""

from __future__ import annotations

import pytest

from tests.importing.markdown_decks import imported

PICTURES = "pictures in notes are there as their words: `a.png`"


def notes(body: str, mark: str) -> tuple[str, list[str]]:
    """Return the notes of a slide, which stand in a div or behind `Note:`, and what is said."""
    text = f"::: notes\n{body}\n:::\n" if mark == "div" else f"Note:\n\n{body}\n"
    found = imported(f"# T\n\n---\n\n## S\n\nx\n\n{text}\n---\n\n## E\n\ny\n")
    return found.slides[0]["notes"].rstrip("\n"), [message for _, message in found.messages]


@pytest.mark.parametrize("mark", ["div", "Note:"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("1. a\n2. b", "1. a\n\n2. b"),
        ("3) a\n4) b", "3. a\n\n4. b"),
        ("- a\n  - b\n    1. c\n- d", "- a\n\n  - b\n\n    1. c\n\n- d"),
        ("1. a\n\n   more\n2. b", "1. a\n\n   more\n\n2. b"),
        ("> - a", "- a"),
    ],
)
def test_items_in_notes_keep_their_numbers_and_levels(mark, body, expected):
    """What the deck's notes are read as."""
    assert notes(body, mark) == (expected, [])


@pytest.mark.parametrize("mark", ["div", "Note:"])
@pytest.mark.parametrize(
    ("body", "expected", "said"),
    [
        ('See [it](https://e.org "Mind it").', "See it (https://e.org) (Mind it).", []),
        ('See [it](b.md "Mind it").', "See it (Mind it).", []),
        ('![Plan](a.png "Berth 4")', "Plan (Berth 4)", [PICTURES]),
        ('<img src="a.png" alt="Plan" title="Berth 4">', "Plan (Berth 4)", [PICTURES]),
        ('<p><img src="a.png" title="Berth 4"></p>', "Berth 4", [PICTURES]),
        ('::: {.callout-note title="Mind it"}\nwords\n:::', "Mind it\n\nwords", []),
        ("::: warning\nwords\n:::", "Warning\n\nwords", []),
    ],
)
def test_titles_in_notes_stand_beside_their_words(mark, body, expected, said):
    """Those of links, pictures and callouts."""
    assert notes(body, mark) == (expected, said)


def in_html(body: str, front: str = "") -> dict[str, object]:
    """Return a slide that headings part from others, about whose HTML nothing is said."""
    found = imported(f"{front}# T\n\n## S\n\nx\n\n{body}\n\nafter\n\n## E\n\ny\n")
    assert found.messages == []
    return dict(found.slides[0])


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<aside class="notes">\nSay *it*.\n</aside>', "Say *it*."),
        ("<aside class='wide notes'>\n\nSay *it*.\n\n1. a\n2. b\n\n</aside>", "Say it.\n\n1. a\n\n2. b\n"),
        ("<div class=notes><p>One</p><p>Two</p></div>", "One\n\nTwo\n"),
        ('<div class="notes">\n<div>One</div>\n\nTwo\n\n</div>', "One\n\nTwo\n"),
        ('<div class="notes">\n\n<div>\n\nOne\n\n</div>\n\nTwo\n\n</DIV>', "One\n\nTwo\n"),
        ('<aside class="notes">\n<aside class="notes">One</aside>\nTwo\n</aside>', "One\n\nTwo\n"),
        ('<div class="notes">\n<div>One\n\nTwo\n\n</div>', "One\n\nTwo\n"),  # a tag in them is not closed
        ('<aside class="notes">One</aside> <aside class="notes">Two</aside>', "One\n\nTwo\n"),
        ('<aside class="notes">\n\nOne\n\n</aside>\n<aside class="notes">Two</aside>', "One\n\nTwo\n"),
        ('<aside class="notes">\n\nOne\n\n*Two*</aside>', "One\n\nTwo\n"),  # as the end of a paragraph, and of a list
        ('<aside class="notes">\n\n- One\n- Two</aside>', "- One\n\n- Two\n"),
        ('<div class="notes">\n\n<div>\n\nOne</div>\n\nTwo</div>', "One\n\nTwo\n"),
        ('<aside class="notes">\n\nOne\n\nTwo</aside> three', "One\n\nTwo three\n"),
    ],
)
def test_notes_in_html_are_notes(body, expected):
    """As reveal.js and Pandoc have them: what the speaker says is on no slide."""
    assert in_html(body) == {"title": "S", "text": "x\n\nafter\n", "notes": expected}


@pytest.mark.parametrize("end", ["\n\n</aside>", "</aside>"])
def test_notes_of_a_title_slide_are_not_its_subtitle(end):
    """They are on no slide there, either."""
    deck = imported(f'# T\n\n<aside class="notes">\n\nSay it.{end}\n\nBy A\n\n## S\n\nx\n').deck
    assert deck["subtitle"] == "By A"
    assert deck["slides"][0] == {"title": "T", "notes": "Say it."}


def test_a_comment_in_notes_does_not_end_them():
    """Whatever tags are in it; it is a note itself, as others."""
    found = imported('# T\n\n---\n\n<div class="notes">\n<!-- </div> -->\n\nSay it.\n\n</div>\n\nafter\n')
    assert found.slides == [{"text": "after", "notes": "Say it.\n\n</div>\n"}]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('<aside class="notes">Say it.</aside>\nShown.', "Shown."),
        ('<aside class="notes">\n\nSay it.\n\n</aside> Shown.', "Shown."),
        ('<p>Shown.</p>\n<aside class="notes">Say it.</aside>', "Shown."),
        ('<div>One</div>\n<div class="notes">Say it.</div><div>Two</div>', "One\n\nTwo"),
    ],
)
def test_words_close_to_notes_in_html_are_on_their_slide(body, text):
    """Also on lines that belong to the same HTML."""
    assert in_html(body) == {"title": "S", "text": f"x\n\n{text}\n\nafter\n", "notes": "Say it."}


def test_what_is_told_of_words_below_notes_in_html_has_their_line():
    """Not that of the notes."""
    found = imported('# T\n\n## S\n\n<aside class="notes">Say it.</aside>\n\n<video src="a"></video>\n')
    below = imported('# T\n\n## S\n\n<aside class="notes">\nSay it.</aside>\n<video src="a"></video>\n')
    assert found.messages
    assert below.messages == found.messages


@pytest.mark.parametrize("begin", ["<aside>", '<aside class="footnotes">', "<div class='a' title-class='notes'>"])
def test_other_html_is_on_its_slide(begin):
    """Its words."""
    end = begin[1:].partition(" ")[0].rstrip(">")
    assert in_html(f"{begin}\n\nwords\n\n</{end}>") == {"title": "S", "text": "x\n\nwords\n\nafter\n"}


def test_notes_in_html_that_do_not_end_are_on_their_slide():
    """Nobody can tell where they end."""
    assert in_html('<aside class="notes">\n\nwords') == {"title": "S", "text": "x\n\nwords\n\nafter\n"}


@pytest.mark.parametrize(
    "heading", ["## S {data-notes='Say it. \"So\"'}", "<!-- .slide: data-notes='Say it. \"So\"' -->\n\n## S"]
)
def test_notes_in_attributes_are_notes(heading):
    """Of reveal.js: those of a heading, and of an instruction."""
    found = imported(f"# T\n\n---\n\n{heading}\n\nx\n\n---\n\n## E\n\ny\n")
    assert found.slides[0] == {"title": "S", "text": "x", "notes": 'Say it. "So"'}
    assert found.messages == []
