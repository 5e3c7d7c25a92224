"""Slides that list credits: every credit once, with its picture, where it is, and room for all."""

from __future__ import annotations

import re

import pytest
import yaml

from deckmaker.layout import Document, Page, PictureItem, TextItem
from deckmaker.layout.credits_pages import slides_in_words
from deckmaker.theme import built_in_themes
from tests.layout.test_strip import outside, overlaps
from tests.projects import Project, briefing

SLIDES = """\
slides:
  - title: One
    image: {file: ../a.png, alt: Cranes, credit: {creator: A. Lind, license: CC-BY-4.0, url: "https://example.org/a"}}
    credits: [{role: original}]
  - title: Two
    text: From ships.
    credit: {publisher: Port Authority, note: provisional}
  - title: Three
    image: {file: ../b.png, alt: A crane, credit: {creator: A. Lind, license: CC-BY-4.0, url: "https://example.org/a"}}
    credits: [{role: original}, {publisher: Port Authority, note: provisional}]
  - title: Four
    image: {file: ../a.png, alt: Again, credit: {creator: A. Lind, license: CC-BY-4.0, url: "https://example.org/a"}}
"""


def document(folder, head: str = "credits: {where: end}", slides: str = SLIDES) -> Document:
    """Return the document of a small deck, whose pictures differ in their shapes."""
    project = Project(folder)
    project.picture("a.png", (80, 60))
    project.picture("b.png", (20, 60))
    return project.document(f"title: T\n{head}\n{slides}")


def listing(document: Document) -> list[Page]:
    """Return the pages that list credits."""
    return [page for page in document.pages if page.layout.name == "credits"]


def entries(pages: list[Page]) -> list[tuple[str, str | None]]:
    """Return what is listed: the words of each entry, with the file of the picture before them."""
    found: list[tuple[str, str | None]] = []
    picture = None
    for placed in (one for page in pages for one in page.placed if one.slot == "entries-1"):
        if isinstance(placed.item, PictureItem):
            picture = placed.item.file.path.name
        else:
            found.append((placed.item.text, picture))
            picture = None
    return found


def test_every_credit_is_listed_once_with_its_picture_and_its_slides(tmp_path):
    """A picture shown twice is one entry, two pictures under one credit are two; then come the others."""
    made = document(tmp_path)
    (page,) = listing(made)
    assert entries([page]) == [
        ("Slides 1, 4\nPicture: A. Lind, CC BY 4.0", "a.png"),
        ("Slide 3\nPicture: A. Lind, CC BY 4.0", "b.png"),
        ("Slides 1, 3\nPicture in the source: no credit given", None),
        ("Slides 2, 3\nText after: Port Authority; provisional", None),
    ]
    assert (page.number, page.title, page.notes) == (5, "Credits", ())


def test_names_in_the_list_are_links(tmp_path):
    """As they are in strips."""
    (page,) = listing(document(tmp_path))
    text = next(one for one in page.placed if one.slot == "entries-1" and isinstance(one.item, TextItem))
    links = {run.link for one in text.item.setting.paragraphs for run in one.paragraph.runs if run.link}
    assert links == {"https://example.org/a", "https://creativecommons.org/licenses/by/4.0/"}


def test_pictures_in_the_list_are_whole_and_say_what_they_show(tmp_path):
    """A licence that permits no changes permits no crop here either."""
    (page,) = listing(document(tmp_path))
    pictures = [one for one in page.placed if isinstance(one.item, PictureItem) and one.slot == "entries-1"]
    assert [one.item.alt for one in pictures] == ["Cranes", "A crane"]
    assert not any(one.item.is_cropped for one in pictures)
    assert [(one.rect.width, one.rect.height) for one in pictures] == [(72, 54), (18, 54)]


@pytest.mark.parametrize(("where", "strips", "pages"), [("slide", 4, 0), ("end", 0, 1), ("both", 4, 1)])
def test_credits_stand_where_the_deck_wants_them(where, strips, pages, tmp_path):
    """On slides, at the end, or in both places."""
    made = document(tmp_path, f"credits: {{where: {where}}}")
    assert sum(page.slot("credits") is not None for page in made.pages) == strips
    assert len(listing(made)) == pages


def test_the_list_goes_on_over_as_many_slides_as_it_takes(tmp_path):
    """Their titles count them, their numbers count on; the columns of each are level, and about equally long."""
    slides = "slides:\n  - title: A\n    credits:\n" + "".join(f"      - Photographer {n}\n" for n in range(50))
    made = document(tmp_path, slides=slides)
    pages = listing(made)
    assert [page.title for page in pages] == [f"Credits ({n}/{len(pages)})" for n in range(1, len(pages) + 1)]
    assert [page.number for page in made.pages] == list(range(1, len(made.pages) + 1))
    assert [text for text, _ in entries(pages)] == [f"Slide 1\nText after: Photographer {n}" for n in range(50)]
    for page in pages:
        rects = [one.rect for one in page.placed if one.slot == "entries-1"]
        left, right = ([one for one in rects if (one.x > 400) is side] for side in (False, True))
        assert [one.y for one in right] == [one.y for one in left][: len(right)] and 0 <= len(left) - len(right) <= 1


def test_the_list_is_a_section_where_others_are(tmp_path):
    """Once, however many slides it takes."""
    slides = "slides:\n  - title: A\n    section: S\n    credits:\n" + "".join(f"      - P {n}\n" for n in range(50))
    sections = [page.section for page in document(tmp_path, slides=slides).pages]
    assert sections[:2] == ["S", "Credits"] and len(sections) > 2 and not any(sections[2:])
    assert [page.section for page in document(tmp_path).pages] == [None] * 5


def test_the_list_speaks_the_decks_language(tmp_path):
    """Its title, and where credits are."""
    (page,) = listing(document(tmp_path, "language: de\ncredits: {where: end}"))
    assert page.title == "Bild- und Quellennachweise"
    assert entries([page])[0] == ("Folien 1, 4\nBild: A. Lind, CC BY 4.0", "a.png")


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([3], "Slide 3"), ([3, 7], "Slides 3, 7"), ([1, 2], "Slides 1, 2"), ([1, 3, 4, 5, 9], "Slides 1, 3–5, 9")],
)
def test_slides_in_a_row_are_a_range(numbers, words):
    """From three on."""
    assert slides_in_words(numbers, "en") == words


def test_on_paper_the_list_writes_addresses_out(tmp_path):
    """Where the deck wants that; both forms have room."""
    (page,) = listing(document(tmp_path, "credits: {where: end, print: urls}"))
    text = next(one for one in page.placed if one.slot == "entries-1" and isinstance(one.item, TextItem))
    assert text.item.text == "Slides 1, 4\nPicture: A. Lind, CC BY 4.0"
    paper = "A. Lind, example.org/a, CC BY 4.0, creativecommons.org/licenses/by/4.0/"
    assert text.printed.item.text == f"Slides 1, 4\nPicture: {paper}"
    assert text.printed.item.setting.height <= text.rect.height


def test_an_entry_longer_than_a_column_goes_on_in_the_next(tmp_path):
    """No word is lost, and none is there twice."""
    words = " ".join(f"word{n}" for n in range(900))
    slides = f"slides:\n  - title: A\n    credits: [{{creator: B, note: {words}}}, C]\n"
    made = document(tmp_path, slides=slides)
    text = " ".join(text for text, _ in entries(listing(made)))
    assert re.findall(r"word\d+", text) == words.split()
    assert [overlaps(page) for page in listing(made)] == [[]] * len(listing(made)) and outside(made) == []


def test_an_address_wider_than_a_column_is_broken(tmp_path):
    """As it is on paper: it would reach over the page's edge."""
    address = "https://example.org/" + "/".join(f"a-folder-with-a-name-{n}" for n in range(12))
    made = document(tmp_path, slides=f"slides:\n  - title: A\n    credits: [{{url: '{address}'}}]\n")
    assert outside(made) == []
    assert address in entries(listing(made))[0][0]


def test_a_theme_without_the_layout_lists_credits_in_that_of_text(tmp_path):
    """In two columns, as its strips are set; PowerPoint's file has the layout, too."""
    theme = yaml.load(built_in_themes()["briefing"].read_text(encoding="utf-8"), yaml.BaseLoader)
    del theme["layouts"]["credits"]
    (tmp_path / "ours.yaml").write_text(yaml.safe_dump(theme))
    (page,) = listing(document(tmp_path, "theme: ../ours.yaml\ncredits: {where: end}"))
    assert [text for text, _ in entries([page])][-1] == "Slides 2, 3\nText after: Port Authority; provisional"
    slots, plain = page.layout.slots, briefing().layouts["content"].slots
    one, other = slots["entries-1"].rect, slots["entries-2"].rect
    assert (one.x, other.right) == (plain["body"].rect.x, pytest.approx(plain["body"].rect.right))
    assert one.right < other.x and slots["entries-1"].style.size == plain["credits"].style.size
    assert overlaps(page) == []


@pytest.mark.parametrize("where", ["end", "both"])
def test_hidden_slides_have_a_hidden_list_of_their_own(where, tmp_path):
    """So what leaves them out says nothing of them; a credit of both kinds stands in both lists."""
    slides = SLIDES.replace("  - title: Three\n", "  - title: Three\n    hidden: true\n").replace(
        "  - title: Four\n", "  - title: Four\n    hidden: true\n"
    )
    shown, hidden = listing(document(tmp_path, f"credits: {{where: {where}}}", slides))
    assert (shown.hidden, hidden.hidden) == (False, True)
    assert hidden.number == shown.number + 1
    places = [(text.partition("\n")[0], picture) for text, picture in entries([shown])]
    assert places == [("Slide 1", "a.png"), ("Slide 1", None), ("Slide 2", None)]
    places = [(text.partition("\n")[0], picture) for text, picture in entries([hidden])]
    assert places == [("Slide 3", "b.png"), ("Slide 4", "a.png"), ("Slide 3", None), ("Slide 3", None)]
