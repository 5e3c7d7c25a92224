"""Tables that go on on further slides: which rows, how large, and in which columns."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
import yaml

from deckmaker.layout import Page, TableItem
from tests.layout.split_slides import HEAD, LONG, SENTENCE, body, parts
from tests.projects import Project

pytestmark = pytest.mark.slow

TABLE = """\
    table:
      caption: What the meters say
      columns: [Berth, {name: Level, format: number, decimals: 1}, Remark]
      rows:
        - [Berth, Level, Remark]
"""


def table_rows(count: int) -> str:
    """Return a table's rows, as YAML."""
    remark = "as long as remarks are that somebody makes who has much to say"
    return TABLE + "".join(f"        - [Berth {one}, {40 + one / 10}, {remark}]\n" for one in range(1, count + 1))


def cells(page: Page) -> list[str]:
    """Return the texts of a page's cells, in reading order."""
    placed = page.slot("table")
    return [one.item.text for one in placed.texts] if placed else []


@pytest.mark.parametrize("text", ["", SENTENCE, LONG])
def test_a_table_goes_on_under_its_header(text, tmp_path):
    """Below the slide's text where it has room there, else behind it; the caption stands under its end."""
    pages = parts(tmp_path, (f"    text: {text}\n" if text else "") + table_rows(40))
    held = [page for page in pages if cells(page)]
    assert len(held) > 2 and [" ".join(map(body, pages)).split()] == [text.split()]
    assert [cells(page)[:3] for page in held] == [["Berth", "Level", "Remark"]] * len(held)
    assert [cell for page in held for cell in cells(page)[3::3]] == [f"Berth {one}" for one in range(1, 41)]
    assert [body(page, "caption") for page in held] == [*[""] * (len(held) - 1), "What the meters say"]
    assert (held[0] is pages[0]) == (text != LONG)


def test_a_table_shrinks_before_it_is_split(tmp_path):
    """Unless it may not."""
    assert len(parts(tmp_path, table_rows(11))) == 1
    assert len(parts(tmp_path, "    overflow: split\n" + table_rows(11))) == 2
    project = Project(tmp_path)
    _, diagnostics = project.read(f"overflow: error\n{HEAD}  - title: B\n{table_rows(11)}")
    (one,) = diagnostics
    assert one.code == "text-too-long" and "too tall at its size, 21 points" in one.message


def held(tmp_path: Path, rows: list) -> list[TableItem]:
    """Return the tables on the parts of a slide with a table of these rows."""
    table = yaml.safe_dump({"table": {"rows": rows}}, width=10_000, default_flow_style=True)
    return [page.slot("table").item for page in parts(tmp_path, f"    overflow: split\n    {table[1:-2]}\n")]


def set_at(one: TableItem) -> int:
    """Return the size of a table's texts."""
    return one.cells[0].text.setting.size


def test_a_row_that_no_slide_holds_goes_on_on_the_next(tmp_path):
    """Each cell at the same height, every word once, at the style's size; other rows stand below its end."""
    tables = held(tmp_path, [["a", "b"], ["Berth", LONG * 2], ["c", "d"]])
    said = [cell.text.text for one in tables for cell in one.cells if cell.row]
    assert len(tables) > 2 and {set_at(one) for one in tables} == {21}
    assert " ".join(said).split() == ["Berth", *(LONG * 2).split(), "c", "d"]
    assert [len(one.rows) for one in tables] == [*[2] * (len(tables) - 1), 3]


def test_only_the_part_with_a_tall_row_or_a_wide_word_is_smaller(tmp_path):
    """By whole points; the others keep their style's size."""
    short = [["a", "b"]] * 20
    tall = held(tmp_path, [["A", "B"], *short, ["c", "word " * 265]])
    assert [set_at(one) for one in tall] == [*[21] * (len(tall) - 1), 18]
    wide = held(tmp_path, [["A", "B"], *short, ["c", "w" * 75], *short])
    assert [set_at(one) for one in wide].count(21) == len(wide) - 1 and min(map(set_at, wide)) == 15


@pytest.mark.parametrize("least", [3, 1])
def test_columns_stay_where_they_are_from_part_to_part(least, tmp_path):
    """Be the texts of a line or of several; but where a word needs more, or many lines would be lost."""
    random = Random(1)
    words = SENTENCE.split()
    rows = [
        [one, " ".join(random.choices(words, k=random.randint(least, 3 if least > 1 else 20)))] for one in range(90)
    ]
    tables = held(tmp_path, [["No", "Words"], *rows])
    assert len(tables) > 6 and len({one.columns for one in tables}) <= 2


def test_a_cell_that_spans_more_rows_than_a_slide_holds_goes_on(tmp_path):
    """It says its text on each part."""
    tables = held(tmp_path, [["A", "B"], [{"text": "North", "rows": 30}, "0"], *[[f"{one}"] for one in range(1, 30)]])
    assert [next(cell.text.text for cell in one.cells if cell.row == 1) for one in tables] == ["North"] * len(tables)
    assert sum(len(one.rows) - 1 for one in tables) == 30 and {set_at(one) for one in tables} == {21}


def test_a_header_without_room_for_a_row_is_an_error(tmp_path):
    """No row stands without it."""
    _, diagnostics = Project(tmp_path).read(f"{HEAD}  - title: B\n    table: {{rows: [[{LONG * 4}], [a]]}}\n")
    assert [one.code for one in diagnostics] == ["text-too-long"]


NOTED_ROWS = [
    [
        "Neguquetings nigu nogu",
        "Nugu",
        "Paguquetings peguquet",
        "Piguquetings",
    ],
    [
        "Pogu pugu ragu^[Regu rigu roguquet rugu]",
        "Sagu",
        "Segu",
        "Sigu sogu",
    ],
    [
        "Sumaquetings tama temaquet tima tomaquet tuma bame^[Fomequetings fume game] bemequetings "
        "bimequet bome bumequet dame deme dimequetings domequetings dumequetings fame femequet fime",
        "Geme gime-gomequet^[Mame meme mime mome] gumequet kame^[Mume] keme kimequet komequet "
        "kume^[Namequet neme nimequet] lamequetings leme lime lome lume",
        "Nomequet nume pame peme pime pome pumequet",
        "Rame reme rimequetings rome rume same semequet sime some sume tame teme time tome tumequet bami bemi bimi",
    ],
    [
        "Bomi bumi damiquet demi dimi^[Dumi fami femi fimi fomiquet fumi gamiquetings] domiquet",
        "Gemi gimi gomi gumiquetings kami kemiquet kimi",
        "Komi kumi lami lemi limi lomi lumiquet mami memi mimi",
        "Momiquetings mumiquet nami nemi nimiquetings nomi numi pamiquetings pemiquetings^[Rumi sami "
        "semi simi somi sumiquet tamiquetings temi timiquetings tomi tumi] pimi^[Bamoquet bemo "
        "bimoquetings bomoquetings bumoquetings damoquetings demo dimo domoquet dumo famo] pomiquet "
        "pumi rami remi rimi romi",
    ],
    [
        "Femo fimoquet fomoquetings fumo gamo gemoquet gimoquetings gomo gumoquet kamoquetings-kemo "
        "kimoquetings komo kumo lamoquetings lemoquetings limo lomo",
        "Lumoquet mamo memoquetings mimo momo mumo namo nemo nimoquetings nomo numo",
        "Pamoquetings^[Bamuquetings bemuquet bimu bomu bumu damu demuquetings dimu] pemo pimo pomo "
        "pumo ramo remo rimoquetings romo^[Domuquetings dumuquetings famu femu fimuquet] rumo samo "
        "semo simo somoquet sumoquet tamo temoquet timo tomo tumoquet",
        "Fomuquet fumuquet gamuquetings^[Gumuquet kamu kemu kimu komuquetings kumu lamu] gemuquet "
        "gimu gomu^[Lemu limu lomu]",
    ],
]
"""What the soak found: two rows of a header, and rows of which no part holds one whole."""


def test_a_table_with_footnotes_everywhere_is_smaller_rather_than_refused(tmp_path):
    """Those of the title and the header are on each part, and those of a line of a row beside them."""
    table = {"rows": NOTED_ROWS, "header": 2, "lines": "zebra", "caption": "Muso naso-neso niso"}
    slide = {"title": "Lugu magu megu^[Naguquet] migu moguquetings mugu", "layout": "table", "table": table}
    deck = {"title": "T", "theme": "statement", "size": "4:3", "slides": [{"title": "First"}, slide]}
    assert len(Project(tmp_path).document(yaml.safe_dump(deck, width=10_000, sort_keys=False)).pages) > 2
