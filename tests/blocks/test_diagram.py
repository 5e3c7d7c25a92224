"""Diagrams: what is written, what is shown of it and where."""

from __future__ import annotations

from itertools import combinations, pairwise
from math import hypot

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from deckmaker.layout import ConnectorsItem, GroupItem, Outline, Page, Placed, Role, ShapeItem, TextItem
from deckmaker.model.diagram import MOST_EDGES, MOST_NODES
from deckmaker.model.geometry import Rect
from deckmaker.resolve.arrows import arrows_in, labelled, plain_name
from deckmaker.values.filled import Filled
from deckmaker.values.stand_ins import one_line, without_marks
from tests.installed_fonts import DEJAVU, fonts_in
from tests.projects import DECK, Project


@pytest.fixture
def project(tmp_path):
    """A project."""
    return Project(tmp_path)


def shown(project: Project, written: str) -> Page:
    """Return the slide of a diagram that is written in a line."""
    return project.document(f"{DECK}  - title: A\n    diagram: {written}\n").pages[1]


def diagram_of(page: Page) -> Placed:
    """Return the group of the diagram."""
    (found,) = [one for one in page.placed if one.role is Role.DIAGRAM]
    assert isinstance(found.item, GroupItem)
    return found


def lines_of(page: Page) -> ConnectorsItem:
    """Return what is drawn between its boxes."""
    (found,) = [one.item for one in page.leaves if isinstance(one.item, ConnectorsItem)]
    return found


def boxes_of(page: Page) -> list[tuple[str, Rect]]:
    """Return what its boxes say, with their frames, nodes first."""
    item = diagram_of(page).item
    assert isinstance(item, GroupItem)
    return [
        (" ".join(text.item.text for text in one.texts if isinstance(text.item, TextItem)), one.rect)
        for one in item.children
        if isinstance(one.item, GroupItem)
    ]


def _within(rect: Rect) -> Rect:
    """Return a rectangle a little smaller: edges that meet do not overlap."""
    return Rect(rect.x + 0.1, rect.y + 0.1, rect.width - 0.2, rect.height - 0.2)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("[A -> B]", "A → B"),
        ("[A->B, B -->C]", "A → B; B → C"),
        ("[A <- B, C <-> D, E -- F]", "B → A; C ↔ D; E – F"),
        ("[A → B ↔ C ← D]", "A → B; B ↔ C; D → C"),
        ("[A -> B -> A]", "A → B; B → A"),
        ("[well-known -> to-do]", "well-known → to-do"),
        ("[{A -> B: no}, {B -> C: 2019}]", "A → B (no); B → C (2019)"),
        ("[{edge: A -> B, text: yes, line: dashed}]", "A → B (yes)"),
        ("{edges: [a -> b], nodes: {a: First, b: {text: Sec*on*d}}}", "First → Second"),
        ("{edges: [a -> b], nodes: {c: Alone}}", "a → b"),
        ("{edges: [a -> b], alt: Two letters.}", "Two letters."),
        ("['  A   b ->  c ', A b -> d]", "A b → c; A b → d"),
        ("['A -> B: yes', \"B -> C -> D:  no, *never*\"]", "A → B (yes); B → C (no, never); C → D (no, never)"),
        ("['Step 1: look -> Step 2', 'B -> at 12:30', 'C -> D:']", "Step 1: look → Step 2; B → at 12:30; C → D:"),
        ("{edges: ['A -> B: c'], nodes: {'B: c': {shape: round}}}", "A → B: c"),
        ("[{edge: 'A -> B: c', text: yes}, {'A -> B: c': no}]", "A → B: c (yes); A → B: c (no)"),
    ],
)
def test_arrows_are_read_as_they_are_typed(written: str, said: str, project: Project) -> None:
    """And are what readers hear, unless there are words for them."""
    assert lines_of(shown(project, written)).said == said


def test_a_colon_of_a_value_is_part_of_the_name(project: Project) -> None:
    """One that an author typed parts a name from what stands on the edge."""
    written = (
        "variables: {b: 'B: c'}\n" + DECK + "  - title: A\n    diagram: ['A -> {{ b }}', 'A -> {{ b }}: {{ b }}']\n"
    )
    assert lines_of(project.document(written).pages[1]).said == "A → B: c; A → B: c (B: c)"


@pytest.mark.parametrize(
    ("written", "message", "help"),
    [
        ("Order", "a diagram takes a list of arrows", "begin each with `- `, as in `- Order -> Check`"),
        ("{A: B}", "a diagram takes a list of arrows", "begin each with `- `, as in `- Order -> Check`"),
        ("[Order]", "`Order` has no arrow", "write it as in `Order -> Check`, with a name at each end"),
        ("[A ->]", "`A ->` has an arrow that leads from or to nothing", None),
        ("[A -> -> B]", "`A -> -> B` has an arrow that leads from or to nothing", None),
        ("[{Order: yes}]", "`Order` has no arrow", None),
        ("[{from: A, to: B}]", "an edge is one text", "write it as in `A -> B`"),
        ("[{A -> B: [x]}]", "an edge takes a text", None),
        ("{edges: [A -> B], pick: b}", "`b` is no node of this diagram", "did you mean `B`?"),
        ("{edges: [A -> B], pick: Zzz}", "`Zzz` is no node of this diagram", "nodes: A, B"),
        ("{edges: [A -> B], nodes: {A: {shape: Circle}}}", None, "write `shape: ellipse`"),
        ("{edges: [A -> B], direction: LR}", None, "write `direction: right`"),
        ("[]", "`diagram` is empty", None),
    ],
)
def test_what_is_no_diagram_is_told(written: str, message: str | None, help: str | None, project: Project) -> None:
    """With what to write."""
    (one,) = project.read(f"{DECK}  - title: A\n    diagram: {written}\n")[1]
    assert (message or one.message, help or one.help) == (one.message, one.help)


def test_as_many_nodes_as_nobody_keeps_are_too_many(project: Project) -> None:
    """Told at the first beyond."""
    edges = "".join(f"      - a -> n{one}\n" for one in range(MOST_NODES))
    (one,) = project.read(f"{DECK}  - title: A\n    diagram:\n{edges}")[1]
    assert one.message == f"a diagram has up to {MOST_NODES} nodes, and this is one more"
    assert one.span and one.span.line == DECK.count("\n") + 3 + MOST_NODES - 1


def test_edges_of_one_line_count_each(project: Project) -> None:
    """A line may hold many."""
    (one,) = project.read(f"{DECK}  - title: A\n    diagram: [{'a -> b -> ' * 40}c]\n")[1]
    assert one.message == f"a diagram has up to {MOST_EDGES} edges, and here they begin to be too many"


def test_a_name_that_comes_again_is_the_same_box(project: Project) -> None:
    """With blanks around it, too."""
    assert [said for said, _ in boxes_of(shown(project, "[A -> B, 'B  -> C', C -> A]"))] == ["A", "B", "C"]


def test_shapes_and_what_is_picked(project: Project) -> None:
    """The picked one has the colour that stands out, and words in the page's."""
    page = shown(
        project,
        "{edges: [a -> b -> c -> d], pick: c, nodes: {b: {shape: round}, c: {shape: diamond}, d: {shape: ellipse}}}",
    )
    shapes = [one.item for one in page.leaves if isinstance(one.item, ShapeItem) and one.role is Role.DECORATION]
    forms = [Outline.ROUNDED, Outline.ROUNDED, Outline.DIAMOND, Outline.ELLIPSE]
    assert [one.outline for one in shapes[-4:]] == forms
    assert [one.color for one in shapes[-4:]] == ["tint", "tint", "accent", "tint"]
    words = [one.item.style.color for one in page.leaves if isinstance(one.item, TextItem) and one.item.text in "abcd"]
    assert len(set(words)) == 2 and words.count(words[2]) == 1


def test_what_leads_back_does_not_decide_where_a_diagram_begins(project: Project) -> None:
    """It begins with the box that is named first."""
    found = dict(boxes_of(shown(project, "[A -> B -> C -> D, {D -> A: again}, C -> B]")))
    assert found["A"].x < found["B"].x < found["C"].x < found["D"].x


def test_a_tree_leads_downwards_with_parents_above_the_middle_of_their_children(project: Project) -> None:
    """Unless its author says otherwise; in the order in which children are named."""
    tree = "[Head -- Left, Head -- Right, Left -- a, Left -- b, Right -- c, Right -- d]"
    found = {said: (rect.x + rect.width / 2, rect.y) for said, rect in boxes_of(shown(project, tree))}
    assert found["Head"][1] < found["Left"][1] == found["Right"][1] < found["a"][1]
    assert found["a"][0] < found["b"][0] < found["c"][0] < found["d"][0]
    assert found["Left"][0] == pytest.approx((found["a"][0] + found["b"][0]) / 2)
    assert found["Head"][0] == pytest.approx((found["Left"][0] + found["Right"][0]) / 2)
    right = dict(boxes_of(shown(project, f"{{edges: {tree}, direction: right}}")))
    assert right["Head"].right < right["Left"].x


def test_a_diagram_that_has_no_room_is_told(project: Project) -> None:
    """With how much is missing, at its smallest size."""
    edges = ", ".join(f"Harbour master number {one} -> Harbour master number {one + 1}" for one in range(25))
    (one,) = project.read(f"{DECK}  - title: A\n    diagram: [{edges}]\n")[1]
    assert one.code == "text-too-long" and "at its smallest size" in one.message


def test_a_diagram_on_a_dark_page_can_be_read(project: Project) -> None:
    """As the first slide is: words in boxes have the colour for their ground."""
    document, told = project.read("title: T\nslides:\n  - title: First\n    diagram: [Order -> Check: yes]\n")
    assert document and [one.code for one in told] == []


def test_a_diagram_becomes_smaller_on_a_part_of_a_slide(project: Project) -> None:
    """Where texts keep their sizes: it cannot go on itself."""
    nodes = "{n0: Fequetings, n1: Fi, n2: Fo, n3: Fuquet, n4: Gaquet, n5: Ge giquetings goquet}"
    project.picture("wide.png", (1600, 900))
    page = """  - title: Be bi boquet
    overflow: {way: split, picture: each}
    content:
      - quote: {text: Bu da de di do}
      - image: {file: ../wide.png, alt: Du, credit: {creator: Fa}}
      - diagram: {edges: [n0 -> n1 -> n2 -> n3 -> n4 -> n5], nodes: NODES}
"""
    document, told = project.read(DECK + page.replace("NODES", nodes))
    assert document, [one.message for one in told]


def _reaches(form: str, rect: Rect, at: tuple[float, float]) -> float:
    """Return how far inside a form a point is: 0 on its border, less outside of it, in points or nearly."""
    width, height = rect.width / 2, rect.height / 2
    x, y = abs(at[0] - rect.x - width), abs(at[1] - rect.y - height)
    if form == "diamond":
        return (1 - x / width - y / height) * min(width, height)
    if form == "ellipse":
        return (1 - hypot(x / width, y / height)) * min(width, height)
    if form == "round":
        radius = min(width, height)
        return radius - hypot(max(0.0, x - width + radius), max(0.0, y - height + radius))
    return min(width - x, height - y)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_boxes_keep_clear_of_one_another_and_lines_end_at_them(data: st.DataObject, project: Project) -> None:
    """Of any graph; words stand in their boxes."""
    names = [f"N{one}" for one in range(data.draw(st.integers(1, 9)))]
    pairs = data.draw(st.lists(st.tuples(*[st.sampled_from(names)] * 2), min_size=1, max_size=12))
    shapes = {one: data.draw(st.sampled_from(["box", "round", "ellipse", "diamond"])) for one in names}
    edges = ", ".join(
        f"{{{one} -> {to}: go on}}" if data.draw(st.booleans()) else f"{one} -> {to}" for one, to in pairs
    )
    nodes = ", ".join(f"{one}: {{shape: {shape}}}" for one, shape in shapes.items())
    direction = data.draw(st.sampled_from(["", ", direction: right", ", direction: down"]))
    deck = f"{DECK}  - title: A\n    diagram: {{edges: [{edges}], nodes: {{{nodes}}}{direction}}}\n"
    document, told = project.read(deck)
    assume(document is not None or {one.code for one in told} == {"text-too-long"})
    for page in document.pages[1:] if document else ():
        group = diagram_of(page)
        assert isinstance(group.item, GroupItem)
        boxes = [one for one in group.item.children if isinstance(one.item, GroupItem)]
        for one, other in combinations(boxes, 2):
            assert not _within(one.rect).overlaps(_within(other.rect))
        for box in boxes:
            for text in box.texts:
                assert text.rect.x >= box.rect.x - 0.1 and text.rect.right <= box.rect.right + 0.1
        boxes_shown = [one for one, _ in boxes_of(page) if one in shapes]
        origin = next(one.rect for one in group.item.children if isinstance(one.item, ConnectorsItem))
        for line in lines_of(page).lines:
            stops = [line.joins[0], *([] if line.label is None else [line.label]), line.joins[1]]
            for piece, ends in zip(line.pieces, pairwise(stops), strict=True):
                for (x, y), index in zip((piece[0], piece[-1]), ends, strict=True):
                    rect, at = boxes[index].rect, (origin.x + x, origin.y + y)
                    form = shapes[boxes_shown[index]] if index < len(boxes_shown) else "box"
                    assert abs(_reaches(form, rect, at)) < 1.0, (form, rect, at)


ARROWS = ("->", "<-", "<->", "--", "→", "←", "↔", "⟶", "-->", "<--")


@pytest.mark.parametrize("arrow", ARROWS)
def test_an_arrow_that_a_value_brought_is_part_of_a_name(arrow: str, project: Project) -> None:
    """Values are never markup: neither where they stand in an edge, nor in the key that is one."""
    office = f"Rome {arrow} *Milan*"
    deck = (
        f"title: A\nvariables:\n  office: '{office}'\n  end: 'Rome {arrow}'\nslides:\n  - title: A\n    diagram:\n"
        "      - '{{ office }} -> Archive -> {{ end }}: {{ office }}'\n"
        "      - '{{ office }} -- End': so\n"
    )
    with fonts_in(DEJAVU):  # which has the longest of them
        page = project.document(deck).pages[0]
    assert [said for said, _ in boxes_of(page)[:4]] == [office, "Archive", f"Rome {arrow}", "End"]
    assert len(lines_of(page).lines) == 3
    labels = [one.item.text for one in page.leaves if isinstance(one.item, TextItem)]
    assert labels.count(office) == 3  # the box, and what two arrows mean


def test_a_value_brings_no_half_of_an_arrow(project: Project) -> None:
    """Which an author's sign would make whole."""
    deck = (
        "title: A\nvariables: {sign: '>', dash: '-'}\nslides:\n  - title: A\n    diagram:\n"
        "      - 'One -{{ sign }} two -> Three {{ dash }}> four'\n"
    )
    page = project.document(deck).pages[0]
    assert [said for said, _ in boxes_of(page)] == ["One -> two", "Three -> four"]


@given(st.text(alphabet="ab -<>→←↔⟶:*_`", max_size=12))
def test_whatever_a_value_holds_an_edge_has_two_ends(value: str) -> None:
    """The name that it stands in, and the one that the author wrote."""
    held = one_line(value)
    edge = Filled(f"x{held}y -> End", f"x{without_marks(held)}y -> End")
    assert arrows_in(edge) == [(plain_name(f"x{held}y"), "->", "End")]
    assert labelled(edge, ()) == (edge, None)


SURVEY = (
    "Person aged 15+ -> Worked 1 hour?",
    "Worked 1 hour? -> Employed: yes",
    "Worked 1 hour? -> Looked for work?: no",
    "Looked for work? -> Available in 2 weeks?: yes",
    "Looked for work? -> Inactive: no",
    "Available in 2 weeks? -> Unemployed: yes",
    "Available in 2 weeks? -> Inactive: no",
)


@pytest.mark.parametrize(("theme", "size"), [("statement", "16:9"), ("briefing", "4:3"), ("plain", "4:3")])
def test_words_are_broken_before_a_diagram_is_small_or_has_no_room(theme: str, size: str, project: Project) -> None:
    edges = ", ".join(f'"{one}"' for one in SURVEY)
    head = DECK.replace("slides:", f'theme: {theme}\nsize: "{size}"\nslides:')
    document, told = project.read(f"{head}  - title: A\n    diagram: [{edges}]\n")
    assert document and {one.code for one in told} <= {"small-text"}
    texts = [one.item for one in document.pages[1].leaves if one.role is Role.TEXT and isinstance(one.item, TextItem)]
    words = {" ".join(one.text.split()): len(one.setting.lines) for one in texts}
    assert words["Available in 2 weeks?"] == words["Worked 1 hour?"] == 2
    assert all(count <= 2 for count in words.values())


@pytest.mark.parametrize("direction", ["right", "down"])
@pytest.mark.parametrize("label", ["", ": again"])
def test_what_leads_back_goes_around_from_the_middle_of_a_side(direction: str, label: str, project: Project) -> None:
    """It meets no other line, and PowerPoint holds it at both ends."""
    page = shown(project, f'{{edges: [A -> B, B -> C, "C -> A{label}"], direction: {direction}}}')
    boxes, origin = dict(boxes_of(page)), diagram_of(page).rect
    back = lines_of(page).lines[-1]
    (x, y), (right, bottom) = back.pieces[0][0], back.pieces[-1][-1]
    for at, box in (((origin.x + x, origin.y + y), boxes["C"]), ((origin.x + right, origin.y + bottom), boxes["A"])):
        below = (box.x + box.width / 2, box.bottom) if direction == "right" else (box.right, box.y + box.height / 2)
        assert at == pytest.approx(below, abs=0.05)


@pytest.mark.parametrize("direction", ["right", "down"])
def test_what_leads_back_from_another_row_arrives_below_its_box(direction: str, project: Project) -> None:
    """Its arrow does not stand beside one that leads the other way."""
    edges = '[A -> B, "B -> C: yes", "B -> D: no", D -> A, C -> E]'
    page = shown(project, f"{{edges: {edges}, direction: {direction}}}")
    box, origin = dict(boxes_of(page))["A"], diagram_of(page).rect
    ends = [(origin.x + line.pieces[-1][-1][0], origin.y + line.pieces[-1][-1][1]) for line in lines_of(page).lines]
    below = [(box.x + box.width / 2, box.bottom), (box.right, box.y + box.height / 2)]
    assert any(one == pytest.approx(below[direction == "down"], abs=0.05) for one in ends)
