"""Texts of which nobody sees anything: an imported deck has none, and is built."""

from __future__ import annotations

import pytest
from pptx import Presentation
from pptx.util import Inches

from deckmaker.importing.deck_text import slide_text
from tests.importing.markdown_decks import imported
from tests.projects import Project, run

UNSEEN = ["\u200b", "\u00ad", "\u200e", "\u202b\u202c", "\u2060 "]


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_a_presentation_with_unseen_texts_is_a_deck(sign, project):
    """As a title, a text, an item, a cell and notes."""
    talk = Presentation()
    first = talk.slides.add_slide(talk.slide_layouts[0])
    first.shapes.title.text, first.placeholders[1].text = "Harbour", sign
    slide = talk.slides.add_slide(talk.slide_layouts[1])
    slide.shapes.title.text = sign
    slide.placeholders[1].text = f"One\n{sign}"
    slide.notes_slide.notes_text_frame.text = sign
    table = slide.shapes.add_table(2, 2, Inches(1), Inches(5), Inches(4), Inches(1)).table
    for index, words in enumerate((sign, "Berth", "Level", sign)):
        table.cell(index // 2, index % 2).text = words
    talk.save(project.folder / "talk.pptx")
    checked(project, "talk.pptx")
    text = (project.folder / "talk.yaml").read_text(encoding="utf-8")
    assert "notes" not in text and sign.strip() not in text
    assert all(word in text for word in ("One", "Berth", "Level"))


@pytest.mark.parametrize("sign", UNSEEN[:2], ids=ascii)
def test_markdown_with_unseen_texts_is_a_deck(sign, project):
    """The same of a file of Markdown."""
    text = f"# Harbour\n\n## {sign}\n\n- {sign}\n- One\n\n| {sign} | b |\n|---|---|\n| Berth | 2 |\n"
    text += f"\n::: notes\n{sign}\n:::\n"
    (project.folder / "talk.md").write_text(text, encoding="utf-8")
    checked(project, "talk.md")


def checked(project: Project, name: str) -> None:
    """Import a file, and check the deck."""
    done = run("import", project.folder / name)
    assert done.exit_code == 0, done.stderr
    found = run("check", project.folder / "talk.yaml")
    assert "error" not in found.stderr, found.stderr


@pytest.mark.parametrize("sign", UNSEEN, ids=ascii)
def test_what_nobody_sees_is_in_no_message(sign):
    """Neither are its escapes."""
    found = imported(f"# T\n\n## S\n\n::: details Har{sign.strip()}bour\nx\n:::\n\n## E\n\ny\n")
    assert [message for _, message in found.messages] == ["words behind the colons of a div are left out: `Harbour`"]


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Har\ufeffbour", "Har\u2060bour"),
        ("So\u00adft", "So\u00adft"),
        ("a\u2028b", "a b"),
        ("a\x85b\u2029c", "a b c"),
        ("a\tb", "a b"),
    ],
)
def test_a_deck_has_no_escapes_for_what_nobody_sees(words, written):
    """Nor line ends that are none of YAML's."""
    assert slide_text({"title": words}) == f"title: {written}"
    lines = written if "\t" in words else written.replace(" ", "\n  ")
    assert slide_text({"text": f"x \n{words}"}) == f"text: |\n  x\n  {lines}"
