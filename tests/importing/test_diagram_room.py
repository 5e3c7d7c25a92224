"""Imported diagrams that no page has room for: what becomes of them, and that their deck builds."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from deckmaker import layout
from deckmaker.blocks.diagram import Diagram
from deckmaker.budget.bound import Bound
from deckmaker.budget.decks import DECK_EDGES
from deckmaker.diagnostics import Diagnostics
from deckmaker.importing import diagram_room
from deckmaker.importing.diagram_room import with_room_for_diagrams
from deckmaker.importing.imported import ImportedDeck, Slide
from deckmaker.layout.document import Document
from deckmaker.model import Deck
from deckmaker.theme import Theme
from tests.projects import Project, run

ROW = "\n".join(f"N{n}[Department {n}] --> N{n + 1}[Department {n + 1}]" for n in range(12))
"""Thirteen boxes, each of which leads to the next."""

TREE = "\n".join(f"Root --> N{n}[Department of things {n}]" for n in range(14))


WIDE = {"direction": "right", "edges": [f"Department {n} -> Department {n + 1}" for n in range(12)]}
"""It has room on no slide."""


@pytest.fixture
def project(tmp_path):
    """A project."""
    return Project(tmp_path)


@pytest.fixture
def laid_out(monkeypatch: pytest.MonkeyPatch) -> list[Deck]:
    """The decks that are laid out."""
    found: list[Deck] = []
    own = layout.layout_deck

    def counted(deck: Deck, theme: Theme, diagnostics: Diagnostics) -> Document:
        found.append(deck)
        return own(deck, theme, diagnostics)

    monkeypatch.setattr(layout, "layout_deck", counted)
    return found


def with_room(slides: list[Slide]) -> tuple[list[Slide], Diagnostics]:
    """Return slides with each diagram in a form that has room, and what is said."""
    return with_room_for_diagrams(ImportedDeck({"title": "T"}, slides), said := Diagnostics()), said


def imported(markdown: str, project: Project) -> tuple[list[Any], str]:
    """Return the slides that Markdown becomes, and what is said; `check` finds no mistake in them."""
    file, deck = project.folder / "talk.md", project.folder / "decks" / "talk.yaml"
    file.write_text(markdown)
    result = run("import", file, "-o", deck, "--force")
    assert result.exit_code == 0, result.stderr
    checked = run("check", deck)
    assert checked.exit_code == 0, checked.stderr
    return yaml.safe_load(deck.read_text())["slides"], result.stderr


@pytest.mark.parametrize(
    ("flowchart", "first", "count"),
    [
        (f"graph LR\n{ROW}", "Department 0 → Department 1", 12),
        (f"graph TD\n{TREE}", "Root → Department of things 0", 14),
    ],
)
def test_a_diagram_without_room_is_a_list_of_its_arrows(
    flowchart: str, first: str, count: int, project: Project
) -> None:
    """It is told, with the slide's number."""
    slides, said = imported(f"# A\n\n## B\n\n```mermaid\n{flowchart}\n```\n", project)
    assert "diagram" not in slides[1]
    assert slides[1]["bullets"][0] == first
    assert len(slides[1]["bullets"]) == count
    assert "slide 2: a diagram that has no room is there as a list of its arrows" in said


def test_a_diagram_leads_another_way_where_that_has_room(project: Project) -> None:
    """Nothing of it is lost but its direction."""
    chain = "graph TD\n" + "\n".join(f"N{n}[Step {n}] --> N{n + 1}[Step {n + 1}]" for n in range(9))
    slides, said = imported(f"# A\n\n## B\n\n```mermaid\n{chain}\n```\n", project)
    assert "direction" not in slides[1]["diagram"]
    assert len(slides[1]["diagram"]["edges"]) == 9
    assert "leads another" in said


def test_what_stands_beside_a_diagram_counts(project: Project) -> None:
    """Seven boxes in a row have room alone; beside a table they may have none."""
    chain = "```mermaid\ngraph LR\n" + "\n".join(f"N{n} --> N{n + 1}" for n in range(6)) + "\n```\n"
    alone, said = imported(f"# A\n\n## B\n\n{chain}", project)
    assert alone[1]["diagram"]["direction"] == "right"
    assert "not-imported" not in said
    table = "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 6
    imported(f"# A\n\n## B\n\n{chain}\n{table}", project)  # which checks it


def test_a_list_is_no_second_one_of_its_key() -> None:
    """What an arrow means, boxes without arrows, and a list that was there are kept; so is a diagram where no form has
    room for it."""
    edges: list[Any] = [f"Department {n} -> Department {n + 1}" for n in range(30)]
    edges += [{"A -> B": "yes"}, {"edge": "B <-> C", "text": "no", "line": "dashed"}, {"edge": "C -- A"}]
    nodes = {"A": {"text": "All of it"}, "Alone": {"text": "Alone"}}
    slide = {"title": "T", "bullets": ["x"], "diagram": {"edges": edges, "nodes": nodes}}
    deck = ImportedDeck({"title": "T", "size": "4:3"}, [slide])
    (found,) = with_room_for_diagrams(deck, diagnostics := Diagnostics())
    assert found["bullets"] == ["x"]
    assert found["numbered"][30:] == ["All of it → B: yes", "B ↔ C: no", "C – All of it", "Alone"]
    assert [one.code for one in diagnostics] == ["not-imported"]
    full = {**slide, "numbered": ["y"]}
    assert with_room_for_diagrams(ImportedDeck({"title": "T"}, [full]), Diagnostics()) == [full]


@pytest.mark.parametrize("place", [("columns", 1), ("content", 0)])
def test_a_diagram_inside_another_block_is_found(place: tuple[str, int]) -> None:
    """It is one of two, and the other stays."""
    small = {"edges": ["a -> b"]}
    key, at = place
    blocks = [{"diagram": small}, {"diagram": WIDE}] if at else [{"diagram": WIDE}, {"text": "x"}]
    slide = {"title": "T", key: blocks}
    (found,) = with_room_for_diagrams(ImportedDeck({"title": "T"}, [slide]), Diagnostics())
    assert found[key][1 - at] == blocks[1 - at]
    assert found[key][at] != blocks[at]


def test_a_slide_with_a_link_to_another_is_judged_by_its_diagram() -> None:
    """Alone, such a slide is a mistake, which is not the diagram's."""
    slide = {"title": "T", "text": "[see](#other)", "diagram": WIDE}
    (found,) = with_room_for_diagrams(ImportedDeck({"title": "T"}, [slide]), Diagnostics())
    assert "bullets" in found


def test_diagrams_beyond_the_arrows_of_a_deck_are_lists_that_nobody_lays_out(
    laid_out: list[Deck], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice as many take no more work. Those up to there are judged as ever, also if they become lists."""
    monkeypatch.setattr(diagram_room, "DECK_EDGES", Bound(50, "arrows", "the diagrams of a deck"))
    slides: list[Slide] = [{"title": "T", "diagram": WIDE} for _ in range(20)]
    with_room(slides[:10])
    assert len(laid_out) == 3 * 4
    found, said = with_room(slides)
    assert len(laid_out) == 2 * 3 * 4
    assert all(len(one["bullets"]) == 12 for one in found)
    messages = [one.message for one in said]
    assert messages[3:5] == [
        "slide 4: a diagram that has no room is there as a list of its arrows",
        "slide 5: a diagram is there as a list: with it, the diagrams of the file have more than 50 arrows",
    ]
    assert len(messages) == 20
    assert [one.help for one in said][-1] == "import the file in parts: the diagrams of a deck may have 50 arrows"


def test_a_deck_may_have_all_of_its_arrows(laid_out: list[Deck]) -> None:
    """Arrows in a row count each; what the next diagram has is too much."""
    full = {"edges": ["a -> b -> c"] * (DECK_EDGES.most // 50 // 2)}
    slides: list[Slide] = [{"title": "T", "diagram": full} for _ in range(50)]
    found, said = with_room([*slides, {"title": "T", "diagram": {"edges": ["d -> e"]}}])
    assert found[:50] == slides
    assert found[50] == {"title": "T", "bullets": ["d → e"]}
    assert len(laid_out) == 50
    assert len(list(said)) == 1


@pytest.mark.parametrize("many", [2, 8])
def test_a_slide_is_laid_out_a_few_times_however_many_diagrams_it_has(many: int, laid_out: list[Deck]) -> None:
    """Those without room become lists, also where they are several, and those with room stay."""
    small = {"edges": ["a -> b"]}
    blocks = [{"diagram": one} for one in (small, WIDE) * many]
    (found,), said = with_room([{"title": "T", "content": blocks}])
    assert found["content"][::2] == blocks[::2]
    assert all("bullets" in one for one in found["content"][1::2])
    assert {one.message for one in said} == {"slide 1: a diagram that has no room is there as a list of its arrows"}
    diagrams = [sum(isinstance(one, Diagram) for one in deck.slides[1].blocks) for deck in laid_out]
    assert sum(one > 1 for one in diagrams) == 3
    assert sum(diagrams) <= 3 * 2 * len(blocks)


def test_a_slide_whose_diagram_is_too_much_and_no_list_is_not_laid_out(
    laid_out: list[Deck], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lists of both kinds stand beside it. Its deck says that it has too many arrows."""
    monkeypatch.setattr(diagram_room, "DECK_EDGES", Bound(12, "arrows", "the diagrams of a deck"))
    lists = {"bullets": ["x"], "numbered": ["y"]}
    slide = {"title": "T", "columns": [{"diagram": WIDE}, {**lists, "diagram": {"edges": ["a -> b"]}}]}
    (found,), said = with_room([slide])
    assert found == slide
    assert not laid_out and not list(said)
