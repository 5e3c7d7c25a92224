"""Any words in any shape of a presentation: they are on the slides of a deck that can be built."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Inches

from deckmaker.diagnostics import Diagnostics
from deckmaker.pipeline import read_document
from tests.importing.presentations import (
    CONTENT,
    TITLE_ONLY,
    body_of,
    content_slide,
    imported,
    presentation,
    slide_of,
    text_box,
)

WORDS = st.text(st.sampled_from("ab *_`[]<>\\#-1.:{}|~^"), min_size=1, max_size=12).map(lambda text: f"w{text}w")


@given(
    st.lists(
        st.tuples(st.sampled_from(["body", "box", "table", "runs"]), st.lists(WORDS, min_size=1, max_size=4)),
        min_size=1,
        max_size=5,
    )
)
def test_every_presentation_becomes_a_deck_that_can_be_built_with_all_its_words(tmp_path_factory, parts):
    """Whatever signs they hold: what the deck's own reader shows is what PowerPoint showed."""

    slides = [partial(_add_slide, kind=kind, words=words) for kind, words in parts]
    found, _ = imported(presentation(*slides))
    path = tmp_path_factory.getbasetemp() / "talk.yaml"
    path.write_text(found.text)
    diagnostics = Diagnostics()
    document = read_document(path, diagnostics)
    assert [f"{one.code}: {one.message}" for one in diagnostics if one.severity.value == "error"] == []
    assert document
    shown = _signs("".join(text for page in document.pages for text in _texts(page)))
    for _, words in parts:
        for word in words:
            assert _signs(word) in shown, (word, shown)


def _add_slide(found: Any, kind: str, words: list[str]) -> None:
    slide = content_slide(found, "Slide", CONTENT if kind == "body" else TITLE_ONLY)
    if kind == "body":
        body_of(slide, *enumerate(words))
    elif kind == "box":
        text_box(slide, "\n".join(words), 1, 2)
    elif kind == "runs":
        one = text_box(slide, "", 1, 2).text_frame.paragraphs[0]
        for position, word in enumerate(words):
            run = one.add_run()
            run.text, run.font.bold, run.font.italic = word, position % 2 == 0, position % 3 == 0
    else:
        table = slide.shapes.add_table(2, len(words), Inches(1), Inches(2), Inches(6), Inches(1)).table
        for column, word in enumerate(words):
            table.cell(0, column).text = word
            table.cell(1, column).text = "1"


def _signs(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _texts(page: Any) -> list[str]:
    from deckmaker.layout.document import TableItem, TextItem

    found = []
    for leaf in page.leaves:
        if isinstance(leaf.item, TextItem):
            found.append(leaf.item.text)
        elif isinstance(leaf.item, TableItem):
            found += [cell.text.text for cell in leaf.item.cells]
    return found


@pytest.mark.parametrize("place", ["text", "table"])
@pytest.mark.parametrize(("shown", "expected"), [("7", "See page 7 of 9"), ("\u2039#\u203a", "See page 2 of 9")])
def test_the_number_of_a_slide_within_words_stays(place, shown, expected):
    """What a program has not filled in yet is the number that it shows."""

    def make(found):
        slide = content_slide(found)
        frame = slide.placeholders[1].text_frame
        if place == "table":
            table = slide.shapes.add_table(2, 1, Inches(1), Inches(4), Inches(6), Inches(1)).table
            frame = table.cell(1, 0).text_frame
        frame.text = "See page "
        field = (
            f'<a:fld {nsdecls("a")} id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum"><a:t>{shown}</a:t>'
        )
        frame.paragraphs[0]._p.append(parse_xml(f"{field}</a:fld>"))
        frame.paragraphs[0].add_run().text = " of 9"

    found = slide_of(make)
    assert expected in str(found)
