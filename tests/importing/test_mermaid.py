"""Flowcharts of Mermaid: what becomes a diagram, and what stays as it is."""

from __future__ import annotations

from io import BytesIO
from json import dumps
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from deckmaker.diagnostics import Diagnostics
from deckmaker.importing.markdown.mermaid import diagram_of
from deckmaker.importing.marks import literal
from deckmaker.pictures.metadata import words_of
from deckmaker.render.registry import load_renderer
from tests.hostile.work import calls_of
from tests.projects import DECK, Project


@pytest.mark.parametrize(
    ("written", "edges", "nodes"),
    [
        ("graph LR; A --> B", ["A -> B"], None),
        ("graph LR;A-->B;B-->C;", ["A -> B", "B -> C"], None),
        ("flowchart TD\n  A --> B --> C %% a comment", ["A -> B", "B -> C"], None),
        ("graph\nA[Order] -->|sent| B(Ship)", [{"Order -> Ship": "sent"}], None),
        ("graph LR\nA -- in stock --> B", [{"A -> B": "in stock"}], None),
        ("graph LR\nA --- B\nC <--> D\nE ==> F", ["A -- B", "C <-> D", "E -> F"], None),
        ("graph LR\nA -.-> B", [{"edge": "A -> B", "line": "dashed"}], None),
        ("graph LR\nA -. later .-> B", [{"edge": "A -> B", "text": "later", "line": "dashed"}], None),
        ("graph LR\nA & B --> C & D", ["A -> C", "A -> D", "B -> C", "B -> D"], None),
        (
            "graph LR\nA{Ready?} --> B((Go))",
            ["Ready? -> Go"],
            {"Ready?": {"shape": "diamond"}, "Go": {"shape": "ellipse"}},
        ),
        (
            "graph LR\nA([Start]) --> B[[Sub]] --> C[(Store)]",
            ["Start -> Sub", "Sub -> Store"],
            {"Start": {"shape": "round"}},
        ),
        ('graph LR\nA["One -> two"] --> B', ["A -> B"], {"A": {"text": "One -> two"}}),
        ("graph LR\nA[Same] --> B[Same]", ["A -> B"], {"A": {"text": "Same"}, "B": {"text": "Same"}}),
        ('graph LR\nA["2 * 3 #quot;x#quot; <br/> *y*"] --> B', [r'2 \* 3 "x" \*y\* -> B'], None),
        ("graph LR\nA:::big --> B\nclassDef big fill:#f00\nstyle A fill:#fff\nclick A callback", ["A -> B"], None),
        ("graph LR\nA-->B; style A fill:#f9f; B-->C\nC-->D", ["A -> B", "B -> C", "C -> D"], None),
        ("graph LR\nstyle-guide --> Page", ["style-guide -> Page"], None),
        (
            *("graph LR\nA-->B\nC[Alone]\nLonely\nD{Kept}", ["A -> B"]),
            {"Alone": {"text": "Alone"}, "Lonely": {"text": "Lonely"}, "Kept": {"shape": "diamond"}},
        ),
        ("graph LR\nfrom-here --> to.there", ["from-here -> to.there"], None),
        ("graph LR\nA[fa:fa-car A car] --> B", ["A car -> B"], None),
    ],
)
def test_a_flowchart_becomes_a_diagram(written: str, edges: list[object], nodes: object) -> None:
    """Its nodes are called by their words, where these are theirs alone."""
    found = diagram_of(written)
    assert found is not None
    assert (found["edges"], found.get("nodes")) == (edges, nodes)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "sequenceDiagram\nA->>B: hi",
        "graph TD",
        "graph BT\nA --> B",
        "graph LR\nsubgraph one\nA --> B\nend",
        "graph LR\nA --x B",
        "graph LR\nA---oB",
        "graph LR\nA---xB",
        "graph LR\nA --> B[",
        "graph LR\nA --> B[a] nonsense",
        "graph LR\n" + "\n".join(f"a{one} --> b{one}" for one in range(30)),
        "graph LR\n" + "\n".join("A --> B" for _ in range(61)),
        "graphviz LR\nA --> B",
    ],
)
def test_what_decks_have_not_is_no_diagram(written: str) -> None:
    """It stays a code block."""
    assert diagram_of(written) is None


def test_markdown_with_a_flowchart_becomes_a_deck_that_builds(tmp_path: Path) -> None:
    """And one that goes out as Markdown comes back."""
    project = Project(tmp_path)
    document = project.document(DECK + "  - title: A\n    diagram: [A -> B, {B -> C: yes}, C -- A]\n")
    stream, diagnostics = BytesIO(), Diagnostics()
    load_renderer("md", diagnostics).render(document, stream, diagnostics)
    text = stream.getvalue().decode()
    flowchart = text.partition("```mermaid\n")[2].partition("```")[0]
    assert diagram_of(flowchart) == {
        "direction": "right",
        "edges": ["A -> B", {"B -> C": "yes"}, "C -- A"],
    }


def test_words_are_no_markup_in_a_flowchart(tmp_path: Path) -> None:
    """Mermaid makes HTML of labels."""
    project = Project(tmp_path)
    said = "{edges: [a -> b], nodes: {a: '\\<script>alert(1)\\</script>', b: 'Q & A'}}"
    document = project.document(f"{DECK}  - title: A\n    diagram: {said}\n")
    stream, diagnostics = BytesIO(), Diagnostics()
    load_renderer("md", diagnostics).render(document, stream, diagnostics)
    flowchart = stream.getvalue().decode().partition("```mermaid\n")[2].partition("\n```")[0]
    assert not {"<", "&"} & set(flowchart)
    found = diagram_of(flowchart)
    assert found and found["edges"] == ["<script>alert(1)</script> -> Q & A"]


names = st.text(st.sampled_from('ab →>-<"#*|[]{}()`\\;%&é'), min_size=1, max_size=6).filter(str.strip)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(said=st.lists(names, min_size=2, max_size=5, unique=True))
def test_any_words_go_out_and_come_back(said: list[str], tmp_path: Path) -> None:
    """Whatever signs they have: of a diagram, as a flowchart, as a diagram."""
    nodes = dumps({f"n{index}": literal(one) for index, one in enumerate(said)}, ensure_ascii=False)
    edges = dumps([f"n{index} -> n{index + 1}" for index in range(len(said) - 1)])
    project = Project(tmp_path)
    written = f"{DECK}  - title: A\n    diagram: {{edges: {edges}, nodes: {nodes}}}\n"
    document = project.read(written)[0]
    if document is None:
        return  # signs that no deck may have
    stream, diagnostics = BytesIO(), Diagnostics()
    load_renderer("md", diagnostics).render(document, stream, diagnostics)
    flowchart = stream.getvalue().decode().partition("```mermaid\n")[2].partition("\n```")[0]
    found = diagram_of(flowchart)
    assert found is not None, flowchart
    again = project.document(f"{DECK}  - title: A\n    diagram: {dumps(found, ensure_ascii=False)}\n")
    assert words_of(again.pages[1]) == words_of(document.pages[1])


def test_reading_costs_by_the_length() -> None:
    """Whatever is opened and never closed, and however many dashes there are."""
    for part in ("A[", "A -- ", "----", "A & ", "A{{", 'A["', "A -. x", "<br", "a-"):
        costs = [calls_of(lambda n=n, part=part: diagram_of("graph LR\n" + part * n)) for n in (500, 1_500)]  # type: ignore[misc]
        assert costs[1] < 4 * costs[0] + 100, part
