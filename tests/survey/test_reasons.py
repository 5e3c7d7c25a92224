"""What the survey says of each thing that layout decides, and why."""

from __future__ import annotations

from math import ceil
from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Change, Reason
from deckmaker.pipeline import read_layout
from deckmaker.survey.survey import DeckSurvey, ItemSurvey
from deckmaker.survey.surveying import survey_of
from deckmaker.survey.words import REASONS, remarks
from deckmaker.text import Narrowing, SizeReason
from tests.projects import Project
from tests.survey.harbour import DECK, harbour


def survey(project: Project) -> DeckSurvey:
    """Return the survey of a project's deck, whatever is wrong with it."""
    document = read_layout(project.deck, Diagnostics())
    assert document
    return survey_of(document, project.deck, project.folder, None)


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> DeckSurvey:
    """The survey of the small deck."""
    return survey(harbour(tmp_path_factory.mktemp("harbour")))


def item(surveyed: DeckSurvey, number: int, slot: str) -> ItemSurvey:
    """Return what fills a slot of a page."""
    return next(one for one in surveyed.pages[number - 1].items if one.slot == slot)


def test_each_page_says_which_layout_and_why(surveyed):
    """The one that was chosen, and the one that stands in for it where a picture is lacking."""
    said = [(one.chosen, one.layout, one.reason) for one in surveyed.pages]
    assert said == [
        ("title", "title-only", Reason.FIRST),
        ("picture-right", "picture-right", Reason.PICTURE_AND_TEXT),
        ("picture-full", "picture-full", Reason.NAMED),
        ("columns", "columns", Reason.COLUMNS),
        ("picture", "picture", Reason.PICTURE),
        ("picture-left", "content", Reason.NAMED),
        ("credits", "credits", Reason.CREDITS),
    ]


def test_each_page_names_its_place_in_the_deck(surveyed):
    """That of its slide; slides that list credits, that of the setting which asks for them."""
    lines = DECK.splitlines()
    slides = [number for number, line in enumerate(lines, start=1) if line.startswith("  - title: ")]
    found = [one.source.line for one in surveyed.pages if one.source]
    assert found == [*slides, lines.index("credits: {print: urls}") + 1]


def test_each_size_has_its_reason(surveyed):
    """Titles have the deck's size whatever the text below; that is the largest that fits."""
    found = {
        (number, slot): item(surveyed, number, slot).text for number, slot in ((2, "title"), (2, "body"), (3, "title"))
    }
    assert [text and text.reason for text in found.values()] == [
        SizeReason.OWN,
        SizeReason.SHRUNK,
        SizeReason.OWN,
    ]
    shrunk, title, other = found[2, "body"], found[2, "title"], found[3, "title"]
    assert shrunk and shrunk.least_size <= shrunk.size < shrunk.style_size
    assert title and other and title.size == other.size


def test_a_text_that_fits_no_size_says_by_how_much(tmp_path):
    """As the message of layout does: rounded up to whole points and lines."""
    project = Project(tmp_path)
    lines = "\n".join(f"      - night {number}" for number in range(40))
    head = "title: T\noverflow: {way: shrink, then: error}\n"
    project.write(f"{head}slides:\n  - title: A\n    layout: content\n    bullets:\n{lines}\n")
    diagnostics = Diagnostics()
    assert read_layout(project.deck, diagnostics)
    body = item(survey(project), 1, "body")
    text = body.text
    assert text and text.reason is SizeReason.LEAST and text.size == text.least_size
    (said,) = [one.message for one in diagnostics]
    assert f"is {ceil(-text.room_left)} points ({-text.lines_left} lines) too tall" in said
    assert next(remarks(body)) == f"does not fit: {-text.room_left:.1f} points ({-text.lines_left} lines) too tall"


def test_a_word_too_wide_says_by_how_much(tmp_path):
    """It cannot be broken."""
    project = Project(tmp_path)
    project.write(f"title: T\nslides:\n  - title: {'n' * 90}\n    layout: content\n")
    title = item(survey(project), 1, "title")
    assert title.text and title.text.too_wide > 1
    assert next(remarks(title)) == f"does not fit: {title.text.too_wide:.1f} points too wide"


def remarks_on(tmp_path: Path, slot: str, *lines: str) -> list[str]:
    """Return what is said of a slot of a slide with these lines and a photo."""
    project = Project(tmp_path)
    project.picture("a.png")
    slide = "".join(f"    {line}\n" for line in (*lines, "image: {file: ../a.png, alt: A, credit: B}"))
    project.write(f"title: T\nslides:\n  - layout: picture-right\n{slide}")
    return list(remarks(item(survey(project), 1, slot)))


def test_a_text_set_smaller_for_its_breaks_says_so(tmp_path):
    """At its style's own size no width would keep them in every program."""
    words = (
        "50%/yr berth-4 berth-4 km/h a berth-4 refrigeration x@y.org/z?a=1 50%/yr x@y.org/z?a=1 x@y.org/z?a=1 50%/yr"
    )
    assert remarks_on(tmp_path, "body", f"text: {words}")[0] == (
        "26 of the 27 points of style `lede`: what is larger has room, but breaks that are not safe or look amiss"
    )


def test_a_text_narrowed_against_a_lost_last_line_says_so(tmp_path):
    """Two paragraphs, whose last lines would be short."""
    words = "night it four berth to night harbour it berth"
    said = remarks_on(tmp_path, "body", "text: |", f"  {words}", "", f"  {words}")
    assert any(one.endswith(" points wide, so that no last line looks lost") for one in said), said


def test_breaks_that_no_width_makes_safe_are_told(tmp_path):
    """As the note `unsafe-breaks` does."""
    project = Project(tmp_path)
    project.write(f"title: T\nslides:\n  - title: A\n    layout: content\n    text: wordwordword b/{'n' * 52}\n")
    assert "no width keeps its line breaks safe: they are written into the PPTX" in remarks(
        item(survey(project), 1, "body")
    )


@pytest.mark.parametrize(
    ("number", "slot", "changes"),
    [
        (2, "title", ()),
        (4, "column 1", (Change.LOWERED, Change.SHARED)),
        (5, "picture", (Change.MARGINS,)),
        (6, "body", (Change.STRIP, Change.LOWERED)),
        (6, "credits", (Change.STRIP_GROWN,)),
        (7, "entries-1", (Change.SHARED,)),
    ],
)
def test_what_made_a_room_of_a_slot_is_said(surveyed, number, slot, changes):
    """And only then is the room another than the slot's place."""
    found = item(surveyed, number, slot)
    assert found.changes == changes
    assert (found.room != found.slot_box) == bool(changes)


def test_a_frame_narrower_than_its_room_says_why(surveyed):
    """What is as wide as its room says nothing."""
    for one in (one for page in surveyed.pages for one in page.items if one.text):
        assert one.text
        spare = one.room.width + one.text.outdent - one.box.width
        assert (spare > 0.001) == (one.text.narrowed is not None), one
    found = {one.text.narrowed for page in surveyed.pages for one in page.items if one.text}
    assert {None, Narrowing.SAFE, Narrowing.EVEN} <= found


def test_a_quotation_mark_that_hangs_is_counted(surveyed):
    """The frame begins as far outside its room."""
    quote = item(surveyed, 4, "column 1")
    assert quote.text and quote.text.outdent > 0
    assert quote.box.x == pytest.approx(quote.room.x - quote.text.outdent)


def test_a_scrim_says_what_the_picture_made_of_it(surveyed):
    """Over white, more than the theme gives it: nothing where a picture needs none, behind the number."""
    scrim, behind = [one for one in surveyed.pages[2].items if one.shape and one.shape.least_opacity is not None]
    assert scrim.shape and scrim.shape.least_opacity and behind.shape
    assert scrim.shape.opacity > scrim.shape.least_opacity
    assert behind.shape.opacity > behind.shape.least_opacity == 0
    said = f"a scrim of opacity {scrim.shape.opacity:g}, more than the theme's {scrim.shape.least_opacity:g}, "
    assert list(remarks(scrim)) == [said + "so that texts over it can be read"]


def test_pictures_say_fit_crop_and_resolution(surveyed):
    """Pixels to the inch as placed: of 1,200 down, shown whole on 540 points, 160."""
    photo = item(surveyed, 2, "picture").picture
    assert photo and (photo.fit, photo.asked, photo.pixels) == ("cover", False, (1600, 1200))
    assert photo.resolution == pytest.approx(1200 / (540 / 72))
    assert sum(photo.cut) == pytest.approx(1 - 462 / 540 / (4 / 3))
    whole = item(surveyed, 5, "picture").picture
    assert whole and (whole.fit, whole.asked, whole.cut) == ("contain", True, (0, 0, 0, 0))


def test_a_strip_says_what_it_goes_without(surveyed):
    """And how it reads on paper, where that is another thing."""
    assert item(surveyed, 6, "credits").lacking == ("6 of 83 credits",)
    paper = item(surveyed, 2, "credits").on_paper
    assert paper and paper.text
    assert "example.org/berth4" in " ".join(line.text for line in paper.text.lines)


def test_slots_that_nothing_fills_are_named(surveyed):
    """Not those that share out entries, nor a region in which blocks stand."""
    assert surveyed.pages[3].empty == ("credits", "footer")
    assert surveyed.pages[6].empty == ("credits", "footer")


def test_every_reason_and_change_has_words(surveyed):
    """Whatever is added."""
    assert REASONS.keys() == set(Reason)
    for page in surveyed.pages:
        for one in page.items:
            assert all(remarks(one))
