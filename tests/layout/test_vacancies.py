"""Places that a slide leaves empty are not left empty."""

from __future__ import annotations

from tests.projects import DECK, Project


def test_a_title_page_without_picture_uses_its_width(tmp_path) -> None:
    """The title reaches as far from the right edge as it is from the left."""
    page = Project(tmp_path).document(DECK + "    text: Words\n").pages[0]
    assert (page.slot("title").rect.x, page.slot("title").rect.right) == (48, 912)


def test_columns_without_headings_begin_where_headings_would(tmp_path) -> None:
    """With one heading, both stay below it."""
    columns = "  - title: B\n    columns: [{{{heading}text: a}}, {{text: b}}]\n"
    tops = []
    for heading in ("", "heading: H, "):
        page = Project(tmp_path).document(DECK + columns.format(heading=heading)).pages[1]
        tops.append((page.slot("body-1").rect.y, page.slot("body-2").rect.y))
    assert tops == [(156, 156), (190, 190)]
