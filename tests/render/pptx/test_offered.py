"""Layouts that no slide has: what a colleague would look for is there all the same, and nothing that nobody needs."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from deckmaker.render.pptx.placeholders import ALL_PLACEHOLDERS
from deckmaker.render.pptx.prompts import PROMPTS
from tests.projects import DECK, Project
from tests.render.pptx.decks import find, rendered
from tests.render.pptx.test_placeholders import frame

COLUMNS, TABLE = "Two columns with headings", "Text and table with caption"
THEMES = pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])


def presentation(folder: Path, slide: str = "", head: str = "") -> Any:
    """Return the presentation of a deck of a title page and, where one is given, another slide."""
    more = f"  - title: Two\n    {slide}\n" if slide else ""
    return Presentation(BytesIO(rendered(Project(folder).document(head + DECK + more))))


def names(made: Any) -> list[str]:
    """Return the names of a presentation's layouts."""
    return [layout.name for layout in made.slide_layouts]


def places(made: Any, name: str) -> list[tuple[Any, ...]]:
    """Return the placeholders of a layout: name, index, type, frame and text styles; and its drawings."""
    (layout,) = [one for one in made.slide_layouts if one.name == name]
    said = ".//a:lvl1pPr/a:defRPr/@sz | .//a:lvl1pPr/@marL | .//a:lvl1pPr/a:buChar/@char"
    return [
        (
            shape.name,
            shape.placeholder_format.idx if shape.is_placeholder else None,
            shape.placeholder_format.type if shape.is_placeholder else None,
            *(round(length, 1) for length in frame(shape)),
            *find(shape._element, said),
        )
        for shape in layout.shapes
    ]


@THEMES
def test_a_deck_of_a_title_offers_columns_and_a_table(theme: str, tmp_path: Path) -> None:
    """Where the theme has its layouts for them."""
    offered = names(presentation(tmp_path, head=f"theme: {theme}\n"))
    assert offered.count(COLUMNS) == offered.count(TABLE) == 1
    assert not {"Columns", "Table"} & {*offered}


@pytest.mark.sampled(every=3)
@THEMES
def test_offered_columns_are_those_that_layout_makes(theme: str, tmp_path: Path) -> None:
    """A deck that has two columns has the very same layout."""
    head = f"theme: {theme}\n"
    used = "columns: [{heading: A, bullets: [b]}, {heading: C, bullets: [d]}]"
    assert places(presentation(tmp_path, used, head), COLUMNS) == places(presentation(tmp_path, head=head), COLUMNS)


def test_two_columns_of_a_deck_are_enough(tmp_path: Path) -> None:
    """There is no second layout of the kind; three columns, or two of which one is wider, are of another."""
    assert COLUMNS not in names(presentation(tmp_path, "columns: [{text: A}, {text: B}]"))
    for other in ("columns: [{text: A}, {text: B}, {text: C}]", "columns: [{text: A, width: 2}, {text: B}]"):
        assert COLUMNS in names(presentation(tmp_path, other))


def test_a_table_of_a_deck_is_enough(tmp_path: Path) -> None:
    """With or without text and caption."""
    assert TABLE not in names(presentation(tmp_path, "table: {rows: [[A, B], [c, d]]}"))


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@THEMES
def test_an_offered_table_has_all_that_its_text_and_caption_leave(theme: str, size: str, tmp_path: Path) -> None:
    """The three stand one below the other in the region; the text has no bullet."""
    made = presentation(tmp_path, head=f"theme: {theme}\nsize: '{size}'\n")
    (layout,) = [one for one in made.slide_layouts if one.name == TABLE]
    (plain,) = [one for one in made.slide_layouts if one.name == "Content"]
    shapes = {shape.name: shape for shape in layout.shapes}
    text, table, caption = (frame(shapes[name]) for name in ("Text", "Table", "Caption"))
    assert text[1] + text[3] < table[1] < table[1] + table[3] < caption[1]
    assert table[3] > 0.25 * made.slide_height.pt
    (credits,) = [frame(one) for one in plain.shapes if one.name == "Credits"]
    assert caption[1] + caption[3] <= credits[1]
    assert find(shapes["Text"]._element, ".//a:lvl1pPr/a:buNone")


def prompts(made: Any) -> set[tuple[str, str]]:
    """Return what empty placeholders of layouts ask for, each with its language."""
    runs = [run for layout in made.slide_layouts for run in find(layout._element, "//p:sp[.//p:ph]//a:r")]
    return {(run.findtext("{*}t"), run.find("{*}rPr").get("lang")) for run in runs}


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(
    ("language", "prompt", "own"),
    [
        ("de-CH", "Titel durch Klicken bearbeiten", "de-CH"),
        ("fr", "Cliquez pour modifier le titre", "fr-FR"),
        ("es-MX", "Haga clic en el icono para agregar una tabla", "es-MX"),
        ("zh-Hant-TW", "按一下以編輯文字", "zh-TW"),
        ("nl", "Click to edit the title", "en-US"),
    ],
)
def test_prompts_are_in_the_decks_language(language: str, prompt: str, own: str, tmp_path: Path) -> None:
    """Where deckmaker knows its words; else in English, and said to be."""
    found = prompts(presentation(tmp_path, head=f"language: {language}\n"))
    assert (prompt, own) in found and {tag for _, tag in found} == {own}


def test_every_prompt_is_in_every_language() -> None:
    """None is forgotten where a place is new, and none is left over."""
    known = {one.prompt for one in ALL_PLACEHOLDERS if one.prompt}
    assert all({*prompts} == known for prompts in PROMPTS.values())


@pytest.mark.sampled(every=3)
@THEMES
def test_a_title_alone_and_nothing_are_offered(theme: str, tmp_path: Path) -> None:
    """Behind all other layouts: a slide under whose title is nothing, and one that has but what is on every page."""
    made = presentation(tmp_path, head=f"theme: {theme}\n")
    titled, blank = list(made.slide_layouts)[-2:]
    assert [titled.name, blank.name] == ["Title only", "Blank"]
    assert [one._element.get("type") for one in (titled, blank)] == ["titleOnly", "blank"]
    (content,) = [one for one in made.slide_layouts if one.name == "Content"]
    own, other = ({one.name: frame(one) for one in layout.placeholders} for layout in (titled, content))
    assert own == {name: place for name, place in other.items() if name != "Text"} and "Title" in own
    assert {one.name for one in blank.placeholders} == {"Date", "Footer", "Slide number"}
    assert [shape for shape in blank.shapes if not shape.is_placeholder] == []


@THEMES
def test_a_text_keeps_its_place_between_content_and_columns(theme: str, tmp_path: Path) -> None:
    """There and back: the text of Content is the first column's, by index and type, and no other place has both."""
    made = presentation(tmp_path, "bullets: [a, b]", f"theme: {theme}\n")
    layouts = {one.name: one for one in made.slide_layouts}
    (text,) = [one for one in made.slides[1].placeholders if one.name == "Text"]
    key = (text.placeholder_format.idx, text.placeholder_format.type)
    for name, place in (("Content", "Text"), (COLUMNS, "Column 1 text"), ("Picture right", "Text")):
        found = [
            one.name
            for one in layouts[name].placeholders
            if (one.placeholder_format.idx, one.placeholder_format.type) == key
        ]
        assert found == [place]
    assert not find(text._element, "p:spPr/a:xfrm")
