"""What blocks become in the page, in whatever arrangement: elements that say what they are, in reading order."""

from __future__ import annotations

from collections import Counter

import lxml.html
import pytest
from playwright.sync_api import Page as Tab

from deckmaker.layout import Document
from tests.render.arrangements import ARRANGEMENTS, arranged, written
from tests.render.html.conftest import Open, show
from tests.render.html.decks import pictures_in, rendered
from tests.render.html.lines import decided_lines, drawn_lines

TOLD = (
    "h1",
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "table",
    "caption",
    "figure",
    "figcaption",
    "img",
    "blockquote",
    "footer",
)
"""Elements of skeletons; what others hold counts as theirs."""

CREDITED = written().deck.count(".png")
"""Pictures, each of which has a credit."""

FURNITURE = ("slot-number", "slot-trail", "slot-footer", "slot-logo")

Element = lxml.html.HtmlElement


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The deck of arrangements."""
    return arranged(tmp_path_factory.mktemp("arrangements"))


@pytest.fixture(scope="module")
def page(document: Document) -> Element:
    """The deck as HTML, read back."""
    return lxml.html.fromstring(rendered(document))


def sections(page: Element) -> list[Element]:
    """Return the slides after the first, one for each arrangement."""
    return page.xpath("//main[@class='slides']/section")[1:]


def skeleton(element: Element) -> str:
    """Return the skeleton of what an element holds. Of tables only the caption is told: other tests read cells."""
    parts = []
    for child in element.xpath("./*[not(@aria-hidden)]"):
        if child.tag == "aside" or any(name in child.get("class", "").split() for name in FURNITURE):
            continue
        inner = skeleton(child) if child.tag not in ("thead", "tbody", "tfoot", "h1", "h2", "h3", "p") else ""
        tag = "img" if child in pictures_in(element) else child.tag
        parts.append((f"{tag}({inner})" if inner else tag) if tag in TOLD else inner)
    return " ".join(filter(None, parts))


@pytest.mark.sampled(every=4)
@pytest.mark.parametrize("name", ARRANGEMENTS)
def test_an_arrangement_has_its_elements_in_reading_order(name: str, page: Element) -> None:
    """Headings, paragraphs, lists, tables with captions, figures with theirs, quotations with who said them."""
    section = sections(page)[list(ARRANGEMENTS).index(name)]
    assert skeleton(section) == f"h2 {ARRANGEMENTS[name].html}"


def test_every_word_is_there_once(page: Element) -> None:
    """As text or as what a picture shows, on its own slide, in no other order than was written."""
    for section, words in zip(page.xpath("//main[@class='slides']/section"), written().words, strict=True):
        shown = section.xpath(
            ".//text()[not(ancestor::*[@aria-hidden])] | .//img/@alt | .//svg[@role='img']/@aria-label"
        )
        found = [word.strip("“”*·,.") for text in shown for word in text.split() if "Word" in word]
        assert Counter(found) == Counter(words)


def test_captions_stand_with_what_they_are_of(page: Element) -> None:
    """A figure's caption is the last in it and its only one; no caption is anywhere else."""
    for figure in page.xpath("//figure"):
        captions = figure.xpath("./figcaption")
        assert captions == list(figure)[-1:] if captions else len(figure) == 1
    assert not page.xpath("//figcaption[not(parent::figure)] | //figure//figure | //blockquote//figcaption")
    assert not page.xpath("//table/*[position() > 1][self::caption]")


def test_a_credited_picture_leads_to_the_strip(document: Document, page: Element) -> None:
    """From its figure, be it alone in it or with a caption; each is in the data about pictures."""
    credited = page.xpath("//*[starts-with(@id, 'figure-')]")
    assert len(credited) == rendered(document).count('"@type":"ImageObject"') == CREDITED
    for one in credited:
        assert one.tag == "figure" and len(pictures_in(one)) == 1
        strip = page.get_element_by_id(one.get("aria-details"))
        assert strip.tag == "footer" and strip in one.xpath("ancestor::section//footer")


def test_classes_of_slots_are_those_of_the_theme(document: Document, page: Element) -> None:
    """What stands in a region beside others has a style and a place of its own, and no rule for a slot."""
    slots = {f"slot-{name}" for one in document.pages for name in one.layout.slots}
    classes = {name for one in page.xpath("//@class") for name in one.split() if name.startswith("slot-")}
    assert classes and classes <= slots


# --- Rules that no page may break -----------------------------------------------------------------


def ids_that_are_twice(page: Element) -> list[str]:
    """HTML, 3.2.6.1: an id is there once."""
    return [one for one, many in Counter(page.xpath("//@id")).items() if many > 1]


def ends_of_nowhere(page: Element) -> list[str]:
    """Links within the page and references lead to something."""
    known = set(page.xpath("//@id"))
    inside = [one.removeprefix("#") for one in page.xpath("//@href[starts-with(., '#')]")]
    named = page.xpath("//@aria-details | //@aria-labelledby | //@aria-describedby")
    return [one for one in [*inside, *named] if one not in known]


def skipped_levels(page: Element) -> list[str]:
    """A heading is at most one level below the one before it, and has words."""
    headings = page.xpath("//h1 | //h2 | //h3 | //h4")
    levels = [int(one.tag[1]) for one in headings]
    jumps = [one for before, one in zip([0, *levels], levels, strict=False) if one > before + 1]
    return [*map(str, jumps), *("empty" for one in headings if not one.text_content().strip())]


def misplaced_items(page: Element) -> list[str]:
    """HTML, 4.4.5 to 4.4.8: lists hold items, and items are in lists."""
    return [
        one.tag
        for one in page.xpath("//*[self::ul or self::ol]/*[not(self::li)] | //li[not(parent::ul or parent::ol)]")
    ]


def pictures_without_words(page: Element) -> list[str]:
    """Every picture says what it shows, or that it shows nothing."""
    return [lxml.html.tostring(one)[:80].decode() for one in page.xpath("//img[not(@alt)]")]


def headers_of_nothing(page: Element) -> list[str]:
    """A header says of what it is one, and has words; a table has headers."""
    lone = page.xpath("//th[not(@scope)] | //th[not(normalize-space())] | //table[not(.//th)]")
    return [one.tag for one in lone]


def blocks_in_texts(page: Element) -> list[str]:
    """Nothing stands in a paragraph or a heading that a parser would take out of it (HTML, 13.2.6.4.7)."""
    blocks = " or ".join(
        f"self::{name}" for name in ("div", "p", "ul", "ol", "table", "figure", "blockquote", "footer")
    )
    return [one.tag for one in page.xpath(f"//*[self::p or self::h1 or self::h2 or self::h3]//*[{blocks}]")]


def hidden_links(page: Element) -> list[str]:
    """What is hidden from readers cannot be reached by them."""
    return [one.tag for one in page.xpath("//*[@aria-hidden]/descendant-or-self::a[@href]")]


RULES = (
    ids_that_are_twice,
    ends_of_nowhere,
    skipped_levels,
    misplaced_items,
    pictures_without_words,
    headers_of_nothing,
    blocks_in_texts,
    hidden_links,
)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_no_rule_is_broken(rule, page: Element) -> None:
    """Those of HTML, and those that readers of pages by ear rely on."""
    assert rule(page) == []


BROKEN = """<div id=a><a href="#c">x</a><h1>A</h1><h3></h3><ul><p>x</p></ul><img><table><tr><th></th></tr></table>
<h2><div>x</div></h2><span aria-hidden=true><a href="https://example.org">x</a></span></div><div id=a></div>"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_can_be_broken(rule) -> None:
    """The test above would find it."""
    assert rule(lxml.html.fromstring(BROKEN))


# --- In Chromium ----------------------------------------------------------------------------------


@pytest.mark.outside
def test_a_browser_finds_the_same_elements(document: Document, page: Element, open_document: Open) -> None:
    """Its parser, which follows the standard where ours guesses, moves nothing."""
    tab = open_document(document)
    read = lxml.html.fromstring(tab.evaluate("document.querySelector('.slides').outerHTML"))
    assert [skeleton(one) for one in read.xpath("//section")[1:]] == [skeleton(one) for one in sections(page)]


@pytest.mark.outside
def test_lines_stand_where_layout_has_them(document: Document, open_document: Open) -> None:
    """Also those within groups, whose elements move nothing."""
    tab = open_document(document)
    for one in document.pages:
        show(tab, one.number)
        drawn, decided = drawn_lines(tab, one.number), [line for line in decided_lines(one) if line.text]
        assert [line.text for line in drawn] == [line.text for line in decided]
        for seen, line in zip(drawn, decided, strict=True):
            assert (seen.left, seen.right, seen.baseline) == pytest.approx(line[1:], abs=0.3)


PICTURES = """number => {
  const page = document.querySelector(`#slide-${number} > .page`), origin = page.getBoundingClientRect();
  const scale = origin.width / parseFloat(getComputedStyle(page).getPropertyValue("--page-width"));
  return [...page.querySelectorAll(".picture")].map(one => {
    const box = one.getBoundingClientRect();
    return [box.left - origin.left, box.top - origin.top, box.width, box.height].map(length => length / scale);
  });
}"""


@pytest.mark.outside
def test_pictures_stand_where_layout_has_them(document: Document, open_document: Open) -> None:
    """Alone, or in a figure with a caption."""
    tab = open_document(document)
    checked = 0
    for one in document.pages:
        show(tab, one.number)
        decided = [leaf.rect for leaf in one.leaves if hasattr(leaf.item, "crop")]
        for box, rect in zip(tab.evaluate(PICTURES, one.number), decided, strict=True):
            assert box == pytest.approx((rect.x, rect.y, rect.width, rect.height), abs=0.1)
            checked += 1
    assert checked == CREDITED


def accessible(tab: Tab, number: int) -> list[tuple[str, str]]:
    """Return role and name of what a screen reader is told of a slide, in order."""
    session = tab.context.new_cdp_session(tab)
    root = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    section = session.send("DOM.querySelector", {"nodeId": root, "selector": f"#slide-{number}"})["nodeId"]
    nodes = session.send("Accessibility.queryAXTree", {"nodeId": section})["nodes"]
    return [(one["role"]["value"], one.get("name", {}).get("value", "")) for one in nodes if not one.get("ignored")]


@pytest.mark.outside
def test_a_screen_reader_is_told_what_is_what(document: Document, open_document: Open) -> None:
    """Of a quotation below a table, and of pictures with captions."""
    tab = open_document(document)
    told, words = told_of(tab, "a quotation below a table")
    assert told == [
        ("heading", words[0]),
        ("table", words[5]),
        ("figure", ""),
        ("blockquote", ""),
        ("Figcaption", ""),
    ]
    told, words = told_of(tab, "two pictures")
    assert told == [
        ("heading", words[0]),
        ("figure", ""),
        ("image", words[1]),
        ("Figcaption", ""),
        ("figure", ""),
        ("image", words[4]),
        ("Figcaption", ""),
    ]


def told_of(tab: Tab, name: str) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    """Return what a screen reader is told of an arrangement, but for a table's parts, and the words on its slide."""
    number = list(ARRANGEMENTS).index(name) + 2
    show(tab, number)
    told = accessible(tab, number)
    return [one for one in told if one[0] in ("heading", "table", "figure", "blockquote", "Figcaption", "image")], (
        written().words[number - 1]
    )
