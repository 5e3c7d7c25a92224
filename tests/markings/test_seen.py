"""What is seen of markings counts: one of which nobody sees anything is none, and what is compared is what is read."""

from __future__ import annotations

import re

import pytest

from deckmaker.theme.markings import words_color
from tests.importing.presentations import with_parts
from tests.projects import Project, run


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def escaped(text):
    """Return a text as YAML, each of its signs by its number."""
    return '"' + "".join(f"\\U{ord(one):08x}" for one in text) + '"'


UNSEEN = ["\u200b", "\u202e", "\u2066", "\U000e0041", "\ufe0f", "\U000e0100", "\u0301", "\u00a0\u0301", "\u20dd"]
UNSEEN += ["\u2800", "\x01", "\ufffe", "\u202e \U000e0041\u0301"]
"""Markings of which a reader sees nothing, or an accent without a letter."""


@pytest.mark.parametrize("marking", UNSEEN)
def test_one_of_which_nothing_is_seen_is_refused(marking, project):
    """Else it would take the project's away: of a deck, of a slide, by a value, and of a file that is included."""
    (project.folder / "deckmaker.yaml").write_text("marking: TLP:RED\n")
    written = escaped(marking)
    decks = (
        f"title: A\nmarking: {written}\nslides: [title: B]\n",
        f"title: A\nslides: [{{title: B, marking: {written}}}]\n",
        f"title: A\nvariables: {{level: {written}}}\nmarking: '{{{{ level }}}}'\nslides: [title: B]\n",
        "title: A\nslides: [{title: A}, {include: other.yaml}]\n",
    )
    (project.deck.parent / "other.yaml").write_text(f"title: O\nmarking: {written}\nslides: [title: C]\n")
    for deck in decks:
        said = project.said(deck)
        assert re.search(r"error\[.*]: `(marking|level)` is empty\n", said), said


def test_one_of_a_row_of_which_nothing_is_seen_is_refused(project):
    """The row is named; the others have theirs."""
    (project.deck.parent / "rows.csv").write_text("m\nTLP:RED\n\u202e\n")
    project.write("title: A\nrows: rows.csv\nmarking: '{{ m }}'\nslides: [title: B]\n")
    result = run("check", project.deck)
    assert "`m` is empty" in result.stderr and "row 2 " in result.stderr and "row 1 " not in result.stderr


@pytest.mark.parametrize("word", ["no", "No", "false", "off", "none", "'null'", "yes", "true", "on"])
def test_a_word_that_turns_keys_off_or_on_is_no_marking(word, project):
    """A plate that reads “no” says nothing, and nobody takes a project's marking away."""
    said = project.said(f"title: A\nmarking: {word}\nslides: [title: B]\n")
    plain = word.strip("'")
    assert f"error[wrong-value]: `marking` is a line that all read, not `{plain}`" in said and "deck.yaml:2:10" in said
    assert "or leave the key out: then the deck's counts, or its project's" in said
    assert "error[wrong-value]" in project.said(f"title: A\nmarking: X\nslides: [{{title: B, marking: {word}}}]\n")
    assert not project.said("title: A\nmarking: No copies\nslides: [title: B]\n")


@pytest.mark.parametrize("sign", ["\ufeff", "\ufe0f", "\u200b", "\u00a0", "\u0301", "\u202e", "\U000e0041"])
def test_a_label_is_known_whatever_stands_before_it_unseen(sign, project):
    """What a reader sees is compared, and has its colour."""
    deck = f"title: A\nmarking: %s\nslides: [{{title: B, marking: {escaped(sign + 'TLP:RED')}}}]\n"
    assert "error[higher-marking]" in project.said(deck % "TLP:GREEN")
    (text,) = [one for one in project.document(deck % "TLP:RED").pages[0].leaves if one.slot == "marking"]
    assert text.item.style.color == words_color("TLP:RED")


@pytest.mark.parametrize("unseen", ["\u202e", "\U000e0041", "\u200b", "\u0301"])
def test_an_import_takes_over_none_of_which_nothing_is_seen(unseen, tmp_path):
    """Neither of the presentation nor of its slides: a deck would be refused for it."""
    project = Project(tmp_path)
    project.write("title: T\nmarking: Board\nslides: [{title: T}, {title: A, text: b, marking: Harbour}]\n")
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    built, again = project.folder / "build/deck.pptx", project.deck.with_name("again.yaml")
    words = re.compile(rb"(?<=>)(Board|Harbour)(?=<)")
    built.write_bytes(with_parts(built.read_bytes(), lambda name, part: words.sub(unseen.encode(), part)))
    assert run("import", built, "-o", again).exit_code == 0
    assert "marking" not in again.read_text() and run("check", again).exit_code == 0
