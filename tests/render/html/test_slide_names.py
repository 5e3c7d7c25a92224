"""What slides are called in addresses."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckmaker.render.html.slide_names import slide_names
from tests.render.html.decks import document, tree


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        (["What we found"], ["what-we-found"]),
        (["Lärm & Nächte: 61 dB(A)!"], ["lärm-nächte-61-db-a"]),
        (["Straße", "Λόγος", "İzmir"], ["straße", "λόγος", "i̇zmir"]),
        (["It’s O'Neill"], ["its-oneill"]),
        (["我们的发现"], ["我们的发现"]),
        (["हिन्दी में", "สวัสดี"], ["हिन्दी-में", "สวัสดี"]),
        (["Nights \u2764\ufe0f"], ["nights"]),
        (["Same", "same", "SAME!"], ["same", "same-2", "same-3"]),
        (["2024", "Slide 3", ""], ["_2024", "_slide-3", None]),
        (["…"], [None]),
        (["word " * 30], ["-".join(["word"] * 12)]),
        (["x" * 90], ["x" * 60]),
    ],
)
def test_a_name_is_the_titles_words(titles: list[str], names: list[str | None]) -> None:
    """In small letters, with hyphens; none is another's, or looks like a number."""
    assert slide_names((None, title) for title in titles) == names


def test_an_id_is_a_slides_name() -> None:
    """Before any title, and however it is written; of one id, the later slides have their count."""
    slides = [(None, "Costs"), ("Costs", "A"), ("the wall", "B"), ("costs", "C"), ("", "The wall"), ("…", "D")]
    assert slide_names(slides) == ["costs-3", "costs", "the-wall", "costs-2", "the-wall-2", "d"]


@given(st.lists(st.text("aA b-2", max_size=4)))
def test_no_two_names_are_the_same(titles: list[str]) -> None:
    """Whatever the titles, and whatever a count at the end makes of them."""
    names = [name for name in slide_names((None, title) for title in titles) if name]
    assert len(names) == len(set(names))


def test_slides_bear_their_names() -> None:
    """Each in the page, in order."""
    names = slide_names((page.id, page.title) for page in document("showcase").pages)
    assert [slide.get("data-name") for slide in tree("showcase").xpath("//section")] == names
