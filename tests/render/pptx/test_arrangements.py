"""Layouts of arrangements: one for each that a deck has, with places that its slides fill and no slide moves."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER

from deckmaker.layout import GroupItem, PictureItem, Placed, Role, ShapeItem, TableItem, TextItem
from deckmaker.model.geometry import Rect
from deckmaker.render.pptx.layouts import Layouts
from tests import open_xml_audit
from tests.open_xml_sdk import complaints
from tests.render.pptx.arrangements import (
    AGAIN,
    SENTENCE,
    SLIDES,
    document,
    file,
    first_slides,
    laid_out,
    presentation,
    slides,
    standing,
)
from tests.render.pptx.decks import (
    EMPTY,
    filled,
    find,
    inherits_bullet,
    layout_words,
    placeholder_in_layout,
    rendered,
)
from tests.render.pptx.test_placeholders import frame, placed_frame

TYPES = {
    TextItem: PP_PLACEHOLDER.BODY,
    PictureItem: PP_PLACEHOLDER.PICTURE,
    TableItem: PP_PLACEHOLDER.TABLE,
}
INDEXES = {
    "Two columns with headings": [2001, 1, 2002, 2],
    "Three columns with headings: picture, text, table": [2001, 13, 2002, 1, 2003, 7001],
    "Text and two columns": [1, 2, 3],
    "Table with caption and quotation with attribution": [7001, None, 4001, 5001],
    "Two pictures with captions": [13, None, 6002, None],
    "Picture right: text and table": [1, 7001],
}
"""The first text has the index of a page's only one, the second that of a second column; so a text keeps its place when
the slide takes another layout. A first picture has that of a layout's own, unless there is one."""

NAMES = {
    "Two columns with headings": ["Column 1 heading", "Column 1 text", "Column 2 heading", "Column 2 text"],
    "Text, table with caption and text": ["Text", "Table", "Caption", "Text 2"],
    "Table with caption and quotation with attribution": ["Table", "Caption", "Quotation", "Attribution"],
    "Two pictures with captions": ["Image 1", "Image 1 caption", "Image 2", "Image 2 caption"],
    "Two texts with headings": ["Heading", "Text", "Heading 2", "Text 2"],
}
LISTS = ("Two columns with headings", "Two texts with headings", "Picture left with caption")
"""Layouts in which most paragraphs are items of lists, and one whose text is in the theme's own place."""

WORDS = re.compile(r"[A-Z][a-z]+( [a-z0-9]+)*([:,] [a-z]+( [a-z]+)*)*")


def by_layout(name: str) -> tuple[Any, Any]:
    """Return the first page and slide that have a layout."""
    return next((page, slide) for page, slide in slides() if slide.slide_layout.name == name)


@pytest.mark.slow
def test_each_arrangement_has_one_layout_named_in_words() -> None:
    """Slides of the same things in the same columns share it, however long their texts are; no name is there twice."""
    assert [slide.slide_layout.name for _, slide in slides()] == [*SLIDES, *AGAIN]
    names = [layout.name for layout in presentation().slide_layouts]
    assert len(set(names)) == len(names)
    assert all(WORDS.fullmatch(name) for name in names)
    used = {slide.slide_layout.name for _, slide in slides()}
    own = [layout_words(one) for one in document().theme.layouts if one not in ("columns", "table")]
    assert {*names} - used == {*own, *EMPTY}


def test_arrangements_stand_behind_what_they_are_made_of() -> None:
    """So a colleague finds them where the theme has its layouts for columns and tables."""
    names = [layout.name for layout in presentation().slide_layouts]
    assert names.index("Picture right") + 1 == names.index("Picture right: text and table")
    assert names.index("Content") + 1 == names.index("Quotation with attribution")
    for name in (*SLIDES,):
        page, _ = by_layout(name)
        order = list(document().theme.layouts)
        before = [layout_words(one) for one in order[: order.index(page.layout.name)]]
        assert all(names.index(one) < names.index(name) for one in before if one in names)


def test_every_place_is_a_placeholder_of_its_type() -> None:
    """Main texts take any object, all other texts words alone; the layout has it under the same index and type.

    Captions are text boxes: they are no part of an outline.
    """
    roles = set()
    for page, slide in slides():
        shown = [*standing(page, slide)]
        assert shown
        for placed, shape in shown:
            expected = PP_PLACEHOLDER.OBJECT if placed.role is Role.TEXT else TYPES[type(placed.item)]
            if placed.role is Role.CAPTION:
                assert not shape.is_placeholder
            else:
                assert shape.placeholder_format.type is expected
            assert placeholder_in_layout(shape).name == shape.name
            roles.add(placed.role)
    assert roles == {
        Role.TEXT,
        Role.HEADING,
        Role.PICTURE,
        Role.TABLE,
        Role.CAPTION,
        Role.QUOTATION,
        Role.ATTRIBUTION,
    }


@pytest.mark.parametrize("name", INDEXES)
def test_indexes_keep_texts_where_they_are(name: str) -> None:
    """Ranges do not meet, whatever stands there."""
    shapes = [shape for _, shape in standing(*by_layout(name))]
    assert [one.placeholder_format.idx if one.is_placeholder else None for one in shapes] == INDEXES[name]


def test_no_index_and_no_name_is_there_twice() -> None:
    """On no slide and in no layout; what furnishes them has the indexes that it has everywhere."""
    for one in (*presentation().slides, *presentation().slide_layouts):
        indexes = [shape.placeholder_format.idx for shape in one.placeholders]
        names = [shape.name for shape in one.shapes]
        assert len(set(indexes)) == len(indexes) and len(set(names)) == len(names)
    furniture = {
        (shape.name, shape.placeholder_format.idx)
        for layout in presentation().slide_layouts
        for shape in layout.placeholders
        if shape.name in ("Title", "Date", "Trail", "Credits", "Footer", "Slide number")
    }
    assert furniture == {("Title", 0), ("Date", 10), ("Footer", 11), ("Slide number", 12)}


@pytest.mark.parametrize("name", NAMES)
def test_shapes_are_named_by_their_places(name: str) -> None:
    """As a colleague reads them in the selection pane."""
    assert [shape.name for _, shape in standing(*by_layout(name))] == NAMES[name]


def test_reset_moves_nothing_on_the_first_slide_of_an_arrangement() -> None:
    """What it has in its region stands where the layout's places are; nothing but tables says where that is."""
    for page, slide in first_slides():
        for placed, shape in standing(page, slide):
            differs = frame(placeholder_in_layout(shape)) != placed_frame(placed)
            if differs:  # a text whose lines end where they do in a narrower frame of its own
                assert isinstance(placed.item, TextItem) and placed.item.setting.narrowed is not None
            has_frame = differs or isinstance(placed.item, TableItem) or not shape.is_placeholder
            assert bool(find(shape._element, "p:spPr/a:xfrm | p:xfrm")) == has_frame


def test_other_slides_say_only_what_differs() -> None:
    """Of further slides of an arrangement, what stands elsewhere has a frame of its own, and nothing else."""
    first = {slide.slide_id for _, slide in first_slides()}
    counts = {True: 0, False: 0}
    for page, slide in slides():
        if slide.slide_id not in first:
            for placed, shape in standing(page, slide):
                assert frame(shape) == placed_frame(placed)
                if not isinstance(placed.item, TableItem) and shape.is_placeholder:
                    differs = frame(placeholder_in_layout(shape)) != placed_frame(placed)
                    assert bool(find(shape._element, "p:spPr/a:xfrm")) == differs
                    counts[differs] += 1
    assert counts[True] and counts[False]


def test_texts_inherit_how_they_look() -> None:
    """From the layout's placeholder; a slide says but the size, where its text is set in another than its style's."""
    sized = 0
    for page, slide in slides():
        for placed, shape in standing(page, slide):
            if not isinstance(placed.item, TextItem) or not shape.is_placeholder:
                continue
            own = find(shape._element, "p:txBody/a:lstStyle/*")
            assert bool(own) == (placed.item.setting.size != placed.item.style.size), (page.number, placed.slot)
            levels = find(placeholder_in_layout(shape)._element, "p:txBody/a:lstStyle/*")
            size = find(levels[0], "number(a:defRPr/@sz)") if levels else None
            if size == size and size is not None:  # it says nothing where it is the master's
                assert size == 100 * placed.item.style.size
                sized += 1
            assert not find(shape._element, ".//a:r/a:rPr/@sz")
    assert sized > 10


def test_only_lists_have_bullets_on_their_first_level() -> None:
    """Headings, captions, quotations have none, nor have texts that are mostly paragraphs; those below are items."""
    for page, slide in slides():
        for placed, shape in standing(page, slide):
            if isinstance(placed.item, TextItem) and shape.is_placeholder:
                name = slide.slide_layout.name
                expected = placed.role is Role.TEXT and name in LISTS
                assert inherits_bullet(shape, 0) == expected, (name, placed.slot)
                assert inherits_bullet(shape, 1)


@pytest.mark.parametrize("name", ["Title", "Section", "Closing", "Closing without picture"])
def test_a_statement_has_no_bullet(name: str) -> None:
    """Nor has what is typed below the title of a slide that begins or ends something."""
    (layout,) = [one for one in presentation().slide_layouts if one.name == name]
    (text,) = [one for one in layout.placeholders if one.placeholder_format.idx == 1]
    assert find(text._element, ".//a:lvl1pPr/a:buNone")


def test_rules_above_columns_are_the_layouts() -> None:
    """Where all slides of an arrangement have them in the same places; a colleague's new slide has them, too."""
    drawn = 0
    for page, slide in slides():
        rules = [one for one in page.leaves if isinstance(one.item, ShapeItem) and one.region == "body"]
        ours = [frame(one) for one in slide.shapes if not one.is_placeholder]
        layouts = [frame(one) for one in slide.slide_layout.shapes if not one.is_placeholder]
        moved = slide.slide_layout.name == "Text and two columns"
        for rule in rules:
            assert (placed_frame(rule) in ours) == moved and (placed_frame(rule) in layouts) != moved
            drawn += 1
    assert drawn >= 20


def test_a_drawing_over_something_is_the_slides() -> None:
    """In the layout it would lie below; a group's drawings are taken as others are."""
    page, _ = by_layout("Two pictures with captions")
    first = next(one for one in page.leaves if isinstance(one.item, PictureItem))
    over, beside = (
        Placed(rect, ShapeItem("accent", 1.0, 0.0), Role.DECORATION, None, None, region="body")
        for rect in (replace(first.rect, width=9.0), Rect(12.0, 200.0, 3.0, 90.0))
    )
    group = Placed(first.rect, GroupItem((over, beside)), Role.FIGURE, None, None, region="body")
    changed = replace(page, number=1, placed=(*page.placed, group))
    layout = Layouts(replace(document(), pages=(changed,))).of(changed)
    assert layout.draws(beside) and not layout.draws(over)


ROWS = ", ".join(f"[Berth {number}, {number}]" for number in range(60))


def test_parts_of_a_slide_have_the_layout_of_the_fullest(tmp_path: Path) -> None:
    """A column that has ended is empty on the others; the slides before and after are none of the parts."""
    lone = "\n      columns: [{heading: Words, text: Short.}, {heading: More, text: Short.}]"
    columns = f"""
      overflow: split
      columns:
        - {{heading: Words, text: {" ".join(["Short."] * 90)}}}
        - {{heading: Levels, table: {{rows: [[Berth, dB], {ROWS}]}}}}"""
    made = laid_out([lone, columns, lone], tmp_path)
    written = Presentation(BytesIO(rendered(made)))
    names = [slide.slide_layout.name for slide in written.slides]
    parts = len([page for page in made.pages if page.part])
    assert parts > 2 and {one.slot for one in made.pages[-2].leaves if one.region == "body" and one.slot} == {
        "column 2 heading",
        "column 2 table",
    }
    own = "Two columns with headings"
    assert names == ["Title without picture", own, *[f"{own}: text, table"] * parts, own]


def test_places_of_parts_are_those_of_one_of_them(tmp_path: Path) -> None:
    """The part with the caption has the others' layout, and it is there that nothing lies over anything."""
    made = laid_out(
        [f"\n      overflow: split\n      table: {{rows: [[Berth, dB], {ROWS}], caption: In May}}"], tmp_path
    )
    slides = list(Presentation(BytesIO(rendered(made))).slides)[1:]
    assert len(slides) > 2 and {slide.slide_layout.name for slide in slides} == {"Table with caption"}
    places = {one.name: frame(one) for one in slides[0].slide_layout.shapes}
    assert places["Table"][1] + places["Table"][3] < places["Caption"][1]
    (caption,) = [one for one in slides[-1].shapes if one.name == "Caption"]
    assert frame(caption) == places["Caption"]


@pytest.mark.slow
def test_parts_in_another_order_have_layouts_of_their_own(tmp_path: Path) -> None:
    """Else Reset Slide would put the heading of a part below its text."""
    words = " ".join([SENTENCE] * 30)
    made = laid_out(
        [
            f"\n      overflow: split\n      content: [{{heading: First}}, {words}, {{heading: Second}}, Short.]",
            f"\n      overflow: split\n      content: [Short., {{table: {{rows: [[Berth, dB], {ROWS}]}}}}, {words}]",
        ],
        tmp_path,
    )
    pages = zip(made.pages, Presentation(BytesIO(rendered(made))).slides, strict=True)
    for page, slide in [*pages][1:]:
        tops = [frame(placeholder_in_layout(shape))[1] for _, shape in standing(page, slide)]
        assert tops == sorted(tops)


def with_layout(name: str, other: str) -> Any:
    """Return the first slide that has a layout in a copy of the file where it has another."""
    page, slide = by_layout(name)
    (layout,) = [one for one in presentation().slide_layouts if one.name == other]
    old, new = (one.part.partname.rpartition("/")[2].encode() for one in (slide.slide_layout, layout))
    relationships = f"ppt/slides/_rels/slide{page.number}.xml.rels"
    copy = BytesIO()
    with ZipFile(BytesIO(file())) as archive, ZipFile(copy, "w") as changed:
        for one in archive.namelist():
            content = archive.read(one)
            changed.writestr(one, content.replace(old, new) if one == relationships else content)
    return Presentation(copy).slides[page.number - 1]


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize(
    ("name", "other", "kept"),
    [
        ("Two columns with headings", "Content", {1}),
        ("Text, table with caption and text", "Content", {1}),
        ("Text and picture with caption", "Picture left", {1, 13}),
        ("Text and two columns", "Two columns with headings", {1, 2}),
        ("Four columns with headings", "Two columns with headings", {1, 2, 2001, 2002}),
    ],
)
def test_another_layout_keeps_the_texts(name: str, other: str, kept: set[int]) -> None:
    """A slide that is given the layout of a lone text has its first text there, one of columns its first two."""
    slide = with_layout(name, other)
    assert slide.slide_layout.name == other
    known = {one.placeholder_format.idx: one for one in slide.slide_layout.placeholders}
    own = {one.placeholder_format.idx: one for one in slide.placeholders}
    assert {index for index in own if index in known} - {0, 11, 12} == kept
    for index in kept:
        assert own[index].placeholder_format.type is known[index].placeholder_format.type
        assert not find(own[index]._element, "p:spPr/a:xfrm")
        assert frame(own[index]) == frame(known[index])


def test_a_description_of_a_table_is_its_caption() -> None:
    """A picture's is what the deck says."""
    described = {}
    for page, slide in slides():
        for placed, shape in filled(page, slide):
            if isinstance(placed.item, TableItem | PictureItem):
                described.setdefault(type(placed.item), set()).add(find(shape._element, "string(.//p:cNvPr/@descr)"))
    assert described == {TableItem: {"Measured in May", "Berth, dB"}, PictureItem: {"The quay at dusk", "The quay"}}


@pytest.mark.slow
def test_the_validator_has_no_complaint(tmp_path: Path) -> None:
    """Strict validation has no error and no warning."""
    path = tmp_path / "arrangements.pptx"
    path.write_bytes(file())
    assert open_xml_audit.complaints(path) == []


@pytest.mark.outside
def test_the_open_xml_sdk_has_no_complaint(tmp_path: Path) -> None:
    """Its validator has no error either."""
    path = tmp_path / "arrangements.pptx"
    path.write_bytes(file())
    assert complaints(path) == []
