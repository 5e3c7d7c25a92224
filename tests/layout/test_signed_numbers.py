"""Signs of numbers in texts from right to left: before the number, as readers of such languages have it."""

from __future__ import annotations

import pytest
from bidi import get_display

from deckmaker.model.text import LEFT_TO_RIGHT
from tests.projects import Project

SLIDES = """\
title: x
slides:
  - title: "עלייה של +7 %"
    bullets:
      - "ירידה של −5 נקודות"
      - "בין 2019-2020"
      - "שינוי של **-3.5%** בשנה"
      - "`-1` בקוד, ±2 בלבד"
  - title: "מדד"
    metrics:
      - {value: "41", label: "הזמנות", change: "-12 %", since: "2019"}
      - {value: "7", label: "תקלות", change: "+2"}
"""


@pytest.fixture
def project(tmp_path):
    """An empty project."""
    return Project(tmp_path)


def texts(project: Project, language: str) -> list[str]:
    """Return the texts of a deck as they are laid out."""
    document = project.document(f"language: {language}\n{SLIDES}")
    return [text.text for slide in document.slides for text in slide.texts]


def test_signs_stand_before_their_numbers(project):
    """As another implementation of UAX 9 has the line."""
    lines = " | ".join(get_display(text, base_dir="R") for text in texts(project, "he"))
    for part in ("+7 %", "−5 ", "2019-2020", "-3.5%", "±2 ", "−12 %"):
        assert part in lines, lines


def test_only_signs_before_numbers_have_marks(project):
    """No range and no code, and no text that has no letters, and so runs as numbers do; nothing in other decks."""
    found = texts(project, "he")
    assert [text.count(LEFT_TO_RIGHT) for text in found] == [2, 1, 0, 1, 1, 0, 0, 0, 2, 0, 0, 0]
    assert LEFT_TO_RIGHT not in "".join(texts(project, "en"))
