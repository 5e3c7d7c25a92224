"""The decks of the project: strict checks of all, and the briefing against its source, read back from every output."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pdfplumber
import pytest
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Page, PictureItem
from deckmaker.output import OutputFolder
from deckmaker.pipeline import build, read_document
from tests.projects import DECKS, ROOT, run
from tests.render.laid_out_decks import document as laid_out

FORMATS = ("pdf", "md", "pptx", "html")
BRIEFING = ROOT / "decks" / "us-china-fentanyl-talks.yaml"
TITLES = [
    "High-Level U.S.-China Talks Focus on Tackling Fentanyl Crisis",
    "Resuming Cooperation",
    "China’s Pledge",
    "China’s Stance",
    "Upcoming Meeting",
    "U.S. Accusations",
    "Meeting’s Significance",
    "Trade Sanctions and Talks",
    "Origins of the Crisis",
    "China’s Control Measures",
    "Cooperation Setbacks",
    "U.S. Prioritization",
    "China’s Historical Context",
    "Addressing Demand and Supply",
    "The Future of Cooperation",
    "Read More From The Stock Dork",
]
NOBODY, STOCK, GETTY = "no credit given", "DepositPhotos", "flytosky11 from Getty Images"
ORIGINAL_CREDITS = dict.fromkeys(range(1, 17), STOCK) | dict.fromkeys((1, 3, 4, 5, 11), NOBODY) | {14: GETTY}
FACTS = {
    1: ["United States", "high-level talks", "next week", "fentanyl crisis", "significant step"],
    2: ["fentanyl is to flow", "counternarcotics partnership", "more than a year", "suspended"],
    3: ["promised", "blame"],
    4: ["Yu Haibin", "top Chinese narcotics official", "within the U.S. itself", "does not manufacture"],
    5: ["Beijing", "publicly announced", "White House", "not confirmed"],
    6: ["complicity", "Opioids", "hundreds of thousands of deaths"],
    7: ["counternarcotics working group", "improve relations", "President Biden", "Xi Jinping"],
    8: ["trade sanctions", "Chinese government lab", "essential for controlling fentanyl"],
    9: ["1990s", "legal pain medications", "overprescribed", "epidemic", "lethal narcotics"],
    10: ["2019", "controlled substances", "precursor chemicals", "Mexican cartels"],
    11: ["Trade sanctions", "political tensions", "Taiwan", "Uyghurs"],
    12: ["improve relations", "Senators", "Chinese officials"],
    13: ["historical struggles with opium", "Yu Haibin", "support Americans"],
    14: ["demand", "supply", "Vanda Felbab-Brown", "world’s opioids"],
    15: ["skepticism", "this partnership", "crucial", "ongoing crisis"],
    16: ["The Stock Dork"],
}


def flat(text: str) -> str:
    """Return a text with single spaces, lines that end in a hyphen or dash joined."""
    return " ".join(text.split()).replace("- ", "-")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The words of every slide of the briefing, as built, each format read by a reader that is not ours."""
    folder, diagnostics = tmp_path_factory.mktemp("built"), Diagnostics()
    document = read_document(BRIEFING, diagnostics)
    files = build(document, "briefing", FORMATS, OutputFolder(folder), diagnostics)
    pdf, markdown, pptx, html = files
    assert len(diagnostics) == 0
    with pdfplumber.open(pdf) as opened:
        from_pdf = [flat(page.extract_text()) for page in opened.pages]
    return {"pdf": from_pdf, "md": read_markdown(markdown), "pptx": read_presentation(pptx), "html": read_page(html)}


def read_presentation(path: Path) -> list[str]:
    """Return the words of every slide's shapes, without its notes."""
    slides = Presentation(path).slides
    return [flat(" ".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)) for slide in slides]


def read_page(path: Path) -> list[str]:
    """Return the words of every section of a reveal.js page, without its notes."""
    page = lxml.html.fromstring(path.read_text(encoding="utf-8"))
    for notes in page.xpath("//aside[contains(@class, 'notes')]"):
        notes.drop_tree()
    return [flat(section.text_content()) for section in page.xpath("//main[@class='slides']/section")]


def read_markdown(path: Path) -> list[str]:
    """Return the slides of a Markdown file as words, without marks and escapes."""
    slides = path.read_text(encoding="utf-8").split("\n\n---\n\n")
    return [flat(slide.replace("\\", "").replace("**", "").replace("# ", "")) for slide in slides]


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("format", FORMATS)
def test_the_slides_have_the_sources_titles_in_its_order(format, pages):
    """Sixteen slides, none more and none fewer."""
    assert len(pages[format]) == 16
    for number, (title, page) in enumerate(zip(TITLES, pages[format], strict=True), start=1):
        assert flat(title) in page, number


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("number", range(1, 17))
def test_every_slide_says_whom_the_source_credits_for_its_picture(number, format, pages):
    """The agency, or that nobody is named; and never the one for the other."""
    page = pages[format][number - 1]
    wanted = ORIGINAL_CREDITS[number]
    assert page.count("Picture in the source:") == 1
    assert f"Picture in the source: {wanted}" in page
    assert [other for other in (NOBODY, STOCK, GETTY) if other in page] == [wanted]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("number", range(1, 17))
def test_every_slide_credits_our_drawing_and_the_text(number, format, pages):
    """The picture is ours and free, the text follows The Stock Dork."""
    assert "Illustration: deckmaker, CC0 1.0" in flat(pages[format][number - 1].replace("[", "").replace("]", " "))
    assert "Text after: The Stock Dork" in pages[format][number - 1]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("number", FACTS)
def test_names_and_numbers_of_the_source_stand_on_the_right_slide(number, format, pages):
    """The sentences are ours, the facts are not."""
    page = pages[format][number - 1].lower()
    assert [fact for fact in FACTS[number] if flat(fact.lower()) not in page] == []


@pytest.mark.parametrize("number", range(1, 17))
def test_the_trail_stands_on_every_page(number, pages):
    """The source's breadcrumb, without the abbreviated title behind it."""
    assert "Home / Politics / Slideshow" in pages["pdf"][number - 1]


def test_every_slide_has_notes_that_are_not_on_the_page():
    """The presenter says more than the slide shows."""
    document = laid_out(BRIEFING.stem)
    assert all(page.notes and all(note.text.strip() for note in page.notes) for page in document.pages)
    assert len({note.text for page in document.pages for note in page.notes}) >= 16


def test_every_picture_is_described():
    """Alt text says what a drawing shows, and each says something else."""
    document = laid_out(BRIEFING.stem)
    alts = [page.slot("picture").item.alt for page in document.pages]
    assert len(set(alts)) == 16 and all(len(alt) > 20 for alt in alts)


@pytest.mark.sampled(every=5)
@pytest.mark.parametrize("deck", DECKS, ids=lambda path: path.stem)
def test_the_decks_of_the_project_pass_a_strict_check(deck):
    """No error and no warning in what we show."""
    result = run("check", "--strict", deck)
    assert (result.exit_code, result.stderr) == (0, "")


MADE_UP = ROOT / "decks" / "heating-grant.yaml"
TALK = ROOT / "decks" / "how-nature-draws.yaml"


def strip(page: Page) -> str:
    """Return the words of a page's strip of credits."""
    return " ".join(line.text for line in page.slot("credits").item.setting.lines)


def test_every_figure_of_the_made_up_ministry_says_that_it_is_one():
    """No statistics that could be taken for real ones: a credit on every slide of figures, and a footer on all."""
    document = laid_out(MADE_UP.stem)
    for page in document.pages[2:]:
        said = strip(page)
        assert any(one in said for one in ("Illustrative", "invented", "International Energy Agency")), page.title
    assert "footer: Illustrative figures" in MADE_UP.read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_talk_has_pictures_alone_each_with_its_credit_and_description():
    """Grids of two to nine, and pages with one picture."""
    document = laid_out(TALK.stem)
    pictures = [[one.item for one in page.leaves if isinstance(one.item, PictureItem)] for page in document.pages]
    assert {len(one) for one in pictures} == {1, 2, 3, 4, 5, 6, 7, 8, 9}
    described = [picture.alt for one in pictures for picture in one]
    assert len(set(described)) == len(described) == 50
    assert {strip(page) for page in document.pages} == {"Illustration: deckmaker, CC0 1.0"}
