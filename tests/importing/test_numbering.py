"""Numbers of lists: decks count in one way, and what counted in another is told."""

from __future__ import annotations

import pytest

from tests.importing.presentations import body_of, content_slide, imported, presentation
from tests.projects import Project, run


def numbered(*items):
    """Return what makes a slide with items, each of a level, with the kind of its number, '' for a bullet."""

    def make(found):
        frame = body_of(content_slide(found), *((level, f"item {kind}") for level, kind in items))
        for one, (_, kind) in zip(frame.paragraphs, items, strict=True):
            properties = one._p.get_or_add_pPr()
            if kind == "buNone":
                properties.append(properties.makeelement(f"{{{one._p.nsmap['a']}}}buNone", {}))
            elif kind:
                properties.append(properties.makeelement(f"{{{one._p.nsmap['a']}}}buAutoNum", {"type": kind}))

    return make


def said_of(*slides):
    """Return what is said of slides, and of which one."""
    found, _ = imported(presentation(*slides))
    return found.messages


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("alphaLcParenR", "a)"),
        ("alphaLcPeriod", "a."),
        ("alphaUcPeriod", "A."),
        ("alphaUcParenBoth", "(A)"),
        ("romanLcPeriod", "i."),
        ("romanUcParenR", "I)"),
        ("hebrew2Minus", "א-"),
        ("thaiNumParenR", "๑)"),
        ("ea1ChsPlain", "一"),
    ],
)
def test_letters_and_roman_numbers_are_told(kind, first):
    """The deck counts in digits: `see b)` in a text leads nowhere then."""
    message = f"numbers of lists are `1.`, and `a.` below an item, where they began with `{first}`"
    assert said_of(numbered((0, kind), (0, kind))) == [(2, message)]


def test_they_are_told_once():
    """With all that there are, at the first slide."""
    slides = [numbered((0, "alphaLcParenR"), (1, "romanLcPeriod")), numbered((0, "alphaLcParenR"))]
    message = "numbers of lists are `1.`, and `a.` below an item, where they began with `a)`, `i.`"
    assert said_of(*slides) == [(2, message)]


@pytest.mark.parametrize(
    "items",
    [
        [(0, "arabicPeriod"), (0, "arabicPeriod")],
        [(0, "arabicParenR")],
        [(0, "circleNumDbPlain")],
        [(0, "arabicPeriod"), (1, "alphaLcPeriod"), (2, "arabicPeriod")],
        [(0, ""), (1, "alphaLcParenR")],
        [(0, "arabicPeriod"), (0, "buNone"), (2, "arabicPeriod")],
    ],
)
def test_numbers_that_a_deck_has_are_not_told(items):
    """Digits, and letters one level below them, whatever stands around them."""
    assert said_of(numbered(*items)) == []


def test_digits_that_become_letters_are_told():
    """Below an item a deck counts in letters."""
    message = "numbers of lists are `1.`, and `a.` below an item, where they began with `1.`"
    assert said_of(numbered((0, ""), (1, "arabicPeriod"), (1, "arabicPeriod"))) == [(2, message)]


def test_lists_of_a_deck_come_back_without_a_word(tmp_path):
    """However deep they are: what a deck counts in letters it counts so again."""
    project = Project(tmp_path)
    project.write("title: Steps\nslides:\n  - title: One\n    numbered: [a, {b: [c, {d: [e]}]}]\n")
    assert run("build", project.deck, "-f", "pptx", "-o", project.folder).exit_code == 0
    result = run("import", project.folder / "deck.pptx", "-o", project.folder / "again.yaml")
    assert result.exit_code == 0
    assert "warning" not in result.stderr
