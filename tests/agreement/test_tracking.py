"""Titles whose letters are set closer, in several looks: LibreOffice has no tracking behind the last letter of one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.agreement.conftest import read_deck
from tests.agreement.judgement import judge
from tests.agreement.outputs import Outputs
from tests.projects import Project

pytestmark = pytest.mark.outside

DECK = """\
theme: statement
title: Levels
slides:
  - title: Levels of `ISO 1996-2` by berth
    text: A
  - title: Levels of `ISO` by `berth` and by *night* or day
    text: A
  - title: Levels of all ships by berth
    text: A
"""


def test_tracked_titles_in_several_looks_are_where_they_are_expected(tmp_path: Path) -> None:
    """Each edge within half a pixel, in a title of 54 points whose letters are 1.2 closer, too."""
    path = Project(tmp_path).write(DECK)
    with Outputs({"tracked": read_deck(path)}, tmp_path) as outputs:
        judgement = judge(outputs, "tracked", "pptx")
    assert judgement.failures == []
    assert judgement.report.expected_lines >= 6
    assert judgement.report.percentile(100) <= 0.5
