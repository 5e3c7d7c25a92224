"""Which layout a slide takes: the rule, case by case, and as the reference prints it."""

from __future__ import annotations

from inspect import getdoc
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.dataclasses import replace
from deckmaker.layout.choice import SIDES, Reason, choose_layouts
from deckmaker.model import Columns, Picture, PictureFile, Slide, Table, TextBlock
from deckmaker.theme.theme import PictureStyle
from tests.layout.tables.tables import table
from tests.projects import ROOT, Project, briefing, place

PICTURE = "image: {file: ../a.png, alt: A, credit: B}"
COLUMNS = "columns: [{text: a}, {text: b}]"
ROWS = "table: {rows: [[a, b], [c, d]]}"


@pytest.mark.sampled(every=3)
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
        ([ROWS], "table"),
        ([ROWS, "text: a"], "table"),
        ([ROWS, PICTURE], "picture-right"),
        ([ROWS, PICTURE, "text: a"], "picture-right"),
        ([ROWS, "layout: content"], "content"),
        ([ROWS, "layout: picture-left"], "content"),
        ([ROWS, PICTURE, "layout: picture-left"], "picture-left"),
        ([COLUMNS], "columns"),
        (["notes: a", "credits: [b]", "section: c"], "section"),
        ([PICTURE, "text: a", "layout: closing"], "closing"),
        (["text: a", "layout: section"], "section"),
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
    project.picture("a.png")
    first = f"title: T\nslides:\n  - title: A\n    text: b\n    {PICTURE}\n"
    assert project.document(first).pages[0].layout.name == "title"
    assert project.document(first + "    layout: picture-full\n").pages[0].layout.name == "picture-full"


WORDS = TextBlock((), place())
PHOTO = Picture(PictureFile(Path("a.png"), "image/png", 8, 6), "", (0.5, 0.5), None, None, place())

TABLE = table([["Berth", "Nights"]])

TURNS = replace(briefing(), pictures=PictureStyle(alternate=True))
"""A theme whose pictures alternate."""


def slide(*blocks: TextBlock | Picture | Table, layout: str | None = None) -> Slide:
    """Return a slide that holds these; nothing is read to choose its layout."""
    return Slide(None, None, layout, place(), blocks, (), place(), (), place())


def test_a_first_slide_takes_another_layout_where_its_picture_has_no_place() -> None:
    """In a template whose title pages are words alone; a slide without picture is a title page there."""
    plain = briefing()
    title = plain.layouts["title"]
    words = replace(title, slots={name: slot for name, slot in title.slots.items() if name != "picture"})
    theme = replace(plain, layouts={**plain.layouts, "title": words})
    first = [[slide(WORDS)], [slide(WORDS, PHOTO)], [slide(PHOTO)], [slide(PHOTO, layout="title")]]
    found = [choose_layouts(one, theme)[0].name for one in first]
    assert found == ["title", "picture-right", "picture", "title"]


def names(slides: list[Slide]) -> list[str]:
    """Return the layouts' names."""
    return [one.name for one in choose_layouts(slides, TURNS)]


@pytest.mark.parametrize(
    ("between", "layouts"),
    [
        ([], ["picture-right", "picture-left"]),
        ([slide(WORDS), slide(PHOTO)], ["picture-right", "content", "picture", "picture-left"]),
        ([slide(WORDS, PHOTO)], ["picture-right", "picture-left", "picture-right"]),
        ([slide(PHOTO, layout="picture-left")], ["picture-right", "picture-left", "picture-right"]),
        ([slide(PHOTO, layout="picture-right")], ["picture-right", "picture-right", "picture-left"]),
        ([slide(PHOTO, WORDS, layout="feature")], ["picture-right", "feature", "picture-left"]),
        ([slide(WORDS, TABLE), slide(TABLE)], ["picture-right", "table", "table", "picture-left"]),
        ([slide(PHOTO, WORDS, layout="picture-full")], ["picture-right", "picture-full", "picture-left"]),
    ],
)
def test_pictures_beside_text_take_turns(between, layouts):
    """The first stands at the right, each other where the last one did not; what the author names counts."""
    slides = [slide(), slide(PHOTO, WORDS), *between, slide(PHOTO, WORDS)]
    assert names(slides) == ["title", *layouts]


def test_pictures_stand_at_the_right_unless_the_theme_alternates():
    """Whatever the author has named before."""
    slides = [slide(), slide(PHOTO, WORDS), slide(PHOTO, WORDS, layout="feature"), slide(PHOTO, WORDS)]
    found = [one.name for one in choose_layouts(slides, briefing())]
    assert found == ["title", "picture-right", "feature", "picture-right"]


def test_a_picture_on_the_title_page_has_no_turn():
    """It stands where its layout has it."""
    assert names([slide(PHOTO, WORDS), slide(PHOTO, WORDS)]) == ["title", "picture-right"]


@pytest.mark.parametrize(
    ("one", "reason"),
    [
        (slide(PHOTO, layout="closing"), Reason.NAMED),
        (slide(Columns((), 2, place())), Reason.COLUMNS),
        (slide(PHOTO, WORDS), Reason.PICTURE_AND_TEXT),
        (slide(PHOTO), Reason.PICTURE),
        (slide(WORDS), Reason.TEXT),
        (slide(), Reason.TITLE),
    ],
)
def test_each_choice_says_its_reason(one, reason):
    """The case of the rule that it is; a slide that names its layout has that for a reason even where it is first."""
    assert [choice.reason for choice in choose_layouts([slide(), one], TURNS)] == [Reason.FIRST, reason]
    assert choose_layouts([one], TURNS)[0].reason is (Reason.NAMED if one.layout else Reason.FIRST)


contents = st.lists(st.sampled_from([WORDS, PHOTO]), max_size=2, unique=True)
named = st.sampled_from(["picture-left", "picture-right", "feature", "picture-full", "closing"])


@given(
    st.lists(
        st.one_of(
            st.builds(lambda blocks: slide(*blocks), contents),
            st.builds(lambda name: slide(PHOTO, WORDS, layout=name), named),
        )
    )
)
def test_no_two_neighbours_at_one_side_but_by_name(slides):
    """A slide that names no layout never repeats the side of the one before it; one that does gets what it names."""
    layouts = names(slides)
    assert len(layouts) == len(slides)
    assert all(name == one.layout for one, name in zip(slides, layouts, strict=True) if one.layout)
    beside = [(one.layout, name) for one, name in zip(slides, layouts, strict=True) if name in SIDES]
    for (_, before), (asked, name) in pairwise(beside):
        assert asked or name != before
    assert not beside or beside[0][0] or beside[0][1] == "picture-right"


def test_the_reference_prints_the_rule_word_for_word():
    """The sentence in docs/deck.md is the function's own docstring."""
    reference = ROOT / "docs" / "deck.md"
    rule = " ".join(getdoc(choose_layouts).split("\n\n")[1].split())
    assert rule.startswith("1. The first slide: title, if")
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


@pytest.mark.parametrize(
    ("block", "layout"),
    [
        ("chart: {values: {a: 1, b: 2}}", "content"),
        ("table: {rows: [[a, b], [c, d]]}", "table"),
        ("columns: [{text: a}, {text: b}]", "columns"),
    ],
)
def test_the_first_slide_is_said_to_be_the_title_page(tmp_path, block, layout):
    """Where it holds what that has no place for, and the deck asked for no layout."""
    said = Project(tmp_path).said(f"title: T\nslides:\n  - title: A\n    {block}\n")
    help = f"the first slide is the title page: put a slide before it, or write `layout: {layout}`"
    assert said.startswith("error[no-slot]: slide 1: layout `title") and f"= help: {help}" in said
    mended = Project(tmp_path).said(f"title: T\nslides:\n  - title: A\n    layout: {layout}\n    {block}\n")
    assert "no-slot" not in mended


def test_what_a_layout_has_no_place_for_is_an_error(tmp_path):
    """The whole message; nothing is left out in silence."""
    assert (
        Project(tmp_path).said(
            "title: T\nslides:\n  - title: A\n    layout: section\n    columns: [{text: a}, {text: b}]\n"
        )
        == """\
error[no-slot]: slide 1: layout `section` has no place for the slide's columns
 --> decks/deck.yaml:5:14
  |
5 |     columns: [{text: a}, {text: b}]
  |              ^^^^^^^^^^^^^^^^^^^^^^
  = help: its places: title, text"""
    )


def test_every_kind_of_content_is_missed_by_some_layout(tmp_path):
    """All but texts on a page that divides, all but pictures on one of a picture alone; each by its name."""
    project = Project(tmp_path)
    project.picture("a.png")
    alone = [PICTURE, "layout: picture"]
    kinds = [
        ([PICTURE, "layout: section"], "picture"),
        ([ROWS, "layout: section"], "table"),
        (["grid: {cells: [{text: a}, {text: b}]}", "layout: section"], "grid"),
        (["images: [../a.png, ../a.png]", "layout: section"], "images"),
        ([COLUMNS, *alone], "columns"),
        (["quote: a", *alone], "quote"),
        (["heading: a", *alone], "heading"),
        (["text: a", *alone], "text"),
        ([ROWS, *alone], "table"),
    ]
    for lines, kind in kinds:
        _, diagnostics = project.read("title: T\nslides:\n  - title: A\n" + "".join(f"    {one}\n" for one in lines))
        assert {one.message.rsplit(" ", 1)[1] for one in diagnostics if one.code == "no-slot"} == {kind}
        assert {one.code for one in diagnostics} <= {"no-slot", "missing-alt", "missing-credit"}
