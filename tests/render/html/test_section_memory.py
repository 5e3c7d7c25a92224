"""Sections that did not change are not drawn again, and the page is the very same as if they were."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.memories import DeckMemory
from deckmaker.pipeline import read_stages
from deckmaker.render.html.page import drawn_page
from deckmaker.render.html.pieces import write
from deckmaker.render.html.section import SectionWriter
from deckmaker.render.html.section_memory import SectionMemory
from tests.projects import Project
from tests.samples import examples

KINDS = (
    "text: It was {word} on **both quays**^[At {word}.].",
    "image: {{file: ../a.png, alt: A crane {word}, credit: '{word}'}}",
    "image: {{file: ../b.png, alt: A quay, credit: {{title: Berth, creator: '{word}', license: CC-BY-4.0}}}}",
    "image: {{file: ../c.svg, alt: A drawing}}\n    text: '{word}'",
    "table: {{rows: [[Berth, '{word}'], [Four, 12]]}}",
    "chart: {{type: bar, rows: [[Year, Nights], ['2019', 12], ['2020', 30]], alt: '{word}'}}",
    "quote: {{text: We slept {word}., by: A neighbour}}",
    "text: The signs ∑ and ℓ, and {word}",
    "notes: Say that it was {word}.",
    "section: Part {word}",
    "agenda: true\n    notes: '{word}'",
    "table: {{file: ../rows.csv}}\n    notes: '{word}'",
    "text: It was &{word} and {word}",
    "columns:\n      - {{heading: '{word}', text: A.}}\n      # {word}\n      - {{image: {{file: ../a.png, alt: A}}}}",
    "bullets: [{word}, 'Ω ß ж {word}']",
    "id: '{word}'\n    text: 'It was {word}, as [the other slide](#quiet) says.'",
)
"""What slides hold: pictures that others show, too, figures with credits, drawings, charts, other scripts, links."""

WORDS = ("loud", "quiet", "Ωmega", "zwölf", "ffi", "nights\n\n      and days")

WAYS = ("change", "add", "drop", "swap", "footer", "comment", "picture", "rows", "mistake")

SLIDE = st.tuples(st.sampled_from(KINDS), st.sampled_from(WORDS), st.sampled_from(("Night", "Day", "Berth 4")))
EDIT = st.tuples(st.sampled_from(WAYS), st.integers(0, 7), SLIDE)


class Author:
    """Somebody who edits a deck, whose page stays open."""

    def __init__(self, folder: Path) -> None:
        self.project = Project(folder)
        for name in ("a.png", "b.png"):
            self.project.picture(name)
        (folder / "c.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><path d="M0 0h9v6z"/></svg>', encoding="utf-8"
        )
        self.slides = [(kind, "loud", "Night") for kind in KINDS[:5]]
        self.footer = "Draft"
        self.comments = ""
        self.rows("loud")
        self.memories = DeckMemory(), SectionMemory()

    def edit(self, way: str, place: int, slide: tuple[str, str, str]) -> None:
        """Change the deck."""
        at = place % len(self.slides)
        if way == "change":
            self.slides[at] = slide
        elif way == "add":
            self.slides.insert(at, slide)
        elif way == "drop" and len(self.slides) > 2:
            del self.slides[at]
        elif way == "swap":
            self.slides[at], self.slides[0] = self.slides[0], self.slides[at]
        elif way == "footer":
            self.footer = slide[2]
        elif way == "comment":
            self.comments += "# A line\n"
        elif way == "picture":
            self.project.picture("a.png", (8 + place, 6))
        elif way == "rows":
            self.rows(slide[1])
        elif way == "mistake":
            self.look("title: [")

    def rows(self, word: str) -> None:
        """Write a table's file."""
        text = f"Berth,Nights\n{word.split(maxsplit=1)[0]},1\n"
        (self.project.folder / "rows.csv").write_text(text, encoding="utf-8")

    def look(self, text: str) -> None:
        """Look at something else, as at a file that is half written."""
        read_stages(self.project.write(text), Diagnostics(), memory=self.memories[0])

    def text(self) -> str:
        """Return the deck."""
        slides = (f"  - title: {title}\n    {kind.format(word=word)}\n" for kind, word, title in self.slides)
        return f"{self.comments}title: T\nfooter: {self.footer}\nslides:\n  - title: Begin\n{''.join(slides)}"

    def page(self, deck: DeckMemory, sections: SectionMemory) -> bytes:
        """Return the page, written whole, unless the deck has mistakes, and what is said of the deck."""
        diagnostics = Diagnostics()
        read = read_stages(self.project.write(self.text()), diagnostics, memory=deck)
        stream = BytesIO()
        if read:
            write(drawn_page(read.document, sections).pieces("key"), stream)
        return stream.getvalue() + self.project.shown(diagnostics).encode()


@pytest.mark.slow
@settings(max_examples=examples(25), phases=[Phase.generate])  # to shrink what fails would take minutes
@given(st.lists(EDIT, min_size=8, max_size=8))
def test_a_page_after_edits_is_the_page_of_a_fresh_build(edits: list[tuple[str, int, tuple[str, str, str]]]) -> None:
    """Byte for byte, and so is what is said of the deck: 200 edits in all."""
    with TemporaryDirectory() as folder:
        author = Author(Path(folder))
        for edit in edits:
            author.edit(*edit)
            assert author.page(*author.memories) == author.page(DeckMemory(), SectionMemory())


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The numbers of the sections that are drawn."""
    numbers: list[int] = []
    own: Callable[..., object] = SectionWriter.section

    def counted(writer: SectionWriter, page: object, name: str | None) -> object:
        numbers.append(page.number)  # type: ignore[attr-defined]
        return own(writer, page, name)

    monkeypatch.setattr(SectionWriter, "section", counted)
    yield numbers


def test_of_slides_of_which_one_changed_one_is_drawn(tmp_path: Path, drawn: list[int]) -> None:
    """Wherever the others stand in the file by then."""
    author = Author(tmp_path)
    author.page(*author.memories)
    assert drawn == [1, 2, 3, 4, 5, 6]
    drawn.clear()
    author.slides[0] = (KINDS[0], WORDS[-1], "Night")
    author.page(*author.memories)
    assert drawn == [2]


def test_a_picture_that_another_slide_shows_now_is_drawn_anew_on_both(tmp_path: Path, drawn: list[int]) -> None:
    """Where it stands once for both, each refers to it."""
    author = Author(tmp_path)
    author.page(*author.memories)
    drawn.clear()
    author.slides[4] = author.slides[1]
    author.page(*author.memories)
    assert set(drawn) == {3, 6}


def test_a_figure_less_renames_those_after_it(tmp_path: Path, drawn: list[int]) -> None:
    """The ids of figures are counted through the page; slides without any stay."""
    author = Author(tmp_path)
    author.page(*author.memories)
    drawn.clear()
    author.slides[1] = author.slides[3]
    author.page(*author.memories)
    assert drawn == [3, 4]


def test_another_theme_draws_all(tmp_path: Path, drawn: list[int]) -> None:
    """Its styles are in each section."""
    author = Author(tmp_path)
    author.page(*author.memories)
    drawn.clear()
    own = author.text
    author.text = lambda: f"theme: plain\n{own()}"  # type: ignore[method-assign]
    author.page(*author.memories)
    assert drawn == [1, 2, 3, 4, 5, 6]
