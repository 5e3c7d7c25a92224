"""What lies behind places of a template: texts keep off what its pages draw, and where they would not be seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from deckmaker.adoption.matching import matched
from deckmaker.model.geometry import Rect
from deckmaker.template import read_template
from deckmaker.template.brand import Brand, Brands
from deckmaker.theme.contrast import contrast, rgb
from deckmaker.theme.template_ground import calm_part, calm_top, has_edge, is_busy, is_plain, shows
from deckmaker.theme.template_openings import text_below
from tests.projects import Project
from tests.template.templates import CONTENT, MASTER, TITLE_SLIDE, changed, packed, place, shape, solid, with_shapes

NO_LINE = "<a:ln><a:noFill/></a:ln>"
LAYOUTS = "template:\n  file: company.potx\n  layouts: {content: Title and Content, title: Title Slide}\n"


def drawn(x: float, y: float, width: float, height: float, color: str) -> str:
    """Return a rectangle without a line."""
    return shape(place(x, y, width, height), look=solid(color) + NO_LINE)


def brand(*shapes: str) -> Brand:
    """Return the brand of a layout on which shapes lie."""
    template = read_template(packed(with_shapes({CONTENT: "".join(shapes)})))
    return Brands(template).of(template.layouts[1])


@pytest.mark.parametrize(
    ("width", "seen"),
    [(0, True), (60, True), (240, False)],  # of a place of 600 points, of which a third is 200
    ids=["nothing", "a corner", "a third"],
)
def test_a_text_is_seen_where_no_third_of_its_place_has_its_colour(width, seen):
    """Wherever that lies."""
    where = Rect(60, 200, 600, 200)
    for x in (60, 660 - width):
        found = brand(drawn(x, 200, max(width, 1), 200, "000000"))
        assert shows(found, where, "#000000") is seen
        assert shows(found, where, "#777777")


def test_an_edge_runs_through_a_line_where_a_panel_ends():
    """And none where the line stands on it, or below it."""
    found = brand(drawn(0, 400, 720, 140, "203864"))
    assert [has_edge(found, Rect(60, y, 600, 24)) for y in (360, 388, 420)] == [False, True, False]


def checked(x: float, y: float, width: float, height: float, side: float = 40) -> str:
    """Return a chessboard, as a picture full of detail."""
    squares = [
        drawn(x + column * side, y + row * side, side, side, "000000")
        for row in range(round(height / side))
        for column in range(round(width / side))
        if (row + column) % 2
    ]
    return "".join(squares)


TEXT = Rect(300, 300, 380, 160)
"""The place of a text below a title, at the right of a page of 720 x 540 points."""


def test_a_place_is_busy_where_hardly_any_of_it_is_calm():
    """Whatever the text's colour is; a plain ground is calm, and one of the text's colour is not."""
    busy = brand(checked(300, 300, 380, 160))
    assert all(is_busy(busy, TEXT, color) for color in ("#000000", "#FFFFFF", "#A02020"))
    assert not is_busy(brand(drawn(300, 300, 380, 160, "DDDDDD")), TEXT, "#000000")
    assert is_busy(brand(drawn(300, 300, 380, 160, "DDDDDD")), TEXT, "#D0D0D0")


def test_a_place_is_plain_where_hardly_a_line_is_drawn():
    """A pale line counts as a dark one; a gradient, a corner and a ground of one colour do not."""
    pale = [drawn(300 + 38 * step, 300, 6, 160, "DDDDDD") for step in range(10)]
    assert not is_plain(brand(*pale), TEXT)
    assert is_plain(brand(*pale[:1]), TEXT)
    assert is_plain(brand(drawn(0, 0, 720, 540, "203864")), TEXT)
    assert is_plain(brand(drawn(300, 300, 30, 30, "203864")), TEXT)
    panel = drawn(300, 290, 380, 180, "DDDDDD")
    assert not is_plain(brand(panel), TEXT) and is_plain(brand(panel), Rect(320, 300, 340, 160))
    stops = "".join(
        f'<a:gs pos="{at}"><a:srgbClr val="{color}"/></a:gs>' for at, color in ((0, "203864"), (100000, "FFFFFF"))
    )
    gradient = f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="0"/></a:gradFill>{NO_LINE}'
    assert is_plain(brand(shape(place(0, 0, 720, 540), look=gradient)), TEXT)


def test_the_largest_calm_part_is_found():
    """As a rectangle: beside what is drawn, and nothing where all of a place is full."""
    page = Rect(0, 0, 720, 540)
    part = calm_part(brand(checked(300, 0, 420, 540)), page, "#000000")
    assert part and part.right <= 300 and part.width > 200 and part.height == pytest.approx(540)
    assert calm_part(brand(drawn(0, 0, 720, 540, "000000")), page, "#000000") is None


def test_a_text_ends_above_what_reaches_into_it_far_below():
    """Nothing is cut off for what lies higher: the text would have too little room."""
    tall = Rect(300, 200, 380, 240)
    assert 140 <= calm_top(brand(drawn(300, 400, 120, 40, "203864")), tall, "#000000").height <= 200
    assert calm_top(brand(drawn(300, 280, 120, 160, "203864")), tall, "#000000") == tall
    assert calm_top(brand(), tall, "#000000") == tall


def test_the_text_of_a_title_page_keeps_off_a_picture_full_of_detail_and_off_the_title():
    """In the calm part of the page below the title; where there is none, it stays."""
    title = Rect(60, 100, 600, 90)
    busy = brand(checked(280, 200, 440, 340))
    below = text_below(title, TEXT, busy, "#000000", 480, 36)
    assert below.right <= 280 and below.y >= title.bottom and below.bottom <= 480
    full = brand(checked(0, 0, 720, 540))
    assert text_below(title, TEXT, full, "#000000", 480, 36) == TEXT
    over = Rect(300, 150, 380, 310)
    assert text_below(title, over, brand(), "#000000", 480, 36) == Rect(300, 190, 380, 270)
    assert text_below(None, over, brand(), "#000000", 480, 36) == over


def project(folder: Path, content: dict[str, bytes]) -> Project:
    """Return a project with a template and a theme that names it."""
    found = Project(folder)
    (folder / "company.potx").write_bytes(packed(content))
    (folder / "house.yaml").write_text(f"extends: briefing\n{LAYOUTS}", encoding="utf-8")
    return found


DECK = "theme: ../house.yaml\ntitle: A\nslides:\n  - title: A\n"


def test_credits_keep_off_a_logo_and_off_the_edge_of_a_panel(tmp_path):
    """They stand beside the one, and at the foot of the room for texts where the other ends below it."""
    (tmp_path / "logo").mkdir()
    (tmp_path / "panel").mkdir()
    logo = with_shapes({MASTER: drawn(20, 470, 80, 70, "203864")})
    theme = project(tmp_path / "logo", logo).document(DECK).theme
    credits, body = (theme.plain.slots[name].rect for name in ("credits", "body"))
    assert credits.x >= 100 > body.x
    panel = with_shapes({MASTER: drawn(0, 480, 720, 60, "203864")})
    theme = project(tmp_path / "panel", panel).document(DECK).theme
    assert theme.plain.slots["credits"].rect.bottom <= 480
    assert theme.plain.slots["credits"].rect.y >= theme.plain.slots["body"].rect.bottom


def test_a_picture_on_the_title_page_moves_no_text_that_stands_far_right(tmp_path):
    """What is left of it is for what the page draws; the title has all of its own place."""
    before, after = 'x="1371600" y="3886200"/><a:ext cx="6400800"', 'x="4572000" y="3886200"/><a:ext cx="4114800"'
    slots = project(tmp_path, changed(TITLE_SLIDE, (before, after))).document(DECK).theme.layouts["title"].slots
    texts = [slots[name].rect for name in ("body", "meta") if name in slots]
    assert all(one.x == pytest.approx(360 + 7.2) for one in texts)
    assert slots["picture"].rect.y >= slots["title"].rect.bottom
    assert not any(slots["picture"].rect.overlaps(one) for one in texts)


def test_a_layout_on_which_texts_cannot_be_seen_is_not_the_one_for_content(tmp_path):
    """Where there is another."""
    hiding = with_shapes({CONTENT: drawn(0, 100, 400, 440, "000000")})
    assert matched(read_template(packed(hiding))).by_name["content"].name != "Title and Content"
    seen = with_shapes({CONTENT: drawn(0, 100, 400, 440, "EEEEEE")})
    assert matched(read_template(packed(seen))).by_name["content"].name == "Title and Content"


def test_texts_are_judged_by_what_the_template_draws_behind_them(tmp_path):
    """A light title on a dark band is read well, whatever the page's colour is."""
    band = with_shapes({TITLE_SLIDE: drawn(0, 150, 720, 150, "203864")})
    said = project(tmp_path, band).said(DECK)
    assert "`title` of slide 1" not in said and "on `paper`" not in said


def test_a_slides_number_is_judged_by_what_lies_behind_it(tmp_path):
    """Not by all of its place, which may be far wider: at its end a template may draw something."""
    box = with_shapes({MASTER: drawn(650, 480, 70, 60, "808080")})  # the template's own colour there is #8B8B8B
    theme = project(tmp_path, box).document(DECK).theme
    style = theme.plain.slots["number"].style
    assert style and style.align == "right"
    assert contrast(rgb(theme.palette[style.color]), rgb("#808080")) >= 3
