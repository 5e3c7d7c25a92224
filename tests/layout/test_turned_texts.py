"""Texts from right to left as set: where their lines, their words and their markers stand."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from deckmaker.layout import Document, Placed, TextItem
from deckmaker.text import GlyphRun, SetParagraph
from tests.installed_fonts import DEJAVU, NOTO, fonts_in
from tests.projects import DECK, Project

YEARS = (["2019", "2000"], ["2019", "2000", "2001"])

LIST = "bullets: [ראשון, second]"


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def paragraphs_of(document: Document, slot: str = "body") -> list[tuple[Placed, SetParagraph]]:
    """Return the paragraphs of a slot on the second page, each with its frame."""
    placed = next(one for one in document.pages[1].leaves if one.slot == slot)
    assert isinstance(placed.item, TextItem)
    return [(placed, one) for one in placed.item.setting.paragraphs]


def read(project: Project, slide: str, language: str = "en") -> Document:
    """Return the document of a deck with a slide, after one that is none of our business."""
    return project.document(f"language: {language}\n{DECK}  - title: A\n    {slide}\n")


def in_order(runs: tuple[GlyphRun, ...]) -> list[str]:
    """Return the texts of runs from left to right, without spaces at their ends."""
    return [text for run in sorted(runs, key=lambda one: one.x) if (text := run.text.strip())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one שלום two", ["one", "שלום", "two"]),
        ("אחת two שלוש", ["שלוש", "two", "אחת"]),
        ("אחת 12 שתיים", ["שתיים", "12", "אחת"]),
    ],
)
def test_words_stand_where_they_are_read(project, text, expected):
    """Runs are in the order in which they are read; where they stand says their place."""
    ((_, one),) = paragraphs_of(read(project, f"text: {text}"))
    (line,) = one.lines
    assert "".join(run.text for run in line.line.runs) == text
    assert in_order(line.line.runs) == expected
    stretches = sorted((run.x, run.x + run.width) for run in line.line.runs)
    assert all(end == pytest.approx(begin) for (_, end), (begin, _) in pairwise(stretches))


def test_numbers_are_not_held_together(project):
    """With a no-break space between them two would be one, and change places (UAX 9, W4)."""
    held = []
    for count in range(12, 30):
        texts = (" ".join([*["בנמל"] * (count + more), "רעש", *end]) for more, end in enumerate((["בלילה"], *YEARS)))
        found = paragraphs_of(read(project, f"bullets: [{', '.join(texts)}]", "he"))
        held += [pair for _, one in found for pair in re.findall("(.)\u00a0(.)", one.paragraph.text)]
    assert held
    assert not [pair for pair in held if "".join(pair).isdigit()]


def test_glyphs_of_a_run_stand_from_left_to_right(project):
    """The last letter first; each knows its character."""
    ((_, one),) = paragraphs_of(read(project, "text: שלום"))
    (run,) = one.lines[0].line.runs
    assert run.clusters == (3, 2, 1, 0)


def test_a_paragraph_from_right_to_left_begins_on_the_right(project):
    """Between others, which begin on the left; so does its marker."""
    (frame, first), (_, second) = paragraphs_of(read(project, LIST))
    assert first.marker and second.marker
    right = [line.x + line.line.width for line in first.lines]
    assert right == [pytest.approx(frame.rect.width - first.style.left)]
    assert first.marker.x + first.marker.width == pytest.approx(
        frame.rect.width - first.style.left + first.style.hanging
    )
    assert second.lines[0].x == second.style.left and second.marker.x < second.style.left
    assert (first.style.turned, second.style.turned) == (True, False)


def test_all_begins_on_the_right_where_the_language_does(project):
    """And all items have their markers there; the words of those in Latin letters run as they do."""
    (frame, first), (_, second) = paragraphs_of(read(project, LIST, "he"))
    for one in (first, second):
        assert one.marker and one.marker.x > one.lines[0].x + one.lines[0].line.width
        assert one.lines[0].x + one.lines[0].line.width == pytest.approx(frame.rect.width - one.style.left)
    assert (first.style.isolated, second.style.isolated) == (False, True)


def test_an_item_of_both_kinds_of_letters_runs_from_right_to_left(project):
    """On pages that do; a PPTX could not have it otherwise. A paragraph runs as most of its letters do."""
    ((_, item),) = paragraphs_of(read(project, "bullets: [Ships of חיפה at night]", "he"))
    ((_, text),) = paragraphs_of(read(project, "text: Ships of חיפה at night", "he"))
    assert in_order(item.lines[0].line.runs) == ["at night", "חיפה", "Ships of"]
    assert in_order(text.lines[0].line.runs) == ["Ships of", "חיפה", "at night"]


def test_numbers_have_their_full_stop_on_the_left(project):
    """In items from right to left; the file says the number as ever."""
    (_, first), (_, second) = paragraphs_of(read(project, "numbered: [ראשון, second]"))
    assert first.marker and second.marker
    assert (first.marker.text, first.style.marker, second.marker.text) == (".1", "1.", "2.")


@pytest.mark.parametrize("language", ["he", "ar"])
def test_the_number_of_a_part_stands_clear_of_its_title(project, language):
    """The space before it is between the two, and not at the line's end."""
    slide = f"  - title: אחת\n    bullets: [{', '.join(['אחת'] * 40)}]\n"
    document = project.document(f"language: {language}\n{DECK}{slide}")
    (paragraph,) = document.pages[1].slot("title").item.setting.paragraphs
    (line,) = paragraph.lines
    number = min(line.line.runs, key=lambda one: one.x)
    assert "(1/" in number.text
    assert " " not in number.text


def test_letters_that_join_are_not_tracked(project):
    """Browsers do not track them either."""
    with fonts_in(NOTO):
        ((_, one),) = paragraphs_of(read(project, "text: 'שלום السلام abc'"))
    tracked = {run.text.strip(): run.style.tracking != 0 for run in one.lines[0].line.runs if run.text.strip()}
    assert tracked == {"שלום": True, "السلام": False, "abc": True}


def test_code_runs_from_left_to_right(project):
    """As its columns do; words in it are turned all the same."""
    document = read(project, "code: 'שלום = 1'", "he")
    (code,) = [one for one in document.pages[1].leaves if isinstance(one.item, TextItem) and one.role.value == "code"]
    assert isinstance(code.item, TextItem)
    (one,) = code.item.setting.paragraphs
    assert not one.style.turned and one.lines[0].x == 0


def test_a_caption_of_a_line_stays_in_its_frame(project):
    """One that would stand below the beginning of its picture."""
    project.picture("a.png", (300, 600))
    slide = "layout: picture\n    image: {file: ../a.png, alt: A, credit: B, caption: תמונה, fit: contain}"
    captions = [one for one in read(project, slide).pages[1].leaves if one.role.value == "caption"]
    for one in captions:
        assert isinstance(one.item, TextItem)
        (line,) = one.item.setting.paragraphs[0].lines
        assert line.x >= 0 and line.x + line.line.width <= one.rect.width + 0.01
    assert captions


def test_letters_of_a_word_join_where_its_style_changes(project):
    """As in browsers (CSS Text 3, 7.3): each letter has the shape that it has in a word of one style, but not over the
    end of a line.
    """
    with fonts_in(DEJAVU):
        ((_, plain),) = paragraphs_of(read(project, "text: بالكتاب", "ar"))
        ((_, parted),) = paragraphs_of(read(project, "text: بال[كتاب](https://example.org)", "ar"))
        (whole,) = plain.lines[0].line.runs
        assert len(parted.lines[0].line.runs) == 2
        assert parted.lines[0].line.width == pytest.approx(whole.width)
        assert [glyph for run in reversed(parted.lines[0].line.runs) for glyph in run.glyphs] == [*whole.glyphs]
        many = " ".join(["بال**كتاب جديد**"] * 30)
        ((_, long),) = paragraphs_of(read(project, f"text: {many}", "ar"))
        pieces = [run for one in long.lines for run in one.line.runs]
        assert all(min(run.clusters) == 0 for run in pieces)
        shapes = {run.glyphs for run in pieces if run.text.strip() == "جديد"}
        assert len(shapes) <= 2  # with the space behind it, and without
