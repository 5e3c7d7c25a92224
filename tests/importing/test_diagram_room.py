"""Imported diagrams that no page has room for: what becomes of them, and that their deck builds."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.diagram_room import with_room_for_diagrams
from deckmaker.importing.imported import ImportedDeck
from tests.projects import Project, run

ROW = "\n".join(f"N{n}[Department {n}] --> N{n + 1}[Department {n + 1}]" for n in range(12))
"""Thirteen boxes, each of which leads to the next."""

TREE = "\n".join(f"Root --> N{n}[Department of things {n}]" for n in range(14))


@pytest.fixture
def project(tmp_path):
    """A project."""
    return Project(tmp_path)


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
    wide = {"direction": "right", "edges": [f"Department {n} -> Department {n + 1}" for n in range(12)]}
    small = {"edges": ["a -> b"]}
    key, at = place
    blocks = [{"diagram": small}, {"diagram": wide}] if at else [{"diagram": wide}, {"text": "x"}]
    slide = {"title": "T", key: blocks}
    (found,) = with_room_for_diagrams(ImportedDeck({"title": "T"}, [slide]), Diagnostics())
    assert found[key][1 - at] == blocks[1 - at]
    assert found[key][at] != blocks[at]


def test_a_slide_with_a_link_to_another_is_judged_by_its_diagram() -> None:
    """Alone, such a slide is a mistake, which is not the diagram's."""
    wide = {"direction": "right", "edges": [f"Department {n} -> Department {n + 1}" for n in range(12)]}
    slide = {"title": "T", "text": "[see](#other)", "diagram": wide}
    (found,) = with_room_for_diagrams(ImportedDeck({"title": "T"}, [slide]), Diagnostics())
    assert "bullets" in found
