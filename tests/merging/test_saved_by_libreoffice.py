"""Presentations that another program saved: what somebody changed there is merged, too."""

from __future__ import annotations

import pytest
from pptx import Presentation

from deckmaker.diagnostics import SourceFile
from deckmaker.importing.powerpoint.made_of import told_by
from tests.agreement.libreoffice import saved_again
from tests.merging.presentations import SLIDES, built, edited, replacing
from tests.projects import Project, run

pytestmark = pytest.mark.slow


def test_what_was_changed_before_libreoffice_saved_it_is_written(tmp_path, monkeypatch):
    """And which state of the deck it was made of, it still tells."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    shown = edited(built(project, SLIDES), replacing("sweet", "sour"))
    (saved,) = saved_again([shown], tmp_path / "saved")
    assert told_by(saved)[:3] == (SourceFile("", SLIDES).digest, None, False)
    assert [one.shapes.title.text for one in Presentation(str(saved)).slides][1] == "Apples"
    result = run("merge", project.deck, saved)
    assert project.deck.read_text() == SLIDES.replace("sweet", "sour"), result.stdout + result.stderr


def test_of_which_row_a_presentation_was_made_it_still_tells(tmp_path, monkeypatch):
    """With whatever signs the name has."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    (project.deck.parent / "regions.csv").write_text("name\nNorth\nSüd & <Ost>\n", encoding="utf-8")
    slides = "  - {title: T}\n  - {title: B, text: Sweet}\n"
    deck = f"title: T\nrows: {{file: regions.csv, name: 'a/{{name}}'}}\nslides:\n{slides}"
    project.write(deck)
    assert run("build", project.deck, "-f", "pptx").exit_code == 0
    (made,) = (project.folder / "build").rglob("S*.pptx")
    (saved,) = saved_again([edited(made, replacing("Sweet", "Sour"))], tmp_path / "saved")
    assert told_by(saved).row == f"a/{made.stem}"
    result = run("merge", project.deck, saved)
    assert project.deck.read_text() == deck.replace("Sweet", "Sour"), result.stdout + result.stderr


WHOLE = r"""title: Harbour
slides:
  - title: Harbour
  - title: How loud
    section: Findings
    table:
      rows:
        - [Place, Level, Year]
        - [Haifa, "62.5", 2019]
        - [Ashdod, "61.0", 2020]
  - title: Why
    content:
      - equation: E = \frac{1}{2} m v^2 + \sum_{i=1}^n \alpha_i + 10\,\log_{10} x
      - equation: {tex: a^2 + b^2 = c^2, alt: A formula in words}
  - title: When
    section: Plans
    timeline:
      - 2019: It begins
      - {when: 2021, title: It ends, text: In spring.}
  - title: Which
    metrics:
      - {value: 62 dB, label: By night, change: +3 %}
      - {value: 71 dB, label: By day}
"""
HEBREW = {
    "Harbour": "נמל", "How loud": "כמה רועש", "Place": "מקום", "Level": "רמה", "Year": "שנה", "Haifa": "חיפה",
    "Ashdod": "אשדוד", "Why": "למה", "When": "מתי", "It begins": "מתחיל", "It ends": "נגמר", "In spring.": "באביב.",
    "Which": "אילו", "By night": "בלילה", "By day": "ביום", "Findings": "ממצאים", "Plans": "תוכניות",
    "A formula in words": "נוסחה במילים",
}  # fmt: skip


@pytest.mark.parametrize("language", ["en", "he"])
def test_what_nobody_changed_stays_as_it_is(language, tmp_path, monkeypatch):
    """Formulas, which it saves as outlines; sections, which it loses; and what is read from the right."""
    monkeypatch.chdir(tmp_path)
    project = Project(tmp_path)
    deck = WHOLE.replace("slides:", f"language: {language}\nslides:", 1)
    for word, hebrew in HEBREW.items() if language == "he" else ():
        deck = deck.replace(word, hebrew)
    (saved,) = saved_again([built(project, deck)], tmp_path / "saved")
    result = run("merge", project.deck, saved)
    assert project.deck.read_text() == deck
    assert result.exit_code == 0, result.stdout
    assert "not compared: sections" in result.stderr
