"""Tables that cannot be followed by ear: without a header, with merged cells."""

from __future__ import annotations

from tests.projects import DECK, Project


def said(folder, table: str) -> list[str]:
    """Return the messages about a table, with their places."""
    found = Project(folder).read(f"{DECK}  - title: B\n    table:\n{table}")[1]
    return [f"{one.span.line}:{one.span.column} {one.code}: {one.message}" for one in found if one.span]


def test_a_table_without_a_header_is_told_at_its_key(tmp_path):
    """Whatever its stub names."""
    assert said(tmp_path, "      header: 0\n      rows: [[a, 1], [b, 2]]\n") == [
        "6:15 headerless-table: the table has no header: nothing says what is in its columns"
    ]


def test_a_table_with_a_header_is_not(tmp_path):
    """Neither one that is written nor the usual one."""
    assert said(tmp_path, "      header: 1\n      rows: [[a, 1], [b, 2]]\n") == []
    assert said(tmp_path, "      rows: [[a, 1], [b, 2]]\n") == []


def test_merged_cells_are_told_once_for_the_deck(tmp_path):
    """At the first, with the others' places."""
    table = "      rows: [[a, b, c], [{text: d, columns: 2}, e]]\n"
    more = f"  - title: C\n    table:\n{table}"
    found = [*Project(tmp_path).read(f"{DECK}  - title: B\n    table:\n{table}{more}")[1]]
    assert [(one.code, one.message) for one in found] == [
        ("merged-cells", "slides 2 and 3: a table has cells that reach over several rows or columns")
    ]
    assert [note.endswith("decks/deck.yaml:8:5 (slide 3)") for note in found[0].notes] == [True]
