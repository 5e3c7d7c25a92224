"""The large mark before a quotation: which one it is, where it stands, and where there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from deckmaker.fonts import face
from deckmaker.layout import Page, Placed, Role, ShapeItem, TextItem
from deckmaker.layout.place import REGION
from deckmaker.layout.quote_marks import mark_of
from tests.projects import Project

BUILT_IN = ("briefing", "plain", "statement")
WORDS = "If you would not say it across the counter, do not write it in a letter."


def page_with(folder: Path, quote: str, theme: str = "briefing", language: str = "en-GB") -> Page:
    """Return the page of a slide that has a quotation."""
    head = f"title: Night noise\ntheme: {theme}\nlanguage: {language}\nslides:\n"
    deck = f"{head}  - title: Letters\n    layout: content\n    quote: {quote}\n"
    return Project(folder).document(deck).pages[0]


def mark_on(page: Page) -> Placed | None:
    """Return the mark on a page, if there is one."""
    return next((one for one in page.leaves if one.role is Role.DECORATION and isinstance(one.item, TextItem)), None)


def bars_on(page: Page) -> list[Placed]:
    """Return the bars in the region of a page."""
    return [one for one in page.leaves if one.region == REGION and isinstance(one.item, ShapeItem)]


def ink_of(placed: Placed) -> tuple[float, float, float, float]:
    """Return where the ink of a mark is on its page: left, top, right and bottom."""
    item = placed.item
    assert isinstance(item, TextItem)
    (line,) = item.setting.paragraphs[0].lines
    (run,) = line.line.runs
    ink, size = face(run.style.face).ink(run.glyphs[0]), run.style.size
    x, baseline = placed.rect.x + line.x + run.x, placed.rect.y + item.offset + line.baseline
    return x + ink.left * size, baseline - ink.top * size, x + ink.right * size, baseline - ink.bottom * size


@pytest.mark.parametrize(
    ("language", "mark"),
    [
        ("en-GB", "“"),
        ("de", "„"),
        ("de-AT", "„"),
        ("fr-FR", "«"),
        ("sv", "”"),
        ("zh-CN", "“"),
        ("zh-Hant-TW", "「"),
        ("pt-BR", "“"),
        ("pt-PT", "«"),
        ("tlh", "“"),
    ],
)
def test_each_language_has_its_mark(language: str, mark: str) -> None:
    assert mark_of(language) == mark


@pytest.mark.parametrize("theme", BUILT_IN)
@pytest.mark.parametrize("language", ["en-GB", "de-DE", "fr-FR", "sv-SE"])
def test_its_ink_begins_at_the_margin_level_with_the_capitals(tmp_path: Path, theme: str, language: str) -> None:
    page = page_with(tmp_path, f'{{text: "{WORDS}", by: A clerk}}', theme, language)
    mark, words = mark_on(page), page.slot("quotation")
    assert mark and words and isinstance(words.item, TextItem) and not bars_on(page)
    left, top, right, bottom = ink_of(mark)
    first = words.item.setting.paragraphs[0].lines[0]
    (run,) = first.line.runs
    capitals = face(run.style.face).metrics.cap_height * run.style.size
    assert left == pytest.approx(page.layout.slots[REGION].rect.x, abs=0.1)
    assert top == pytest.approx(words.rect.y + words.item.offset + first.baseline - capitals, abs=0.1)
    assert right + 15 < words.rect.x
    assert mark.rect.right == pytest.approx(words.rect.x)
    assert bottom - top > 0.5 * run.style.size


@pytest.mark.parametrize("theme", BUILT_IN)
@pytest.mark.parametrize("begin", ["“", "„", "«", "'", "‘", "»"])
def test_words_with_marks_of_their_own_have_a_bar(tmp_path: Path, theme: str, begin: str) -> None:
    page = page_with(tmp_path, f'{{text: "{begin} So it is.", by: A clerk}}', theme)
    assert mark_on(page) is None
    assert len(bars_on(page)) == 1


def test_a_mark_that_no_font_has_is_a_bar(tmp_path: Path) -> None:
    """Nobody wrote it, so nobody could do anything about it."""
    (tmp_path / "theme.yaml").write_text("extends: briefing\npanels: {quote_mark: \U000f0000}\n")
    page = page_with(tmp_path, f'"{WORDS}"', "../theme.yaml")
    assert mark_on(page) is None
    assert len(bars_on(page)) == 1


def test_a_theme_says_which_mark_it_is(tmp_path: Path) -> None:
    (tmp_path / "theme.yaml").write_text("extends: briefing\npanels: {quote_mark: »}\n")
    mark = mark_on(page_with(tmp_path, f'"{WORDS}"', "../theme.yaml"))
    assert mark and isinstance(mark.item, TextItem) and mark.item.text == "»"


def test_it_is_smaller_before_smaller_words(tmp_path: Path) -> None:
    sizes = []
    for count in (1, 8):
        mark = mark_on(page_with(tmp_path, f'"{" ".join([WORDS] * count)}"'))
        assert mark and isinstance(mark.item, TextItem)
        sizes.append(mark.item.setting.size)
    assert sizes[0] > 1.5 * sizes[1]


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("theme", BUILT_IN)
def test_on_parts_of_a_slide_it_is_as_large_for_its_words_as_on_a_whole_one(tmp_path: Path, theme: str) -> None:
    """Or in narrow cells, where they are smaller for a long word, it would leave that no room."""
    head = f"title: T\ntheme: {theme}\nslides:\n  - title: A\n    layout: content\n"
    shares = []
    for count in (1, 60):
        deck = f'{head}    overflow: split\n    quote: "{" ".join([WORDS] * count)}"\n'
        *_, page = Project(tmp_path).document(deck).pages
        mark, words = mark_on(page), page.slot("quotation")
        assert mark and words and isinstance(mark.item, TextItem) and isinstance(words.item, TextItem)
        shares.append(mark.item.setting.size / words.item.setting.size)
    assert shares[1] == pytest.approx(shares[0], rel=0.1)


@pytest.mark.parametrize("theme", BUILT_IN)
def test_alone_it_stands_about_the_middle(tmp_path: Path, theme: str) -> None:
    page = page_with(tmp_path, f'{{text: "{WORDS}", by: A clerk}}', theme)
    (quotation,) = (one for one in page.placed if one.role is Role.QUOTATION)
    room = page.layout.slots[REGION].rect
    above, below = quotation.rect.y - room.y, room.bottom - quotation.rect.bottom
    assert 0.6 < above / below < 1


def test_its_lines_are_about_equally_long_where_the_theme_says_so(tmp_path: Path) -> None:
    words = page_with(tmp_path, '"If you would not say it, do not write it."').slot("quotation")
    assert words and isinstance(words.item, TextItem)
    assert len(words.item.setting.lines) == 2
    assert not words.item.setting.uneven


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("words", range(120, 215, 5))
def test_at_the_foot_of_a_page_its_frame_may_reach_below_the_words(words: int, tmp_path: Path) -> None:
    """Its ink hardly does, so that no quotation of a line is too tall for it."""
    text = " ".join(f"word{number}" for number in range(words))
    deck = f"title: T\nslides:\n  - title: A\n    layout: content\n    content: [{{text: {text}}}, {{quote: Short}}]\n"
    pages = Project(tmp_path).document(deck).pages
    for page in pages:
        if mark := mark_on(page):
            assert isinstance(mark.item, TextItem)
            assert mark.rect.height == mark.item.setting.height
            (quotation,) = (one for one in page.leaves if one.role is Role.QUOTATION)
            assert ink_of(mark)[3] <= quotation.rect.bottom + 9


@pytest.mark.parametrize("words", ["![a](b.png)", "![a](b.png)\\\n![a](b.png)"])
def test_words_of_which_nothing_is_left_are_told_and_no_obstacle(tmp_path, words):
    """A picture in a text is no part of it: the mark stands before lines that are empty."""
    deck = f"title: T\nslides:\n  - title: A\n    quote: {json.dumps(words)}\n"
    assert {one.code for one in Project(tmp_path).read(deck)[1]} == {"picture-in-text"}
