"""Pages of languages that are written from right to left: mirror images of those that are not."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from PIL import Image

from deckmaker.layout import (
    ConnectorsItem,
    GroupItem,
    Page,
    PictureItem,
    Placed,
    ShapeItem,
    TableItem,
    TextItem,
)
from deckmaker.layout.mirroring import mirrored_theme
from deckmaker.layout.roles import Role
from deckmaker.layout.sheets import handout, notes_pages
from deckmaker.localization.direction import is_written_right_to_left
from deckmaker.theme import built_in_themes
from tests.agreement.conftest import read_deck
from tests.projects import DECK, ROOT, Project, briefing
from tests.render.laid_out_decks import document
from tests.samples import mostly_long
from tests.variants import write_variants

SHOWCASE = ROOT / "decks" / "showcase.yaml"
NEAR = 0.01
ROUNDED = 1.0
"""How far tables may be off whose numbers, which are at the same side of their columns on both pages, want quarters of
a point more or less."""


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def turned(placed: Placed) -> Iterator[Placed]:
    """Yield what has its place in the mirror of all that is placed: not what is in charts and listings."""
    yield placed
    if isinstance(placed.item, GroupItem) and placed.role is not Role.LISTING:
        has_chart = any(one.role is Role.CHART for one in placed.item.children)
        for child in placed.item.children:
            if not has_chart or child.role in (Role.CHART, Role.SUBTITLE, Role.CAPTION):
                yield from turned(child)


def off(page: Page, other: Page, width: float) -> list[str]:
    """Return what on a page is not where it is in the mirror on another."""
    ours, theirs = ([one for placed in each.placed for one in turned(placed)] for each in (page, other))
    assert len(ours) == len(theirs)
    return [
        f"{one.role.value} {one.slot}: {one.rect} and {mirror.rect}"
        for one, mirror in zip(ours, theirs, strict=True)
        for near in [ROUNDED if isinstance(one.item, TableItem) else NEAR]
        if abs(width - one.rect.right - mirror.rect.x) > near or abs(one.rect.width - mirror.rect.width) > near
    ]


THEMES, SIZES = tuple(built_in_themes()), ("16:9", "4:3")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("theme", "size"),
    mostly_long(product(THEMES, SIZES), is_usual=lambda case: THEMES.index(case[0]) % 2 == SIZES.index(case[1])),
)
def test_all_stands_where_it_does_in_a_mirror(theme, size, tmp_path):
    """Every kind of block in every layout: the same deck in English and in Yiddish, whose quotation mark is as wide."""
    variants = {language: {"theme": theme, "size": f"'{size}'", "language": language} for language in ("en", "yi")}
    english, hebrew = map(read_deck, write_variants(SHOWCASE, document("showcase"), variants, tmp_path))
    assert (english.theme.turned, hebrew.theme.turned) == (False, True)
    width = english.theme.width
    found = {one.number: off(one, other, width) for one, other in zip(english.pages, hebrew.pages, strict=True)}
    assert {number: some for number, some in found.items() if some} == {}


def test_numbers_in_tables_stand_on_their_decimal_sign(project):
    """Whichever way a page runs, their last digits are at the right; heads end where they do."""
    rows = "[[Name, Noise, Ships], [A, 62.5, 5], [B, 1058.125, 12345], [C, 3, 100]]"
    for language in ("he", "en"):
        page = project.document(f"language: {language}\n{DECK}  - title: B\n    table: {{rows: {rows}}}\n").pages[1]
        (table,) = (one.item for one in page.placed if isinstance(one.item, TableItem))
        columns = [[cell for cell in table.cells if cell.column == index] for index in (1, 2)]
        assert {cell.text.style.align for column in columns for cell in column} == {"right"}
        noise, ships = ([cell.frame.right for cell in column] for column in columns)
        assert ships == pytest.approx([ships[0]] * 4)
        assert noise[0] == pytest.approx(noise[2]) and noise[3] < noise[1] < noise[2]


def test_a_mirror_image_of_a_theme_s_mirror_image_is_that_theme():
    """Places, alignments, and what fades out."""
    for name in built_in_themes():
        theme = briefing(name=name)
        assert mirrored_theme(theme) != theme
        assert mirrored_theme(mirrored_theme(theme)) == theme


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        *[(one, True) for one in ("he", "he-IL", "ar", "AR-eg", "fa", "ur-PK", "yi", "az-Arab", "pa_Arab_PK", "iw")],
        *[(one, False) for one in ("en", "de-CH", "ku", "az", "he-Latn", "uz-Cyrl", "zh-Hant", "ara-x")],
    ],
)
def test_languages_that_are_written_from_right_to_left_are_known(language, expected):
    """By their tags, and by the scripts that these name."""
    assert is_written_right_to_left(language) == expected


def test_shapes_point_to_where_reading_goes(project):
    """Steps lead to the left, and so do the arrows of diagrams."""
    slides = "  - title: A\n    process: [One, Two]\n  - title: B\n    diagram: [One -> Two]\n"
    (steps, arrows) = project.document(f"language: he\n{DECK}{slides}").pages[1:]
    chevrons = [one for one in steps.leaves if isinstance(one.item, ShapeItem) and "chevron" in one.item.outline.value]
    assert all(isinstance(one.item, ShapeItem) and one.item.turned for one in chevrons)
    assert [one.item.outline.value for one in sorted(chevrons, key=lambda one: -one.rect.x)] == [
        "first chevron",
        "chevron",
    ]  # type: ignore[union-attr]
    (lines,) = [one.item for one in arrows.leaves if isinstance(one.item, ConnectorsItem)]
    (piece,) = lines.lines[0].pieces
    assert piece[0][0] > piece[-1][0]


def test_the_first_column_of_a_table_is_on_the_right(project):
    """Its cells keep their numbers."""
    found = project.document(f"language: he\n{DECK}  - title: A\n    table: {{rows: [[B, C], [D, E]]}}\n")
    (table,) = [one.item for one in found.pages[1].leaves if isinstance(one.item, TableItem)]
    first, second, *_ = table.cells
    assert (first.column, second.column) == (0, 1) and first.rect.x == pytest.approx(second.rect.right)


def test_a_picture_is_looked_at_where_its_page_shows_it(project):
    """A text over its dark half can be read without a scrim on it, in both languages: pictures are not mirrored."""
    half = Image.new("RGB", (1600, 900), "black")
    half.paste("white", (800, 0, 1600, 900))
    half.save(project.folder / "a.png")
    slide = "  - title: A\n    layout: picture-full\n    image: {file: ../a.png, alt: B, credit: C}\n    text: words\n"

    def opacity(language: str) -> float:
        page = project.document(f"language: {language}\n{DECK}{slide}").pages[1]
        assert any(isinstance(one.item, PictureItem) for one in page.leaves)
        shapes = [one for one in page.leaves if isinstance(one.item, ShapeItem) and one.decision and one.decision.least]
        return max(one.item.opacity for one in shapes)  # type: ignore[union-attr]

    assert opacity("he") > opacity("en")


def test_code_and_charts_stay_as_they_are_in_their_places(project):
    """Lines of code begin on the left, and columns of charts do; what is above a chart begins on the right."""
    chart = "chart: {type: column, subtitle: Ships, rows: [[Berth, Ships], [One, 1], [Two, 2]]}"
    slides = f"  - title: A\n    code: x = 1\n  - title: B\n    {chart}\n"
    code, charts = project.document(f"language: he\n{DECK}{slides}").pages[1:]
    (lines,) = [one for one in code.leaves if one.role is Role.CODE]
    assert isinstance(lines.item, TextItem) and lines.item.style.align == "left"
    assert lines.item.setting.paragraphs[0].lines[0].x == 0
    (drawn,) = [one.item for one in charts.leaves if one.role is Role.CHART]
    one, two = drawn.plots[0].marks  # type: ignore[union-attr]
    assert one.rect.x < two.rect.x  # type: ignore[union-attr]
    (above,) = [one for one in charts.leaves if one.role is Role.SUBTITLE]
    assert isinstance(above.item, TextItem) and above.item.setting.paragraphs[0].lines[0].x > above.rect.width / 2


@pytest.mark.parametrize("sheets", [handout, notes_pages])
def test_sheets_are_mirrored_and_slides_on_them_only_once(sheets, project):
    """The first slide of a handout is on the right."""
    slides = "".join(f"  - title: Slide {number}\n    notes: words\n" for number in range(3))
    english, hebrew = (
        project.document(f"language: {one}\npdf: {{handout: 4}}\n{DECK}{slides}") for one in ("en", "he")
    )
    for ours, theirs in zip(sheets(english), sheets(hebrew), strict=True):
        assert [round(ours.width - one.rect.right, 3) for one in ours.slides] == [
            round(one.rect.x, 3) for one in theirs.slides
        ]
        assert [round(ours.width - one.rect.right, 3) for one in ours.around] == [
            round(one.rect.x, 3) for one in theirs.around
        ]
        assert [one.page for one in theirs.slides] == [
            page for page in hebrew.pages if page in [one.page for one in theirs.slides]
        ]
