"""Signs of fonts for symbols, which other fonts have not at their places."""

from __future__ import annotations

import pytest
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from tests.importing.presentations import TITLE_ONLY, content_slide, imported, presentation, slide_of, text_box
from tests.projects import Project, run

SYMBOLS = '<a:sym typeface="Wingdings"/>'


def runs(*pieces):
    """Return what makes a slide with a text of runs, each with the fonts of it, with one piece in the notes, too."""

    def make(found):
        slide = content_slide(found, layout=TITLE_ONLY)
        paragraph = text_box(slide, "", 1, 2).text_frame.paragraphs[0]._p
        for words, fonts in pieces:
            paragraph.append(parse_xml(f"<a:r {nsdecls('a')}><a:rPr>{fonts}</a:rPr><a:t>{words}</a:t></a:r>"))

    return make


@pytest.mark.parametrize(
    ("words", "fonts", "expected"),
    [
        ("\uf0e0", SYMBOLS, "→"),
        ("\uf0df", SYMBOLS, "←"),
        ("\uf0f3", SYMBOLS, "⇔"),
        ("\uf04a \uf04c", SYMBOLS, "☺ ☹"),
        ("\uf0e0", "", "→"),
        ("à", SYMBOLS, "→"),
        ("là", SYMBOLS, "là"),  # words to which the font for symbols was left
        ("à", "", "à"),
        ("üJ", '<a:latin typeface="Wingdings"/>', "✓☺"),
        ("\uf0b3", '<a:sym typeface="Symbol"/>', "≥"),
        ("Dx", '<a:latin typeface="Symbol"/>', "Δξ"),
        ("\uf0e0", '<a:sym typeface="Webdings"/>', "\uf0e0"),
    ],
)
def test_signs_of_fonts_for_symbols_are_those_that_all_fonts_have(words, fonts, expected):
    """By the font in which they stand, as PowerPoint writes them for what is typed, such as an arrow."""
    assert slide_of(runs(("Cost ", ""), (words, fonts), (" Profit", "")))["text"] == f"Cost {expected} Profit"


def test_they_are_in_notes_and_titles_too():
    """Wherever words stand."""

    def make(found):
        slide = content_slide(found, "Cost \uf0e0 Profit", TITLE_ONLY)
        slide.notes_slide.notes_text_frame.text = "Cost \uf0e0 Profit"

    found, _ = imported(presentation(make))
    assert found.slides == [{"title": "Cost → Profit", "notes": "Cost → Profit"}]


def test_a_deck_with_what_powerpoint_writes_for_arrows_is_built(tmp_path):
    """Its own fonts have these; others have the faces."""
    project = Project(tmp_path)
    path = project.folder / "talk.pptx"
    signs = "".join(f"{chr(0xF000 + ord(one))} " for one in "àßèç")
    path.write_bytes(presentation(runs(("Cost ", ""), (signs, SYMBOLS), (" Profit", ""))))
    assert run("import", path).exit_code == 0
    assert run("check", project.folder / "talk.yaml").exit_code == 0
