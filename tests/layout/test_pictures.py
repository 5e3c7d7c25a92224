"""Pictures in their places: cropped to cover, or whole; never squeezed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from deckmaker.layout import Role
from deckmaker.layout.document import PictureItem
from deckmaker.layout.figures import place_picture
from deckmaker.model import Picture, PictureFile
from deckmaker.model.geometry import Rect
from deckmaker.resolve.pictures import FOCUS
from tests.projects import DECK, Project, place

SLOT = Rect(100, 50, 400, 300)
sides = st.integers(1, 5000)
rects = st.builds(Rect, st.floats(0, 500), st.floats(0, 500), st.floats(10, 1000), st.floats(10, 1000))


def picture(width: int, height: int, focus: str = "center") -> Picture:
    """Return a picture of so many pixels; no file is read to place it."""
    return Picture(PictureFile(Path("a.png"), "image/png", width, height), "", FOCUS[focus], None, None, place())


@pytest.mark.parametrize(
    ("size", "focus", "crop"),
    [
        ((400, 300), "center", (0, 0, 0, 0)),
        ((800, 300), "center", (0.25, 0, 0.25, 0)),
        ((800, 300), "left", (0, 0, 0.5, 0)),
        ((800, 300), "right", (0.5, 0, 0, 0)),
        ((800, 300), "top", (0.25, 0, 0.25, 0)),
        ((400, 600), "center", (0, 0.25, 0, 0.25)),
        ((400, 600), "top", (0, 0, 0, 0.5)),
        ((400, 600), "bottom", (0, 0.5, 0, 0)),
        ((400, 600), "left", (0, 0.25, 0, 0.25)),
    ],
)
def test_a_covering_picture_is_cropped_away_from_its_focus(size, focus, crop):
    """The frame is the slot; what is cut off lies opposite to what must stay."""
    frame, cut = place_picture(picture(*size, focus), SLOT, "cover")
    assert frame == SLOT
    assert cut == pytest.approx(crop)


@pytest.mark.parametrize(
    ("size", "frame"),
    [((400, 300), SLOT), ((800, 300), Rect(100, 125, 400, 150)), ((300, 600), Rect(225, 50, 150, 300))],
)
def test_a_contained_picture_is_whole_in_the_middle(size, frame):
    """Its frame is as large as the slot allows, and nothing is cut off."""
    assert place_picture(picture(*size), SLOT, "contain") == (frame, (0, 0, 0, 0))


@given(sides, sides, rects, st.sampled_from(list(FOCUS)), st.sampled_from(["cover", "contain"]))
def test_a_picture_is_never_squeezed(width, height, slot, focus, fit):
    """What remains of it has the frame's proportions; the frame lies in the slot; crops are fractions."""
    frame, (left, top, right, bottom) = place_picture(picture(width, height, focus), slot, fit)
    assert (1 - left - right) * width / ((1 - top - bottom) * height) == pytest.approx(frame.width / frame.height)
    assert min(left, top, right, bottom) >= 0 and left + right < 1 and top + bottom < 1
    assert frame.x >= slot.x and frame.right <= slot.right * (1 + 1e-9)
    assert frame.y >= slot.y and frame.bottom <= slot.bottom * (1 + 1e-9)


@pytest.mark.parametrize(
    ("size", "fit", "is_cropped"),
    [
        ((4000, 3000), "cover", False),
        ((4020, 3000), "cover", False),  # half a per cent too wide
        ((4100, 3000), "cover", True),
        ((4000, 3100), "cover", True),
        ((9000, 3000), "contain", False),
    ],
)
def test_a_picture_is_cropped_where_more_than_a_hair_is_cut_off(size, fit, is_cropped):
    """What rounding takes from a picture changes nothing that a licence speaks of."""
    shown = picture(*size)
    _, crop = place_picture(shown, SLOT, fit)
    assert PictureItem(shown.file, "", crop).is_cropped is is_cropped


def test_a_document_knows_the_places_of_cropped_pictures(tmp_path):
    """By what its author wrote of each."""
    project = Project(tmp_path)
    project.picture("a.png", (80, 20))
    slides = "".join(
        f"  - {{title: B, layout: picture, image: {{file: ../a.png, alt: A, credit: B, fit: {fit}}}}}\n"
        for fit in ("cover", "contain", "cover")
    )
    assert sorted(span.line for span in project.document(DECK + slides).cropped) == [4, 6]


def test_a_caption_that_has_no_room_is_an_error(tmp_path):
    """It stood on the picture's back, a thousand words of it, and nothing was said. The picture keeps its half."""
    project = Project(tmp_path)
    project.picture("a.png", (80, 60))
    deck = DECK + "  - title: A\n    image: {{file: ../a.png, alt: x, credit: B, caption: {}}}\n"
    document = project.document(deck.format("night noise " * 150))
    shown, caption = (document.pages[1].slot(name) for name in ("picture", "picture caption"))
    assert shown.rect.height > 100 and shown.rect.bottom < caption.rect.y
    said = project.said(deck.format("night noise " * 1_500))
    assert said.startswith("error[text-too-long]: slide 2: `picture caption` is ")
    assert " too tall at its smallest size, " in said


@pytest.mark.parametrize(("caption", "is_centred"), [("", True), ("A few words", True), ("Many words " * 40, False)])
def test_a_whole_picture_alone_in_a_region_stands_in_its_middle(tmp_path, caption, is_centred):
    """Its caption begins with it; under a long one, which has all of the width, both begin at the margin."""
    project = Project(tmp_path)
    Image.new("RGB", (600, 600)).save(tmp_path / "square.png")
    image = (
        f"{{file: ../square.png, alt: A, fit: contain, caption: '{caption}'}}"
        if caption
        else ("{file: ../square.png, alt: A, fit: contain}")
    )
    page = project.document(f"{DECK}    layout: content\n    image: {image}\n").pages[0]
    region = page.layout.slots["body"].rect
    shown, below = page.slot("picture"), page.slot("caption")
    left, right = shown.rect.x - region.x, region.right - shown.rect.right
    assert left == (pytest.approx(right) if is_centred else 0)
    assert below is None or below.rect.x == pytest.approx(shown.rect.x)
    assert below is None or below.rect.right <= region.right + 0.1


def test_below_other_blocks_it_begins_where_they_do(tmp_path):
    project = Project(tmp_path)
    Image.new("RGB", (600, 600)).save(tmp_path / "square.png")
    blocks = "[Words, {image: {file: ../square.png, alt: A}}, More words]"
    page = project.document(f"{DECK}    layout: content\n    content: {blocks}\n").pages[0]
    assert page.slot("picture").rect.x == page.layout.slots["body"].rect.x


@pytest.mark.parametrize("caption", ["Muquetings naquet nequetings niquet", "Kept at the quay, all winter nights long"])
def test_a_caption_is_as_large_in_what_is_left_beside_a_picture_as_in_the_whole_width(tmp_path, caption):
    """Where its line just fitted there, it was set smaller, or broken, so that it had no room."""
    project = Project(tmp_path)
    Image.new("RGB", (600, 1800)).save(tmp_path / "tall.png")
    Image.new("RGB", (1800, 600)).save(tmp_path / "wide.png")
    deck = "title: Night noise\nsize: '4:3'\nslides:\n"
    for file in ("tall", "wide"):
        image = f"{{file: ../{file}.png, alt: A, caption: '{caption}'}}"
        deck += (
            f"  - {{title: {file}, layout: columns, columns: [{{text: A}}, {{content: [One, {{image: {image}}}]}}]}}\n"
        )
    below, whole = (
        next(one.item.setting for one in page.leaves if one.role is Role.CAPTION)
        for page in project.document(deck).pages
    )
    assert (below.size, len(below.lines)) == (whole.size, len(whole.lines)) == (15, 1)


@pytest.mark.parametrize("theme", ["briefing", "plain", "statement"])
def test_texts_beside_pictures_keep_clear_of_titles_that_have_all_lines(tmp_path, theme):
    """A shorter title has its text as close."""
    Image.new("RGB", (60, 90)).save(tmp_path / "tall.jpg")
    long = "A long title of three lines over a text which stands beside a picture that it explains"
    head = f"title: T\ntheme: {theme}\nslides:\n"
    slides = "".join(
        f"  - title: {title}\n    layout: picture-right\n    text: Words\n    image: {{file: ../tall.jpg, alt: A}}\n"
        for title in (long, "Short")
    )
    pages = Project(tmp_path).document(head + slides).pages
    title, text = pages[0].slot("title"), pages[0].slot("body")
    assert len(title.item.setting.lines) == 3
    bottom = title.rect.y + title.item.offset + title.item.setting.height
    assert text.rect.y + text.item.offset - bottom >= 22
    high, low = (page.slot("body").rect.y + page.slot("body").item.offset for page in reversed(pages))
    assert low - high >= title.item.setting.paragraphs[0].style.leading * 0.8
