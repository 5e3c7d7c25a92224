"""Blocks: what a slide's keys become, in the order of the file."""

from __future__ import annotations

from itertools import permutations

import pytest

from deckmaker.diagnostics import Diagnostics
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.model import Columns, Deck, Heading, Marker, Picture, TextBlock
from deckmaker.resolve import resolve_deck
from deckmaker.source import parse_yaml, read_source
from tests.projects import DECK, Project

KEYS = {
    "text": "    text: Words\n",
    "bullets": "    bullets: [a, b]\n",
    "numbered": "    numbered: [c]\n",
    "image": "    image: {file: ../berth.png, alt: A, credit: B}\n",
}


def resolve(project: Project, text: str) -> Deck:
    """Take a deck without mistakes to its meaning."""
    diagnostics = Diagnostics()
    tree = parse_yaml(read_source(project.write(text), diagnostics), diagnostics)
    deck = resolve_deck(validate(DeckEntry, tree, diagnostics), tree, project.deck, diagnostics)
    assert project.shown(diagnostics) == ""
    return deck


def kind(block) -> str:
    """Return the key that a block comes from."""
    if isinstance(block, Picture):
        return "image"
    markers = {Marker.NONE: "text", Marker.BULLET: "bullets", Marker.NUMBER: "numbered"}
    return markers[block.paragraphs[0].marker]


@pytest.mark.parametrize("order", list(permutations(KEYS)), ids=" ".join)
def test_blocks_follow_the_order_of_the_keys(order, tmp_path):
    """A list before a text stands before it on the slide."""
    project = Project(tmp_path)
    project.picture("berth.png")
    deck = resolve(project, DECK + "".join(KEYS[key] for key in order))
    assert tuple(kind(block) for block in deck.slides[0].blocks) == order


def test_a_blank_line_begins_a_paragraph_in_texts_and_notes(tmp_path):
    """Lines of one paragraph are joined."""
    text = "|\n      One\n      two.\n\n      \n      Three.\n"
    slide = resolve(Project(tmp_path), f"{DECK}    text: {text}    notes: {text}").slides[0]
    (block,) = slide.blocks
    assert [paragraph.text for paragraph in block.paragraphs] == ["One two.", "Three."]
    assert [note.text for note in slide.notes] == ["One\ntwo.", "Three."]


def test_nested_items_follow_their_item_one_level_deeper(tmp_path):
    """Numbers begin again in each nested list and go on after it."""
    slide = resolve(Project(tmp_path), f"{DECK}    numbered: [a, b: [c, d: [e]], f]\n").slides[0]
    (block,) = slide.blocks
    assert [(p.text, p.level, p.number) for p in block.paragraphs] == [
        ("a", 0, 1),
        ("b", 0, 2),
        ("c", 1, 1),
        ("d", 1, 2),
        ("e", 2, 1),
        ("f", 0, 3),
    ]


def test_columns_hold_a_heading_and_blocks_each(tmp_path):
    """The two columns keep their order and the order of their keys."""
    columns = "    columns: [{heading: A, bullets: [x], text: y}, {text: z}]\n"
    (block,) = resolve(Project(tmp_path), DECK + columns).slides[0].blocks
    assert isinstance(block, Columns)
    first, second = block.flows
    heading, *others = first.blocks
    assert isinstance(heading, Heading) and heading.paragraph.text == "A"
    assert [kind(one) for one in others] == ["bullets", "text"]
    assert all(isinstance(one, TextBlock) for one in second.blocks)


def test_what_is_not_written_is_not_there(tmp_path):
    """A slide with a title alone has nothing else, and the deck its defaults."""
    deck = resolve(Project(tmp_path), DECK)
    assert (deck.language, deck.trail, deck.logo) == ("en", (), None)
    slide = deck.slides[0]
    assert (slide.blocks, slide.credits, slide.notes, slide.section, slide.layout) == ((), (), (), None, None)
