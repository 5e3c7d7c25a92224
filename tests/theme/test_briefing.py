"""The built-in themes on each page size: everything inside the page, everything defined."""

from __future__ import annotations

from itertools import combinations

import pytest
import yaml

from deckmaker.fonts import FAMILIES
from deckmaker.text.fitting import STEP
from deckmaker.theme import PAGE_SIZES, Theme, built_in_themes
from deckmaker.theme.palette import SERIES
from tests.projects import briefing
from tests.samples import mostly_slow

LAYOUTS = ["title", "title-only", "content", "picture-right", "picture-left", "feature", "picture-full"]
LAYOUTS += ["columns", "table", "picture", "section", "closing", "closing-only", "credits"]

LOOKS = {f"{name}-{size}": (size, name) for name in built_in_themes() for size in PAGE_SIZES}
every_theme = pytest.mark.parametrize("theme", mostly_slow(LOOKS, every=4), indirect=True)
every_layout = pytest.mark.parametrize("layout", LAYOUTS)


@pytest.fixture
def theme(request: pytest.FixtureRequest) -> Theme:
    """A built-in theme, read when a test first asks for it."""
    return briefing(*LOOKS[request.param])


def test_page_sizes_are_powerpoints_own():
    """13.333 x 7.5 and 10 x 7.5 inches, and ISO A4 landscape, in points."""
    assert PAGE_SIZES["16:9"] == (960, 540)
    assert PAGE_SIZES["4:3"] == (720, 540)
    assert PAGE_SIZES["A4"] == pytest.approx((841.89, 595.276), abs=0.001)


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_a_theme_is_as_large_as_the_page(size):
    """In points."""
    assert (briefing(size).width, briefing(size).height) == PAGE_SIZES[size]


@every_theme
def test_the_themes_have_their_layouts_on_every_page(theme: Theme):
    """Decks name them, so they are part of the interface."""
    assert list(theme.layouts) == LAYOUTS


@every_theme
@every_layout
def test_slots_and_shapes_lie_inside_the_page(layout: str, theme: Theme):
    """Nothing has a negative size or hangs over an edge."""
    rects = [slot.rect for slot in theme.layouts[layout].slots.values()]
    rects += [shape.rect for shape in theme.layouts[layout].shapes]
    for rect in rects:
        assert rect.width > 0 and rect.height > 0
        assert rect.x >= 0 and rect.y >= 0
        assert rect.right <= theme.width + 1e-9 and rect.bottom <= theme.height + 1e-9


@every_theme
@every_layout
def test_a_number_stands_at_the_end_of_its_page_or_before_a_picture(layout: str, theme: Theme):
    """Never amid a picture that is as wide as the page."""
    slots = theme.layouts[layout].slots
    number, picture = slots.get("number"), slots.get("picture")
    if number and number.rect.right != theme.plain.slots["number"].rect.right:
        assert picture and number.rect.right < picture.rect.x


@every_theme
@every_layout
def test_slots_do_not_overlap(layout: str, theme: Theme):
    """But for a picture that lies under everything: there a shape is drawn above it. The logo gives way to pictures."""
    parts = theme.layouts[layout]
    under = {"picture"} if any(shape.over_picture for shape in parts.shapes) else set()
    slots = {name: slot.rect for name, slot in parts.slots.items() if name not in under}
    found = [{*pair} for pair in combinations(slots, 2) if slots[pair[0]].overlaps(slots[pair[1]])]
    assert [pair for pair in found if pair != {"logo", "picture"}] == []


@every_theme
def test_a_scrim_ends_soon_behind_the_words(theme: Theme):
    """All words stand on its solid part, and it ends a quarter of the page behind them: the rest is seen."""
    layout = theme.layouts["picture-full"]
    scrims = [shape for shape in layout.shapes if shape.scrim]
    if theme.name == "plain":
        assert not scrims
        return
    for slot in layout.slots.values():
        if slot.style:
            assert any(
                one.rect.x <= slot.rect.x
                and one.rect.y <= slot.rect.y
                and slot.rect.right <= one.rect.right - one.fade
                and slot.rect.bottom <= one.rect.bottom
                for one in scrims
            ), slot.name
    words = max(slot.rect.right for name, slot in layout.slots.items() if slot.style and name != "number")
    assert scrims[0].rect.right - words <= theme.width / 4
    assert max(one.opacity for one in scrims) <= 0.3


@every_theme
@every_layout
def test_every_page_but_covers_has_a_number(layout: str, theme: Theme):
    """Pages that are pictures, too: who asks about one must be able to name it."""
    assert ("number" in theme.layouts[layout].slots) == (not layout.startswith("title"))


@every_theme
@every_layout
def test_a_page_has_one_mark_at_its_edge(layout: str, theme: Theme):
    """Or none; no rule stands between a title and its text, where it says nothing."""
    marks = [shape.rect for shape in theme.layouts[layout].shapes if not shape.scrim]
    assert len(marks) <= 1
    for mark in marks:
        assert mark.x == 0 or mark.y == 0
        assert not any(mark.overlaps(slot.rect) for slot in theme.layouts[layout].slots.values() if slot.style)


@every_theme
def test_every_color_style_and_family_is_defined(theme: Theme):
    """A name that leads nowhere would stop a renderer, not the reader of the theme."""
    used = {theme.lists.color, theme.link_color} | {style.color for style in theme.styles.values()}
    for layout in theme.layouts.values():
        used |= {layout.background} | {shape.color for shape in layout.shapes}
        used |= {slot.style.color for slot in layout.slots.values() if slot.style}
    assert used <= theme.palette.keys()
    assert set(theme.fonts.values()) <= FAMILIES.keys()
    assert {style.font for style in theme.styles.values()} <= theme.fonts.keys()


@every_theme
def test_the_colors_of_powerpoints_scheme_are_in_every_theme(theme: Theme):
    """Text, page, two more, and six accents: those of charts, of which the theme's own accent is one.

    A colour beyond them does not follow when the scheme is changed. What says good and bad must not.
    """
    assert {"ink", "paper", "deep", "tint", *SERIES} <= theme.palette.keys()
    assert theme.palette["accent"] in {theme.palette[name] for name in SERIES}


@every_theme
@every_layout
def test_every_slot_but_pictures_has_a_style(layout: str, theme: Theme):
    """Texts need one, pictures have none."""
    for name, slot in theme.layouts[layout].slots.items():
        assert (slot.style is None) == (name in ("picture", "logo"))


@every_theme
@every_layout
def test_every_layout_has_a_place_for_credits_and_a_title(layout: str, theme: Theme):
    """Credits must be possible on every slide."""
    assert {"credits", "title", "trail"} <= theme.layouts[layout].slots.keys()


@every_theme
def test_a_text_shrinks_to_what_can_be_read_and_grows_where_it_is_short(theme: Theme):
    """Each slot's size lies at or above the least that its style allows, and its size for short texts above that."""
    for layout in theme.layouts.values():
        for slot in layout.slots.values():
            if slot.style:
                assert (slot.style.short or slot.style.size) >= slot.style.size >= slot.style.minimum >= 8


@every_theme
def test_sizes_are_those_whose_widths_libreoffice_keeps(theme: Theme):
    """Multiples of 3 points (docs/analysis/libreoffice-text.md)."""
    styles = [slot.style for layout in theme.layouts.values() for slot in layout.slots.values() if slot.style]
    assert {size % 3 for style in styles for size in (style.size, style.short or style.size)} == {0}


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", PAGE_SIZES)
def test_the_grid_is_what_the_theme_file_says(size):
    """Columns of equal width between the margins, with gutters between them; a slot goes from one to another."""
    grid = yaml.safe_load(built_in_themes()["briefing"].read_text(encoding="utf-8"))["grid"]
    theme = briefing(size)
    gutters = grid["gutter"] * (grid["columns"] - 1)
    column = (theme.width - grid["left"] - grid["right"] - gutters) / grid["columns"]
    slots, half = theme.layouts["credits"].slots, grid["columns"] // 2
    first, second = slots["entries-1"].rect, slots["entries-2"].rect
    assert (first.x, second.right) == (grid["left"], pytest.approx(theme.width - grid["right"]))
    assert first.width == pytest.approx(half * column + (half - 1) * grid["gutter"]) == second.width
    assert second.x - first.right == pytest.approx(grid["gutter"]) == theme.columns.gutter
    assert theme.baseline == grid["baseline"]


@every_theme
def test_tables_and_columns_may_stand_wider_than_lines_of_text(theme: Theme):
    """On the same grid, and between the same heights; on no page beyond its margins."""
    for layout in theme.layouts.values():
        if body := layout.slots.get("body"):
            assert body.wide and (body.wide.y, body.wide.height) == (body.rect.y, body.rect.height)
            assert body.wide.x <= body.rect.x and body.rect.right <= body.wide.right
    wide = theme.plain.slots["body"].wide
    number = theme.plain.slots["number"].rect
    assert wide and wide.right == pytest.approx(number.right)


@pytest.mark.parametrize("name", built_in_themes())
def test_what_is_said_of_an_event_is_a_step_smaller_than_its_title(name):
    """Beside large titles, words that are much smaller read like a footnote."""
    styles = briefing(name=name).styles
    assert 0 < styles["item-title"].size - styles["item-text"].size <= STEP
