"""Slides that did not change are not laid out again, and are the same as if they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.diagnostics import Diagnostics, SourceFile
from deckmaker.language.deck import DeckEntry
from deckmaker.language.validation import validate
from deckmaker.layout import Document, layout_deck, parts
from deckmaker.layout.memory import LayoutMemory
from deckmaker.model import Slide
from deckmaker.resolve import resolve_deck
from deckmaker.source import parse_yaml
from deckmaker.theme import load_theme
from tests.projects import Project, place


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Slide]]:
    """The slides that are laid out, not those that are known."""
    found: list[Slide] = []
    own = parts.layout_slide

    def counted(slide: Slide, *rest: object, **more: object) -> object:
        found.append(slide)
        return own(slide, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(parts, "layout_slide", counted)
    yield found


class Author:
    """Somebody who changes a deck and looks at it each time."""

    def __init__(self, folder: Path) -> None:
        self.project = Project(folder)
        self.memory = LayoutMemory()

    def look(self, text: str, theme: str = "briefing", memory: LayoutMemory | None = None) -> tuple[Document, str]:
        """Return the deck laid out, and all that is said of it."""
        path, diagnostics = self.project.write(text), Diagnostics()
        tree = parse_yaml(SourceFile("deck.yaml", text), diagnostics)
        entry = tree and validate(DeckEntry, tree, diagnostics)
        assert tree and entry
        chosen = load_theme(theme, "16:9", path, place(), diagnostics)
        assert chosen
        deck = resolve_deck(entry, tree, path, diagnostics)
        document = layout_deck(deck, chosen, diagnostics, memory or self.memory)
        return document, self.project.shown(diagnostics)


def deck(
    count: int, changed: int | None = None, word: str = "loud", footer: str = "Draft", marking: str = "Draft"
) -> str:
    """Return a deck of so many slides, one of them with another word, one too full and one with a strange sign."""
    words = [word if number == changed else "quiet" for number in range(count)]
    slides = [
        f"  - title: Night {number}\n    text: It was {own} in night {number}^[At {number}.].\n"
        for number, own in enumerate(words)
    ]
    slides[3] += f"    bullets: [{', '.join(['Ventilators run all night, and nobody sleeps'] * 40)}]\n"
    slides[5] += "    columns: [{heading: A, text: \U0001f9d1\u200d\U0001f680 b}, {table: {rows: [[a, b], [c, d]]}}]\n"
    return f"title: T\nfooter: {footer}\nmarking: {marking}\nslides:\n{''.join(slides)}"


@pytest.mark.slow
def test_one_changed_slide_of_two_hundred_is_laid_out_alone(tmp_path: Path, laid_out: list[Slide]) -> None:
    """The others are known, wherever they stand in the file by then."""
    author = Author(tmp_path)
    author.look(deck(200))
    assert len(laid_out) >= 200
    laid_out.clear()
    author.look(deck(200, changed=7))
    assert [one.title.text for one in laid_out if one.title] == ["Night 7"]


@pytest.mark.sampled(every=2)
@pytest.mark.parametrize("word", ["loud", "loud\n      on both quays\n      and at sea"])
def test_what_is_known_is_as_if_it_were_laid_out_anew(tmp_path: Path, word: str) -> None:
    """To the places of what is reported, when lines were added above."""
    author = Author(tmp_path)
    author.look(deck(12))
    known, said = author.look(deck(12, changed=2, word=word))
    fresh, said_anew = author.look(deck(12, changed=2, word=word), memory=LayoutMemory())
    assert known == fresh and said == said_anew
    spans = [[one.span for one in page.leaves] for page in known.pages]
    assert spans == [[one.span for one in page.leaves] for page in fresh.pages]


@pytest.mark.slow
def test_another_theme_or_footer_forgets_all(tmp_path: Path, laid_out: list[Slide]) -> None:
    """What stands on every slide is part of each."""
    author = Author(tmp_path)
    final = deck(12, footer="Final")
    for text, theme in (
        (deck(12), "briefing"),
        (deck(12), "plain"),
        (final, "plain"),
        (deck(12, marking="A"), "plain"),
    ):
        laid_out.clear()
        author.look(text, theme)
        assert len({one.title.text for one in laid_out if one.title}) >= 12


def test_a_slide_that_went_and_came_back_is_laid_out_again(tmp_path: Path, laid_out: list[Slide]) -> None:
    """Only the last deck is remembered, so that the memory does not grow."""
    author = Author(tmp_path)
    for count in (12, 6, 12):
        laid_out.clear()
        author.look(deck(count))
    assert {one.title.text.split(" (")[0] for one in laid_out if one.title} >= {f"Night {n}" for n in range(6, 12)}


def test_another_size_of_titles_lays_out_all(tmp_path: Path, laid_out: list[Slide]) -> None:
    """As one of them needs that has become longer; one that needs none does not."""
    author = Author(tmp_path)
    author.look(deck(12))
    for title, count in (("Night 7 and what came of it", 1), ("Night 7 and what the port, the city and all the", 12)):
        laid_out.clear()
        longer = title if count == 1 else f"{title} lines have agreed upon for it and its neighbours"
        author.look(deck(12).replace("title: Night 7\n", f"title: {longer}\n"))
        assert len({one.span.line for one in laid_out}) == count
