"""The checks can fail: each finds what is wrong with a document that was right."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PIL import Image

from deckmaker.layout import Document, Page, ShapeItem
from tests.pages import with_leaves
from tests.visual.checks_alignment import misaligned
from tests.visual.checks_baselines import off_grid
from tests.visual.checks_contrast import contrasts, grounds
from tests.visual.checks_margins import lines_outside
from tests.visual.checks_overlaps import overlaps
from tests.visual.checks_pictures import poor_pictures
from tests.visual.checks_sizes import small_texts
from tests.visual.checks_titles import poor_titles
from tests.visual.mutations import (
    Change,
    ended,
    lowered,
    moved,
    painted,
    shrunk,
    spoiled,
    stretched,
    sunk,
    without_subject,
)
from tests.visual.pictures import focus_of
from tests.visual.specimens import label

Check = Callable[[Document], list[str]]

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("visual-briefing-16:9")]

LONG, FULL = "content, long", "picture-full, short"


def pictures(document: Document) -> list[str]:
    """The check of pictures, as the other checks are called."""
    return poor_pictures(document, focus_of)


def plain_contrasts(document: Document) -> list[str]:
    """The check of contrast, on pages that show nothing but the background of most of them."""
    size = round(document.theme.width), round(document.theme.height)
    paper = Image.new("RGB", size, document.theme.palette["paper"])
    return contrasts(document, [paper] * len(document.pages))


def pages_of(document: Document, beginning: str) -> Document:
    """Return a document of the pages whose labels begin so."""
    return replace(document, pages=tuple(page for page in document.pages if label(page).startswith(beginning)))


@pytest.fixture
def document(specimen_of: Callable[[str, str], Document]) -> Document:
    """A specimen to spoil."""
    return specimen_of("briefing", "16:9")


@pytest.mark.parametrize(
    ("check", "page", "slot", "change", "told"),
    [
        (small_texts, LONG, "body", shrunk(11), "11 points, at least 1"),
        (small_texts, LONG, "title", shrunk(13), "13 points, at least "),
        (small_texts, LONG, "credits", shrunk(8), "8 points, at least 9 wanted"),
        (lines_outside, LONG, "title", moved(right=-60), "over the left margin"),
        (lines_outside, LONG, "title", moved(right=400), "over the right margin"),
        (lines_outside, LONG, "credits", moved(down=30), "over the page's bottom"),
        (lines_outside, LONG, "trail", moved(down=-60), "over the page's top"),
        (lines_outside, LONG, "body", sunk(60), "over its frame's bottom"),
        (lines_outside, LONG, "body", sunk(-20), "over its frame's top"),
        (lines_outside, LONG, "body", stretched(0.9), "over its frame's right edge"),
        (overlaps, LONG, "title", moved(down=80), "overlaps body"),
        (overlaps, LONG, "trail", moved(down=-26), "lies on or near the edge of a shape"),
        (overlaps, "picture-right, long", "body", moved(right=90), "lies on or near the picture"),
        (overlaps, LONG, "trail", moved(right=760), "lies on or near the logo"),
        (overlaps, "title, long", "logo", moved(right=60), "the logo lies on or near the picture"),
        (overlaps, FULL, "title", moved(right=480), "lies on or near the edge of a shape"),
        (misaligned, LONG, "title", moved(right=4), "begins 4.0 points off any column's left edge"),
        (misaligned, LONG, "title", moved(right=4), "a short rule begins 4.0 points from where the title does"),
        (misaligned, LONG, "trail", moved(right=4), "the trail begins 4.0 points from where the title does"),
        (misaligned, LONG, "number", moved(right=-4), "ends 4.0 points off any column's right edge"),
        (off_grid, LONG, "body", moved(down=1), "off the page's grid"),
        (off_grid, LONG, "title", moved(down=1), "off the page's grid"),
        (off_grid, LONG, "body", lowered(1), "1.00 points too far below the line above it"),
        (poor_titles, LONG, "title", ended("it", 20.0), "ends with a word alone"),
        (poor_titles, LONG, "title", ended("so it is", 120.0), "is uneven"),
        (pictures, "picture-right, normal", "picture", stretched(1.02), "1.020 times as wide as it should be"),
        (pictures, LONG, "logo", stretched(0.98), "0.980 times as wide as it should be"),
        (pictures, "picture, short", "picture", without_subject, "its subject is cropped away"),
        (pictures, FULL, "picture", moved(right=-1000), "its subject is off the page"),
        (plain_contrasts, LONG, "body", painted("paper"), "paper has a contrast of 1.00 with its ground"),
        (plain_contrasts, LONG, "title", painted("tint"), "with its ground, 3.0 wanted"),
    ],
)
def test_a_spoiled_frame_is_found(
    document: Document, check: Check, page: str, slot: str, change: Change, told: str
) -> None:
    """What is new says what was done."""
    whole = pages_of(document, page)
    new = set(check(spoiled(whole, page, slot, change))) - set(check(whole))
    assert any(told in one for one in new), new


def test_a_covered_subject_is_found(document: Document) -> None:
    """The scrim is made a panel that lets nothing through, and the subject of one picture is on the left."""
    whole = pages_of(document, "picture-full, normal over white")
    covered = replace(whole, pages=tuple(with_opaque_shapes(page) for page in whole.pages))
    assert pictures(whole) == []
    assert [one.endswith("its subject is under a panel") for one in pictures(covered)] == [True]


@pytest.mark.outside
def test_a_text_without_its_panel_is_found(document: Document) -> None:
    """It would stand on the picture itself."""
    whole = pages_of(document, "picture-full, normal over")
    bare = replace(whole, pages=tuple(without_shapes(page) for page in whole.pages))
    new = set(contrasts(bare, grounds(bare))) - set(contrasts(whole, grounds(whole)))
    assert {one for one in new if "over white" in one}


def with_opaque_shapes(page: Page) -> Page:
    """Return a page whose rules and panels hide what lies below them."""
    return with_leaves(
        page, lambda one: replace(one, item=replace(one.item, opacity=1)) if isinstance(one.item, ShapeItem) else one
    )


def without_shapes(page: Page) -> Page:
    """Return a page without its rules and panels."""
    return with_leaves(page, lambda one: None if isinstance(one.item, ShapeItem) else one)
