"""Credits whose addresses are written out on paper: both forms of the strip, in one frame."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.layout import Document, Page, TextItem
from tests.layout.test_strip import LAYOUTS, outside, overlaps, slide
from tests.projects import Project
from tests.samples import examples

URLS = "title: T\ncredits: {print: urls}\nslides:\n"
NAMES = URLS.replace("urls", "names")
CREDIT = "{creator: A. Lind, license: CC-BY-4.0, url: 'https://example.org/b4'}"
LONG = "/".join(["https://example.org", *(f"a-folder-with-a-name-{n}" for n in range(17))])


def strips(page: Page) -> tuple[TextItem, TextItem | None]:
    """Return the strip on a screen, and on paper where that differs."""
    strip = page.slot("credits")
    return strip.item, strip.printed and strip.printed.item


def page(project: Project, text: str) -> Page:
    """Return the first page of a deck."""
    return project.document(text).pages[0]


def printed(document: Document) -> Document:
    """Return a document as paper shows it."""
    pages = (replace(page, placed=tuple(one.on_paper for one in page.placed)) for page in document.pages)
    return replace(document, pages=tuple(pages))


def test_paper_has_a_form_of_its_own_only_where_it_reads_otherwise(tmp_path):
    """Where names stand for links on paper too, or no credit leads anywhere, there is one form."""
    project = Project(tmp_path)
    screen, paper = strips(page(project, URLS + slide("content", "x", CREDIT)))
    assert screen.text == "Text after: A. Lind, CC BY 4.0"
    assert paper.text == "Text after: A. Lind, example.org/b4, CC BY 4.0, creativecommons.org/licenses/by/4.0/"
    assert strips(page(project, NAMES + slide("content", "x", CREDIT))) == (screen, None)
    assert strips(page(project, URLS + slide("content", "x", "A. Lind")))[1] is None


def test_the_longer_form_makes_room_for_both(tmp_path):
    """Content ends at the same height in all outputs."""
    project = Project(tmp_path)
    credits = ", ".join(CREDIT.replace("b4", f"b{number}") for number in range(4, 8))
    names, urls = (page(project, deck + slide("content", "x", credits)) for deck in (NAMES, URLS))
    strip = urls.slot("credits")
    assert (strip.rect.y, strip.rect.height) == (strip.printed.rect.y, strip.printed.rect.height)
    assert strip.rect.height > names.slot("credits").rect.height
    assert strip.rect.bottom == names.slot("credits").rect.bottom
    assert urls.slot("body").rect.bottom < names.slot("body").rect.bottom


def test_a_long_address_is_broken_on_paper(tmp_path):
    """Behind its signs, nothing put in: joined again, the lines are the address."""
    written = f"{{creator: A. Lind, url: '{LONG}'}}"
    _, paper = strips(page(Project(tmp_path), URLS + slide("content", "x", written)))
    lines = [line.text for line in paper.setting.lines]
    assert len(lines) > 2 and all(line.endswith(("/", "-")) for line in lines[1:-1])
    assert LONG.removeprefix("https://") in "".join(lines)
    assert paper.setting.excess_width == 0


def test_what_does_not_fit_on_paper_is_left_out_of_both_forms(tmp_path):
    """On the screen the same credits fit, if addresses need not be written out."""
    deck = slide("content", "x", ", ".join(f"{{creator: A. Lind, url: '{LONG}/{n}'}}" for n in range(9)))
    project = Project(tmp_path)
    assert project.said(NAMES + deck) == ""
    message, *_ = project.said(URLS + deck).splitlines()
    assert message == "warning[shortened-credits]: slide 1: the strip of credits has no room for 4 of 9 credits"
    screen, paper = strips(page(project, URLS + deck))
    assert screen.text.endswith(" · … and 4 more: see Credits") and screen.text.count("A. Lind") == 5
    assert paper.text.endswith(" · … and 4 more: see Credits") and paper.text.count("A. Lind") == 5


def test_that_nobody_is_credited_is_said_on_one_line(tmp_path):
    """`no` at a line's end would leave `credit given` for the next."""
    project = Project(tmp_path)
    for length in range(4, 64, 5):
        credits = f"{{creator: {'x' * length}}}, {{creator: Port Authority}}, {{role: original}}, {{creator: B}}"
        screen, _ = strips(page(project, NAMES + slide("content", "x", credits)))
        assert any("no credit given" in line.text for line in screen.setting.lines)


written = st.integers(0, 5).map(
    lambda count: ", ".join(f"{{creator: Photographer {n}, url: '{LONG[: 20 + 40 * n]}'}}" for n in range(count))
)
decks = st.tuples(st.sampled_from(["16:9", "4:3", "A4"]), st.sampled_from(LAYOUTS), written)


@given(decks)
@settings(max_examples=examples(15), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_neither_form_lies_on_anything(tmp_path, deck):
    """On every page of any deck, as shown and as printed."""
    size, layout, credits = deck
    project = Project(tmp_path)
    project.picture("a.png", (80, 60))
    document, diagnostics = project.read(
        URLS.replace("slides", f"size: '{size}'\nslides") + slide(layout, "x", credits)
    )
    if document is None:
        assert {one.code for one in diagnostics} == {"text-too-long"}
        return
    for shown in (document, printed(document)):
        assert [overlaps(page) for page in shown.pages] == [[]] and outside(shown) == []
