"""Cells and lines of code that stand in files: told with the file, which `merge` does not write."""

from __future__ import annotations

import pytest

from tests.merging.presentations import merged, replacing
from tests.projects import Project

WELLS = "Ward,Wells\nNorth,12\nSouth,7\n"
DECK = """\
title: Wells
slides:
  - title: Wells
  - title: By ward
    {block}
  - title: As typed
    table: {{rows: [[Ward, Wells], [East, 31], [West, 28]], caption: As told}}
  - title: Again
    columns:
      - table: ../data/wells.csv
      - text: Two wards.
"""


def beside(project: Project) -> None:
    """Write the file of the deck's tables."""
    file = project.folder / "data/wells.csv"
    file.parent.mkdir(exist_ok=True)
    file.write_text(WELLS)


@pytest.mark.parametrize(
    "block", ["table: ../data/wells.csv", "table: {file: ../data/wells.csv, caption: All of them}"]
)
def test_what_stands_in_a_file_is_told_with_it(project, block):
    beside(project)
    deck = DECK.format(block=block)
    text, result = merged(project, deck, replacing("12", "13"))
    assert (text, result.exit_code) == (deck, 1)
    told = "Tables and charts on slides 2, 4 have their cells from ../data/wells.csv: change them there\n"
    assert result.stdout.endswith(f"\n{told}")
    assert (project.folder / "data/wells.csv").read_text() == WELLS


def test_of_what_the_deck_itself_says_no_file_is_told(project):
    beside(project)
    deck = DECK.format(block="table: {file: ../data/wells.csv, caption: All of them}")
    text, result = merged(
        project, deck, lambda shown: [replacing(*one)(shown) for one in (("31", "32"), ("All", "Most"))]
    )
    assert text == deck.replace("31", "32").replace("All of them", "Most of them")
    assert (result.exit_code, "wells.csv" in result.stdout) == (0, False)


def test_lines_of_code_from_a_file_are_told_with_it(project):
    (project.folder / "src").mkdir()
    (project.folder / "src/a.py").write_text("first = 1\nsecond = 2\n")
    deck = """\
title: Code
slides:
  - title: Code
  - title: From a file
    code: {file: ../src/a.py, highlight: 2}
  - title: As typed
    code:
      language: python
      text: |
        third = 3
"""
    text, result = merged(
        project, deck, lambda shown: [replacing(*one)(shown) for one in (("second", "other"), ("third", "last"))]
    )
    assert (text, result.exit_code) == (deck.replace("third", "last"), 1)
    assert result.stdout.endswith("\nCode on slide 2 has its lines from ../src/a.py: change them there\n")
    assert (project.folder / "src/a.py").read_text() == "first = 1\nsecond = 2\n"


def test_lines_that_stood_out_and_others_do_are_told(project):
    """By what was typed between them, or by what somebody made bold."""
    deck = """\
title: Code
slides:
  - title: Code
  - title: As typed
    code:
      highlight: 2
      text: |
        first
        second
        third
"""

    def longer(shown):
        replacing("first", "first\vand a half")(shown)

    text, result = merged(project, deck, longer)
    assert "code, highlight: 2 → 3" in result.stdout
    assert (text, result.exit_code) == (deck.replace("first\n", "first\n        and a half\n"), 1)

    def bolder(shown):
        group = next(one for one in shown.slides[1].shapes if one.shape_type == 6)
        runs = [run for one in group.shapes for part in one.text_frame.paragraphs for run in part.runs]
        for run in runs:
            run.font.bold = run.text.strip() == "third"

    text, result = merged(project, deck, bolder)
    assert "code, highlight: 2 → 3" in result.stdout
    assert (text, result.exit_code) == (deck, 1)


def test_rows_that_came_are_told_with_the_file_of_their_table(project):
    beside(project)

    def shortened(shown):
        (table,) = [one for one in shown.slides[1].shapes if one.has_table]
        rows = table.table._tbl
        rows.remove(rows.tr_lst[-1])

    _, result = merged(project, DECK.format(block="table: ../data/wells.csv"), shortened)
    assert "Tables and charts on slide 2 have their cells from ../data/wells.csv" in result.stdout
