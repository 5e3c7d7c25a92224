"""Agendas: the sections that they list, which of them stands out, where each leads in all outputs, and mistakes."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from lxml import html
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import Document, GroupItem, Page, Role, ShapeItem, TextItem, compositions
from deckmaker.model import SlideLink
from deckmaker.render.registry import load_renderer
from tests.projects import DECK, Project

LONG = "word " * 450

SECTIONS = f"""{DECK}  - title: Agenda
    agenda: true
  - title: What we found
    section: Findings
    agenda: true
  - title: Long
    text: {LONG}
    overflow: split
  - title: Remedies
    section: Remedies
  - title: Now
    agenda: true
  - title: Later
    section: Remedies
    agenda: true
  - title: The end
    section: The *end*
"""


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    """A deck with agendas before its sections, where one begins, behind that, and amid one."""
    return Project(tmp_path_factory.mktemp("agenda")).document(SECTIONS)


def page_of(document: Document, title: str) -> Page:
    """Return the first page whose title begins so."""
    return next(page for page in document.pages if page.title.startswith(title))


def entries_of(page: Page) -> list[TextItem]:
    """Return the sections in the agenda of a page."""
    (agenda,) = [one for one in page.placed if one.role is Role.LIST]
    assert isinstance(agenda.item, GroupItem)
    return [one.item for one in agenda.leaves if isinstance(one.item, TextItem)]


def links_of(page: Page) -> list[SlideLink]:
    """Return where they lead."""
    links = [run.link for one in entries_of(page) for run in one.setting.paragraphs[0].paragraph.runs]
    assert all(isinstance(link, SlideLink) for link in links)
    return [link for link in links if isinstance(link, SlideLink)]


def styles_of(page: Page) -> list[str]:
    """Return the names of their styles."""
    return [one.style.name for one in entries_of(page)]


def rendered(document: Document, name: str) -> BytesIO:
    """Return an output."""
    stream, diagnostics = BytesIO(), Diagnostics()
    renderer = load_renderer(name, diagnostics)
    assert renderer
    renderer.render(document, stream, diagnostics)
    return stream


def test_it_lists_the_sections_as_they_are_named(document):
    """Each once, where it begins; marks in names are none."""
    page = page_of(document, "Agenda")
    assert [one.text for one in entries_of(page)] == ["Findings", "Remedies", "The *end*"]


@pytest.mark.parametrize(
    ("title", "current"),
    [("Agenda", None), ("What we found", 0), ("Now", 1), ("Later", None)],
)
def test_the_section_that_begins_stands_out(document, title, current):
    """On the slide that begins it and on the next; else none. It is bold, and under a rule of its own."""
    page = page_of(document, title)
    styles = styles_of(page)
    if current is None:
        assert styles == ["agenda"] * 3
        return
    assert [one for one, style in enumerate(styles) if style == "agenda-current"] == [current]
    assert sorted(styles) == ["agenda-current", "agenda-other", "agenda-other"]
    assert entries_of(page)[current].setting.paragraphs[0].paragraph.runs[0].bold
    rules = [one.item for one in page.leaves if one.region == "body" and isinstance(one.item, ShapeItem)]
    assert [rule.color == "accent" for rule in rules] == [one == current for one in range(3)]


def test_links_have_the_numbers_of_pages(document):
    """On which their slides begin: one before was split."""
    begins = [page_of(document, title).number for title in ("What we found", "Remedies", "The end")]
    assert begins[1] > 5
    for title in ("Agenda", "What we found", "Now"):
        links = links_of(page_of(document, title))
        assert [link.page for link in links] == begins and [link.slide for link in links] == [2, 4, 7]


def test_a_slide_without_agenda_is_as_it_was_laid_out(document):
    """Only pages with links are made anew."""
    from deckmaker.layout.slide_links import with_page_numbers

    pages = document.pages
    again = list(with_page_numbers(pages, {2: 9, 4: 9, 7: 9}))
    assert [one is other for one, other in zip(pages, again, strict=True)].count(False) == 4
    assert {link.page for link in links_of(again[1])} == {9}


def test_a_link_to_a_slide_that_is_not_there_is_none(document):
    """As where its layout is unknown."""
    from deckmaker.layout.slide_links import with_page_numbers

    page = [*with_page_numbers(document.pages, {2: 3})][1]
    assert [one.setting.paragraphs[0].paragraph.runs[0].link for one in entries_of(page)] == [
        SlideLink(2, 3),
        None,
        None,
    ]


def test_powerpoint_goes_to_the_slides(document):
    """By a click on a text's frame: links of its runs would be underlined."""
    begins = [page_of(document, title).number for title in ("What we found", "Remedies", "The end")]
    presentation = Presentation(rendered(document, "pptx"))
    slides = list(presentation.slides)
    (agenda,) = [one for one in slides[1].shapes if one.shape_type is not None and one.name.startswith("List")]
    texts = [shape for item in agenda.shapes for shape in item.shapes if shape.has_text_frame and shape.text_frame.text]
    assert [text.text_frame.text for text in texts] == ["Findings", "Remedies", "The *end*"]
    targets = [text.click_action.target_slide for text in texts]
    assert [slides.index(one) + 1 for one in targets if one] == begins
    assert not any(run.hyperlink.address for text in texts for run in text.text_frame.paragraphs[0].runs)


def test_the_pdf_goes_to_the_pages(document):
    """Forward and back, to the whole page."""
    begins = [page_of(document, title).number for title in ("What we found", "Remedies", "The end")]
    with pikepdf.open(rendered(document, "pdf")) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        for number in (2, page_of(document, "Now").number):
            actions = [one.A for one in pdf.pages[number - 1].Annots]
            assert {(str(action.S), str(action.D[1])) for action in actions} == {("/GoTo", "/Fit")}
            assert [numbers[action.D[0].objgen] for action in actions] == begins


def test_the_html_goes_to_the_sections(document):
    """By the names of its slides, in the same window."""
    page = html.fromstring(rendered(document, "html").getvalue().decode())
    links = page.xpath("//section[@id='slide-2']//ul/li//a")
    assert [link.text_content() for link in links] == ["Findings", "Remedies", "The *end*"]
    assert [link.get("href").lstrip("#") for link in links] == [
        f"slide-{page_of(document, title).number}" for title in ("What we found", "Remedies", "The end")
    ]
    assert all(page.get_element_by_id(link.get("href").lstrip("#")) is not None for link in links)
    assert not any(link.get("target") for link in links)


def test_markdown_has_a_plain_list(document):
    """The current one bold."""
    text = rendered(document, "md").getvalue().decode()
    assert "\n- Findings\n- Remedies\n- The \\*end\\*\n" in text
    assert "\n- **Findings**\n- Remedies\n" in text


def test_links_are_not_underlined_in_pictures_of_pages(document):
    """They look like the text around them."""
    from deckmaker.survey.picture.glyphs import Outlines
    from deckmaker.survey.picture.looks import page_looks

    drawn = list(page_looks(page_of(document, "Agenda"), document.theme, Outlines()))
    tags = [one.tag.rpartition("}")[2] for one in drawn]
    shapes = [one for one in page_of(document, "Agenda").leaves if isinstance(one.item, ShapeItem)]
    assert tags.count("rect") == len(shapes) + 1  # the page


def test_a_long_one_goes_on(project):
    """Each section on one of its pages, in their order."""
    slides = "".join(f"  - {{title: S{number}, section: Section {number}}}\n" for number in range(40))
    document = project.document(f"{DECK}  - title: Agenda\n    agenda: true\n    overflow: split\n{slides}")
    pages = [page for page in document.pages if page.title.startswith("Agenda")]
    assert len(pages) > 1
    assert [one.text for page in pages for one in entries_of(page)] == [f"Section {number}" for number in range(40)]
    assert [link.page for page in pages for link in links_of(page)] == [len(pages) + 2 + number for number in range(40)]


def test_work_grows_with_the_sections_and_no_faster(project, monkeypatch):
    """However many there are, a page tries no more of them than it has room for: twice as many are twice the work."""
    tried = []
    stacked = compositions.stacked_texts
    monkeypatch.setattr(compositions, "stacked_texts", lambda *own: tried.append(None) or stacked(*own))
    counts = []
    for sections in (60, 120, 240):
        slides = "".join(f"  - {{title: S{number}, section: Section {number}}}\n" for number in range(sections))
        tried.clear()
        project.document(f"{DECK}  - title: Agenda\n    agenda: true\n{slides}")
        counts.append(len(tried))
    few, more, most = counts
    assert more < 2.2 * few and most < 2.2 * more
    assert most < 20 * 240


def test_its_sections_are_texts_of_the_deck(project):
    """Counted on each slide that lists them, before any is laid out: they cost two words there, and take as long."""
    slides = "".join(f"  - {{title: S{number}, section: S{number}, agenda: true}}\n" for number in range(450))
    said = project.said(DECK + slides)
    assert "error[endless-deck]: the deck has more than 2,000 names of sections" in said


def test_on_a_coloured_page_its_texts_have_one_colour(project):
    """And no rules, whose colour is made for other pages."""
    document = project.document("title: T\nslides:\n  - title: T\n    agenda: true\n  - {title: A, section: One}\n")
    page = document.pages[0]
    assert {one.style.color for one in entries_of(page)} == {"light"}
    assert not [one for one in page.leaves if one.region == "body" and isinstance(one.item, ShapeItem)]


def test_false_is_no_agenda(project):
    """The slide has its other blocks."""
    document = project.document(f"{DECK}  - {{title: A, section: One, agenda: false, text: Words}}\n")
    assert not any(one.role is Role.LIST for one in document.pages[1].placed)


def test_a_deck_without_sections_has_no_agenda(project):
    """The message says how to name them."""
    assert (
        project.said(f"{DECK}  - title: A\n    agenda: true\n")
        == """\
error[wrong-value]: an agenda shows the deck's sections, and the deck has none
 --> decks/deck.yaml:5:13
  |
5 |     agenda: true
  |             ^^^^
  = help: write `section:` with a name on each slide with which a section begins"""
    )


@pytest.mark.parametrize("word", ["toc", "contents", "outline"])
def test_first_guesses_lead_to_the_key(project, word):
    """In one step."""
    assert "did you mean `agenda`?" in project.said(f"{DECK}  - title: A\n    {word}: true\n")


def test_few_sections_are_farther_apart_than_many(project):
    """They leave room on their page: in larger type, rows have more air for their size, too."""
    pitches = []
    for count in (3, 12):
        sections = "".join(f"  - title: T{one}\n    section: Part {one}\n" for one in range(count))
        page = project.document(f"{DECK}  - title: Agenda\n    agenda: true\n{sections}").pages[1]
        first, second, *_ = (one for one in page.leaves if one.role is Role.LABEL)
        assert isinstance(first.item, TextItem)
        pitches.append((second.rect.y - first.rect.y) / first.item.setting.size)
    few, many = pitches
    assert few > many + 0.1


HIDDEN = f"""{DECK}  - title: Agenda
    agenda: true
  - title: A spare one
    section: Findings
    hidden: true
  - title: What we found
  - title: Nothing of it
    section: Secrets
    hidden: true
  - title: Nor of that
    hidden: true
  - title: Remedies
    section: Remedies
"""


def test_a_section_of_hidden_slides_is_left_out(project):
    """One of which some are shown is there, and leads to the first of these."""
    page = page_of(project.document(HIDDEN), "Agenda")
    assert [one.text for one in entries_of(page)] == ["Findings", "Remedies"]
    assert [link.slide for link in links_of(page)] == [3, 6]


def test_an_agenda_of_hidden_sections_is_a_mistake(project):
    """It would be empty."""
    hidden = HIDDEN.replace("What we found\n", "What we found\n    hidden: true\n").replace(
        "    section: Remedies\n", ""
    )
    hidden = hidden.replace("  - title: Remedies\n", "  - title: Remedies\n    hidden: true\n")
    _, diagnostics = project.read(hidden)
    assert [one.message for one in diagnostics] == ["an agenda shows the deck's sections, and all are hidden"]


def test_an_agenda_on_a_hidden_slide_lists_what_is_hidden_with_it(project):
    """A part that is held in reserve has its own."""
    hidden = HIDDEN.replace("    agenda: true\n", "    agenda: true\n    hidden: true\n")
    assert [one.text for one in entries_of(page_of(project.document(hidden), "Agenda"))] == [
        *("Findings", "Secrets", "Remedies")
    ]
