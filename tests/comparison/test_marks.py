"""Where two pictures differ, as boxes."""

from __future__ import annotations

from PIL import Image, ImageDraw

from deckmaker.comparison.page.marks import MOST_BOXES, Box, changed_boxes

SIZE = (960, 540)


def picture(*boxes: tuple[int, int, int, int], ground: str = "white", ink: str = "black") -> Image.Image:
    """Return a picture with filled rectangles, in pixels."""
    image = Image.new("RGB", SIZE, ground)
    for box in boxes:
        ImageDraw.Draw(image).rectangle(box, fill=ink)
    return image


def covers(box: Box, inner: tuple[int, int, int, int]) -> bool:
    """Tell whether a box holds a rectangle in pixels, with no more than two squares around it."""
    left, top, right, bottom = box.left * 960, box.top * 540, box.right * 960, box.bottom * 540
    outside = inner[0] - left, inner[1] - top, right - inner[2], bottom - inner[3]
    return all(-0.01 <= one <= 24 for one in outside)


def test_equal_pictures_have_no_boxes():
    """Nor do those that differ by no more than smoothing does."""
    assert changed_boxes(picture(), picture()) == []
    assert changed_boxes(picture(ground="#808080"), picture(ground="#858585")) == []


def test_each_place_has_a_box_from_top_to_bottom():
    """Words of a line are one place; a colour of the same lightness is a difference, too."""
    low, high = (600, 400, 700, 440), (100, 100, 140, 120)
    boxes = changed_boxes(picture(), picture(low, high))
    assert len(boxes) == 2
    assert covers(boxes[0], high) and covers(boxes[1], low)
    line = [(100 + 60 * number, 200, 145 + 60 * number, 216) for number in range(5)]
    (box,) = changed_boxes(picture(), picture(*line))
    assert covers(box, (100, 200, 385, 216))
    (box,) = changed_boxes(picture(high, ink="#ff0000"), picture(high, ink="#0000ff"))
    assert covers(box, high)


def test_many_places_are_one():
    """A picture full of boxes would say less."""
    spots = [(x, y, x + 5, y + 5) for x in range(50, 950, 150) for y in range(50, 540, 100)]
    assert len(spots) > MOST_BOXES
    assert len(changed_boxes(picture(), picture(*spots))) == 1


def test_no_box_lies_in_or_over_another():
    """A ring around a spot is one place with it."""
    ring = [(100, 100, 400, 104), (100, 100, 104, 300), (100, 296, 400, 300), (396, 100, 400, 300)]
    (box,) = changed_boxes(picture(), picture(*ring, (240, 190, 250, 200)))
    assert covers(box, (100, 100, 400, 300))


def test_other_shapes_differ_all_over():
    """A deck that is 4:3 by now."""
    assert changed_boxes(picture(), Image.new("RGB", (960, 720))) == [Box(0, 0, 1, 1)]
