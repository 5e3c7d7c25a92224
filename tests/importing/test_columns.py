"""Texts in two columns, and labels at the left of texts: which of them stand one above the other."""

from __future__ import annotations

from functools import partial

import pytest
import yaml

from tests.importing.presentations import (
    COMPARISON,
    TITLE_ONLY,
    content_slide,
    imported,
    presentation,
    slide_of,
    text_box,
)
from tests.projects import Project, run

COLUMNS = """\
title: T
slides:
  - title: T
  - title: A
    columns:
      - {heading: Left head, text: First text here.}
      - {heading: Right head, bullets: [one thing, two things]}
  - title: B
    columns:
      - {heading: Left head, text: First text here.}
      - {heading: Right head, text: Second text here.}
  - title: C
    columns:
      - {heading: Left head, bullets: [x thing, y thing]}
      - {heading: Right head, text: First text here.}
  - title: D
    columns:
      - {heading: Left head, text: First text here.}
      - {heading: Right head, text: Intro words, bullets: [one, two]}
"""


def boxes(found, left, right, widths=(3.5, 3.5), bold=()):
    """Add a slide with text boxes in two columns, each beside that of the other column."""
    slide = content_slide(found, layout=TITLE_ONLY)
    for words, start, width in ((left, 1, widths[0]), (right, 1.2 + widths[0], widths[1])):
        for index, text in enumerate(words):
            box = text_box(slide, text, start, 2 + 1.2 * index, width)
            for one in box.text_frame.paragraphs if text in bold else ():
                one.runs[0].font.bold = True


@pytest.mark.parametrize("bold", [(), ("Before", "After")])
def test_a_heading_over_one_line_is_that_of_its_column(bold):
    """Beside one over several paragraphs, too: nothing of the left column is a label of what stands at its right."""
    make = partial(boxes, left=["Before", "One line only."], right=["After", "First.\nSecond."], bold=bold)
    assert slide_of(make) == {
        "columns": [
            {"heading": "Before", "text": "One line only."},
            {"heading": "After", "text": "First.\n\nSecond.\n"},
        ]
    }


def test_bold_headings_make_columns_of_any_widths():
    """If what stands below them is not bold."""
    left, right = ["Before", "One line."], ["After", "First.\nSecond."]
    made = slide_of(partial(boxes, left=left, right=right, widths=(1.5, 5), bold=("Before", "After")))
    assert [column["heading"] for column in made["columns"]] == ["Before", "After"]


def test_labels_at_the_left_are_headings_of_what_stands_beside_them():
    """Where no line at the right is a heading, or labels are narrow, or bold as nothing beside them is."""
    labelled = {"text": "## Who\n\nA. Lind\n\n## Why\n\nOne.\n\nTwo.\n"}
    left, right = ["Who", "Why"], ["A. Lind", "One.\nTwo."]
    assert slide_of(partial(boxes, left=left, right=right, widths=(1.5, 5))) == labelled
    assert slide_of(partial(boxes, left=left, right=right, bold=left)) == labelled
    long = {"text": "## Who\n\nA. Lind\n\nB. Berg\n\n## Why\n\nOne.\n\nTwo.\n"}
    assert slide_of(partial(boxes, left=left, right=["A. Lind\nB. Berg", "One.\nTwo."])) == long


def test_columns_of_our_own_come_back(tmp_path):
    """With their headings, whatever stands below these."""
    project = Project(tmp_path)
    project.write(COLUMNS)
    assert run("build", project.deck, "-f", "pptx", "-o", project.folder).exit_code == 0
    found, _ = imported((project.folder / "deck.pptx").read_bytes())
    assert found.messages == []
    assert found.slides == yaml.safe_load(COLUMNS)["slides"][1:]


def test_three_labels_are_read_row_by_row():
    """As they stand in a list of facts."""
    left, right = ["Who", "When", "Why"], ["A. Lind", "In May", "One.\nTwo."]
    (slide,) = imported(presentation(partial(boxes, left=left, right=right, widths=(1.2, 5))))[0].slides
    assert slide["text"] == "## Who\n\nA. Lind\n\n## When\n\nIn May\n\n## Why\n\nOne.\n\nTwo.\n"


@pytest.mark.parametrize("top", [6.5, 6.2])
@pytest.mark.parametrize("left", ["lone left", "l1\nl2"])
def test_a_line_below_both_columns_leaves_them_columns(left, top):
    """As in a comparison with a remark below it, which may reach into the empty foot of its texts."""

    def make(found):
        slide = content_slide(found, layout=COMPARISON)
        for index, words in ((1, "Left head"), (2, left), (3, "Right head"), (4, "r1\nr2")):
            slide.placeholders[index].text = words
        text_box(slide, "A line below both columns", 1, top, 8, 0.4)

    made = slide_of(make)
    assert made["text"] == "A line below both columns"
    assert [one["heading"] for one in made["columns"]] == ["Left head", "Right head"]
    assert [one["bullets"] for one in made["columns"]] == [left.splitlines(), ["r1", "r2"]]
    assert list(made) == ["columns", "text"]


def test_a_line_above_both_columns_is_above_them():
    """Their words stay apart, too."""

    def make(found):
        boxes(found, ["Before", "One line only."], ["After", "First.\nSecond."])
        text_box(found.slides[-1], "What changed", 1, 1.4, 8, 0.4)

    made = slide_of(make)
    assert list(made) == ["text", "columns"]
    assert [one["heading"] for one in made["columns"]] == ["Before", "After"]
