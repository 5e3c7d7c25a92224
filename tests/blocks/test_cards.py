"""Cells of a grid on panels, as cards: where these stand, what they hold, and where they go on."""

from __future__ import annotations

from itertools import pairwise

import pytest

from deckmaker.layout import Document, Outline, Page, Placed, ShapeItem, TextItem
from deckmaker.theme import built_in_themes
from tests.projects import DECK, Project

SIX = ", ".join(f"{{heading: H{number}, text: {'words ' * (1 + 4 * (number % 3))}}}" for number in range(6))


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def grid(cells: str, keys: str = "look: cards", before: str = "") -> str:
    """Return a deck whose second slide has a grid."""
    return f"{before}{DECK}  - title: A\n    grid: {{{keys}, cells: [{cells}]}}\n"


def panels_of(page: Page) -> list[Placed]:
    """Return the shapes in the region of a page."""
    return [one for one in page.leaves if one.region == "body" and isinstance(one.item, ShapeItem)]


def texts_of(page: Page) -> list[Placed]:
    """Return its texts."""
    return [one for one in page.leaves if one.region == "body" and isinstance(one.item, TextItem)]


def second(document: Document) -> Page:
    """Return the page of the grid."""
    return document.pages[1]


def test_each_cell_stands_on_a_panel_that_holds_it(project):
    """As far from its edges as the theme says, and behind it."""
    document = project.document(grid(SIX))
    panels, texts, inset = panels_of(second(document)), texts_of(second(document)), document.theme.panels.inset
    assert len(panels) == 6 and len(texts) == 12
    for panel, pair in zip(panels, zip(texts[::2], texts[1::2], strict=True), strict=True):
        for text in pair:
            assert panel.rect.x + inset <= text.rect.x + 1 and text.rect.right <= panel.rect.right - inset + 1
            assert panel.rect.y + inset <= text.rect.y + 1 and text.rect.bottom <= panel.rect.bottom - inset + 0.01
    leaves = list(second(document).leaves)
    assert max(map(leaves.index, panels)) < min(map(leaves.index, texts))


def test_panels_of_rows_are_equally_high_and_evenly_apart(project):
    """Across as down, and they fill the width of the page."""
    panels = [one.rect for one in panels_of(second(project.document(grid(SIX, "look: cards, across: 3"))))]
    assert len({round(one.height, 2) for one in panels}) == 1
    assert {round(other.x - one.right, 2) for one, other in pairwise(panels[:3])} == {18}
    assert round(panels[3].y - panels[0].bottom, 2) == 18
    assert (panels[0].x, panels[2].right) == (48, pytest.approx(912))


def test_a_row_alone_is_as_high_as_its_tallest_card(project):
    """And not as the page."""
    cells = "{heading: A, text: a}, {heading: B, text: Some more words here that take two lines or even three lines}"
    page = second(project.document(grid(cells)))
    panels, texts = panels_of(page), texts_of(page)
    assert panels[0].rect.height == panels[1].rect.height < 200
    assert panels[0].rect.bottom - max(text.rect.bottom for text in texts) >= 0


def test_a_card_without_heading_begins_at_its_top(project):
    """Where the heading of the card beside it does."""
    texts = texts_of(second(project.document(grid("{heading: A, text: a}, {text: b}"))))
    assert abs(texts[0].rect.y - texts[2].rect.y) < 6 and texts[1].rect.y > texts[2].rect.y + 20


def test_without_a_look_there_are_rules(project):
    """As ever."""
    assert all(one.rect.height < 2 for one in panels_of(second(project.document(grid(SIX, "look: plain")))))
    assert all(one.rect.height < 2 for one in panels_of(second(project.document(grid(SIX, "across: 2")))))


def test_corners_are_those_of_the_theme(project):
    """No card has a bar, so that all may be round."""
    (panel, *_) = panels_of(second(project.document(grid(SIX, before="theme: plain\n"))))
    assert isinstance(panel.item, ShapeItem) and panel.item.outline is Outline.ROUNDED


@pytest.mark.parametrize("theme", built_in_themes())
def test_texts_can_be_read_on_them(project, theme):
    """On light pages and on dark ones: nothing is warned of."""
    cells = "{heading: A, bullets: ['[a](https://example.org)']}, {quote: {text: a, by: b}}"
    assert project.said(grid(cells, before=f"theme: {theme}\nmode: auto\n")) == ""


def test_a_long_card_goes_on_on_a_panel(project):
    """Above its footnotes; a card that is at its end has no panel there."""
    words = " ".join(f"word{number}{'^[note]' if number % 70 == 0 else ''}" for number in range(420))
    document = project.document(grid(f"{{heading: A, text: '{words}'}}, {{text: b}}") + "    overflow: split\n")
    pages = document.pages[1:]
    assert len(pages) > 1 and len(panels_of(pages[0])) == 2 and len(panels_of(pages[-1])) == 1
    for page in pages:
        foot = page.slot("footnotes")
        end = foot.rect.y if foot else 474.01
        assert all(panel.rect.bottom <= end for panel in panels_of(page))
    texts = [one.item.text for page in pages for one in texts_of(page) if isinstance(one.item, TextItem)]
    assert sum(text.count("word") for text in texts) == 420


def test_another_look_is_told_with_its_place(project):
    """And what there is."""
    said = project.said(grid("{text: a}, {text: b}", "look: card"))
    assert "decks/deck.yaml:5:18" in said and "did you mean `cards`?" in said


@pytest.mark.parametrize(("above", "words"), [(9, 22), (16, 29), (24, 22), (30, 29)])
def test_a_heading_takes_no_room_of_the_cards_beside_it(above, words, project):
    """A text above cards is as large as if none had a heading, where one without is the tallest."""
    text = "text: " + "Above the cards. " * above
    sizes = []
    for heading in ("heading: A, ", ""):
        cells = f"{{{heading}text: a}}, {{text: {'words ' * words}}}"
        slide = f"{DECK}  - title: A\n    content:\n      - {text}\n      - grid: {{look: cards, cells: [{cells}]}}\n"
        texts = texts_of(second(project.document(slide)))
        sizes.append([one.item.setting.size for one in (texts[0], texts[-1])])
    assert sizes[0] == sizes[1]
