"""Texts that are known: they are set as if they were not, each with its own place in the deck."""

from __future__ import annotations

from dataclasses import replace

from deckmaker.model import Paragraph, Run
from deckmaker.model.geometry import Rect
from deckmaker.text import FrameText, KnownTexts, fit, known
from deckmaker.text.measuring import measure
from tests.projects import briefing, place

THEME = briefing()
STYLE = THEME.styles["body"]
WORDS = "Its ventilators run until the ship leaves, and nobody aboard may switch them off. "


def paragraph(times: int = 1) -> Paragraph:
    """Return a text at a place of its own."""
    return Paragraph((Run((WORDS * times).strip()),), span=place())


def test_a_text_that_is_known_is_set_as_one_that_is_not():
    """In whatever place and style: wide or narrow, high or low, balanced or not."""
    texts, one = KnownTexts(THEME), paragraph(3)
    for style in (STYLE, replace(STYLE, balance=True), STYLE.only(STYLE.minimum)):
        for rect in (Rect(40, 100, 500, 300), Rect(40, 130, 500, 40), Rect(40, 100, 90, 300), Rect(40, 7, 500, 300)):
            frame = FrameText((one,), style, rect)
            assert fit([frame], THEME, texts) == fit([frame], THEME, texts) == fit([frame], THEME)


def test_of_texts_that_read_the_same_each_keeps_its_own_place():
    """Messages name it."""
    texts = KnownTexts(THEME)
    for one in (first := paragraph(), second := paragraph()):
        (fitted,) = fit([FrameText((one,), STYLE, Rect(40, 100, 500, 300))], THEME, texts)
        assert fitted.setting.paragraphs[0].paragraph is one
    assert first == second


def test_a_text_is_measured_once_for_a_size_and_those_that_are_too_many_are_let_go_of(monkeypatch):
    """Only so many characters are kept, and one text with more is not."""
    measured = []
    monkeypatch.setattr(known, "measure", lambda *text: measured.append(text[2]) or measure(*text))
    monkeypatch.setattr(known, "MOST_KEPT", 200)
    texts, one, long = KnownTexts(THEME), (paragraph(),), (paragraph(3),)
    assert texts.of(one, STYLE, 20) is texts.of(one, replace(STYLE, size=44), 20)
    assert measured == [20]
    assert texts.of(long, STYLE, 20) is not texts.of(long, STYLE, 20)
    texts.of(one, STYLE, 20)
    assert measured == [20, 20, 20, 20]


def test_what_is_known_holds_in_a_theme_with_other_sizes_and_in_no_other():
    """Sizes of a deck change styles and layouts, which measuring asks no theme for; families and lists it does."""
    texts, one = KnownTexts(THEME), (paragraph(),)
    known = texts.of(one, STYLE, 20)
    texts.go_on_in(replace(THEME, styles={**THEME.styles}, layouts={**THEME.layouts}))
    assert texts.of(one, STYLE, 20) is known
    texts.go_on_in(replace(THEME, lists=replace(THEME.lists, indent=THEME.lists.indent * 2)))
    assert texts.of(one, STYLE, 20) is not known


def test_a_text_that_is_let_go_of_leaves_its_room_to_others(monkeypatch):
    """At all sizes, and the others are still known."""
    monkeypatch.setattr(known, "MOST_KEPT", 300)
    texts, one, other = KnownTexts(THEME), (paragraph(),), (paragraph(),)
    of_one, of_other = texts.of(one, STYLE, 20), texts.of(other, STYLE, 20)
    texts.of(one, STYLE, 22)
    texts.let_go_of(one)
    texts.of((paragraph(),), STYLE, 20)
    texts.of((paragraph(),), STYLE, 20)
    assert texts.of(other, STYLE, 20) is of_other and texts.of(one, STYLE, 20) is not of_one
