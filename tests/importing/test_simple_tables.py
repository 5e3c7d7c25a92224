"""Pandoc's tables without strokes: dashes mark their columns, and part no slides."""

from __future__ import annotations

from textwrap import dedent

import pytest

from deckmaker.importing.markdown import simple_tables
from tests.importing.markdown_decks import imported

RULES = ["x\n\n- - -\n\ny", "x\n\n--- ---\n\ny", "x\n--- ---\n\ny", "x\n\n--- ---\ny", "x\nz\n--- ---\ny"]


def slide(table: str) -> dict[str, object]:
    """Return the slide of a table, below which another one follows."""
    found = imported(f"# T\n\n## S\n\n{dedent(table).strip(chr(10))}\n\n## E\n\ny\n")
    assert found.messages == []
    assert [one["title"] for one in found.slides] == ["S", "E"]
    return dict(found.slides[0])


def test_a_table_of_dashes_is_a_table():
    """Columns are aligned as their heads stand over their dashes."""
    table = """
          Right Left     Center    Default
        ------- ------ ----------  -------
             12 *a|b*     c        words, and more
            123 d        `x|y`

        Table: Prices
        """
    value = slide(table)["table"]
    rows = [["Right", "Left", "Center", "Default"], ["12", "*a|b*", "c", "words, and more"], ["123", "d", "`x|y`", ""]]
    columns = ["Right", "Left", {"from": "Center", "align": "center"}, "Default"]
    assert value == {"rows": rows, "columns": columns, "caption": "Prices"}


def test_a_table_of_dashes_may_have_no_head():
    """Its dashes come again at its end."""
    value = slide("-------  ------\n     12  a\n         b\n-------  ------\n")["table"]
    assert value == {"header": "0", "rows": [["12", "a"], ["", "b"]]}


def test_cells_of_a_table_of_dashes_may_have_several_lines():
    """Between borders, where empty lines part its rows."""
    table = """
        -------------------------
         Centered   Words of
          Header    the right
        ----------- -------------
           First    a row that
                    goes on

          Second    another
        -------------------------
        """
    rows = [["Centered Header", "Words of the right"], ["First", "a row that goes on"], ["Second", "another"]]
    assert slide(table)["table"]["rows"] == rows


def test_a_table_without_a_head_may_have_cells_of_several_lines():
    """Between the same dashes, where empty lines part its rows; a rule among them ends it before."""
    dashes = "---------- ------------\n"
    rows = "  First    a row that\n           goes on\n\n  Second   another\n"
    value = slide(f"{dashes}{rows}{dashes}\nTable: Rows\n")["table"]
    assert value == {"header": "0", "rows": [["First", "a row that goes on"], ["Second", "another"]], "caption": "Rows"}
    for other in (f"{dashes}\n{rows}{dashes}", f"{dashes}{rows}\n{dashes}", f"{dashes}{rows}\n---\n\n{dashes}"):
        assert not any("table" in one for one in imported(f"# T\n\n---\n\n# S\n\n{other}").slides)


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("日本語", id="wide"),
        pytest.param("ＡＢ  ", id="full width"),
        pytest.param("cafe\u0301  ", id="marks above letters"),
        pytest.param("Öäü   ", id="letters with marks"),
    ],
)
@pytest.mark.parametrize("other", ["tokyo", "東京"])
def test_columns_of_a_table_of_dashes_are_those_of_a_terminal(words, other):
    """In which some signs take two, and others none."""
    value = slide(f"Name   Size\n------ ------\n{words} {other}\n")["table"]
    assert value == {"rows": [["Name", "Size"], [words.strip(), other]]}


def test_wide_heads_of_a_table_of_dashes_align_their_columns():
    """By the columns of a terminal that they take."""
    value = slide("  名前  大小  右\n------ ------ ----\na      b      c\n")["table"]
    assert value["columns"] == [{"from": "名前", "align": "right"}, {"from": "大小", "align": "center"}, "右"]


def test_what_follows_a_table_of_dashes_is_told_on_its_line():
    """The table keeps its lines."""
    for table in (
        "A   B\n--- ---\na   b",
        "--- ---\na   b\n--- ---",
        "--------\nA   B\n--- ----\na   b\n\nc   d\n--------",
    ):
        found = imported(f"# T\n\n## S\n\n{table}\n\n<u>x</u>\n")
        assert found.messages[0][0] == 6 + table.count("\n") + 1
        assert "table" in found.slides[0]


@pytest.mark.parametrize("rules", RULES)
def test_rules_of_dashes_are_no_tables(rules):
    """They part slides: a table has words above its dashes, on one line, and below them."""
    assert not any("table" in one for one in imported(f"# T\n\n---\n\n# S\n\n{rules}\n").slides)
    assert len(imported(f"# T\n\n---\n\n# S\n\n{rules}\n").slides) == 2


def test_tables_of_dashes_in_code_stay_as_typed():
    """Between fences, and behind spaces."""
    table = "A   B\n--- ---\na   b\n"
    assert "--- ---" in imported(f"# T\n\n## S\n\n```\n{table}```\n").slides[0]["text"]
    assert "--- ---" in imported("# T\n\n## S\n\n    A   B\n    --- ---\n    a   b\n").slides[0]["text"]


@pytest.mark.parametrize("begin", ["<!--\n", "<!-- Say:\n\n", "  <!--\n\n"])
def test_tables_of_dashes_in_comments_stay_as_typed(begin):
    """They are notes; below the comment, tables are tables."""
    table = "Name   Size\n----   ----\nlong name  1"
    found = imported(f"# T\n\n---\n\n# S\n\n{begin}{table}\n-->\n\n{table.replace(' name', '')}\n\n---\n\n# E\n\nx\n")
    assert table in found.slides[0]["notes"]
    assert "table" in found.slides[0]


@pytest.mark.parametrize(
    "lines", ["-- --\n", "A\n-- --\n", "A\n\n-- --\n", "-- --\na\n\n", "------\nA\n-- --\n", "a  b\n"]
)
def test_tables_of_dashes_are_found_in_time_that_grows_with_the_file(lines, monkeypatch):
    """However many lines could begin one, or end it."""
    asked = 0
    is_end = simple_tables._is_end

    def counted(line, has_border):
        nonlocal asked
        asked += 1
        return is_end(line, has_border)

    monkeypatch.setattr(simple_tables, "_is_end", counted)
    text = lines * 300
    simple_tables.with_strokes(text)
    assert asked <= 4 * text.count("\n")
