"""What the file says of the deck, read back by an independent parser."""

from __future__ import annotations

import pytest

from deckmaker.layout import PictureItem, Role, TextItem
from deckmaker.layout.chart_item import ChartItem
from deckmaker.model import Marker
from tests.render.html.decks import (
    DECKS,
    address_of,
    bytes_of,
    document,
    html,
    pictures_in,
    reading_order,
    rendered,
    said_of,
    tree,
)

every_deck = pytest.mark.parametrize("deck", DECKS)


@pytest.mark.sampled(every=2)
@every_deck
def test_one_section_a_slide(deck: str) -> None:
    """Each page is a section with its title as label; one that begins a section of the deck names it."""
    sections = tree(deck).xpath("//main[@class='slides']/section")
    pages = document(deck).pages
    assert [one.get("id") for one in sections] == [f"slide-{page.number}" for page in pages]
    assert [one.get("aria-label") for one in sections] == [page.title for page in pages]
    assert [one.get("data-section") for one in sections] == [page.section for page in pages]


@every_deck
def test_one_first_heading_then_second_ones(deck: str) -> None:
    """The deck's title is its only h1, the other slides' titles are h2."""
    titles = [page.title for page in document(deck).pages if page.slot("title")]
    headings = tree(deck).xpath("//h1 | //h2")
    assert [one.tag for one in headings] == ["h1"] + ["h2"] * (len(titles) - 1)
    assert [one.text_content() for one in headings] == titles


@every_deck
def test_all_words_in_reading_order(deck: str) -> None:
    """Each slide's paragraphs are elements of their own, in the order in which layout placed them, captions first.

    Words of native charts and numbers along axes are read in the table of their data.
    """
    for page, section in zip(document(deck).pages, tree(deck).xpath("//section"), strict=True):
        charts = [one.item for one in page.leaves if isinstance(one.item, ChartItem)]
        labels = [label.placed for chart in charts for label in chart.labels]
        expected = [
            one.paragraph.text
            for text in reading_order(page)
            if isinstance(text.item, TextItem)
            and text.role not in (Role.AXIS, Role.DECORATION)
            and not any(text is label for label in labels)
            for one in text.item.setting.paragraphs
        ]
        blocks = section.xpath(".//*[contains(@class, 'text')]//*[self::p or self::h1 or self::h2 or self::h3]")
        blocks = [one for one in blocks if not one.xpath("ancestor::*[@aria-hidden]")]
        words = [one.xpath(".//text()[not(ancestor::*[@aria-hidden])] | .//br") for one in blocks]
        assert ["".join(word if isinstance(word, str) else "\n" for word in one) for one in words] == expected


def test_lists_are_nested_inside_their_items() -> None:
    """A list below an item is inside that item, numbers are ol, bullets ul, and markers are hidden from readers."""
    section = tree("showcase").get_element_by_id("slide-3")
    (outer,) = section.xpath(".//div[contains(@class, 'slot-body')]/ul")
    items = outer.xpath("./li")
    assert [len(item.xpath("./ul/li")) for item in items] == [0, 2, 0]
    assert len(tree("showcase").get_element_by_id("slide-4").xpath(".//ol/li/ol/li")) == 2
    markers = tree("showcase").xpath("//span[contains(@class, 'marker')]")
    assert {one.get("aria-hidden") for one in markers} == {"true"}
    assert {one.get("role") for one in tree("showcase").xpath("//ul | //ol")} == {"list"}


@every_deck
def test_as_many_items_as_marked_paragraphs(deck: str) -> None:
    """No list item is lost or empty."""
    marked = [
        one
        for page in document(deck).pages
        for text in reading_order(page)
        if isinstance(text.item, TextItem)
        for one in text.item.setting.paragraphs
        if one.paragraph.marker is not Marker.NONE
    ]
    items = tree(deck).xpath("//li[not(parent::*[contains(@class, 'composition')])]")
    assert len(items) == len(marked)
    assert all(item.xpath("./p") for item in items)


def test_marks_are_elements() -> None:
    """Bold, italic, code, links and scripts are what they mean."""
    section = tree("showcase").get_element_by_id("slide-4")
    assert section.xpath("string(.//code)") == "ISO 1996-2"
    assert (section.xpath("string(.//sup)"), section.xpath("string(.//sub)")) == ("2", "2")
    assert tree("showcase").xpath("string(//strong)") == "reefer ship"
    assert tree("showcase").xpath("string(//em)") == "what it would cost"
    links = tree("showcase").xpath("//a[not(starts-with(@href, '#'))]")  # others lead to slides of the deck
    assert links
    for link in links:
        assert (link.get("target"), link.get("rel")) == ("_blank", "noopener")
        assert link.get("href").startswith("https://")


@every_deck
def test_pictures_have_words_and_their_own_bytes(deck: str) -> None:
    """A picture is a figure with its alt text; its bytes are in the page once, however often it is shown."""
    pictures = [
        placed.item for page in document(deck).pages for placed in page.leaves if isinstance(placed.item, PictureItem)
    ]
    images = pictures_in(tree(deck))
    assert [said_of(image) for image in images] == [picture.alt for picture in pictures]
    figures = [image.xpath("ancestor::figure") for image in images]
    assert [len(around) for around in figures] == [1 if picture.alt else 0 for picture in pictures]
    assert all(len(pictures_in(figure)) == 1 for around in figures for figure in around)
    files = {picture.file.path for picture in pictures}
    sources = {bytes_of(image): address_of(image) for image in images}
    assert len(sources) == len(set(sources.values())) == len(files)
    assert all(source.startswith("data:image/") for source in sources.values())
    assert len(tree(deck).xpath("//@src | //image/@href")) == len(files)


@every_deck
def test_notes(deck: str) -> None:
    """Speaker notes are beside the page, a paragraph each."""
    for page, section in zip(document(deck).pages, tree(deck).xpath("//section"), strict=True):
        said = tuple(note.text for note in page.notes)
        assert tuple(one.text_content() for one in section.xpath("./details/aside[@class='notes']/p")) == said


@every_deck
def test_head(deck: str) -> None:
    """Language, title and author are the deck's."""
    head = tree(deck)
    assert head.get("lang") == document(deck).language
    assert head.xpath("string(//title)") == document(deck).title
    assert head.xpath("string(//meta[@name='author']/@content)") == (document(deck).author or "")


@every_deck
def test_the_same_bytes_twice(deck: str) -> None:
    """Nothing of the moment is in the file."""
    assert rendered(document(deck)) == html(deck)
