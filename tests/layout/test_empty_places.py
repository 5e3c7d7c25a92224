"""Places that a slide leaves empty are not left empty."""

from __future__ import annotations

import pytest

from deckmaker.theme import PAGE_SIZES, built_in_themes
from tests.layout.lines import line_of
from tests.projects import DECK, Project, briefing

THEMES = pytest.mark.parametrize("theme", built_in_themes())


@pytest.mark.sampled(every=3)
@THEMES
def test_a_slide_without_picture_takes_the_layout_that_its_own_names_for_that(theme: str, tmp_path) -> None:
    """Whether it named its layout or a rule chose it; one that has a picture keeps its layout."""
    project = Project(tmp_path)
    project.picture("a.png")
    picture = "    image: {file: ../a.png, alt: A, credit: B}\n"
    replaced = {name: one.without_picture for name, one in briefing(name=theme).layouts.items() if one.without_picture}
    assert replaced
    for name, other in replaced.items():
        deck = f"theme: {theme}\n{DECK}    layout: {name}\n"
        assert project.document(deck).pages[0].layout.name == other
        assert project.document(deck + picture).pages[0].layout.name == name
    assert project.document(f"theme: {theme}\n{DECK}").pages[0].layout.name == replaced["title"]


@THEMES
def test_no_layout_keeps_room_for_a_picture_that_is_not_there(theme: str) -> None:
    """Every layout with text beside or over a picture names one without, on which texts have at least its width."""
    for size in PAGE_SIZES:
        layouts = briefing(size, theme).layouts
        for layout in layouts.values():
            if "picture" in layout.slots and "body" in layout.slots:
                other = layouts[layout.without_picture]
                assert "picture" not in other.slots
                for name in ("title", "body"):
                    assert other.slots[name].rect.width >= layout.slots[name].rect.width


def test_columns_without_headings_begin_where_headings_would(tmp_path) -> None:
    """With one heading, both stay below it, as far as the theme says."""
    theme = briefing()
    columns = "  - title: B\n    columns: [{{{heading}text: a}}, {{text: b}}]\n"
    plain, headed = (
        Project(tmp_path).document(DECK + columns.format(heading=heading)).pages[1] for heading in ("", "heading: H, ")
    )
    heading = headed.slot("column 1 heading").rect
    assert [plain.slot(name).rect.y for name in ("column 1", "column 2")] == [heading.y] * 2
    tops = [headed.slot(name).rect.y for name in ("column 1", "column 2")]
    assert tops == [tops[0]] * 2 and tops[0] - heading.y >= theme.columns.heading
    first = line_of(theme) + theme.columns.heading_top
    below = first + theme.columns.heading + theme.columns.below
    assert abs(heading.y - first) <= theme.baseline / 2 and abs(tops[0] - below) <= theme.baseline / 2


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
@pytest.mark.parametrize("cells", ["columns: [{width: 2}, {width: 1}]", "grid: {cells: [{width: 2}, {width: 1}]}"])
@pytest.mark.parametrize("beside", ["quote: A", "text: A", "table: {rows: [[A], [B]]}", "heading: A"])
def test_cells_that_hold_nothing_beside_others_are_laid_out(theme, cells, beside, tmp_path):
    """As where their pictures are missing: they have no bottom to look for."""
    _, diagnostics = Project(tmp_path).read(f"theme: {theme}\n{DECK}  - title: B\n    {cells}\n    {beside}\n")
    assert {one.code for one in diagnostics} <= {"text-too-long", "empty-slide", "lone-heading"}
