"""Options side by side: what is written, the table that it becomes, where that goes on, and what is wrong with one."""

from __future__ import annotations

from io import BytesIO

import pytest
from lxml import html
from pptx import Presentation

from deckmaker.diagnostics import Diagnostics
from deckmaker.layout import CellRole, Document, Placed, TableItem
from deckmaker.render.registry import load_renderer
from deckmaker.theme import built_in_themes
from tests.projects import DECK, Project

THREE = (
    "compare: {options: [Keep, Halve, End], pick: Halve, "
    "criteria: [Cost: [400 m, 200 m, none], {name: Risk, values: [low, some, '*high*']}]}"
)


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def slide(written: str, before: str = "") -> str:
    """Return a deck whose second slide has a block."""
    return f"{before}{DECK}  - title: A\n    {written}\n"


def tables_of(document: Document) -> list[Placed]:
    """Return the tables of the pages behind the first."""
    return [one for page in document.pages[1:] for one in page.leaves if isinstance(one.item, TableItem)]


def table_of(document: Document) -> TableItem:
    """Return the only table."""
    (placed,) = tables_of(document)
    assert isinstance(placed.item, TableItem)
    return placed.item


def words_of(table: TableItem) -> list[list[str]]:
    """Return the words of a table's rows."""
    return [[cell.text.text for cell in table.cells if cell.row == row] for row in range(len(table.rows))]


def rendered(document: Document, name: str) -> bytes:
    """Return an output."""
    stream, diagnostics = BytesIO(), Diagnostics()
    renderer = load_renderer(name, diagnostics)
    assert renderer
    renderer.render(document, stream, diagnostics)
    return stream.getvalue()


def test_it_is_a_table_of_options_by_criteria(project):
    """In both ways to write a criterion; the options are its header, the criteria its stub."""
    table = table_of(project.document(slide(THREE)))
    assert words_of(table) == [
        ["", "Keep", "Halve", "End"],
        ["Cost", "400 m", "200 m", "none"],
        ["Risk", "low", "some", "high"],
    ]
    assert (table.header_rows, table.footer_rows, table.stub_columns) == (1, 0, 1)
    assert [cell.role for cell in table.cells if cell.column == 0] == [CellRole.HEADER, CellRole.STUB, CellRole.STUB]


def test_options_have_the_same_width_and_fill_the_page(project):
    """Whatever they say."""
    written = "compare: {options: [A, B], criteria: [Cost: [low, 'much more than anybody would like to pay for it']]}"
    (placed,) = tables_of(project.document(slide(written)))
    assert isinstance(placed.item, TableItem)
    _, first, second = placed.item.columns
    assert abs(first - second) <= 0.5
    assert placed.rect.width == pytest.approx(960 - 2 * 48, abs=0.25)


def test_the_picked_option_stands_out(project):
    """Its column has a background and is bold, its header has a colour of its own."""
    table = table_of(project.document(slide(THREE)))
    (background,) = table.backgrounds
    picked = [cell for cell in table.cells if cell.column == 2]
    others = [cell for cell in table.cells if cell.column != 2 and cell.role is not CellRole.HEADER]
    assert (background.rect.x, background.rect.right) == (picked[0].rect.x, picked[0].rect.right)
    assert (background.rect.y, background.rect.bottom) == (picked[0].rect.y, picked[-1].rect.bottom)
    assert all(cell.strong and cell.text.style.bold for cell in picked)
    assert not any(cell.strong or cell.text.style.bold for cell in others)
    assert {cell.text.style.color for cell in table.cells if cell.role is CellRole.HEADER} == {"ink", "accent"}
    assert picked[0].text.style.color == "accent"


@pytest.mark.parametrize("pick", ["A", "C"])
def test_texts_keep_from_the_edges_of_its_ground(project, pick):
    """In the last column, too."""
    written = (
        f"compare: {{options: [A, B, C], criteria: [Cost: [{', '.join(['low and so on ' * 6] * 3)}]], pick: {pick}}}"
    )
    table = table_of(project.document(slide(written)))
    (background,) = table.backgrounds
    within = [cell for cell in table.cells if background.rect.x <= cell.frame.x < background.rect.right]
    assert len(within) == 2
    assert all(
        background.rect.x + 6 <= cell.frame.x and cell.frame.right <= background.rect.right - 6 for cell in within
    )


def test_without_a_pick_nothing_stands_out(project):
    """No background, and no value is bold."""
    table = table_of(project.document(slide("compare: {options: [A, B], criteria: [Cost: [low, high]]}")))
    assert table.backgrounds == () and not any(cell.strong for cell in table.cells)


@pytest.mark.parametrize("theme", built_in_themes())
def test_the_picked_option_can_be_read(project, theme):
    """On light pages and on dark ones: nothing is warned of, on its background either."""
    assert project.said(slide(THREE, f"theme: {theme}\nmode: auto\n")) == ""


def test_a_faint_ground_is_warned_of(project):
    """It is what lies behind the texts of its column."""
    (project.folder / "house.yaml").write_text(
        "extends: briefing\ntable: {picked: ink, picked_opacity: 0.8}\n", encoding="utf-8"
    )
    said = project.said(slide(THREE, "theme: ../house.yaml\n"))
    assert "contrast of `ink` on `ink`" in said and "contrast of `accent` on `ink`" in said


def test_all_outputs_have_a_table(project):
    """Native, with its header and its stub; in Markdown the picked option is bold."""
    document = project.document(slide(THREE))
    (table,) = [
        one.table for one in Presentation(BytesIO(rendered(document, "pptx"))).slides[1].shapes if one.has_table
    ]
    assert [[cell.text for cell in row.cells] for row in table.rows][1] == ["Cost", "400 m", "200 m", "none"]
    assert table.first_row and table.first_col
    page = html.fromstring(rendered(document, "html").decode())
    assert page.xpath("//table//th[@scope='col']/descendant-or-self::*/text()") == ["Keep", "Halve", "End"]
    assert page.xpath("//table//th[@scope='row']/descendant-or-self::*/text()") == ["Cost", "Risk"]
    markdown = rendered(document, "md").decode()
    assert "Keep | **Halve** | End" in markdown and "400 m | **200 m** | none" in markdown


def test_a_long_one_goes_on_under_its_options(project):
    """Row by row, as tables do, and the pick stands out on each part."""
    criteria = ", ".join(f"Criterion {number}: [value a{number}, value b{number}]" for number in range(40))
    written = f"compare: {{options: [First, Second], pick: Second, criteria: [{criteria}]}}\n    overflow: split"
    tables = [one.item for one in tables_of(project.document(slide(written))) if isinstance(one.item, TableItem)]
    assert len(tables) > 1
    assert all(words_of(one)[0] == ["", "First", "Second"] and len(one.backgrounds) == 1 for one in tables)
    assert [row[0] for one in tables for row in words_of(one)[1:]] == [f"Criterion {number}" for number in range(40)]


def test_it_is_credited_as_data(project):
    """On its slide, and its caption stands below it."""
    page = project.document(slide(THREE.replace("pick:", "caption: In 2026, credit: The court, pick:"))).pages[1]
    assert page.slot("credits").item.text == "Data: The court"
    assert page.slot("caption").item.text == "In 2026"


OPTIONS = """compare:
      options: [Go on, Fewer and larger, Simple and sure]
      criteria:
        - Who gets it: [All owners, "Incomes up to € 48,000", "All, by income"]
        - Grant: [49 % of cost, 65 % of cost, "Fixed sums of € 8,000 to € 18,000"]
        - Cost a year: [€ 290 million, € 240 million, € 255 million]
        - Homes a year: ["18,000", "12,500", "20,500"]
        - Time to an answer: [14 weeks, 9 weeks, 2 weeks]
      pick: Simple and sure
      caption: Estimates for 2027"""

REMEDIES = """compare:
      options: [A pilot at berth 4, All berths at once, Wait for new ships]
      criteria:
        - Cost to build: [€ 1.2 million, € 2.4 million, none]
        - Quiet nights: [from next winter, in two years, in ten years]
        - Risk: [The ships may not have plugs, The grid may not do, Nothing happens]
      pick: A pilot at berth 4
      caption: At prices of 2026"""


@pytest.mark.sampled(every=3)
@pytest.mark.parametrize("written", [OPTIONS, REMEDIES], ids=["options", "remedies"])
@pytest.mark.parametrize("size", ["16:9", "4:3", "A4"])
@pytest.mark.parametrize("theme", built_in_themes())
def test_words_use_the_room_of_the_page(project, theme, size, written):
    """They have more lines before they are set smaller, and no line parts what belongs together."""
    document = project.document(slide(written, f'theme: {theme}\nsize: "{size}"\n'))
    (placed,) = tables_of(document)
    sizes = {cell.text.setting.size for cell in table_of(document).cells}
    room = placed.decision.room
    assert min(sizes) >= 18
    assert placed.rect.height >= 0.6 * room.height
    lines = [[line.text for line in cell.text.setting.lines] for cell in table_of(document).cells]
    assert max(map(len, lines)) <= 3
    assert not any(line.endswith(("€", "49", "14")) for one in lines for line in one)


MISTAKES = {
    "lists of options": (
        "compare: {Went well: [Crew was safe], Went wrong: [Nobody had the plan]}",
        """\
error[wrong-type]: a comparison takes `options` and `criteria`
 --> decks/deck.yaml:5:14
  |
5 |     compare: {Went well: [Crew was safe], Went wrong: [Nobody had the plan]}
  |              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  = help: lists without criteria are `columns`, as in `columns: [{heading: Went well, bullets: […]}, …]`""",
    ),
    "a value too few": (
        "compare: {options: [Keep, Halve, End], criteria: [Cost: [400 m, 200 m]]}",
        """\
error[wrong-value]: `Cost` has 2 values, and there are 3 options
 --> decks/deck.yaml:5:61
  |
5 |     compare: {options: [Keep, Halve, End], criteria: [Cost: [400 m, 200 m]]}
  |                                                             ^^^^^^^^^^^^^^
  = help: write one for each of `Keep`, `Halve`, `End`""",
    ),
    "a value too many": (
        "compare: {options: [Keep, End], criteria: [{name: Cost, values: [1, 2, 3]}]}",
        """\
error[wrong-value]: `Cost` has 3 values, and there are 2 options
 --> decks/deck.yaml:5:69
  |
5 |     compare: {options: [Keep, End], criteria: [{name: Cost, values: [1, 2, 3]}]}
  |                                                                     ^^^^^^^^^
  = help: write one for each of `Keep`, `End`""",
    ),
    "another pick": (
        "compare: {options: [Keep, Halve], criteria: [Cost: [1, 2]], pick: Halfe}",
        """\
error[wrong-value]: no option is called `Halfe`
 --> decks/deck.yaml:5:71
  |
5 |     compare: {options: [Keep, Halve], criteria: [Cost: [1, 2]], pick: Halfe}
  |                                                                       ^^^^^
  = help: did you mean `Halve`?""",
    ),
    "a pick that is near to none": (
        "compare: {options: [Keep, Halve], criteria: [Cost: [1, 2]], pick: Xyz}",
        """\
error[wrong-value]: no option is called `Xyz`
 --> decks/deck.yaml:5:71
  |
5 |     compare: {options: [Keep, Halve], criteria: [Cost: [1, 2]], pick: Xyz}
  |                                                                       ^^^
  = help: options: Keep, Halve""",
    ),
    "a value alone": (
        "compare: {options: [Keep, Halve], criteria: [Cost: 400 m]}",
        """\
error[wrong-type]: a criterion takes its name and a list of values
 --> decks/deck.yaml:5:50
  |
5 |     compare: {options: [Keep, Halve], criteria: [Cost: 400 m]}
  |                                                  ^^^^^^^^^^^
  = help: write it as in `Cost: [400 m, 200 m]`, a value for each option""",
    ),
}


@pytest.mark.parametrize(("written", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_where_it_is(project, written, said):
    """The whole message."""
    assert project.said(slide(written)) == said


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("comparison: {options: [a, b], criteria: [c: [d, e]]}", "compare"),
        ("compare: {alternatives: [a, b], criteria: [c: [d, e]]}", "options"),
        ("compare: {options: [a, b], rows: [c: [d, e]]}", "criteria"),
        ("compare: {options: [a, b], criteria: [c: [d, e]], recommended: a}", "pick"),
    ],
)
def test_first_guesses_lead_to_the_keys(project, written, key):
    """In one step."""
    assert f"did you mean `{key}`?" in project.said(slide(written))
