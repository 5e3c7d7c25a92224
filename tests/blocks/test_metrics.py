"""Key figures: what is written, what is shown of it and how, in all outputs."""

from __future__ import annotations

import pytest
import yaml

from deckmaker.blocks.metrics import LITTLE_SMALLER
from deckmaker.layout import Document, GroupItem, Placed, Role, ShapeItem, TextItem
from deckmaker.theme import built_in_themes
from tests.projects import DECK, Project

THREE = DECK + (
    "  - title: Figures\n    metrics:\n"
    "      - {value: '565,000', label: pumps, change: +240 %, since: 2019, tone: good, credit: Statistics Office}\n"
    "      - {value: 4.2 %, label: of homes, change: -1 %, tone: bad}\n"
    "      - {value: € 1.2 bn, label: '*paid* in subsidies'}\n"
)


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def items_of(document: Document) -> list[Placed]:
    """Return the groups of the figures on the second page."""
    (figures,) = [one for one in document.pages[1].placed if one.role is Role.LIST]
    assert isinstance(figures.item, GroupItem)
    return list(figures.item.children)


def texts_of(item: Placed) -> list[TextItem]:
    """Return the texts of a group."""
    return [one.item for one in item.leaves if isinstance(one.item, TextItem)]


def test_each_figure_is_an_item_with_its_value_first(project):
    """Then what it is, then how it has changed, with a minus for a minus."""
    items = items_of(project.document(THREE))
    assert [[text.text for text in texts_of(item)] for item in items] == [
        ["565,000", "pumps", "+240 % since 2019"],
        ["4.2\u00a0%", "of homes", "−1 %"],
        ["€\u00a01.2\u00a0bn", "paid in subsidies"],
    ]
    roles = [[leaf.role for leaf in item.leaves if isinstance(leaf.item, TextItem)] for item in items]
    assert roles[0] == [Role.VALUE, Role.LABEL, Role.LABEL]


def test_a_change_says_by_its_style_what_it_means(project):
    """Good, bad, and neither; words and signs say it, too."""
    styles = [texts_of(item)[-1].style.name for item in items_of(project.document(THREE))]
    assert styles == ["metric-change-good", "metric-change-bad", "metric-label"]


def test_a_figure_is_credited_as_data(project):
    """On its slide."""
    page = project.document(THREE).pages[1]
    strip = page.slot("credits")
    assert strip and isinstance(strip.item, TextItem) and strip.item.text == "Data: Statistics Office"


@pytest.mark.parametrize(
    ("language", "words"),
    [("de", "seit 2019"), ("fr-CA", "depuis 2019"), ("es", "desde 2019"), ("nl", "since 2019")],
)
def test_since_is_in_the_language_of_the_deck(project, language, words):
    """English where deckmaker does not know it."""
    deck = f"language: {language}\n{DECK}  - title: A\n    metrics: [{{value: 1, label: b, since: 2019}}]\n"
    assert texts_of(items_of(project.document(deck))[0])[-1].text == words


@pytest.mark.parametrize(("count", "rows"), [(1, 1), (3, 1), (4, 1), (5, 2), (6, 2), (8, 2)])
def test_figures_stand_in_rows_of_about_the_same_length(project, count, rows):
    """Level with each other, none beside the page's text area, values of one size."""
    listed = ", ".join(f"{{value: {number}, label: label {number}}}" for number in range(count))
    items = items_of(project.document(f"{DECK}  - title: A\n    metrics: [{listed}]\n"))
    tops = sorted({item.rect.y for item in items})
    assert len(items) == count and len(tops) == rows
    lengths = [sum(item.rect.y == top for item in items) for top in tops]
    assert max(lengths) - min(lengths) <= 1
    assert all(item.rect.x >= 48 and item.rect.right <= 912 for item in items)
    assert len({texts_of(item)[0].setting.size for item in items}) == 1


@pytest.mark.parametrize(("value", "rows"), [("€ 45,000.5", 2), ("1.234.567,89 €", 4)])
def test_more_than_four_stand_in_two_rows_if_that_makes_their_values_little_smaller(project, value, rows):
    """All are on one line, and of one size."""
    listed = ", ".join(f"{{value: '{value}', label: label {number}}}" for number in range(8))
    items = items_of(project.document(f"{DECK}  - title: A\n    metrics: [{listed}]\n"))
    assert len(items) == 8 and len({item.rect.y for item in items}) == rows
    values = [texts_of(item)[0].setting for item in items]
    assert all(len(paragraph.lines) == 1 for value in values for paragraph in value.paragraphs)
    assert len({value.size for value in values}) == 1


def test_they_are_smaller_where_there_is_less_room(project):
    """In a column: the values, too, and no rule stands below the column's."""
    listed = "metrics: [{value: '565,000', label: pumps}, {value: 12, label: months}]"
    deck = f"{DECK}  - title: A\n    columns: [{{{listed}}}, {{text: Why}}, {{text: And how}}]\n"
    leaves = [*project.document(deck).pages[1].leaves]
    values = [one for one in leaves if one.role is Role.VALUE]
    wide = texts_of(items_of(project.document(f"{DECK}  - title: A\n    {listed}\n"))[0])[0]
    assert all(isinstance(one.item, TextItem) and one.item.setting.size < wide.setting.size for one in values)
    assert len([one for one in leaves if isinstance(one.item, ShapeItem) and one.rect.y > 100]) == 3


def test_a_value_is_set_smaller_before_it_is_broken(project):
    """All values with it."""
    listed = "{value: 140, label: a}, {value: 61 dB(A), label: b}, {value: € 1.2 million, label: c}"
    items = items_of(project.document(f"{DECK}  - title: A\n    metrics: [{listed}]\n"))
    values = [texts_of(item)[0].setting for item in items]
    assert all(len(paragraph.lines) == 1 for value in values for paragraph in value.paragraphs)
    assert len({value.size for value in values}) == 1 and values[0].size == 51  # of 72, as short ones have it


WINTER = "{value: 140, label: houses below}, {value: 61 dB(A), label: at night}, {value: € 1.2 million, label: for one}"


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("theme", built_in_themes())
def test_few_figures_stand_in_a_row_or_one_below_the_other(project, theme, size):
    """Never two above one, and in a row only where that makes them little smaller. Their values have one size, and are
    far larger than their labels, which stand beside them where they stand one below the other."""
    deck = f"theme: {theme}\nsize: '{size}'\n{DECK}  - title: A\n    metrics: [{WINTER}]\n"
    items = items_of(document := project.document(deck))
    tops, lefts = ({getattr(item.rect, edge) for item in items} for edge in ("y", "x"))
    assert {len(tops), len(lefts)} == {1, 3}
    values, labels = ([texts_of(item)[index].setting for item in items] for index in (0, 1))
    assert len({one.size for one in values}) == 1 and values[0].size >= 1.7 * labels[0].size
    assert values[0].size >= LITTLE_SMALLER * document.theme.styles["metric"].size
    if len(tops) == 3:
        placed = [[leaf for leaf in item.leaves if isinstance(leaf.item, TextItem)] for item in items]
        assert len({label.rect.x for _, label in placed}) == 1
        assert all(value.rect.right <= label.rect.x for value, label in placed)
        assert all(value.rect.y < label.rect.y < value.rect.bottom for value, label in placed)


@pytest.mark.parametrize("theme", built_in_themes())
def test_the_only_figure_of_a_slide_is_what_it_is_about(project, theme):
    """It is twice as large as several are, unless it is too long for that, or stands in a column."""

    def size(slide: str) -> int:
        document = project.document(f"theme: {theme}\n{DECK}  - title: A\n    {slide}\n")
        return next(
            one.item.setting.size
            for one in document.pages[1].leaves
            if one.role is Role.VALUE and isinstance(one.item, TextItem)
        )

    one = "metrics: [{value: 1.9 bn, label: without water}]"
    two = "metrics: [{value: 1.9 bn, label: without water}, {value: 3 bn, label: without soap}]"
    assert size(one) == 2 * size(two)
    assert size(two) < size(one.replace("1.9 bn", "1.9 billion people")) < size(one)
    assert size(f"columns: [{{{one}}}, {{text: Why}}]") <= size(two)


def test_slides_that_are_full_go_on(project):
    """The figures on the next slide, whole."""
    deck = f"{THREE}    text: {'Words that fill a slide from its top. ' * 60}\n    overflow: split\n"
    pages = project.document(deck).pages[1:]
    assert len(pages) > 1
    assert [sum(one.role is Role.VALUE for one in page.leaves) for page in pages] == [3] + [0] * (len(pages) - 1)


TALL = [{"value": f"Value{one}quetings", "label": f"what {one} is", "change": "more"} for one in range(8)]
"""Figures that stand below one another in a column, with values as wide as it."""


def in_column(count: int, **own: object) -> str:
    """Return a deck whose last slide has figures in a column, beside a text below a heading."""
    columns = [{"metrics": TALL[:count]}, {"heading": "Why", "text": "They have room. " * 30}]
    slide = {"title": "A", "layout": "columns", "columns": columns, **own}
    return yaml.safe_dump({"title": "T", "theme": "statement", "slides": [{"title": "T"}, slide]}, sort_keys=False)


def test_values_on_a_part_become_as_small_as_they_may(project):
    """Not only by as many points as texts may, which are at their least long before."""
    figures = [{"value": one, "label": "what it is"} for one in ("Kafa", "Kofa", "Lafaquetings")]
    words = "Pufaquet rafa refaquetings rifa rofaquet. " * 7
    columns = [{"content": [{"process": ["a", "b"]}, {"metrics": figures}]}, {"heading": "b", "text": words}]
    figures[0]["change"] = "more"
    slide = {"title": "A", "layout": "columns", "columns": columns}
    deck = {"title": "T", "theme": "statement", "slides": [{"title": "T"}, slide]}
    pages = project.document(yaml.safe_dump(deck, sort_keys=False)).pages[1:]
    assert {one.item.setting.size for page in pages for one in page.leaves if one.role is Role.VALUE} == {48}


def test_figures_that_have_no_room_on_any_slide_are_parted(project):
    """Between them, all of them shown once and in their order."""
    pages = project.document(in_column(8)).pages[1:]
    shown = [[one.item.text for one in page.leaves if one.role is Role.VALUE] for page in pages]
    assert [text for page in shown for text in page] == [one["value"] for one in TALL]
    assert [len(page) for page in shown] == [2, 2, 4]


def test_mistakes_are_told_where_they_are(project):
    """Too many, a label that lacks, another word."""
    many = ", ".join("{value: 1, label: a}" for _ in range(9))
    assert "takes 1 to 8 entries" in project.said(f"{DECK}  - title: A\n    metrics: [{many}]\n")
    assert "`label`" in project.said(f"{DECK}  - title: A\n    metrics: [{{value: 1}}]\n")
    assert "good" in project.said(f"{DECK}  - title: A\n    metrics: [{{value: 1, label: a, tone: goood}}]\n")


def test_values_that_are_long_have_fewer_beside_them(project):
    """Rather than be as small as their labels: four in a row would have room for half of their size."""
    values = ["€ 612 million", "41800", "11 weeks", "3.1 %"]
    figures = ", ".join(f"{{value: {one}, label: what it is}}" for one in values)
    document = project.document(f"{DECK}  - title: A\n    metrics: [{figures}]\n")
    values = [one for one in document.pages[1].leaves if one.role is Role.VALUE]
    assert len({one.rect.x for one in values}) == 2 and {one.item.setting.size for one in values} == {72}


def test_figures_that_have_room_a_little_smaller_are_on_one_slide(project):
    """Though their slide is to be split at once: there is nothing to part that would have room."""
    figures = [{"value": "A", "label": "what it is, in some words, and what it is not", "change": "more"}] * 8
    slide = {"title": "A", "layout": "content", "overflow": "split", "metrics": figures}
    deck = {"title": "T", "theme": "statement", "slides": [{"title": "T"}, slide]}
    (page,) = project.document(yaml.safe_dump(deck, sort_keys=False)).pages[1:]
    assert page.title == "A" and page.part is None
    assert {one.item.setting.size for one in page.leaves if one.role is Role.VALUE} == {57}
