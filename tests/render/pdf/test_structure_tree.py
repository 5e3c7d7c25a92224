"""The structure tree of decks: it agrees with the content, and its words are those of the layout, in reading order."""

from __future__ import annotations

from itertools import pairwise

import page as pdf_validation

from deckmaker.dataclasses import replace
from tests.render.pdf.decks import DECKS, document, every_deck, file, pdf, rendered
from tests.render.pdf.said_words import said_words
from tests.render.pdf.structure_check import problems_of
from tests.render.pdf.tagged_text import read_tagged


@every_deck
def test_the_tree_and_the_content_agree(deck: str) -> None:
    """Whose every mark is, and that nothing painted is nobody's."""
    assert problems_of(pdf(deck)) == []


@every_deck
def test_a_validator_finds_nothing(deck: str) -> None:
    """One that finds what is wrong in veraPDF's whole corpus of PDF/UA-1."""
    report = pdf_validation.validate_pdf_bytes(
        file(deck), profile="ua1", limits=pdf_validation.SafetyLimits.unlimited()
    )
    assert [one.rule_id for one in report.failures] == []


@every_deck
def test_its_words_are_those_of_the_layout(deck: str) -> None:
    """With the spaces at which lines end, and in reading order; elements that are no part of a line part words."""
    for page, section in zip(document(deck).pages, read_tagged(file(deck)), strict=True):
        assert " ".join(section.blocks).split() == said_words(page, document(deck).language), page.number


@every_deck
def test_every_slide_is_a_section_with_its_heading_first(deck: str) -> None:
    """A picture that lies under the title is read behind it."""
    for page, section in zip(document(deck).pages, read_tagged(file(deck)), strict=True):
        assert section.tag == "Sect"
        assert section.elements[0].tag in ("H1", "H2", "H3") and section.elements[0].text == page.title


@every_deck
def test_no_heading_is_more_than_one_level_below_the_one_before(deck: str) -> None:
    """The first is the document's."""
    levels = [int(one.tag[1]) for section in read_tagged(file(deck)) for one in section.walk() if one.tag[0] == "H"]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@every_deck
def test_every_page_has_a_structure_and_reads_by_it(deck: str) -> None:
    """As PDF/UA-1 wants of pages, in 7.18.3, and of the document, in 7.1."""
    opened = pdf(deck)
    assert {str(page.Tabs) for page in opened.pages} == {"/S"}
    assert opened.Root.MarkInfo.Marked
    assert [int(page.StructParents) for page in opened.pages] == sorted(
        {int(one.StructParents) for one in opened.pages}
    )


def test_a_page_without_items_is_an_empty_section() -> None:
    """As one is on which a template draws all there is."""
    whole = document(next(iter(DECKS)))
    empty = replace(whole, pages=(replace(whole.pages[0], placed=()),))
    (section,) = read_tagged(rendered(empty))
    assert (section.tag, section.kids) == ("Sect", [])
