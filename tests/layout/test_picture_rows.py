"""Pictures side by side, in rows and in columns: how high they are, and how far apart."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from PIL import Image

from deckmaker.layout import Page, PictureItem, Role
from deckmaker.model.geometry import Rect
from deckmaker.theme import PAGE_SIZES
from tests.projects import DECK, Project, briefing

SHAPES = {"wide.png": (1600, 900), "plain.png": (800, 600), "tall.png": (600, 900)}
GAP = briefing().columns.gutter / 2


def page(folder: Path, **keys: object) -> Page:
    """Return the page of a slide."""
    project = Project(folder)
    for name, size in SHAPES.items():
        project.picture(name, size)
    deck = {"title": "T", "slides": [{"title": "First"}, {"title": "Second", **keys}]}
    _, found = project.document(yaml.safe_dump(deck, width=10_000, sort_keys=False)).pages
    return found


def picture(name: str, **keys: str) -> dict[str, str]:
    """Return a picture of that shape."""
    return {"file": f"../{name}.png", "alt": name, "credit": "A", **keys}


def frames(found: Page) -> list[Rect]:
    """Return the frames of a page's pictures."""
    return [one.rect for one in found.leaves if isinstance(one.item, PictureItem)]


def captions(found: Page) -> list[Rect]:
    """Return the frames of a page's captions."""
    return [one.rect for one in found.leaves if one.role is Role.CAPTION]


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("count", [2, 3, 4, 5, 6, 9])
@pytest.mark.parametrize("caption", [{}, {"caption": "The quay"}])
def test_pictures_are_equally_high_and_far_apart(count, caption, tmp_path):
    """In each row, whatever their shapes; those of one shape fill what lies between them."""
    found = frames(page(tmp_path, images=[picture("wide", **caption)] * count))
    assert len({(round(one.width, 6), round(one.height, 6)) for one in found}) == 1
    rows = [[one for one in found if one.y == top] for top in sorted({one.y for one in found})]
    for row in rows:
        assert all(after.x - before.right == pytest.approx(GAP) for before, after in pairwise(row))
    for above, below in pairwise(rows):
        assert below[0].y - above[0].bottom >= GAP - 0.01


def test_rows_are_as_far_apart_as_pictures(tmp_path):
    """Where they have no captions; with them, so far from these."""
    for caption in ({}, {"caption": "The quay"}):
        found = page(tmp_path, images=[picture("wide", **caption)] * 6)
        first, last = frames(found)[0], frames(found)[-1]
        bottom = captions(found)[0].bottom if caption else first.bottom
        assert last.y - bottom == pytest.approx(GAP, abs=2.25)


def test_columns_of_pictures_are_as_wide_as_they_are(tmp_path):
    """Pictures of several shapes fill the page's width between them."""
    found = frames(page(tmp_path, images=[picture("wide"), picture("tall"), picture("plain")]))
    assert len({round(one.height, 6) for one in found}) == 1
    assert all(after.x - before.right == pytest.approx(GAP) for before, after in pairwise(found))
    assert found[0].x == 48 and found[-1].right == pytest.approx(912)


def test_pictures_in_columns_are_equally_high(tmp_path):
    """Captions or none: these stand level, and pictures of one shape are of one size."""
    shown = [picture("wide", caption="The quay"), picture("wide"), picture("plain", caption="The meter")]
    for count in (2, 3):
        found = page(tmp_path, columns=[{"image": one} for one in shown[:count]])
        assert len({round(one.height, 3) for one in frames(found)}) == 1
        assert len({one.y for one in captions(found)}) == 1


def test_texts_below_pictures_in_columns_are_level(tmp_path):
    """However many lines each has, and whatever the pictures' shapes."""
    texts = ["Short.", "What the meters say is what the neighbours say, too."]
    columns = [{"content": [{"image": picture(name)}, text]} for name in ("plain", "wide") for text in texts]
    found = page(tmp_path, columns=columns)
    assert len({round(one.height, 3) for one in frames(found)}) == 1
    assert len({found.slot(f"column {one}").rect.y for one in range(1, 5)}) == 1


def test_a_picture_is_not_far_smaller_for_one_beside_it(tmp_path):
    """A tall one keeps its height beside a wide one."""
    wide, tall = frames(page(tmp_path, columns=[{"image": picture("wide")}, *[{"image": picture("tall")}] * 2]))[:2]
    assert tall.height > 1.5 * wide.height


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("count", range(4, 10))
def test_rows_hold_about_as_many(count, tmp_path):
    """The last one as many as those above, or what fewer rows would not hold."""
    for caption in ({}, {"caption": "The quay in May, before the cranes stop"}):
        found = frames(page(tmp_path, images=[picture("wide", **caption)] * count))
        rows = [sum(one.y == top for one in found) for top in sorted({one.y for one in found})]
        assert rows[0] == -(-count // len(rows)) and len({*rows[:-1]}) <= 1


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("below", [False, True])
@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_rows_begin_where_titles_do(tmp_path, below, align, share):
    """Alone in a region and below a text: in the middle only where titles stand there."""
    Image.new("RGB", (600, 900)).save(tmp_path / "tall.png")
    (tmp_path / "house.yaml").write_text(
        f"extends: briefing\nlayouts: {{content: {{slots: {{title: {{align: {align}}}}}}}}}\n", encoding="utf-8"
    )
    images = f"{{images: [{', '.join(['{file: ../tall.png, alt: A, fit: contain}'] * 3)}]}}"
    content = f"[Words, {images}]" if below else f"[{images}]"
    deck = f"theme: ../house.yaml\n{DECK}    layout: content\n    content: {content}\n"
    page = Project(tmp_path).document(deck).pages[0]
    shown = [one.rect for one in page.leaves if isinstance(one.item, PictureItem)]
    region = page.layout.slots["body"].rect
    left, right = min(one.x for one in shown) - region.x, region.right - max(one.right for one in shown)
    assert left == pytest.approx(share * (left + right))
    assert left + right > 72


def test_rows_that_nearly_fill_a_region_begin_at_its_start(tmp_path):
    """So little to the right they would look displaced under their title."""
    Image.new("RGB", (800, 660)).save(tmp_path / "near.png")
    images = f"[{', '.join(['{file: ../near.png, alt: A, fit: contain}'] * 2)}]"
    page = Project(tmp_path).document(f"{DECK}    layout: content\n    images: {images}\n").pages[0]
    shown = [one.rect for one in page.leaves if isinstance(one.item, PictureItem)]
    region = page.layout.slots["body"].rect
    assert 0 < region.right - max(one.right for one in shown) < 72
    assert min(one.x for one in shown) == region.x


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_rows_alone_begin_at_the_start_and_leave_little_empty(size, tmp_path):
    """As titles do, whatever the number, the shapes and the captions; few leave more than a third of the width."""
    project = Project(tmp_path)
    for name, shape in (SHAPES | {"square.png": (600, 600)}).items():
        project.picture(name, shape)
    wanted = [
        [picture(name, **caption)] * count
        for name in ("wide", "plain", "square", "tall")
        for caption in ({}, {"caption": "The quay"})
        for count in range(2, 10)
    ]
    deck = {"title": "T", "size": size, "slides": [{"title": "A"}, *({"title": "B", "images": one} for one in wanted)]}
    shares = []
    for one in project.document(yaml.safe_dump(deck, width=10_000)).pages[1:]:
        found, wide = frames(one), one.layout.slots["body"].wide
        assert found[0].x == pytest.approx(wide.x), one.number
        shares.append((wide.right - max(each.right for each in found)) / wide.width)
    assert sum(one > 1 / 3 for one in shares) <= 9 and max(shares) < 0.6


def test_rows_below_a_text_begin_where_it_does(tmp_path):
    """However much they leave beside them."""
    project = Project(tmp_path)
    project.picture("tall.png", SHAPES["tall.png"])
    slides = [{"title": "A"}, {"title": "B", "content": ["Words", {"images": [picture("tall")] * 2}]}]
    _, found = project.document(yaml.safe_dump({"title": "T", "slides": slides}, width=10_000)).pages
    assert frames(found)[0].x == 48 and frames(found)[-1].right < 912 * 2 / 3


def test_squares_on_a4_stand_in_a_row(tmp_path):
    """Over all of the width, and nearly as large as two by two; wider pictures stay two by two."""
    project = Project(tmp_path)
    for name, shape in {**SHAPES, "square.png": (600, 600)}.items():
        project.picture(name, shape)
    slides = [{"title": "B", "images": [picture(name)] * 4} for name in ("square", "wide")]
    deck = {"title": "T", "size": "A4", "slides": [{"title": "A"}, *slides]}
    _, square, wide = project.document(yaml.safe_dump(deck, width=10_000)).pages
    assert len({one.y for one in frames(square)}) == 1 and len({one.y for one in frames(wide)}) == 2
    body = square.layout.slots["body"].wide
    assert (frames(square)[0].x, frames(square)[-1].right) == pytest.approx((body.x, body.right))


def test_a_caption_that_leaves_its_picture_no_room_is_told(tmp_path):
    """Of pictures in a row that no slide holds together, no part keeps an empty place for one on another."""
    project = Project(tmp_path)
    project.picture("wide.png", SHAPES["wide.png"])
    images = [picture("wide", caption="a word " * 200), picture("wide")]
    deck = {"title": "T", "slides": [{"title": "A"}, {"title": "B", "images": images}]}
    document, found = project.read(yaml.safe_dump(deck, width=100_000))
    assert document is None and "picture-too-low" in {one.code for one in found}


@pytest.mark.parametrize(("shape", "size"), [("tall", "4:3"), ("tall", "A4"), ("plain", "16:9")])
def test_a_row_stands_about_the_middle_of_its_page(shape, size, tmp_path):
    """Not at its top, above an empty half: a little above the middle, where the eye takes that to be."""
    project = Project(tmp_path)
    project.picture(f"{shape}.png", SHAPES[f"{shape}.png"])
    deck = {"title": "T", "size": size, "slides": [{"title": "A"}, {"title": "B", "images": [picture(shape)] * 3}]}
    _, found = project.document(yaml.safe_dump(deck, width=10_000)).pages
    body, shown = found.layout.slots["body"].wide, frames(found)
    above, below = shown[0].y - body.y, body.bottom - shown[0].bottom
    assert len({one.y for one in shown}) == 1 and above + below > 30
    assert above == pytest.approx(0.42 * (above + below), abs=3)


def test_rows_are_not_fewer_where_these_leave_half_of_the_page_empty(tmp_path):
    """Seven high pictures stand four and three, though a row of them all would be as wide as the page."""
    project = Project(tmp_path)
    project.picture("moment.png", (600, 800))
    deck = {
        "title": "T",
        "theme": "statement",
        "slides": [{"title": "A"}, {"title": "B", "images": [picture("moment")] * 7}],
    }
    _, found = project.document(yaml.safe_dump(deck, width=10_000)).pages
    assert [sum(one.y == top for one in frames(found)) for top in sorted({one.y for one in frames(found)})] == [4, 3]


@pytest.mark.parametrize("size", PAGE_SIZES)
def test_rows_are_those_that_crop_least(size, tmp_path):
    """Four wide pictures that fill their places stand two by two: in a row, two thirds of each would be cut off."""
    project = Project(tmp_path)
    project.picture("wide.png", SHAPES["wide.png"])
    image = "{file: ../wide.png, alt: A, credit: B, fit: cover}"
    slide = f"{{title: A, layout: content, images: [{', '.join([image] * 4)}]}}"
    (found,) = project.document(f"title: T\nsize: '{size}'\nslides: [{slide}]\n").pages
    assert len({one.x for one in frames(found)}) == len({one.y for one in frames(found)}) == 2
    assert all(sum(one.item.crop) < 0.5 for one in found.leaves if isinstance(one.item, PictureItem))
