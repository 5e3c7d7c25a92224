"""How much work a deck takes, counted, since a clock would tell another time on each machine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckmaker.fonts import Face
from deckmaker.fonts.face import face as face_for
from deckmaker.layout import context
from deckmaker.layout.diagram_nodes import SetWords
from deckmaker.layout.diagrams import NARROWER, DiagramSetter
from deckmaker.layout.place import SetBlock
from deckmaker.layout.sequences import SequenceItem, SequenceSetter
from deckmaker.layout.set_texts import GroupText
from deckmaker.layout.tables.block import TableBlock
from deckmaker.model import Paragraph
from deckmaker.text import Fitted, FrameText, KnownTexts
from deckmaker.theme import TextStyle, Theme
from tests.projects import Project

Shaped = list[tuple[str, str, bool]]

NUMBERS = ("one", "two", "six", "ten")
"""Words of the same length, so that each slide has as much to do."""


@pytest.fixture
def shaped(monkeypatch: pytest.MonkeyPatch) -> Iterator[Shaped]:
    """What HarfBuzz shapes: font file, text, and whether it is kerned. Nothing is known from before."""
    found: Shaped = []
    own = Face._shape

    def counted(face: Face, text: str, kerned: bool, **how: bool) -> object:
        found.append((face.path.name, text, kerned))
        return own(face, text, kerned, **how)

    monkeypatch.setattr(Face, "_shape", counted)
    face_for.cache_clear()
    yield found
    face_for.cache_clear()


def deck(slides: int) -> str:
    """Return a deck of so many slides, each with words of its own."""
    names = [f"{NUMBERS[i % 4]} {NUMBERS[i // 4 % 4]} {NUMBERS[i // 16 % 4]}" for i in range(slides)]
    texts = (
        f"  - layout: content\n    title: Night {name} on the quay\n"
        f"    text: Its ventilators, {name}, run until the ship leaves, and nobody aboard may switch them off.\n"
        f"    credit: {{creator: Port Authority, title: {name}}}\n"
        for name in names
    )
    return f"title: T\ntrail: [Home, Quay]\nfooter: A draft\nslides:\n{''.join(texts)}"


def test_each_text_is_shaped_once_in_each_face(tmp_path: Path, shaped: Shaped) -> None:
    """However often it is measured: at several sizes and widths, on several slides."""
    Project(tmp_path).document(deck(12))
    assert shaped and len(shaped) == len(set(shaped))


def test_twice_as_many_slides_take_twice_as_much(tmp_path: Path, shaped: Shaped) -> None:
    """Not more: what one slide costs does not depend on how many there are."""
    project = Project(tmp_path)
    project.document(deck(20))
    twenty = len(shaped)
    shaped.clear()
    face_for.cache_clear()
    project.document(deck(40))
    assert 1.5 * twenty < len(shaped) <= 2 * twenty


def test_a_text_that_is_the_same_on_every_slide_is_set_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The trail and the footer; of the credits and the numbers, here, each is another."""
    texts = []
    own = context.fit

    def fit(frames: list[FrameText], theme: Theme, known: KnownTexts | None = None) -> list[Fitted]:
        if known is None:  # else it is one of the slide's own
            texts.append(frames[0].paragraphs)
        return own(frames, theme, known)

    monkeypatch.setattr(context, "fit", fit)
    Project(tmp_path).document(deck(12))
    words = ["".join(one.text for one in paragraphs) for paragraphs in texts]
    assert words.count("Home / Quay") == words.count("A draft") == 1
    assert [words.count(str(number)) for number in range(1, 13)] == [1] * 12
    assert len(words) == 12 + 12 + 2


def test_a_part_of_a_table_is_set_once_when_all_are_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """For its page, and not before, to see what it takes of that: nothing stands below it but the last one's."""
    found: list[TableBlock] = []
    own = TableBlock.set

    def counted(block: TableBlock) -> SetBlock:
        found.append(block)
        return own(block)

    monkeypatch.setattr(TableBlock, "set", counted)
    rows = "\n".join(f"      - [berth {number}, {number}]" for number in range(100))
    head = "title: T\nslides:\n  - title: T\n  - title: Nights\n    overflow: split\n    table:\n      rows:\n"
    document = Project(tmp_path).document(head + rows.replace("      -", "        -"))
    parts = len(document.pages) - 1
    tries = 5  # of the whole slide, of the first part, and of the last, below which others may stand
    assert parts > 8 and len(found) <= parts + tries


def test_what_has_room_of_a_sequence_is_found_from_its_beginning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page holds three such events of thirty: nobody sets twenty-nine, twenty-eight and so on for each page."""
    found: list[str] = []
    own = SequenceSetter.text

    def counted(
        setter: SequenceSetter, text: GroupText, item: SequenceItem, x: float, y: float, width: float
    ) -> SetBlock:
        found.append(text[1])
        return own(setter, text, item, x, y, width)

    monkeypatch.setattr(SequenceSetter, "text", counted)
    words = "the harbour waits for the wind " * 12
    events = "".join(f"      - {{when: {one}, title: Permit, text: {words}}}\n" for one in range(30))
    document = Project(tmp_path).document(f"title: T\noverflow: split\nslides:\n  - title: B\n    timeline:\n{events}")
    pages = len(document.pages) - 1
    assert pages > 8
    assert len(found) < 900 * pages


def test_a_diagram_that_is_too_large_is_set_at_its_least_size_once_in_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not for each size of its words that is tried."""
    found: list[Paragraph] = []
    own = DiagramSetter._set

    def counted(setter: DiagramSetter, text: Paragraph, style: TextStyle, widest: float) -> SetWords:
        found.append(text)
        return own(setter, text, style, widest)

    monkeypatch.setattr(DiagramSetter, "_set", counted)
    arrows = [(n * n % 15, n * 7 % 13) for n in range(58)]
    edges = ", ".join(f'"N{one} -> N{other}: x {n}"' for n, (one, other) in enumerate(arrows))
    found_by_check = Project(tmp_path).read(f"title: T\nslides:\n  - title: T\n    diagram: [{edges}]\n")[1]
    assert [one.code for one in found_by_check] == ["text-too-long"]
    texts = len(arrows) + len({one for arrow in arrows for one in arrow})
    shares, places = 1 + len(NARROWER), 2  # to tell how high it is, and where it stands
    assert len(found) <= shares * places * texts
