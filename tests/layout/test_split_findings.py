"""What is said of a slide that goes on on further ones: a warning for each thing on it that does."""

from __future__ import annotations

import re

from tests.layout.split_slides import HEAD, LONG, SENTENCE
from tests.projects import Project


def said(tmp_path, slide: str) -> list[tuple[int, str]]:
    """Return what is said of a slide that is split, behind its number, and in which line of the slide."""
    found = Project(tmp_path).read(f"{HEAD}  - title: B\n{slide}")[1]
    first = HEAD.count("\n") + 1
    return [
        (one.span.line - first, one.message.removeprefix("slide 2: ")) for one in found if one.code == "split-slide"
    ]


def grid_above_list(cells: int) -> str:
    """Return a slide with a grid, three cells in a row, above a list that needs several slides."""
    cell = f"            - {{heading: Noise, text: {SENTENCE * 2}}}\n"
    listed = ", ".join([SENTENCE] * 30)
    return f"    content:\n      - grid:\n          cells:\n{cell * cells}      - bullets: [{listed}]\n"


def test_a_grid_whose_rows_are_shared_out_goes_on_and_none_of_its_cells(tmp_path):
    """It and the list below it are told, each where it is written, and over as many slides as it is on."""
    assert said(tmp_path, grid_above_list(9)) == [
        (3, "its grid does not fit at its smallest size, 15 points, and goes on over 3 slides"),
        (13, "its text does not fit at its smallest size, 15 points, and goes on over 5 slides"),
    ]


def test_a_grid_that_is_whole_on_a_part_does_not_go_on(tmp_path):
    """The list below it does."""
    assert said(tmp_path, grid_above_list(3)) == [
        (7, "its text does not fit at its smallest size, 15 points, and goes on over 5 slides"),
    ]


def test_a_cell_that_goes_on_is_told_by_its_name(tmp_path):
    """And not the columns around it."""
    slide = f"    columns:\n      - {{heading: C, text: {LONG}}}\n      - text: a\n"
    ((_, message),) = said(tmp_path, slide)
    assert message.startswith("`column 1` does not fit at its smallest size")


def test_where_all_is_whole_on_a_part_what_had_no_room_is_told(tmp_path):
    """Two tables that each have a slide of their own."""
    rows = ", ".join(f"[{one}, 2]" for one in range(9))
    slide = f"    content:\n      - table: {{rows: [{rows}]}}\n      - table: {{rows: [{rows}]}}\n"
    assert [message for _, message in said(tmp_path, slide)] == [
        "`table` does not fit at its smallest size, 12 points, and goes on over 2 slides"
    ]


def test_what_is_split_is_said_once_of_a_block_of_many_texts(tmp_path):
    """Not once for each section of an agenda that has no room: they stand at one place of the deck."""
    sections = "".join(f"  - {{title: Slide {one}, section: Section {one}}}\n" for one in range(60))
    found = Project(tmp_path).read(f"{HEAD}  - title: B\n    agenda: true\n{sections}")[1]
    (one,) = [one.message for one in found if one.code == "split-slide"]
    assert re.fullmatch(
        r"slide 2: `section \d+` and \d+ more texts do not fit at their smallest size, \d+ points, and go on over \d+ "
        r"slides",
        one,
    )


def test_what_is_split_is_said_once_of_items_that_stand_each_at_a_place_of_their_own(tmp_path):
    """Events beyond the foot of the slide are one matter, not thirty."""
    events = "".join(f"      - {{when: {one}, title: Permit, text: {'the harbour waits ' * 9}}}\n" for one in range(30))
    found = Project(tmp_path).read(f"{HEAD}  - title: B\n    timeline:\n{events}")[1]
    (one,) = [one.message for one in found if one.code == "split-slide"]
    assert re.match(r"slide 2: `event \d+ \w+` and \d+ more texts do not fit at their smallest size", one)
