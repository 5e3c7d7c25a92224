"""Where things stand on slides: in groups that show them as in a mirror, and beside the page."""

from __future__ import annotations

import pytest
from pptx.util import Inches

from tests.importing.presentations import TITLE_ONLY, content_slide, picture, slide_of, text_box

BESIDE = "what lies beside a slide, where nobody sees it, is on it: "


def grouped(found, turns, places):
    """Add a slide with texts in a group that is turned over."""
    slide = content_slide(found, layout=TITLE_ONLY)
    boxes = [text_box(slide, text, *place, width=2) for text, place in zip("abc", places, strict=True)]
    group = slide.shapes.add_group_shape(boxes)
    for one in turns:
        group._element.grpSpPr.get_or_add_xfrm().set(one, "1")


@pytest.mark.parametrize(("turns", "expected"), [((), "abc"), (("flipH",), "cba"), (("flipV",), "abc")])
def test_a_group_in_a_mirror_is_read_as_it_is_seen(turns, expected):
    """From the left to the right."""
    slide = slide_of(lambda found: grouped(found, turns, [(1, 3), (4, 3), (7, 3)]))
    assert [one["text"] for one in slide["columns"]] == list(expected)


@pytest.mark.parametrize(("turns", "expected"), [((), "abc"), (("flipV",), "cba"), (("flipH", "flipV"), "cba")])
def test_a_group_upside_down_is_read_as_it_is_seen(turns, expected):
    """From the top to the bottom."""
    slide = slide_of(lambda found: grouped(found, turns, [(1, 2), (1, 4), (1, 6)]))
    assert slide["text"].split() == list(expected)


@pytest.mark.parametrize(("left", "top"), [(-3, 3), (10, 3), (1, -2), (1, 7.5)])
def test_what_lies_beside_a_slide_is_told_and_kept(left, top):
    """On each of its sides: it may come in while the slide is shown."""

    def make(found):
        text_box(content_slide(found, layout=TITLE_ONLY), "aside", left, top)

    assert slide_of(make, [(2, f"{BESIDE}`aside`")]) == {"text": "aside"}


def test_pictures_beside_a_slide_are_told_by_their_names():
    """A title may lie there for those who hear it; what reaches across an edge is seen."""

    def make(found):
        slide = content_slide(found)
        slide.shapes.title.top = Inches(-3)
        slide.placeholders[1].text_frame.text = "seen"
        slide.placeholders[1].left = Inches(-1)
        slide.shapes.add_picture(picture(), Inches(12), Inches(3), Inches(2)).name = "Map"

    assert slide_of(make, [(2, f"{BESIDE}`Map`")]).keys() == {"bullets", "image"}
