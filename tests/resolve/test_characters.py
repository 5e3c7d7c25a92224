"""Characters and links that no output may hold: reported with their place, and left out."""

from __future__ import annotations

from dataclasses import replace
from unicodedata import normalize

import pytest

from deckmaker.budget.decks import TEXT_CHARACTERS
from deckmaker.diagnostics import Diagnostics
from deckmaker.resolve import characters
from deckmaker.resolve.inline import parse_inline
from tests.projects import DECK, Project, place


@pytest.mark.parametrize("href", ["https://x.org/a?b=c#d", "http://x.org", "HTTPS://X.ORG", "mailto:a@x.org"])
def test_a_web_or_mail_address_is_a_link(href):
    """Schemes are compared without regard to case."""
    diagnostics = Diagnostics()
    (run,) = parse_inline(f"[a]({href})", place(), diagnostics)
    assert run.link and run.link.lower() == href.lower()
    assert not len(diagnostics)


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "notes.html",
        "/etc/passwd",
        "//x.org/a",
        "#",
        "x.org",
        "http//x.org",
    ],
)
def test_any_other_link_is_an_error_and_leaves_its_text(href):
    """It could run code, reach local files, or lead nowhere."""
    diagnostics = Diagnostics()
    (run,) = parse_inline(f"[a]({href})", place(), diagnostics)
    assert (run.text, run.link) == ("a", None)
    assert [one.code for one in diagnostics] == ["unsafe-link"]


def test_an_unsafe_link_is_reported_with_its_place(tmp_path):
    """The whole message."""
    assert (
        Project(tmp_path).said(DECK + "    text: '[Here](javascript:alert(1))'\n")
        == """\
error[unsafe-link]: link to `javascript:alert(1)`: expected an http, https or mailto address
 --> decks/deck.yaml:4:12
  |
4 |     text: '[Here](javascript:alert(1))'
  |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: link to a page of the web, or take the link out"""
    )


def test_a_picture_in_a_text_is_told_where_pictures_go(tmp_path):
    """The whole message; elsewhere, Markdown puts them into texts."""
    assert (
        Project(tmp_path).said(DECK + "    text: 'See ![the berth](berth.png)'\n")
        == """\
error[picture-in-text]: picture `![the berth](berth.png)` stands in a text
 --> decks/deck.yaml:4:16
  |
4 |     text: 'See ![the berth](berth.png)'
  |                ^^^^^^^^^^^^^^^^^^^^^^^
  = help: write it beside the text, as `image: {file: berth.png, alt: the berth}`"""
    )


def test_the_address_of_a_credit_is_held_to_the_same_rule(tmp_path):
    """A credit's `url` becomes a link in every output."""
    assert (
        Project(tmp_path).said(DECK + "    credits: [{creator: A, url: 'javascript:x'}]\n")
        == """\
error[unsafe-link]: link to `javascript:x`: expected an http, https or mailto address
 --> decks/deck.yaml:4:15
  |
4 |     credits: [{creator: A, url: 'javascript:x'}]
  |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: link to a page of the web, or take the link out"""
    )


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ('title: "a\\ab"', 10),
        ('footer: "a\\0b"', 11),
        ('trail: [x, "\\eb"]', 13),
        ('author: "\\x7F"', 10),
        ('subtitle: "\\uFFFE"', 12),
        ('date: "\\x1B"', 8),
    ],
)
def test_a_control_character_is_an_error_wherever_it_stands(line, column, tmp_path):
    """XML and PDF cannot hold it; the escape that made it is marked."""
    deck = DECK.removeprefix("title: Night noise\n") if line.startswith("title") else DECK
    _, diagnostics = Project(tmp_path).read(f"{line}\n{deck}")
    assert [(one.code, one.span.line, one.span.column) for one in diagnostics] == [("unusable-character", 1, column)]


def test_a_control_character_is_named_by_its_number(tmp_path):
    """The whole message."""
    assert (
        Project(tmp_path).said(DECK + '    notes: "Ring \\a"\n')
        == """\
error[unusable-character]: the text holds U+0007, which no output can show
 --> decks/deck.yaml:4:18
  |
4 |     notes: "Ring \\a"
  |                  ^^"""
    )


def test_half_a_surrogate_pair_is_reported_and_left_out():
    """A program that makes decks through our functions could pass one on."""
    diagnostics = Diagnostics()
    (run,) = parse_inline("a\ud800b", place(), diagnostics)
    assert run.text == "ab"
    assert [one.message for one in diagnostics] == ["the text holds U+D800, which no output can show"]


def test_a_letter_in_two_parts_becomes_one(tmp_path):
    """macOS decomposes the umlauts in names, and fonts lack the combining marks."""
    document = Project(tmp_path).document(DECK.replace("Night noise", normalize("NFD", "Lärm über Häfen")))
    assert document.title == "Lärm über Häfen"
    (run,) = parse_inline(normalize("NFD", "Ångström"), place(), Diagnostics())
    assert run.text == "Ångström"


@pytest.mark.parametrize(
    ("deck", "line", "column"),
    [
        (f"title: {{}}\n{DECK.partition(chr(10))[2]}", 1, 8),
        (f"{DECK}    section: {{}}\n", 4, 14),
        (f"{DECK}    notes: {{}}\n", 4, 12),
        (f"{DECK}    text: {{}}\n", 4, 11),
        (f"{DECK}    bullets:\n      - {{}}\n", 5, 9),
        (f"{DECK}    layout: columns\n    columns: [{{{{text: {{}}}}}}, {{{{text: B}}}}]\n", 5, 22),
        (f"{DECK}    credit: {{}}\n", 4, 13),
        (f"footer: {{}}\n{DECK}", 1, 9),
        (f"trail: [{{}}]\n{DECK}", 1, 9),
    ],
    ids=["title", "section", "notes", "text", "bullet", "column", "credit", "footer", "trail"],
)
def test_an_endless_text_is_refused_where_it_stands(deck, line, column, tmp_path, monkeypatch):
    """Whatever text it is, before anything is made of it; one of the most characters is none."""
    monkeypatch.setattr(characters, "TEXT_CHARACTERS", replace(TEXT_CHARACTERS, most=20))
    document, diagnostics = Project(tmp_path).read(deck.format("n" * 20))
    assert "endless-text" not in [one.code for one in diagnostics]
    document, diagnostics = Project(tmp_path).read(deck.format("n" * 21))
    (one,) = diagnostics
    assert document is None and one.span
    assert (one.code, one.message) == ("endless-text", "the text has 21 characters: expected 20 at most")
    assert (one.span.line, one.span.column) == (line, column)


def test_notes_that_no_xml_could_hold_are_refused_with_their_place(tmp_path):
    """Of several paragraphs, none of which is endless by itself; the whole message, but for the text."""
    project = Project(tmp_path)
    _, diagnostics = project.read(DECK + "    notes: |\n" + ("      " + "note " * 100_000 + "\n\n") * 21)
    (one,) = diagnostics
    assert one.message == "the text has 10,500,041 characters: expected 1,000,000 at most"
    assert one.help == "shorten the text, or give readers a link to it"
    assert one.span and one.span.line == 4
