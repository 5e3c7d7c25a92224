"""Slides that did not change are not resolved again; what depends on anything else is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from deckmaker.budget.bound import Bound
from deckmaker.diagnostics import Diagnostics
from deckmaker.memories import DeckMemory
from deckmaker.pipeline import read_stages
from deckmaker.resolve import allowance
from deckmaker.resolve.deck import _DeckResolver
from tests.projects import Project


@pytest.fixture
def resolved(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The indices of the slides that are resolved."""
    found: list[int] = []
    own: Callable[..., Any] = _DeckResolver._slide

    def counted(resolver: object, entry: object, index: int, minutes: float | None) -> Any:
        found.append(index)
        return own(resolver, entry, index, minutes)

    monkeypatch.setattr(_DeckResolver, "_slide", counted)
    yield found


class Author:
    """Somebody who changes a deck and looks at it each time."""

    def __init__(self, folder: Path) -> None:
        self.project = Project(folder)
        self.memory = DeckMemory()

    def look(self, *slides: str, head: str = "") -> str:
        """Return all that is said of a deck; it is what is said of it without a memory."""
        written = "".join(f"  - title: Slide {number}\n    {one}\n" for number, one in enumerate(slides))
        path = self.project.write(f"title: T\n{head}slides:\n  - title: Begin\n{written}")
        known, anew = Diagnostics(), Diagnostics()
        read_stages(path, known, memory=self.memory)
        said = self.project.shown(known)
        read_stages(path, anew)
        assert said == self.project.shown(anew)
        return said

    def looks(self, resolved: list[int], *slides: str, head: str = "") -> list[int]:
        """Return which slides are resolved with the memory."""
        resolved.clear()
        self.look(*slides, head=head)
        every = len(slides) + 1
        return resolved[:-every]


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """Somebody with a picture and a table."""
    one = Author(tmp_path)
    one.project.picture("a.png")
    (tmp_path / "rows.csv").write_text("A,B\n1,2\n", encoding="utf-8")
    return one


SLIDES = (
    "text: One.",
    "image: {file: ../a.png, alt: A crane at the quay, credit: Us}",
    "table: {file: ../rows.csv}",
)


def test_the_slide_that_changed_is_resolved_alone(author: Author, resolved: list[int]) -> None:
    """And all behind it where lines came between."""
    assert author.looks(resolved, *SLIDES) == [0, 1, 2, 3]
    assert author.looks(resolved, *SLIDES) == []
    assert author.looks(resolved, "text: Two.", *SLIDES[1:]) == [1]
    assert author.looks(resolved, "text: Two.", "text: >\n      Three\n      lines", SLIDES[2]) == [2, 3]


def test_a_file_that_changed_resolves_the_slides_that_show_it(author: Author, resolved: list[int]) -> None:
    """Though nothing changed in the deck."""
    author.look(*SLIDES)
    author.project.picture("a.png", (80, 60))
    assert author.looks(resolved, *SLIDES) == [2]
    (author.project.folder / "rows.csv").write_text("A,B\n1,3\n", encoding="utf-8")
    assert author.looks(resolved, *SLIDES) == [3]
    (author.project.folder / "a.png").unlink()
    assert "is not a file" in author.look(*SLIDES)


@pytest.mark.parametrize(
    "head", ["footer: Draft\n", "marking: Draft\n", "# A line\n", "sources: {a: {title: A}}\n", "overflow: error\n"]
)
def test_what_the_deck_says_besides_resolves_all(author: Author, resolved: list[int], head: str) -> None:
    """Even a comment: lines move."""
    author.look(*SLIDES)
    assert author.looks(resolved, *SLIDES, head=head) == [0, 1, 2, 3]


def test_another_section_resolves_all(author: Author, resolved: list[int]) -> None:
    """Slides say which they are in, and an agenda says all."""
    slides = ("section: Findings", "agenda: true", "text: One.")
    author.look(*slides)
    assert author.looks(resolved, "section: Remedies", *slides[1:]) == [0, 1, 2, 3]


def test_a_mistake_that_several_slides_make_is_said_when_the_first_of_them_goes(author: Author) -> None:
    """Each is looked at again, as long as there is something to say of it."""
    twice = ("text: '**a'", "image: {file: ../no.png, alt: A crane at the quay, credit: Us}", "text: '**b'")
    assert "no.png" in author.look(*twice)
    author.look(*twice)
    assert "no.png" in author.look("text: fine", *twice[1:])
    assert "no.png" not in author.look("text: fine", "text: fine", twice[2])


def test_values_that_are_meant_at_several_places_are_read_each_time(author: Author, resolved: list[int]) -> None:
    """Another line of the deck changes what a slide says."""
    author.look("text: &one One.", "text: *one")
    assert author.looks(resolved, "text: &one Two.", "text: *one") == [0, 1, 2]


def test_values_of_files_are_read_each_time(author: Author, resolved: list[int]) -> None:
    """They stand in the slides' texts without a word of them in the deck's file."""
    data = author.project.folder / "data.yaml"
    head = "variables: {night: {file: ../data.yaml}}\n"
    for word in ("loud", "quiet"):
        data.write_text(f"word: {word}\n", encoding="utf-8")
        assert author.looks(resolved, "text: It was {{ night.word }}.", head=head) == [0, 1]


def test_bounds_hold_for_what_is_known(author: Author, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a deck takes in all is what its slides take, resolved or known."""
    monkeypatch.setattr(allowance, "DECK_CHARACTERS", Bound(600, "characters", "a deck"))
    slides = ["text: " + "word " * 20] * 5
    assert "endless-deck" not in author.look(*slides)
    assert "endless-deck" in author.look(*slides, "text: " + "word " * 20)


def test_what_is_said_of_a_key_of_the_deck_stands_where_that_is_now(author: Author) -> None:
    """Though all slides stay where they were, and are known."""
    footer = f"footer: {'A draft for the board ' * 30}\n"
    assert "decks/deck.yaml:2:9" in author.look(*SLIDES, head=f"{footer}author: A\n")
    assert "decks/deck.yaml:3:9" in author.look(*SLIDES, head=f"author: A\n{footer}")
    marking = f"marking: {'For the board alone ' * 30}\n"
    assert "decks/deck.yaml:2:10" in author.look(*SLIDES, head=f"{marking}author: A\n")
    assert "decks/deck.yaml:3:10" in author.look(*SLIDES, head=f"author: A\n{marking}")


def test_a_link_leads_to_another_slide_when_ids_change(author: Author, resolved: list[int]) -> None:
    """The slide with the link is the same; what is said of it is not."""
    linked = "text: See [what it costs](#costs)."
    assert "no slide has the id `costs`" in author.look(linked, "id: cost")
    assert author.looks(resolved, linked, "id: costs") == [2]
    assert author.look(linked, "id: costs") == ""
    assert "slides 3 and 4 both have" in author.look(linked, "id: costs", "id: costs")
