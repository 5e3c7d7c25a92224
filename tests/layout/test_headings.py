"""Headings of cells side by side: on a line, on two where one of them has no room on one, never too much."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from deckmaker.diagnostics import Severity
from deckmaker.layout import Page, Role, TextItem
from tests.projects import Project
from tests.samples import examples

LONG = "Bugubequetings dagube degubequetings"


def headings(page: Page) -> list[TextItem]:
    """Return the headings on a page as set."""
    return [one.item for one in page.leaves if one.role is Role.HEADING and isinstance(one.item, TextItem)]


def page(folder: Path, theme: str, cells: list[dict[str, object]], size: str = "4:3", grid: bool = False) -> Page:
    """Return the page of cells side by side, in which nothing is wrong."""
    own = {"grid": {"cells": cells, "across": len(cells)}} if grid else {"columns": cells}
    deck = {"title": "T", "theme": theme, "size": size, "slides": [{"title": "First"}, {"title": "Second", **own}]}
    document, diagnostics = Project(folder).read(yaml.safe_dump(deck, width=10_000, sort_keys=False))
    errors = [one.message for one in diagnostics if one.severity is Severity.ERROR]
    assert document and not errors, errors
    _, found = document.pages
    return found


@pytest.mark.parametrize("grid", [False, True])
@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
def test_a_heading_without_room_on_a_line_has_two(theme: str, grid: bool, tmp_path: Path) -> None:
    """All headings of the row have their size, and what is below them begins at one height, below all of them."""
    cells: list[dict[str, object]] = [{"heading": "Short", "text": "One."}, {"heading": LONG * 2, "text": "Two."}]
    found = page(tmp_path, theme, cells, grid=grid)
    short, long = headings(found)
    assert len(short.setting.lines) == 1 < len(long.setting.lines)
    assert short.setting.size == long.setting.size
    heads = [one.rect for one in found.leaves if one.role is Role.HEADING]
    below = {one.rect.y for one in found.leaves if one.role is Role.TEXT}
    assert len(below) == 1 and max(one.y + long.setting.height for one in heads) <= min(below)


def test_a_heading_that_is_smaller_with_its_text_has_no_room_kept_for_more_lines(tmp_path: Path) -> None:
    """In a deck of short texts, whose headings are large, it would have two lines at their size."""
    words = "Whoever has no job, looks for one and could start within two weeks. This is the definition of the ILO."
    texts = {
        "Is this a recession?": "No. Output grew.",
        "Why Bremen?": "Ports lost 2,100 jobs.",
        "Next release?": "In May",
    }
    texts |= {"Who is unemployed?": words, "Seasonally adjusted?": "Yes.", "Revised?": "Each quarter, back to 2021."}
    cells = [{"heading": heading, "text": text} for heading, text in texts.items()]
    slides: list[dict[str, object]] = [
        {"title": "First"},
        {"title": "Cards", "grid": {"cells": cells, "look": "cards"}},
    ]
    slides += [{"title": f"Slide {n}", "text": "Words."} for n in range(3)]
    deck = {"title": "T", "theme": "briefing", "slides": slides}
    document, _ = Project(tmp_path).read(yaml.safe_dump(deck, width=10_000, sort_keys=False))
    assert document
    leaves = [one for one in document.pages[1].leaves if isinstance(one.item, TextItem)]
    heads = [one for one in leaves if one.role is Role.HEADING]
    bodies = [one for one in leaves if one.role is Role.TEXT]
    size = bodies[0].item.setting.size
    assert 15 < size < 27 and {one.item.setting.size for one in heads} == {size}
    for head, body in zip(heads, bodies, strict=True):
        assert body.rect.y - (head.rect.y + head.item.setting.height) < 1.5 * size


@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
def test_a_heading_with_room_on_a_line_is_set_smaller_for_it(theme: str, tmp_path: Path) -> None:
    """So the row is as high as those beside it on other slides."""
    cells: list[dict[str, object]] = [
        {"heading": "Berths that are free", "text": "One."},
        {"heading": "B", "text": "Two."},
    ]
    found = page(tmp_path, theme, cells)
    assert [len(one.setting.lines) for one in headings(found)] == [1, 1]


@settings(max_examples=examples(15), deadline=None)
@given(
    st.lists(st.integers(1, 3), min_size=2, max_size=4),
    st.sampled_from(["briefing", "plain", "statement"]),
    st.sampled_from(["16:9", "4:3", "A4"]),
)
def test_no_heading_of_common_words_is_too_tall(tmp_path_factory, lengths, theme, size):
    """Of up to six words, in up to four columns."""
    cells = [{"heading": " ".join(["quiet night"] * length), "text": "Level."} for length in lengths]
    found = page(tmp_path_factory.mktemp("headings"), theme, cells, size)
    assert len({one.setting.size for one in headings(found)}) == 1


@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
@pytest.mark.parametrize(
    "block",
    [
        "timeline: [{when: 2019, title: A}, {when: 2020, title: B}]",
        "callout: C",
        'metrics: [{value: "140", label: houses}]',
    ],
)
def test_no_line_below_a_heading_underlines_it(theme: str, block: str, tmp_path: Path) -> None:
    """What begins with a line or a ground stands further from it than a text does."""
    ends, begins = [], []
    for one in (block, "text: Words"):
        content = f"    content:\n      - heading: By the end of the year\n      - {one}\n"
        deck = f"title: T\ntheme: {theme}\nslides:\n  - title: First\n  - title: Second\n{content}"
        found = Project(tmp_path).document(deck).pages[1]
        head = next(each for each in found.leaves if each.role is Role.HEADING)
        assert isinstance(head.item, TextItem)
        ends.append(head.rect.y + head.item.offset + head.item.setting.height)
        begins.append(min(each.rect.y for each in found.leaves if each.rect.y > head.rect.y and each.slot != "credits"))
    block_gap, text_gap = (begin - end for begin, end in zip(begins, ends, strict=True))
    assert text_gap <= 7.5 and block_gap >= 12
