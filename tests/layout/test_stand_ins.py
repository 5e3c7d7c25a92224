"""What is said of fonts that stand in for the theme's: whole messages, each once."""

from __future__ import annotations

from tests.installed_fonts import NOTO, NOTO_CJK, fonts_in
from tests.projects import DECK, Project


def test_a_font_that_stands_in_is_a_warning_where_it_first_does(tmp_path):
    """One for the deck, however many texts it stands in."""
    with fonts_in(NOTO, NOTO_CJK):
        said = Project(tmp_path).said(f"{DECK}    text: 漢字 and 漢\n  - title: 字\n    text: 漢\n")
    assert (
        said
        == """\
warning[fallback-font]: the theme's fonts lack `漢` (U+6F22), `字` (U+5B57), taken from `Noto Sans CJK JP`
 --> decks/deck.yaml:4:11
  |
4 |     text: 漢字 and 漢
  |           ^^^^^^^^^^^
  = help: PDF and HTML carry it; the PPTX names Office's own font for such words, whose lines may end elsewhere"""
    )


def test_a_font_that_every_office_has_needs_nothing_of_a_reader(tmp_path):
    """Georgia's twin lacks letters that Times New Roman's has."""
    said = Project(tmp_path).said("title: T\nslides:\n  - title: Жизнь\n")
    assert said.startswith("warning[fallback-font]: the theme's fonts lack `Ж` (U+0416), ")
    assert "taken from `Times New Roman`" in said and "= help" not in said


def test_a_character_that_no_font_has_is_an_error(tmp_path):
    """The whole message; those beside it that some font has are not blamed."""
    with fonts_in(NOTO_CJK):
        said = Project(tmp_path).said(f'{DECK}    text: "漢 \\ue000"\n')
    assert said.startswith(
        "error[missing-glyph]: slide 1: no font can show `\ue000` (U+E000)\n --> decks/deck.yaml:4:11\n"
    )
    assert "help: replace them, or install a font that has them; `DECKMAKER_FONTS` may name its folder" in said


def test_a_mark_is_shown_on_a_circle(tmp_path):
    """It would stand on the quotation mark before it."""
    assert "`◌̄` (U+0304)" in Project(tmp_path).said(f"{DECK}    text: z̄\n")


def test_letters_from_right_to_left_are_lent_a_font_as_others_are(tmp_path):
    """Those of Hebrew by deckmaker's own, those of Arabic by one that is installed."""
    with fonts_in(NOTO):
        _, diagnostics = Project(tmp_path).read(f"{DECK}    text: שלום السلام\n")
    assert [(one.code, one.message.rpartition("from ")[2]) for one in diagnostics] == [
        ("fallback-font", "`Arial`"),
        ("fallback-font", "`Noto Sans Arabic`"),
    ]
