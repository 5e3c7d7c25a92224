"""Marks in the places of texts: an ornament or a corner is kept off; grain, gradients and photos are no marks."""

from __future__ import annotations

import pytest

from deckmaker.model.geometry import Rect
from deckmaker.theme.contrast import AA, contrast, rgb
from deckmaker.theme.template_marks import above_marks, amid_marks, beside_marks, clear_of_marks
from tests.template.templates import CONTENT, MASTER, TITLE_SLIDE, changed, place, preset, shape, solid, with_shapes
from tests.theme.test_template_ground import DECK, NO_LINE, brand, drawn, project

pytestmark = pytest.mark.slow

TEXT = Rect(60, 120, 600, 340)
LINE = Rect(60, 500, 600, 15)

LOW = ('cy="1752600"', 'cy="900000"')
"""A title page's text that has room for two lines."""


def gradient(color: str, other: str) -> str:
    """Return a gradient from left to right over all of a page."""
    stops = "".join(f'<a:gs pos="{at}"><a:srgbClr val="{one}"/></a:gs>' for at, one in ((0, color), (100000, other)))
    return shape(
        place(0, 0, 720, 540), look=f'<a:gradFill><a:gsLst>{stops}</a:gsLst><a:lin ang="0"/></a:gradFill>{NO_LINE}'
    )


@pytest.mark.parametrize(
    "mark",
    [drawn(80, 400, 14, 14, "F3C02D"), drawn(0, 400, 100, 140, "700075"), drawn(0, 400, 720, 140, "203864")],
    ids=["an ornament", "a corner", "a panel"],
)
def test_a_text_ends_above_what_is_drawn_into_its_foot(mark):
    """A few points above it; the rest of its place stays."""
    found = above_marks(brand(mark), TEXT)
    assert (found.x, found.y, found.width) == (TEXT.x, TEXT.y, TEXT.width)
    assert 388 <= found.bottom <= 399


@pytest.mark.parametrize(
    "drawings",
    [
        (),
        (drawn(60, 120, 14, 14, "F3C02D"),),
        (drawn(60, 120, 40, 340, "203864"),),
        (drawn(0, 400, 720, 140, "EEEEEE"),),
        (gradient("FFFFFF", "000000"),),
        tuple(drawn(100 + 60 * step, 400 + 4 * step, 3, 3, "000000") for step in range(8)),
    ],
    ids=["nothing", "a mark above", "a stripe along it", "a pale panel", "a gradient", "grain"],
)
def test_a_text_keeps_its_place_where_nothing_is_drawn_into_its_foot(drawings):
    """Or where a shorter one would stand on it as well."""
    assert above_marks(brand(*drawings), TEXT) == TEXT


def test_the_part_of_a_line_without_marks_leaves_out_a_logo():
    """Where less than what is asked for is left, all of it is taken: there is no better place."""
    logo = brand(drawn(40, 480, 100, 60, "203864"))
    part = beside_marks(logo, LINE, 0.75)
    assert 142 <= part.x <= 152 and part.right == pytest.approx(LINE.right)
    half = brand(drawn(40, 480, 300, 60, "203864"))
    assert beside_marks(brand(), LINE, 0.75) == beside_marks(half, LINE, 0.75) == LINE
    assert 342 <= beside_marks(half, LINE, 0.5).x <= 352


def test_the_longest_part_of_a_line_may_be_that_on_a_panel():
    """Whatever the rest of it stands on."""
    part = beside_marks(brand(drawn(0, 440, 400, 100, "700075"), drawn(500, 440, 60, 100, "3060A0")), LINE, 0.5)
    assert part.x == LINE.x and 388 <= part.right <= 398


def test_texts_end_above_an_ornament_of_their_layout(tmp_path):
    """And begin where they did."""
    slots = []
    for name, shapes in (("with", {CONTENT: drawn(70, 440, 16, 16, "F3C02D")}), ("without", {})):
        (tmp_path / name).mkdir()
        slots.append(project(tmp_path / name, with_shapes(shapes)).document(DECK).theme.plain.slots["body"].rect)
    assert slots[0].bottom <= 440 < slots[1].bottom
    assert slots[0].y == slots[1].y


def test_credits_of_a_cover_stand_on_one_ground(tmp_path):
    """Rather than half on a corner and half beside it, where the colour of the one is not read on the other."""
    panel = with_shapes({TITLE_SLIDE: drawn(0, 300, 300, 240, "300040")})
    theme = project(tmp_path, panel).document(DECK).theme
    credits = theme.layouts["title"].slots["credits"]
    assert credits.rect.right <= 300
    assert credits.style and contrast(rgb(theme.palette[credits.style.color]), rgb("#300040")) >= AA


def test_credits_are_read_on_a_gradient_where_they_begin(tmp_path):
    """Their colour is that for what lies behind them, and not for the mean of all of the gradient's."""
    ground = with_shapes({TITLE_SLIDE: gradient("000020", "FFFFFF")})
    theme = project(tmp_path, ground).document(DECK).theme
    credits = theme.layouts["title"].slots["credits"]
    assert credits.style and contrast(rgb(theme.palette[credits.style.color]), rgb("#151535")) >= AA


def test_author_and_date_stand_beside_a_blot(tmp_path):
    """The text above them keeps its room: it has little on a cover."""
    slots = []
    for name, shapes in (("with", {TITLE_SLIDE: drawn(0, 400, 160, 140, "101040")}), ("without", {})):
        (tmp_path / name).mkdir()
        slots.append(project(tmp_path / name, with_shapes(shapes)).document(DECK).theme.layouts["title"].slots)
    assert slots[0]["meta"].rect.x >= 160 > slots[1]["meta"].rect.x
    assert slots[0]["meta"].rect.right == slots[1]["meta"].rect.right
    assert slots[0]["body"].rect == slots[1]["body"].rect


def test_a_ring_is_a_mark_as_a_disc_is():
    """What is in it is ground, and no text."""
    ring = shape(
        place(500, 420, 20, 20), preset("donut", '<a:gd name="adj" fmla="val 24000"/>'), solid("F3C02D") + NO_LINE
    )
    assert 400 <= above_marks(brand(ring), TEXT).bottom <= 420


def test_a_line_keeps_off_the_side_of_the_panel_on_which_it_stands():
    """As far as off a mark, where letters would touch the edge."""
    panel = brand(drawn(60, 300, 600, 230, "F3C02D"))
    part = beside_marks(panel, LINE, 0.75)
    assert (part.x, part.right) == pytest.approx((LINE.x + 6, LINE.right - 6), abs=3)
    assert beside_marks(brand(drawn(0, 300, 720, 230, "F3C02D")), LINE, 0.75) == LINE


def test_the_middle_of_a_line_stays_where_it_is_beside_a_mark():
    """What is in the middle of a page stays there; less than is asked for is not taken."""
    corner = brand(drawn(560, 460, 160, 80, "E8A200"))
    part = amid_marks(corner, LINE, 0.5)
    assert part.x + part.width / 2 == pytest.approx(360)
    assert 544 <= part.right <= 558
    assert amid_marks(corner, LINE, 0.8) == LINE


@pytest.mark.parametrize(
    ("mark", "least", "bottom"),
    [
        (drawn(0, 420, 100, 120, "700075"), 0.6, 414),
        (drawn(0, 420, 100, 120, "700075"), 0.9, 460),
        (drawn(560, 60, 160, 480, "700075"), 0.6, 460),
        (drawn(300, 300, 60, 60, "700075"), 0.6, 460),
    ],
    ids=["at its foot", "too large", "at its side", "hidden"],
)
def test_a_picture_keeps_off_marks_that_reach_into_its_place(mark, least, bottom):
    """It is as wide as it was, in line with texts; what it would hide as a whole stays hidden."""
    found = clear_of_marks(brand(mark), TEXT, least)
    assert (found.x, found.y, found.width) == (TEXT.x, TEXT.y, TEXT.width)
    assert found.bottom == pytest.approx(bottom, abs=5)


def test_a_title_and_a_picture_keep_off_a_corner_of_their_layout(tmp_path):
    """The one stays in the middle of the page, the other as wide as it was."""
    corners = drawn(600, 0, 120, 110, "E8A200") + drawn(0, 430, 100, 110, "700075")
    slots = project(tmp_path, with_shapes({MASTER: corners})).document(DECK).theme.layouts
    title, picture = slots["content"].slots["title"].rect, slots["picture"].slots["picture"].rect
    assert title.right <= 600 and title.x + title.width / 2 == pytest.approx(360, abs=1)
    assert picture.bottom <= 430 and picture.width > 600


def test_credits_stand_above_a_pattern_at_the_foot_of_a_cover(tmp_path):
    """Where there is room between that and all else; otherwise they stay on it."""
    pattern = "".join(drawn(48 * step, 440, 24, 100, "F3C02D") for step in range(15))
    low = with_shapes({TITLE_SLIDE: pattern}, changed(TITLE_SLIDE, LOW))
    slots = project(tmp_path, low).document(DECK).theme.layouts["closing"].slots
    assert slots["body"].rect.bottom < slots["credits"].rect.y < slots["credits"].rect.bottom <= 440


def test_a_trail_that_ends_before_the_margin_begins_where_its_place_does(tmp_path):
    """In line with a picture above it, and not somewhere before a mark."""
    mark = with_shapes({TITLE_SLIDE: drawn(600, 440, 120, 100, "300040")})
    layouts = project(tmp_path, mark).document(DECK).theme.layouts
    trail, usual = layouts["title"].slots["trail"], layouts["content"].slots["trail"]
    assert trail.style and usual.style and (trail.style.align, usual.style.align) == ("left", "right")
    assert trail.rect.right <= 600 < usual.rect.right and trail.rect.x == pytest.approx(usual.rect.x, abs=1)


def test_author_and_date_stand_below_a_low_text(tmp_path):
    """It has one or two lines, and would have none; on a slide without author a text has the room of both."""
    low = changed(TITLE_SLIDE, LOW)
    document = project(tmp_path, low).document(DECK.replace("title: A\n", "title: A\nauthor: B\n", 1))
    slots = document.theme.layouts["title"].slots
    assert slots["body"].rect.height == pytest.approx(900000 / 12700 - 7.2, abs=1)
    assert slots["meta"].rect.y >= slots["body"].rect.bottom
    assert slots["credits"].rect.y >= slots["meta"].rect.bottom


def test_a_text_has_the_room_of_an_author_who_is_not_there(tmp_path):
    """It is set larger then, where it needs that room."""
    found = project(tmp_path, changed(TITLE_SLIDE))
    slide = f"  - {{title: A, text: {'word ' * 45}}}\n"
    sizes = []
    for head in ("title: A\n", "title: A\nauthor: B\n"):
        (page,) = found.document(f"theme: ../house.yaml\n{head}slides:\n{slide}").pages
        sizes += [one.item.setting.size for one in page.leaves if one.slot == "body"]
    assert sizes[0] > sizes[1]


def test_a_place_that_reaches_into_the_line_of_credits_ends_well_above_it(tmp_path):
    """So that they are not taken for the caption of what stands there."""
    tall = changed(MASTER, ('cy="4525963"', 'cy="4750000"'))
    slots = project(tmp_path, tall).document(DECK).theme.layouts["content"].slots
    assert 9 <= slots["credits"].rect.y - slots["body"].rect.bottom <= 12
