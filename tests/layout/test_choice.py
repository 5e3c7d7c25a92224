"""Which layout a slide takes: the rule, case by case, and as the reference prints it."""

from __future__ import annotations

from inspect import getdoc

import pytest

from deckmaker.layout.choice import choose_layout
from tests.projects import ROOT, Project

PICTURE = "image: {file: ../a.png, alt: A, credit: B}"
COLUMNS = "columns: [{text: a}, {text: b}]"


@pytest.mark.parametrize(
    ("lines", "layout"),
    [
        ([], "section"),
        (["text: a"], "content"),
        (["bullets: [a]"], "content"),
        (["numbered: [a]"], "content"),
        ([PICTURE], "picture"),
        ([PICTURE, "text: a"], "picture-right"),
        ([PICTURE, "bullets: [a]"], "picture-right"),
        ([COLUMNS], "columns"),
        (["notes: a", "credits: [b]", "section: c"], "section"),
        (["text: a", "layout: closing"], "closing"),
        ([PICTURE, "text: a", "layout: picture-left"], "picture-left"),
    ],
)
def test_a_slide_takes_the_first_layout_that_fits(lines, layout, tmp_path):
    """What a slide holds decides, unless it names a layout."""
    project = Project(tmp_path)
    project.picture("a.png")
    slide = "".join(f"    {line}\n" for line in lines)
    document = project.document(f"title: T\nslides:\n  - title: First\n  - title: A\n{slide}")
    assert document.pages[1].layout.name == layout


def test_the_first_slide_takes_the_title_layout_unless_it_names_one(tmp_path):
    """Whatever it holds."""
    project = Project(tmp_path)
    assert project.document("title: T\nslides:\n  - {title: A, text: b}\n").pages[0].layout.name == "title"
    named = project.document("title: T\nslides:\n  - {title: A, text: b, layout: content}\n")
    assert named.pages[0].layout.name == "content"


def test_the_reference_prints_the_rule_word_for_word():
    """The sentence in docs/deck.md is the function's own docstring."""
    reference = ROOT / "docs" / "deck.md"
    if not reference.exists():
        pytest.skip("docs/deck.md is not written yet")
    rule = " ".join(getdoc(choose_layout).split("\n\n")[1].split())
    assert rule.startswith("1. The first slide: title.")
    printed = " ".join(reference.read_text(encoding="utf-8").replace("`", "").replace("*", "").split())
    assert rule in printed


def test_a_layout_that_the_theme_does_not_have_is_an_error(tmp_path):
    """The whole message."""
    assert (
        Project(tmp_path).said("title: T\nslides:\n  - title: A\n    layout: contnet\n")
        == """\
error[unknown-layout]: theme `briefing` has no layout `contnet`
 --> decks/deck.yaml:4:13
  |
4 |     layout: contnet
  |             ^^^^^^^
  = help: did you mean `content`?"""
    )


def test_what_a_layout_has_no_place_for_is_an_error(tmp_path):
    """The whole message; nothing is left out in silence."""
    assert (
        Project(tmp_path).said("title: T\nslides:\n  - title: A\n    layout: columns\n    text: b\n")
        == """\
error[no-slot]: layout `columns` has no place for the slide's text
 --> decks/deck.yaml:5:11
  |
5 |     text: b
  |           ^
  = help: its places: title, columns"""
    )


def test_every_kind_of_content_is_missed_by_some_layout(tmp_path):
    """A picture on a slide of text alone, columns on a slide with a picture."""
    project = Project(tmp_path)
    project.picture("a.png")
    for lines, kind in (([PICTURE, "layout: content"], "picture"), ([COLUMNS, "layout: picture"], "columns")):
        _, diagnostics = project.read("title: T\nslides:\n  - title: A\n" + "".join(f"    {one}\n" for one in lines))
        assert {one.message.rsplit(" ", 1)[1] for one in diagnostics} == {kind}
