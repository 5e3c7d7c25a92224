"""What appears one by one elsewhere, in a deck."""

from __future__ import annotations

import pytest
import yaml

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.importing.deck_text import deck_text
from deckmaker.importing.imported import with_steps
from deckmaker.importing.markdown.blocks import Place
from deckmaker.importing.markdown.slides import read_deck_of_slides
from tests.importing.markdown_decks import imported
from tests.importing.test_own_presentations import imported as imported_again
from tests.projects import Project
from tests.stepped_deck import STEPPED


def test_our_own_presentations(tmp_path):
    """Slides whose texts appear by items say so, and others do not."""
    slides = imported_again(Project(tmp_path), STEPPED)
    assert [one.get("incremental", False) for one in slides] == [False, True, False, False, False, True, False]


def test_a_list_among_several_texts_and_on_the_first_slide(tmp_path):
    """What is parted from a title slide is stepped as well; a cell that begins as an item does is none."""
    deck = """title: T
incremental: true
slides:
  - title: T
    bullets: [a, b]
  - title: B
    content: ["Before:\\n\\n- a\\n- b", {table: {rows: [[a, b], [c, d]]}}, Words below]
"""
    assert [one.get("incremental", False) for one in imported_again(Project(tmp_path), deck)] == [
        False,
        True,
        True,
    ]
    assert with_steps({"title": "T", "table": {"rows": [["- a", "- b"]]}}) == {
        "title": "T",
        "table": {"rows": [["- a", "- b"]]},
    }


def test_what_pandoc_is_not_to_part(tmp_path):
    """A slide of a deck that is incremental."""
    found = imported("---\nincremental: true\n---\n\n# T\n\n## A\n\n::: nonincremental\n\n- a\n\n:::\n\n## B\n\n- b\n")
    assert [one.get("incremental") for one in found.slides] == ["false", None]


def test_pandocs_front_matter_and_divs():
    """For all lists, and for one."""
    found = imported("---\ntitle: T\nincremental: true\n---\n\n# A\n\n- a\n")
    assert found.deck["incremental"] == "true"
    found = imported(
        "# T\n\n## A\n\n::: incremental\n\n- a\n- b\n\n:::\n\n## B\n\n- c\n\n## C\n\n::: incremental\n\nd\n\n:::\n"
    )
    assert found.messages == []
    assert [one.get("incremental") for one in found.slides] == ["true", None, None]
    assert found.slides[0]["bullets"] == ["a", "b"]


@pytest.mark.parametrize("marker, stepped", [("*", True), ("-", False), ("1)", True), ("1.", False)])
def test_marps_lists(marker, stepped, tmp_path):
    """Of those with asterisks or parentheses, Marp shows one item after the other."""
    text = f"---\nmarp: true\n---\n\n# T\n\n---\n\n## A\n\n{marker} a\n"
    source = SourceFile("talk.md", text)
    deck = read_deck_of_slides(source, Place(tmp_path, tmp_path, is_marp=False), "T", None, Diagnostics())
    assert deck
    slide = yaml.safe_load(deck_text(deck))["slides"][1]
    assert slide.get("incremental", False) is stepped
