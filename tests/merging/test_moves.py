"""Texts and rows that somebody moved in PowerPoint: they stay as the deck's file writes them, with its values."""

from __future__ import annotations

from typing import Any

import pytest

from tests.merging.presentations import merged, paragraph_with

DECK = """\
title: Noise in the harbour
variables: {level: "62", day: 30 June}
slides:
  - title: Noise in the harbour
  - title: Here
    bullets:
      - Level {{ level }} dB at night
      - Read the report now
      - Berth four is loud
  - title: There
    bullets:
      - Trucks wait all day
      - Trains run all night
  - title: Table
    table:
      rows:
        - [What, Here, Elsewhere]
        - [Level, "{{ level }} dB", 55 dB]
        - [Says, the office, nobody]
        - [Third, "1,200", "2,300"]
  - title: In words
    text: |
      Counted until {{ day }} by the office.

      The second paragraph tells of cranes.

      The third paragraph tells of lorries.
"""


def _moved(words: str, behind: str) -> Any:
    def change(presentation: Any) -> None:
        paragraph_with(presentation, behind)._p.addnext(paragraph_with(presentation, words)._p)

    return change


@pytest.mark.parametrize(
    ("words", "behind", "line"),
    [
        ("Level 62", "Berth four", "      - Level {{ level }} dB at night\n"),
        ("Level 62", "Trucks wait", "      - Level {{ level }} dB at night\n"),
        ("Counted until", "The second", "      Counted until {{ day }} by the office.\n\n"),
    ],
    ids=["item", "another slide", "paragraph"],
)
def test_a_text_that_is_moved_keeps_its_values(words: str, behind: str, line: str, project: Any) -> None:
    """On its slide, and on another one."""
    text, result = merged(project, DECK, _moved(words, behind))
    assert result.exit_code == 0, result.output
    without = DECK.replace(line, "")
    at = without.index("\n", without.index(behind)) + 1
    at += line.endswith("\n\n")
    assert text == without[:at] + line + without[at:]


def test_a_row_that_is_moved_keeps_its_values(project: Any) -> None:
    """And its quotes."""

    def change(presentation: Any) -> None:
        table = next(one for one in presentation.slides[3].shapes if one.has_table).table._tbl
        table.tr_lst[3].addnext(table.tr_lst[1])

    text, result = merged(project, DECK, change)
    assert result.exit_code == 0, result.output
    row = '        - [Level, "{{ level }} dB", 55 dB]\n'
    last = '        - [Third, "1,200", "2,300"]\n'
    assert text == DECK.replace(row, "").replace(last, last + row)
